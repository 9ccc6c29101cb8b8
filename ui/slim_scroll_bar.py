"""A scroll bar without a trough and without arrows: where one is, and no more.

Fusion's own is as heavy as a control, and three of them stand beside figures that are meant to be read. The mouse does
what it does with every scroll bar; only the painting is ours.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from ui.theme.tokens import GRID

WIDTH = 2 * GRID
THUMB = 4  # px, the width that is painted


class SlimScrollBar(QScrollBar):
    """See the module. The thumb is in the colour of second text while it is under the pointer or dragged."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        upright = self.orientation() == Qt.Orientation.Vertical
        return QSize(WIDTH, hint.height()) if upright else QSize(hint.width(), WIDTH)

    def _thumb(self) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.minimum() == self.maximum():
            return
        lively = self.isSliderDown() or self.underMouse()
        role = QPalette.ColorRole.PlaceholderText if lively else QPalette.ColorRole.Mid
        thumb = QRectF(self._thumb())
        if self.orientation() == Qt.Orientation.Vertical:
            thumb = QRectF((self.width() - THUMB) / 2, thumb.top(), THUMB, thumb.height())
        else:
            thumb = QRectF(thumb.left(), (self.height() - THUMB) / 2, thumb.width(), THUMB)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(role))
        painter.drawRoundedRect(thumb, THUMB / 2, THUMB / 2)
        painter.end()


def slim(area: QAbstractScrollArea) -> None:
    """Give a scroll area slim bars, and nothing where both end: Fusion paints a corner there."""
    area.setCornerWidget(QWidget())
    area.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical))
    area.setHorizontalScrollBar(SlimScrollBar(Qt.Orientation.Horizontal))


def scrolled(content: QWidget) -> QScrollArea:
    """An area without a frame that scrolls up and down where there is no room for its content. No stop for the
    keyboard: what is in it is."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    slim(area)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
