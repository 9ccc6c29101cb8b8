"""What framings with a length in front have in common: `length` and `qdatastream`.

Goals: streams of one frame length are cut at the speed of memory, mixed ones at a few million frames a second; a
length that cannot be true costs neither memory nor trust.

Plan: where a frame is followed by others of the same length (nearly always: a device sends one structure), their
length fields are one strided view, and one comparison finds how far the run goes. The view is looked through in
pieces that grow, so that a short run costs little. What is left is cut frame by frame.

A bare length prefix cannot notice damage until a length is impossible: beyond `max_frame`, or shorter than its own
header. With on_violation "reconnect" that is the end of this connection's trust: `violation` says why, and all that
follows is discarded until `end`. With "skip" the announced bytes are counted down as they come, never stored; an
impossible short length costs its header. Either may land in the middle of something: that is what "skip" means.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from app.framing.arrivals import read_times, run_read_times
from app.framing.options import Length, QDataStreamBlocks
from app.framing.tail import EMPTY, Tail
from app.health.counts import FramingCounts
from app.sentence import numbered, sentence
from app.stream import Chunk, Frames, Int64Array, Run

OVERSIZE = sentence("oversize")
BAD_LENGTH = sentence("length shorter than its header")
AFTER_VIOLATION = sentence("after violation")
TRUNCATED = sentence("truncated at EOF")

RUN_WORTH = 8  # equal frames in a row that make a look for a run pay: it costs about as much as cutting these
FIRST_LOOK = 64  # length fields compared at once to begin with, then GROWTH times as many
GROWTH = 8

Prefixed = Length | QDataStreamBlocks


class PrefixedFramer:
    """A subclass says what a header means, in `_sizes`.

    `shortest` bytes are the least that a header takes; a header of just that length has its length field, of type
    `field`, at `at`, and only those make runs.
    """

    detects_damage = False

    def __init__(self, field: npt.DTypeLike, *, at: int, keep_header: bool, options: Prefixed) -> None:
        self.counts = FramingCounts()
        self.violation: str | None = None
        self._field = np.dtype(field)
        self._at = at
        self._shortest = at + self._field.itemsize
        self._keep_header = keep_header
        self.set_bounds(options)
        self._skip = 0  # bytes of an oversize frame that are still to come
        self._tail = Tail()

    @property
    def pending(self) -> int:
        return len(self._tail)

    def set_bounds(self, options: Prefixed) -> None:
        self._max_frame = options.max_frame
        self._reconnects = options.on_violation == "reconnect"

    def feed(self, chunk: Chunk) -> Frames:
        data = self._after_discarding(chunk.data)
        window = self._tail.extended(data)
        cuts = _Cuts()
        self._tail.drop(self._cut(window, cuts))
        return cuts.frames(window, chunk)

    def end(self) -> Frames:
        self.counts.discard(TRUNCATED, len(self._tail))
        self._tail.drop(len(self._tail))
        self._skip = 0
        self.violation = None
        return Frames.none()

    def _sizes(self, window: memoryview, position: int) -> tuple[int, int] | None:
        """Bytes of the header at `position` and of the payload behind it; None where the header is not whole.

        At least `shortest` bytes are there. The payload's length may be anything, negative too.
        """
        raise TypeError("a framing implements this")

    def _after_discarding(self, data: memoryview) -> memoryview:
        if self.violation is not None:
            self.counts.discard(AFTER_VIOLATION, len(data))
            return EMPTY
        if not self._skip:
            return data
        gone = min(self._skip, len(data))
        self.counts.discard(OVERSIZE, gone)
        self._skip -= gone
        return data[gone:]

    def _cut(self, window: memoryview, cuts: _Cuts) -> int:
        """Cut what is whole; returns how many bytes are dealt with."""
        position, size = 0, len(window)
        last, streak = -1, 0
        while size - position >= self._shortest:
            sizes = self._sizes(window, position)
            if sizes is None:
                break
            header, payload = sizes
            if not 0 <= payload <= self._max_frame:
                position += self._discard(size - position, header, payload)
                continue
            wire, count = header + payload, 1
            if position + wire > size:
                break
            streak = streak + 1 if wire == last else 0
            last = wire
            if (streak >= RUN_WORTH or position == 0) and header == self._shortest:
                count, streak = self._run_length(window, position, wire), 0
            self._count(header, payload, count)
            cuts.add(position, 0 if self._keep_header else header, wire, count)
            position += count * wire
        return position

    def _count(self, header: int, payload: int, count: int) -> None:
        if self._keep_header:
            self.counts.cut(count, count * (header + payload), 0)
        else:
            self.counts.cut(count, count * payload, count * header)

    def _run_length(self, window: memoryview, position: int, wire: int) -> int:
        """How many whole frames from `position` on, itself included, have its length field."""
        count = (len(window) - position) // wire
        if count == 1:
            return 1
        fields: npt.NDArray[np.unsignedinteger] = np.ndarray(
            (count,), self._field, window, position + self._at, (wire,)
        )
        same, look = 1, FIRST_LOOK
        while same < count:
            other = fields[same : same + look] != fields[0]
            first = int(other.argmax())
            if other[first]:
                return same + first
            same += len(other)
            look *= GROWTH
        return count

    def _impossible(self, header: int, payload: int) -> str:
        if payload > 0:
            return sentence("length {length} is beyond max_frame {most}", length=payload, most=self._max_frame)
        return numbered(
            header,
            "length {length} is shorter than its header of {count} byte",
            "length {length} is shorter than its header of {count} bytes",
            length=header + payload,
        )

    def _discard(self, there: int, header: int, payload: int) -> int:
        """Deal with an impossible length; returns how many of the `there` bytes are gone."""
        text = self._impossible(header, payload)
        self.counts.violate(text)
        if self._reconnects:
            self.violation = text
            self.counts.discard(AFTER_VIOLATION, there)
            return there
        if payload < 0:
            self.counts.discard(BAD_LENGTH, header)
            return header
        gone = min(header + payload, there)
        self.counts.discard(OVERSIZE, gone)
        self._skip = header + payload - gone
        return gone


class _Cuts:
    """The frames of one feed, in order: runs, and between them lists of single frames (start, end, wire length)."""

    def __init__(self) -> None:
        self._pieces: list[Run | list[tuple[int, int, int]]] = []
        self._singles: list[tuple[int, int, int]] | None = None

    def add(self, position: int, lead: int, wire: int, count: int) -> None:
        """`count` frames of `wire` bytes from `position` on, of which the first `lead` are not handed on."""
        if count > 1:
            self._pieces.append(Run(position + lead, wire - lead, wire, count))
            self._singles = None
            return
        if self._singles is None:
            self._singles = []
            self._pieces.append(self._singles)
        self._singles.append((position + lead, position + wire, wire))

    def frames(self, window: memoryview, chunk: Chunk) -> Frames:
        if not self._pieces:
            return Frames.none()
        before, first = len(window) - len(chunk.data), self._pieces[0]
        if len(self._pieces) == 1 and isinstance(first, Run):
            return Frames.of_run(window, first, run_read_times(chunk, first, first.first + first.length - before))
        starts, ends, wire = np.concatenate([_columns(piece) for piece in self._pieces], axis=1)
        return Frames(window, starts, ends, wire, read_times(chunk, ends - before))


def _columns(piece: Run | list[tuple[int, int, int]]) -> Int64Array:
    """int64[3, n]: starts, ends and wire lengths."""
    if isinstance(piece, list):
        return np.array(piece, np.int64).T
    starts = piece.first + np.arange(piece.count, dtype=np.int64) * piece.stride
    return np.stack((starts, starts + piece.length, np.full(piece.count, piece.stride, np.int64)))
