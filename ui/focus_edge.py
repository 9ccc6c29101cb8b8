"""Shows that a scrolling pane has the keyboard: a line in the accent colour along its left edge.

Panes have no frames (no boxes in boxes), so that there is nothing else on which focus could be seen.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.palette import Theme

EDGE = 2  # px


class FocusEdge(QWidget):
    """A strip beside the widget that it watches, empty while that has no focus."""

    def __init__(self, theme: Theme, watched: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._watched = watched
        self.setFixedWidth(EDGE)
        watched.installEventFilter(self)
        theme.changed.connect(self.update)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._watched.hasFocus():
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(self._theme.tokens.accent))
            painter.end()


def with_focus_edge(theme: Theme, pane: QWidget) -> QWidget:
    """`pane` with the strip at its left, as one widget."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(FocusEdge(theme, pane, whole))
    row.addWidget(pane)
    return whole
