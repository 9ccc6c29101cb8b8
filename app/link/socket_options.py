"""Options of a TCP socket, set before the SYN.

SO_RCVBUF. The window scale is agreed in the SYN, so a receive buffer is best set before it (man 7 tcp). Linux doubles
what is asked, caps the question at net.core.rmem_max, and switches auto-tuning off, which could have gone up to
tcp_rmem[2]. So a set buffer buys room from the first byte and costs that ceiling; `ReceiveBuffer.note` says both.

Keep-alive. A peer that is gone without a word is found KEEP_IDLE + KEEP_COUNT x KEEP_INTERVAL = 50 s after its last
sign of life. This holds while nothing that we sent is unacknowledged; then retransmission decides (tcp_retries2, a
quarter of an hour). TCP_USER_TIMEOUT would shorten that, but it also ends a healthy connection whose peer has merely
stopped reading, so it stays off.

TCP_NOTSENT_LOWAT. The kernel's send buffer would take 4 MB of commands for a device that has stopped reading (seen),
and what it has taken can neither be replaced nor expire: once the device reads again it would be served a minute of old
set-points. With this mark the kernel takes no more than it can send, and NOT_SENT besides (50 kB in all, seen); the
rest waits in the outbox. A long command is not slowed down: the kernel asks for more before it runs out.
"""

from __future__ import annotations

import contextlib
import socket
import sys
from pathlib import Path

from app.link.contract import ReceiveBuffer
from app.quantities import shown_bytes
from app.sentence import joined, sentence

KEEP_IDLE_S = 20
KEEP_INTERVAL_S = 10
KEEP_COUNT = 3

NOT_SENT = 16 << 10  # bytes that the kernel holds beyond what it has put on the wire: what Qt is given at once

_MOST = 2**31 - 1  # the option is a C int; no kernel gives as much

_PROC = Path("/proc/sys/net")
_DOUBLED = 2 if sys.platform == "linux" else 1  # Linux counts its bookkeeping in (man 7 socket)


def prepare(sock: socket.socket, receive_buffer: int | None) -> ReceiveBuffer:
    """Set all options of a socket that has not connected yet; what became of the receive buffer.

    `receive_buffer` None leaves it to the kernel's auto-tuning.
    """
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_OOBINLINE, 1)  # an urgent byte is a byte: else one were missing
    _set_if_known(sock, getattr(socket, "TCP_NOTSENT_LOWAT", None), NOT_SENT)
    _keep_alive(sock)
    return auto_tuned() if receive_buffer is None else _ask(sock, receive_buffer)


def unasked(receive_buffer: int | None) -> ReceiveBuffer:
    """What there is to say before there is a socket."""
    return auto_tuned() if receive_buffer is None else ReceiveBuffer(receive_buffer, None, None, autotune_ceiling(), "")


def auto_tuned() -> ReceiveBuffer:
    """The receive buffer of a link that says "auto"."""
    limits = _tcp_rmem()
    if limits is None:
        return ReceiveBuffer(None, None, None, None, sentence("left to the system"))
    note = sentence(
        "auto-tuned by the kernel: {first} at first, up to {most} while the reader keeps up (net.ipv4.tcp_rmem)",
        first=shown_bytes(limits[1]),
        most=shown_bytes(limits[2]),
    )
    return ReceiveBuffer(None, None, None, limits[2], note)


def autotune_ceiling() -> int | None:
    """tcp_rmem[2]: how far auto-tuning could go; None where the system does not say."""
    limits = _tcp_rmem()
    return limits[2] if limits else None


def note_on(asked: int, granted: int, ceiling: int | None, cap: int | None) -> str:
    """What became of the question for `asked` bytes, and what to do about it. `cap`: net.core.rmem_max."""
    said = []
    if granted < asked * _DOUBLED:
        limit = sentence("net.core.rmem_max caps it")
        if cap is not None:
            limit = sentence("net.core.rmem_max is {size}", size=shown_bytes(cap))
        said.append(
            sentence(
                "asked for {asked}, the kernel gave {granted} (counted double): {limit}; {command} allows it",
                asked=shown_bytes(asked),
                granted=shown_bytes(granted // _DOUBLED),
                limit=limit,
                command=f"sysctl -w net.core.rmem_max={asked}",
            )
        )
    if ceiling is not None and granted < ceiling:
        said.append(sentence("auto-tuning is off, which could have reached {size}", size=shown_bytes(ceiling)))
    return joined("; ", said)


def _ask(sock: socket.socket, asked: int) -> ReceiveBuffer:
    ceiling = autotune_ceiling()
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, min(asked, _MOST))
    except OSError as error:
        note = sentence("the kernel refused {size}: {why}", size=shown_bytes(asked), why=str(error))
        return ReceiveBuffer(asked, None, None, ceiling, note)
    granted = sock.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF)
    return ReceiveBuffer(asked, granted, granted, ceiling, note_on(asked, granted, ceiling, _rmem_max()))


def _keep_alive(sock: socket.socket) -> None:
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    idle = getattr(socket, "TCP_KEEPIDLE", None) or getattr(socket, "TCP_KEEPALIVE", None)  # macOS has the latter
    for option, value in (
        (idle, KEEP_IDLE_S),
        (getattr(socket, "TCP_KEEPINTVL", None), KEEP_INTERVAL_S),
        (getattr(socket, "TCP_KEEPCNT", None), KEEP_COUNT),
    ):
        _set_if_known(sock, option, value)


def _set_if_known(sock: socket.socket, option: int | None, value: int) -> None:
    if option is not None:
        with contextlib.suppress(OSError):  # some systems know the name and not the thing; they keep their own
            sock.setsockopt(socket.IPPROTO_TCP, option, value)


def _rmem_max() -> int | None:
    numbers = _numbers("core/rmem_max")
    return numbers[0] if numbers else None


def _tcp_rmem() -> tuple[int, ...] | None:
    numbers = _numbers("ipv4/tcp_rmem")
    return numbers if len(numbers) == 3 else None


def _numbers(name: str) -> tuple[int, ...]:
    """The numbers in one file of /proc/sys/net, none where it is not there (another system, a container)."""
    try:
        return tuple(int(word) for word in (_PROC / name).read_text().split())
    except (OSError, ValueError):
        return ()
