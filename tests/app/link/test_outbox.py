"""The bounded queue of outgoing commands. Its order under any sequence of events: test_outbox_model.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.link.contract import SendRefusedError, Ticket, TicketState
from app.link.outbox import HANDED, TOLD, TOLD_BYTES, Outbox

QUEUED, STARTED, HANDED_ON, ACCEPTED, EXPIRED, REPLACED, LOST = TicketState


def _open(bound: int = 1000, first: tuple[bytes, ...] = (), most_tickets: int = 50, *, tells: bool = True) -> Outbox:
    """`tells`: whether it is known what the device acknowledges."""
    outbox = Outbox(bound, most_tickets)
    outbox.open(1, first, 0)
    if tells:
        outbox.acknowledged(0, 0)
    return outbox


def _fill_qt(outbox: Outbox) -> None:
    """Whatever comes next has to wait."""
    outbox._bound += HANDED
    outbox.put(bytes(HANDED), 0)
    assert outbox.next_piece(0) == bytes(HANDED)


def _told(outbox: Outbox) -> list[tuple[bytes, TicketState]]:
    told = [(ticket.data, state) for ticket, state in outbox.changes]
    outbox.changes.clear()
    return told


# -- being refused


def test_before_a_connection_everything_is_refused() -> None:
    with pytest.raises(SendRefusedError, match="5 bytes refused: the link is not open"):
        Outbox().put(b"hello", 0)


def test_after_a_connection_everything_is_refused() -> None:
    outbox = _open()
    outbox.drop(0)
    with pytest.raises(SendRefusedError, match="the link is not open"):
        outbox.put(b"hello", 0)


def test_an_empty_command_is_refused() -> None:
    with pytest.raises(SendRefusedError, match="0 bytes refused: an empty command is nothing to send"):
        _open().put(b"", 0)


def test_the_queue_is_full_at_its_bound_and_says_so_with_the_values() -> None:
    outbox = _open(bound=10)
    outbox.put(bytes(7), 0)
    outbox.put(bytes(3), 0)
    with pytest.raises(SendRefusedError, match="1 byte refused: 10 bytes already wait to be sent, the queue holds 10"):
        outbox.put(b"x", 0)
    assert outbox.unsent == 10


def test_bytes_in_the_hands_of_qt_still_count_against_the_bound() -> None:
    outbox = _open(bound=10)
    outbox.put(bytes(10), 0)
    assert outbox.next_piece(0) == bytes(10)
    assert (outbox.queued, outbox.unsent) == (0, 10)
    with pytest.raises(SendRefusedError):
        outbox.put(b"x", 0)
    outbox.taken(1, 0)
    outbox.put(b"x", 0)


def test_so_many_commands_may_be_under_way_until_the_device_acknowledges_some() -> None:
    outbox = _open(most_tickets=3)
    for data in (b"a", b"b", b"c"):
        outbox.put(data, 0)
    outbox.next_piece(0)
    outbox.taken(3, 0)
    with pytest.raises(SendRefusedError, match="1 byte refused: 3 commands are already under way, the queue holds 3"):
        outbox.put(b"d", 0)
    outbox.acknowledged(1, 0)
    outbox.put(b"d", 0)


def test_where_acknowledgements_are_not_to_be_had_what_the_kernel_took_is_not_under_way() -> None:
    outbox = _open(most_tickets=1, tells=False)
    for _ in range(5):
        outbox.put(b"a", 0)
        outbox.next_piece(0)
        outbox.taken(1, 0)
    assert outbox.under_way == 0


def test_what_the_session_sends_first_may_be_longer_and_more_than_the_bounds() -> None:
    outbox = _open(10, (bytes(8), b"", bytes(8)), most_tickets=1)
    assert (outbox.unsent, outbox.under_way) == (16, 2)
    with pytest.raises(SendRefusedError):
        outbox.put(b"x", 0)


def test_what_has_expired_makes_room() -> None:
    outbox = _open(bound=10)
    outbox.put(bytes(10), 0, expires_ns=5)
    with pytest.raises(SendRefusedError):
        outbox.put(b"x", 4)
    outbox.put(b"x", 5)
    assert outbox.unsent == 1


def test_a_newer_value_needs_only_the_room_that_it_takes_beyond_the_older_one() -> None:
    outbox = _open(bound=10, most_tickets=2)
    outbox.put(b"12345", 0, key="volt")
    outbox.put(b"xyz", 0)
    newer = outbox.put(b"1234567", 0, key="volt")
    with pytest.raises(SendRefusedError, match="8 bytes refused: 3 bytes already wait"):
        outbox.put(b"12345678", 0, key="volt")
    assert newer.state is QUEUED
    assert outbox.next_piece(0) == b"1234567xyz"


# -- the order


def test_qt_is_given_no_more_than_its_share_at_once() -> None:
    outbox = _open(bound=HANDED * 4)
    outbox.put(bytes(HANDED * 3), 0)
    assert len(outbox.next_piece(0) or b"") == HANDED
    assert outbox.next_piece(0) is None
    outbox.taken(100, 0)
    assert len(outbox.next_piece(0) or b"") == 100


def test_a_command_that_has_started_is_given_out_to_its_end_before_another() -> None:
    outbox = _open(bound=HANDED * 4)
    long = outbox.put(b"a" * (HANDED + 5), 0, key="volt", expires_ns=10)
    outbox.next_piece(0)
    outbox.put(b"b", 0, key="volt")
    outbox.taken(HANDED, 20)
    assert outbox.next_piece(20) == b"aaaaab"
    assert long.state is STARTED


def test_a_newer_value_replaces_one_that_has_not_started() -> None:
    outbox = _open()
    _fill_qt(outbox)
    older, command = outbox.put(b"volt 5\n", 1, key="volt"), outbox.put(b"on\n", 1)
    newer = outbox.put(b"volt 12\n", 2, key="volt")
    assert (older.state, older.ended_ns, older.end) == (REPLACED, 2, None)
    outbox.taken(HANDED, 3)
    assert outbox.next_piece(3) == b"volt 12\non\n"
    assert (newer.state, command.state) == (STARTED, STARTED)


def test_what_is_too_old_never_starts() -> None:
    outbox = _open()
    _fill_qt(outbox)
    command = outbox.put(b"now\n", 1, expires_ns=10)
    assert outbox.due_ns == 10
    outbox.taken(HANDED, 10)
    assert outbox.next_piece(10) is None
    assert (command.state, command.ended_ns, command.end) == (EXPIRED, 10, None)
    assert (outbox.due_ns, outbox.unsent) == (None, 0)


def test_a_command_that_is_too_old_from_the_beginning_is_a_ticket_that_says_so() -> None:
    outbox = _open()
    assert outbox.put(b"late", 10, expires_ns=10).state is EXPIRED
    assert outbox.next_piece(10) is None


def test_bytes_that_are_changed_after_they_were_sent_are_sent_as_they_were() -> None:
    outbox = _open()
    data = bytearray(b"volt 5")
    outbox.put(data, 0)  # type: ignore[arg-type]  # an array is no bytes, but many have one
    data[:] = b"volt 9"
    assert outbox.next_piece(0) == b"volt 5"


# -- how far they come


def test_a_ticket_says_when_it_came_how_far() -> None:
    outbox = _open(first=(b"hello\n",))
    ticket = outbox.put(b"volt 5\n", 1, key="volt", expires_ns=99)
    assert (ticket.connection, ticket.data, ticket.key, ticket.expires_ns) == (1, b"volt 5\n", "volt", 99)
    assert (ticket.state, ticket.end) == (QUEUED, None)
    outbox.next_piece(2)
    assert (ticket.state, ticket.end) == (STARTED, 13)
    outbox.taken(12, 3)
    assert ticket.state is STARTED
    outbox.taken(1, 4)
    assert ticket.state is HANDED_ON
    assert outbox.acknowledged(12, 5) == 12
    assert ticket.state is HANDED_ON
    assert not ticket.is_over
    assert outbox.acknowledged(13, 6) == 1
    assert (ticket.state, ticket.is_over, ticket.ended_ns) == (ACCEPTED, True, None)
    assert (ticket.queued_ns, ticket.started_ns, ticket.handed_ns, ticket.accepted_ns) == (1, 2, 4, 6)


def test_each_state_that_is_entered_is_told_in_order() -> None:
    outbox = _open(first=(b"a",))
    outbox.put(b"b", 0, key="k")
    outbox.put(b"c", 0, key="k")
    assert _told(outbox) == [(b"a", QUEUED), (b"b", QUEUED), (b"b", REPLACED), (b"c", QUEUED)]
    outbox.next_piece(0)
    outbox.taken(2, 0)
    outbox.acknowledged(1, 0)
    assert _told(outbox) == [(b"a", STARTED), (b"c", STARTED), (b"a", HANDED_ON), (b"c", HANDED_ON), (b"a", ACCEPTED)]
    outbox.drop(0)
    assert _told(outbox) == [(b"c", LOST)]


def test_with_the_connection_all_is_lost_that_was_not_acknowledged() -> None:
    outbox = _open()
    tickets = [outbox.put(b"12345", 0) for _ in range(3)]
    outbox.next_piece(0)
    outbox.taken(10, 0)
    outbox.acknowledged(7, 0)
    tickets.append(outbox.put(b"xyz", 0))
    assert outbox.drop(9) == 18 - 7
    assert [ticket.state for ticket in tickets] == [ACCEPTED, LOST, LOST, LOST]
    assert [ticket.ended_ns for ticket in tickets] == [None, 9, 9, 9]
    assert outbox.drop(9) == 0


def test_where_acknowledgements_are_not_to_be_had_what_the_kernel_took_is_not_called_lost() -> None:
    outbox = _open(tells=False)
    tickets = [outbox.put(b"12345", 0) for _ in range(3)]
    outbox.next_piece(0)
    outbox.taken(7, 0)
    assert outbox.drop(9) == 15 - 7
    assert [ticket.state for ticket in tickets] == [HANDED_ON, LOST, LOST]
    assert tickets[0].accepted_ns is None


def test_a_new_connection_begins_at_position_nought_without_the_old_bytes() -> None:
    outbox = _open()
    outbox.put(b"old", 0)
    outbox.next_piece(0)
    outbox.taken(1, 0)
    outbox.open(2, (), 0)
    assert (outbox.unsent, outbox.taken_until, outbox.next_piece(0)) == (0, 0, None)
    ticket = outbox.put(b"new", 0)
    outbox.next_piece(0)
    assert (ticket.connection, ticket.end) == (2, 3)


def test_the_rest_of_a_command_that_had_started_does_not_go_into_the_next_connection() -> None:
    outbox = _open(bound=HANDED * 4)
    outbox.put(bytes(HANDED + 5), 0)
    outbox.next_piece(0)
    outbox.open(2, (b"hello",), 0)
    assert outbox.next_piece(0) == b"hello"


def test_what_is_told_after_the_end_is_no_longer_counted() -> None:
    outbox = _open()
    outbox.put(b"hello", 0)
    outbox.next_piece(0)
    outbox.drop(0)
    outbox.taken(5, 0)
    assert outbox.acknowledged(5, 0) == 0
    assert (outbox.taken_until, outbox.acknowledged_until, outbox.unsent) == (0, None, 0)


# -- looking back


def _tickets(outbox: Outbox) -> list[bytes]:
    return [ticket.data for ticket in outbox.tickets()]


def test_the_newest_commands_are_kept_to_be_looked_at_over_all_connections() -> None:
    outbox = _open(first=(b"hello",))
    kept = outbox.put(b"volt 5", 0)
    outbox.open(2, (b"hello",), 0)
    assert _tickets(outbox) == [b"hello", b"volt 5", b"hello"]
    assert outbox.tickets()[1] is kept
    for index in range(TOLD):
        outbox.put(b"%d" % index, 0, key="volt")
    assert _tickets(outbox) == [b"%d" % index for index in range(TOLD)]


def test_long_commands_are_kept_in_a_smaller_number_and_the_newest_in_any_case() -> None:
    outbox = _open(bound=TOLD_BYTES * 4)
    for size in (TOLD_BYTES // 2, TOLD_BYTES // 2, 1):
        outbox.put(bytes(size), 0)
    assert [len(data) for data in _tickets(outbox)] == [TOLD_BYTES // 2, 1]
    newest = outbox.put(bytes(TOLD_BYTES * 2), 0)
    assert outbox.tickets() == (newest,)


def test_a_ticket_is_itself_and_no_other_with_the_same_bytes() -> None:
    assert Ticket(1, b"a", 0) != Ticket(1, b"a", 0)


def _refusal(outbox: Outbox, data: bytes, key: str) -> str:
    """Why it is not taken; "" where it is."""
    try:
        outbox.put(data, 0, key=key)
    except SendRefusedError as refused:
        return str(refused)
    return ""


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=40), st.integers(1, 8))
def test_what_cannot_be_taken_is_refused_with_the_reason_and_changes_nothing(
    puts: list[tuple[int, bool]], most_tickets: int
) -> None:
    outbox = Outbox(bound=100, most_tickets=most_tickets)
    outbox.taken(5, 0)  # of a connection that is no more
    assert outbox.acknowledged(5, 0) == 0
    with pytest.raises(SendRefusedError, match="not open"):
        outbox.put(b"x", 0)
    outbox.open(1, (), 0)
    queued = 0
    for size, is_set_point in puts:
        before = (outbox.unsent, outbox.under_way, len(outbox.tickets()))
        key = f"{size}" if is_set_point else ""
        said = _refusal(outbox, bytes(size), key)
        queued += not said
        if said:
            is_long, is_full = outbox.unsent + size > 100, outbox.under_way >= most_tickets
            assert not size or is_long or is_full
            assert ("empty" in said) == (not size)
            assert (outbox.unsent, outbox.under_way, len(outbox.tickets())) == before
        assert outbox.unsent <= 100
        assert outbox.under_way <= most_tickets
    assert len(outbox.tickets()) == min(queued, TOLD)
