"""A board as the session's plots say it, and back.

On a page where every row is one tile, the order of the plots says all, and no row is numbered: such files are the
most usual ones, and read best. A board that comes of plots gives the same plots again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from app.session.schema import PlotOptions
from ui.plots.board.board import Board, Page, Row, Tile


def board_of(plots: Sequence[PlotOptions]) -> Board:
    """The board of a session's plots."""
    pages: dict[str, list[tuple[Tile, PlotOptions]]] = {}
    for number, plot in enumerate(plots):
        if plot.shown:
            pages.setdefault(plot.page, []).append((_tile(f"plot {number}", plot), plot))
    closed = tuple(path for plot in plots if not plot.shown for path in plot.channels)
    made = tuple(Page(name, _rows(members)) for name, members in pages.items())
    return Board(made or (Page(),), closed)


def plots_of(board: Board, devices: Collection[str] | None = None) -> tuple[PlotOptions, ...]:
    """The plots that say this board. `devices`: those of the session, which may name no others; None where unknown."""
    plots = [plot for page in board.pages for plot in _of_page(page)]
    if board.closed:
        plots.append(PlotOptions(channels=board.closed, shown=False))
    if devices is not None:
        plots = [_of_devices(plot, devices) for plot in plots]
    return tuple(plot for plot in plots if plot.shown or plot.channels)


def _tile(key: str, plot: PlotOptions) -> Tile:
    edges = None if plot.range is None else (plot.range[0], plot.range[1])
    ranges = tuple(sorted((unit, low, high) for unit, (low, high) in plot.ranges.items()))
    return Tile(key, plot.title, plot.channels, edges, plot.width, plot.window, ranges)


def _rows(members: list[tuple[Tile, PlotOptions]]) -> tuple[Row, ...]:
    """The numbered rows by their numbers, then those of one plot each."""
    numbered: dict[int, list[tuple[Tile, PlotOptions]]] = {}
    for tile, plot in members:
        if plot.row is not None:
            numbered.setdefault(plot.row, []).append((tile, plot))
    alone = [[member] for member in members if member[1].row is None]
    groups = [*(numbered[number] for number in sorted(numbered)), *alone]
    return tuple(Row(tuple(tile for tile, _ in group), group[0][1].height) for group in groups)


def _of_page(page: Page) -> list[PlotOptions]:
    single = all(len(row.tiles) == 1 for row in page.rows)
    return [
        PlotOptions(
            title=tile.title,
            channels=tile.channels,
            window=tile.window,
            page=page.name,
            row=None if single else number,
            height=row.height,
            width=tile.width,
            range=tile.range,
            ranges={unit: (low, high) for unit, low, high in tile.ranges},
        )
        for number, row in enumerate(page.rows, start=1)
        for tile in row.tiles
    ]


def _of_devices(plot: PlotOptions, devices: Collection[str]) -> PlotOptions:
    known = tuple(path for path in plot.channels if path.partition("/")[0] in devices)
    return plot if known == plot.channels else msgspec.structs.replace(plot, channels=known)
