"""A connection that is gone without a word, as when a device loses its power: no FIN, no reset, no acknowledgement.

What comes in is dropped before TCP sees it, by a socket filter that takes no byte of any packet (man 7 socket,
SO_ATTACH_FILTER). What still goes out (what had been sent and was not acknowledged is sent again; the FIN of the close
one day) is dropped by the other side: it carries a signature that was not agreed on (man 7 tcp, TCP_MD5SIG; RFC 2385,
section 2.0: such a segment is discarded, and nothing is answered). A kernel without that option leaves us deaf only.
Neither needs a privilege. Linux alone has them.
"""

from __future__ import annotations

import ctypes
import socket
import struct
import sys

POSSIBLE = sys.platform == "linux"

_SO_ATTACH_FILTER, _TCP_MD5SIG = 26, 14
_RETURN_NOTHING = struct.pack("=HBBI", 0x06, 0, 0, 0)  # BPF: ret #0
_ADDRESS_BYTES, _KEY_BYTES = 128, 80
_KEY = b"nobody knows"


def deafen(sock: socket.socket) -> None:
    """Nothing that arrives is heard or acknowledged from now on."""
    program = ctypes.create_string_buffer(_RETURN_NOTHING, len(_RETURN_NOTHING))
    sock.setsockopt(socket.SOL_SOCKET, _SO_ATTACH_FILTER, struct.pack("@HP", 1, ctypes.addressof(program)))


def silence(sock: socket.socket) -> bool:
    """Nothing that goes out is heard by the other side from now on; False where this kernel cannot."""
    try:
        sock.setsockopt(socket.IPPROTO_TCP, _TCP_MD5SIG, _signature(sock))
    except OSError:
        return False
    return True


def _signature(sock: socket.socket) -> bytes:
    """A tcp_md5sig for the other side's address."""
    host = sock.getpeername()[0]
    if sock.family == socket.AF_INET6:
        address = struct.pack("=HxxI", sock.family, 0) + socket.inet_pton(sock.family, host.partition("%")[0])
    else:
        address = struct.pack("=Hxx", sock.family) + socket.inet_pton(sock.family, host)
    key = struct.pack("=BBHi", 0, 0, len(_KEY), 0) + _KEY.ljust(_KEY_BYTES, b"\0")
    return address.ljust(_ADDRESS_BYTES, b"\0") + key
