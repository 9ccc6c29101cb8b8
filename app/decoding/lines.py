"""The frames of one call as lines of text: one by one, or many at once in a single piece of bytes.

A line framer's payloads lie in its buffer one behind the other with the delimiter between them. Then a stretch of
lines is a slice, and "for each line" can be done once for all. Frames of another framing are joined to that shape.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from app.stream import Frames, Int64Array

CARRIAGE_RETURN, NEWLINE = 13, 10


@dataclass(frozen=True, slots=True)
class Text:
    """Lines as one piece: line i is `data[starts[i]:ends[i]]`, `delimiter` (or it behind a CR) between any two."""

    data: bytes
    starts: Int64Array
    ends: Int64Array
    delimiter: bytes


class Lines:
    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self.count = len(frames)
        known = frames.delimiter
        self._known_delimiter = known if known is not None and len(known) == 1 else None

    def part(self, start: int, stop: int) -> Lines:
        return self if (start, stop) == (0, self.count) else Lines(self.frames.part(start, stop))

    def picked(self, places: Int64Array) -> Lines:
        """The lines at `places`, which ascend; copied."""
        if len(places) == self.count:
            return self
        frames = self.frames
        text = joined([frames.payload(place) for place in places.tolist()])
        view = memoryview(text.data)
        return Lines(Frames(view, text.starts, text.ends, text.ends - text.starts, frames.read_ns[places]))

    def lines(self, start: int, stop: int) -> list[bytes]:
        buffer = self.frames.buffer
        starts, ends = self.frames.starts[start:stop].tolist(), self.frames.ends[start:stop].tolist()
        return [bytes(buffer[a:b]) for a, b in zip(starts, ends, strict=True)]

    def text(self, start: int, stop: int) -> Text:
        """Lines `start` to `stop`, at least one."""
        delimiter = self._known_delimiter or self._delimiter
        if delimiter is None:
            return joined(self.lines(start, stop))
        starts, ends = self.frames.starts, self.frames.ends
        if stop - start < self.count:
            starts, ends = starts[start:stop], ends[start:stop]
        base = int(starts[0])
        data = bytes(self.frames.buffer[base : int(ends[-1])])
        return Text(data, starts - base, ends - base, delimiter) if base else Text(data, starts, ends, delimiter)

    @cached_property
    def _delimiter(self) -> bytes | None:
        """The one byte that stands between all lines (CR LF counts as LF); None where there is no such."""
        starts, ends = self.frames.starts[1:], self.frames.ends[:-1]
        if not len(starts):
            return b"\n"
        gap = int(starts[0] - ends[0])
        if gap not in (1, 2) or not (starts - ends == gap).all():
            return None
        data = np.frombuffer(self.frames.buffer, np.uint8)
        last = data.take(ends if gap == 1 else starts - 1)
        if not (last == last[0]).all():
            return None
        if gap == 2 and not (last[0] == NEWLINE and (data[ends] == CARRIAGE_RETURN).all()):
            return None
        return last[:1].tobytes()


def joined(lines: list[bytes]) -> Text:
    lengths = np.fromiter(map(len, lines), np.int64, len(lines))
    ends = np.cumsum(lengths + 1) - 1
    return Text(b"\n".join(lines), ends - lengths, ends, b"\n")
