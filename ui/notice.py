"""A line above the plots for what the user must know: loud, plain, and gone when it is no longer true.

Each message has a key; a newer one takes the place of an older one with the same key, so that a failure that repeats
itself neither flickers nor pushes the others away.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.plain import plain
from ui.state_mark import StateMark
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, State, TextSize
from ui.word_button import WordButton

LINES = 8  # of all messages; the plots must stay in sight
LINE_LONGEST = 400  # characters; the log has all of it


class Notice(QWidget):
    """Shows messages with a shape, words and a colour for their weight; hidden while there is none.

    Signals:
        dismissed(): the user has closed it.
    """

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._messages: dict[str, str] = {}
        self._dismissed: dict[str, str] = {}
        self.setAutoFillBackground(True)
        self.setAccessibleName("Notice")
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setFont(text_font(TextSize.SMALL))
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = WordButton("Dismiss", TextSize.SMALL, self)
        self._close.clicked.connect(self._dismiss)
        self._mark = StateMark(theme, self)
        self._mark.show_state(State.ALARM)
        self._place()
        theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def _place(self) -> None:
        beside_first_line = QVBoxLayout()
        beside_first_line.setContentsMargins(0, GRID // 2, 0, 0)
        beside_first_line.addWidget(self._mark)
        beside_first_line.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        row.setSpacing(GAP)
        row.addLayout(beside_first_line)
        row.addWidget(self._text)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def text(self) -> str:
        """What is shown, "" while nothing is."""
        return "" if self.isHidden() else self._text.text()

    def alarm(self, text: str, key: str = "", *, again: bool = True) -> None:
        """Something is wrong that will not mend itself. Not `again`: not where just this has been dismissed."""
        if not again and self._dismissed.get(key) == text:
            return
        self._dismissed.pop(key, None)
        self._messages[key] = text
        self._show()

    def retract(self, key: str) -> None:
        """This is no longer true."""
        if self._messages.pop(key, None) is not None:
            self._show()

    def clear(self) -> None:
        self._messages.clear()
        self._show()

    def _show(self) -> None:
        lines = [plain(line, LINE_LONGEST) for text in self._messages.values() for line in text.splitlines()]
        if len(lines) > LINES:
            lines = [*lines[: LINES - 1], f"and {len(lines) - LINES + 1} more: the log has them all"]
        text = "\n".join(lines)
        if text != self._text.text():
            self._text.setText(text)
            self.setAccessibleDescription(text)
        self.setVisible(bool(lines))

    @Slot()
    def _recolour(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(self._theme.tokens.raised))
        self.setPalette(palette)

    @Slot()
    def _dismiss(self) -> None:
        self._dismissed = dict(self._messages)
        self.clear()
        self.dismissed.emit()
