"""The ages of a run: the devices' trails, what a window says of its painting, and all that was gathered.

A window does three things. It says whether it paints at all (`paints`); when it has drawn what is stored (`drawn`);
and when it was painted (`painted`). Only what was drawn before a paint counts as painted by it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from app.health.ages import Ages
from app.health.stamps import Stamps
from app.health.trail import Trail

PAINTS_KEPT = 4096  # over a minute at 60 Hz: a block of a comparison is seconds


class Ageing:
    """Attributes: ages, by device, over the whole run."""

    def __init__(self, trails: Mapping[str, Trail]) -> None:
        self.ages = {name: Ages() for name in trails}
        self._trails = dict(trails)
        self._paints = False
        self._spans: deque[tuple[int, int]] = deque(maxlen=PAINTS_KEPT)

    @property
    def paints(self) -> bool:
        """Whether a window shows what is stored: one is there, on the screen, and follows the data."""
        return self._paints

    @paints.setter
    def paints(self, paints: bool) -> None:
        if paints != self._paints:
            self._paints = paints
            for trail in self._trails.values():
                trail.paints = paints

    def drawn(self) -> None:
        """All that is stored is drawn, and waits for the next paint."""
        if self._paints:
            for trail in self._trails.values():
                trail.drawn()

    def painted(self, begin_ns: int, end_ns: int) -> None:
        """The window was painted, from then to then."""
        self._spans.append((begin_ns, end_ns))
        for trail in self._trails.values():
            trail.painted(end_ns)

    def paint_spans(self) -> list[tuple[int, int]]:
        """The newest paints, (begin, end), oldest first."""
        return list(self._spans)

    def take(self) -> Iterator[tuple[str, Stamps]]:
        """By device, the chunks whose way has ended since the last time; they are gathered in its ages."""
        for name, trail in self._trails.items():
            stamps = trail.take()
            if len(stamps):
                self.ages[name].add(stamps)
                yield name, stamps
