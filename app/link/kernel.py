"""The kernel's own account of a connection: TCP_INFO and the length of its queue (Linux).

An independent witness of what was read. tcpi_bytes_received counts the bytes that arrived in order; read + in Qt's
buffer + waiting in the kernel must equal it. Two calls are not one moment, so the judgement is a bracket: TCP_INFO,
the queue, TCP_INFO again.

The witness keeps a duplicate of Qt's descriptor. On EOF, reset and failed writes Qt closes its own before it
tells anyone (seen: in `disconnected`, `errorOccurred` and `stateChanged` alike socketDescriptor() is -1), and with
it goes the last chance to ask. The duplicate also reaches bytes that Qt leaves behind: when a write fails on a
connection that the device has reset, Qt drops what the kernel still holds (62 kB in the experiment), although it was
acknowledged. The price is a duty: as long as the duplicate is open the device gets no FIN, so `close` must be
called in the very slot that learns of the end. Used in the thread that owns the socket, as everything here.

What we sent. tcpi_bytes_acked counts what the device's network stack has acknowledged, from 1, the SYN
(tcp_snd_una_update). A reset leaves it as it was. Our FIN would count as one more; Qt sends none while the duplicate
is open, so none is seen by a look before `close`.

The FIN. Once it has arrived tcpi_bytes_received counts it as one byte (linux/net/ipv4/tcp_input.c, tcp_fin). The
state says whether it has: CLOSE_WAIT and the states behind it. CLOSE is what a reset leaves, with or without a FIN
before it; where none was seen, the bracket is one byte wide.

Where there is no TCP_INFO, or no descriptor left to duplicate, there is no witness, and the bytes of that connection
stay out of the sums on both sides.
"""

from __future__ import annotations

import ctypes
import os
import socket
import struct
import sys
from dataclasses import dataclass

from app.health.ledger import Kernel
from app.link.contract import TcpInfo
from app.link.forgotten import OwnSocket

if sys.platform != "win32":
    import fcntl
    import termios

    _FIONREAD = termios.FIONREAD
    # fcntl.ioctl lets go of the interpreter's lock around a call of half a microsecond. Where a thread reads, another
    # takes it in that moment, and the reader waits for milliseconds: this call keeps it (a third fewer wake-ups).
    _ioctl = ctypes.PyDLL(None).ioctl

# struct tcp_info of linux/tcp.h: eight bytes of flags, then u32 unless said. Kernels append and never move a field;
# older ones return less, so each is read only where the answer is long enough.
_STATE_AT = 0  # u8, tcpi_state
_RETRANSMITS_AT = 2  # u8
_PROBES_AT = 3  # u8
_SND_MSS_AT = 16
_RCV_MSS_AT = 20
_LAST_DATA_RECV_AT = 52  # ms
_LAST_ACK_RECV_AT = 56  # ms
_RCV_RTT_AT = 92  # us
_RCV_SPACE_AT = 96
_BYTES_ACKED_AT = 120  # u64, since Linux 4.1
_BYTES_RECEIVED_AT = 128  # u64, since Linux 4.1
_RCV_OOOPACK_AT = 224  # since Linux 5.4
_RCV_WND_AT = 232  # since Linux 6.2
_INFO_LENGTH = 240
_SHORTEST = _BYTES_RECEIVED_AT + 8
_I32 = struct.Struct("=i")
_U32 = struct.Struct("=I")
_U64 = struct.Struct("=Q")

# include/net/tcp_states.h
_FIN_WAIT2, _TIME_WAIT, _CLOSE, _CLOSE_WAIT, _LAST_ACK, _CLOSING = 5, 6, 7, 8, 9, 11
_FIN_ARRIVED = frozenset({_TIME_WAIT, _CLOSE_WAIT, _LAST_ACK, _CLOSING})
_OUR_FIN_ACKED = frozenset({_FIN_WAIT2, _TIME_WAIT})

NOTHING = Kernel(0, 0, 0)


def total(one: Kernel | None, other: Kernel | None) -> Kernel | None:
    """The sum of two accounts; of one where the other is not to be had, None where neither is."""
    if one is None or other is None:
        return one or other
    return Kernel(one.before + other.before, one.sum + other.sum, one.after + other.after, one.unread + other.unread)


@dataclass(frozen=True, slots=True)
class Received:
    """tcpi_bytes_received without the FIN, between two bounds that differ only after a reset."""

    low: int
    high: int


def received(info: bytes, fin_seen: bool) -> Received:
    """What a TCP_INFO answer says of the bytes that arrived."""
    count: int = _U64.unpack_from(info, _BYTES_RECEIVED_AT)[0]
    without_fin = max(count - 1, 0)
    if fin_seen or info[_STATE_AT] in _FIN_ARRIVED:
        return Received(without_fin, without_fin)
    if info[_STATE_AT] == _CLOSE:
        return Received(without_fin, count)
    return Received(count, count)


def acknowledged(info: bytes) -> int:
    """What a TCP_INFO answer says of our bytes that the device's network stack has: tcpi_bytes_acked without the SYN,
    and without our FIN."""
    count: int = _U64.unpack_from(info, _BYTES_ACKED_AT)[0]
    return max(count - 1 - (info[_STATE_AT] in _OUR_FIN_ACKED), 0)


def parse(info: bytes, waiting: int | None) -> TcpInfo:
    """A TCP_INFO answer in the link's words."""
    rcv_rtt_us = _u32(info, _RCV_RTT_AT)
    return TcpInfo(
        bytes_received=received(info, fin_seen=False).high if len(info) >= _SHORTEST else None,
        waiting=waiting,
        rcv_rtt_ms=rcv_rtt_us / 1000 if rcv_rtt_us else None,  # 0 until enough has come to measure it
        rcv_ooopack=_u32(info, _RCV_OOOPACK_AT),
        last_data_recv_ms=_u32(info, _LAST_DATA_RECV_AT),
        rcv_space=_u32(info, _RCV_SPACE_AT),
        snd_mss=_u32(info, _SND_MSS_AT),
        rcv_mss=_u32(info, _RCV_MSS_AT),
        rcv_window=_u32(info, _RCV_WND_AT),
        bytes_acked=acknowledged(info) if len(info) >= _BYTES_RECEIVED_AT else None,
        last_ack_recv_ms=_u32(info, _LAST_ACK_RECV_AT),
        retransmits=info[_RETRANSMITS_AT],
        probes=info[_PROBES_AT],
    )


def _u32(info: bytes, at: int) -> int | None:
    if len(info) < at + _U32.size:
        return None
    value: int = _U32.unpack_from(info, at)[0]
    return value


class Witness:
    """The kernel's side of one connection, by a descriptor of its own.

    Attributes:
        account: the bracket at the last `look`.
        fin_seen: whether the device's FIN has been seen.
    """

    is_available = sys.platform == "linux"

    def __init__(self, duplicate: socket.socket) -> None:
        self.account = NOTHING
        self.fin_seen = False
        self._socket = duplicate
        self._descriptor = duplicate.fileno()
        self._count = bytearray(_I32.size)
        self._waiting = ctypes.c_int()
        self._waiting_at = ctypes.byref(self._waiting)

    @classmethod
    def of(cls, descriptor: int) -> Witness | None:
        """A witness of Qt's socket; None where the system has no TCP_INFO or no descriptor to spare."""
        if not cls.is_available or descriptor < 0:
            return None
        try:
            duplicate = os.dup(descriptor)
        except OSError:
            return None
        witness = cls(OwnSocket(fileno=duplicate))
        if witness._knows_enough():
            return witness
        witness.close()
        return None

    def close(self) -> None:
        """Let go of the connection. The device gets its FIN now at the latest."""
        self._socket.close()

    def waiting(self) -> int:
        """Bytes in the kernel's receive queue (SIOCINQ)."""
        if _ioctl(self._descriptor, _FIONREAD, self._waiting_at) < 0:
            fcntl.ioctl(self._descriptor, _FIONREAD, self._count)  # raises, with the reason
        return self._waiting.value

    def unacknowledged(self) -> int:
        """Bytes in the kernel's send queue that the device's network stack has not acknowledged (SIOCOUTQ)."""
        fcntl.ioctl(self._descriptor, termios.TIOCOUTQ, self._count)
        return _I32.unpack(self._count)[0]  # type: ignore[no-any-return]

    def acknowledged(self) -> int:
        """Bytes of ours that the device's network stack has acknowledged."""
        return acknowledged(self._info())

    def receive_buffer(self) -> int:
        """SO_RCVBUF as it is now; auto-tuning moves it."""
        return self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF)

    def set_low_water(self, count: int) -> None:
        """SO_RCVLOWAT: wake the reader only once so many bytes wait."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, count)

    def was_reset(self) -> bool:
        """Whether the connection ended without the device's FIN."""
        return self._info()[_STATE_AT] == _CLOSE and not self.fin_seen

    def look(self, taken: int, in_qt: int = 0) -> TcpInfo:
        """Take the account; `taken` is what was read of this connection plus `in_qt`, what waits in Qt's buffer."""
        before = self._received(self._info())
        waiting = self.waiting()
        info = self._info()
        after = self._received(info)
        self.account = Kernel(before.low, taken + waiting, after.high, in_qt + waiting)
        return parse(info, waiting)

    def rest(self, most: int) -> bytes:
        """Bytes that Qt left in the kernel; b"" where there are none."""
        try:
            return self._socket.recv(most, socket.MSG_DONTWAIT)
        except OSError:
            return b""

    def _knows_enough(self) -> bool:
        try:
            return len(self._info()) >= _SHORTEST
        except OSError:  # a sandbox that plays Linux without TCP_INFO
            return False

    def _received(self, info: bytes) -> Received:
        self.fin_seen = self.fin_seen or info[_STATE_AT] in _FIN_ARRIVED
        return received(info, self.fin_seen)

    def _info(self) -> bytes:
        return self._socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _INFO_LENGTH)
