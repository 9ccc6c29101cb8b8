from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.health.ledger import Bytes, FrameCounts, Kernel, Ledger, Samples, Thread

SOUND = Ledger(
    Bytes(received=100, framed=70, overhead=10, discarded={"oversize": 12, "checksum": 3}, pending=5),
    FrameCounts(framed=10, decoded=6, rejected={"not a number": 2, "not UTF-8": 1}, set_aside={"header": 1}),
    Samples(decoded=6, in_history=3, aged_out=2, cleared=1),
    Thread(read=130, in_flight=30),
    Kernel(before=130, sum=131, after=140),
)


def test_sums_that_hold_are_balanced():
    assert SOUND.failures() == ()
    assert SOUND.balanced


def test_nothing_received_is_balanced():
    empty = Ledger(Bytes(0, 0, 0, {}, 0), FrameCounts(0, 0, {}, {}), Samples(0, 0, 0, 0), Thread(0, 0), None)
    assert empty.balanced


@pytest.mark.parametrize("change", [1, -1])
@pytest.mark.parametrize(
    ("line", "term"),
    [
        *(("bytes", term) for term in ("framed", "overhead", "pending")),
        *(("frames", term) for term in ("framed", "decoded")),
        *(("samples", term) for term in ("in_history", "aged_out", "cleared")),
        *(("thread", term) for term in ("read", "in_flight")),
    ],
)
def test_one_more_or_less_in_any_term_fails_its_own_line_alone(line: str, term: str, change: int):
    part = getattr(SOUND, line)
    ledger = replace(SOUND, **{line: replace(part, **{term: getattr(part, term) + change})})
    (failure,) = ledger.failures()
    assert failure.startswith(f"{line}: ")
    assert str(getattr(part, term) + change) in failure
    assert not ledger.balanced


def test_each_reason_counts_in_its_sum():
    lost = replace(SOUND, bytes=replace(SOUND.bytes, discarded={"oversize": 12, "checksum": 4}))
    assert lost.failures() == ("bytes: received 100 is not framed 70 + overhead 10 + discarded 16 + pending 5",)
    rejected = replace(SOUND, frames=replace(SOUND.frames, rejected={}))
    assert rejected.failures() == ("frames: framed 10 is not decoded 6 + rejected 0 + set aside 1",)
    aside = replace(SOUND, frames=replace(SOUND.frames, set_aside={"header": 2}))
    assert aside.failures() == ("frames: framed 10 is not decoded 6 + rejected 3 + set aside 2",)


def test_bytes_that_went_missing_before_they_were_received_are_the_thread_s():
    ledger = replace(SOUND, bytes=replace(SOUND.bytes, received=99, pending=4))
    assert ledger.failures() == ("thread: read 130 is not received 99 + in flight 30",)


def test_samples_are_counted_where_they_are_decoded_too():
    ledger = replace(SOUND, samples=replace(SOUND.samples, decoded=7))
    assert ledger.failures() == ("samples: decoded 7 is not in history 3 + aged out 2 + cleared 1",)


@pytest.mark.parametrize(("total", "agrees"), [(129, False), (130, True), (135, True), (140, True), (141, False)])
def test_the_kernel_agrees_where_the_sum_lies_between_its_two_counts(total: int, agrees: bool):
    ledger = replace(SOUND, kernel=Kernel(130, total, 140))
    assert ledger.balanced == agrees
    if not agrees:
        assert ledger.failures() == (f"kernel: {total} bytes read or waiting, but the kernel counted 130 to 140",)


def test_without_a_kernel_s_count_its_line_is_not_judged():
    assert replace(SOUND, kernel=None).balanced


def test_an_unexpected_chunk_is_a_failure_though_all_sums_hold():
    ledger = replace(SOUND, mismatches=("chunk at byte 7 of connection 1, expected byte 5 of connection 1",))
    assert ledger.failures() == ledger.mismatches
    assert not ledger.balanced


def test_all_failures_are_told_together():
    ledger = replace(
        SOUND,
        mismatches=("a chunk twice",),
        thread=Thread(131, 30),
        kernel=Kernel(0, 1, 0),
        samples=Samples(1, 0, 0, 0),
    )
    assert [failure.split(":")[0] for failure in ledger.failures()] == ["a chunk twice", "samples", "thread", "kernel"]


TERM = st.integers(0, 1 << 70)
BY_REASON = st.dictionaries(st.sampled_from(["oversize", "checksum", "not UTF-8"]), TERM)


@st.composite
def ledgers(draw: st.DrawFn, wrong: frozenset[str] = frozenset()) -> Ledger:
    """Sums that hold, but for the lines in `wrong`, which are off by something."""

    def off(line: str) -> int:
        return draw(st.integers(-5, 5).filter(bool)) if line in wrong else 0

    framed, overhead, pending, lost = draw(TERM), draw(TERM), draw(TERM), draw(BY_REASON)
    received = framed + overhead + pending + sum(lost.values()) + off("bytes")
    decoded, rejected, aside = draw(TERM), draw(BY_REASON), draw(BY_REASON)
    frames = decoded + sum(rejected.values()) + sum(aside.values()) + off("frames")
    kept, aged, cleared, flying, before = draw(TERM), draw(TERM), draw(TERM), draw(TERM), draw(TERM)
    after = before + draw(TERM)
    seen = draw(st.integers(before, after))
    if "kernel" in wrong:
        seen = draw(st.sampled_from([before - 1, after + 1]))
    has_kernel = "kernel" in wrong or draw(st.booleans())
    return Ledger(
        Bytes(received, framed, overhead, lost, pending),
        FrameCounts(frames, decoded, rejected, aside),
        Samples(kept + aged + cleared + off("samples"), kept, aged, cleared),
        Thread(received + flying + off("thread"), flying),
        Kernel(before, seen, after) if has_kernel else None,
    )


@given(data=st.data(), wrong=st.frozensets(st.sampled_from(["bytes", "frames", "samples", "thread", "kernel"])))
def test_exactly_the_lines_that_do_not_add_up_fail_each_with_its_values(data: st.DataObject, wrong: frozenset[str]):
    ledger = data.draw(ledgers(wrong))
    said = ledger.failures()
    assert {failure.partition(":")[0] for failure in said} == wrong
    assert len(said) == len(wrong)
    assert ledger.balanced == (not wrong)
    if "bytes" in wrong:
        assert f"received {ledger.bytes.received} " in said[0]
    assert replace(ledger, mismatches=("chunk lost",)).failures() == ("chunk lost", *said)
    assert ledger.unread == (None if ledger.kernel is None else ledger.kernel.unread)


def test_what_came_and_was_not_read_is_told_where_the_kernel_tells():
    assert replace(SOUND, kernel=Kernel(130, 131, 140, unread=3)).unread == 3
    assert replace(SOUND, kernel=None).unread is None
