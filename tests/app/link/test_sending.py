"""A link's writing side, with a reader that the test plays."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from app.link.contract import SendRefusedError, Ticket, TicketState
from app.link.outbox import HANDED
from app.link.sending import Sending
from tests.app.link.peers import turn_loop

QUEUED, STARTED, HANDED_ON, ACCEPTED, EXPIRED, REPLACED, LOST = TicketState


class Handover(QObject):
    """Keeps what it is given to write."""

    bytesWritten = Signal(object)
    bytesAcknowledged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[bytes] = []

    def write(self, data: bytes) -> None:
        self.pieces.append(data)


class Heard(QObject):
    """Writes down what is told, and can answer with a command, or by opening a dialog."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.told: list[tuple[bytes, TicketState]] = []
        self.taken: list[int] = []
        self.due: list[int | None] = []
        self.answers: list[bytes] = []
        self.opens_dialog = False
        self._sending = bench.sending
        bench.sending.ticketChanged.connect(self._tell)
        bench.sending.taken.connect(self._take)
        bench.sending.dueChanged.connect(self._note_due)

    @Slot(object)
    def _tell(self, ticket: Ticket) -> None:
        self.told.append((ticket.data, ticket.state))
        if self.answers:
            self._sending.put(self.answers.pop())
        if self.opens_dialog:
            self.opens_dialog = False
            turn_loop(3)
            self.told.append((b"dialog closed", ticket.state))

    @Slot(object)
    def _take(self, count: int) -> None:
        self.taken.append(count)

    @Slot()
    def _note_due(self) -> None:
        self.due.append(self._sending.due_ns)


class Bench:
    def __init__(self) -> None:
        self.now = 100
        self.parent = QObject()
        self.handover: Any = Handover()
        self.sending = Sending(self.handover, lambda: self.now, self.parent)
        self.heard = Heard(self)

    def open(self, *first: bytes, tells: bool = True) -> None:
        self.sending.open(1, first)
        if tells:
            self.handover.bytesAcknowledged.emit(0)
        self.sending.pump()

    def fill_qt(self) -> None:
        self.sending.put(bytes(HANDED))
        self.handover.pieces.clear()
        turn_loop()
        self.heard.told.clear()


@pytest.fixture
def bench(qapp: QCoreApplication) -> Bench:
    return Bench()


def test_nothing_is_written_before_it_is_pumped(bench: Bench) -> None:
    bench.sending.open(1, (b"hello",))
    assert bench.handover.pieces == []
    bench.sending.pump()
    assert bench.handover.pieces == [b"hello"]


def test_a_command_is_written_at_once_where_there_is_room(bench: Bench) -> None:
    bench.open()
    ticket = bench.sending.put(b"volt 5")
    assert bench.handover.pieces == [b"volt 5"]
    assert (ticket.state, ticket.queued_ns, ticket.started_ns) == (STARTED, 100, 100)
    assert bench.sending.tickets() == (ticket,)


def test_what_waits_is_written_as_the_kernel_takes_what_was_before(bench: Bench) -> None:
    bench.open()
    bench.fill_qt()
    bench.sending.put(b"volt 5")
    assert (bench.handover.pieces, bench.sending.queued, bench.sending.unsent) == ([], 6, HANDED + 6)
    bench.handover.bytesWritten.emit(4)
    assert bench.handover.pieces == [b"volt"]
    bench.handover.bytesWritten.emit(HANDED)
    assert bench.handover.pieces == [b"volt", b" 5"]
    assert (bench.heard.taken, bench.sending.written, bench.sending.unsent) == ([4, HANDED], HANDED + 4, 2)


def test_a_ticket_is_told_of_from_the_loop_and_never_within_a_call(bench: Bench) -> None:
    bench.open(b"hello")
    bench.sending.put(b"volt 5")
    assert bench.heard.told == []
    turn_loop()
    assert bench.heard.told == [(b"hello", STARTED), (b"volt 5", STARTED)]


def test_each_state_is_told_once_and_in_order(bench: Bench) -> None:
    bench.open()
    bench.fill_qt()
    ticket = bench.sending.put(b"abc")
    turn_loop()
    bench.handover.bytesWritten.emit(HANDED)
    turn_loop()
    bench.handover.bytesWritten.emit(3)
    turn_loop()
    bench.handover.bytesAcknowledged.emit(HANDED + 3)
    turn_loop()
    states = [state for data, state in bench.heard.told if data == b"abc"]
    assert states == [QUEUED, STARTED, HANDED_ON, ACCEPTED]
    assert ticket.is_over


def test_a_receiver_may_send_and_is_told_of_it_in_its_turn(bench: Bench) -> None:
    bench.open()
    bench.heard.answers = [b"second"]
    bench.sending.put(b"first")
    turn_loop()
    assert bench.handover.pieces == [b"first", b"second"]
    assert bench.heard.told == [(b"first", STARTED), (b"second", STARTED)]


def test_a_receiver_with_a_loop_of_its_own_keeps_nobody_from_being_told(bench: Bench) -> None:
    bench.open()
    bench.heard.opens_dialog = True
    bench.heard.answers = [b"third"]
    bench.sending.put(b"first")
    bench.sending.put(b"second")
    turn_loop()
    assert [data for data, _ in bench.heard.told] == [b"first", b"second", b"third", b"dialog closed"]


def test_the_earliest_expiry_is_told_as_it_changes(bench: Bench) -> None:
    bench.open()
    bench.fill_qt()
    bench.sending.put(b"a", expires_ns=300)
    bench.sending.put(b"b", expires_ns=200, key="volt")
    bench.sending.put(b"c", expires_ns=400)
    bench.sending.put(b"d", key="volt")
    assert bench.heard.due == [300, 200, 300]
    bench.now = 300
    bench.sending.wake()
    assert (bench.heard.due, bench.sending.due_ns) == ([300, 200, 300, 400], 400)
    bench.sending.drop()
    assert bench.sending.due_ns is None
    turn_loop()
    assert dict(bench.heard.told) == {b"a": EXPIRED, b"b": REPLACED, b"c": LOST, b"d": LOST, bytes(HANDED): LOST}


def test_what_was_acknowledged_and_what_was_lost_is_counted_over_all_connections(bench: Bench) -> None:
    assert bench.sending.acknowledged is None
    for connection in (1, 2):
        bench.sending.open(connection, ())
        bench.handover.bytesAcknowledged.emit(0)
        bench.sending.put(b"0123456789")
        bench.handover.bytesWritten.emit(8)
        bench.handover.bytesAcknowledged.emit(3)
        bench.handover.bytesAcknowledged.emit(7)
        bench.sending.drop()
    assert (bench.sending.written, bench.sending.acknowledged, bench.sending.lost) == (16, 14, 6)


def test_where_no_connection_could_tell_there_is_no_figure_of_what_was_acknowledged(bench: Bench) -> None:
    bench.open(tells=False)
    bench.sending.put(b"0123456789")
    bench.handover.bytesWritten.emit(8)
    bench.sending.drop()
    assert (bench.sending.acknowledged, bench.sending.lost) == (None, 2)


def test_refusals_are_counted_and_told_to_the_one_who_sends(bench: Bench) -> None:
    with pytest.raises(SendRefusedError, match="the link is not open"):
        bench.sending.put(b"volt 5")
    assert bench.sending.refused == 1
    turn_loop()
    assert bench.heard.told == []
