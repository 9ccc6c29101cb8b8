"""What the keyboard does in one plot: the crosshair by arrows, time by pages, the menu by its key.

A panel is a stop for the keyboard, and shows by an edge that it has it. End alone is the window's in any case: who has
clicked into a plot goes back to live as everybody else does. With Ctrl, Home and End go to the edges.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.focus_edge import FocusEdge
from ui.theme.palette import Theme

Key = Qt.Key
FAR = 10  # pixels, with Shift
PAGE = 0.8  # of the span
ZOOM_KEYS = {Key.Key_Plus: 1.0, Key.Key_Equal: 1.0, Key.Key_Minus: -1.0}  # notches of a wheel
_STEPS = {Key.Key_Left: -1, Key.Key_Right: 1}
_EDGES = {Key.Key_Home: 0.0, Key.Key_End: 1.0}
_PAGES = {Key.Key_PageUp: -PAGE, Key.Key_PageDown: PAGE}
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class PlotKeys(QObject):
    """One for a panel.

    Attributes: is_reading, whether the crosshair is shown.

    Signals:
        stepped(int): move the crosshair by so many pixels.
        sampled(int): to the next sample (1) or the one before (-1).
        edged(float): the crosshair to an edge of the view, 0.0 or 1.0.
        paged(float): move the view by a part of the span; positive shows later times.
        zoomed(float): so many notches of a wheel, about the crosshair.
        asked(): say again what is read.
        dismissed(): Escape.
        menuWished(QPoint): on the screen.
        focused(): the panel has got the keyboard.
    """

    stepped = Signal(int)
    sampled = Signal(int)
    edged = Signal(float)
    paged = Signal(float)
    zoomed = Signal(float)
    asked = Signal()
    dismissed = Signal()
    menuWished = Signal(QPoint)
    focused = Signal()

    def __init__(self, theme: Theme, panel: QWidget) -> None:
        super().__init__(panel)
        self.is_reading = False
        self._panel = panel
        self._edge = FocusEdge(theme, panel, panel)
        panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        panel.installEventFilter(self)
        self._place_edge()

    def _place_edge(self) -> None:
        self._edge.setGeometry(0, 0, self._edge.width(), self._panel.height())
        self._edge.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Resize:
            self._place_edge()
        elif kind == QEvent.Type.FocusIn:
            self.focused.emit()
        elif isinstance(event, QKeyEvent):
            return self._key(event)
        elif isinstance(event, QContextMenuEvent) and event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menuWished.emit(self._panel.mapToGlobal(self._panel.rect().center()))
            return True
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._is_ours(event) and self._press(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        key, held = Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _STEPS:
            return held in (Qt.KeyboardModifier.NoModifier, SHIFT, CONTROL)
        if held == SHIFT and key in ZOOM_KEYS:  # where plus stands above another key
            return True
        if key in _EDGES:
            return held == CONTROL
        if held != Qt.KeyboardModifier.NoModifier:
            return False
        if key in (Key.Key_Escape, Key.Key_Return, Key.Key_Enter):
            return self.is_reading or key == Key.Key_Escape
        return key in _PAGES or key in ZOOM_KEYS

    def _press(self, event: QKeyEvent) -> bool:
        key, held = Key(event.key()), event.modifiers()
        if key in _STEPS and held & CONTROL:
            self.sampled.emit(_STEPS[key])
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key] * (FAR if held & SHIFT else 1))
        elif key in _EDGES:
            self.edged.emit(_EDGES[key])
        elif key in _PAGES:
            self.paged.emit(_PAGES[key])
        elif key in ZOOM_KEYS:
            self.zoomed.emit(ZOOM_KEYS[key])
        elif key == Key.Key_Escape:
            self.dismissed.emit()
        else:
            self.asked.emit()
        return True
