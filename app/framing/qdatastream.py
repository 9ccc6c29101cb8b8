"""Blocks as Qt's QDataStream writes a QByteArray.

Source: "Serializing Qt Data Types" in Qt's documentation. 32 bits of length, then the bytes; a null array is
0xFFFFFFFF alone; since Qt 6.7 0xFFFFFFFE announces a length of 64 bits. QDataStream is big-endian unless told
otherwise. A null and an empty array are both an empty frame.
"""

from __future__ import annotations

import struct

from app.framing.options import QDataStreamBlocks
from app.framing.prefixed import PrefixedFramer

NULL = 0xFFFFFFFF
EXTENDED = 0xFFFFFFFE


class QDataStreamFramer(PrefixedFramer):
    def __init__(self, options: QDataStreamBlocks) -> None:
        order = "<" if options.order == "little" else ">"
        self._length = struct.Struct(f"{order}I")
        self._extended = struct.Struct(f"{order}4xQ")
        super().__init__(f"{order}u4", at=0, keep_header=False, options=options)

    def _sizes(self, window: memoryview, position: int) -> tuple[int, int] | None:
        (length,) = self._length.unpack_from(window, position)
        if length < EXTENDED:
            return self._length.size, length
        if length == NULL:
            return self._length.size, 0
        if len(window) - position < self._extended.size:
            return None
        (length,) = self._extended.unpack_from(window, position)
        return self._extended.size, length
