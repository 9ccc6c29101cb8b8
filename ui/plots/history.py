"""Undo and redo of what hands do to the view and to the layout of the plots; nothing that a device does is in it.

A step keeps what was before and what is after it, whole: both are small and frozen. View steps are taken once a turn of
the event loop, however many gestures came in it, and one kind of gesture that goes on (a wheel that turns, a drag) is
one step: those that follow within BURST_NS, or while a mouse button is held, join it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QUndoCommand, QUndoStack

from app.clock import now_ns

MOST = 200  # steps: more than anyone goes back, and a bound
BURST_NS = 1_000_000_000
VIEW, BOARD = 1, 2


class _Step(QUndoCommand):
    """`kind` says what may join: steps of the same one. The change has been made when it is pushed."""

    def __init__(self, text: str, kind: int, show: Callable[[object], None], before: object, after: object) -> None:
        super().__init__(text)
        self.before, self.after = before, after
        self.at_ns = 0
        self.is_held = False  # a mouse button was, so that a drag goes on
        self._kind = kind
        self._show = show
        self._made = False

    def redo(self) -> None:
        if self._made:
            self._show(self.after)
        self._made = True

    def undo(self) -> None:
        self._show(self.before)

    def id(self) -> int:
        return self._kind

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other.text() != self.text() or self._kind == BOARD:
            return False
        if not other.is_held and other.at_ns - self.at_ns > BURST_NS:
            return False
        self.after, self.at_ns = other.after, other.at_ns
        self.setObsolete(self.after == self.before)
        return True


def _is_held() -> bool:
    return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton


class History(QObject):
    """Attributes: stack, of Qt's; clock; is_held, whether a mouse button is. `view_now` gives the view as it is.

    Signals:
        viewWished(object), boardWished(object): show this one again; as it was given.
    """

    viewWished = Signal(object)
    boardWished = Signal(object)

    def __init__(self, view_now: Callable[[], object], parent: QObject, clock: Callable[[], int] = now_ns) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(MOST)
        self.clock = clock
        self.is_held = _is_held
        self._view_now = view_now
        self._view = view_now()
        self._noted = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.flush)

    def note_view(self, text: str) -> None:
        """A hand has changed the view; what it did, in a word or two."""
        self._noted = self._noted or text
        self._soon.start()

    def look(self) -> None:
        """The view has changed by itself, which is no step."""
        if not self._noted:
            self._view = self._view_now()

    @Slot()
    def flush(self) -> None:
        """Take what was noted as a step now."""
        self._soon.stop()
        before, text = self._view, self._noted
        self._view, self._noted = self._view_now(), ""
        if text and self._view != before:
            self._push(_Step(text, VIEW, self.viewWished.emit, before, self._view))

    def board_changed(self, text: str, before: object, after: object) -> None:
        """A hand has changed the layout."""
        self.flush()
        self._push(_Step(text, BOARD, self.boardWished.emit, before, after))

    def _push(self, step: _Step) -> None:
        step.at_ns, step.is_held = self.clock(), self.is_held()
        self.stack.push(step)

    def translate_views(self, said: Callable[[Any], Any]) -> None:
        """Each view that was, as it is said now: something in it is called otherwise."""
        self._translate(VIEW, said)
        self._view = said(self._view)

    def translate_boards(self, said: Callable[[Any], Any]) -> None:
        """The same for layouts; None is given, and given back, for an automatic one."""
        self.flush()  # a step that was only noted comes before
        self._translate(BOARD, said)

    def _translate(self, kind: int, said: Callable[[Any], Any]) -> None:
        for index in range(self.stack.count()):
            step = self.stack.command(index)
            if isinstance(step, _Step) and step.id() == kind:
                step.before, step.after = said(step.before), said(step.after)

    def forget(self) -> None:
        """Another session: what was done to the last one is nothing to go back to."""
        self.stack.clear()
        self._soon.stop()
        self._view, self._noted = self._view_now(), ""

    @Slot()
    def undo(self) -> None:
        self.flush()
        self.stack.undo()
        self._view = self._view_now()

    @Slot()
    def redo(self) -> None:
        self.flush()
        self.stack.redo()
        self._view = self._view_now()
