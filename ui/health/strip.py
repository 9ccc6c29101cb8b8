"""The health strip: all devices in one row, a cell each. Calm while all is well; a word and its colour where it is not.

    ● imu      1.00 kHz | ▲ scope            |
    open  p99 12 ms     | again in 3.2 s Retry |

As the list of devices (ui.devices.tree) it looks for itself: nothing is announced five times a second, `refresh` makes
the lines of the cells on screen and asks for those that read otherwise. Cells share the width; where they would get too
narrow the row scrolls; the status bar counts the findings of all, in sight or not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.clock import now_ns
from ui.face import RIGHT, Face
from ui.health.deeds import RETRY_ABOUT
from ui.health.strip_line import StripLine, shown_behind, strip_line
from ui.plain import as_hint
from ui.slim_scroll_bar import slim
from ui.state_mark import MARK
from ui.theme.fonts import figures_font, text_font
from ui.theme.palette import Theme
from ui.theme.states import paint_state
from ui.theme.tokens import GAP, GRID, LINE, TextSize, Tokens
from ui.translate import tr

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.device import Device
    from app.rig import Rig
    from ui.health.recent_ages import RecentAges

LEAST_CELL = 40 * GRID  # a name; and where the font is large, how long it waits beside the word that ends the pause
AGE_SAMPLE, BEHIND_SAMPLE = "p99 888 ms", "88.8 KiB"
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _Cells(QAbstractListModel):
    """The devices; their lines as they were looked at last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rig: Rig | None = None
        self.ages: RecentAges | None = None

    def show(self, rig: Rig | None, ages: RecentAges | None) -> None:
        self.beginResetModel()
        self.rig, self.ages = rig, ages
        self.endResetModel()

    def device(self, index: Index) -> Device | None:
        return self.rig.devices[index.row()] if self.rig is not None and index.isValid() else None

    def line(self, row: int) -> StripLine:
        assert self.rig is not None
        assert self.ages is not None
        device = self.rig.devices[row]
        return strip_line(self.rig, device, self.ages.recent(device.name), now_ns())

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if self.rig is None or parent.isValid() else len(self.rig.devices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.rig is None or not index.isValid():
            return None
        if role == LINE_ROLE:
            return self.line(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return str(self.line(index.row()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_hint(str(self.line(index.row())))
        return None


class HealthStrip(QListView):
    """See the module.

    Signals:
        deviceChosen(Device): by mouse or keys.
        pageWished(): what is wrong with the chosen device is to be shown: a double click, or Return.
        retryWished(Device): its pause is to be cut short.
        menuWished(Device, QPoint): and where on the screen the menu belongs.
    """

    deviceChosen = Signal(object)
    pageWished = Signal()
    retryWished = Signal(object)
    menuWished = Signal(object, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cells = _Cells(self)
        self._look = _CellDelegate(theme, self)
        self._painted: dict[int, StripLine] = {}
        self.setModel(self._cells)
        self.setItemDelegate(self._look)
        self._be_a_row()
        self.setAccessibleName(tr("Health of the devices"))
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.activated.connect(self._activated)
        theme.changed.connect(self.viewport().update)

    def _be_a_row(self) -> None:
        self.setFlow(QListView.Flow.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        slim(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)

    # -- what is shown

    def show_rig(self, rig: Rig | None, ages: RecentAges | None) -> None:
        """The devices of this one; `ages` of their data, by name."""
        self._painted.clear()
        self._cells.show(rig, ages)
        self._share_width()

    @Slot(object)
    def choose(self, device: Device) -> None:
        """It was chosen elsewhere."""
        if self._cells.rig is None or device is self._cells.device(self.currentIndex()):
            return
        self.blockSignals(True)
        self.setCurrentIndex(self._cells.index(self._cells.rig.devices.index(device), 0))
        self.blockSignals(False)

    def refresh(self) -> None:
        """Ask for the cells on screen that read otherwise than when they were looked at last."""
        if not self.isVisible():
            return
        seen: dict[int, StripLine] = {}
        for row in self._rows_on_screen():
            seen[row] = line = self._cells.line(row)
            if line != self._painted.get(row):
                self.viewport().update(self.visualRect(self._cells.index(row, 0)))
        self._painted = seen

    def _rows_on_screen(self) -> range:
        count, width = self._cells.rowCount(), max(1, self._look.cell.width())
        first = self.horizontalOffset() // width
        return range(min(first, count), min(count, (self.horizontalOffset() + self.viewport().width()) // width + 1))

    # -- sizes

    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar()
        scrolls = self._cells.rowCount() * self._look.least_width > self.width()
        return QSize(100 * GRID, self._look.height + (bar.sizeHint().height() if scrolls else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.least_width, self.sizeHint().height())

    def _share_width(self) -> None:
        """All of the width where the cells fit, to the last pixel, else the least a cell."""
        look, count = self._look, max(1, self._cells.rowCount())
        width = max(look.least_width, self.width() // count)
        cell, wider = QSize(width, look.height), max(0, self.width() - width * count)
        if (cell, wider) != (look.cell, look.wider):
            look.cell, look.wider = cell, wider
            self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._share_width()
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._look.font_changed()
            self._share_width()

    # -- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self._is_on_retry(index, event.position().toPoint()) and event.button() == Qt.MouseButton.LeftButton:
            self.retryWished.emit(self._cells.device(index))
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        on_retry = self._is_on_retry(self.indexAt(place), place)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_retry else Qt.CursorShape.ArrowCursor)
        self.viewport().setToolTip(tr(RETRY_ABOUT) if on_retry else "")
        super().mouseMoveEvent(event)

    def _is_on_retry(self, index: QModelIndex, at: QPoint) -> bool:
        if not index.isValid() or not self._cells.line(index.row()).can_retry:
            return False
        return self._look.retry_place(self.visualRect(index)).contains(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel turns the row, since there is nothing above or below."""
        turned = event.pixelDelta().y() or event.angleDelta().y() // 2 or event.angleDelta().x() // 2
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - turned)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        device = self._cells.device(index)
        if device is not None:
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menuWished.emit(device, below if by_keyboard else event.globalPos())

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        device = self._cells.device(current)
        if device is not None:
            self.deviceChosen.emit(device)

    @Slot(QModelIndex)
    def _activated(self, _index: QModelIndex) -> None:
        self.pageWished.emit()


class _CellDelegate(QStyledItemDelegate):
    """Two lines: mark, name, rate; word, ages and what waits, or the word to click."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cell = QSize()
        self.wider = 0  # cells, the first, that are a pixel wider
        self.font_changed()

    def font_changed(self) -> None:
        self._name = Face(text_font(TextSize.SMALL, strong=True))
        self._word = Face(text_font(TextSize.SMALL))
        self._figures = Face(figures_font(TextSize.SMALL))
        self._line = max(4 * GRID, self._name.height)
        self._retry, self._behind = tr("Retry"), shown_behind(BEHIND_SAMPLE)
        words = self._word.width(tr("again in {span}").format(span="88 s")) + GAP + self._word.width(self._retry)
        self.least_width = max(LEAST_CELL, GAP + MARK + GAP + words + GAP)

    @property
    def height(self) -> int:
        return 2 * self._line + 2 * GRID + LINE

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self.cell + QSize(1, 0) if index.row() < self.wider else self.cell

    def _lines(self, area: QRect) -> tuple[QRect, QRect]:
        left = area.x() + GAP + MARK + GAP
        upper = QRect(left, area.y() + GRID, area.right() + 1 - GAP - left, self._line)
        return upper, upper.translated(0, self._line)

    def retry_place(self, area: QRect) -> QRect:
        """Of the word that is clicked, in a cell's; with some room around it."""
        lower = self._lines(area)[1]
        width = self._word.width(self._retry)
        return QRect(lower.right() + 1 - width, lower.y(), width, lower.height()).adjusted(-GRID, 0, GRID, GRID)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line, tokens = index.data(LINE_ROLE), self._theme.tokens
        area: QRect = option.rect
        if not isinstance(line, StripLine):
            return
        self._paint_ground(painter, option, tokens, is_first=index.row() == 0)
        upper, lower = self._lines(area)
        paint_state(painter, QRectF(area.x() + GAP, upper.center().y() + 1 - MARK / 2, MARK, MARK), line.state, tokens)
        ink = tokens.muted if line.is_calm else tokens.text
        used = self._figures.draw(painter, upper, line.rate, tokens.muted, RIGHT) if self._has_room(upper, line) else 0
        self._name.draw(painter, upper.adjusted(0, 0, -used - GAP if used else 0, 0), line.name, tokens.text)
        if line.can_retry:
            accent = QColor(tokens.accent)
            used = self._word.draw(painter, lower, self._retry, accent, RIGHT) + GAP
            lower = lower.adjusted(0, 0, -used, 0)
        inked = ink if line.is_calm else tokens.of_state(line.state)
        word = self._word.draw(painter, lower, line.word, inked)
        self._paint_figures(painter, lower.adjusted(word + GAP, 0, 0, 0), line, tokens)

    def _has_room(self, upper: QRect, line: StripLine) -> bool:
        """A name comes first: a rate that would cut it is not shown."""
        return self._name.width(line.name) + GAP + self._figures.width(line.rate) <= upper.width()

    def _paint_figures(self, painter: QPainter, room: QRect, line: StripLine, tokens: Tokens) -> None:
        for text, place in self.figure_places(room, line):
            self._figures.draw(painter, place, text, tokens.muted, RIGHT)

    def figure_places(self, room: QRect, line: StripLine) -> list[tuple[str, QRect]]:
        """At the right as many as fit whole, each in a place that does not move with the other's digits."""
        samples = ((line.age, AGE_SAMPLE), (line.behind, self._behind))
        widths = [(text, max(map(self._figures.width, (text, sample)))) for text, sample in samples if text]
        while widths and sum(width + GAP for _, width in widths) - GAP > room.width():
            widths.pop()
        places, right = [], room.right() + 1
        for text, width in reversed(widths):
            places.append((text, QRect(right - width, room.y(), width, room.height())))
            right -= width + GAP
        return places

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens, *, is_first: bool) -> None:
        """The chosen one by its ground, with the keyboard by an edge below; a quiet line between cells."""
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tokens.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(tokens.raised))
        if not is_first:
            painter.fillRect(area.x(), area.y() + GAP, LINE, area.height() - 2 * GAP, QColor(tokens.line))
        if state & QStyle.StateFlag.State_HasFocus:
            edge = tokens.edge
            painter.fillRect(area.x(), area.bottom() + 1 - edge, area.width(), edge, QColor(tokens.accent))
