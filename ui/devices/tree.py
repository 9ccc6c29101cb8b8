"""The tree view of the list of devices: folds by its chevrons, paints again only what reads otherwise.

A model that said "these values have changed" five times a second would have the view lay out and paint all rows, and
the filter in between look at every channel. So the view looks for itself: it compares the rows on screen with what it
painted last, and asks for those alone. Qt asks model and filter some ten questions a row, each of them by way of
Python; so the rows on screen are remembered with what makes their lines until anything moves, and what lies right of
chevrons and edges (the figures) is painted from that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelection, QModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QContextMenuEvent, QDrag, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QTreeView, QWidget

from ui.devices.delegate import CHEVRON, DeviceDelegate
from ui.devices.lines import ChannelLine, DeviceLine
from ui.devices.model import Role
from ui.painted_rows import paint_empty
from ui.plots.board.carried import carried_channels
from ui.plots.drag_picture import drag_picture
from ui.slim_scroll_bar import slim
from ui.theme.palette import Theme
from ui.translate import tr


@dataclass(slots=True)
class _Row:
    """On screen. `line`: as it was looked at last, None before that; `line_now` makes it."""

    key: tuple[int, int]
    place: QRect
    line_now: Callable[[], DeviceLine | ChannelLine]
    is_chosen: bool
    line: DeviceLine | ChannelLine | None


class DeviceTree(QTreeView):
    """See the module. Attributes: empty_text, what stands there when there is no row.

    Signals:
        menuWished(QModelIndex, QPoint): by mouse of the row under it, by keyboard of the current one; where on the
            screen the menu belongs.
    """

    menuWished = Signal(QModelIndex, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_text = ""
        self._theme = theme
        self._delegate = DeviceDelegate(theme, self)
        self._in_sight: list[_Row] = []
        self._is_settled = False  # whether these are the rows in sight
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QTreeView.DragDropMode.DragOnly)
        slim(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Devices and channels"))
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        theme.changed.connect(self.viewport().update)

    @Slot()
    def refresh(self) -> None:
        """Ask for what on screen reads otherwise than when it was looked at last: one rectangle, as most rows do."""
        changed = QRect()
        for row in self._rows_in_sight():
            line = row.line_now()
            if line != row.line:
                changed |= self._delegate.changed_part(row.place, row.line, line)
                row.line = line
        if not changed.isEmpty():
            self.viewport().update(changed)

    def _rows_in_sight(self) -> list[_Row]:
        if not self._is_settled:
            rows = self._looked_up()
            self._in_sight, self._is_settled = rows, True  # behind it: `indexAt` may lay out, which forgets them
        return self._in_sight

    def _looked_up(self) -> list[_Row]:
        before = {row.key: row.line for row in self._in_sight}
        rows, selected = [], self.selectionModel()
        index, bottom = self.indexAt(self.viewport().rect().topLeft()), self.viewport().height()
        while index.isValid():
            place = self.visualRect(index)
            if place.top() >= bottom:
                break
            key = (index.parent().row(), index.row())
            line_now = index.data(Role.LINE_NOW)
            rows.append(_Row(key, place, line_now, selected.isSelected(index), before.get(key)))
            index = self.indexBelow(index)
        return rows

    def _forget_rows(self) -> None:
        self._is_settled = False

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self._forget_rows()
        if model is not None:
            for changed in (model.modelReset, model.layoutChanged, model.rowsInserted, model.rowsRemoved):
                changed.connect(self._rows_changed)

    @Slot()
    def _rows_changed(self) -> None:
        self._forget_rows()

    def updateGeometries(self) -> None:
        """Qt calls this whenever rows have been laid out."""
        super().updateGeometries()
        self._forget_rows()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._forget_rows()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._forget_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current row stays in sight where it was, a device's with its channels."""
        current = self.currentIndex()
        place = self.visualRect(current)
        was_seen = current.isValid() and 0 <= place.top() < event.oldSize().height()
        super().resizeEvent(event)
        if was_seen:
            self.reveal(current)

    def reveal(self, device: QModelIndex) -> None:
        """Bring a device's row into sight, with as many of its channels below as there is room for."""
        count = self.model().rowCount(device) if self.isExpanded(device) else 0
        if count:
            self.scrollTo(self.model().index(count - 1, 0, device))
        self.scrollTo(device)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex) -> None:  # type: ignore[override]
        """The delegate paints its own chevron."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_chevron = index.isValid() and not index.parent().isValid() and event.position().x() < CHEVRON
        if on_chevron and event.button() == Qt.MouseButton.LeftButton:
            self.setExpanded(index, not self.isExpanded(index))
            event.accept()
            return
        super().mousePressEvent(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """The chosen rows, with their names at the pointer. The drag runs Qt's own loop until the button is released,
        in which all else goes on."""
        rows = sorted(self.selectedIndexes(), key=lambda row: self.visualRect(row).top())
        mime = self.model().mimeData(rows)
        paths = carried_channels(mime) if mime is not None else ()
        if paths:
            drag = QDrag(self)
            drag.setMimeData(mime)
            drag.setPixmap(drag_picture(paths, self._theme, self.devicePixelRatio()))
            drag.exec(Qt.DropAction.CopyAction)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        if index.isValid():
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menuWished.emit(index, below if by_keyboard else event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        part = self._delegate.seen = QRect(event.rect())  # the event's own goes with it
        try:
            if part.x() < CHEVRON or self.viewport().underMouse():
                super().paintEvent(event)
            else:
                self._paint_figures(part)
        finally:
            self._delegate.seen = None
        if self.empty_text and self.model() is not None and not self.model().rowCount():
            paint_empty(self, self.empty_text)

    def _paint_figures(self, part: QRect) -> None:
        """What the rows in sight say, where neither chevrons nor edges nor the pointer are."""
        rows, ground = self._rows_in_sight(), QColor(self._theme.tokens.selection)
        painter = QPainter(self.viewport())
        painter.setClipRect(part)
        for row in rows:
            if row.place.intersects(part):
                if row.is_chosen:
                    painter.fillRect(row.place, ground)
                row.line = row.line or row.line_now()
                self._delegate.paint_line(painter, row.place, row.line)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._delegate.font_changed()
            self.scheduleDelayedItemsLayout()
