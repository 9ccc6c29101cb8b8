"""The line in which a command is typed: letters of one width, up and down through what was sent before, and a line
under the characters that are wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from ui.field import Field
from ui.sending.draft import LONGEST, Problem, escaped
from ui.theme.fonts import fixed_font
from ui.theme.palette import Theme
from ui.theme.tokens import GRID
from ui.translate import tr

UNDERLINE = 2  # px


class CommandField(Field):
    """Signals: olderWished(), newerWished(): an arrow was pressed; changed(): other text; entered(): Return."""

    olderWished = Signal()
    newerWished = Signal()
    changed = Signal()
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        self._command = _CommandLine(theme)
        super().__init__(theme, tr("Command"), line=self._command)
        self._command.setMaxLength(LONGEST + 1)  # one too many: what was cut is refused, not sent in part
        self._command.textChanged.connect(self._text_changed)
        self._command.returnPressed.connect(self.entered)

    @property
    def text(self) -> str:
        return self._command.text()

    def set_text(self, text: str) -> None:
        self._command.setText(text)

    def show_problem(self, problem: Problem | None) -> None:
        self._command.problem = problem
        self._command.update()

    @Slot(str)
    def _text_changed(self, text: str) -> None:
        shown = escaped(text)
        if shown == text:
            self.changed.emit()
            return
        behind = len(text) - self._command.cursorPosition()  # the same letters stay behind the cursor
        self._command.setText(shown)  # comes here again
        self._command.setCursorPosition(max(0, len(shown) - behind))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the line does not take."""
        if event.key() == Qt.Key.Key_Up:
            self.olderWished.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.newerWished.emit()
        else:
            super().keyPressEvent(event)


class _CommandLine(QLineEdit):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.problem: Problem | None = None
        self.setFont(fixed_font())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        problem = self.problem
        if problem is None:
            return
        text, width = self.text(), self.fontMetrics().horizontalAdvance
        # where the text begins follows from where the cursor is: the line may have been scrolled
        start = self.cursorRect().center().x() - width(text[: self.cursorPosition()])
        left = start + width(text[: problem.at])
        wide = max(GRID, width(text[problem.at : problem.at + problem.length]))
        painter = QPainter(self)
        painter.fillRect(left, self.height() - UNDERLINE - 2, wide, UNDERLINE, QColor(self._theme.tokens.alarm))
        painter.end()
