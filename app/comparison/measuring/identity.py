"""Which socket of the system a link reads: its inode and both its addresses, as the kernel tells (Linux, man 5 proc).

An independent witness. That a link kept its connection through a hundred hand-overs it says itself; that it was the
same socket the kernel says, whose inode number belongs to one socket for as long as that lives, in whatever thread it
is read. /proc/net/tcp lists every connection of the network namespace with its inode, and /proc/self/fd those that
are ours.
"""

from __future__ import annotations

import contextlib
import ipaddress
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.link.address import parse_address

TABLES = (Path("/proc/self/net/tcp"), Path("/proc/self/net/tcp6"))
DESCRIPTORS = Path("/proc/self/fd")
_SOCKET = re.compile(r"socket:\[(\d+)\]")
_WORD = 4  # bytes; addresses are printed as words in the machine's own order
Address = tuple[str, int]


@dataclass(frozen=True, slots=True)
class SocketIdentity:
    """The kernel's number of a socket, and the address and port of both its ends."""

    inode: int
    local: Address
    remote: Address


def own_sockets() -> tuple[SocketIdentity, ...]:
    """All TCP connections of this process; some ms, so not while something is measured."""
    try:
        ours = _own_inodes()
        return tuple(each for table in TABLES if table.exists() for each in _sockets(table) if each.inode in ours)
    except (OSError, ValueError):
        return ()


def own_socket_among(sockets: Sequence[SocketIdentity], remote: str) -> SocketIdentity | None:
    """Our one connection to this address ("127.0.0.1:7001", "[::1]:7001"), of `own_sockets`; None where there is none,
    where there are several, and where the system does not tell."""
    try:
        wanted = _address(remote)
    except ValueError:
        return None
    matching = [each for each in sockets if each.remote == wanted]
    return matching[0] if len(matching) == 1 else None


def _address(shown: str) -> Address:
    """An IPv6 address without its zone, which the table does not print."""
    address = parse_address(shown)
    return str(ipaddress.ip_address(address.host.partition("%")[0])), address.port


def _own_inodes() -> set[int]:
    found = set()
    for descriptor in DESCRIPTORS.iterdir():
        with contextlib.suppress(OSError):  # closed meanwhile: that of this listing is
            match = _SOCKET.fullmatch(str(descriptor.readlink()))
            if match is not None:
                found.add(int(match[1]))
    return found


def _sockets(table: Path) -> Iterator[SocketIdentity]:
    for line in table.read_text("ascii").splitlines()[1:]:
        words = line.split()
        yield SocketIdentity(int(words[9]), address_of(words[1]), address_of(words[2]))


def address_of(word: str) -> Address:
    """("127.0.0.1", 7001) of "0100007F:1B59": words of four bytes in the machine's own order, and a plain number."""
    digits, _, port = word.partition(":")
    raw = bytes.fromhex(digits)
    if sys.byteorder == "little":
        raw = b"".join(raw[at : at + _WORD][::-1] for at in range(0, len(raw), _WORD))
    return str(ipaddress.ip_address(raw)), int(port, 16)
