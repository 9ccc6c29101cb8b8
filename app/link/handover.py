"""Hands a link's live socket to a thread and back, without waiting.

    settled in the GUI thread --wish "thread"--> moving --> settled in a SocketThread
                              <-- moving <--"gui", or the connection is over--

The reader is at home in the GUI thread, and there it takes a new connection over. A SocketThread is made when a
connection is to be read in one, and ends when the reader has come home. A move:

    1. `_moveAsked` (queued): the reader pauses, launches LEFT behind all that it read, and moves itself.
    2. LEFT arrives: all that was read before has been received. `_resumeAsked` (queued) follows the reader wherever it
       is: posted events move with their object.
    3. `settled`: the reader reads again, in its new thread.

What is asked of the reader meanwhile (write, finish, abort) is held, in order, and passed on at 3: else a direct call
to a reader that is home again would overtake what was queued for it in the thread. A toggle meanwhile only sets the
wish.

The end of a connection is told when the reader is home and its thread has ended: who hears of it may drop the link.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance, Slot

from app.link.attempt import Connected
from app.link.contract import ReaderThread
from app.link.flight import Count, Flight
from app.link.reader import Sample, SocketReader
from app.link.socket_thread import SocketThread
from app.stream import End

GUI, THREAD = "gui", "thread"
log = logging.getLogger("quintet")


class Handover(QObject):
    """The reader, wherever it is: everything that the link asks of it goes through here.

    Attributes:
        wished: the mode asked for last.
        mode: who reads the connection now; without one, who will read the next.

    Signals:
        bytesReceived(Chunk): in order, in the GUI thread.
        ended(End): behind the last chunk; no thread is left then.
        bytesWritten(int as object): the kernel took so many bytes more.
        bytesAcknowledged(int as object): the device's network stack has all before this position; see SocketReader.
        changed(str): a wish was made, or the reader has settled, with the mode now.
    """

    bytesReceived = Signal(object)
    ended = Signal(object)
    bytesWritten = Signal(object)
    bytesAcknowledged = Signal(object)
    changed = Signal(str)
    _adoptAsked = Signal(object)
    _writeAsked = Signal(object)
    _finishAsked = Signal()
    _abortAsked = Signal(object)
    _sampleAsked = Signal()
    _moveAsked = Signal(object)
    _resumeAsked = Signal()

    def __init__(self, mode: str, clock: Callable[[], int], link: QObject) -> None:
        super().__init__(link)
        self._link = link
        self.wished = mode
        self._clock = clock
        self._flight = Flight()
        self._reader = SocketReader(clock, self._flight)
        self._place = GUI  # where the reader is, or was before it began to move
        self._is_moving = False
        self._is_connected = False
        self._end: End | None = None  # to be told once the reader is home
        self._thread: SocketThread | None = None
        self._native_id: int | None = None
        self._sample = Sample()
        self._is_asked = False  # for a sample that has not come yet
        self._held: list[tuple[SignalInstance, tuple[object, ...]]] = []
        self._join()

    def _join(self) -> None:
        reader, queued = self._reader, Qt.ConnectionType.QueuedConnection
        self._adoptAsked.connect(reader.adopt)
        self._writeAsked.connect(reader.write)
        self._finishAsked.connect(reader.finish)
        self._abortAsked.connect(reader.abort)
        self._sampleAsked.connect(reader.sample)
        self._moveAsked.connect(reader.move_to, queued)
        self._resumeAsked.connect(reader.resume, queued)
        reader.bytesReceived.connect(self.bytesReceived)
        reader.ended.connect(self._connection_over)
        reader.bytesWritten.connect(self.bytesWritten)
        reader.bytesAcknowledged.connect(self.bytesAcknowledged)
        reader.sampled.connect(self._sampled)
        reader.settled.connect(self._settled)
        self.destroyed.connect(reader.let_go)  # wherever it is: its socket is not ours to be destroyed with

    # -- what the link asks

    @property
    def mode(self) -> str:
        return self._place if self._is_connected else self.wished

    @property
    def thread_now(self) -> ReaderThread | None:
        """The thread that reads, None while the GUI thread does."""
        if self._thread is None or self._native_id is None or self._place == GUI:
            return None
        return ReaderThread(self._thread.name, self._native_id)

    def wish(self, mode: str) -> None:
        if mode not in (GUI, THREAD):
            raise ValueError(f'transport: expected "{GUI}" or "{THREAD}", got {mode!r}')
        if mode != self.wished:
            self.wished = mode
            self._go_on()
            self.changed.emit(self.mode)

    def adopt(self, connected: Connected) -> None:
        """A new connection. The one before has ended, so the reader is at home."""
        self._is_connected = True
        self._adoptAsked.emit(connected)
        self._go_on()

    def hand_on(self) -> None:
        """Give out what is under way, ahead of the event that would."""
        if self._thread is not None:
            self._thread.hand_on()

    def write(self, data: bytes) -> None:
        self._ask(self._writeAsked, data)

    def finish(self) -> None:
        self._ask(self._finishAsked)

    def abort(self, reason: str) -> None:
        self._ask(self._abortAsked, reason)

    def sample(self) -> Sample:
        """Of this moment in gui mode, else the newest answer; another one is on its way."""
        is_reachable = not self._is_moving or not self._flight.is_on  # has not left yet, or has settled
        if is_reachable and not self._is_asked:
            self._is_asked = True  # one at a time: the thread must not be kept from reading by questions
            self._sampleAsked.emit()
        return self._sample

    def count(self, sample: Sample) -> Count:
        """Bytes read and in flight, of one moment; `sample` is what `sample()` returned just now."""
        return self._flight.count() if self._flight.is_on else Count(sample.read, 0, 0)

    def _ask(self, signal: SignalInstance, *arguments: object) -> None:
        if self._is_moving:
            self._held.append((signal, arguments))
        else:
            signal.emit(*arguments)

    @Slot(object)
    def _sampled(self, sample: Sample) -> None:
        self._sample = sample
        self._is_asked = False

    # -- moving

    def _go_on(self) -> None:
        """Do the next thing that the wish and the connection ask for, unless one is under way."""
        if self._is_moving:
            return
        target = self.wished if self._is_connected else GUI
        if target != self._place:
            self._begin(target)
        elif self._place == GUI and self._thread is not None:
            self._thread.quit()
        elif self._end is not None:
            end, self._end = self._end, None
            self.ended.emit(end)

    def _begin(self, target: str) -> None:
        if target == GUI:
            self._is_moving = True
            self._moveAsked.emit(self.thread())
        elif self._thread is None:
            self._start_thread()
        else:  # the last one has not ended; `_thread_finished` comes back here
            self._thread.quit()

    def _start_thread(self) -> None:
        name = self._link.objectName() or "link"
        thread = SocketThread(name, self._flight, self._clock)
        if not thread.start():
            log.warning("%s: the system gives no thread; the window's thread goes on reading", thread.name)
            thread.deleteLater()
            self.wished = GUI
            self.changed.emit(self.mode)  # perhaps long after the wish: a control must not go on showing it
            return
        thread.bytesReceived.connect(self.bytesReceived)
        thread.ended.connect(self._connection_over)
        thread.left.connect(self._reader_left)
        thread.finished.connect(self._thread_finished)
        self.destroyed.connect(thread.abandon)
        thread.join_lane(self._reader)
        self._thread = thread
        self._is_moving = True
        self._moveAsked.emit(thread.qthread)

    @Slot()
    def _reader_left(self) -> None:
        self._resumeAsked.emit()

    @Slot(object)
    def _settled(self, native_id: int) -> None:
        self._place = GUI if self._place == THREAD else THREAD
        self._native_id = native_id
        self._is_moving = False
        if self._place == GUI and self._thread is not None:
            self._thread.leave_lane(self._reader)
            self._flight.rest()
        held, self._held = self._held, []
        for signal, arguments in held:
            self._ask(signal, *arguments)
        self._go_on()
        self.changed.emit(self.mode)

    @Slot(object)
    def _connection_over(self, end: End) -> None:
        self._is_connected = False
        self._end = end
        self._go_on()

    @Slot()
    def _thread_finished(self) -> None:
        self._thread = None
        self._native_id = None
        self._go_on()
