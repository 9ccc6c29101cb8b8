"""How a device and a channel look in the list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.link.contract import State as LinkState
from ui.devices.model import Role
from ui.theme.fonts import figures_font, text_font
from ui.theme.palette import Theme
from ui.theme.states import paint_state
from ui.theme.tokens import GAP, GRID, State, TextSize

DEVICE_HEIGHT = 11 * GRID
CHANNEL_HEIGHT = 5 * GRID
MARK = 3 * GRID  # the size of a state's shape
UNIT_WIDTH = 9 * GRID  # one width for all units, so that the numbers' last digits stand in one line


_STATES = {
    LinkState.OPEN: State.GOOD,
    LinkState.RESOLVING: State.BUSY,
    LinkState.CONNECTING: State.BUSY,
    LinkState.WAITING: State.WARNING,
    LinkState.FAILED: State.ALARM,
}


def shown_state(state: LinkState) -> State:
    """How a link's state is shown: by the mark and the colour of this."""
    return _STATES.get(state, State.OFFLINE)


class DeviceDelegate(QStyledItemDelegate):
    """Two lines for a device (shape, name, rate; state, detail), one for a channel (name, value, unit)."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, CHANNEL_HEIGHT if index.parent().isValid() else DEVICE_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        area: QRect = option.rect
        palette: QPalette = option.palette
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(area, palette.color(QPalette.ColorRole.Highlight))
        strong = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        dim = strong if selected else palette.color(QPalette.ColorRole.PlaceholderText)
        if index.parent().isValid():
            self._paint_channel(painter, area.adjusted(0, 0, -GAP, 0), index, strong, dim)
        else:
            self._paint_device(painter, area.adjusted(0, GRID, -GAP, -GRID), index, strong, dim)
        painter.restore()

    def _paint_device(
        self,
        painter: QPainter,
        area: QRect,
        index: QModelIndex | QPersistentModelIndex,
        strong: QColor,
        dim: QColor,
    ) -> None:
        state: LinkState = index.data(Role.STATE)
        balanced = index.data(Role.BALANCED)
        upper = QRect(area.x() + MARK + GAP, area.y(), area.width() - MARK - GAP, area.height() // 2)
        lower = upper.translated(0, area.height() // 2)
        mark = QRectF(area.x() + 1, upper.center().y() - MARK / 2 + 1, MARK, MARK)
        paint_state(painter, mark, shown_state(state), self._theme.tokens)
        painter.setPen(strong)
        rate = index.data(Role.VALUE)
        rate_width = _draw_right(painter, upper, rate, figures_font())
        _draw_left(painter, upper, index.data(), text_font(strong=True), rate_width)
        word = str(state) if balanced else f"{state}, ledger does not add up"
        tone = shown_state(state) if balanced else State.ALARM
        painter.setPen(QColor(self._theme.tokens.of_state(tone)))
        used = _draw_left(painter, lower, word, text_font(TextSize.SMALL), 0)
        painter.setPen(dim)
        _draw_left(painter, lower.adjusted(used + GAP, 0, 0, 0), index.data(Role.DETAIL), text_font(TextSize.SMALL), 0)

    @staticmethod
    def _paint_channel(
        painter: QPainter,
        area: QRect,
        index: QModelIndex | QPersistentModelIndex,
        strong: QColor,
        dim: QColor,
    ) -> None:
        unit_area = QRect(area.right() - UNIT_WIDTH + 1, area.y(), UNIT_WIDTH, area.height())
        painter.setPen(dim)
        _draw_left(painter, unit_area, index.data(Role.UNIT), text_font(TextSize.SMALL), 0)
        painter.setPen(strong)
        values = area.adjusted(0, 0, -UNIT_WIDTH - GRID, 0)
        used = _draw_right(painter, values, index.data(Role.VALUE), figures_font())
        painter.setPen(dim)
        _draw_left(painter, values, index.data(), text_font(TextSize.SMALL), used)


def _draw_right(painter: QPainter, area: QRect, text: str | None, font: QFont) -> int:
    painter.setFont(font)
    shown = painter.fontMetrics().elidedText(text or "", Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
    return painter.fontMetrics().horizontalAdvance(shown)


def _draw_left(painter: QPainter, area: QRect, text: str | None, font: QFont, reserved: int) -> int:
    """Draws `text` at the left, elided where `reserved` pixels on the right are taken; returns its width."""
    painter.setFont(font)
    metrics: QFontMetrics = painter.fontMetrics()
    room = area.width() - (reserved + GAP if reserved else 0)
    shown = metrics.elidedText(text or "", Qt.TextElideMode.ElideRight, room)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)
