"""The back-pressure experiment: a stream, a reader that stands still, and what TCP does about it.

    sender process -> for each receive buffer: connect -> steady -> announce -> stall -> recover -> end -> curve

A connection of its own, to a process of our own that keeps the curve, read by the GUI thread as every link in gui mode
is. The stall is a `time.sleep` in that thread, the one thing here that waits; all else is signals and timers, each step
with its bound. The GUI thread must have drawn that it is about to stand still: `ANNOUNCE_MS` lies between the step's
signal and the stall.

The sizes of the receive buffer: a small one, which shows what happens; then the kernel's auto-tuning and the session's
default, so that "what would SO_RCVBUF have bought me?" is answered by stalls that were measured.

Nothing is left out of the stream: the sender ends it with a FIN behind its last byte, we read to there, every byte is
compared with what it must be, and only then the sender tells its curve. A failure or `cancel` ends the link and the
process in any step; `finished` comes once both have gone.

What it does not tell: over a network the way between adds room (bytes in flight) and time; here it is the loopback.
"""

from __future__ import annotations

import time
from array import array
from enum import StrEnum

import msgspec
import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.clock import now_ns
from app.comparison.back_pressure.bridging import Buffer, CurveError, Result, Run, SentCurve, Stall, Taken, judge
from app.comparison.back_pressure.sender import PressureSender
from app.link.contract import Link, LinkStatistics, State
from app.link.factory import make_link
from app.link.options import DEFAULT_RECEIVE_BUFFER, TcpOptions
from app.quantities import ByteSize, Duration
from app.sentence import sentence
from app.stream import Chunk, End

SMALL_BUFFER = ByteSize(64 << 10)  # Linux grants 128 KiB, its bookkeeping included: as much as auto-tuning begins with
BUFFERS: tuple[ByteSize | None, ...] = (SMALL_BUFFER, None, DEFAULT_RECEIVE_BUFFER)  # None: auto-tuned
LEAST_STALL, MOST_STALL = Duration(500_000_000), Duration(10_000_000_000)  # what a person is asked for
LEAST_RATE, MOST_RATE = 10e3, 100e6  # bytes/s; beyond it the catching up alone takes seconds

STEADY_MS = 1_000  # auto-tuning has then settled at this rate
ANNOUNCE_MS = 150  # several frames of any display
CONNECT_MS = 5_000
LOOK_MS = 20
RECOVER_NS = 10_000_000_000  # catching up ten seconds at MOST_RATE takes three
SLACK_NS = 50_000_000  # of the rate: how far behind the schedule we may be at a look
READY_NS = 15_000_000  # the same as a stall begins, which is a frame: what waits by then is not of the stall
READY_MS, BUSY_NS = 5, 1_000_000_000  # how often to look for that, and how long: a window that never catches up is told
AFTER_MS = 300  # of rate regained, so that the curve shows it
END_MS = 10_000


class Step(StrEnum):
    IDLE = "idle"
    STARTING = "starting"  # the sending process
    CONNECTING = "connecting"
    STEADY = "steady"
    STANDING = "standing still"  # announced; the stall follows
    RECOVERING = "recovering"
    REGAINED = "regained"  # a moment of the rate as before
    ENDING = "ending"  # the rest of the stream, then the curve
    CLEARING = "clearing"


class Plan(msgspec.Struct, frozen=True):
    """`rate` in bytes/s; `buffers` in the order of their runs, None for auto-tuning. The others are how long the steps
    around the stall last."""

    rate: float = 4e6
    stall_ns: int = 2_000_000_000
    buffers: tuple[ByteSize | None, ...] = BUFFERS
    steady_ms: int = STEADY_MS
    announce_ms: int = ANNOUNCE_MS
    after_ms: int = AFTER_MS


class Progress(msgspec.Struct, frozen=True):
    """Which step of which run. `run` counts from 0."""

    step: Step
    run: int
    runs: int
    buffer: ByteSize | None


class Failure(msgspec.Struct, frozen=True):
    """Why there is no result, and in which step that was found."""

    reason: str
    step: Step
    cancelled: bool = False


class BackPressure(QObject):
    """One experiment at a time.

    Attributes: step, the step now.

    Signals:
        progressed(Progress): a step begins.
        finished(Result or Failure): it is over, and neither its link nor its process is left.
    """

    progressed = Signal(object)
    finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._step = Step.IDLE
        self._plan = Plan()
        self._runs: list[Run] = []
        self._outcome: Result | Failure | None = None
        self._port = 0
        self._announced_ns = 0
        self._stall: Stall | None = None
        self._buffer: Buffer | None = None
        self._sender: PressureSender | None = None
        self._link: Link | None = None
        self._taking: _Taking | None = None
        self._timer = QTimer(self)  # what comes next, or the patience of a step
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    @property
    def step(self) -> Step:
        return self._step

    @property
    def process(self) -> PressureSender | None:
        """The sending process, while there is one."""
        return self._sender

    def start(self, plan: Plan, sender: PressureSender | None = None) -> None:
        """Begin, where none is under way. `sender` is a seam for tests."""
        if self._step is not Step.IDLE:
            return
        self._plan, self._runs, self._outcome = plan, [], None
        self._sender = sender or PressureSender(plan.rate)
        self._sender.setParent(self)
        self._sender.listening.connect(self._listening)
        self._sender.curved.connect(self._curved)
        self._sender.failed.connect(self._sender_failed)
        self._sender.gone.connect(self._leave)
        if self._enter(Step.STARTING):
            self._sender.start()

    def cancel(self) -> None:
        """Give it up; `finished` follows once all has been cleared."""
        if self._step not in (Step.IDLE, Step.CLEARING):
            self._conclude(Failure(sentence("cancelled"), self._step, cancelled=True))

    # -- one step after the other

    @Slot(int)
    def _listening(self, port: int) -> None:
        if self._step is Step.STARTING:
            self._port = port
            self._connect()

    def _connect(self) -> None:
        self._stall = None
        buffer = self._plan.buffers[len(self._runs)]
        self._link = make_link(TcpOptions(host="127.0.0.1", port=self._port, receive_buffer=buffer))
        self._link.setParent(self)
        self._taking = _Taking(self._link)
        self._link.connected.connect(self._connected)
        self._link.disconnected.connect(self._disconnected)
        self._link.stateChanged.connect(self._state_changed)
        if self._enter(Step.CONNECTING, CONNECT_MS):
            self._link.open()

    @Slot()
    def _connected(self) -> None:
        if self._step is Step.CONNECTING:
            self._enter(Step.STEADY, self._plan.steady_ms)

    @Slot()
    def _on_time(self) -> None:
        if self._step is Step.STEADY:
            self._announced_ns = now_ns()
            self._enter(Step.STANDING, self._plan.announce_ms)
        elif self._step is Step.STANDING:
            self._stand_still_once_ready()
        elif self._step is Step.RECOVERING:
            self._look()
        elif self._step is Step.REGAINED:
            self._end_stream()
        else:
            self._conclude(Failure(_TOO_LONG[self._step], self._step))

    def _stand_still_once_ready(self) -> None:
        """A window that was just busy, drawing the announcement say, reads first what has waited meanwhile: the queue
        of a stall begins empty, else the buffer would seem to bridge less than it does."""
        assert self._taking is not None
        now = now_ns()
        if self._taking.is_behind(self._plan.rate, now, READY_NS) and now - self._announced_ns < BUSY_NS:
            self._timer.start(READY_MS)
        else:
            self._stand_still()

    def _stand_still(self) -> None:
        before = self._statistics()
        begin = now_ns()
        time.sleep(self._plan.stall_ns / 1e9)
        self._stall = Stall(begin, now_ns())
        after = self._statistics()
        self._buffer = _buffer(before, after)
        self._enter(Step.RECOVERING, LOOK_MS)

    def _look(self) -> None:
        """Whether all is as before the stall."""
        assert self._taking is not None
        assert self._stall is not None
        now = now_ns()
        if self._taking.is_behind(self._plan.rate, now) and now - self._stall.end_ns < RECOVER_NS:
            self._timer.start(LOOK_MS)
        else:
            self._enter(Step.REGAINED, self._plan.after_ms)

    def _end_stream(self) -> None:
        if self._enter(Step.ENDING, END_MS) and self._sender is not None:
            self._sender.end_stream()

    @Slot(object)
    def _disconnected(self, reason: str) -> None:
        if self._step is Step.ENDING:
            assert self._link is not None
            self._link.close()  # our FIN has gone out; the curve follows
        elif self._step is not Step.CLEARING:
            lost = sentence("the connection was lost: {why}", why=reason)
            none = sentence("no connection to the sending process: {why}", why=reason)
            self._conclude(Failure(none if self._step is Step.CONNECTING else lost, self._step))

    @Slot(object)
    def _curved(self, sent: SentCurve) -> None:
        if self._step is not Step.ENDING or self._taking is None or self._stall is None or self._buffer is None:
            return  # the connection was lost, which is told by the link
        try:
            self._runs.append(judge(sent, self._taking.taken(self._statistics()), self._stall, self._buffer))
        except CurveError as error:
            self._conclude(Failure(error.args[0], self._step))
            return
        self._timer.stop()
        self._drop_link()
        if len(self._runs) < len(self._plan.buffers):
            self._connect()
        else:
            self._conclude(Result(rate=self._plan.rate, stall_ns=self._plan.stall_ns, runs=tuple(self._runs)))

    # -- the end

    @Slot(object)
    def _sender_failed(self, reason: str) -> None:
        self._conclude(Failure(reason, self._step))

    def _conclude(self, outcome: Result | Failure) -> None:
        if self._step in (Step.IDLE, Step.CLEARING):
            return
        self._outcome = outcome
        self._enter(Step.CLEARING)
        if self._link is not None:
            self._link.close()
        if self._sender is not None:
            self._sender.close()
        self._leave()

    @Slot(object)
    def _state_changed(self, state: State) -> None:
        if state is State.IDLE:
            self._leave()

    @Slot()
    def _leave(self) -> None:
        """Tell the outcome once nothing is left."""
        if self._step is not Step.CLEARING or self._outcome is None:
            return
        if self._link is not None and self._link.state is not State.IDLE:
            return
        if self._sender is not None and self._sender.is_running:
            return
        self._drop_link()
        if self._sender is not None:
            self._sender.deleteLater()
            self._sender = None
        self._step = Step.IDLE
        self.finished.emit(self._outcome)

    def _drop_link(self) -> None:
        if self._link is not None:
            self._link.connected.disconnect(self._connected)
            self._link.disconnected.disconnect(self._disconnected)
            self._link.stateChanged.disconnect(self._state_changed)
            self._link.deleteLater()
        self._link = self._taking = None

    def _enter(self, step: Step, ms: int | None = None) -> bool:
        """Begin a step; `_on_time` comes after so many ms. False where a receiver has given it up at once."""
        self._step = step
        self._timer.stop()
        if ms is not None:
            self._timer.start(ms)
        run = min(len(self._runs), len(self._plan.buffers) - 1)
        self.progressed.emit(Progress(step, run, len(self._plan.buffers), self._plan.buffers[run]))
        return self._step is step

    def _statistics(self) -> LinkStatistics:
        assert self._link is not None
        return self._link.statistics()


class _Taking(QObject):
    """Our reads of one connection: when, how far, and whether each byte is the one that it must be.

    A QObject, so that its slot runs where it lives. The rows are bounded by the steps' bounds in time: half a minute of
    at most some thousand reads a second.
    """

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._times = array("q")
        self._stops = array("q")
        self._position = 0
        self._wrong_at: int | None = None
        link.bytesReceived.connect(self._take)
        link.ended.connect(self._end)

    def is_behind(self, rate: float, now: int, slack_ns: int = SLACK_NS) -> bool:
        """Whether less has been read than the sender's schedule asks for, and more than a few looks' worth."""
        if not self._times:
            return True
        return self._position < rate * (now - self._times[0] - slack_ns) / 1e9

    def taken(self, statistics: LinkStatistics) -> Taken:
        kernel = statistics.kernel
        return Taken(
            read_ns=np.array(self._times, np.int64),
            stops=np.array(self._stops, np.int64),
            wrong_at=self._wrong_at,
            end=self._position,
            agrees=None if kernel is None else kernel.before <= kernel.sum <= kernel.after,
        )

    @Slot(object)
    def _take(self, chunk: Chunk) -> None:
        if self._wrong_at is None:
            self._wrong_at = chunk.offset if chunk.offset != self._position else first_wrong(chunk.data, chunk.offset)
        self._position = chunk.stop
        self._times.append(chunk.read_ns)
        self._stops.append(chunk.stop)

    @Slot(object)
    def _end(self, end: End) -> None:
        if self._wrong_at is None and end.offset != self._position:
            self._wrong_at = self._position


def first_wrong(data: memoryview, offset: int) -> int | None:
    """The position of the first byte that is not the sender's: its word k is the little-endian 8-byte number k."""
    first, stop = offset // 8, -(-(offset + len(data)) // 8)
    expected = np.arange(first, stop, dtype="<u8").view(np.uint8)[offset - 8 * first :][: len(data)]
    seen = np.frombuffer(data, np.uint8)
    if np.array_equal(seen, expected):
        return None
    return offset + int((seen != expected).argmax())


def _buffer(before: LinkStatistics, after: LinkStatistics) -> Buffer:
    told = before.receive_buffer
    return Buffer(
        asked=told.asked,
        granted=told.granted,
        before=told.effective,
        after=after.receive_buffer.effective,
        note=told.note,
    )


_TOO_LONG = {
    Step.CONNECTING: sentence("no connection to the sending process in time"),
    Step.ENDING: sentence("the end of the stream or the sender's curve did not come in time"),
}
