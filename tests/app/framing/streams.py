"""What all tests of framers share: feeding in any pieces under the ledger's eye, and what a stream should have given.

A reference is a plain function of the whole connection's bytes, written without any of the framer's means: no state, no
chunks, no numpy. The framer must agree with it however the bytes are cut.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from hypothesis import strategies as st

from app.framing.contract import Framer
from app.framing.factory import make_framer
from app.framing.options import FramingOptions
from app.stream import Chunk, Frames, join


@dataclass
class Expected:
    """What becomes of one connection's bytes: frames as (payload, position behind the last wire byte)."""

    frames: list[tuple[bytes, int]] = field(default_factory=list)
    overhead: int = 0
    discarded: Counter[str] = field(default_factory=Counter)

    @property
    def payloads(self) -> list[bytes]:
        return [payload for payload, _ in self.frames]

    def discard(self, reason: str, count: int) -> None:
        if count:
            self.discarded[reason] += count


Reference = Callable[[FramingOptions, bytes], Expected]


@dataclass
class Seen:
    """What a framer made of one connection."""

    payloads: list[bytes]
    read_ns: list[int]
    overhead: int
    discarded: Counter[str]
    most_pending: int


def read_time(index: int) -> int:
    return 1000 * (index + 1)


def chunks_of(pieces: Sequence[bytes], connection: int = 1) -> Iterator[Chunk]:
    offset = 0
    for index, piece in enumerate(pieces):
        yield Chunk(memoryview(piece), offset, connection, read_time(index), read_time(index) - 500)
        offset += len(piece)


def unexplained(framer: Framer, received: int) -> int:
    """Bytes that the framer cannot account for (negative: that it made up)."""
    counts = framer.counts
    return received - counts.framed - counts.overhead - sum(counts.discarded.values()) - framer.pending


def assert_consistent(frames: Frames) -> None:
    """Frames are in order and apart, and a run says the same as the positions."""
    lengths = frames.ends - frames.starts
    assert (lengths >= 0).all()
    assert (frames.wire_lengths >= lengths).all()
    assert (frames.starts[1:] >= frames.ends[:-1]).all()
    assert len(frames) == len(frames.starts) == len(frames.ends) == len(frames.wire_lengths) == len(frames.read_ns)
    for array in (frames.starts, frames.ends, frames.wire_lengths, frames.read_ns):
        assert array.dtype == np.int64
    if frames.run is not None:
        run = frames.run
        assert (run.count, run.first) == (len(frames), frames.starts[0])
        assert frames.starts.tolist() == [run.first + i * run.stride for i in range(run.count)]
        assert frames.ends.tolist() == [run.first + i * run.stride + run.length for i in range(run.count)]


class Connection:
    """Feeds one connection to a framer and looks at the ledger after each step."""

    def __init__(self, framer: Framer) -> None:
        self.framer = framer
        self.payloads: list[bytes] = []
        self.read_ns: list[int] = []
        self.most_pending = 0
        counts = framer.counts
        self._overhead, self._discarded = counts.overhead, Counter(counts.discarded)
        self._received = counts.framed + counts.overhead + sum(counts.discarded.values())

    def feed(self, chunk: Chunk) -> None:
        self._received += len(chunk.data)
        self._take(lambda: self.framer.feed(chunk))
        self.most_pending = max(self.most_pending, self.framer.pending)

    def end(self) -> Seen:
        self._take(self.framer.end)
        assert self.framer.pending == 0
        assert self.framer.violation is None
        counts = self.framer.counts
        discarded = counts.discarded - self._discarded
        return Seen(self.payloads, self.read_ns, counts.overhead - self._overhead, discarded, self.most_pending)

    def _take(self, step: Callable[[], Frames]) -> None:
        counts = self.framer.counts
        before = (counts.frames, counts.framed, counts.framed + counts.overhead)
        frames = step()
        after = (counts.frames, counts.framed, counts.framed + counts.overhead)
        assert_consistent(frames)
        grown = tuple(b - a for a, b in zip(before, after, strict=True))
        assert grown == (len(frames), frames.payload_bytes, frames.wire_bytes)
        assert unexplained(self.framer, self._received) == 0
        self.payloads += [frames.payload(index) for index in range(len(frames))]
        self.read_ns += frames.read_ns.tolist()


def cut(framer: Framer, pieces: Sequence[bytes], *, together: int = 1) -> Seen:
    """Feed one connection and end it; so many pieces `together` are handed over as one chunk that knows its reads."""
    connection = Connection(framer)
    chunks = list(chunks_of(pieces))
    for first in range(0, len(chunks), together):
        connection.feed(join(chunks[first : first + together]))
    return connection.end()


def assert_cut(options: FramingOptions, pieces: Sequence[bytes], expected: Expected, *, together: int = 1) -> None:
    seen = cut(make_framer(options), pieces, together=together)
    stops = np.cumsum([len(piece) for piece in pieces]).tolist()
    assert seen.payloads == expected.payloads
    assert (seen.overhead, seen.discarded) == (expected.overhead, expected.discarded)
    assert seen.read_ns == [
        read_time(next(i for i, stop in enumerate(stops) if stop >= end)) for _, end in expected.frames
    ]


def every_cut(data: bytes) -> Iterator[list[bytes]]:
    """Whole, byte by byte, split at each place, and with empty pieces."""
    yield [data]
    yield [data[i : i + 1] for i in range(len(data))]
    yield [b"", data, b""]
    for place in range(1, len(data)):
        yield [data[:place], data[place:]]


def assert_every_cut(options: FramingOptions, data: bytes, expected: Expected) -> None:
    for pieces in every_cut(data):
        assert_cut(options, pieces, expected)
        assert_cut(options, pieces, expected, together=len(pieces) or 1)
    for together in (2, 3, 7, 16):
        assert_cut(options, [data[i : i + 1] for i in range(len(data))], expected, together=together)


@st.composite
def pieces_of(draw: st.DrawFn, data: bytes) -> list[bytes]:
    """The same bytes, cut at up to a dozen places."""
    places = sorted(draw(st.lists(st.integers(0, len(data)), max_size=12)))
    return [data[a:b] for a, b in zip([0, *places], [*places, len(data)], strict=True)]


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes with a few lost, changed, doubled or strewn in."""
    stream = bytearray(data)
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(stream)))
        match draw(st.sampled_from(("lose", "change", "double", "strew"))):
            case "lose":
                del stream[place : place + draw(st.integers(1, 4))]
            case "change" if place < len(stream):
                stream[place] ^= draw(st.integers(1, 255))
            case "double":
                stream[place:place] = stream[place : place + draw(st.integers(1, 8))]
            case _:
                stream[place:place] = draw(st.binary(max_size=6))
    return bytes(stream)
