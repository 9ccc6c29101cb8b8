"""Opening the listening sockets, with words for what can go wrong."""

from __future__ import annotations

import errno
import socket

BACKLOG = 128  # beyond it a client's SYN is dropped and repeated a second later


class CannotListenError(Exception):
    """The address or port is not to be had; the message says why."""


def listen(host: str, port: int) -> socket.socket:
    """A non-blocking listening socket; port 0 lets the system choose.

    It is bound by number in any case: so it keeps its port while it does not listen (see `Station.stop_listening`),
    where the kernel would take one that it has chosen back.
    """
    family, address = _resolve(host, port)
    try:
        if port == 0:
            with _bound(family, address) as chosen:  # until the other one has its number too
                return _listening(_bound(family, chosen.getsockname()))
        return _listening(_bound(family, address))
    except OSError as error:
        raise CannotListenError(_reason(host, port, error)) from error


def _bound(family: socket.AddressFamily, address: tuple[object, ...]) -> socket.socket:
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        # Without it a restart would find its port taken for a minute by the connections of before (man 7 socket).
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(address)
    except OSError:
        sock.close()
        raise
    return sock


def _listening(sock: socket.socket) -> socket.socket:
    try:
        sock.listen(BACKLOG)
    except OSError:
        sock.close()
        raise
    sock.setblocking(False)
    return sock


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
