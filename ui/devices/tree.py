"""The tree view of the list of devices: folds by its chevrons, paints again only what reads otherwise.

A model that said "these values have changed" five times a second would have the view lay out and paint all rows, and
the filter in between look at every channel. So the view looks for itself: it compares the rows on screen with what it
painted last, and asks for those alone.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QDrag, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QTreeView, QWidget

from ui.devices.delegate import CHEVRON, DeviceDelegate
from ui.devices.lines import ChannelLine, DeviceLine
from ui.devices.model import Role
from ui.plots.board.carried import carried_channels
from ui.plots.drag_picture import drag_picture
from ui.slim_scroll_bar import slim
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, MARGIN, TextSize
from ui.translate import tr


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
        self._rows = DeviceDelegate(theme, self)
        self._painted: dict[tuple[int, int], DeviceLine | ChannelLine] = {}
        self.setItemDelegate(self._rows)
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
        seen: dict[tuple[int, int], DeviceLine | ChannelLine] = {}
        changed = QRect()
        index, bottom = self.indexAt(self.viewport().rect().topLeft()), self.viewport().height()
        while index.isValid():
            place = self.visualRect(index)
            if place.top() >= bottom:
                break
            key = (index.parent().row(), index.row())
            seen[key] = line = index.data(Role.LINE)
            before = self._painted.get(key)
            if line != before:
                changed |= self._rows.changed_part(place, before, line)
            index = self.indexBelow(index)
        self._painted = seen
        if not changed.isEmpty():
            self.viewport().update(changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current row stays in sight where it was."""
        current = self.currentIndex()
        place = self.visualRect(current)
        was_seen = current.isValid() and 0 <= place.top() < event.oldSize().height()
        super().resizeEvent(event)
        if was_seen:
            self.scrollTo(current)

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
        self._rows.seen = event.rect()
        super().paintEvent(event)
        self._rows.seen = None
        if self.model() is None or self.model().rowCount() or not self.empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setFont(text_font(TextSize.SMALL))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        place = self.viewport().rect().adjusted(MARGIN, GAP, -MARGIN, 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), self.empty_text)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._rows.font_changed()
            self.scheduleDelayedItemsLayout()
