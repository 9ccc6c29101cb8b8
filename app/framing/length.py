"""Frames with a length field in front."""

from __future__ import annotations

import struct

from app.framing.options import Length
from app.framing.prefixed import PrefixedFramer

BYTE_ORDER = {"little": "<", "big": ">"}
UNSIGNED = {1: "B", 2: "H", 4: "I", 8: "Q"}


class LengthFramer(PrefixedFramer):
    def __init__(self, options: Length) -> None:
        order, code = BYTE_ORDER[options.order], UNSIGNED[options.size]
        self._header = struct.Struct(f"{order}{options.offset}x{code}")
        counted = self._header.size if options.counts == "frame" else 0
        self._beyond_length = options.adjust - counted
        super().__init__(
            f"{order}u{options.size}",
            at=options.offset,
            keep_header=options.keep_header,
            options=options,
        )

    def _sizes(self, window: memoryview, position: int) -> tuple[int, int]:
        (length,) = self._header.unpack_from(window, position)
        return self._header.size, length + self._beyond_length
