"""What the curves of the back-pressure plot are called and how they look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.face import Face
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GRID, MARGIN, TextSize, Tokens
from ui.translate import tr

KEY = 4 * GRID  # px, what stands for a curve
SHADE = 0.12  # opacity


def shade_of(tokens: Tokens) -> QColor:
    """The ground of the time in which the window stood still."""
    colour = QColor(tokens.accent)
    colour.setAlphaF(SHADE)
    return colour


@dataclass(frozen=True, slots=True)
class Look:
    """A curve: its name, marked, its colour's number in the theme, whether dashed. Without a number: the shade."""

    name: str
    colour: int | None
    dashed: bool = False

    def pen(self, tokens: Tokens, width: int) -> QPen:
        pen = QPen(QColor(tokens.curve(self.colour or 0)), width)
        pen.setCosmetic(True)
        if self.dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        return pen


class Legend(QWidget):
    """The names in a row, each behind a stroke in its colour; in several rows where there is no room."""

    def __init__(self, theme: Theme, looks: tuple[Look, ...], left: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._looks = looks
        self._left = left
        self._face = Face(text_font(TextSize.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Curves: {names}").format(names=", ".join(tr(look.name) for look in looks)))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        rows = max((place.y() for place in self._places()), default=0) // self._face.height + 1
        return QSize(self._left + KEY, rows * self._face.height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._face = Face(text_font(TextSize.SMALL))
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        for look, place in zip(self._looks, self._places(), strict=True):
            key = QRect(place.x(), place.y(), KEY, place.height())
            if look.colour is None:
                painter.fillRect(key.adjusted(0, GRID // 2, 0, -GRID // 2), shade_of(tokens))
            else:
                painter.setPen(look.pen(tokens, 2))
                painter.drawLine(key.left(), key.center().y(), key.right(), key.center().y())
            self._face.draw(painter, place.adjusted(KEY + GRID, 0, 0, 0), tr(look.name), tokens.text)
        painter.end()

    def _places(self) -> Iterator[QRect]:
        left, top = self._left, 0
        for look in self._looks:
            width = KEY + GRID + self._face.width(tr(look.name)) + 1
            if left > self._left and left + width > self.width():
                left, top = self._left, top + self._face.height
            yield QRect(left, top, width, self._face.height)
            left += width + MARGIN
