"""Plain text on a pane: a line, lines that wrap, a paragraph to select, a sentence behind a mark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.state_mark import MARK, StateMark, beside_first_line
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, State, TextSize


def words(text: str, size: TextSize = TextSize.SMALL, *, strong: bool = False, muted: bool = False) -> QLabel:
    """A line of plain text."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(text_font(size, strong=strong))
    if muted:
        made.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return made


def wrapped(text: str, size: TextSize = TextSize.SMALL, *, strong: bool = False, muted: bool = False) -> QLabel:
    """Plain text in as many lines as it needs."""
    made = words(text, size, strong=strong, muted=muted)
    made.setWordWrap(True)
    made.setMinimumWidth(10 * GRID)
    return made


def paragraph(text: str, size: TextSize = TextSize.SMALL, *, strong: bool = False, muted: bool = False) -> QLabel:
    """As `wrapped`, and can be selected by mouse."""
    made = wrapped(text, size, strong=strong, muted=muted)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


class Marked(QWidget):
    """A sentence behind the mark of a state; hidden while it has nothing to say."""

    def __init__(self, theme: Theme, size: TextSize = TextSize.SMALL, *, strong: bool = False) -> None:
        super().__init__()
        self._mark = StateMark(theme, self)
        self._text = paragraph("", size, strong=strong)
        line = self._text.fontMetrics().height()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addLayout(beside_first_line(self._mark, max(0, (line - MARK) // 2)))
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def say(self, text: str, state: State = State.ALARM) -> None:
        """`text` is plain already; none hides it."""
        self._text.setText(text)
        self._mark.show_state(state)
        self.setVisible(bool(text))
