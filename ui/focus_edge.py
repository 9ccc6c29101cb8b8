"""Shows that a scrolling pane has the keyboard: a line in the accent colour along its left edge.

Panes have no frames (no boxes in boxes), so that there is nothing else on which focus could be seen.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.palette import Theme


class FocusEdge(QWidget):
    """A strip at the left of the widget that it watches, empty while that has no focus."""

    def __init__(self, theme: Theme, watched: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._watched = watched
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        watched.installEventFilter(self)
        theme.changed.connect(self._retheme)
        self._retheme()

    @Slot()
    def _retheme(self) -> None:
        self.setFixedWidth(self._theme.tokens.edge)
        self.update()

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
    """`pane` with the strip over its left margin, as one widget."""
    return _Edged(theme, pane)


class _Edged(QWidget):
    """The strip lies over the pane: beside it all that is in it would stand a little to the right of what is above."""

    def __init__(self, theme: Theme, pane: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(pane)
        self._edge = FocusEdge(theme, pane, self)
        self._edge.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._edge.setGeometry(0, 0, self._edge.width(), self.height())
