"""How a device and a channel look in the list.

Three columns that all rows share: names from the left, numbers that end on one line, units of one width behind them.
Fonts and heights are made once (and again when the font changes): a row is painted five times a second.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.devices.lines import ChannelLine, DeviceLine
from ui.devices.model import Role
from ui.face import OVERHANG, RIGHT, Face
from ui.painted_rows import paint_ground
from ui.state_mark import MARK
from ui.theme.fonts import figures_font, text_font
from ui.theme.palette import Theme
from ui.theme.states import paint_state
from ui.theme.tokens import GAP, GRID, MARGIN, TextSize, Tokens
from ui.translate import tr

CHEVRON = 4 * GRID  # the width in which a click folds
CHEVRON_SIZE = 2 * GRID
LEAST_NAME = 15 * GRID  # of a name beside that sign
UNIT_SAMPLE = "counts"  # longer units are cut; the tool tip has them whole


class _Looks:
    """Fonts, and what follows from them."""

    def __init__(self) -> None:
        self.name = Face(text_font(strong=True))
        self.small = Face(text_font(TextSize.SMALL))
        self.figures = Face(figures_font(TextSize.SMALL))
        self.unit_width = self.small.width(UNIT_SAMPLE)
        self.thread_sign = tr("thread")  # beside the name of a device whose link is read by one
        self.line = max(4 * GRID, self.small.height)
        self.name_height = max(5 * GRID, self.name.height)
        self.channel_height = self.line + GRID
        self.device_height = 2 * GAP + self.name_height + self.line


class DeviceDelegate(QStyledItemDelegate):
    """Two lines for a device (mark, name, rate; state, detail, bytes), one for a channel (name, value, unit).
    Attributes: seen, what of the view is to be painted, if that is known."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._looks = _Looks()
        self.seen: QRect | None = None

    def font_changed(self) -> None:
        self._looks = _Looks()

    def changed_part(
        self, area: QRect, before: DeviceLine | ChannelLine | None, after: DeviceLine | ChannelLine
    ) -> QRect:
        """Where a row reads otherwise: mostly it is the digits of a channel's value, or of a device's rates."""
        pairs: tuple[tuple[str, str], ...]
        if isinstance(before, ChannelLine) and isinstance(after, ChannelLine):
            pairs = ((before.value, after.value),)
            stays = (before.name, before.stale) == (after.name, after.stale)
            words = self._looks.small.width(after.name)
        elif isinstance(before, DeviceLine) and isinstance(after, DeviceLine):
            pairs = (before.rate[0], after.rate[0]), (before.byte_rate[0], after.byte_rate[0])
            stays = _but_rates(before) == _but_rates(after)
            words = max(self._looks.name.width(after.name) + self._sign_width(after), self._lower_width(after))
        else:
            return area
        return self._digits(area, pairs, words) if stays and all(map(all, pairs)) else area

    def _digits(self, area: QRect, pairs: Sequence[tuple[str, str]], words: int) -> QRect:
        """Where figures stand with their units, before and after, beside words of this width; the whole row where
        these may be cut elsewhere."""
        looks = self._looks
        widths = [(looks.figures.width(before), looks.figures.width(after)) for before, after in pairs]
        left = area.right() + 1 - MARGIN - looks.unit_width - GRID - max(map(max, widths))
        are_cut = area.x() + CHEVRON + MARK + GAP + words + GAP > left
        if are_cut and any(before != after for before, after in widths):
            return area
        return QRect(left - OVERHANG, area.y(), area.right() + 1 - left + OVERHANG, area.height())

    def _sign_width(self, line: DeviceLine) -> int:
        """With the room beside it."""
        return self._looks.small.width(self._looks.thread_sign) + 3 * GRID + GAP if line.by_thread else 0

    def _lower_width(self, line: DeviceLine) -> int:
        return self._looks.small.width(line.word) + GAP + self._looks.small.width(line.detail)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        looks = self._looks
        return QSize(0, looks.channel_height if index.parent().isValid() else looks.device_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        tokens = self._theme.tokens
        paint_ground(painter, option, tokens)
        line = index.data(Role.LINE)
        self.paint_line(painter, area, line)
        if isinstance(line, DeviceLine) and state & QStyle.StateFlag.State_Children:
            _paint_chevron(painter, area, tokens, down=bool(state & QStyle.StateFlag.State_Open))

    def paint_line(self, painter: QPainter, area: QRect, line: DeviceLine | ChannelLine | None) -> None:
        """What a row says, right of its chevron and on its ground."""
        if isinstance(line, ChannelLine):
            self._paint_channel(painter, area, line, self._theme.tokens)
        elif isinstance(line, DeviceLine):
            self._paint_device(painter, area, line, self._theme.tokens)

    def _paint_device(self, painter: QPainter, area: QRect, line: DeviceLine, tokens: Tokens) -> None:
        looks = self._looks
        left = area.x() + CHEVRON + MARK + GAP
        upper = QRect(left, area.y() + GAP, area.right() + 1 - MARGIN - left, looks.name_height)
        lower = QRect(left, upper.bottom() + 1, upper.width(), looks.line)
        if self.seen is None or self.seen.x() < left:
            mark = QRectF(area.x() + CHEVRON, upper.center().y() + 1 - MARK / 2, MARK, MARK)
            paint_state(painter, mark, line.state, tokens)
        used = self._number(painter, upper, *line.rate, tokens.text, tokens)
        sign = self._sign_width(line)
        if upper.width() - used - sign < min(LEAST_NAME, looks.name.width(line.name)):
            sign = 0  # a name comes first; the tool tip says who reads
        name = looks.name.draw(painter, upper.adjusted(0, 0, -used - sign, 0), line.name, tokens.text, seen=self.seen)
        if sign:
            beside = QRect(left + name + GAP, upper.y(), sign - GAP - GRID, upper.height())
            self._paint_sign(painter, beside, tokens)
        used = self._number(painter, lower, *line.byte_rate, tokens.muted, tokens)
        rest = lower.adjusted(0, 0, -used, 0)
        word = looks.small.draw(painter, rest, line.word, tokens.of_state(line.state), seen=self.seen)
        looks.small.draw(painter, rest.adjusted(word + GAP, 0, 0, 0), line.detail, tokens.muted, seen=self.seen)

    def _paint_sign(self, painter: QPainter, place: QRect, tokens: Tokens) -> None:
        """A word in a quiet outline: it is a manner of reading, and nothing to look at twice."""
        face = self._looks.small
        box = QRectF(place.x() + 0.5, place.center().y() + 0.5 - face.height / 2, place.width() - 1, face.height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(tokens.muted)
        edge.setAlphaF(0.4)  # seen on every ground that a row has
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(box, GRID, GRID)
        painter.restore()
        face.draw(painter, place.adjusted(GRID, 0, 0, 0), self._looks.thread_sign, tokens.muted)

    def _paint_channel(self, painter: QPainter, area: QRect, line: ChannelLine, tokens: Tokens) -> None:
        left = area.x() + CHEVRON + MARK + GAP
        row = QRect(left, area.y(), area.right() + 1 - MARGIN - left, area.height())
        ink = tokens.muted if line.stale else tokens.text
        used = self._number(painter, row, line.value, line.unit, ink, tokens)
        self._looks.small.draw(painter, row.adjusted(0, 0, -used, 0), line.name, tokens.muted, seen=self.seen)

    def _number(self, painter: QPainter, row: QRect, number: str, unit: str, ink: str, tokens: Tokens) -> int:
        """A number and its unit in the two right-hand columns; the width that the name cannot have."""
        looks = self._looks
        if not number:
            return 0
        unit_left = row.right() + 1 - looks.unit_width
        if unit:
            place = QRect(unit_left, row.y(), looks.unit_width, row.height())
            looks.small.draw(painter, place, unit, tokens.muted, seen=self.seen)
        room = QRect(row.x() + row.width() // 4, row.y(), unit_left - GRID - row.x() - row.width() // 4, row.height())
        used = looks.figures.draw(painter, room, number, ink, RIGHT, seen=self.seen)
        return used + GRID + looks.unit_width + GAP


def _but_rates(line: DeviceLine) -> tuple[object, ...]:
    return line.name, line.state, line.word, line.detail, line.by_thread


def _paint_chevron(painter: QPainter, area: QRect, tokens: Tokens, *, down: bool) -> None:
    """The sign that a row can be folded."""
    box = QRectF(0, 0, CHEVRON_SIZE, CHEVRON_SIZE)
    box.moveCenter(QRectF(area.x(), area.y(), CHEVRON, area.height()).center())
    box.moveTop(area.y() + GAP + GRID * 1.5)
    middle = box.center()
    points = (
        [(box.left(), middle.y() - 2), (middle.x(), middle.y() + 2), (box.right(), middle.y() - 2)]
        if down
        else [(middle.x() - 2, box.top()), (middle.x() + 2, middle.y()), (middle.x() - 2, box.bottom())]
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.muted), 1.4))
    painter.drawPolyline(QPolygonF([QPointF(*p) for p in points]))
    painter.restore()
