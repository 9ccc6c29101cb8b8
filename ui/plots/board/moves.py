"""What can be done to a board. Each function gives the board that comes of it; the same one where nothing does.

Pure: keys and paths come from outside, and what they do not fit changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import Enum

from app.session.words import MAX_NAME, MAX_PLOTS
from ui.plots.board.board import Board, Page, Place, Row, Tile, even, replaced

MAX_PAGES = 32  # tabs beside each other; each can be reached by name
MAX_CHANNELS = 256  # of a tile: far more than anyone tells apart, and a bound


class Side(Enum):
    """An edge of a tile."""

    LEFT = "left"
    RIGHT = "right"
    ABOVE = "above"
    BELOW = "below"


def adopt(board: Board, tiles: Sequence[Tile]) -> Board:
    """Tiles that were there by themselves, each in a row under those of the first page."""
    room = MAX_PLOTS - 1 - sum(1 for _ in board.tiles())
    rows = board.pages[0].rows
    height = _mean(row.height for row in rows)
    return board.with_rows(0, (*rows, *(Row((tile,), height) for tile in tiles[: max(0, room)])))


# -- channels


def add_channels(board: Board, key: str, paths: Iterable[str]) -> Board:
    """Let a tile draw these too."""
    tile = board.tile(key)
    if tile is None:
        return board
    return with_tile(board, replace(tile, channels=_joined(tile.channels, paths)))


def remove_channel(board: Board, key: str, path: str) -> Board:
    """Let a tile draw all but this one; the tile stays, and so does that nothing else plots its device by itself."""
    tile = board.tile(key)
    if tile is None or path not in tile.channels:
        return board
    left = tuple(other for other in tile.channels if other != path)
    return with_tile(board, replace(tile, channels=left))


def set_title(board: Board, key: str, title: str) -> Board:
    tile = board.tile(key)
    if tile is None or not title.isprintable():  # no session may have such a one
        return board
    return with_tile(board, replace(tile, title=title))


# -- tiles


def append(board: Board, page: int, tile: Tile) -> Board:
    """A new tile in a row of its own, the lowest of the page."""
    if is_full(board) or not 0 <= page < len(board.pages):
        return board
    rows = board.pages[page].rows
    row = Row((replace(tile, width=1.0),), _mean(row.height for row in rows))
    return _settled(board, board.with_rows(page, (*rows, row)))


def insert(board: Board, key: str, side: Side, tile: Tile) -> Board:
    """A new tile at an edge of the tile `key`, which gives half of its room."""
    return board if is_full(board) else _settled(board, _inserted(board, key, side, tile))


def close(board: Board, key: str) -> Board:
    """Without this tile."""
    return _settled(board, _without(board, key))


def move(board: Board, key: str, target: str, side: Side) -> Board:
    """The tile `key` to an edge of another one."""
    tile = board.tile(key)
    if tile is None or key == target or board.tile(target) is None:
        return board
    return _settled(board, _inserted(_without(board, key), target, side, tile))


def move_to_end(board: Board, key: str, page: int) -> Board:
    """The tile `key` into a row of its own, the lowest of a page."""
    tile, place = board.tile(key), board.place(key)
    if tile is None or place is None or not 0 <= page < len(board.pages):
        return board
    name = board.pages[page].name
    rest = _without(board, key)
    page = next((number for number, other in enumerate(rest.pages) if other.name == name), -1)
    return board if page < 0 else _settled(board, append(rest, page, tile))


def merge(board: Board, key: str, target: str) -> Board:
    """The channels of the tile `key` into another one, which takes its place."""
    tile, other = board.tile(key), board.tile(target)
    if tile is None or other is None or key == target:
        return board
    return _settled(board, add_channels(_without(board, key), target, tile.channels))


def nudge(board: Board, key: str, side: Side) -> Board:
    """One step to a side. Left and right go on to the row above and below, as words do; up and down leave the row."""
    place = board.place(key)
    if place is None:
        return board
    sideways = side in (Side.LEFT, Side.RIGHT)
    return _nudged_sideways(board, place, side) if sideways else _nudged_upright(board, place, side)


def _nudged_sideways(board: Board, at: Place, side: Side) -> Board:
    rows = board.pages[at.page].rows
    row, step = rows[at.row], 1 if side is Side.RIGHT else -1
    key, other = row.tiles[at.column].key, at.column + step
    if 0 <= other < len(row.tiles):
        tiles = list(row.tiles)
        tiles[at.column], tiles[other] = tiles[other], tiles[at.column]
        return board.with_rows(at.page, replaced(rows, at.row, replace(row, tiles=tuple(tiles))))
    if not 0 <= at.row + step < len(rows):
        return board
    neighbour = rows[at.row + step].tiles
    if step > 0:
        return move(board, key, neighbour[0].key, Side.LEFT)
    return move(board, key, neighbour[-1].key, Side.RIGHT)


def _nudged_upright(board: Board, at: Place, side: Side) -> Board:
    rows = board.pages[at.page].rows
    row, step = rows[at.row], 1 if side is Side.BELOW else -1
    if len(row.tiles) > 1:
        other = row.tiles[1 if at.column == 0 else 0]
        return move(board, row.tiles[at.column].key, other.key, side)
    if not 0 <= at.row + step < len(rows):
        return board
    ordered = list(rows)
    ordered[at.row], ordered[at.row + step] = ordered[at.row + step], ordered[at.row]
    return board.with_rows(at.page, tuple(ordered))


# -- sizes


def set_heights(board: Board, page: int, heights: Sequence[float]) -> Board:
    """The weights of a page's rows."""
    rows = board.pages[page].rows
    if len(heights) != len(rows) or not all(height > 0 for height in heights):
        return board
    weights = even(tuple(heights))
    return board.with_rows(page, tuple(replace(row, height=h) for row, h in zip(rows, weights, strict=True)))


def set_widths(board: Board, page: int, row: int, widths: Sequence[float]) -> Board:
    """The weights of the tiles in a row."""
    rows = board.pages[page].rows
    if not 0 <= row < len(rows) or len(widths) != len(rows[row].tiles) or not all(width > 0 for width in widths):
        return board
    pairs = zip(rows[row].tiles, even(tuple(widths)), strict=True)
    tiles = tuple(replace(tile, width=width) for tile, width in pairs)
    return board.with_rows(page, replaced(rows, row, replace(rows[row], tiles=tiles)))


def scale(board: Board, key: str, factor: float, *, upright: bool) -> Board:
    """A tile's weight in its row, or that of its row, times a factor."""
    place = board.place(key)
    if place is None or not factor > 0:
        return board
    rows = board.pages[place.page].rows
    if upright:
        heights = [row.height * (factor if number == place.row else 1) for number, row in enumerate(rows)]
        return set_heights(board, place.page, heights)
    widths = [w * (factor if number == place.column else 1) for number, w in enumerate(rows[place.row].widths)]
    return set_widths(board, place.page, place.row, widths)


# -- pages


def add_page(board: Board, tile: Tile) -> Board:
    """One more page behind the others, with a tile that is still empty. It takes the place of one without tiles."""
    if is_full(board) or len(board.pages) >= MAX_PAGES:
        return board
    others = tuple(page for page in board.pages if page.rows)
    return _settled(board, replace(board, pages=(*others, Page(_free_name(others), (Row((tile,)),)))))


def rename_page(board: Board, page: int, name: str) -> Board:
    """Another name; nothing where a page is called so already, or where it is no name."""
    name = name.strip()[:MAX_NAME]
    if not name or not name.isprintable() or any(other.name == name for other in board.pages):
        return board
    return replace(board, pages=replaced(board.pages, page, replace(board.pages[page], name=name)))


def remove_page(board: Board, page: int) -> Board:
    """Without this page and its tiles; not the only one."""
    if len(board.pages) < 2 or not 0 <= page < len(board.pages):
        return board
    return _settled(board, replace(board, pages=replaced(board.pages, page)))


def move_page(board: Board, page: int, to: int) -> Board:
    """The page to another place among the tabs."""
    if not (0 <= page < len(board.pages) and 0 <= to < len(board.pages)):
        return board
    rest = replaced(board.pages, page)
    return replace(board, pages=(*rest[:to], board.pages[page], *rest[to:]))


def is_full(board: Board) -> bool:
    """Whether the session file could hold no further tile; one plot of it is for what was closed."""
    return sum(1 for _ in board.tiles()) >= MAX_PLOTS - 1


# -- what they share


def _joined(channels: tuple[str, ...], paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*channels, *paths)))[:MAX_CHANNELS]


def with_tile(board: Board, tile: Tile) -> Board:
    """The board with another tile under this key."""
    place = board.place(tile.key)
    if place is None:
        return board
    rows = board.pages[place.page].rows
    row = rows[place.row]
    changed = replace(row, tiles=replaced(row.tiles, place.column, tile))
    return _settled(board, board.with_rows(place.page, replaced(rows, place.row, changed)))


def _inserted(board: Board, key: str, side: Side, tile: Tile) -> Board:
    place = board.place(key)
    if place is None:
        return board
    rows = board.pages[place.page].rows
    row = rows[place.row]
    first = side in (Side.LEFT, Side.ABOVE)
    if side in (Side.ABOVE, Side.BELOW):
        new, old = Row((replace(tile, width=1.0),), row.height / 2), replace(row, height=row.height / 2)
        rows = replaced(rows, place.row, *((new, old) if first else (old, new)))
        return set_heights(board.with_rows(place.page, rows), place.page, [other.height for other in rows])
    half = row.tiles[place.column].width / 2
    new_tile, old_tile = replace(tile, width=half), replace(row.tiles[place.column], width=half)
    tiles = replaced(row.tiles, place.column, *((new_tile, old_tile) if first else (old_tile, new_tile)))
    return board.with_rows(place.page, replaced(rows, place.row, _evened(tiles, row)))


def _evened(tiles: tuple[Tile, ...], row: Row) -> Row:
    weights = even(tuple(tile.width for tile in tiles))
    return replace(row, tiles=tuple(replace(tile, width=w) for tile, w in zip(tiles, weights, strict=True)))


def _without(board: Board, key: str) -> Board:
    """The board with the tile taken out, and with it a row and a page that had nothing else."""
    place = board.place(key)
    if place is None:
        return board
    rows = board.pages[place.page].rows
    tiles = replaced(rows[place.row].tiles, place.column)
    left = replaced(rows, place.row, *((_evened(tiles, rows[place.row]),) if tiles else ()))
    if not left and len(board.pages) > 1:
        return replace(board, pages=replaced(board.pages, place.page))
    return board.with_rows(place.page, left)


def _settled(old: Board, new: Board) -> Board:
    """`new`, and it remembers which devices `old` plotted: those that no tile names now have been closed."""
    named = {path.partition("/")[0] for tile in new.tiles() for path in tile.channels}
    paths = (*old.closed, *(path for tile in old.tiles() for path in tile.channels))
    closed = {device: path for path in reversed(paths) if (device := path.partition("/")[0]) not in named}
    return replace(new, closed=tuple(closed[device] for device in sorted(closed)))


def _mean(weights: Iterable[float]) -> float:
    known = tuple(weights)
    return sum(known) / len(known) if known else 1.0


def _free_name(pages: Sequence[Page]) -> str:
    taken = {page.name for page in pages}
    numbers = range(len(pages) + 1, 2 * len(pages) + 2)
    return next(name for number in numbers if (name := f"Page {number}") not in taken)
