"""How the plots are laid out: a board of pages, a page of rows from the top, a row of tiles side by side.

Goals: everything that a hand can do to the layout is a function from one board to another (`moves`), so that undo is
keeping the old one, and a property test can do anything in any order. A board says what is wished; which channels
there really are, and what panels come of it, is `ui.plots.layout`'s business.

Rules that hold for every board: it has a page; names of pages differ; so do keys of tiles; no row is empty, and no
page but the only one. Weights are relative: only their ratio within a page (heights) or a row (widths) counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from app.quantities import Duration
from app.session.schema import PlotOptions

Item = TypeVar("Item")
UnitRange = tuple[str, float, float]  # unit of an axis, and the values at its edges
DEFAULT_WINDOW = PlotOptions().window
LEAST_WEIGHT, GREATEST_WEIGHT = 0.05, 20.0  # as the session file allows


@dataclass(frozen=True, slots=True)
class Tile:
    """One plot. `key` is its name for as long as the board lives; `range`: the values at the edges of its first axis,
    by hand, and `ranges` those of its others."""

    key: str
    title: str = ""
    channels: tuple[str, ...] = ()
    range: tuple[float, float] | None = None
    width: float = 1.0
    window: Duration = DEFAULT_WINDOW
    ranges: tuple[UnitRange, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """Tiles from the left."""

    tiles: tuple[Tile, ...]
    height: float = 1.0

    @property
    def widths(self) -> tuple[float, ...]:
        return tuple(tile.width for tile in self.tiles)


@dataclass(frozen=True, slots=True)
class Page:
    """Rows from the top. The page of a session that names none is called ""."""

    name: str = ""
    rows: tuple[Row, ...] = ()

    def tiles(self) -> Iterator[Tile]:
        for row in self.rows:
            yield from row.tiles


@dataclass(frozen=True, slots=True)
class Place:
    """Where a tile is: numbers of its page, of the row in it, of the tile in that."""

    page: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Board:
    """`closed`: channels whose devices are not plotted by themselves though no tile names them: one a device."""

    pages: tuple[Page, ...] = (Page(),)
    closed: tuple[str, ...] = ()

    def tiles(self) -> Iterator[Tile]:
        for page in self.pages:
            yield from page.tiles()

    def place(self, key: str) -> Place | None:
        """Where the tile of this key is."""
        for p, page in enumerate(self.pages):
            for r, row in enumerate(page.rows):
                for c, tile in enumerate(row.tiles):
                    if tile.key == key:
                        return Place(p, r, c)
        return None

    def tile(self, key: str) -> Tile | None:
        return next((tile for tile in self.tiles() if tile.key == key), None)

    def devices(self) -> set[str]:
        """Those that tiles name or that have been closed: no others are plotted by themselves."""
        paths = (path for tile in self.tiles() for path in tile.channels)
        return {path.partition("/")[0] for path in (*paths, *self.closed)}

    def with_rows(self, page: int, rows: tuple[Row, ...]) -> Board:
        """The board with other rows on one page."""
        return replace(self, pages=replaced(self.pages, page, replace(self.pages[page], rows=rows)))

    def fresh_key(self) -> str:
        """A key that no tile has."""
        taken = {tile.key for tile in self.tiles()}
        return next(key for n in range(len(taken) + 1) if (key := f"tile {n}") not in taken)


def replaced(items: tuple[Item, ...], index: int, *others: Item) -> tuple[Item, ...]:
    """`items` with others in the place of one."""
    return (*items[:index], *others, *items[index + 1 :])


def even(weights: tuple[float, ...]) -> tuple[float, ...]:
    """The same ratios about a mean of 1, as a file would say them: two decimals, within its bounds."""
    mean = sum(weights) / max(1, len(weights))
    return tuple(min(max(round(weight / mean, 2), LEAST_WEIGHT), GREATEST_WEIGHT) for weight in weights)
