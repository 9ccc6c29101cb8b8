"""A painted line that gives way where there is little room, shows where it is cut, and has a tool tip that is whole."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.face import Face
from ui.plain import as_hint, plain
from ui.state_mark import MARK
from ui.theme.fonts import fixed_font, text_font
from ui.theme.palette import Theme
from ui.theme.states import paint_state
from ui.theme.tokens import GAP, GRID, MARGIN, ROW_HEIGHT, State, TextSize

LONGEST_WORDS = 400


class PaintedLine(QWidget):
    """What it says can be read by a screen reader and, where it is cut, in the tool tip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._make_faces()
        self.setFixedHeight(ROW_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def _make_faces(self) -> None:
        self._strong, self._small = Face(text_font(strong=True)), Face(text_font(TextSize.SMALL))
        self._fixed = Face(fixed_font(TextSize.SMALL))

    def _say(self, text: str) -> None:
        self.setAccessibleName(text)
        self.setToolTip(as_hint(text))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60 * GRID, ROW_HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_faces()

    def _paint_marked(self, painter: QPainter, place: QRect, state: State, text: str) -> None:
        tokens = self._theme.tokens
        paint_state(painter, QRectF(place.x(), place.center().y() + 1 - MARK / 2, MARK, MARK), state, tokens)
        self._small.draw(painter, place.adjusted(MARK + GAP, 0, 0, 0), text, tokens.of_state(state))


class ToldLine(PaintedLine):
    """Quiet words; or a count and bytes; or words behind the mark of a state."""

    def __init__(self, theme: Theme) -> None:
        self._words, self._bytes = "", ""
        self._state: State | None = None
        super().__init__(theme)

    @property
    def text(self) -> str:
        return self.accessibleName()

    def show_bytes(self, count: str, in_hex: str) -> None:
        self._show(count, in_hex, None)

    def show_words(self, text: str, state: State | None = None) -> None:
        self._show(plain(text, LONGEST_WORDS), "", state)

    def _show(self, text: str, in_hex: str, state: State | None) -> None:
        self._words, self._bytes, self._state = text, in_hex, state
        self._say(f"{text}: {in_hex}" if in_hex else text)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        if self._state is not None:
            self._paint_marked(painter, self.rect(), self._state, self._words)
        else:
            used = self._small.draw(painter, self.rect(), self._words, tokens.muted)
            self._fixed.draw(painter, self.rect().adjusted(used + MARGIN, 0, 0, 0), self._bytes, tokens.text)
        painter.end()
