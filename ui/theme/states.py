"""States by shape as well as colour, so that they are told apart without colour too.

good      filled disc          busy     half disc        warning  triangle      stale  hourglass
alarm     filled square        invalid  cross            offline  ring
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from ui.theme.tokens import State, Tokens

_STROKE = 0.16  # of the mark's size


def paint_state(painter: QPainter, rect: QRectF, state: State, tokens: Tokens) -> None:
    """Paints the mark of a state, fitted into `rect`."""
    side = min(rect.width(), rect.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(rect.center())
    colour = QColor(tokens.of_state(state))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state in (State.OFFLINE, State.INVALID, State.BUSY):
        pen = QPen(colour, side * _STROKE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(_outline(box, state), pen)
    if state is not State.OFFLINE:
        painter.fillPath(_filling(box, state), colour)
    painter.restore()


def state_pixmap(state: State, tokens: Tokens, size: int, ratio: float = 1.0) -> QPixmap:
    """The mark as a pixmap of `size` logical pixels, for views that want an icon."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_state(painter, QRectF(0, 0, size, size).adjusted(1, 1, -1, -1), state, tokens)
    painter.end()
    return pixmap


def _outline(box: QRectF, state: State) -> QPainterPath:
    inset = box.width() * _STROKE
    inner = box.adjusted(inset, inset, -inset, -inset)
    path = QPainterPath()
    if state is State.INVALID:
        path.moveTo(inner.topLeft())
        path.lineTo(inner.bottomRight())
        path.moveTo(inner.topRight())
        path.lineTo(inner.bottomLeft())
    else:
        path.addEllipse(inner)
    return path


def _filling(box: QRectF, state: State) -> QPainterPath:
    path = QPainterPath()
    if state is State.GOOD:
        inset = box.width() * _STROKE / 2
        path.addEllipse(box.adjusted(inset, inset, -inset, -inset))
    elif state is State.BUSY:
        inset = box.width() * _STROKE
        inner = box.adjusted(inset, inset, -inset, -inset)
        path.moveTo(inner.center())
        path.arcTo(inner, 90, -180)
        path.closeSubpath()
    elif state is State.STALE:
        inset = box.width() * _STROKE / 2
        left, right, middle = box.left() + inset, box.right() - inset, box.center()
        corners = [(left, box.top()), (right, box.top()), (middle.x() + 1, middle.y()), (right, box.bottom()),
                   (left, box.bottom()), (middle.x() - 1, middle.y())]  # fmt: skip
        path.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        path.closeSubpath()
    elif state is State.WARNING:
        triangle = [QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()]
        path.addPolygon(QPolygonF(triangle))
        path.closeSubpath()
    elif state is State.ALARM:
        inset = box.width() * _STROKE / 2
        path.addRect(box.adjusted(inset, inset, -inset, -inset))
    return path
