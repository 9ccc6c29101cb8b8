from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.framing.tail import EMPTY, FIRST_CAPACITY, Tail


@settings(max_examples=200)
@given(st.lists(st.tuples(st.integers(0, 9000), st.floats(0, 1)), max_size=40))
def test_the_window_is_what_waited_and_the_new_bytes_in_order(steps: list[tuple[int, float]]):
    tail, waiting, number, fed = Tail(), b"", 0, 0
    for size, share in steps:
        data = bytes((number + i) % 251 for i in range(size))
        number, fed = number + size, fed + size
        window = tail.extended(memoryview(data))
        assert bytes(window) == waiting + data
        dropped = round(len(window) * share)
        tail.drop(dropped)
        waiting = (waiting + data)[dropped:]
        assert len(tail) == len(waiting)
        assert tail.copied <= 4 * fed


def test_with_nothing_waiting_the_window_is_the_chunk():
    tail, data = Tail(), memoryview(b"abc")
    assert tail.extended(data) is data
    tail.drop(3)
    assert len(tail) == 0
    assert tail.copied == 0


def test_dropping_leaves_the_window_readable_until_the_next_one():
    tail = Tail()
    tail.extended(memoryview(b"abc"))
    tail.drop(1)
    window = tail.extended(memoryview(b"def"))
    tail.drop(5)
    assert bytes(window) == b"bcdef"


def test_windows_are_read_only():
    tail = Tail()
    tail.extended(memoryview(b"abc"))
    tail.drop(0)
    assert tail.extended(memoryview(b"d")).readonly


def test_a_long_tail_in_single_bytes_is_copied_a_few_times():
    tail, byte = Tail(), memoryview(b"x")
    for _ in range(50_000):
        tail.extended(byte)
        tail.drop(0)
    assert len(tail) == 50_000
    assert tail.copied <= 4 * 50_000
    assert tail.capacity <= 4 * 50_000


def test_a_long_tail_that_slides_is_moved_rarely():
    for waiting in (3000, 4000, 4095):
        tail, piece = Tail(), memoryview(b"0123456")
        tail.extended(memoryview(bytes(waiting)))
        tail.drop(0)
        for _ in range(5000):
            tail.extended(piece)
            tail.drop(len(piece))
        assert len(tail) == waiting
        assert tail.copied <= 4 * (waiting + 5000 * len(piece))


def test_a_stream_of_short_tails_stays_in_its_first_store():
    tail, data = Tail(), memoryview(bytes(FIRST_CAPACITY - 100))
    for _ in range(100):
        window = tail.extended(data)
        tail.drop(len(window) - 60)
    assert tail.capacity == FIRST_CAPACITY


def test_nothing_can_be_added_to_nothing():
    tail = Tail()
    assert len(tail.extended(EMPTY)) == 0
    tail.drop(0)
    assert len(tail) == 0
