"""Who makes the data late."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.health.course import Course
from app.health.diagnosis import NOISE, OUT_OF_ORDER, Diagnosis, judged, share
from app.health.figures import Figures, Line, Reads
from app.health.judgement import Slow
from tests.app.health.looks import BUFFER, SECOND, course_of, look, seconds

MIB = 1 << 20
BUSY = Reads(100, 5000, MIB, 50.0, True)  # the kernel had more behind each read


def answer(looks: list[Figures]) -> tuple[Slow, str]:
    """The last of a diagnosis that has seen all of them."""
    diagnosis, course = Diagnosis(), Course()
    said = (Slow.UNKNOWN, "")
    for each in looks:
        course.add(each)
        said = diagnosis.judge(course)
    return said


def behind(second: int) -> dict[str, Any]:
    return {"line__waiting": MIB + second * 100_000, "reads": BUSY}


def test_a_queue_that_is_emptied_is_not_the_fault_of_this_pc() -> None:
    slow, because = answer(seconds(3))
    assert slow is Slow.NOT_THIS_PC
    assert "4 KiB at most waited" in because


def test_a_link_on_which_nothing_came_in_this_second_has_an_empty_queue() -> None:
    assert answer(seconds(3, lambda second: {"reads": Reads()})) == (Slow.NOT_THIS_PC, "the queue is empty")


def test_bytes_that_have_just_come_do_not_make_a_queue_where_the_reader_caught_up_within_the_second() -> None:
    assert answer(seconds(5, lambda second: {"line__waiting": 3000}))[0] is Slow.NOT_THIS_PC


def test_a_backlog_that_stands_for_seconds_is_this_pc_and_the_growth_is_told() -> None:
    slow, because = answer(seconds(6, behind))
    assert slow is Slow.THIS_PC
    assert "1.48 MiB wait here (18 % of the receive buffer)" in because
    assert "+293 KiB in 3 s, never empty" in because


def test_a_backlog_that_shrinks_and_was_never_empty_is_told_with_its_sign() -> None:
    looks = seconds(6, lambda second: {"line__waiting": 3 * MIB - second * 100_000, "reads": BUSY})
    assert "−293 KiB in 3 s" in answer(looks)[1]


def test_a_stall_that_is_over_within_seconds_says_nothing_new() -> None:
    looks = [*seconds(3), look(3, **behind(3)), look(4, **behind(4))]
    assert judged(course_of(looks)) is None
    assert answer(looks)[0] is Slow.NOT_THIS_PC


def test_a_little_that_waits_at_each_look_is_the_turn_of_a_flood() -> None:
    busy = Reads(100, 10, 20_000, 5.0, True)
    assert judged(course_of(seconds(6, lambda second: {"line__waiting": NOISE, "reads": busy}))) is None


def test_a_little_of_a_little_buffer_is_not_little() -> None:
    busy = Reads(100, 10, 20_000, 5.0, True)
    looks = seconds(6, lambda second: {"line__waiting": 4096, "line__buffer": 8192, "reads": busy})
    assert answer(looks)[0] is Slow.THIS_PC


@pytest.mark.parametrize(("is_painted", "word"), [(True, "painted"), (False, "stored")])
def test_a_window_that_empties_the_queue_and_shows_all_late_is_this_pc(is_painted: bool, word: str) -> None:
    slow, because = answer(seconds(8, lambda second: {"reads": Reads(100, 0, 4096, 250.0, is_painted)}))
    assert slow is Slow.THIS_PC
    assert f"what comes is {word} 250 ms after it could be read" in because


@pytest.mark.parametrize(("share", "who"), [(None, "the window"), (0.1, "the window"), (0.5, "this computer")])
def test_what_is_shown_late_is_laid_to_the_computer_where_it_left_no_processor(share: float | None, who: str) -> None:
    late = {"reads": Reads(100, 0, 4096, 250.0, True), "computer__unserved": share}
    assert answer(seconds(8, lambda second: late))[1].endswith(f"though the queue is emptied: {who} is busy")


def test_one_second_in_which_all_was_late_is_a_hiccup() -> None:
    ages = [12.0, 12.0, 12.0, 900.0, 900.0, 12.0, None, None]
    looks = seconds(8, lambda second: {"reads": Reads(100, 0, 4096, ages[second], True)})
    assert {answer(looks[: count + 1])[0] for count in range(8)} == {Slow.NOT_THIS_PC}


def test_a_closed_window_is_this_pc_and_says_that_the_sender_waits() -> None:
    busy = Reads(100, 10, 20_000, 5.0, True)
    looks = seconds(6, lambda second: {"line__waiting": 1000, "line__rcv_window": 0, "reads": busy})
    slow, because = answer(looks)
    assert slow is Slow.THIS_PC
    assert "the sender has to wait" in because


def test_what_a_thread_has_read_and_the_window_has_not_taken_is_a_queue_of_this_pc_without_a_kernel_too() -> None:
    looks = seconds(6, lambda second: {"line__waiting": None, "line__in_flight": MIB, "reads": Reads(9)})
    assert answer(looks)[0] is Slow.THIS_PC


def test_without_the_length_of_the_queue_nothing_can_be_told() -> None:
    slow, because = answer(seconds(6, lambda second: {"line__waiting": None, "reads": Reads(9)}))
    assert slow is Slow.UNKNOWN
    assert "does not tell" in because


def test_a_silent_device_is_told_with_what_is_known_of_the_silence() -> None:
    silence = {
        "line__is_stale": True,
        "line__silent_ns": 12 * SECOND,
        "line__last_data_recv_ms": 12_100,
        "reads": Reads(),
    }
    slow, because = answer([*seconds(3), look(3, **silence)])
    assert slow is Slow.DEVICE
    assert because == (
        "nothing came for 12.0 s; nothing waits here; expected within 5.0 s; the kernel's last data came 12.1 s ago"
    )
    unknown = {"line__is_stale": True, "line__silent_ns": None, "line__stale_after_ns": None, "reads": Reads()}
    assert answer([look(0, **unknown, line__last_data_recv_ms=None)])[1] == "nothing waits here"


def test_a_silence_in_which_bytes_wait_here_is_no_silence_of_the_device() -> None:
    looks = seconds(6, lambda second: {"line__is_stale": True, "line__waiting": MIB, "reads": Reads()})
    assert answer(looks)[0] is Slow.THIS_PC


def test_silence_and_the_end_of_it_are_told_at_once() -> None:
    silence = {"line__is_stale": True, "reads": Reads()}
    assert answer([*seconds(3), look(3, **silence)])[0] is Slow.DEVICE
    assert answer([*seconds(3), look(3, **silence), look(4)])[0] is Slow.NOT_THIS_PC


def test_segments_out_of_order_with_an_empty_queue_are_likely_the_network() -> None:
    slow, because = answer(seconds(8, lambda second: {"line__rcv_ooopack": 3 * second}))
    assert slow is Slow.NETWORK
    assert because == "15 segments came out of order in 5 s; the queue here was empty"


@pytest.mark.parametrize(
    "counts",
    [
        [0, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 1, 2],  # a few
        [0, 0, 0, 0, 0, 90, 90, 90],  # all at one look
        [None] * 8,  # this system does not tell
    ],
)
def test_few_segments_out_of_order_are_ordinary(counts: list[int | None]) -> None:
    assert answer(seconds(8, lambda second: {"line__rcv_ooopack": counts[second]}))[0] is Slow.NOT_THIS_PC


@pytest.mark.parametrize("reason", ["", "refused"])
def test_of_a_link_that_is_not_connected_nothing_is_told_but_that(reason: str) -> None:
    slow, because = answer([*seconds(3), look(3, line__state="waiting", line__last_reason=reason)])
    assert slow is Slow.UNKNOWN
    assert because == ("not connected: refused" if reason else "not connected yet")


def test_another_answer_is_given_when_it_came_twice() -> None:
    network = {"line__rcv_ooopack": OUT_OF_ORDER}
    looks = [*seconds(8, lambda second: {"line__rcv_ooopack": 3 * second}), look(8, line__connection=2, **network)]
    assert answer(looks)[0] is Slow.NETWORK
    assert answer([*looks, look(9, line__connection=2, **network)])[0] is Slow.NOT_THIS_PC


def test_answers_that_alternate_do_not_flicker() -> None:
    diagnosis, course, said, raw = Diagnosis(), Course(), [], []
    for each in seconds(40, lambda second: {"line__rcv_ooopack": second // 2 * 2}):
        course.add(each)
        raw.append(judged(course))
        said.append(diagnosis.judge(course)[0])
    assert [answer[0] for answer in raw[-4:] if answer] == [Slow.NETWORK, Slow.NOT_THIS_PC] * 2
    assert set(said) == {Slow.NOT_THIS_PC}


@pytest.mark.parametrize(("count", "buffer", "part"), [(BUFFER, BUFFER, 1.0), (None, BUFFER, None), (1, None, None)])
def test_a_share_of_what_is_not_known_is_not_known(count: int | None, buffer: int | None, part: float | None) -> None:
    assert share(count, Line(state="open", buffer=buffer)) == part


SPAN_NS = st.none() | st.integers(0, 100 * SECOND)


@given(silent_ns=SPAN_NS, stale_after_ns=SPAN_NS, heard_ms=st.none() | st.integers(0, 10**6))
def test_silence_is_told_by_what_is_known_of_it(
    silent_ns: int | None, stale_after_ns: int | None, heard_ms: int | None
) -> None:
    course = Course()
    course.add(
        look(
            1, line__is_stale=True, line__waiting=0, line__silent_ns=silent_ns, line__stale_after_ns=stale_after_ns,
            line__last_data_recv_ms=heard_ms,
        )
    )  # fmt: skip
    said = judged(course)
    assert said is not None
    assert said[0] is Slow.DEVICE
    words = str(said[1])
    assert ("nothing came for" in words) == (silent_ns is not None)
    assert ("expected within" in words) == (stale_after_ns is not None)
    assert ("the kernel's last data" in words) == (heard_ms is not None)
    assert "None" not in words


@given(
    st.lists(
        st.tuples(
            st.sampled_from([0, 100, NOISE + 1, BUFFER]),
            st.sampled_from([None, 0, 5000]),
            st.sampled_from(["open", "open", "waiting"]),
            st.booleans(),
            st.sampled_from([None, 0, 9, 50]),
            st.sampled_from([None, 0, 65536]),
        ),
        min_size=1,
        max_size=30,
    )
)
def test_this_pc_is_never_blamed_within_seconds_of_an_empty_queue(looks: list[tuple[Any, ...]]) -> None:
    course, last_empty = Course(), -10
    for second, (waiting, left, state, is_stale, order, window) in enumerate(looks):
        course.add(
            look(
                second, line__waiting=waiting, reads=Reads(9, left, waiting), line__state=state,
                line__is_stale=is_stale, line__rcv_ooopack=order, line__rcv_window=window,
            )
        )  # fmt: skip
        if waiting == 0 or left == 0 or state != "open":
            last_empty = second
        said = judged(course)
        if said is not None and said[0] is Slow.THIS_PC:
            assert second - last_empty > 2
        if said is not None and said[0] in (Slow.NOT_THIS_PC, Slow.NETWORK):
            assert last_empty == second
