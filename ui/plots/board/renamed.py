"""A board whose channels are called otherwise, since a device is. Keys stay, so that each tile stays the one it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ui.plots.board.board import Board, Page, Row, Tile

if TYPE_CHECKING:  # an empty window needs no numpy, and is there sooner
    from app.session.renaming import Renaming


def renamed(board: Board, now: Renaming) -> Board:
    """The same board under the new names."""
    pages = tuple(Page(page.name, tuple(_row(row, now) for row in page.rows)) for page in board.pages)
    return Board(pages, tuple(sorted(now.paths(board.closed), key=_device)))  # in the order that moves give them


def _device(path: str) -> str:
    return path.partition("/")[0]


def _row(row: Row, now: Renaming) -> Row:
    return replace(row, tiles=tuple(_tile(tile, now) for tile in row.tiles))


def _tile(tile: Tile, now: Renaming) -> Tile:
    return replace(tile, title=now.title(tile.title, tile.channels), channels=now.paths(tile.channels))
