"""A line across the window: a mark for its weight, plain words, and a word to click at its end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.state_mark import StateMark, beside_first_line
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, MARGIN, State, TextSize
from ui.word_button import WordButton


class Banner(QWidget):
    """Hidden while it has nothing to say.

    Attributes:
        button: the word at its end.
    """

    def __init__(self, theme: Theme, state: State, name: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAutoFillBackground(True)
        self.setAccessibleName(name)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setFont(text_font(TextSize.SMALL))
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = WordButton(word, TextSize.SMALL, self)
        self._mark = StateMark(theme, self)
        self._mark.show_state(state)
        self._place()
        theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def _place(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        row.setSpacing(GAP)
        row.addLayout(beside_first_line(self._mark))
        row.addWidget(self._text)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def add_word(self, button: WordButton) -> None:
        """Another word, before the one at the end."""
        self._row.insertWidget(self._row.count() - 1, button, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def text(self) -> str:
        """What is shown, "" while nothing is."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str) -> None:
        """Show these words, in place of those before; none hide it. `text` is plain already."""
        if text != self._text.text():
            self._text.setText(text)
            self.setAccessibleDescription(text)
        self.setVisible(bool(text))

    @Slot()
    def _recolour(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(self._theme.tokens.raised))
        self.setPalette(palette)
