"""Panels with a line of one pixel between them, which can be dragged all the same (Qt widens its grip)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from ui.theme.palette import Theme
from ui.theme.tokens import LINE


class ThinSplitter(QSplitter):
    """A vertical QSplitter without the style's handles."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.theme = theme
        self.setHandleWidth(LINE)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return _Line(self)


class _Line(QSplitterHandle):
    def __init__(self, splitter: ThinSplitter) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._theme = splitter.theme

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.contentsRect(), QColor(self._theme.tokens.line))
        painter.end()
