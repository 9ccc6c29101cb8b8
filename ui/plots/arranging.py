"""The layout that is wished, and what hands do to it; each thing that is done is a step that can be undone.

While it is automatic there is no board: what tiles there are follows from the data. The first thing that a hand does
takes the tiles that are there over into a board, so that what one saw is what one changes; from then on only devices
that no tile names are plotted by themselves, and channels that come later stay where they are put.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from app.quantities import Duration
from app.session.schema import PlotOptions
from ui.plots.board import moves
from ui.plots.board.board import Board, Tile
from ui.plots.board.file import board_of, plots_of
from ui.plots.board.moves import Side
from ui.plots.history import History
from ui.plots.landing import Landing
from ui.plots.layout import Arrangement
from ui.plots.source import Source, known_channels
from ui.plots.view_state import Said
from ui.translate import tr

Move = Callable[[Board], Board]


class Arranging(QObject):
    """Attributes:
        sources: what there is to plot.
        board: None while the layout is automatic.
        page: the number of the one in sight.
        current: the key of the tile that actions are about.
        arrangement: what came of it with the data there is.
        window: the span that tiles have which are made by hand.

    Signals:
        changed(): the board, or the page in sight: lay it out anew.
        currentChanged(): actions are about another tile.
    """

    changed = Signal()
    currentChanged = Signal()

    def __init__(self, history: History, parent: QObject) -> None:
        super().__init__(parent)
        self.sources: tuple[Source, ...] = ()
        self.board: Board | None = None
        self.page = self._seen = 0
        self.current: str | None = None
        self.arrangement = Arrangement()
        self.window = PlotOptions().window  # of tiles that are made by hand
        self._history = history
        history.boardWished.connect(self._show)

    # -- what there is

    def load(self, plots: Sequence[PlotOptions], *, stays: bool = False) -> None:
        """The plots of a session; without any the layout is automatic. `stays`: the page in sight does, by its name."""
        seen = self.board.pages[self.page].name if self.board is not None and stays else ""
        self.board = board_of(plots) if plots else None
        names = [page.name for page in self.board.pages] if self.board is not None else []
        self.page, self.current = names.index(seen) if seen in names else 0, None
        if plots:
            self.window = Duration(max(plot.window for plot in plots))

    def plots(self, ranges: Mapping[str, Said], devices: Collection[str]) -> tuple[PlotOptions, ...]:
        """As a session would say it; () while it is automatic. `ranges`: those by hand, by the tile's key."""
        if self.board is None:
            return ()
        board = self.board
        for tile in board.tiles():
            said = ranges.get(tile.key, Said())
            board = moves.with_tile(board, replace(tile, range=said.first, ranges=said.others))
        return plots_of(board, devices)

    def keys(self) -> list[str]:
        """The tiles in sight, row by row."""
        rows = self.arrangement.pages[self.page].rows
        return [plan.tile.key for row in rows for plan in row.tiles]

    def tile(self) -> Tile | None:
        """The tile that actions are about: the current one, else the first in sight."""
        rows = self.arrangement.pages[self.page].rows
        tiles = {plan.tile.key: plan.tile for row in rows for plan in row.tiles}
        return tiles.get(self.current or "") or next(iter(tiles.values()), None)

    @Slot(str)
    def choose(self, key: str) -> None:
        """Let actions be about this tile."""
        if key != self.current:
            self.current = key
            self.currentChanged.emit()

    def take(self, arrangement: Arrangement) -> bool:
        """What came of the board; whether it, or the page in sight, is another one than before."""
        now = arrangement, self.page
        changed, self.arrangement, self._seen = now != (self.arrangement, self._seen), arrangement, self.page
        return changed

    # -- what hands do

    def do(self, text: str, move: Move) -> bool:
        """Do it to the board, with the tiles in it that are there by themselves; False where nothing came of it."""
        before = self.board
        whole = moves.adopt(before or Board(), self.arrangement.automatic)
        after = move(whole)
        if after == whole:
            return False
        self._take(after)
        self._history.board_changed(text, before, after)
        return True

    def _take(self, board: Board | None) -> None:
        self.board = board
        self.page = min(self.page, len(board.pages) - 1 if board else 0)
        current = self.current
        self.changed.emit()
        if current != self.current:  # the focus has moved on from a tile that was laid anew, which was no hand's wish
            self.current = current
            self.currentChanged.emit()

    @Slot(object)
    def _show(self, board: object) -> None:
        self._take(board if isinstance(board, Board) else None)

    @Slot()
    def reset(self) -> None:
        """Back to automatic."""
        if self.board is not None:
            before = self.board
            self._take(None)
            self._history.board_changed(tr("reset to automatic"), before, None)

    # -- channels and tiles

    def fresh(self, board: Board, channels: Iterable[str] = ()) -> Tile:
        return Tile(board.fresh_key(), channels=tuple(channels)[: moves.MAX_CHANNELS], window=self.window)

    def add(self, paths: Sequence[str]) -> bool:
        """To the current tile; into a new one where there is none. Paths of no channel are left out, here and below."""
        tile = self.tile()
        return self.add_new(paths) if tile is None else self._add_to(tile.key, paths)

    def _add_to(self, key: str, paths: Sequence[str]) -> bool:
        known = known_channels(paths, self.sources)
        return self.do(tr("add channels"), lambda board: moves.add_channels(board, key, known))

    def add_new(self, paths: Sequence[str]) -> bool:
        """Into a new tile at the end of the page, which is empty where there are none."""
        known = known_channels(paths, self.sources)
        if paths and not known:
            return False
        return self.do(tr("new plot"), lambda board: moves.append(board, self.page, self.fresh(board, known)))

    @Slot(object, object)
    def drop(self, paths: Sequence[str], at: Landing) -> None:
        """Channels that were dropped somewhere."""
        key, side, known = at.key, at.side, known_channels(paths, self.sources)
        if key is None:
            self.add_new(paths)
        elif side is None:
            self._add_to(key, known)
        elif known:
            self.do(tr("new plot"), lambda board: moves.insert(board, key, side, self.fresh(board, known)))

    @Slot(str, object)
    def drop_plot(self, plot: str, at: Landing) -> None:
        """A tile that was dropped somewhere."""
        key, side = at.key, at.side
        if key is None:
            self.do(tr("move plot"), lambda board: moves.move_to_end(board, plot, self.page))
        elif side is None:
            self.do(tr("merge plots"), lambda board: moves.merge(board, plot, key))
        else:
            self.do(tr("move plot"), lambda board: moves.move(board, plot, key, side))

    def split(self, side: Side) -> bool:
        """An empty tile beside the current one."""
        tile = self.tile()
        if tile is None:
            return self.add_new(())
        return self.do(tr("split plot"), lambda board: moves.insert(board, tile.key, side, self.fresh(board)))

    @Slot(str, object)
    def nudge(self, key: str, side: Side) -> None:
        self.do(tr("move plot"), lambda board: moves.nudge(board, key, side))

    @Slot(str, str)
    def remove(self, key: str, path: str) -> None:
        """A channel of a tile."""
        self.do(tr("remove channel"), lambda board: moves.remove_channel(board, key, path))

    @Slot()
    def close(self) -> None:
        """The current tile."""
        tile = self.tile()
        if tile is not None:
            self.do(tr("close plot"), lambda board: moves.close(board, tile.key))

    @Slot(str, str)
    def rename(self, key: str, title: str) -> None:
        self.do(tr("rename plot"), lambda board: moves.set_title(board, key, title))

    def resize(self, *, upright: bool, factor: float) -> None:
        """The current tile higher, or wider, by a factor of its weight."""
        tile = self.tile()
        if tile is not None:
            self.do(tr("resize plots"), lambda board: moves.scale(board, tile.key, factor, upright=upright))

    @Slot(object)
    def set_heights(self, weights: Sequence[float]) -> None:
        self.do(tr("resize plots"), lambda board: moves.set_heights(board, self.page, weights))

    @Slot(int, object)
    def set_widths(self, row: int, weights: Sequence[float]) -> None:
        self.do(tr("resize plots"), lambda board: moves.set_widths(board, self.page, row, weights))
