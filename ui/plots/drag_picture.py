"""What hangs at the pointer while something is dragged: its names, as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from ui.plain import plain
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GRID, MARGIN, TextSize
from ui.translate import tr

NAMED = 4  # the rest are counted
WIDEST = 60 * GRID


def drag_picture(names: Sequence[str], theme: Theme, ratio: float = 1.0) -> QPixmap:
    """One line for each name, a few of them."""
    lines = [plain(name) for name in names[:NAMED]]
    if len(names) > NAMED:
        lines.append(tr("and {count} more").format(count=len(names) - NAMED))
    font = text_font(TextSize.SMALL)
    metrics = QFontMetrics(font)
    width = min(WIDEST, max((metrics.horizontalAdvance(line) for line in lines), default=0) + 2 * MARGIN)
    row = metrics.height() + GRID // 2
    height = max(1, len(lines)) * row + 2 * GRID
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(theme.tokens.raised))
    painter = QPainter(picture)
    painter.setPen(QColor(theme.tokens.accent))
    painter.drawRect(0, 0, width - 1, height - 1)
    painter.setFont(font)
    painter.setPen(QColor(theme.tokens.text))
    place = QRect(MARGIN, GRID, width - 2 * MARGIN, row)
    for line in lines:
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        place.translate(0, row)
    painter.end()
    return picture
