"""Which damaged frames were decoded all the same: found by going through what was received once more.

The digests have proved that these are the bytes that were sent, and the simulator says where in them it did damage. So
a fresh framer cuts them again, each frame that touches damage is decoded by itself, and those that make it are counted:
damage that neither the framing nor the decoding can notice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from app.decoding.factory import make_decoder
from app.framing.factory import make_framer
from app.framing.options import FramingOptions, Line, Sync
from app.session.schema import DeviceOptions
from app.stream import Chunk, Frames
from tests.faults.plain import Span


def undetected(options: DeviceOptions, streams: Sequence[tuple[bytes, Sequence[Span]]]) -> int:
    """Of the connections of one device, each with where it was damaged."""
    framer, decoder = make_framer(options.framing), make_decoder(options.decoding, options.time)
    count = 0
    for connection, (data, damage) in enumerate(streams, 1):
        frames = framer.feed(Chunk(memoryview(data).toreadonly(), 0, connection, 0, 0))
        for part, is_damaged in _parts(frames, _touched(frames, options.framing, damage)):
            before = decoder.counts.decoded
            list(decoder.decode(part))
            count += is_damaged and decoder.counts.decoded > before
        framer.end()
        decoder.end()
    return count


def _parts(frames: Frames, touched: np.ndarray) -> Iterator[tuple[Frames, bool]]:
    """All frames in order: each that touches damage alone, those between together."""
    first = 0
    for place in np.flatnonzero(touched).tolist():
        if place > first:
            yield frames.part(first, place), False
        yield frames.part(place, place + 1), True
        first = place + 1
    if first < len(frames):
        yield frames.part(first, len(frames)), False


def _touched(frames: Frames, framing: FramingOptions, damage: Sequence[Span]) -> np.ndarray:
    """bool[n]: which frames share a byte with damage, what frames them included."""
    starts = frames.starts - _lead(frames, framing)
    ends = starts + frames.wire_lengths
    touched = np.zeros(len(frames), np.bool_)
    for begin, end in damage:
        touched |= (starts < end) & (ends > begin)
    return touched


def _lead(frames: Frames, framing: FramingOptions) -> np.ndarray | int:
    """Bytes of each frame before its payload."""
    match framing:
        case Line():
            return 0
        case Sync():
            return len(framing.word_bytes) + framing.length_size
    return frames.wire_lengths - (frames.ends - frames.starts)
