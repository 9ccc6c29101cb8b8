"""The last step of every decoder: a Part gets its times and becomes a Batch; each frame is counted once."""

from __future__ import annotations

from app.decoding.rows import Part, columns_of
from app.decoding.timing import Moments, TimeAxis
from app.health.counts import DecodingCounts, Reject
from app.stream import Batch, Frames, Int64Array


class Output:
    """Takes what became of the frames of one call."""

    def __init__(self, frames: Frames, counts: DecodingCounts, axis: TimeAxis) -> None:
        self.batches: list[Batch] = []
        self._frames = frames
        self._counts = counts
        self._axis = axis

    def rows(self, table: str, part: Part | None) -> None:
        """Rows for `table`, one a frame."""
        if part is None:
            return
        self._counts.decoded += part.count
        times, breaks = self._axis.stamp(table, self._moments(part, self._read_ns(part)))
        self.batch(Batch(table, times, columns_of(part.filled), breaks))

    def _read_ns(self, part: Part) -> Int64Array:
        """When the frames of a part were read."""
        read_ns = self._frames.read_ns
        if part.places is None:
            return read_ns
        if not read_ns.strides[0]:  # all in one read: its time stays one number
            return read_ns[: part.count]
        return read_ns[part.places]

    def batch(self, batch: Batch) -> None:
        if len(batch):
            self._counts.samples += len(batch)
            self.batches.append(batch)

    def _moments(self, part: Part, read_ns: Int64Array) -> Moments:
        for filled in part.filled if self._axis.field is not None else ():
            if filled.channel.name == self._axis.field and filled.channel.vocabulary is None:
                return Moments(read_ns, filled.values, filled.missing)
        return Moments(read_ns)

    def reject(self, reason: str, place: int) -> None:
        self._counts.reject_many(reason, 1, [self._shown(reason, place)])

    def reject_all(self, reason: str, places: Int64Array) -> None:
        newest = places[-self._counts.KEPT :].tolist()
        self._counts.reject_many(reason, len(places), [self._shown(reason, place) for place in newest])

    def set_aside(self, reason: str, count: int = 1) -> None:
        self._counts.put_aside(reason, count)

    def _shown(self, reason: str, place: int) -> Reject:
        start, end = int(self._frames.starts[place]), int(self._frames.ends[place])
        head = bytes(self._frames.buffer[start : min(end, start + self._counts.HEAD_BYTES)])
        return Reject(reason, head, end - start, int(self._frames.read_ns[place]))
