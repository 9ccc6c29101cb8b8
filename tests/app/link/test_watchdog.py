"""When a device counts as silent, on a clock that the test moves."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.link.watchdog import GRACE_NS, GRAIN_NS, LEAST_NS, MEMORY_NS, TIMES, Watchdog

MS = 1_000_000
S = 1000 * MS


class Device:
    """Sends to an idle computer: the queue was seen empty just before each read."""

    def __init__(self, dog: Watchdog) -> None:
        self.dog = dog
        self.now = 0
        self.stale_s: list[float] = []  # how long each silence was that the dog called one
        dog.opened(0)

    def sends_after(self, *waits_ns: int) -> None:
        for wait in waits_ns:
            began, limit = self.now, self.dog.limit_ns
            self.now += wait
            if wait > limit + GRACE_NS:
                assert is_called_silent(self.dog, self.now)
                self.stale_s.append(limit / S)
            self.dog.heard(max(self.now - MS, began), self.now)


def is_called_silent(dog: Watchdog, until_ns: int) -> bool:
    """Judge whenever it is due and nothing waits unread, up to then."""
    while dog.due_ns is not None and dog.due_ns <= until_ns:
        if dog.judge(dog.due_ns, is_empty=True):
            return True
    return False


def bursts(count: int, every_ns: int) -> Iterable[int]:
    for _ in range(count):
        yield every_ns
        yield from [MS] * 99


# -- the judgement


def test_before_anything_has_come_a_device_is_silent_after_five_seconds() -> None:
    dog = Watchdog()
    assert (dog.due_ns, dog.silent_ns(0)) == (None, None)
    dog.opened(0)
    assert dog.due_ns == LEAST_NS == 5 * S
    assert not dog.judge(LEAST_NS - 1, is_empty=True)
    assert is_called_silent(dog, LEAST_NS + GRACE_NS)
    assert dog.is_stale
    assert dog.due_ns is None
    assert dog.silent_ns(7 * S) == 7 * S


def test_what_the_session_says_holds_instead_of_what_was_learned() -> None:
    dog = Watchdog(2 * S)
    Device(dog).sends_after(*[S] * 100)
    assert dog.limit_ns == 2 * S
    assert dog.due_ns == 102 * S


def test_a_device_that_speaks_again_is_silent_no_more() -> None:
    dog = Watchdog()
    dog.opened(0)
    assert is_called_silent(dog, 10 * S)
    assert dog.heard(10 * S, 10 * S)
    assert not dog.is_stale
    assert not dog.heard(11 * S, 11 * S)
    assert dog.silent_ns(12 * S) == S


def test_one_that_was_held_up_is_judged_only_when_nothing_waits_unread() -> None:
    """SIGSTOP, a suspend or a busy window: the time to judge comes an hour late, together with the bytes."""
    dog = Watchdog()
    dog.opened(0)
    late = 3600 * S
    assert not dog.judge(late, is_empty=True)  # as far as was known before the stop
    assert dog.due_ns == late + GRACE_NS
    assert not dog.judge(late + GRACE_NS - 1, is_empty=True)
    assert not dog.judge(late + GRACE_NS, is_empty=False)
    assert dog.due_ns == late + 2 * GRACE_NS
    dog.heard(late, late + GRACE_NS + MS)
    assert not dog.is_stale
    assert dog.due_ns == late + GRACE_NS + MS + dog.limit_ns


def test_without_a_connection_nobody_is_silent() -> None:
    dog = Watchdog()
    dog.opened(0)
    assert is_called_silent(dog, 10 * S)
    dog.ended()
    assert not dog.is_stale
    assert (dog.due_ns, dog.silent_ns(20 * S)) == (None, None)
    assert not dog.judge(20 * S, is_empty=True)
    assert not dog.heard(20 * S, 20 * S)
    dog.opened(30 * S)
    assert dog.silent_ns(31 * S) == S


# -- what is learned


def test_a_stream_of_a_thousand_a_second_is_silent_after_five_seconds() -> None:
    dog = Watchdog()
    Device(dog).sends_after(*[MS] * 20_000)
    assert dog.interval_ns < 10 * MS
    assert dog.limit_ns == LEAST_NS


@pytest.mark.parametrize("interval_ns", [2 * S, 10 * S, 60 * S, 600 * S])
def test_a_regular_device_is_silent_after_ten_of_its_intervals(interval_ns: int) -> None:
    device = Device(Watchdog())
    device.sends_after(*[interval_ns] * 60)
    assert device.dog.limit_ns == pytest.approx(TIMES * interval_ns, rel=0.01)


def test_one_of_a_tenth_of_a_hertz_is_called_silent_once_at_the_most() -> None:
    device = Device(Watchdog())
    device.sends_after(*[10 * S] * 100)
    assert len(device.stale_s) <= 2  # before its first data, and before its second


def test_one_that_sends_a_hundred_chunks_a_minute_at_once_is_not_called_silent_between_them() -> None:
    device = Device(Watchdog())
    device.sends_after(*bursts(5, 60 * S))
    device.stale_s.clear()
    device.sends_after(*bursts(30, 60 * S))
    assert device.stale_s == []
    assert 9 * 60 * S < device.dog.limit_ns < 11 * 60 * S


def test_a_stream_that_becomes_one_burst_a_minute_has_taught_it_after_five() -> None:
    device = Device(Watchdog())
    device.sends_after(*[100 * MS] * 36_000)  # an hour of ten a second
    device.sends_after(*bursts(60, 60 * S))
    assert 1 <= len(device.stale_s) <= 5


@pytest.mark.parametrize("stall_s", [6, 30, 3600])
def test_one_stall_of_a_regular_stream_is_called_silent_and_teaches_little(stall_s: int) -> None:
    device = Device(Watchdog())
    device.sends_after(*[100 * MS] * 600)
    device.sends_after(stall_s * S)
    assert device.dog.limit_ns < 8 * S
    device.sends_after(*[100 * MS] * 600)
    assert device.dog.limit_ns == LEAST_NS
    device.sends_after(stall_s * S)
    assert len(device.stale_s) == 2


def test_what_was_a_slow_device_is_forgotten_when_it_has_been_fast_for_a_while() -> None:
    device = Device(Watchdog())
    device.sends_after(*[60 * S] * 20)
    assert device.dog.limit_ns > 9 * 60 * S
    device.sends_after(*[100 * MS] * (10 * MEMORY_NS // S) * 6)
    assert device.dog.limit_ns == LEAST_NS


def test_a_stall_of_this_computers_own_teaches_nothing() -> None:
    """What comes in an hour's sleep of ours is read at its end; when it came nobody saw."""
    dog = Watchdog()
    dog.opened(0)
    for number in range(1, 20):
        dog.heard(number * 3600 * S - 3600 * S + GRAIN_NS // 2, number * 3600 * S)
    assert dog.interval_ns == 0


def test_what_was_learned_outlives_the_connection_and_a_pause_between_two_teaches_nothing() -> None:
    device = Device(Watchdog())
    device.sends_after(*[10 * S] * 50)
    before = device.dog.interval_ns
    device.dog.ended()
    device.dog.opened(device.now + 3600 * S)
    assert device.dog.interval_ns == before
    device.dog.heard(device.now + 3700 * S, device.now + 3700 * S)
    assert device.dog.interval_ns == before


def test_chunks_that_were_read_before_the_link_opened_or_out_of_order_do_not_move_it_back() -> None:
    dog = Watchdog()
    dog.opened(10 * S)
    dog.heard(8 * S, 9 * S)
    assert dog.silent_ns(11 * S) == S
    dog.heard(8 * S, 9 * S)
    assert dog.interval_ns == 0


# -- whatever comes


@given(
    st.none() | st.integers(100 * MS, 100 * S),
    st.lists(
        st.tuples(
            st.sampled_from(
                ["heard", "heard late", "judge", "judge unread", "silence", "end", "open", "bound", "no bound"]
            ),
            st.one_of(st.integers(0, 20 * MS), st.integers(0, 20 * S), st.integers(0, 7200 * S)),
        ),
        min_size=20,  # else five on average: seldom one that has grown silent when something else happens
        max_size=60,
    ),
)
def test_in_any_order_of_events_it_calls_silent_only_who_was_silent_for_as_long_as_was_allowed(
    fixed: int | None, events: list[tuple[str, int]]
) -> None:
    dog, now = Watchdog(fixed), 0
    since: int | None = None
    longest = 0  # silence that a device could have shown
    for what, wait in events:
        before, now = now, now + wait
        if what == "open":
            dog.opened(now)
            since = now
        elif what == "end":
            dog.ended()
            since = None
        elif what in ("bound", "no bound"):
            was_stale, fixed = dog.is_stale, max(wait, 1) if what == "bound" else None
            dog.set_stale_after(fixed)
            assert dog.is_stale == was_stale
        elif what.startswith("heard"):
            was_stale = dog.is_stale
            empty = before if what == "heard late" else now
            assert dog.heard(empty, now) == (was_stale and since is not None)
            longest = max(longest, now - since) if since is not None else longest
            since = now if since is not None else None
            assert not dog.is_stale
        elif is_called_silent(dog, now) if what == "silence" else dog.judge(now, is_empty=what == "judge"):
            assert since is not None
            assert what != "judge unread"
            assert now - since >= dog.limit_ns
        assert dog.silent_ns(now) == (None if since is None else now - since)
        assert dog.limit_ns == fixed if fixed else LEAST_NS <= dog.limit_ns <= max(LEAST_NS, TIMES * longest)
        assert (dog.due_ns is None) == (since is None or dog.is_stale)


@given(st.integers(0, 2**32), st.floats(0.02, 60))
def test_an_irregular_device_without_a_stall_is_hardly_ever_called_silent_once_it_is_known(
    seed: int, mean_s: float
) -> None:
    """Intervals as of radioactive decay: one in 22 000 is ten times the mean, and more than a handful are a flaw."""
    dice = random.Random(seed)
    device = Device(Watchdog())
    device.sends_after(*[round(dice.expovariate(1 / mean_s) * S) for _ in range(50)])
    device.stale_s.clear()
    device.sends_after(*[round(dice.expovariate(1 / mean_s) * S) for _ in range(200)])
    assert len(device.stale_s) <= 3


def test_another_bound_holds_at_once_and_none_goes_back_to_what_was_learned() -> None:
    dog = Watchdog()
    dog.opened(0)
    dog.set_stale_after(S)
    assert dog.due_ns == S
    dog.set_stale_after(None)
    assert dog.due_ns == LEAST_NS
