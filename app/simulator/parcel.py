"""The frames that a connection has in hand, how far the kernel has taken them, and how many it has had in all."""

from __future__ import annotations

import numpy as np

from app.simulator.tape import Flags, Segment

SPANS_MOST = 4096  # of damage that are told where they are; an endless line has a thousand frames a second


class Parcel:
    """Attributes: `segment`, None when there is nothing in hand; `sent`, the offset in it up to which the kernel has
    everything; `damage`, where in the connection's stream the first damaged frames lie (begin, end)."""

    def __init__(self) -> None:
        self.segment: Segment | None = None
        self.sent = 0
        self.damage: list[tuple[int, int]] = []
        self._frames = self._damaged = self._taken = 0

    def load(self, segment: Segment) -> None:
        self.segment, self.sent = segment, segment.begin
        if segment.damaged is not None:
            self._note_damage(segment, segment.damaged)

    def _note_damage(self, segment: Segment, damaged: Flags) -> None:
        begin = self._taken - segment.begin  # where the buffer lies in the stream
        for frame in np.flatnonzero(damaged)[: SPANS_MOST - len(self.damage)].tolist():
            self.damage.append((begin + segment.start_of(frame), begin + int(segment.ends[frame])))

    @property
    def rest(self) -> int:
        """Bytes that the kernel has not taken."""
        return 0 if self.segment is None else self.segment.end - self.sent

    @property
    def frames(self) -> int:
        """That the kernel has whole, of this segment and of those before."""
        return self._frames + self._whole()

    @property
    def damaged(self) -> int:
        """Of these."""
        return self._damaged + (0 if self.segment is None else self.segment.damaged_before(self._whole()))

    def took(self, size: int) -> None:
        self.sent += size
        self._taken += size
        self._settle()

    def end_behind_a_frame(self) -> None:
        """Nothing is left but what is missing of the frame that has begun."""
        if self.segment is None:
            return
        whole = self._whole()
        keep = whole + (self.sent > self.segment.start_of(whole))
        self.segment = self.segment.slice(0, keep) if keep else None
        self._settle()

    def end_in_a_frame(self, part: float) -> None:
        """Nothing is left but that part of the frame that is under way or comes next: at least a byte of it, and
        not all."""
        assert self.segment is not None
        whole = self._whole()
        start = self.segment.start_of(whole)
        size = int(self.segment.ends[whole]) - start
        wanted = min(1 + int(part * (size - 1)), size - 1)
        self.segment = self.segment.cut(whole, max(self.sent - start, wanted))
        self._settle()

    def _whole(self) -> int:
        """Frames of the segment that the kernel has whole."""
        return 0 if self.segment is None else int(np.searchsorted(self.segment.ends, self.sent, side="right"))

    def _settle(self) -> None:
        """Lets the segment go once the kernel has it all."""
        if self.segment is not None and self.sent >= self.segment.end:
            self._frames += len(self.segment)
            self._damaged += self.segment.damaged_before(len(self.segment))
            self.segment = None
