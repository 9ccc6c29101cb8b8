"""The part of a link that owns the socket."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QThread, QTimer, Signal, Slot

from app.clock import now_ns
from app.link.attempt import Connected
from app.link.connection import FIRST
from app.link.pulse import BEAT_MS
from app.link.reader import SocketReader
from tests.app.link.owner import Owner, connect
from tests.app.link.peers import PATIENCE_S, Flood, Server, reset, turn_loop, until, words


@pytest.fixture
def owner() -> Iterator[Owner]:
    owner = Owner()
    yield owner
    owner.abortAsked.emit("the test is over")


def test_a_reader_has_no_parent_and_its_timers_move_with_it(owner: Owner) -> None:
    assert owner.reader.parent() is None
    assert len(owner.reader.children()) == 2


def test_an_adopted_socket_belongs_to_the_reader(owner: Owner, server: Server) -> None:
    connected, _ = connect(server)
    owner.adopted.emit(connected)
    assert connected.socket.parent() is owner.reader


def test_what_came_before_the_adoption_is_read_and_not_within_it(owner: Owner, server: Server) -> None:
    connected, peer = connect(server)
    peer.sendall(b"abc")
    until(lambda: connected.socket.bytesAvailable() == 3)
    owner.adopted.emit(connected)
    assert owner.data == b""
    until(lambda: owner.data == b"abc")


def test_a_socket_that_has_ended_before_its_adoption_is_read_to_its_end(owner: Owner, server: Server) -> None:
    connected, peer = connect(server)
    peer.sendall(b"abc")
    peer.close()
    until(lambda: int(connected.socket.socketDescriptor()) < 0)
    owner.adopted.emit(connected)
    until(lambda: bool(owner.ends))
    assert owner.data == b"abc"
    assert (owner.ends[0].offset, owner.ends[0].reason) == (3, "closed by the device")
    assert owner.sample().kernel is None or owner.sample().kernel.sum == 3  # type: ignore[union-attr]


def test_what_qt_has_read_is_not_lost_where_a_write_fails(owner: Owner, server: Server) -> None:
    """A paused reader leaves bytes in Qt's buffer; when a write finds the connection reset, Qt drops them."""
    connected, peer = connect(server)
    connected.socket.setReadBufferSize(FIRST)
    owner.adopted.emit(connected)
    turn_loop()
    owner.reader.move_to(owner.reader.thread())
    said = words(0, 5000)
    peer.sendall(said)
    until(lambda: connected.socket.bytesAvailable() == FIRST)  # no more is asked for: only the write will tell
    reset(peer)
    owner.writeAsked.emit(b"hello")
    until(lambda: connected.socket.bytesAvailable() == 0)
    owner.sampleAsked.emit()
    assert owner.samples[-1].in_qt == FIRST
    owner.reader.resume()
    until(lambda: bool(owner.ends))
    assert owner.data == said
    assert (owner.ends[0].offset, owner.ends[0].reason) == (len(said), "reset by the device")
    assert owner.sample().kernel is None or owner.sample().kernel.agrees  # type: ignore[union-attr]


def test_a_reader_that_owns_nothing_ignores_what_it_is_asked(owner: Owner) -> None:
    owner.writeAsked.emit(b"abc")
    owner.finishAsked.emit()
    owner.abortAsked.emit("no reason")
    turn_loop()
    assert (owner.ends, owner.written) == ([], 0)
    assert owner.sample().read == 0


def test_what_is_written_is_reported_when_the_kernel_has_taken_it(owner: Owner, server: Server) -> None:
    connected, peer = connect(server)
    owner.adopted.emit(connected)
    owner.writeAsked.emit(b"hello")
    assert owner.written == 0
    until(lambda: owner.written == 5)
    assert peer.recv(10) == b"hello"


def test_finishing_waits_for_what_was_written(owner: Owner, server: Server) -> None:
    connected, peer = connect(server)
    owner.adopted.emit(connected)
    owner.writeAsked.emit(b"hello")
    owner.finishAsked.emit()
    assert owner.ends == []
    until(lambda: bool(owner.ends))
    assert owner.ends[0].reason == "closed here"
    assert peer.recv(10) == b"hello"
    assert peer.recv(10) == b""


def test_finishing_with_nothing_written_ends_at_once(owner: Owner, server: Server) -> None:
    connected, peer = connect(server)
    owner.adopted.emit(connected)
    owner.finishAsked.emit()
    assert [end.reason for end in owner.ends] == ["closed here"]
    assert peer.recv(1) == b""


def test_an_aborted_connection_ends_at_once_with_its_reason(owner: Owner, server: Server) -> None:
    connected, _ = connect(server)
    owner.adopted.emit(connected)
    owner.writeAsked.emit(b"hello")
    owner.abortAsked.emit("a length of 4 GiB")
    assert [end.reason for end in owner.ends] == ["a length of 4 GiB"]


def test_being_asked_to_finish_while_the_rest_is_received_leaves_the_next_connection_alone(
    owner: Owner, server: Server
) -> None:
    connected, peer = connect(server)
    owner.adopted.emit(connected)
    turn_loop()
    owner.reader.bytesReceived.connect(owner.finish)
    peer.sendall(b"abc")
    reset(peer)
    while not owner.ends:  # the reset is on its way; no turn of the loop reads what waits
        owner.writeAsked.emit(b"fails")
        connected.socket.flush()
    assert (bytes(owner.data), owner.ends[0].offset) == (b"abc", 3)
    assert not owner.reader._patience.isActive()  # it would end the next one


def test_a_sample_counts_all_connections(owner: Owner, server: Server) -> None:
    for number in (1, 2):
        connected, peer = connect(server)
        owner.adopted.emit(connected)
        peer.sendall(b"abcd")
        until(lambda: len(owner.data) == 4)
        sample = owner.sample()
        assert (sample.read, sample.in_qt) == (4 * number, 0)
        owner.data.clear()
        owner.expected = 0
        peer.close()
        until(lambda wanted=number: len(owner.ends) == wanted)
    sample = owner.sample()
    assert (sample.read, sample.reads, sample.effective, sample.tcp_info) == (8, 2, None, None)
    if sample.kernel is not None:
        assert (sample.kernel.before, sample.kernel.sum, sample.kernel.after) == (8, 8, 8)


def test_a_connection_without_a_witness_stays_out_of_the_kernels_account(owner: Owner, server: Server) -> None:
    connected, peer = connect(server)
    if connected.witness is not None:
        connected.witness.close()
    bare = Connected(connected.socket, None, connected.receive_buffer, connected.began_ns)
    owner.adopted.emit(bare)
    peer.sendall(b"abcd")
    until(lambda: len(owner.data) == 4)
    sample = owner.sample()
    assert (sample.read, sample.tcp_info) == (4, None)
    assert sample.kernel is None  # not an account of zero bytes
    peer.close()
    until(lambda: bool(owner.ends))
    assert owner.ends[0].reason == "closed by the device"


class Mover(QObject):
    """Brings a reader home from the thread where it is; lives there itself."""

    brought = Signal()

    def __init__(self, reader: SocketReader, home: QThread) -> None:
        super().__init__()
        self._reader, self._home = reader, home

    @Slot()
    def bring(self) -> None:
        self._reader.moveToThread(self._home)
        self.moveToThread(self._home)
        self.brought.emit()


class Arrival(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    @Slot()
    def arrive(self) -> None:
        self.count += 1


def test_a_reader_goes_to_a_thread_and_back_with_its_socket_and_loses_nothing(owner: Owner, server: Server) -> None:
    """The place that SocketThread will take."""
    connected, peer = connect(server)
    owner.adopted.emit(connected)
    flood = Flood(peer, most_words=Flood.PIECE_WORDS * 200)
    thread, home, arrival = QThread(), owner.thread(), Arrival()
    mover = Mover(owner.reader, home)
    mover.brought.connect(arrival.arrive)
    owner.homeAsked.connect(mover.bring)
    thread.start()
    for swap in range(1, 6):
        until(lambda wanted=swap: len(owner.data) >= wanted * (1 << 20) or flood.is_done)
        mover.moveToThread(thread)
        owner.reader.moveToThread(thread)
        until(lambda wanted=swap: len(owner.data) >= wanted * (1 << 20) + (1 << 19) or flood.is_done)
        owner.homeAsked.emit()
        until(lambda wanted=swap: arrival.count == wanted)
    until(lambda: flood.is_done and len(owner.data) == flood.sent)
    flood.join()
    assert owner.data == words(0, Flood.PIECE_WORDS * 200)
    owner.abortAsked.emit("done")
    thread.quit()
    until(thread.isFinished)
    thread.wait()
    assert len(owner.ends) == 1


class Gate(QObject):
    """Holds its thread up until it is opened, so that what is posted meanwhile is handled in one go."""

    def __init__(self) -> None:
        super().__init__()
        self.is_shut = threading.Event()
        self.opened = threading.Event()

    @Slot()
    def wait(self) -> None:
        self.is_shut.set()
        self.opened.wait(PATIENCE_S)


class TimerEvents(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Timer
        return False


class Mail(QObject):
    """Posts to a reader in whichever thread it is."""

    move = Signal(object)
    resume = Signal()
    abort = Signal(str)
    hold = Signal()


def test_a_connection_that_ends_as_soon_as_the_reader_is_home_leaves_no_timer_in_the_loop(
    owner: Owner, server: Server
) -> None:
    """Qt registers the timers of a moved object late; one that was stopped before fired after the reader was gone."""
    queued = Qt.ConnectionType.QueuedConnection
    mail, reader, gate, thread, home = Mail(), owner.reader, Gate(), QThread(), owner.thread()
    mail.move.connect(reader.move_to, queued)
    mail.resume.connect(reader.resume, queued)
    mail.abort.connect(reader.abort, queued)
    mail.hold.connect(gate.wait, queued)
    thread.start()
    gate.moveToThread(thread)
    connected, _ = connect(server)
    owner.adopted.emit(connected)
    mail.move.emit(thread)
    until(lambda: reader.thread() is thread)
    mail.hold.emit()
    until(gate.is_shut.is_set)
    mail.move.emit(home)
    mail.resume.emit()  # all three are posted before the reader moves, and come home with it
    mail.abort.emit("over")
    gate.opened.set()
    until(lambda: len(owner.ends) == 1)
    turn_loop(5)
    fired = TimerEvents()
    beat = reader.findChildren(QTimer)[0]
    beat.installEventFilter(fired)
    since = now_ns()
    until(lambda: now_ns() - since > 5 * BEAT_MS * 1_000_000)
    assert fired.count == 0
    thread.quit()
    until(thread.isFinished)
    thread.wait()
