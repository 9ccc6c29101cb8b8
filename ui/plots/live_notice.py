"""Says that the newest data is not in sight, and is one click away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.plate import paint_plate
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN
from ui.translate import marked, tr

PAUSED = marked("Paused: not showing the newest data")
ELSEWHERE = marked("Not showing the newest data")
SHORT = {PAUSED: marked("Paused"), ELSEWHERE: marked("Not live")}  # over narrow plots


class LiveNotice(QWidget):
    """A small plate over the plots.

    Signals: backWished(), the button was pressed.
    """

    backWished = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said = ELSEWHERE
        self._text = QLabel(tr(ELSEWHERE), self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(tr("Back to live"), self)
        self.button.setFlat(True)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setAccessibleDescription(tr("Follow the newest data again"))
        self.button.clicked.connect(self.backWished)
        box = QHBoxLayout(self)
        box.setContentsMargins(MARGIN, GRID, GRID, GRID)
        box.setSpacing(GAP)
        box.addWidget(self._text)
        box.addWidget(self.button)
        theme.changed.connect(self.retheme)
        self.retheme()
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def say(self, text: str) -> None:
        """One of the two above."""
        self._said = text
        self._text.setText(tr(text))
        self._text.setAccessibleName(tr(text))
        self.adjustSize()

    def place_over(self, below: int, beside: int = 0) -> None:
        """In the middle of its parent's width, above so many pixels at its foot and without so many at its right, which
        are legends; in fewer words where it is too long, and in lines where these are."""
        parent, layout = self.parentWidget(), self.layout()
        if parent is not None and layout is not None:
            width = parent.width() - beside
            room = max(1, width - 2 * GAP)
            self._text.setWordWrap(False)
            self._text.setText(tr(self._said))
            if layout.sizeHint().width() > room:
                self._text.setText(tr(SHORT[self._said]))
            self._text.setWordWrap(layout.sizeHint().width() > room)
            self.adjustSize()
            if self._text.wordWrap():
                self.resize(room, layout.heightForWidth(room))
            self.move((width - self.width()) // 2, parent.height() - self.height() - below - GAP)
            self.raise_()

    @Slot()
    def retheme(self) -> None:
        palette = self.button.palette()
        palette.setColor(QPalette.ColorRole.ButtonText, QColor(self._theme.tokens.accent))
        self.button.setPalette(palette)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_plate(painter, self.rect(), self._theme.tokens.raised, self._theme.tokens.line)
        painter.end()
