"""The things that travel: Chunk, End, Frames, Batch.

    link -> Chunk, End -> framing -> Frames -> decoding -> Batch -> store

Bytes are shared, not copied, for as long as that is cheap: a chunk is a view of what the socket
returned, frames are positions in one buffer, and a batch's columns may be strided views of it. The
price is a rule of lifetime: **Frames, and the Batches made of them, are valid until the next call of
the framer that made them.** The store copies what it keeps.

Times are ints of nanoseconds on `app.clock`; positions within a buffer are int64 arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, overload

import numpy as np
import numpy.typing as npt

Int64Array = npt.NDArray[np.int64]
FEW = 64  # numbers: up to here Python's own lists are faster than numpy's calls


@dataclass(frozen=True, slots=True)
class Reads:
    """When the bytes of one buffer were read, where they came by more than one read.

    `ends[i]` is the position just behind the last byte of read `i`; `read_ns[i]` is its time.
    """

    ends: Int64Array
    read_ns: Int64Array


@dataclass(slots=True)  # nobody changes one; but frozen it would cost five times as much, 3 us for each read
class Chunk:
    """Bytes of one connection, as they were read.

    data            read-only view of a buffer that nobody touches again
    offset          position of its first byte in this connection's stream
    connection      which opening of the link, from 1
    read_ns         when it was (last) read, stamped where it was read
    known_empty_ns  the last moment when none of its bytes had arrived, the kernel's queue and Qt's buffer having
                    been looked at; they became readable between the two times
    ends            message boundaries (positions just behind each message), None for a stream
    key             source or topic where there are several, else None
    reads           set by `join` alone: the times of the single reads
    backlog         bytes that waited when it was read: its own, and the kernel's behind it; None where not to be had
    """

    data: memoryview
    offset: int
    connection: int
    read_ns: int
    known_empty_ns: int
    ends: tuple[int, ...] | None = None
    key: str | None = None
    reads: Reads | None = None
    backlog: int | None = None

    @property
    def stop(self) -> int:
        """Position just behind its last byte in this connection's stream."""
        return self.offset + len(self.data)


@dataclass(frozen=True, slots=True)
class End:
    """The end of a connection; travels behind its last chunk. `offset`: bytes it carried in all."""

    offset: int
    connection: int
    reason: str
    at_ns: int


def join(chunks: Sequence[Chunk]) -> Chunk:
    """One chunk of consecutive stream chunks of one connection; remembers when each was read.

    Worth its copy for many small chunks: the vectorised stages cost a call, not a byte. Raises
    ValueError where the chunks do not follow each other.
    """
    if len(chunks) == 1:
        return chunks[0]
    first, connection = chunks[0], chunks[0].connection
    begin = position = first.offset
    pieces, ends, times = [], [], []
    for chunk in chunks:
        if chunk.offset != position or chunk.connection != connection or chunk.ends is not None:
            raise ValueError(f"chunk at {chunk.offset} of connection {chunk.connection} does not follow {position}")
        data = chunk.data
        position += len(data)
        pieces.append(data)
        ends.append(position - begin)
        times.append(chunk.read_ns)
    reads = Reads(np.array(ends, np.int64), np.array(times, np.int64))
    data = memoryview(b"".join(pieces))
    return Chunk(data, begin, connection, times[-1], first.known_empty_ns, key=first.key, reads=reads)


@dataclass(frozen=True, slots=True)
class Run:
    """`count` frames of `length` bytes each, the first payload at `first`, one every `stride` bytes."""

    first: int
    length: int
    stride: int
    count: int


class Frames:
    """Messages cut out of one buffer.

    buffer        the bytes (payloads lie in it; escaped framings put unescaped bytes there)
    starts, ends  int64[n]: frame i is buffer[starts[i]:ends[i]]
    wire_lengths  int64[n]: payload plus framing overhead, what the frame took on the wire
    read_ns       int64[n]: when the last byte of each frame was read
    key           None, or the source or topic of each frame
    delimiter     the bytes that stand between any two frames, where its framer knows them to be the same; else None
    run           set where all frames have one length and stand at equal distance: a decoder may
                  then take a strided view; `starts`, `ends` and `wire_lengths` are made when asked for

    Valid until the next call of the framer that made it.
    """

    def __init__(
        self,
        buffer: memoryview,
        starts: Int64Array,
        ends: Int64Array,
        wire_lengths: Int64Array,
        read_ns: Int64Array,
        key: tuple[str, ...] | None = None,
        delimiter: bytes | None = None,
    ) -> None:
        self.buffer = buffer
        self.starts = starts
        self.ends = ends
        self.wire_lengths = wire_lengths
        self.read_ns = read_ns
        self.key = key
        self.delimiter = delimiter
        self.run: Run | None = None

    @classmethod
    def of_run(cls, buffer: memoryview, run: Run, read_ns: Int64Array) -> Frames:
        """Frames of one length, at `stride` = their wire length."""
        frames = object.__new__(_RunFrames)
        frames.buffer = buffer
        frames.read_ns = read_ns
        frames.key = frames.delimiter = None
        frames.run = run
        return frames

    @classmethod
    def none(cls) -> Frames:
        empty = np.empty(0, np.int64)
        return cls(memoryview(b""), empty, empty, empty, empty)

    def __len__(self) -> int:
        return len(self.read_ns)

    def __repr__(self) -> str:
        shape = f" of {self.run.length} bytes" if self.run else ""
        return f"<{len(self)} frames{shape}, {self.wire_bytes} bytes on the wire>"

    def part(self, first: int, stop: int) -> Frames:
        """Frames `first` to `stop`, of the same buffer."""
        keys = self.key[first:stop] if self.key is not None else None
        times = self.read_ns[first:stop]
        starts, ends, lengths = self.starts[first:stop], self.ends[first:stop], self.wire_lengths[first:stop]
        return Frames(self.buffer, starts, ends, lengths, times, keys, self.delimiter)

    def payload(self, index: int) -> bytes:
        """The bytes of one frame, copied."""
        return bytes(self.buffer[self.starts[index] : self.ends[index]])

    @property
    def payload_bytes(self) -> int:
        return int((self.ends - self.starts).sum())

    @property
    def wire_bytes(self) -> int:
        return int(self.wire_lengths.sum())


class _RunFrames(Frames):
    """Frames whose positions follow from a Run; the arrays are made only when someone asks."""

    run: Run

    @cached_property
    def starts(self) -> Int64Array:  # type: ignore[override]  # a cached property in place of the attribute
        return self.run.first + np.arange(self.run.count, dtype=np.int64) * self.run.stride

    @cached_property
    def ends(self) -> Int64Array:  # type: ignore[override]
        return self.starts + self.run.length

    @cached_property
    def wire_lengths(self) -> Int64Array:  # type: ignore[override]
        return np.full(self.run.count, self.run.stride, np.int64)

    @property
    def payload_bytes(self) -> int:
        return self.run.count * self.run.length

    @property
    def wire_bytes(self) -> int:
        return self.run.count * self.run.stride


class Vocabulary:
    """The distinct texts of one column, coded 0, 1, 2... in order of appearance; only ever grows.

    Bounded: past MAX_TEXTS a new text gets the code OVERFLOW, shown as such and never as another
    text; a text longer than MAX_LENGTH characters is cut, with an ellipsis. `newest` is the last text that
    overflowed, so that a column of free text or of time stamps can still show its newest value.
    """

    MAX_TEXTS = 4096  # a status word has a dozen; a column with more is free text, not a state
    MAX_LENGTH = 256
    OVERFLOW = -2

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.newest: str | None = None
        self._codes: dict[str, int] = {}

    def code(self, text: str) -> int:
        if len(text) > self.MAX_LENGTH:
            text = text[: self.MAX_LENGTH - 1] + "…"
        code = self._codes.get(text)
        if code is None:
            if len(self.texts) >= self.MAX_TEXTS:
                self.newest = text
                return self.OVERFLOW
            code = self._codes[text] = len(self.texts)
            self.texts.append(text)
        return code

    def text(self, code: int) -> str:
        return self.texts[code] if code >= 0 else f"(more than {self.MAX_TEXTS} different texts)"


@dataclass(frozen=True, slots=True)
class Column:
    """One channel's values in a batch.

    values      array[n] of its own dtype: bool, int8..uint64, float32, float64; int32 codes for text
    missing     bool[n], True where there is no value; None where all are there
    vocabulary  the texts behind the codes, the same object in every batch of this channel; else None
    """

    name: str
    values: npt.NDArray[Any]
    unit: str = ""
    missing: npt.NDArray[np.bool_] | None = None
    vocabulary: Vocabulary | None = None


class Side(NamedTuple):
    """What a column of `SideBySide` is, without its values; see Column."""

    name: str
    unit: str


class SideBySide(Sequence[Column]):
    """The columns of a batch as one array: numbers of one dtype, none of them missing. A column is made when somebody
    asks for it: most batches are stored whole, and a few rows cost what is made for them.

    sides   one a column; the same tuple from batch to batch for as long as nothing about them changes
    values  array[n, columns]
    """

    __slots__ = ("sides", "values")

    def __init__(self, sides: tuple[Side, ...], values: npt.NDArray[Any]) -> None:
        self.sides = sides
        self.values = values

    def __len__(self) -> int:
        return len(self.sides)

    @overload
    def __getitem__(self, index: int) -> Column: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Column, ...]: ...
    def __getitem__(self, index: int | slice) -> Column | tuple[Column, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        side = self.sides[index]
        return Column(side.name, self.values[:, index], side.unit)


@dataclass(frozen=True, slots=True)
class Break:
    """A place in a batch where time does not run on: a gap begins before row `row`, for `cause`."""

    row: int
    cause: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows for one table. `times` int64[n], non-decreasing within the batch, on `app.clock`."""

    table: str
    times: Int64Array
    columns: Sequence[Column]
    breaks: tuple[Break, ...] = field(default=())

    def __len__(self) -> int:
        return len(self.times)


def is_ascending(times: Int64Array) -> bool:
    """Whether none is less than the one before it. A stride of 0: the rows of one read, which all have its time."""
    if not times.strides[0]:
        return True
    if len(times) > FEW:
        return bool((times[1:] >= times[:-1]).all())
    listed: list[int] = times.tolist()
    return listed == sorted(listed)  # of a few, a third of what numpy's calls take
