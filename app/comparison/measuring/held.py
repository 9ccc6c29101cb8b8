"""How long a sender was held back by our receive window, as the sender's own kernel counts it (Linux).

TCP keeps three chronographs of a sending socket (tcp_chrono_start in net/ipv4/tcp_output.c), which TCP_INFO shows:
how long it had something to send, how long of it the *receiver's window* was what held it back, and how long its own
send buffer was. The middle one is the time that a late reader costs the device, and only the device's end knows it.

Where that end is a socket on this machine (a simulated device, a server beside the window), its figures are asked for
by sock_diag (man 7 sock_diag): one netlink message with the connection's four numbers as the device has them, answered
with TCP_INFO. No privilege is needed. A device on another machine, in another network namespace, or a system without
sock_diag: None, "not available".

The chronographs run in the kernel's ticks: 1 to 10 ms is the resolution, and a stretch that is under way counts.

A socket of netlink is made for each question and closed: 30 us, nothing to keep, any thread. The kernel answers within
the call that asks, so nothing here waits. The answer is judged before it is believed: who sent it, its lengths, and
whether it is about the connection that was asked for.
"""

from __future__ import annotations

import ipaddress
import itertools
import socket
import struct
import sys
from dataclasses import dataclass

IS_AVAILABLE = sys.platform == "linux"

# linux/netlink.h, linux/sock_diag.h, linux/inet_diag.h
_NETLINK_SOCK_DIAG = 4
_SOCK_DIAG_BY_FAMILY = 20
_NLM_F_REQUEST = 1
_INET_DIAG_INFO = 2
_ANY_STATE = 0xFFFF_FFFF
_NO_COOKIE = b"\xff" * 8
_HEADER = struct.Struct("=IHHII")  # nlmsghdr: length, type, flags, sequence, port id
_REQUEST = struct.Struct("=BBBBI")  # inet_diag_req_v2 up to its socket: family, protocol, extensions, padding, states
_SOCKET = struct.Struct("=4s16s16sI8s")  # inet_diag_sockid: the two ports, source, destination, interface, cookie
_MESSAGE_LENGTH = 72  # inet_diag_msg; its socket's numbers begin at 4
_SOCKET_AT = 4
_NUMBERS_LENGTH = 36  # ports and addresses
_ATTRIBUTE = struct.Struct("=HH")  # rtattr: length with this header, type
_PORTS = struct.Struct("!HH")
_TIMES = struct.Struct("=QQQ")
_TIMES_AT = 168  # struct tcp_info (linux/tcp.h): busy, limited by the window, limited by the send buffer; Linux 4.9
_ANSWER_LONGEST = 4096  # the answer has some 400 bytes: one message, one attribute

_sequence = itertools.count(1)

Address = tuple[str, int]


@dataclass(frozen=True, slots=True)
class SenderTimes:
    """Of one sending socket since its connection began, in us.

    busy_us    it had something to send
    window_us  of that, held back by the receiver's window: the reader was late
    buffer_us  of that, held back by its own send buffer
    """

    busy_us: int
    window_us: int
    buffer_us: int


def sender_times(local: Address, remote: Address) -> SenderTimes | None:
    """Of the device's end of a connection: `local` is our address and port, `remote` the device's.

    None: not available (it is not on this machine, the connection is gone, no sock_diag). Addresses are as sockets give
    them: IPv4, IPv6 with or without a %scope, IPv4 written as IPv6.
    """
    if not IS_AVAILABLE:
        return None
    try:
        question = _Question.of(remote, local)
        answer = _ask(question.message(next(_sequence) & 0x7FFF_FFFF))
    except (OSError, ValueError, struct.error):
        return None
    return question.times_in(answer)


def sender_held_us(local: Address, remote: Address) -> int | None:
    """How long our window has held the device back since the connection began, in us; None: not available."""
    times = sender_times(local, remote)
    return None if times is None else times.window_us


def held_ns(local: Address, remote: Address) -> int | None:
    """As `sender_held_us`, in ns as every time inside Quintet."""
    held_us = sender_held_us(local, remote)
    return None if held_us is None else held_us * 1000


@dataclass(frozen=True, slots=True)
class _Question:
    """About the socket whose own end is `source`; `numbers` are ports and addresses in the kernel's layout."""

    family: int
    numbers: bytes
    interface: int

    @classmethod
    def of(cls, source: Address, destination: Address) -> _Question:
        first, second = _plain_address(source[0]), _plain_address(destination[0])
        if first.version != second.version:
            raise ValueError(f"{first} and {second} are not of one family")
        numbers = (
            _PORTS.pack(source[1], destination[1]) + first.packed.ljust(16, b"\0") + second.packed.ljust(16, b"\0")
        )
        family = socket.AF_INET6 if first.version == 6 else socket.AF_INET
        return cls(family, numbers, _interface(first) or _interface(second))

    def message(self, sequence: int) -> bytes:
        wanted = 1 << (_INET_DIAG_INFO - 1)
        body = _REQUEST.pack(self.family, socket.IPPROTO_TCP, wanted, 0, _ANY_STATE)
        ends = self.numbers[:4], self.numbers[4:20], self.numbers[20:]
        body += _SOCKET.pack(*ends, self.interface, _NO_COOKIE)
        head = _HEADER.pack(_HEADER.size + len(body), _SOCK_DIAG_BY_FAMILY, _NLM_F_REQUEST, sequence, 0)
        return head + body

    def times_in(self, answer: bytes) -> SenderTimes | None:
        """None for an error, for another connection's answer, and for one too short to hold the times."""
        if len(answer) < _HEADER.size + _MESSAGE_LENGTH:
            return None
        length, kind, _, _, _ = _HEADER.unpack_from(answer)
        if kind != _SOCK_DIAG_BY_FAMILY or not _HEADER.size + _MESSAGE_LENGTH <= length <= len(answer):
            return None
        message = answer[_HEADER.size : length]
        if not self._is_asked(message[_SOCKET_AT : _SOCKET_AT + _NUMBERS_LENGTH]):
            return None
        info = _attribute(message[_MESSAGE_LENGTH:], _INET_DIAG_INFO)
        if len(info) < _TIMES_AT + _TIMES.size:
            return None
        return SenderTimes(*_TIMES.unpack_from(info, _TIMES_AT))

    def _is_asked(self, numbers: bytes) -> bool:
        """A socket of IPv6 that serves IPv4 is told with its addresses written as IPv6."""
        unmapped = numbers[:4] + _unmapped(numbers[4:20]) + _unmapped(numbers[20:])
        return self.numbers in (numbers, unmapped)


def _plain_address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    address = ipaddress.ip_address(text)
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def _interface(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> int:
    """The index of a link-local address's interface (%eth0, %2), 0 where it has none."""
    scope = address.scope_id if isinstance(address, ipaddress.IPv6Address) else None
    if not scope:
        return 0
    return int(scope) if scope.isdigit() else socket.if_nametoindex(scope)


def _unmapped(address: bytes) -> bytes:
    mapped = ipaddress.IPv6Address(address).ipv4_mapped
    return mapped.packed.ljust(16, b"\0") if mapped else address


def _attribute(attributes: bytes, wanted: int) -> bytes:
    """The content of one attribute, b"" where it is missing; lengths that point outside end the search."""
    at = 0
    while at + _ATTRIBUTE.size <= len(attributes):
        length, kind = _ATTRIBUTE.unpack_from(attributes, at)
        if not _ATTRIBUTE.size <= length <= len(attributes) - at:
            return b""
        if kind == wanted:
            return attributes[at + _ATTRIBUTE.size : at + length]
        at += (length + 3) & ~3
    return b""


def _ask(message: bytes) -> bytes:
    """The kernel's answer; it is in the queue when the call that asks returns. OSError where there is none."""
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC, _NETLINK_SOCK_DIAG) as asking:
        asking.sendto(message, (0, 0))
        answer, sender = asking.recvfrom(_ANSWER_LONGEST, socket.MSG_DONTWAIT)
    if sender[0] != 0:
        raise OSError(f"netlink: expected the kernel's answer, got one of process {sender[0]}")
    return answer
