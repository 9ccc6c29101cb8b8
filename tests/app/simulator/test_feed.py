"""A connection's frames: those of its source, unless a fault puts others before them or in their place."""

from __future__ import annotations

from app.simulator.devices.motor import Motor
from app.simulator.feed import Feed
from app.simulator.schedule import Schedule
from app.simulator.source import FlatOutSource, PacedSource, SharedStream
from app.simulator.tape import one_frame

NS = 10**9


def feed(count=None):
    motor = Motor()
    return motor, Feed(PacedSource(SharedStream(motor, Schedule(0, 500.0)), 0, count))


def test_what_is_inserted_goes_first_and_at_once():
    _, made = feed()
    made.insert(one_frame(b"hello"))
    assert (made.inserting, made.wake_ns()) == (True, 0)
    assert bytes(made.take(0).data) == b"hello"
    assert made.wake_ns() == NS // 500


def test_a_feed_is_exhausted_when_its_source_is_and_nothing_is_inserted():
    _, made = feed(count=2)
    made.insert(one_frame(b"hello"))
    made.take(NS)
    assert not made.exhausted
    made.take(NS)
    assert made.exhausted


def test_after_a_flood_it_goes_on_with_what_falls_due_then_and_counts_nothing_as_skipped():
    motor, made = feed()
    made.flood(FlatOutSource(motor, 0, None))
    assert len(made.take(NS)) > 1000
    made.calm(10 * NS)
    assert made.take(10 * NS) is None
    assert made.take(10 * NS + NS // 500).first == 5001
    assert made.skipped == 0


def test_what_is_gathered_is_kept_until_taken_and_then_a_fifos_worth_again():
    _, made = feed()
    made.gather()
    made.release(10 * NS)
    taken = 0
    while segment := made.take(10 * NS):
        assert segment.first == taken + 1
        taken += len(segment)
    assert (taken, made.skipped) == (5000, 0)
    made.take(20 * NS)
    assert made.skipped == 4500


def test_a_feed_that_closes_forgets_what_was_inserted_and_counts_what_is_late():
    _, made = feed()
    made.insert(one_frame(b"hello"))
    made.close(3 * NS)
    assert not made.inserting
    assert made.skipped == 1000
