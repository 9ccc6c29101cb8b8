"""The head of the inspector: which device, and how it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.face import Face
from ui.plain import as_hint
from ui.state_mark import MARK
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.states import paint_state
from ui.theme.tokens import GAP, GRID, MARGIN, State, TextSize


class InspectorHeader(QWidget):
    """A name, cut where it is too long, and under it mark and word of its state."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[str, State | None, str] = ("", None, "")
        self._make_faces()
        theme.changed.connect(self.update)

    def _make_faces(self) -> None:
        self._name, self._word = Face(text_font(TextSize.TITLE, strong=True)), Face(text_font(TextSize.SMALL))

    def show_device(self, name: str, state: State | None, word: str) -> None:
        if (name, state, word) == self._shown:
            return
        self._shown = (name, state, word)
        self.setAccessibleName(f"{name}, {word}" if word else name)
        self.setToolTip(as_hint(f"{name}: {word}" if word else name))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40 * GRID, self._name.height + self._word.height + GAP + GRID)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_faces()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        name, state, word = self._shown
        tokens = self._theme.tokens
        painter = QPainter(self)
        row = QRect(MARGIN, GRID, self.width() - 2 * MARGIN, self._name.height)
        if state is None:
            self._word.draw(painter, row, name, tokens.muted)
        else:
            self._name.draw(painter, row, name, tokens.text)
            below = QRect(row.x(), row.bottom() + 1, row.width(), self._word.height)
            mark = QRectF(below.x(), below.center().y() + 1 - MARK / 2, MARK, MARK)
            paint_state(painter, mark, state, tokens)
            self._word.draw(painter, below.adjusted(MARK + GAP, 0, 0, 0), word, tokens.of_state(state))
        painter.end()
