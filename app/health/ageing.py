"""The ages of a run: the devices' trails, what a window says of its painting, and all that was gathered.

A window does two things. When it has drawn what is stored it says of which devices (`drawn`), and it says when it was
painted (`painted`). Only what was drawn before a paint counts as painted by it. A device that was not drawn the last
time (its plots are out of sight, the view is paused, the window hidden; or there is no window) is not painted, and the
way of its chunks ends in the history.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping

from app.health.ages import Ages
from app.health.stamps import Stamps
from app.health.trail import Trail

PAINTS_KEPT = 4096  # over a minute at 60 Hz: a block of a comparison is seconds


class Ageing:
    """Attributes: ages, by device, over the whole run."""

    def __init__(self, trails: Mapping[str, Trail]) -> None:
        self.ages = {name: Ages() for name in trails}
        self._trails = dict(trails)
        self._spans: deque[tuple[int, int]] = deque(maxlen=PAINTS_KEPT)

    def add(self, name: str, trail: Trail, ages: Ages) -> None:
        """One more device; its ages are gathered in these."""
        self.ages[name], self._trails[name] = ages, trail

    def remove(self, name: str) -> None:
        """A device is gone: what of it has not been painted ends in the history, and its ages are complete."""
        trail, ages = self._trails.pop(name), self.ages.pop(name)
        trail.paints = False
        ages.add(trail.take())

    def rename(self, old: str, new: str) -> None:
        """A device is called otherwise now."""
        self._trails[new], self.ages[new] = self._trails.pop(old), self.ages.pop(old)

    def drawn(self, devices: Collection[str]) -> None:
        """What is stored of these devices is drawn, and waits for the next paint; of the others nothing is."""
        for name, trail in self._trails.items():
            trail.paints = name in devices
            if trail.paints:
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
