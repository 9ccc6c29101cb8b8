"""The user's hand on the window: each thing that it does goes through a widget that is in sight, and counts.

A step is a click (once or twice), a drag, a turn of the wheel, a key with what is held beside it, or a text that is
typed. Pointing and waiting count nothing. What is worked on is found by its words: those on the screen, or those that a
screen reader says.
"""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QMenuBar, QTabBar, QWidget

from tests.tasks.eye import named, plain_words, row_place

Button, Modifier = Qt.MouseButton, Qt.KeyboardModifier
NONE = Modifier.NoModifier


class Hand:
    """Attributes: steps, so far.

    Args:
        settle: lets what was done be shown.
    """

    def __init__(self, window: QWidget, settle: Callable[[], None]) -> None:
        self.steps = 0
        self._window = window
        self._settle = settle

    # -- the mouse

    def click(self, name: str) -> None:
        """A button, a segment, a tab: what has these words."""
        self.click_at(named(name))

    def click_at(self, widget: QWidget, at: QPoint | None = None) -> None:
        self._count()
        QTest.mouseClick(widget, Button.LeftButton, NONE, at if at is not None else widget.rect().center())
        self._settle()

    def click_tab(self, bar_name: str, tab: str) -> None:
        """A word of a row of tabs."""
        bar = named(bar_name)
        assert isinstance(bar, QTabBar)
        number = next(number for number in range(bar.count()) if bar.tabText(number) == tab)
        self.click_at(bar, bar.tabRect(number).center())

    def click_row(self, list_name: str, row: str, *, twice: bool = False) -> None:
        """A line of a list, by how it begins."""
        viewport, at = row_place(list_name, row)
        self._count()
        QTest.mouseClick(viewport, Button.LeftButton, NONE, at)
        if twice:
            QTest.mouseDClick(viewport, Button.LeftButton, NONE, at)
        self._settle()

    def choose(self, menu: str, entry: str) -> None:
        """Two clicks: the title in the menu bar, the entry below it."""
        bar = next(w for w in self._window.findChildren(QMenuBar) if w.isVisible())
        title = next(action for action in bar.actions() if plain_words(action.text()) == menu)
        self._count()
        QTest.mouseClick(bar, Button.LeftButton, NONE, bar.actionGeometry(title).center())
        opened = QApplication.activePopupWidget()
        assert isinstance(opened, QMenu), f"the menu {menu} did not open"
        chosen = next(action for action in opened.actions() if plain_words(action.text()) == entry)
        assert chosen.isEnabled(), entry
        self._count()
        QTest.mouseClick(opened, Button.LeftButton, NONE, opened.actionGeometry(chosen).center())
        self._settle()

    def point(self, widget: QWidget, at: QPoint) -> None:
        """No step."""
        self._move(self._under(widget), self._mapped(widget, at), Button.NoButton, NONE)
        self._settle()

    def drag(self, widget: QWidget, start: QPoint, end: QPoint, held: Modifier = NONE) -> None:
        """With the left button, within a widget."""
        self._count()
        target, start, end = self._under(widget), self._mapped(widget, start), self._mapped(widget, end)
        QTest.mousePress(target, Button.LeftButton, held, start)
        for part in (0.5, 1.0):
            self._move(target, start + (end - start) * part, Button.LeftButton, held)
        QTest.mouseRelease(target, Button.LeftButton, held, end)
        self._settle()

    def carry_row(self, list_name: str, row: str, target: QWidget) -> None:
        """Drag a line of a list onto the middle of something else in the window."""
        self._count()
        viewport, at = row_place(list_name, row)
        with patch.object(QDrag, "exec", lambda drag, action: self._carry(drag, action, target)):
            QTest.mousePress(viewport, Button.LeftButton, NONE, at)
            for far in (2, 4):  # a drag is meant; it begins
                moved = at + QPoint(far * QApplication.startDragDistance(), 0)
                self._move(viewport, moved, Button.LeftButton, NONE)
            QTest.mouseRelease(viewport, Button.LeftButton, NONE, at)
        self._settle()

    def _carry(self, drag: QDrag, action: Qt.DropAction, target: QWidget) -> Qt.DropAction:
        """What a screen delivers while something is carried over it; the one of tests cannot."""
        at = target.mapTo(self._window, target.rect().center())
        taker = self._window.childAt(at)
        while taker is not None and not taker.acceptDrops():
            taker = taker.parentWidget()
        assert taker is not None, "nothing is taken there"
        place, left = taker.mapFrom(self._window, at), Button.LeftButton
        enter = QDragEnterEvent(place, action, drag.mimeData(), left, NONE)
        QApplication.sendEvent(taker, enter)
        assert enter.isAccepted(), "it is not taken there"
        QApplication.sendEvent(taker, QDragMoveEvent(place, action, drag.mimeData(), left, NONE))
        QApplication.sendEvent(taker, QDropEvent(QPointF(place), action, drag.mimeData(), left, NONE))
        return action

    def _under(self, widget: QWidget) -> QWidget:
        """What gets the mouse's events there."""
        areas = [w for w in widget.findChildren(QAbstractScrollArea) if w.isVisible()]
        return areas[0].viewport() if areas else widget

    def _mapped(self, widget: QWidget, at: QPoint) -> QPoint:
        return self._under(widget).mapFrom(widget, at)

    def _move(self, target: QWidget, at: QPoint, button: Button, held: Modifier) -> None:
        """QTest's own move tells of no buttons."""
        place = QPointF(at)
        event = QMouseEvent(QEvent.Type.MouseMove, place, target.mapToGlobal(place), Button.NoButton, button, held)
        QApplication.sendEvent(target, event)

    # -- the keyboard

    def press(self, keys: str) -> None:
        """As the help writes them: "Ctrl+M"."""
        self._count()
        combination = QKeySequence(keys)[0]
        target = QApplication.focusWidget() or QApplication.activeWindow() or self._window
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
        self._settle()

    def type(self, text: str) -> None:
        """Where the keyboard is."""
        self._count()
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the keyboard"
        QTest.keyClicks(target, text)
        self._settle()

    def _count(self) -> None:
        self.steps += 1
