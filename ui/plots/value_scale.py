"""The value axes of a panel: which range each has, by itself or by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.session.words import LEAST_HEIGHT, MAX_HEIGHT
from ui.plots.area import CurveArea
from ui.plots.autorange import AutoRange

LOOK_AGAIN_NS = 500_000_000  # how often the whole window is looked at for a range that has become too wide
LEAST_SHARE = 1e-12  # of a range, of its values' size; below it doubles run out


class ValueScale:
    """Attributes: by_hand, whether the range stands wherever the data goes."""

    def __init__(self) -> None:
        self.by_hand = False
        self._auto = AutoRange()
        self._looked_ns = -LOOK_AGAIN_NS

    @property
    def low(self) -> float:
        return self._auto.range.low

    @property
    def high(self) -> float:
        return self._auto.range.high

    @property
    def height(self) -> float:
        return self._auto.range.height

    def hold(self, low: float, high: float) -> None:
        """A range by hand."""
        self.by_hand = True
        self._auto.set(low, high)

    def release(self) -> None:
        """Follow the data again, and take it as it is at the next `fit`."""
        self.by_hand = False
        self.reset()

    def reset(self) -> None:
        """Other data: what is there now says the range, unless a hand has."""
        if not self.by_hand:
            self._auto.reset()
            self._looked_ns = -LOOK_AGAIN_NS

    def zoomed(self, factor: float, at: float) -> tuple[float, float]:
        """The range `factor` times as high, with the value at the fraction `at` from the bottom standing still."""
        least = max(max(abs(self.low), abs(self.high)) * LEAST_SHARE, LEAST_HEIGHT * 2)  # twice: it is rounded yet
        height = min(max(self.height * factor, least), MAX_HEIGHT)
        anchor = self.low + at * self.height
        return anchor - at * height, anchor + (1 - at) * height

    def panned(self, fraction: float) -> tuple[float, float]:
        return self.low + fraction * self.height, self.high + fraction * self.height

    def fit(self, area: CurveArea, axis: int, now_ns: int, *, anew: bool) -> bool:
        """New columns are looked at each time, the whole window now and then; True where the range has changed."""
        if self.by_hand:
            return False
        new = area.new_extrema(axis)
        if new is None and not anew:
            return False
        leaves = new is not None and self._auto.leaves(*new)
        if not (anew or leaves or now_ns - self._looked_ns >= LOOK_AGAIN_NS):
            return False
        self._looked_ns = now_ns
        return self._auto.update(area.extrema(axis), now_ns)


class ValueScales:
    """The scales of a panel: one for each unit of its curves, in the order of the axes."""

    def __init__(self) -> None:
        self._scales = [ValueScale()]

    def __getitem__(self, axis: int) -> ValueScale:
        return self._scales[axis]

    def __len__(self) -> int:
        return len(self._scales)

    def follow_plan(self, old: Sequence[str], new: Sequence[str]) -> None:
        """Other units; a range by hand stays with its unit."""
        known = dict(zip(old, self._scales, strict=False))
        self._scales = [known.get(unit) or ValueScale() for unit in new]
        for scale in self._scales:
            scale.reset()

    def by_hand(self) -> dict[int, tuple[float, float]]:
        return {axis: (scale.low, scale.high) for axis, scale in enumerate(self._scales) if scale.by_hand}

    def hold(self, ranges: Mapping[int, tuple[float, float]]) -> None:
        """These by hand, and no others."""
        for axis, scale in enumerate(self._scales):
            if axis in ranges:
                scale.hold(*ranges[axis])
            else:
                scale.release()

    def fit(self, area: CurveArea, now_ns: int, *, anew: bool) -> list[int]:
        """The axes whose range is another one now."""
        return [axis for axis, scale in enumerate(self._scales) if scale.fit(area, axis, now_ns, anew=anew)]
