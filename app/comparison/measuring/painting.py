"""When the window was painted, and which chunks waited for their read meanwhile: read jitter while painting."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from app.health.stamps import Int64Array, Stamps

MOST = 1 << 16  # ten minutes of paints at 60 Hz and more: a block is not longer


class PaintSpans:
    """Paints, gathered from overlapping looks at the newest of them."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def add(self, newest: Sequence[tuple[int, int]]) -> None:
        """(begin, end) in ns, oldest first; those that are known already are left out."""
        known_ns = self._spans[-1][0] if self._spans else -1
        self._spans += [span for span in newest if span[0] > known_ns]
        del self._spans[:-MOST]

    def waited_in(self, stamps: Stamps) -> Stamps:
        """The chunks of which the bytes became readable before a paint ended and were read after it began."""
        rows: Int64Array = np.zeros(0, np.int64)
        if self._spans and len(stamps):
            begins, ends = np.array(self._spans, np.int64).T
            newest = np.searchsorted(begins, stamps.read_ns) - 1  # the last paint that had begun
            met = (newest >= 0) & (ends[np.maximum(newest, 0)] > stamps.known_empty_ns)
            rows = np.flatnonzero(met)
        return Stamps(**{name: getattr(stamps, name)[rows] for name in Stamps.__dataclass_fields__})
