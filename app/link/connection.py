"""One TCP connection while it lasts: takes its bytes, stamps them, knows what it took. Lives in its socket's thread.

A turn. Qt reads once per notification, at most as much as its buffer holds (`setReadBufferSize`), and says readyRead;
the turn takes all of that in one piece, without a copy, stamps it and hands it on. Then the loop goes round, past the
other sockets, the timers and the window, before this socket is read again: Qt's bounded buffer is the cap of bytes,
and its notifier the continuation. The budget of time rules over it: where the receivers of a chunk took longer than
that the next turn gets half the bytes, and twice as many again once there is room. What a byte costs its receivers
is not known before, so the first turn is a short one. So a flood costs the four other links one turn at a time, and a
sender that is too fast is held back by TCP instead of stored in our heap.

The budget is TURN_NS, or SHARE of what the loop did since the last turn beside reading, where that is more. A loop that
draws for 100 ms a round has but ten turns a second, and 2 ms of each hundred for reading would not do for a device that
sends at its leisure: it fell behind for ever, and its ages grew without end. What the turns of others took does not
count as done beside reading, or floods would lengthen one another's: with n of them a round has n SHARE of itself for
them and no more. Both are time of the processor, not of the clock. On a computer that is busy with other programs a
turn of 0.1 ms takes 40 by the clock when it is interrupted, which says nothing about its bytes: it was halved for it,
down to LEAST a round, just where rounds are long.

A flood. Each turn costs 15 us of Qt and Python before its first byte, and a reader that is faster than its sender is
woken for every few segments. So while a connection carries more than GATHER_LEAST a millisecond the kernel is told to
wake us only once that much is there (SO_RCVLOWAT, man 7 socket; a FIN, a reset and a full window wake us all the
same). That delays bytes by a millisecond at such a rate. Each beat compares again, so what was left below the mark
when the flood stopped is read one beat later at the latest.

Ages. `known_empty_ns` of a chunk is the last time at which none of its bytes had arrived. Each look at the kernel's
queue tells how far the stream had come (read + in Qt's buffer + waiting in the kernel); a chunk that begins at that
position or behind it had not. Looks are taken at each turn, behind its receivers, and at each beat of the reader, so
that an idle loop does not widen the interval; a beat right behind a turn, whose look is as good, takes none. Most find
all empty; in a flood, where the queue never is, looks are kept until what waited then has been read. The time is taken
before the look: what comes in between is then later than it. Where the system does not tell the length of its queue (no
witness), an empty Qt buffer counts as empty.

Fairness. A link is starved when bytes of it wait and the loop goes round for others. The beats of its reader are rounds
of the same loop, so they tell: at a beat the kernel holds bytes enough to wake us, Qt has taken none of them, and there
was no turn since the beat before. When that goes on for PASSED_OVER beats, `starved` counts one, and one more for each
such span. A flood whose queue is never empty has its turns, and is not starved. A loop that stands still has no beats
either: that is lateness, which is told by the loop's lag and by the ages, and counts here for nothing. Nor does it
where we do not want the bytes (Qt's buffer is full because the window has not taken what a thread has read). A
thread's loop serves one link alone, so there the counter stays 0 unless Qt itself forgets a socket. Without a witness
nobody sees what waits, and there is no counter.

A plain object on purpose: setting an attribute of a QObject costs eight times as much as of this one, and what a turn
costs decides how many bytes a second of the processor carries.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QByteArray
from PySide6.QtNetwork import QAbstractSocket, QTcpSocket

from app.clock import now_ns
from app.health.ledger import Kernel
from app.link.attempt import Connected
from app.link.contract import TcpInfo
from app.sentence import sentence
from app.stream import Chunk, End

TURN_NS = 2_000_000  # five links flooding cost the window 10 ms of a 16 ms frame at the worst
SHARE = 1 / 16  # five links flooding have a quarter of a loop whose rounds are long
MOST = 512 << 10  # bytes of one turn, 0.2 ms of copying: smaller ones fall behind a flood, larger ones gain nothing
GATHER_MOST, GATHER_LEAST = 128 << 10, 64 << 10  # a millisecond of a flood: below half a gigabit a second never
FIRST = 16 << 10  # of a connection's first turn
LEAST = 4 << 10  # some ms of what receivers judge one by one; a turn's own cost is then that of copying 100 KiB
LOOKS_KEPT = 64  # of a queue that is never empty: more than a full buffer has turns; with fewer bounds are but wider
FRESH_NS = 5_000_000  # a look that is younger at a beat is as good as one more: half of what a beat allows
PASSED_OVER = 5  # beats of 10 ms: three refreshes late; one or two happen where bytes come just before a beat
COPIED_BELOW = 16 << 10  # Qt keeps a whole block for a piece taken without a copy; a short one is not worth that

_Error = QAbstractSocket.SocketError
_CONNECTED = QAbstractSocket.SocketState.ConnectedState


def low_water(count: int, span_ns: int) -> int:
    """How many bytes the kernel shall gather before it wakes us, after `count` bytes in `span_ns`."""
    in_a_millisecond = count * 1_000_000 // max(span_ns, 1)
    for mark in (GATHER_MOST, GATHER_LEAST):
        if in_a_millisecond >= mark:
            return mark
    return 1


def budget_ns(beside_ns: int) -> int:
    """How long a turn may take, where the loop did other things than reading for so long since the one before."""
    return max(TURN_NS, int(beside_ns * SHARE))


def paced(count: int, spent_ns: int, allowed_ns: int = TURN_NS) -> int:
    """How many bytes the next turn may take, where it was `count` and their receivers took so long of what they may."""
    if spent_ns > allowed_ns:
        return max(count // 2, LEAST)
    return min(count * 2, MOST) if spent_ns < allowed_ns // 4 else count


class Turns:
    """Of the connections that one loop reads. Attributes: spent_ns, of the processor by all their turns together."""

    __slots__ = ("spent_ns",)

    def __init__(self) -> None:
        self.spent_ns = 0


WINDOWS_TURNS = Turns()  # `turn` is for the window's loop alone, and a process has one


class Rounds:
    """The loop's, as one of those sees them that have turns in it. Times are the processor's.

    Attributes: cpu, that time; turns, of all of them; began_ns, when its last turn began.
    """

    __slots__ = ("_spent_ns", "began_ns", "cpu", "turns")

    def __init__(self, clock: Callable[[], int], turns: Turns) -> None:
        self.cpu = time.thread_time_ns if clock is now_ns else clock  # who brings a clock brings the processor's too
        self.turns = turns
        self.began_ns = self.cpu()
        self._spent_ns = turns.spent_ns  # then

    def begin(self) -> int:
        """A turn begins; how long the loop did other things than reading since the one before."""
        before_ns, spent_ns = self.began_ns, self.turns.spent_ns
        self.began_ns = self.cpu()
        beside_ns = self.began_ns - before_ns - (spent_ns - self._spent_ns)
        self._spent_ns = spent_ns
        return beside_ns


class Connection:
    """The reading side of one connection.

    Attributes:
        socket: Qt's; whoever made this owns it.
        number: which opening of the link, from 1.
        offset: bytes taken so far, the position of the next one.
        reads: how often some were taken.
        is_delivering: a chunk is with its receivers at this moment.
        deliver_to: who takes the chunks.
        turn_bytes: bytes that a turn may take.
        starved: how often it was passed over; see the module.
    """

    __slots__ = (
        "_beat_ns",
        "_beat_offset",
        "_beat_reads",
        "_clock",
        "_known_empty_ns",
        "_looked_ns",
        "_looks",
        "_low_water",
        "_passes",
        "_rounds",
        "_saved",
        "_saved_bytes",
        "_witness",
        "deliver_to",
        "is_delivering",
        "number",
        "offset",
        "reads",
        "socket",
        "starved",
        "turn_bytes",
    )

    def __init__(
        self,
        connected: Connected,
        number: int,
        deliver_to: Callable[[Chunk], None],
        clock: Callable[[], int],
        turns: Turns = WINDOWS_TURNS,
    ) -> None:
        self.socket: QTcpSocket = connected.socket
        self.number = number
        self.offset = 0
        self.reads = 0
        self.is_delivering = False
        self._witness = connected.witness
        self._known_empty_ns = connected.began_ns
        self._looks: deque[tuple[int, int]] = deque()  # time, and how far the stream had come
        self._looked_ns = connected.began_ns
        self._low_water = 1
        self._beat_ns = connected.began_ns
        self._beat_offset = 0
        self._beat_reads = 0
        self._saved: list[QByteArray] = []
        self._saved_bytes = 0
        self._passes = 0  # beats in a row at which bytes waited, none of them read since the beat before
        self.starved: int | None = None if self._witness is None else 0
        self.turn_bytes: int = connected.socket.readBufferSize()
        self.deliver_to = deliver_to
        self._clock = clock
        self._rounds = Rounds(clock, turns)  # by the turns that are judged

    @property
    def is_connected(self) -> bool:
        return self.socket.state() == _CONNECTED

    @property
    def in_qt(self) -> int:
        """Bytes that Qt has read and nobody has taken."""
        return self.socket.bytesAvailable() + self._saved_bytes

    # -- reading

    def turn(self) -> None:
        """Take what Qt has, once."""
        count = self.socket.bytesAvailable()
        if not count:
            return
        was_full = count >= self.turn_bytes
        if count < LEAST:  # too few to be judged, less than that is never too much; nor are their receivers long
            self._take(count)
            return
        self._judged_turn(count, was_full=was_full)
        if not was_full:  # else the kernel has more, and the look in `_deliver` is as good
            self.look(self._clock())

    def _judged_turn(self, count: int, *, was_full: bool) -> None:
        """Take them, and from what that cost say how many the next turn may take."""
        rounds = self._rounds
        allowed_ns, began_ns = budget_ns(rounds.begin()), rounds.began_ns
        self._take(count)
        spent_ns = rounds.cpu() - began_ns
        rounds.turns.spent_ns += spent_ns
        if was_full or spent_ns > allowed_ns:
            self._limit_turn(paced(self.turn_bytes, spent_ns, allowed_ns))

    def short_turn(self, limit: int) -> None:
        """A turn whose receivers are in another thread: it takes no time worth a look behind it, and they know what a
        byte takes them. `limit`: bytes of the next turn."""
        count = self.socket.bytesAvailable()
        if count:
            self._take(count)
            self._limit_turn(limit)

    def _take(self, count: int) -> None:
        """Read and hand on."""
        socket, at = self.socket, self._clock()
        if count >= COPIED_BELOW:
            self._deliver(_view(socket.read(count)), at)
        else:
            self._deliver(memoryview(socket.readAll().data()), at)

    def beat(self) -> None:
        """Every few milliseconds, whatever comes."""
        now = self._clock()
        if self.reads != self._beat_reads and now - self._looked_ns < FRESH_NS:
            self._beat_reads, self._passes = self.reads, 0
        else:
            self._note_pass(self.look(now))
        mark = low_water(self.offset - self._beat_offset, now - self._beat_ns)
        self._beat_ns, self._beat_offset = now, self.offset
        if mark != self._low_water and self._witness is not None:
            self._low_water = mark
            self._witness.set_low_water(mark)

    def look(self, now: int) -> int:
        """Note how far the stream has come; `now` was taken before. Returns how many bytes the kernel alone holds."""
        in_qt = self.in_qt
        if self._witness is not None:
            waiting = self._witness.waiting()
            self._note(now, self.offset + in_qt + waiting)
            return 0 if in_qt else waiting
        if not in_qt:
            self._note(now, self.offset)
        return 0

    def _note_pass(self, waiting: int) -> None:
        """The loop has come round to a beat, and so many bytes wait that Qt has not taken."""
        if waiting < self._low_water or self.reads != self._beat_reads:
            self._beat_reads, self._passes = self.reads, 0
            return
        self._passes += 1
        if self._passes > PASSED_OVER and self.starved is not None:  # at the first of them they may just have come
            self.starved += 1
            self._passes = 1

    def _note(self, now: int, position: int) -> None:
        looks, self._looked_ns = self._looks, now
        if looks and looks[-1][1] == position:
            looks[-1] = (now, position)
            return
        if len(looks) == LOOKS_KEPT:
            self._looks = looks = deque(list(looks)[1::2])
        looks.append((now, position))

    def _none_arrived_ns(self, offset: int) -> int:
        """The last look at which no byte from `offset` on had arrived."""
        looks = self._looks
        while looks and looks[0][1] <= offset:
            self._known_empty_ns = looks.popleft()[0]
        return self._known_empty_ns

    def save(self) -> None:
        """Qt tells of an error: keep what it has read, for `take_rest`. Where a write has failed, because the device
        had reset the connection, it throws that away right behind this, although it was acknowledged. Its buffer is
        empty at most times, but not while a window that does not take what has come makes a thread's reader wait.
        """
        if self.socket.bytesAvailable():
            self._saved.append(self.socket.readAll())
            self._saved_bytes += self._saved[-1].size()

    def take_rest(self) -> None:
        """What Qt's buffer holds, and where the connection is over, what Qt has left in the kernel."""
        while self._saved:
            saved = self._saved.pop(0)
            self._saved_bytes -= saved.size()
            self._deliver(_view(saved), self._clock(), self.in_qt)
        if self.socket.bytesAvailable():
            self._deliver(_view(self.socket.readAll()), self._clock())
        if self._witness is None or self.is_connected:
            return
        left = self._witness.waiting()
        while left > 0 and (data := self._witness.rest(min(left, MOST))):
            left -= len(data)
            self._deliver(memoryview(data), self._clock())

    def _deliver(self, data: memoryview, read_ns: int, in_qt: int = 0) -> None:
        """`in_qt`: what was not taken of what Qt had."""
        offset, size = self.offset, len(data)
        self.offset = offset + size
        self.reads += 1
        known_empty_ns = self._none_arrived_ns(offset)
        backlog = None
        if self._witness is not None:
            waiting = self._witness.waiting()
            backlog = size + waiting
            self._note(read_ns, self.offset + in_qt + waiting)
        self.is_delivering = True
        self.deliver_to(Chunk(data, offset, self.number, read_ns, known_empty_ns, backlog=backlog))
        self.is_delivering = False

    def _limit_turn(self, count: int) -> None:
        """The next turn takes so many bytes at most."""
        if count != self.turn_bytes:
            self.turn_bytes = count
            self.socket.setReadBufferSize(count)

    # -- the kernel's side

    def is_acknowledged(self) -> bool:
        """Whether the device's network stack has all that was written."""
        if self.socket.bytesToWrite():
            return False
        return self._witness is None or not self._witness.unacknowledged()

    def account(self) -> tuple[Kernel | None, TcpInfo | None, int | None]:
        """The kernel's account of this connection, TCP_INFO and SO_RCVBUF now; None where not to be had."""
        if self._witness is None:
            return None, None, None
        in_qt = self.in_qt
        info = self._witness.look(self.offset + in_qt, in_qt)
        return self._witness.account, info, self._witness.receive_buffer()

    def reason(self) -> str:
        """Why it is over, in words."""
        socket = self.socket
        if socket.error() == _Error.RemoteHostClosedError:
            was_reset = self._witness is not None and self._witness.was_reset()
            return sentence("reset by the device") if was_reset else sentence("closed by the device")
        if socket.error() == _Error.SocketTimeoutError:
            return sentence("timed out")
        said = socket.errorString()
        return said[:1].lower() + said[1:]

    def end(self, reason: str) -> End:
        """Let go of the socket and of the witness: our FIN goes out now."""
        if self._witness is not None:
            self._witness.close()
            self._witness = None
        _hang_up(self.socket)
        return End(self.offset, self.number, reason, self._clock())


def _view(data: QByteArray) -> memoryview:
    """The bytes without a copy; the view keeps the array alive, and nobody else has it."""
    return memoryview(data).toreadonly()  # type: ignore[arg-type]  # it has the buffer protocol


def _hang_up(socket: QTcpSocket) -> None:
    """WORKAROUND: `abort` destroys objects of Qt's while PySide holds Python's lock, and waits for one of the locks of
    Qt's connections meanwhile. The window's thread may hold that one, as it destroys what a dropped link leaves, and
    wait for Python's (QObject::~QObject calls disconnectNotify; PySide asks Python for it): both stood still for ever.
    Of what hangs up only `disconnectFromHost` lets go of Python's lock; what is unsent it would send, so `abort` stays
    for that.
    """
    if socket.bytesToWrite():
        socket.abort()
    else:
        socket.disconnectFromHost()
    socket.deleteLater()
