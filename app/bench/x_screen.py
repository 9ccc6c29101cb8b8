"""The bench at an X screen as a user is: moves the mouse, presses its button, and sees what is on the screen.

Spoken to the server itself (X Window System Protocol, X11R7.7; XTEST Extension Protocol 2.2): the window gets its mouse
the way it gets a user's, and a pixel is asked of what the server shows, not of what the window believes. A connection
needs no library, and no more of the protocol than four requests.
"""

from __future__ import annotations

import socket
import struct
from types import TracebackType
from typing import Self

import numpy as np
import numpy.typing as npt

from app.bench.rows import MeasurementError

Image = npt.NDArray[np.uint32]
_QUERY_EXTENSION, _GET_IMAGE = 98, 73
_FAKE_INPUT = 2
_PRESS, _RELEASE, _MOTION = 4, 5, 6
_Z_PIXMAP, _ALL_PLANES = 2, 0xFFFFFFFF
_REPLY_HEAD = 32


class XScreen:
    """A connection to a screen of this computer (":1"), closed at the end of the block."""

    def __init__(self, display: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(f"/tmp/.X11-unix/X{display.lstrip(':')}")  # noqa: S108  # where X servers listen
        self._root = self._greet()
        self._xtest = self._extension(b"XTEST")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _value: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        self._socket.close()

    def click(self, x: int, y: int) -> None:
        """Move there, press the left button and let it go."""
        for kind, detail in ((_MOTION, 0), (_PRESS, 1), (_RELEASE, 1)):
            event = struct.pack("<BBHIIIIhhhhHBB", kind, detail, 0, 0, self._root, 0, 0, x, y, 0, 0, 0, 0, 0)
            self._socket.sendall(struct.pack("<BBH", self._xtest, _FAKE_INPUT, 9) + event)

    def image(self, x: int, y: int, width: int, height: int) -> Image:
        """u32[height, width] of what the screen shows there."""
        request = struct.pack("<BBHIhhHHI", _GET_IMAGE, _Z_PIXMAP, 5, self._root, x, y, width, height, _ALL_PLANES)
        self._socket.sendall(request)
        _, pixels = self._reply()
        return np.frombuffer(pixels, np.uint32, width * height).reshape(height, width)

    # -- the protocol

    def _greet(self) -> int:
        """The root window; 24 bits deep, as the bench's screens are."""
        self._socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        head = self._read(8)
        rest = self._read(4 * int.from_bytes(head[6:8], "little"))
        if head[0] != 1:
            raise MeasurementError("the X server refused the connection")
        vendor, formats = struct.unpack_from("<H", rest, 16)[0], rest[21]
        (root,) = struct.unpack_from("<I", rest, 32 + vendor + -vendor % 4 + 8 * formats)
        return int(root)

    def _extension(self, name: bytes) -> int:
        padded = name + bytes(-len(name) % 4)
        self._socket.sendall(struct.pack("<BxHHxx", _QUERY_EXTENSION, 2 + len(padded) // 4, len(name)) + padded)
        head, _ = self._reply()
        if not head[8]:
            raise MeasurementError("the X server has no XTEST, by which a click is made")
        return head[9]

    def _reply(self) -> tuple[bytes, bytes]:
        """The next reply: its head, and what follows. Events are of no interest, an error ends the figure."""
        while True:
            head = self._read(_REPLY_HEAD)
            if head[0] == 0:
                raise MeasurementError(f"the X server refused a request with error {head[1]}")
            if head[0] == 1:
                return head, self._read(4 * int.from_bytes(head[4:8], "little"))

    def _read(self, count: int) -> bytes:
        data = bytearray()
        while len(data) < count:
            piece = self._socket.recv(count - len(data))
            if not piece:
                raise MeasurementError("the X server has closed the connection")
            data += piece
        return bytes(data)
