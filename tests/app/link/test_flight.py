"""Credits between the reading thread and the GUI."""

from __future__ import annotations

import threading

from hypothesis import given, settings
from hypothesis import strategies as st

from app.link.flight import PIECE, Count, Flight


def test_what_was_launched_is_in_flight_until_it_lands() -> None:
    flight = Flight()
    flight.launch(None, 100, 100)
    flight.launch(None, 20, 120)
    assert flight.count() == Count(120, 120, 120)
    flight.land(100)
    assert flight.count() == Count(120, 20, 120)


def test_there_is_no_room_past_the_bound_and_the_reader_is_woken_once_there_is_enough() -> None:
    flight = Flight(bound=10_000, resume=5_000)
    assert flight.has_room()
    flight.launch(None, 10_000, 10_000)
    flight.launch(None, 10, 10_010)
    assert not flight.has_room()
    assert not flight.land(10)
    assert flight.land(10_000)
    assert flight.has_room()


def test_a_reader_that_never_waited_is_not_woken() -> None:
    flight = Flight(bound=10_000, resume=5_000)
    flight.launch(None, 20_000, 20_000)
    assert not flight.land(20_000)


def test_what_is_under_way_comes_in_order_and_one_wake_up_is_asked_for_all_of_it() -> None:
    flight = Flight()
    assert flight.launch("one", 1, 1)
    assert not flight.launch("two", 1, 2)
    assert not flight.append("end")
    assert [flight.next() for _ in range(4)] == ["one", "two", "end", None]
    assert not flight.append("not told of yet")
    flight.woken()
    assert flight.append("needs another")
    assert [flight.next(), flight.next()] == ["not told of yet", "needs another"]


def test_single_bytes_use_up_credits_too() -> None:
    flight = Flight(bound=100 * PIECE, resume=0)
    launched = 0
    while flight.has_room():
        launched += 1
        flight.launch(None, 1, launched)
    assert launched == 100


def test_most_counts_from_the_last_move() -> None:
    flight = Flight()
    flight.launch(None, 1000, 1000)
    flight.launch(None, 1000, 2000)
    flight.land(1000)
    flight.begin(2000, 16384)
    assert flight.count() == Count(2000, 1000, 1000)
    flight.land(1000)
    flight.launch(None, 10, 2010)
    assert flight.count() == Count(2010, 10, 1000)


@given(st.lists(st.integers(1, 5000), max_size=60), st.data())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_a_waiting_reader_is_always_woken_before_nothing_is_in_flight(sizes: list[int], data: st.DataObject) -> None:
    """Else it would wait for ever: the last landing is the last chance to tell."""
    flight = Flight(bound=8000, resume=4000)
    flying: list[int] = []
    waits, read = False, 0
    for size in sizes:
        if not waits and not flight.has_room():
            waits = True
        if not waits:
            read += size
            flight.launch(None, size, read)
            flying.append(size)
        for _ in range(data.draw(st.integers(0, len(flying)))):
            woken = flight.land(flying.pop(0))
            assert waits or not woken
            waits = waits and not woken
        if not flying:
            assert not waits
    assert flight.count()[:2] == (read, sum(flying))


def test_two_threads_leave_no_credit_behind() -> None:
    flight = Flight(bound=1 << 16, resume=1 << 15)
    landed, room = threading.Semaphore(0), threading.Event()

    def read() -> None:
        total = 0
        for size in range(1, 5001):
            while not flight.has_room():
                room.wait()
                room.clear()
            total += size
            flight.launch(None, size, total)
            landed.release()

    reader = threading.Thread(target=read)
    reader.start()
    for size in range(1, 5001):
        landed.acquire()
        if flight.land(size):
            room.set()
    reader.join()
    assert flight.count()[:2] == (5000 * 5001 // 2, 0)


STEPS = st.lists(st.sampled_from(["launch", "word", "next", "woken", "move"]), max_size=80)


@given(STEPS, st.data())
def test_what_is_launched_arrives_once_in_order_and_the_account_holds_at_every_moment(
    steps: list[str], data: st.DataObject
) -> None:
    """Against a list: the lane, the bytes in it and in the receivers' hands, and who has been told to wake up."""
    flight = Flight(bound=4000, resume=2000)
    lane: list[tuple[str, int]] = []
    read = flying = most = launched = 0
    is_woken = False
    flight.begin(0, 100)
    for step in steps:
        if step == "launch" and flight.has_room():
            size = data.draw(st.integers(1, 900))
            read, flying, launched = read + size, flying + size, launched + 1
            most = max(most, flying)
            wakes = flight.launch(("piece", size), size, read)
            assert wakes == (not is_woken)
            is_woken = True
            lane.append(("piece", size))
        elif step == "word":
            assert flight.append(("word", 0)) == (not is_woken)
            is_woken = True
            lane.append(("word", 0))
        elif step == "woken":
            flight.woken()
            is_woken = False
        elif step == "next":
            item = flight.next()
            assert item == (lane.pop(0) if lane else None)
            if item is not None and item[0] == "piece":
                flying -= item[1]
                flight.land(item[1])
        elif step == "move":
            flight.rest()
            assert not flight.is_on
            flight.begin(read, 100)
            most = flying
        assert flight.count() == Count(read, flying, most)
        assert flight.is_empty() == (not lane)
        assert flight.is_on
    assert flying <= 4000 + 900
