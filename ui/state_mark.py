"""The mark of a state as a widget: shape and colour, always beside a word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.theme.palette import Theme
from ui.theme.states import paint_state
from ui.theme.tokens import GRID, State

MARK = 3 * GRID  # the size of a state's shape beside body text


def beside_first_line(mark: QWidget, above: int = GRID // 2) -> QVBoxLayout:
    """A mark that stands beside the first line of a text, however many it has; `above`: what moves it to its middle."""
    column = QVBoxLayout()
    column.setContentsMargins(0, above, 0, 0)
    column.addWidget(mark)
    column.addStretch(1)
    return column


class StateMark(QWidget):
    """Shows one state, or nothing for None; says nothing to a screen reader, since the word beside it does."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: State | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self.update)

    @property
    def state(self) -> State | None:
        return self._state

    def show_state(self, state: State | None) -> None:
        if state is not self._state:
            self._state = state
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(MARK, MARK)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._state is None:
            return
        painter = QPainter(self)
        paint_state(painter, QRectF(self.rect()), self._state, self._theme.tokens)
        painter.end()
