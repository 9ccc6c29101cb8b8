"""Frames that end with a delimiter: lines of text, or anything else that keeps a byte sequence for itself.

Goals: every byte is searched once whatever the pieces; a frame beyond `max_frame` costs no memory; what is counted
does not depend on how the bytes were cut into chunks.

Plan: all delimiters of a window are found at once (numpy), and everything about the frames is arithmetic on their
positions. A delimiter of several bytes is found by its last byte and then checked backwards, so one that is split
over chunks needs no state of its own but where to search on: its first bytes are in the tail.

Discarding (the rest of an oversize frame, or all before the first delimiter where a server joins in mid-stream) is a
state that ends with the next delimiter. Only as many bytes wait then as may be the delimiter's beginning.

Cost: about 1 ns a byte for the search, and 20 ns a frame.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from app.framing.arrivals import read_times
from app.framing.options import Line
from app.framing.tail import Tail
from app.health.counts import FramingCounts
from app.sentence import sentence
from app.stream import Chunk, Frames, Int64Array

UInt8Array = npt.NDArray[np.uint8]

OVERSIZE = sentence("oversize")
JOINED = sentence("joined in the middle")
TRUNCATED = sentence("truncated at EOF")

CARRIAGE_RETURN = 13
FEW_BYTES = 16 << 10  # are looked through for a CR at all, which is cheaper than a look before each delimiter
BLOCK = 64 << 10  # searched at once: the mask stays in the cache, and in memory that has been touched


class LineFramer:
    detects_damage = True
    violation: str | None = None

    def __init__(self, options: Line) -> None:
        self.counts = FramingCounts()
        self._delimiter = options.delimiter_bytes
        self._takes_cr = self._delimiter == b"\n"
        self._overlaps = _overlaps_itself(self._delimiter)
        self.set_bounds(options)
        self._discarding = self._joined
        self._tail = Tail()
        self._mask = np.empty(BLOCK, np.bool_)

    @property
    def pending(self) -> int:
        return len(self._tail)

    def set_bounds(self, options: Line) -> None:
        self._max_frame = options.max_frame
        self._joined = JOINED if options.first_frame == "drop" else None  # of the next connection

    def feed(self, chunk: Chunk) -> Frames:
        searched = max(len(self._tail) - len(self._delimiter) + 1, 0)
        window = self._tail.extended(chunk.data)
        edges = self._edges(np.frombuffer(window, np.uint8), searched)
        frames, begin = Frames.none(), 0
        if len(edges) > 1:
            frames, begin = self._cut(window, edges, chunk), int(edges[-1])
        self._tail.drop(begin + self._discard_hopeless(len(window) - begin))
        return frames

    def end(self) -> Frames:
        self.counts.discard(self._discarding or TRUNCATED, len(self._tail))
        self._tail.drop(len(self._tail))
        self._discarding = self._joined
        return Frames.none()

    def _cut(self, window: memoryview, edges: Int64Array, chunk: Chunk) -> Frames:
        """The frames between `edges`: 0, and the positions behind the delimiters."""
        if self._discarding is not None:
            self.counts.discard(self._discarding, int(edges[1]))
            self._discarding = None
            edges = edges[1:]
        begins, stops, size = edges[:-1], edges[1:], len(self._delimiter)
        ends = stops - size
        between = self._delimiter if not self._take_cr(window, begins, ends) else None
        if len(window) > self._max_frame and int((ends - begins).max(initial=0)) > self._max_frame:
            begins, ends, stops = self._without_oversize(begins, ends, stops)
            between = None
        wire_lengths = stops - begins
        overhead = size * len(ends) if between is not None else int((stops - ends).sum())
        self.counts.cut(len(ends), int(np.add.reduce(wire_lengths)) - overhead, overhead)
        times = read_times(chunk, stops - (len(window) - len(chunk.data)))
        return Frames(window, begins, ends, wire_lengths, times, delimiter=between)

    def _take_cr(self, window: memoryview, begins: Int64Array, ends: Int64Array) -> bool:
        """Take a CR before its delimiter off the frames; whether there was one."""
        if not self._takes_cr or (len(window) <= FEW_BYTES and b"\r" not in window.tobytes()):
            return False
        data = np.frombuffer(window, np.uint8)
        # an empty frame has no byte of its own before its end: at position 0 the index would wrap round
        follows_cr = (data.take(ends - 1, mode="wrap") == CARRIAGE_RETURN) & (ends > begins)
        ends -= follows_cr
        return bool(follows_cr.any())

    def _without_oversize(
        self, begins: Int64Array, ends: Int64Array, stops: Int64Array
    ) -> tuple[Int64Array, Int64Array, Int64Array]:
        fits = ends - begins <= self._max_frame
        self.counts.discard(OVERSIZE, int((stops - begins)[~fits].sum()))
        return begins[fits], ends[fits], stops[fits]

    def _discard_hopeless(self, waiting: int) -> int:
        """How many of the `waiting` bytes, which hold no delimiter, cannot become part of a good frame."""
        partial = len(self._delimiter) - 1
        if self._discarding is None:
            if waiting <= self._max_frame + self._takes_cr + partial:
                return 0
            self._discarding = OVERSIZE
        hopeless = max(waiting - partial, 0)
        self.counts.discard(self._discarding, hopeless)
        return hopeless

    def _edges(self, data: UInt8Array, searched: int) -> Int64Array:
        """0, and the positions behind each delimiter of `data`, none of which begins before `searched`."""
        last = len(self._delimiter) - 1
        found = self._positions(data[searched + last :], self._delimiter[-1])
        edges = np.empty(len(found) + 1, np.int64)
        edges[0] = 0
        ends = np.add(found, searched + last + 1, out=edges[1:])
        if not last:
            return edges
        for back, byte in enumerate(self._delimiter[-2::-1], start=2):
            ends = ends[data[ends - back] == byte]
        return np.concatenate([edges[:1], _leftmost(ends, last + 1) if self._overlaps else ends])

    def _positions(self, data: UInt8Array, byte: int) -> npt.NDArray[np.intp]:
        found = []
        for at in range(0, len(data), BLOCK):
            block = data[at : at + BLOCK]
            positions = np.equal(block, byte, out=self._mask[: len(block)]).nonzero()[0]
            found.append(positions + at if at else positions)
        return found[0] if len(found) == 1 else np.concatenate(found) if found else np.empty(0, np.intp)


def _overlaps_itself(word: bytes) -> bool:
    """Whether two occurrences can share bytes ("\\n\\n" in "\\n\\n\\n")."""
    return any(word.startswith(word[shift:]) for shift in range(1, len(word)))


def _leftmost(ends: Int64Array, length: int) -> Int64Array:
    """Of occurrences that share bytes the first counts."""
    kept, free = [], 0
    for end in ends.tolist():
        if end - length >= free:
            kept.append(end)
            free = end
    return np.array(kept, np.int64)
