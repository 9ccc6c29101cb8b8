"""Alternatives as words beside each other, one of them chosen or none; a choice that is under way shows a busy mark.

What is chosen follows from what `show_choice` says alone: a click asks, and who hears it decides.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.face import Face
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.states import paint_state
from ui.theme.tokens import CONTROL_HEIGHT, GAP, GRID, MARGIN, State, Tokens

RADIUS = GRID
BUSY = 3 * GRID - 2  # the side of its mark


class Segments(QWidget):
    """Attributes: segments, by key. Signals: wished(str), the key of a word, by mouse or keyboard."""

    wished = Signal(str)

    def __init__(self, theme: Theme, words: Mapping[str, str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        last = len(words) - 1
        self.segments = {
            key: _Segment(theme, text, self, is_first=number == 0, is_last=number == last)
            for number, (key, text) in enumerate(words.items())
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for segment in self.segments.values():
            segment.clicked.connect(self._clicked)
            row.addWidget(segment, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_choice(self, chosen: str | None, *, is_busy: bool = False) -> None:
        for key, segment in self.segments.items():
            segment.setChecked(key == chosen)
            segment.show_busy(key == chosen and is_busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the neighbour, as with every set of alternatives."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        segments = list(self.segments.values())
        place = next((n for n, segment in enumerate(segments) if segment.hasFocus()), None)
        if step is None or place is None:
            super().keyPressEvent(event)
        elif 0 <= place + step < len(segments):
            segments[place + step].setFocus()
            segments[place + step].click()

    @Slot()
    def _clicked(self) -> None:
        for key, segment in self.segments.items():
            if segment is self.sender():
                self.wished.emit(key)


class _Segment(QAbstractButton):
    def __init__(self, theme: Theme, text: str, parent: Segments, *, is_first: bool, is_last: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ends = (is_first, is_last)
        self._is_busy = False
        self._make_face()
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def _make_face(self) -> None:
        self._face = Face(text_font())

    def nextCheckState(self) -> None:
        """A click asks alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are for all of them together."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def show_busy(self, is_busy: bool) -> None:
        if is_busy != self._is_busy:
            self._is_busy = is_busy
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._face.width(self.text()) + 2 * MARGIN + BUSY, CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._face.width(self.text()) + MARGIN, CONTROL_HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_face()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = self._shape()
        painter.fillPath(shape, QColor(self._ground(tokens)))
        painter.setPen(QPen(QColor(tokens.accent if self.hasFocus() else tokens.line), 1))
        painter.drawPath(shape)
        self._paint_word(painter, tokens)
        painter.end()

    def _ground(self, tokens: Tokens) -> str:
        if self.isChecked():
            return tokens.selection
        return tokens.raised if self.underMouse() and self.isEnabled() else tokens.surface

    def _shape(self) -> QPainterPath:
        """Round at the outer sides; straight, and with one line, where two meet."""
        is_first, is_last = self._ends
        box = QRectF(self.rect()).adjusted(0.5 if is_first else -0.5, 0.5, -0.5, -0.5)
        path, bounds = QPainterPath(), QPainterPath()
        path.addRoundedRect(box.adjusted(0 if is_first else -RADIUS, 0, 0 if is_last else RADIUS, 0), RADIUS, RADIUS)
        bounds.addRect(box)
        return path.intersected(bounds)

    def _paint_word(self, painter: QPainter, tokens: Tokens) -> None:
        left = max(GRID, (self.width() - self._face.width(self.text())) // 2)
        ink = QColor(tokens.text if self.isChecked() else tokens.muted)
        if not self.isEnabled():
            ink = QColor(tokens.muted)
            ink.setAlphaF(0.6)
        self._face.draw(painter, QRect(left, 0, self.width() - left, self.height()), self.text(), ink)
        if self._is_busy:
            mark = QRectF(left - GAP - BUSY / 2, (self.height() - BUSY) / 2, BUSY, BUSY)
            paint_state(painter, mark, State.BUSY, tokens)
