"""What the sending side of a connection knows about it, sampled a thousand times a second.

Recording must not grow and must not disturb: the columns are preallocated, a sample is two questions to the kernel and
a dozen stores, and past CAPACITY it stops and says so instead of thinning out what is there.

Times are on the machine's boot clock (`clock.now_ns`), which is the reader's too. Counts are bytes of the connection.
"""

from __future__ import annotations

import socket
import struct
import sys
from array import array
from collections.abc import Mapping
from itertools import pairwise
from statistics import median

if sys.platform != "win32":
    import fcntl
    import termios

CAPACITY = 60_000  # samples, a minute at 1 kHz; an experiment's stall has ten seconds at the most

COLUMNS = (
    "t_ns",
    "due",  # what the schedule has asked for by then
    "handed",  # what the kernel has taken
    "sent",  # what TCP has sent, without repetitions (tcpi_bytes_sent - tcpi_bytes_retrans)
    "acked",  # what the reader's kernel has acknowledged (tcpi_bytes_acked without the SYN)
    "unacked",  # handed and not acknowledged (SIOCOUTQ)
    "snd_wnd",  # the window that the reader's kernel offers (tcpi_snd_wnd)
    "rwnd_limited_us",  # how long TCP has had bytes to send and no window for them (tcpi_rwnd_limited)
    "blocked",  # 1: the kernel has refused bytes that were due (EAGAIN), and has not taken them since
)

# struct tcp_info of linux/tcp.h; kernels append and never move a field.
_BYTES_ACKED_AT = 120  # u64, Linux 4.1
_RWND_LIMITED_AT = 176  # u64, us, Linux 4.10; counted in jiffies
_BYTES_SENT_AT, _BYTES_RETRANS_AT = 200, 208  # u64, Linux 4.19
_SND_WND_AT = 228  # u32, Linux 5.4
_INFO_LENGTH = _SND_WND_AT + 4
_I32, _U32, _U64 = struct.Struct("=i"), struct.Struct("=I"), struct.Struct("=Q")


def tells_enough() -> bool:
    """Whether this system's kernel says of a connection what the curve needs."""
    if sys.platform != "linux":
        return False
    try:
        with socket.socket() as any_socket:
            return len(_info(any_socket)) >= _INFO_LENGTH
    except OSError:  # a sandbox that plays Linux without TCP_INFO
        return False


class Curve:
    """Samples of one connection.

    Attributes:
        is_complete: False once there was no room for a sample.
    """

    def __init__(self, connection: socket.socket, capacity: int = CAPACITY) -> None:
        self.is_complete = True
        self._connection = connection
        self._columns = {name: array("q", bytes(8 * capacity)) for name in COLUMNS}
        self._capacity = capacity
        self._count = 0
        self._queue = bytearray(_I32.size)
        self._acked_before: int = _U64.unpack_from(_info(connection), _BYTES_ACKED_AT)[0]  # the SYN, where it counts

    def __len__(self) -> int:
        return self._count

    def sample(self, t_ns: int, due: int, handed: int, *, blocked: bool) -> None:
        """Raises OSError where the connection is no longer one."""
        if self._count == self._capacity:
            self.is_complete = False
            return
        info = _info(self._connection)
        sent = _U64.unpack_from(info, _BYTES_SENT_AT)[0] - _U64.unpack_from(info, _BYTES_RETRANS_AT)[0]
        acked = _U64.unpack_from(info, _BYTES_ACKED_AT)[0] - self._acked_before
        row = (
            t_ns,
            due,
            handed,
            min(sent, handed),  # the kernel counts our FIN as one byte, sent and acknowledged
            min(acked, handed),
            self._unacknowledged(),
            _U32.unpack_from(info, _SND_WND_AT)[0],
            _U64.unpack_from(info, _RWND_LIMITED_AT)[0],
            int(blocked),
        )
        for column, value in zip(self._columns.values(), row, strict=True):
            column[self._count] = value
        self._count += 1

    def columns(self) -> Mapping[str, list[int]]:
        return {name: column[: self._count].tolist() for name, column in self._columns.items()}

    def distances_ns(self) -> tuple[float | None, int | None]:
        """Median and longest time from one sample to the next, as achieved; None under two samples."""
        times = self._columns["t_ns"][: self._count]
        if len(times) < 2:
            return None, None
        distances = [later - earlier for earlier, later in pairwise(times)]
        return median(distances), max(distances)

    def _unacknowledged(self) -> int:
        fcntl.ioctl(self._connection.fileno(), termios.TIOCOUTQ, self._queue)
        return _I32.unpack(self._queue)[0]  # type: ignore[no-any-return]  # struct returns Any


def _info(connection: socket.socket) -> bytes:
    return connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _INFO_LENGTH)
