"""What the mouse does over one plot, beyond moving time (`ui.plots.gestures`).

It stands before the plot and takes what is its own: a cursor that is dragged by its line, a box that is drawn, the
pointer for the crosshair, the menu. What it leaves moves the plot. Which drag draws a box and which one moves is a
preference ("drag"); Shift, or the right button, means the other of the two; the middle button always moves.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from ui.plots.panel import PlotPanel
from ui.plots.reading.cursors import Name

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
LEAST_BAND = 8  # px; a box narrower or lower than that leaves time or values as they are


class PlotMouse(QObject):
    """One for a panel.

    Attributes: drag, "pan" or "zoom": what the left button does.

    Signals, with points on the panel's canvas:
        pointed(object): the pointer is there; None: it has left.
        cursorDragged(str, int): a cursor's name, and the x where it is to be.
        banded(QRect): the box while it is drawn; a null one when it is over.
        boxDrawn(QRect): it is to be shown.
        menuWished(QPoint, QPoint): on the canvas, and on the screen.
        tipWished(QPoint, QPoint): the same; what lies there is to be told.
    """

    pointed = Signal(object)
    cursorDragged = Signal(str, int)
    banded = Signal(QRect)
    boxDrawn = Signal(QRect)
    menuWished = Signal(QPoint, QPoint)
    tipWished = Signal(QPoint, QPoint)

    def __init__(self, panel: PlotPanel, cursor_at: Callable[[PlotPanel, QPoint], Name | None]) -> None:
        super().__init__(panel)
        self.drag = "pan"
        self._panel = panel
        self._cursor_at = cursor_at
        self._pressed: QPoint | None = None
        self._held: Name | None = None
        self._box_from: QPoint | None = None
        self._band = QRect()
        body = panel.body()
        self._target: QWidget = body.viewport() if isinstance(body, QAbstractScrollArea) else body
        self._target.setMouseTracking(True)
        self._target.installEventFilter(self)

    def cancel(self) -> bool:
        """Give up the box that is being drawn; False where none is."""
        if self._box_from is None:
            return False
        self._end_band()
        return True

    # -- events

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QContextMenuEvent):
            return event.reason() == QContextMenuEvent.Reason.Mouse  # it comes with the button's release, not here
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.tipWished.emit(self._on_canvas(event.pos()), event.globalPos())
            return True
        if event.type() == QEvent.Type.Leave:
            self.pointed.emit(None)
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        at = self._on_canvas(event.position().toPoint())
        if event.type() == QEvent.Type.MouseButtonPress:
            return self._press(event, at)
        if event.type() == QEvent.Type.MouseMove:
            return self._move(event, at)
        if event.type() == QEvent.Type.MouseButtonRelease:
            return self._release(event, at)
        return False

    def _on_canvas(self, at: QPoint) -> QPoint:
        return self._panel.canvas().mapFrom(self._target, at)

    def _press(self, event: QMouseEvent, at: QPoint) -> bool:
        if self._held is not None or self._box_from is not None:
            return True  # a second button while the first one holds something
        self._pressed = at
        if event.button() == LEFT:
            self._held = self._cursor_at(self._panel, at)
        if self._held is None and self._panel.picture().contains(at) and self._draws_box(event):
            self._box_from = at
        return self._held is not None or self._box_from is not None

    def _draws_box(self, event: QMouseEvent) -> bool:
        is_other = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.button() == RIGHT:
            is_other = not is_other
        return event.button() in (LEFT, RIGHT) and (self.drag == "zoom") != is_other

    def _move(self, event: QMouseEvent, at: QPoint) -> bool:
        if self._is_far(at):
            self._pressed = None  # from here on it is a drag, and no menu
        if self._held is not None:
            self.cursorDragged.emit(self._held, at.x())
            return True
        if self._box_from is not None:
            self._stretch(self._box_from, at)
            return True
        if not event.buttons():
            self._point(at)
        return False

    def _is_far(self, at: QPoint) -> bool:
        pressed = self._pressed
        return pressed is not None and (at - pressed).manhattanLength() >= QApplication.startDragDistance()

    def _point(self, at: QPoint) -> None:
        inside = self._panel.picture().contains(at)
        self.pointed.emit(at if inside else None)
        if self._cursor_at(self._panel, at) is not None:
            self._target.setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self._target.unsetCursor()

    def _stretch(self, start: QPoint, at: QPoint) -> None:
        if self._pressed is None:
            self._band = QRect(start, at).normalized() & self._panel.picture()
            self.banded.emit(self._band)

    def _release(self, event: QMouseEvent, at: QPoint) -> bool:
        was_click, self._pressed = self._pressed is not None, None
        taken = self._held is not None or self._box_from is not None
        self._held = None
        if self._box_from is not None:
            band = self._end_band()
            if max(band.width(), band.height()) >= LEAST_BAND:
                self.boxDrawn.emit(band)
        if was_click and event.button() == RIGHT:
            self.menuWished.emit(at, event.globalPosition().toPoint())
        return taken

    def _end_band(self) -> QRect:
        band, self._band, self._box_from = self._band, QRect(), None
        self.banded.emit(QRect())
        return band
