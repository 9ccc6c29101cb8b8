"""SocketThread: a thread that reads a link's socket, and the lane by which all of it comes to the GUI thread.

    reader (in the thread) -> flight --launched, queued--> land -> bytesReceived | ended | left

A QThread with an event loop of its own: the reader in it must receive (write, close, go home), so a `run` that loops
over a socket would not do. Its `run` is Python all the same, although it only runs that loop: else each slot in it
makes and drops a Python thread state, which took as long as the reading.

A full flight of five links would hold the window up for as long as its megabytes take to decode. So it is handed on for
the budget of a turn, then the rest waits behind all that is in the loop. The budget is that of connection.py, by the
processor's time, and for the same reasons: a window that draws for long has few rounds, and beside other programs a
piece whose receivers take 0.1 ms takes 40 by the clock. What the loop did while nothing came is no arrears: no turn is
longer than that of a round of LONG_ROUND_NS. A receiver that runs a loop of its own (a dialog) is handed nothing more
in it: those behind it have not seen its chunk yet.

Life. A QThread whose object goes while it runs aborts the process, and so does a reader that is destroyed from another
thread. So both are kept here until the thread has finished. Order: the reader has left, `quit`, `finished` is handled,
then it is dropped. Where the link goes before (`abandon`) the reader lets go of its connection and ends the thread
itself; and where the program ends without its loop, the interpreter waits a moment for that at its exit.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal, Slot

from app.link import arenas, garbage
from app.link.connection import LEAST, WINDOWS_TURNS, Rounds, Turns, budget_ns, paced
from app.link.flight import Flight
from app.link.reader import LEFT, SocketReader
from app.stream import Chunk, End

NAME_LENGTH = 15  # what Linux keeps of a thread's name (man 3 pthread_setname_np)

LONG_ROUND_NS = 250_000_000  # of the processor: a window that draws for so long shows four pictures a second
EXIT_MS = 500  # a reader is in its loop every few milliseconds

_running: set[SocketThread] = set()


class _Thread(QThread):
    def run(self) -> None:
        self.exec()


class SocketThread(QObject):
    """The thread and the GUI's end of its lane; lives in the GUI thread.

    Attributes:
        name: as the system's tools show it.

    Signals:
        bytesReceived(Chunk): in order, in the GUI thread.
        ended(End): behind the last chunk.
        left(): the reader is about to be elsewhere; all that it launched has been handed on.
        creditGranted(): a reader that waited may go on.
        finished(): the thread is no more.
    """

    bytesReceived = Signal(object)
    ended = Signal(object)
    left = Signal()
    creditGranted = Signal()
    finished = Signal()
    _later = Signal()
    _abandonAsked = Signal(object)

    def __init__(self, name: str, flight: Flight, clock: Callable[[], int], turns: Turns = WINDOWS_TURNS) -> None:
        super().__init__(QCoreApplication.instance())  # not the link's: it outlives a link that goes
        self.name = name[:NAME_LENGTH]
        self._flight = flight
        self._rounds = Rounds(clock, turns)
        self._is_put_off = False
        self._is_delivering = False
        self._reader: SocketReader | None = None  # while it is on the lane
        self._thread = _Thread()
        self._thread.setObjectName(self.name)
        self._thread.finished.connect(self._finish)
        self._later.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    def start(self) -> bool:
        """Whether the system gave us a thread."""
        arenas.keep_few()
        self._thread.start()
        if self._thread.isRunning():
            _running.add(self)
            garbage.hold()
            return True
        return False

    def quit(self) -> None:
        """End the loop of the thread; `finished` follows."""
        self._thread.quit()

    @property
    def qthread(self) -> QThread:
        return self._thread

    def join_lane(self, reader: SocketReader) -> None:
        reader.launched.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self.creditGranted.connect(reader.resume_turns)
        self._abandonAsked.connect(reader.abandon, Qt.ConnectionType.QueuedConnection)
        self._reader = reader

    def leave_lane(self, reader: SocketReader) -> None:
        reader.launched.disconnect(self._land)
        self.creditGranted.disconnect(reader.resume_turns)
        self._abandonAsked.disconnect(reader.abandon)
        self._reader = None

    # -- the lane

    @Slot()
    def _land(self) -> None:
        self._flight.woken()
        self.hand_on()

    @Slot()
    def _go_on(self) -> None:
        self._is_put_off = False
        self.hand_on()

    def hand_on(self) -> None:
        """Give out what is under way, within the budget of time."""
        if self._is_put_off or self._is_delivering or self._flight.is_empty():
            return
        left_ns = allowed_ns = budget_ns(min(self._rounds.begin(), LONG_ROUND_NS))
        while left_ns > 0 and (item := self._flight.next()) is not None:
            left_ns -= self._take(item, allowed_ns)
        if left_ns <= 0:
            self._is_put_off = True
            self._later.emit()

    def _take(self, item: object, allowed_ns: int) -> int:
        """Hand one on; what that took."""
        rounds = self._rounds
        began_ns = rounds.cpu()
        self._deliver(item)
        spent_ns = rounds.cpu() - began_ns
        rounds.turns.spent_ns += spent_ns
        if isinstance(item, Chunk):
            self._fit(len(item.data), spent_ns, allowed_ns)
        return spent_ns

    def _fit(self, size: int, spent_ns: int, allowed_ns: int) -> None:
        """The next pieces to the budget of time, as a turn's bytes in the GUI thread. As there, few are not judged."""
        flight = self._flight
        if size < LEAST:
            return
        if size >= flight.piece_bytes or spent_ns > allowed_ns:
            flight.piece_bytes = paced(flight.piece_bytes, spent_ns, allowed_ns)

    def _deliver(self, item: object) -> None:
        self._is_delivering = True
        if isinstance(item, Chunk):
            if self._flight.land(len(item.data)):
                self.creditGranted.emit()
            self.bytesReceived.emit(item)
        elif isinstance(item, End):
            self.ended.emit(item)
        elif item is LEFT:
            self.left.emit()
        self._is_delivering = False

    # -- the end

    @Slot()
    def abandon(self) -> None:
        """The link is no more: nobody will ask the reader home."""
        if self not in _running:
            return
        if self._reader is None:
            self._thread.quit()
        else:
            self._abandonAsked.emit(self._thread)

    @Slot()
    def _finish(self) -> None:
        self._thread.wait()  # `finished` comes from its last moments; this returns at once
        _running.discard(self)
        garbage.release()
        self._reader = None
        self.finished.emit()
        self.deleteLater()

    def end_without_loop(self) -> None:
        """At the interpreter's exit."""
        self.abandon()
        if not self._thread.wait(EXIT_MS):  # the reader was between both threads
            self._thread.quit()
            self._thread.wait(EXIT_MS)


@atexit.register
def _end_all() -> None:
    for thread in list(_running):
        thread.end_without_loop()
