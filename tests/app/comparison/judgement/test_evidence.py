"""Evidence: sentences with the figures that the rows hold."""

from __future__ import annotations

import re

import msgspec

from app.comparison.judgement.verdict import judge
from app.comparison.schema import Loop
from tests.app.comparison.made import GOOD, LOOP, SLEEP, STALLED_GUI, STALLED_THREAD, Way, made


def evidence_of(*ways, **fields):
    return judge(made(*ways, **fields)).evidence


def line(evidence, start):
    (found,) = [each for each in evidence if each.startswith(start)]
    return found


def test_the_worst_link_comes_first_with_its_median_and_its_highest_quantile():
    first = evidence_of({"imu": GOOD, "scope": Way(paint_ms=20)}, {"imu": GOOD, "scope": GOOD})[0]
    assert re.fullmatch(
        r"The worst link is scope: from readable to painted p50 \d\d ms against [\d.]+ ms, p99 \d\d ms against 1\d ms "
        r"with threads \(1\N{NARROW NO-BREAK SPACE}800 and 1\N{NARROW NO-BREAK SPACE}800 chunks\)\.",
        first,
    )


def test_the_test_is_said_in_words_with_its_interval():
    second = evidence_of(Way(paint_ms=12), GOOD)[1]
    assert re.fullmatch(
        r"Over 12 pairs of blocks, data of scope was painted [\d.]+ ms earlier with threads on the mean "
        r"\(95 %: [\d.]+ ms to [\d.]+ ms earlier\); exchanging the modes within pairs at random gives a difference "
        r"as large in 2 of all 4\N{NARROW NO-BREAK SPACE}096 cases\.",
        second,
    )


def test_reading_and_receiving_are_told_apart():
    said = line(evidence_of(STALLED_GUI, STALLED_THREAD, stall=SLEEP), "Its data was read")
    assert re.search(r"read from the socket after \d+ ms \(p99\) against 0\.\d+ ms and received by the GUI", said)


def test_senders_that_were_not_held_back_are_a_finding():
    assert "No sender was held back in either mode." in evidence_of(GOOD, GOOD)


def test_senders_held_back_alike_are_said_to_be():
    said = line(evidence_of(Way(held_share=0.5), Way(held_share=0.5)), "Senders were held back longest at scope")
    assert said.endswith("no difference that counts.")


def test_a_stall_is_told_with_what_it_does_to_threads():
    for kind, words in (
        ("sleep", "leaves Python's GIL free"),
        ("python", "shares"),
        ("native", "lets no other thread"),
    ):
        stall = msgspec.structs.replace(SLEEP, kind=kind)
        assert words in line(evidence_of(STALLED_GUI, STALLED_THREAD, stall=stall), "The GUI was stalled on purpose")


def test_the_collector_is_named_only_where_it_made_the_loop_late():
    assert "garbage collector" in line(evidence_of(GOOD, GOOD), "The window's event loop")
    quiet = msgspec.structs.replace(LOOP, gc_lag_ms=0.0)
    assert "garbage collector" not in line(evidence_of(GOOD, GOOD, loop=quiet), "The window's event loop")


def test_long_gaps_between_refreshes_are_named_where_data_was_late():
    late = Way(paint_ms=90)
    gap = Loop(refresh_gap_ms=140.0)
    assert any(each.startswith("The longest time between two refreshes") for each in evidence_of(late, late, loop=gap))
    assert not any("refreshes" in each for each in evidence_of(GOOD, GOOD, loop=gap))


def test_what_it_costs_is_told_by_thread():
    said = line(evidence_of(GOOD, GOOD), "Of one processor")
    assert "with threads the GUI thread 36 %, SocketThreads 12 %, all 52 %" in said


def test_the_yardstick_is_told_where_there_is_one():
    said = line(evidence_of(GOOD, GOOD, yardstick=True), "A bare epoll loop")
    assert said == "A bare epoll loop read scope at 246 kB/s with 4.0 % of one processor in all."


def test_a_yardstick_that_was_asked_for_is_told_however_much_else_there_is_to_tell():
    found = evidence_of(STALLED_GUI, STALLED_THREAD, stall=SLEEP, yardstick=True,
                        loop=msgspec.structs.replace(LOOP, refresh_gap_ms=120.0))  # fmt: skip
    assert len(found) == 7
    assert line(found, "A bare epoll loop")


def test_the_other_links_follow_the_worst_ones_first():
    ways = {"a": GOOD, "b": Way(paint_ms=30), "c": Way(paint_ms=15)}
    said = line(evidence_of(ways, ways), "The other links")
    assert said.index("c ") < said.index("and a ")
