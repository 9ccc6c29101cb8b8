"""Lets several areas draw as one: within `drawn_together` what they want to draw is gathered, and drawn at its end.

A refresh draws a few columns of each panel, and what costs is the call of numpy, not the pixel: five panels drawn as
one cost little more than one. For the window's thread alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from ui.plots.timeview import Columns

if TYPE_CHECKING:
    from ui.plots.raster import Strip


class Printable(Protocol):
    """An area whose newest columns can be drawn."""

    columns: Columns | None

    def strip(self, count: int) -> Strip:
        """Its last `count` columns, to be drawn anew."""


class _Press:
    """Attributes: gathers, whether what comes waits for `print`."""

    def __init__(self) -> None:
        self.gathers = False
        self._waiting: list[tuple[Printable, int]] = []

    def add(self, area: Printable, count: int) -> None:
        self._waiting.append((area, count))
        if not self.gathers:
            self.print()

    def print(self) -> None:
        """Draw what waits. Narrow strips over one span of time are drawn as wide as the widest of them, so that they
        are of one shape: a column that is drawn again looks as before."""
        if not self._waiting:
            return
        from ui.plots.raster import NARROW, draw_strips  # with the first strip: an empty window needs no numpy

        waiting, self._waiting = self._waiting, []
        widest: dict[Columns | None, int] = {}
        for area, count in waiting:
            if count <= NARROW:
                widest[area.columns] = max(widest.get(area.columns, 0), count)
        draw_strips([area.strip(widest[area.columns] if count <= NARROW else count) for area, count in waiting])


_press = _Press()


def draw_newest(area: Printable, count: int) -> None:
    """Draw the last `count` columns: now, or with those of others."""
    _press.add(area, count)


@contextmanager
def drawn_together() -> Iterator[None]:
    """See the module."""
    _press.gathers = True
    try:
        yield
    finally:
        _press.gathers = False
        _press.print()
