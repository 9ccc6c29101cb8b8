"""Opening the listening sockets, with words for what can go wrong."""

from __future__ import annotations

import errno
import socket

BACKLOG = 128  # beyond it a client's SYN is dropped and repeated a second later


class CannotListenError(Exception):
    """The address or port is not to be had; the message says why."""


def listen(host: str, port: int) -> socket.socket:
    """A non-blocking listening socket; port 0 lets the system choose."""
    family, address = _resolve(host, port)
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        # Without it a restart would find its port taken for a minute by the connections of before (man 7 socket).
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise CannotListenError(_reason(host, port, error)) from error
    listener.setblocking(False)
    return listener


def reachable_host(listener: socket.socket) -> str:
    """Where a client of this machine finds it: a wildcard is no address to connect to."""
    host = str(listener.getsockname()[0])
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  # compared with, not bound to


def link_text(host: str, port: int) -> str:
    return f"tcp://[{host}]:{port}" if ":" in host else f"tcp://{host}:{port}"


def _resolve(host: str, port: int) -> tuple[socket.AddressFamily, tuple[object, ...]]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:
        raise CannotListenError(f"host {host!r} is not known: {getattr(error, 'strerror', None) or error}") from error
    return found[0][0], found[0][4]


def _reason(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken: another program listens on {host} (--port 0 lets the system choose)"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"port {port} may not be opened by this user: {error.strerror}"
    if error.errno == errno.EADDRNOTAVAIL:
        return f"host {host!r} is not an address of this machine"
    return f"cannot listen on {host}, port {port}: {error.strerror}"
