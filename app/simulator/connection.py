"""One client of one device: hands frames to the kernel, never waits for it, and counts what it took.

At most one rendered segment is held. `send` takes what fits; the rest goes when the selector says that
there is room. `bytes_sent` is what the kernel accepted, `frames_sent` the frames that it accepted whole.

The end of a connection is a FIN behind a whole frame. A socket that is closed while bytes of its client
wait unread sends a RST instead, which may destroy what the client has not read yet. So after the FIN the
socket stays, reads and drops, until the client has closed too; or, where it does not, until its kernel has
acknowledged everything and a grace has passed.

A device's faults act here through a few words (`held`, `deaf`, `end_with`, `reset`, `vanish`), through its
`feed`, and through the two hooks of `fault`, which change frames and cut them in pieces. A piece is a segment
of its own on the wire: MSG_EOR keeps the kernel from joining it with the next one.
"""

from __future__ import annotations

import contextlib
import fcntl
import socket
import struct
import sys
import termios
from dataclasses import dataclass
from typing import Literal

from app.simulator.clock import NS
from app.simulator.devices.contract import Console
from app.simulator.faults.contract import Fault
from app.simulator.feed import Feed
from app.simulator.parcel import Parcel
from app.simulator.source import Source
from app.simulator.witness import Witness

TURN_BYTES = 1 << 20  # then the other clients have their turn
PIECE_COST = TURN_BYTES // 256  # 256 sends a turn: about a millisecond
COMMAND_BYTES = 1024  # of one read of a client that gives commands: bounds the work of a turn
DROPPED_BYTES = 64 << 10  # of one read of a client to which nobody listens
READS_BEFORE_CLOSE = 64  # 4 MiB: more than a client's commands, an end for one that never stops
FIN_GRACE_NS = NS
LOOK_NS = NS // 10  # how often the kernel's queue is looked at once the FIN is out

_SEGMENT_ENDS = socket.MSG_EOR if sys.platform == "linux" else 0
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)

State = Literal["sending", "finishing", "closed"]
How = Literal["fin", "rst"]  # the ends that a device can choose
End = Literal["fin", "rst", "client", "vanished"]


def outstanding(sock: socket.socket) -> int | None:
    """Bytes, the FIN included, that the other side's kernel has not acknowledged; None where that is not to be had."""
    try:
        answer = fcntl.ioctl(sock.fileno(), termios.TIOCOUTQ, bytes(4))
    except OSError:
        return None
    return int(struct.unpack("i", answer)[0])


def unacknowledged(sock: socket.socket) -> int:
    """The same; 0 where that is not to be had."""
    return outstanding(sock) or 0


@dataclass(slots=True)
class Ending:
    """How a connection is about to end: behind a whole frame, or that far into one (0 to 1)."""

    how: How = "fin"
    into: float | None = None
    met: bool = False  # that place is known: behind it nothing is taken


class Connection:
    """Attributes: `state`; `blocked` (the kernel has no room: wait until it has); `listening` (the client may
    still send); `lost` (it broke before its end); `held` (sends nothing for now); `deaf` (does not read for
    now); `fault` (what its device has, None: nothing that changes what goes out); `how` it ended, with so many
    bytes `unsent` (None: not ended, or not to be had)."""

    def __init__(
        self, sock: socket.socket, source: Source, console: Console | None, number: int = 1,
        witness: Witness | None = None,
    ) -> None:  # fmt: skip
        self.socket = sock
        self.number = number
        self.witness = witness
        self.feed = Feed(source)
        self.state: State = "sending"
        self.blocked = self.lost = self.held = self.deaf = False
        self.listening = True
        self.fault: Fault | None = None
        self.how: End | None = None
        self.unsent: int | None = None
        self.bytes_sent = 0
        self._console = console
        self._parcel = Parcel()
        self._rested = -1  # the offset at which the last turn stopped, though the kernel had room
        self._pumped_ns = 0
        self._ending: Ending | None = None
        self._finished_ns = 0
        self._look_ns = 0

    @property
    def closed(self) -> bool:
        return self.state == "closed"

    @property
    def frames_sent(self) -> int:
        return self._parcel.frames

    @property
    def frames_damaged(self) -> int:
        """Of those sent."""
        return self._parcel.damaged

    @property
    def damage(self) -> list[tuple[int, int]]:
        """Where in the stream damaged frames lie; see Parcel."""
        return self._parcel.damage

    @property
    def bytes_made(self) -> int:
        """For the wire, whether the kernel has taken them or not."""
        return self.bytes_sent + self._parcel.rest

    def wake_ns(self) -> int | None:
        """When there is something to do although the selector is silent; None when there is not."""
        if self.state == "finishing":
            return None if self.deaf else self._look_ns
        if self.state == "closed" or self.blocked or self.held:
            return None
        if self._parcel.segment is not None:
            return self._pumped_ns + 1 if self.fault is not None and self.fault.pieces else 0
        return 0 if self._is_last else self.feed.wake_ns()

    def pump(self, now_ns: int) -> None:
        """Hands over what is due and fits, a turn's worth at most; finishes behind the last frame."""
        self._pumped_ns = now_ns
        if self.state == "finishing":
            self._look(now_ns)
        budget = TURN_BYTES
        while self.state == "sending" and not (self.blocked or self.held) and budget > 0 and self._load(now_ns):
            cost = self._send()
            if not cost:
                break
            budget -= cost
        if self.state == "sending" and self._parcel.segment is None and self._is_last:
            self._finish(now_ns)

    def read(self, now_ns: int) -> None:
        """Takes what the client sent: commands, or bytes to drop, or its end."""
        try:
            data = self.socket.recv(DROPPED_BYTES if self._console is None else COMMAND_BYTES)
        except BlockingIOError:
            return
        except OSError:
            self._lose()
            return
        if not data:
            self._hear_end()
        elif self._console is not None:
            self._console.feed(data, now_ns)

    def end(self, now_ns: int) -> None:
        """Makes the frame that has begun the last one, with a FIN behind it."""
        self.end_with(Ending(), now_ns)

    def end_with(self, ending: Ending, now_ns: int) -> None:
        """Ends behind the frame that has begun, or in it; where none has, in the next one."""
        if self.state != "sending":
            return
        self._ending, self.held = ending, False
        self.feed.close(now_ns)
        self._meet(ending)
        self.pump(now_ns)

    def end_now(self, how: How, now_ns: int) -> None:
        """Ends wherever the stream stands."""
        if self.state == "sending":
            self._ending = Ending(how)
            self._finish(now_ns)

    def reset(self) -> None:
        """Closes at once with a RST: what the client's kernel has not yet, it never will."""
        self._conclude("rst")
        with contextlib.suppress(OSError):  # the client may have gone already
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        self.socket.close()

    def vanish(self) -> None:
        """Is closed for us alone: the socket stays open, and whoever has it keeps it silent."""
        self._conclude("vanished")

    def close(self) -> None:
        """Closes at once; takes what waits unread first, so that a FIN goes out and not a RST."""
        if self.closed:
            return
        self._conclude("fin")
        with contextlib.suppress(OSError):
            for _ in range(READS_BEFORE_CLOSE):
                if not self.socket.recv(DROPPED_BYTES):
                    break
        self.socket.close()

    @property
    def _is_last(self) -> bool:
        """Nothing is taken behind what is in hand."""
        return self.feed.exhausted if self._ending is None else self._ending.met

    def _meet(self, ending: Ending) -> None:
        """Ends the frames in hand where they are to end, if that can be said yet."""
        if ending.into is None:
            self._parcel.end_behind_a_frame()
            ending.met = True
        elif self._parcel.segment is not None:
            self._parcel.end_in_a_frame(ending.into)
            ending.met = True

    def _load(self, now_ns: int) -> bool:
        if self._parcel.segment is None and not (self._ending is not None and self._ending.met):
            segment = self.feed.take(now_ns, self.fault)
            if segment is not None:
                self._parcel.load(segment)
                if self._ending is not None:
                    self._meet(self._ending)
        return self._parcel.segment is not None

    def _send(self) -> int:
        """Hands over what is in hand, or the fault's next piece of it. What that costs of a turn: 0 ends it."""
        segment, begin = self._parcel.segment, self._parcel.sent
        assert segment is not None
        if self.fault is None or not self.fault.pieces:
            return self._hand_over(segment.buffer[begin : segment.end], 0)
        size = min(segment.end - begin, self.fault.piece(segment, begin, self._rested == begin))
        self._rested = -1 if size else begin
        if not size or not self._hand_over(segment.buffer[begin : begin + size], _SEGMENT_ENDS):
            return 0
        return max(size, PIECE_COST)

    def _hand_over(self, piece: memoryview, flags: int) -> int:
        try:
            taken = self.socket.send(piece, flags)
        except BlockingIOError:
            taken = 0
        except OSError:
            self._lose()
            return 0
        if self.witness is not None:
            self.witness.take(piece[:taken])
        self.blocked = taken < len(piece)
        self.bytes_sent += taken
        self._parcel.took(taken)
        return taken

    def _finish(self, now_ns: int) -> None:
        if self._ending is not None and self._ending.how == "rst":
            self.reset()
            return
        try:
            self.socket.shutdown(socket.SHUT_WR)
        except OSError:  # the client has gone; the frames had been taken before
            self.close()
            return
        self.state = "finishing"
        self._finished_ns = self._look_ns = now_ns
        self._look(now_ns)

    def _look(self, now_ns: int) -> None:
        self._look_ns = now_ns + LOOK_NS
        patient = self.deaf or (self.listening and now_ns - self._finished_ns < FIN_GRACE_NS)
        if not patient and (not self.listening or not unacknowledged(self.socket)):
            self.close()

    def _hear_end(self) -> None:
        """The client sends no more. It may go on reading, as `nc` does whose input has ended."""
        self.listening = False
        if self.state == "finishing":
            self.close()

    def _lose(self) -> None:
        self.lost = self.state == "sending"
        if self.lost:
            self.how = "client"
        self.close()

    def _conclude(self, how: End) -> None:
        fin = self.state == "finishing"
        left = outstanding(self.socket)
        self.unsent = None if left is None else max(0, left - fin)
        self.how = self.how or how
        self.state = "closed"
