"""The rounded ground with a thin edge on which buttons, fields and notices stand."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from ui.theme.tokens import GRID, LINE


def paint_plate(painter: QPainter, area: QRect, ground: QColor | str, edge: QColor | str, radius: int = GRID) -> None:
    """The edge lies on the outermost pixels, whole. The painter stays smooth, with the edge's pen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), LINE))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
