"""What becomes of a connection's bytes by plain walks over all of them: the references that framers are tested with.

The framers of the product would find their own mistakes right. These have no state and no chunks, and nothing in common
with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from app.framing.options import FramingOptions, Length, Line, QDataStreamBlocks, Sync
from tests.app.framing import test_length, test_line, test_qdatastream, test_sync
from tests.app.framing.streams import Reference
from tests.faults.oracle import Cut

REFERENCES: dict[type[FramingOptions], Reference] = {
    Line: test_line.reference,
    Length: test_length.reference,
    QDataStreamBlocks: test_qdatastream.reference,
    Sync: test_sync.reference,
}
MOST_OVERHEAD = 16  # bytes of a frame's own beside its payload: more than any of these has

Span = tuple[int, int]  # of damage: the offsets of its first byte and behind its last one


def cut(framing: FramingOptions, streams: Sequence[tuple[bytes, Sequence[Span]]]) -> Cut:
    """Of the connections of one device, each with where it was damaged."""
    frames = framed = sound = violated = 0
    discarded: Counter[str] = Counter()
    for data, damage in streams:
        expected = REFERENCES[type(framing)](framing, data)
        frames += len(expected.frames)
        framed += sum(map(len, expected.payloads))
        discarded += expected.discarded
        sound += sum(not _is_touched(payload, stop, damage) for payload, stop in expected.frames)
        violated += "after violation" in expected.discarded
    return Cut(frames, framed, discarded, sound, violated)


def _is_touched(payload: bytes, stop: int, damage: Sequence[Span]) -> bool:
    begin = stop - len(payload) - MOST_OVERHEAD
    return any(begin < behind and first < stop for first, behind in damage)
