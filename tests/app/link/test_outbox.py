"""The bounded queue of outgoing bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.link.contract import SendRefusedError, Ticket
from app.link.outbox import HANDED, Outbox


def _open(bound: int = 1000, first: tuple[bytes, ...] = ()) -> Outbox:
    outbox = Outbox(bound)
    outbox.open(1, first)
    return outbox


def test_before_a_connection_everything_is_refused() -> None:
    with pytest.raises(SendRefusedError, match="5 bytes refused: the link is not open"):
        Outbox().put(b"hello")


def test_after_a_connection_everything_is_refused() -> None:
    outbox = _open()
    outbox.drop()
    with pytest.raises(SendRefusedError, match="the link is not open"):
        outbox.put(b"hello")


def test_a_ticket_ends_behind_its_last_byte() -> None:
    outbox = _open(first=(b"abc",))
    assert outbox.put(b"de") == Ticket(1, 5)
    assert outbox.next_piece() == b"abcde"
    outbox.taken(4)
    assert outbox.put(b"f") == Ticket(1, 6)


def test_the_queue_is_full_at_its_bound_and_says_so_with_the_values() -> None:
    outbox = _open(bound=10)
    outbox.put(bytes(7))
    outbox.put(bytes(3))
    with pytest.raises(SendRefusedError, match="1 bytes refused: 10 bytes already wait to be sent, the queue holds 10"):
        outbox.put(b"x")
    assert outbox.unsent == 10


def test_bytes_in_the_hands_of_qt_still_count_against_the_bound() -> None:
    outbox = _open(bound=10)
    outbox.put(bytes(10))
    assert outbox.next_piece() == bytes(10)
    assert (outbox.queued, outbox.unsent) == (0, 10)
    with pytest.raises(SendRefusedError):
        outbox.put(b"x")
    outbox.taken(1)
    outbox.put(b"x")


def test_what_the_session_sends_first_may_be_longer_than_the_bound() -> None:
    outbox = _open(bound=10, first=(bytes(8), bytes(8)))
    assert outbox.unsent == 16
    with pytest.raises(SendRefusedError):
        outbox.put(b"x")


def test_qt_is_given_no_more_than_its_share_at_once() -> None:
    outbox = _open(bound=HANDED * 4)
    outbox.put(bytes(HANDED * 3))
    assert len(outbox.next_piece() or b"") == HANDED
    assert outbox.next_piece() is None
    outbox.taken(100)
    assert len(outbox.next_piece() or b"") == 100


def test_a_new_connection_begins_at_position_nought_without_the_old_bytes() -> None:
    outbox = _open()
    outbox.put(b"old")
    outbox.next_piece()
    outbox.taken(1)
    outbox.open(2)
    assert (outbox.unsent, outbox.taken_until, outbox.next_piece()) == (0, 0, None)
    assert outbox.put(b"new") == Ticket(2, 3)


def test_dropping_says_how_much_was_not_sent() -> None:
    outbox = _open()
    outbox.put(b"hello")
    outbox.next_piece()
    outbox.taken(2)
    outbox.put(b"x")
    assert outbox.drop() == 4
    assert outbox.drop() == 0


def test_what_the_kernel_takes_after_the_end_is_no_longer_counted() -> None:
    outbox = _open()
    outbox.put(b"hello")
    outbox.next_piece()
    outbox.drop()
    outbox.taken(5)
    assert (outbox.taken_until, outbox.unsent) == (0, 0)


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 400)), max_size=40))
def test_every_byte_comes_out_once_in_order_and_the_counts_add_up(steps: list[tuple[int, int]]) -> None:
    outbox, put, out, taken = _open(bound=500), bytearray(), bytearray(), 0
    for count, take in steps:
        data = bytes((len(put) + i) % 251 for i in range(count))
        try:
            ticket = outbox.put(data)
        except SendRefusedError:
            assert len(put) - taken + count > 500
        else:
            put += data
            assert ticket.end == len(put)
        while (piece := outbox.next_piece()) is not None:
            out += piece
        step = min(take, len(out) - taken)
        outbox.taken(step)
        taken += step
        assert outbox.unsent == len(put) - taken <= 500
        assert outbox.queued == len(put) - len(out)
    assert put.startswith(out)
