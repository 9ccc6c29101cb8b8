"""The line at the bottom: is the window keeping up, does everything add up?"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from ui.theme.fonts import figures_font, text_font
from ui.theme.tokens import TextSize


class StatusBar(QStatusBar):
    """Four figures at the right, the verdict at the left; `say` puts a message over it for a while."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.verdict = self._label("", "Does every byte, frame and sample add up?")
        self.addWidget(self.verdict)
        self.exceptions = self._label("", "Errors inside Quintet; the log has them")
        self.refresh_rate = self._label("– Hz", "Refreshes in the last second; the limit in brackets")
        self.frames = self._label("– frames/refresh", "Frames that one refresh shows, on average")
        self.lag = self._label("lag –", "How late the window's event loop is: median and 99th percentile")
        for label in (self.exceptions, self.refresh_rate, self.frames, self.lag):
            label.setFont(figures_font(TextSize.SMALL))
            self.addPermanentWidget(label)

    def _label(self, text: str, about: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(text_font(TextSize.SMALL))
        label.setToolTip(about)
        return label

    def show_verdict(self, text: str, tone: QColor) -> None:
        self.verdict.setText(text)
        palette = self.verdict.palette()
        palette.setColor(QPalette.ColorRole.WindowText, tone)
        self.verdict.setPalette(palette)
