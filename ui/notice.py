"""A line above the plots for what the user must know: loud, plain, and gone when it is no longer true."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui.theme.palette import Theme
from ui.theme.tokens import GAP, MARGIN

SHOWN = 600  # characters; an error that is longer has its whole text in the log


class Notice(QWidget):
    """Shows one message with a shape, a word and a colour for its weight; hidden while there is none.

    Signals:
        dismissed(): the user has closed it.
    """

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self._recolour)
        self.setAutoFillBackground(True)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QPushButton("Dismiss", self)
        self._close.setFlat(True)
        self._close.clicked.connect(self._dismiss)
        box = QHBoxLayout(self)
        box.setContentsMargins(MARGIN, GAP, GAP, GAP)
        box.addWidget(self._text)
        box.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text() if not self.isHidden() else ""

    def alarm(self, text: str) -> None:
        """Something is wrong that will not mend itself."""
        self._recolour()
        self._text.setText(text[:SHOWN])
        self.setAccessibleDescription(text[:SHOWN])
        self.show()

    def clear(self) -> None:
        self.hide()

    @Slot()
    def _recolour(self) -> None:
        tokens = self._theme.tokens
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(tokens.raised))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(tokens.alarm))
        palette.setColor(QPalette.ColorRole.ButtonText, QColor(tokens.text))
        self.setPalette(palette)

    @Slot()
    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
