"""The tiles of the page in sight: rows from the top, a time axis below, words where there is nothing to show.

Where each tile stands, how large it is, and where a drag would land; what tiles draw and when is the stack's business.
Tiles of other pages that were in sight before are kept, so that they are there at once; hidden, they draw nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.plots.dropping import Dropping
from ui.plots.gestures import TimeGestures
from ui.plots.layout import Arrangement, PagePlan, RowPlan, TilePlan
from ui.plots.numerals import shown_name
from ui.plots.panel import AXIS_WIDTH, PlotPanel
from ui.plots.rows import groups, is_one_column
from ui.plots.ruler import TimeRuler
from ui.plots.source import Source
from ui.plots.splitter import ThinSplitter
from ui.plots.tile_frame import TileFrame, TileHands
from ui.slim_scroll_bar import scrolled
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GRID, MARGIN, TextSize
from ui.translate import tr

NAMED = 6  # devices that are waited for by name; the rest are counted


class PanelColumn(QStackedWidget):
    """See the module.

    Attributes:
        panels: of the page in sight, from the top, in a row from the left.
        frames: the tiles of the page in sight, by key.
        ruler: the time axis that all tiles have in common, where they are in one column.
        hands: what is done to single tiles; dropping: what is dropped on them.

    Signals:
        heightsChanged(weights), widthsChanged(row, weights): lines between tiles were dragged.
    """

    heightsChanged = Signal(object)
    widthsChanged = Signal(int, object)

    def __init__(self, theme: Theme, gestures: TimeGestures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._gestures = gestures
        self.hands = TileHands(self)
        self.frames: dict[str, TileFrame] = {}
        self._all: dict[str, TileFrame] = {}
        self._page = PagePlan()
        self._is_one_column = is_one_column(self._page.rows)
        self._rows: list[ThinSplitter] = []
        self.ruler = TimeRuler(theme, gestures)
        self._device: str | None = None
        self._current: str | None = None
        self._splitter = ThinSplitter(theme)
        self._splitter.weightsChanged.connect(self.heightsChanged)
        self._footer = _label(TextSize.SMALL)
        self._footer.setContentsMargins(AXIS_WIDTH, GRID, MARGIN, GRID)
        self._empty = _label(TextSize.BODY)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(2 * MARGIN, 0, 2 * MARGIN, 0)
        self._scroll = self._build_scroll()
        self.addWidget(self._empty)
        self.addWidget(self._build_page())
        self.dropping = Dropping(theme, self, self._places)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._share_width)  # it takes width from the panels

    # -- parts

    def _build_scroll(self) -> QScrollArea:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._splitter, 1)
        column.addWidget(self._footer)
        return scrolled(content)

    def _build_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.ruler)
        return page

    # -- what is shown

    @property
    def panels(self) -> list[PlotPanel]:
        return [panel for frame in self.frames.values() for panel in frame.panels]

    @property
    def rulers(self) -> list[TimeRuler]:
        """The time axes in sight."""
        return [self.ruler] if self.is_one_column else [f.ruler for f in self.frames.values() if f.has_ruler]

    @property
    def is_one_column(self) -> bool:
        """Whether the common time axis is the one in sight."""
        return self._is_one_column

    @property
    def beside(self) -> int:
        """Pixels at the right edge where nothing is drawn, but legends and further axes stand."""
        last = self.frames[self._page.rows[0].tiles[-1].tile.key] if self.frames else None
        return last.right_side + self._scroll.width() - self._scroll.viewport().width() if last is not None else 0

    def select_device(self, name: str | None) -> None:
        """Let the device's panels stand out, and bring the first of them into sight."""
        self._device = name
        self._highlight()
        chosen = [panel for panel in self.panels if panel.legend.highlighted]
        if chosen:
            self._scroll.ensureWidgetVisible(chosen[0], 0, 0)

    def _highlight(self) -> None:
        for panel in self.panels:
            panel.legend.set_highlighted(self._is_of_device(panel))

    def _is_of_device(self, panel: PlotPanel) -> bool:
        return any(channel.source.device == self._device for channel in panel.plan.channels)

    def show_current(self, key: str | None) -> None:
        """Mark the tile that actions are about; it is worth a mark where there are several."""
        self._current = key
        several = len(self.frames) > 1
        for frame in self.frames.values():
            frame.show_current(current=several and frame.key == key)

    def place(self, arrangement: Arrangement, page: int = 0) -> None:
        """Show this page; tiles that stay are kept, and so are those of other pages."""
        keys = {plan.tile.key for of_page in arrangement.pages for row in of_page.rows for plan in row.tiles}
        for key in [key for key in self._all if key not in keys]:
            _let_go(self._all.pop(key))
        old, self._page = self._page, arrangement.pages[page]
        self._is_one_column = is_one_column(self._page.rows)  # asked at each refresh
        before = self.panels
        self.frames = {plan.tile.key: self._frame(plan) for row in self._page.rows for plan in row.tiles}
        if _keys(old) != _keys(self._page) or not self._rows:
            self._build_rows(old)
        self._share_height()
        self._share_width()
        if self.panels != before:
            self.select_device(self._device)
        self._highlight()  # channels may have come since to a panel that waited for them
        self.show_current(self._current)

    def _frame(self, plan: TilePlan) -> TileFrame:
        frame = self._all.get(plan.tile.key)
        if frame is None:
            frame = TileFrame(self._theme, self._gestures, self.hands, plan)
            frame.resized.connect(self._share_width)
            self._all[plan.tile.key] = frame
        elif frame.plan != plan:
            frame.set_plan(plan)
        return frame

    def _build_rows(self, old: PagePlan) -> None:
        """The tiles into rows as the page says; each row is a splitter of its own, and one that has the same tiles as
        before is kept, since each tile that gets another parent is laid out anew."""
        known = dict(zip(map(tuple, _keys(old)), self._rows, strict=False))
        self._rows = []
        for index, keys in enumerate(map(tuple, _keys(self._page))):
            splitter = known.pop(keys, None) or self._row(keys)
            self._splitter.insertWidget(index, splitter)
            self._rows.append(splitter)
        for frame in self._all.values():
            if frame.key not in self.frames:
                frame.hide()
                frame.setParent(self)
        for splitter in known.values():
            _let_go(splitter)

    def _row(self, keys: Sequence[str]) -> ThinSplitter:
        splitter = ThinSplitter(self._theme, Qt.Orientation.Horizontal)
        for key in keys:
            splitter.addWidget(self.frames[key])
            self.frames[key].show()
        splitter.weightsChanged.connect(self._widths_changed)
        return splitter

    @Slot(object)
    def _widths_changed(self, weights: object) -> None:
        row = next((n for n, splitter in enumerate(self._rows) if splitter is self.sender()), -1)
        if row >= 0:
            self.widthsChanged.emit(row, weights)

    def say_what_is_missing(self, arrangement: Arrangement, sources: Sequence[Source]) -> None:
        """And what to do about it."""
        waiting = arrangement.waiting
        names = ", ".join(shown_name(name) for name in waiting[:NAMED])
        if len(waiting) > NAMED:
            names = tr("{names} and {count} more").format(names=names, count=len(waiting) - NAMED)
        if not sources:
            self._empty.setText(tr("No devices yet. Add one (Insert), or open a session (Ctrl+O)"))
        elif not self.panels:
            waits = tr("Waiting for the first data from {names}…").format(names=names)
            self._empty.setText(
                waits
                if names
                else tr(
                    "No plots: drag channels here from the list of devices, or choose them there and press Ctrl+Return"
                )
            )
        words = [tr("Waiting for the first data from {names}").format(names=names)] if names else []
        if arrangement.unplaced:
            words.append(tr("+{count} more channels without a plot").format(count=arrangement.unplaced))
        self._footer.setText("  ·  ".join(words))
        self._footer.setVisible(bool(words))
        self.setCurrentIndex(1 if self.panels else 0)

    def retheme(self) -> None:
        self.ruler.update()
        self._splitter.update()
        for row in self._rows:
            row.update()
        for frame in self._all.values():
            frame.retheme()

    # -- room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_height(self) -> None:
        """Rows by their weights; those of lanes alone have the height of their lanes."""
        single = self.is_one_column
        self.ruler.setVisible(single)
        for group in groups(self._page.rows):
            self._share_axes([self._page.rows[number] for number in group], has_rulers=not single)
        for row, splitter in zip(self._page.rows, self._rows, strict=True):
            lanes = max(self.frames[plan.tile.key].lanes_height for plan in row.tiles)
            splitter.fixed = lanes if row.lanes_alone else 0
            splitter.set_weights([plan.tile.width for plan in row.tiles])
        self._splitter.set_weights([row.height for row in self._page.rows])

    def _share_axes(self, rows: list[RowPlan], *, has_rulers: bool) -> None:
        """Tiles below each other have pictures of one width, and a time axis under the lowest."""
        for column in range(len(rows[0].tiles)):
            frames = [self.frames[row.tiles[column].tile.key] for row in rows]
            axes = max(frame.axes_wished for frame in frames)
            for frame in frames:
                frame.set_side_axes(axes)
                frame.set_ruler(shown=has_rulers and frame is frames[-1])

    @Slot()
    def _share_width(self) -> None:
        bar = self._scroll.verticalScrollBar()
        right = next((frame.right_side for frame in self.frames.values()), 0)
        self.ruler.set_sides(AXIS_WIDTH, right + (bar.sizeHint().width() if bar.maximum() else 0))

    def _places(self) -> Mapping[str, QRect]:
        """Where the tiles in sight are."""
        seen = QRect(self._scroll.mapTo(self, QPoint()), self._scroll.viewport().size())
        places = {key: QRect(frame.mapTo(self, QPoint()), frame.size()) for key, frame in self.frames.items()}
        return {key: place.intersected(seen) for key, place in places.items()}


def _keys(page: PagePlan) -> list[list[str]]:
    return [[plan.tile.key for plan in row.tiles] for row in page.rows]


def _let_go(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def _label(size: TextSize) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(text_font(size))
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setBackgroundRole(QPalette.ColorRole.Base)
    label.setAutoFillBackground(True)
    return label
