"""Findings over minutes of figures, against the plain sentence that each of them stands for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.health import computer_rules, data_rules, link_rules
from app.health.computer_rules import BURDEN, LASTING_NS
from app.health.course import RECENT_NS, SPAN_NS
from app.health.data_rules import DRIFT, DRIFT_LEAST_NS, DRIFT_SEEN_NS, JUMP_NS, SETTLED
from app.health.diagnosis import HIGH, LATE_MS, NOISE, OUT_OF_ORDER, SEEN_NS, STANDING_NS, STEADY, Diagnosis, judged
from app.health.figures import Axis, Figures, Reads
from app.health.findings import Case
from app.health.judgement import Level, Slow
from app.health.link_rules import STUCK_NS
from tests.app.health.looks import BUFFER, SECOND, course_of, found, look, seconds

MS = 1_000_000


# -- this PC


QUEUES = st.lists(st.sampled_from([0, 1000, NOISE + 1, BUFFER // 2]), min_size=1, max_size=12)


@given(queues=QUEUES, window=st.sampled_from([65536, 0]), buffer=st.sampled_from([BUFFER, BUFFER, None]))
def test_this_pc_is_slow_where_something_has_waited_at_each_look_of_the_last_seconds(
    queues: list[int], window: int, buffer: int | None
) -> None:
    looks = seconds(len(queues), lambda second: {
        "line__waiting": queues[second],
        "line__rcv_window": window,
        "line__buffer": buffer,
        "reads": Reads(chunks=10, least_left=queues[second], most=queues[second], age_ms=5.0),
    })  # fmt: skip
    last = queues[-STANDING_NS // SECOND - 1 :]
    has_waited = len(last) > STEADY and all(last)
    is_high = buffer is not None and last[-1] >= HIGH * buffer  # of an unknown one nobody can tell
    is_much = min(last) > NOISE or is_high or window == 0
    answer = judged(course_of(looks))
    if has_waited and is_much:
        assert answer is not None
        assert answer[0] is Slow.THIS_PC
        assert ("no room" in answer[1]) == (window == 0)
        assert ("% of the receive buffer" in answer[1]) == (buffer is not None)
    elif queues[-1]:
        assert answer is None  # as before
    else:
        assert answer is not None
        assert answer[0] is Slow.NOT_THIS_PC


@given(queues=QUEUES, window=st.sampled_from([65536, 0]))
def test_that_this_pc_is_behind_is_found_with_what_it_follows_from_and_is_worse_the_less_room_is_left(
    queues: list[int], window: int
) -> None:
    course = course_of(
        seconds(len(queues), lambda second: {"line__waiting": queues[second], "line__rcv_window": window})
    )
    for slow in Slow:
        wrong = link_rules.behind(Case(course, slow, "so much waits"))
        assert (wrong is not None) == (slow is Slow.THIS_PC)
        if wrong is not None:
            assert wrong.cause == "so much waits"
            assert (wrong.level is Level.BAD) == (window == 0 or queues[-1] > HIGH * BUFFER)


AGES = st.lists(st.sampled_from([None, 5.0, LATE_MS - 1, LATE_MS, 900.0]), min_size=1, max_size=12)


@given(ages=AGES, painted=st.booleans())
def test_this_pc_is_slow_where_all_that_came_for_seconds_was_shown_late_though_the_queue_is_emptied(
    ages: list[float | None], painted: bool
) -> None:
    looks = seconds(len(ages), lambda second: {
        "reads": Reads(chunks=10, least_left=0, most=4096, age_ms=ages[second], is_painted=painted)
    })  # fmt: skip
    known = [age for age in ages[-SEEN_NS // SECOND - 1 :] if age is not None]
    answer = judged(course_of(looks))
    assert answer is not None
    if len(known) > STEADY and min(known) >= LATE_MS:
        assert answer[0] is Slow.THIS_PC
        assert f"{'painted' if painted else 'stored'} {known[-1]:.0f} ms after" in answer[1]
    else:
        assert answer[0] is Slow.NOT_THIS_PC


@given(st.lists(st.sampled_from([Slow.THIS_PC, Slow.NOT_THIS_PC, Slow.DEVICE, Slow.UNKNOWN]), min_size=1, max_size=20))
def test_an_answer_changes_when_another_came_twice_in_a_row_and_silence_and_ends_at_once(seen: list[Slow]) -> None:
    changes: dict[Slow, dict[str, Any]] = {
        Slow.THIS_PC: {"line__waiting": BUFFER, "reads": Reads(chunks=1, least_left=BUFFER, most=BUFFER)},
        Slow.NOT_THIS_PC: {},
        Slow.DEVICE: {"line__is_stale": True, "line__silent_ns": 9 * SECOND},
        Slow.UNKNOWN: {"line__state": "waiting"},
    }
    diagnosis, said = Diagnosis(), Slow.UNKNOWN
    other, times = None, 0
    for slow in seen:
        looks = seconds(4, lambda _, slow=slow: changes[slow])
        if slow is said or {slow, said} & {Slow.DEVICE, Slow.UNKNOWN}:
            said, times = slow, 0
        else:
            times = times + 1 if slow is other else 1
            other = slow
            if times >= STEADY:
                said, times = slow, 0
        assert diagnosis.judge(course_of(looks))[0] is said


# -- the network, the device


@given(
    steps=st.lists(st.sampled_from([0, 0, 1, 3, 9]), min_size=1, max_size=12), queue=st.sampled_from([0, 0, NOISE + 1])
)
def test_the_network_is_likely_where_segments_overtook_each_other_at_several_looks_and_nothing_waited(
    steps: list[int], queue: int
) -> None:
    totals = [sum(steps[: place + 1]) for place in range(len(steps))]
    reads = Reads(chunks=1, least_left=queue, most=queue)
    looks = seconds(
        len(steps), lambda second: {"line__rcv_ooopack": totals[second], "line__waiting": queue, "reads": reads}
    )
    recent = totals[-SEEN_NS // SECOND - 1 :]
    grown = recent[-1] - recent[0]
    is_likely = len(set(recent)) > STEADY and grown >= OUT_OF_ORDER
    answer = judged(course_of(looks))
    if not queue:
        assert answer is not None
        assert answer[0] is (Slow.NETWORK if is_likely else Slow.NOT_THIS_PC)
        assert not is_likely or f"{grown} segments came out of order" in answer[1]
    else:
        assert answer is None or answer[0] is not Slow.NETWORK


@given(slow=st.sampled_from(Slow), because=st.text(min_size=1, max_size=20))
def test_of_who_is_slow_exactly_one_finding_follows_with_the_same_words_or_none(slow: Slow, because: str) -> None:
    case = Case(course_of(seconds(3)), slow, because)
    said = {rule: rule(case) for rule in (link_rules.behind, link_rules.reordered, link_rules.silent)}
    blamed = {
        Slow.THIS_PC: link_rules.behind, Slow.NETWORK: link_rules.reordered, Slow.DEVICE: link_rules.silent,
    }.get(slow)  # fmt: skip
    assert [rule for rule, wrong in said.items() if wrong is not None] == ([blamed] if blamed else [])
    assert all(wrong.cause == because for wrong in said.values() if wrong is not None)


WRITES = st.tuples(st.sampled_from([0, 0, 0, 700]), st.sampled_from([0, 2048, 2048, 2048]))


STUCK = st.lists(st.just((0, 2048)), max_size=9)
MANY_WRITES = st.builds(list.__add__, st.lists(WRITES, min_size=1, max_size=6), STUCK)


@given(writes=MANY_WRITES, probes=st.sampled_from([None, 0, 1, 4]))
def test_a_device_does_not_read_where_bytes_have_waited_for_seconds_of_which_none_was_taken(
    writes: list[tuple[int, int]], probes: int | None
) -> None:
    """(bytes taken since the look before, bytes that wait to be sent)"""
    taken = [sum(count for count, _ in writes[: place + 1]) for place in range(len(writes))]
    looks = seconds(len(writes), lambda second: {
        "line__written": taken[second], "line__unsent": writes[second][1], "line__probes": probes,
    })  # fmt: skip
    stuck = 0
    while stuck < len(writes) and writes[-1 - stuck][1] and taken[-1 - stuck] == taken[-1]:
        stuck += 1
    wrong = found(link_rules.unread, looks)
    assert (wrong is not None) == ((stuck - 1) * SECOND >= STUCK_NS)
    if wrong is not None:
        assert f"nothing was taken for {stuck - 1} s" in wrong.cause
        assert ("probe" in wrong.cause) == bool(probes)


# -- the account


FAILURES = st.lists(st.sampled_from(["bytes: 7 are missing", "frames: 1 is missing", "kernel: 3 more", "kernel: 1"]))


@given(FAILURES)
def test_what_does_not_add_up_is_told_apart_from_what_the_kernel_counted_otherwise_and_all_of_it_is_counted(
    failures: list[str],
) -> None:
    case = Case(course_of([look(0, failures=tuple(failures))]), Slow.UNKNOWN, "")
    ours, kernels = data_rules.unbalanced(case), data_rules.disagreeing(case)
    own = list(dict.fromkeys(failure for failure in failures if not failure.startswith("kernel")))
    others = [failure for failure in failures if failure.startswith("kernel")]
    assert (ours is None, kernels is None) == (not own, not others)
    if ours is not None:
        assert ours.level is Level.BAD
        assert ours.cause == own[0] + (f" (and {len(own) - 1} more)" if len(own) > 1 else "")
    if kernels is not None:
        assert (kernels.level, kernels.cause) == (Level.BAD, others[0])


# -- drawing


REFRESH = st.tuples(st.sampled_from([None, 2.0, 30.0]), st.sampled_from([0.0, 15.0, 30.0, 60.0]))
HEAVY = st.tuples(st.sampled_from([41.0, 90.0]), st.sampled_from([15.0, 30.0]))
REFRESHES = st.builds(list.__add__, st.lists(REFRESH, max_size=4), st.lists(HEAVY, max_size=7)).filter(bool)


@given(REFRESHES)
def test_drawing_does_not_keep_up_where_a_slower_rate_did_not_help_for_as_long(
    refreshes: list[tuple[float | None, float]],
) -> None:
    def change(second: int) -> dict[str, Any]:
        cost_ms, rate_hz = refreshes[second]
        reason = "busy" if rate_hz < 60 else ""
        return {"computer__cost_ms": cost_ms, "computer__rate_hz": rate_hz, "computer__slow_reason": reason}

    def is_overburdened(refresh: tuple[float | None, float]) -> bool:
        cost_ms, rate_hz = refresh
        return cost_ms is not None and 0 < rate_hz < 60 and cost_ms * rate_hz > 1000 * BURDEN

    last = refreshes[-LASTING_NS // SECOND - 1 :]
    expected = len(last) >= LASTING_NS // SECOND and all(map(is_overburdened, last))
    assert (found(computer_rules.giving_way, seconds(len(refreshes), change)) is not None) == expected


# -- the device's time


STEADY_MS = st.lists(st.sampled_from([0, 1, -1]), min_size=20, max_size=80)
OFFSETS_MS = st.lists(st.sampled_from([0, 0, 0, 1, -1, 50, 400, -400]), min_size=1, max_size=80) | STEADY_MS


def clock_looks(steps_ms: list[int], drift_ms: int = 0) -> list[Figures]:
    """A look a second at a device's clock that is off by so much more each time."""
    offsets, offset = [], 0
    for step in steps_ms:
        offset += (step + drift_ms) * MS
        offsets.append(offset)
    axes = [Axis(kind="field", offset_ns=offset) for offset in offsets]
    return seconds(len(axes), lambda second: {"axis": axes[second], "unnoticed": "blind"})


def known_offsets(looks: list[Figures], span_ns: int) -> list[tuple[int, int]]:
    """Of the last span, newest first; those of a connection's first looks are not believed."""
    settled = looks[SETTLED:] if len(looks) <= (SPAN_NS - 2 * SECOND) // SECOND else looks
    now = looks[-1].at_ns
    return [
        (each.at_ns, each.axis.offset_ns or 0)
        for each in reversed(settled)
        if now - each.at_ns <= min(span_ns, SPAN_NS)
    ]


@settings(max_examples=200)
@given(steps=OFFSETS_MS, drift=st.sampled_from([0, 0, 2, -3]))
def test_a_clock_jumps_within_seconds_and_drifts_within_a_minute_and_not_both(steps: list[int], drift: int) -> None:
    looks = clock_looks(steps, drift)
    recent, all_of_it = known_offsets(looks, RECENT_NS), known_offsets(looks, SPAN_NS)
    moved = recent[-1][1] - recent[0][1] if len(recent) > 1 else 0
    jumps = abs(moved) > JUMP_NS
    wrong = found(data_rules.jumping, looks)
    assert (wrong is not None) == jumps
    assert wrong is None or f"{moved / SECOND:+.3f} s" in wrong.cause
    assert (found(data_rules.unnoticed, looks) is not None) == jumps
    drifting = found(data_rules.drifting, looks)
    if len(all_of_it) < 2 or jumps:
        assert drifting is None
        return
    span, shift = all_of_it[0][0] - all_of_it[-1][0], all_of_it[-1][1] - all_of_it[0][1]
    expected = span >= DRIFT_SEEN_NS and abs(shift) >= max(DRIFT_LEAST_NS, DRIFT * span)
    assert (drifting is not None) == expected


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=30))
def test_what_a_blind_framing_may_have_missed_is_told_with_each_sign_of_it(steps: list[tuple[int, int, int]]) -> None:
    """Impossible lengths of the last minute, rejected frames and bytes discarded of the last ten seconds."""

    def change(second: int) -> dict[str, Any]:
        violations, rejected, discarded = (sum(step[n] for step in steps[: second + 1]) for n in range(3))
        account = look(second).ledger
        return {
            "violations": violations,
            "unnoticed": "blind",
            "ledger": replace(
                account,
                bytes=replace(account.bytes, discarded={"oversize": discarded, "truncated at EOF": 5 * second}),
                frames=replace(account.frames, rejected={"not a number": rejected}),
            ),
        }

    looks = seconds(len(steps), change)
    wrong = found(data_rules.unnoticed, looks)
    in_minute = sum(step[0] for step in steps[1:])
    recent = steps[max(len(steps) - RECENT_NS // SECOND, 1) :]
    rejected, discarded = sum(step[1] for step in recent), sum(step[2] for step in recent)
    counts = [
        (in_minute, "impossible length", "impossible lengths"),
        (rejected, "frame was rejected", "frames were rejected"),
        (discarded, "byte was discarded", "bytes were discarded"),
    ]
    said = [f"{count} {one if count == 1 else several}" for count, one, several in counts if count]
    assert (wrong is not None) == bool(said)
    assert wrong is None or all(sign in wrong.cause for sign in said)
    course = course_of(looks)
    assert course.before is looks[-2]
    assert data_rules.unnoticed(Case(course_of([look(0)]), Slow.UNKNOWN, "")) is None
