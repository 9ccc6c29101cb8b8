"""A font with its measures, and the one way in which painted widgets draw a line of text: plain, cut where too long."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter
# numbers, made once: joining enums costs more than drawing a word
_FLAGS = {
    side: int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine) for side in (LEFT, RIGHT, CENTRE)
}
OVERHANG = 2  # pixels that a letter may reach beyond its width
KEPT_WIDTHS = 512
END, MIDDLE = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle


class Face:
    """Made once for each font of a widget: making fonts and measures costs more than drawing with them."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self._widths: dict[str, int] = {}

    @property
    def height(self) -> int:
        return self.metrics.height()

    def width(self, text: str) -> int:
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) >= KEPT_WIDTHS:
                self._widths.clear()
            width = self._widths[text] = self.metrics.horizontalAdvance(text)
        return width

    def lines(self, text: str, first: int, others: int, most: int) -> list[str]:
        """The text broken at blanks, so that it fits into pixels: those of the first line, then those of each other.
        The last of `most` has all that is left, to be cut where it is drawn."""
        found: list[str] = []
        line, *words = text.split(" ")
        for word in words:
            longer, room = f"{line} {word}", others if found else first
            if len(found) + 1 < most and self.width(longer) > room:
                found.append(line)
                line = word
            else:
                line = longer
        return [*found, line]

    def draw(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        ink: QColor | str,
        side: Qt.AlignmentFlag = LEFT,
        cut: Qt.TextElideMode = END,
        *,
        seen: QRect | None = None,
    ) -> int:
        """One line in the middle of the place's height; returns the width that it takes. Where `seen` is all that is to
        be painted, what lies left or right of that is not."""
        if not text or place.width() <= 0:
            return 0
        width = self.width(text)
        if width > place.width():
            text = self.metrics.elidedText(text, cut, place.width())
            width = self.width(text)
        if seen is not None and not _meets(seen, place, width, side):
            return width
        painter.setFont(self.font)
        painter.setPen(QColor(ink))
        painter.drawText(place, _FLAGS[side], text)
        return width


def _meets(seen: QRect, place: QRect, width: int, side: Qt.AlignmentFlag) -> bool:
    left = place.x() if side == LEFT else place.x() + place.width() - width
    return side == CENTRE or (left - OVERHANG <= seen.right() and seen.x() <= left + width + OVERHANG)
