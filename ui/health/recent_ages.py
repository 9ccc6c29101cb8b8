"""How old the data on screen was during the last minute, and what was left waiting behind the reads of the last second.

The inspector's ages are those of the whole run: one bad minute in the morning stays in them all day. A strip that says
how things are now needs a window that moves. Ages are counted by class, in blocks of a few seconds, and blocks that are
older than the window are dropped: a few kilobytes a device and some tens of microseconds a second, whatever the rate.
Classes are 4 % wide and an age is told by its class's upper edge. As everywhere (app.health.ages) bytes weigh, an age
is an upper bound, and a quantile is told with enough chunks beyond it alone; with fewer there is the longest.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from app.health.ages import NS_PER_MS, Measure, least_count, observed
from app.health.stamps import UNKNOWN, Int64Array, Stamps

WINDOW_NS = 60_000_000_000
BLOCK_NS = 5_000_000_000
_A_DOUBLING = 17  # classes: 4 % each
_CLASSES = 30 * _A_DOUBLING  # of microseconds: the last one is eighteen minutes
_P99 = 0.99


@dataclass(frozen=True, slots=True)
class Recent:
    """`p99_ms` None under enough chunks, `most_ms` None without any; `behind` bytes, None where nothing was read in
    the last second or the system does not tell."""

    p99_ms: float | None = None
    most_ms: float | None = None
    behind: int | None = None


class _Block:
    def __init__(self, begin_ns: int) -> None:
        self.begin_ns = begin_ns
        self.chunks = 0
        self.longest_ns = 0
        self.weights: Int64Array = np.zeros(_CLASSES, np.int64)

    def add(self, stamps: Stamps) -> None:
        seen = observed(stamps, Measure.READABLE_PAINTED)
        if not len(seen.spans_ns):
            return
        self.chunks += len(seen.spans_ns)
        self.longest_ns = max(self.longest_ns, int(seen.spans_ns.max()))
        micros = np.maximum(seen.spans_ns / 1e3, 1.0)
        classes = np.minimum((np.log2(micros) * _A_DOUBLING).astype(np.int64), _CLASSES - 1)
        self.weights += np.bincount(classes, seen.weights, _CLASSES).astype(np.int64)


class RecentAges:
    """Of several devices, by name."""

    def __init__(self, names: Iterable[str]) -> None:
        self._blocks: dict[str, deque[_Block]] = {name: deque() for name in names}
        self._behind: dict[str, int | None] = {}
        self._recent: dict[str, Recent] = {}

    def follow(self, names: Iterable[str], renamed: Mapping[str, str]) -> None:
        """These devices from now on. `renamed`: old names by new ones; theirs go on."""
        wanted = list(names)
        for kept in (self._blocks, self._behind, self._recent):
            _carry(kept, wanted, renamed)
        for name in wanted:
            self._blocks.setdefault(name, deque())

    def add(self, name: str, stamps: Stamps, now_ns: int) -> None:
        """Chunks whose way has ended."""
        blocks = self._blocks[name]
        if not blocks or now_ns - blocks[-1].begin_ns >= BLOCK_NS:
            blocks.append(_Block(now_ns))
        blocks[-1].add(stamps)
        known = stamps.backlog != UNKNOWN
        if known.any():
            left = int((stamps.backlog[known] - stamps.sizes[known]).max())
            self._behind[name] = max(left, self._behind.get(name) or 0)

    def settle(self, now_ns: int) -> None:
        """A second is over: what `recent` tells from now on."""
        for name, blocks in self._blocks.items():
            while blocks and now_ns - blocks[0].begin_ns > WINDOW_NS:
                blocks.popleft()
            self._recent[name] = _summed_up(blocks, self._behind.pop(name, None))

    def recent(self, name: str) -> Recent:
        return self._recent.get(name, Recent())


def _carry(by_name: dict[str, Any], wanted: Iterable[str], renamed: Mapping[str, str]) -> None:
    before = dict(by_name)
    by_name.clear()
    for name in wanted:
        if (old := renamed.get(name, name)) in before:
            by_name[name] = before[old]


def _summed_up(blocks: Iterable[_Block], behind: int | None) -> Recent:
    filled = [block for block in blocks if block.chunks]
    if not filled:
        return Recent(behind=behind)
    most_ms = max(block.longest_ns for block in filled) / NS_PER_MS
    if sum(block.chunks for block in filled) < least_count(99):
        return Recent(None, most_ms, behind)
    below = np.cumsum(np.sum([block.weights for block in filled], axis=0))
    found = int(np.searchsorted(below, _P99 * below[-1]))
    return Recent(min(2.0 ** ((found + 1) / _A_DOUBLING) / 1e3, most_ms), most_ms, behind)
