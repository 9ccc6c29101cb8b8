"""One client of one device: hands frames to the kernel, never waits for it, and counts what it took.

At most one rendered segment is held. `send` takes what fits; the rest goes when the selector says that
there is room. `bytes_sent` is what the kernel accepted, `frames_sent` the frames that it accepted whole.

The end of a connection is a FIN behind a whole frame. A socket that is closed while bytes of its client
wait unread sends a RST instead, which may destroy what the client has not read yet. So after the FIN the
socket stays, reads and drops, until the client has closed too; or, where it does not, until its kernel has
acknowledged everything and a grace has passed.
"""

from __future__ import annotations

import contextlib
import fcntl
import socket
import struct
import termios
from typing import Literal

import numpy as np

from app.simulator.clock import NS
from app.simulator.devices.contract import Console
from app.simulator.source import Source
from app.simulator.tape import Segment

TURN_BYTES = 1 << 20  # then the other clients have their turn
COMMAND_BYTES = 1024  # of one read of a client that gives commands: bounds the work of a turn
DROPPED_BYTES = 64 << 10  # of one read of a client to which nobody listens
READS_BEFORE_CLOSE = 64  # 4 MiB: more than a client's commands, an end for one that never stops
FIN_GRACE_NS = NS
LOOK_NS = NS // 10  # how often the kernel's queue is looked at once the FIN is out

State = Literal["sending", "finishing", "closed"]


def unacknowledged(sock: socket.socket) -> int:
    """Bytes, the FIN included, that the other side's kernel has not acknowledged; 0 where that is not to be had."""
    try:
        answer = fcntl.ioctl(sock.fileno(), termios.TIOCOUTQ, bytes(4))
    except OSError:
        return 0
    return int(struct.unpack("i", answer)[0])


class Connection:
    """Attributes: `state`; `blocked` (the kernel has no room: wait until it has); `listening` (the client may
    still send); `lost` (it broke before its end)."""

    def __init__(self, sock: socket.socket, source: Source, console: Console | None) -> None:
        self.socket = sock
        self.state: State = "sending"
        self.blocked = False
        self.listening = True
        self.lost = False
        self.bytes_sent = 0
        self._source = source
        self._console = console
        self._frames = 0
        self._segment: Segment | None = None
        self._sent = 0
        self._ending = False
        self._finished_ns = 0
        self._look_ns = 0

    @property
    def closed(self) -> bool:
        return self.state == "closed"

    @property
    def frames_sent(self) -> int:
        return self._frames + self._whole_frames()

    @property
    def frames_skipped(self) -> int:
        return self._source.skipped

    def wake_ns(self) -> int | None:
        """When there is something to do although the selector is silent; None when there is not."""
        if self.state == "finishing":
            return self._look_ns
        if self.state == "closed" or self.blocked:
            return None
        if self._segment is not None or self._ending or self._source.exhausted:
            return 0
        return self._source.wake_ns()

    def pump(self, now_ns: int) -> None:
        """Hands over what is due and fits, a turn's worth at most; finishes behind the last frame."""
        if self.state == "finishing":
            self._look(now_ns)
        budget = TURN_BYTES
        while self.state == "sending" and not self.blocked and budget > 0 and self._load(now_ns):
            budget -= self._send()
        if self.state == "sending" and self._segment is None and (self._ending or self._source.exhausted):
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
        """Makes the frame that has begun the last one."""
        if self.state != "sending":
            return
        self._ending = True
        self._source.overwrite(now_ns)
        if self._segment is not None:
            whole = self._whole_frames()
            begun = self._sent > (self._segment.ends[whole - 1] if whole else self._segment.begin)
            keep = whole + begun
            self._segment = self._segment.slice(0, keep) if keep else None
            self._settle()
        self.pump(now_ns)

    def close(self) -> None:
        """Closes at once; takes what waits unread first, so that a FIN goes out and not a RST."""
        if self.closed:
            return
        self.state = "closed"
        with contextlib.suppress(OSError):
            for _ in range(READS_BEFORE_CLOSE):
                if not self.socket.recv(DROPPED_BYTES):
                    break
        self.socket.close()

    def _whole_frames(self) -> int:
        """Frames of the current segment that the kernel has whole."""
        if self._segment is None:
            return 0
        return int(np.searchsorted(self._segment.ends, self._sent, side="right"))

    def _load(self, now_ns: int) -> bool:
        if self._segment is None and not self._ending:
            self._segment = self._source.take(now_ns)
            self._sent = self._segment.begin if self._segment is not None else 0
        return self._segment is not None

    def _send(self) -> int:
        assert self._segment is not None
        rest = self._segment.buffer[self._sent : self._segment.end]
        try:
            taken = self.socket.send(rest)
        except BlockingIOError:
            taken = 0
        except OSError:
            self._lose()
            return 0
        self.blocked = taken < len(rest)
        self.bytes_sent += taken
        self._sent += taken
        self._settle()
        return taken

    def _settle(self) -> None:
        """Lets the segment go once the kernel has it all."""
        if self._segment is not None and self._sent >= self._segment.end:
            self._frames += len(self._segment)
            self._segment = None

    def _finish(self, now_ns: int) -> None:
        self.state = "finishing"
        self._finished_ns = self._look_ns = now_ns
        try:
            self.socket.shutdown(socket.SHUT_WR)
        except OSError:  # the client has gone; the frames had been taken before
            self.close()
            return
        self._look(now_ns)

    def _look(self, now_ns: int) -> None:
        self._look_ns = now_ns + LOOK_NS
        patient = self.listening and now_ns - self._finished_ns < FIN_GRACE_NS
        if not patient and (not self.listening or not unacknowledged(self.socket)):
            self.close()

    def _hear_end(self) -> None:
        """The client sends no more. It may go on reading, as `nc` does whose input has ended."""
        self.listening = False
        if self.state == "finishing":
            self.close()

    def _lose(self) -> None:
        self.lost = self.state == "sending"
        self.close()
