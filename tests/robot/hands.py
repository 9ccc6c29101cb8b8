"""What the robot does: one thing after another, chosen at random among what a hand could do now.

Every step says itself in words before it is done, so that what was done last is known whatever it does to the program.
Things are chosen from lists in a stable order, so that a seed goes the same way where the window does.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QWidget

from ui.main_window import MainWindow

Mouse, Modifier = Qt.MouseButton, Qt.KeyboardModifier
NONE, SHIFT, CONTROL = Modifier.NoModifier, Modifier.ShiftModifier, Modifier.ControlModifier
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F2, Qt.Key.Key_Insert, Qt.Key.Key_Backspace, Qt.Key.Key_Menu),
    *(Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_G, Qt.Key.Key_1, Qt.Key.Key_9, Qt.Key.Key_Plus, Qt.Key.Key_Minus),
)
TEXTS = (
    "imu",
    "1",
    "-3.5",
    "0",
    "99999999999",
    "é日本",
    "<b>x</b>",
    "=1+1",
    "a" * 300,
    "",
    "\t",
    "5 s",
    "tcp://[::1]:7",
)
SIZES = (QSize(1024, 640), QSize(1280, 800), QSize(1600, 1000), QSize(760, 496), QSize(2000, 500))
LEAST_FRACTION = 3  # a drag goes at least a third of the widget's width now and then


class Hands:
    """Attributes: steps, how many were done; last, the words of the newest ones.

    Args:
        folder: where files may be written.
        reopen: opens the session again, where none is open.
    """

    KEPT = 50

    def __init__(self, window: MainWindow, seed: int, folder: Path, reopen: Callable[[], None]) -> None:
        self.steps = 0
        self.last: list[str] = []
        self._window = window
        self._random = random.Random(seed)
        self._folder = folder
        self._reopen = reopen
        self._choices: tuple[tuple[int, Callable[[], None]], ...] = (
            (30, self._click),
            (6, self._click_right),
            (5, self._click_twice),
            (14, self._press),
            (6, self._type),
            (12, self._trigger),
            (8, self._wheel),
            (10, self._drag),
            (2, self._resize),
            (5, self._close_a_dialog),
            (1, self._open_again),
        )

    def step(self) -> None:
        """Do one thing. What lies over the window goes first: a menu, then a file dialog."""
        self.steps += 1
        popup = QApplication.activePopupWidget()
        dialog = QApplication.activeModalWidget()
        if isinstance(popup, QMenu):
            self._choose_in_menu(popup)
        elif popup is not None and self._random.random() < 0.3:
            self._say("Esc", popup)
            QTest.keyClick(popup, Qt.Key.Key_Escape)
        elif isinstance(dialog, QFileDialog):
            self._answer(dialog)
        else:
            weights, actions = zip(*self._choices, strict=True)
            self._random.choices(actions, weights)[0]()

    def _say(self, what: str, where: QWidget | None = None, more: str = "") -> None:
        words = " ".join(word for word in (f"{self.steps}:", what, _named(where) if where else "", more) if word)
        self.last = [*self.last[1 - self.KEPT :], words]

    # -- the mouse

    def _click(self) -> None:
        self._with_widget("click", lambda w, at: QTest.mouseClick(w, Mouse.LeftButton, self._modifier(), at))

    def _click_right(self) -> None:
        self._with_widget("right click", self._right_click)

    def _right_click(self, widget: QWidget, at: QPoint) -> None:
        QTest.mouseClick(widget, Mouse.RightButton, NONE, at)

    def _click_twice(self) -> None:
        self._with_widget("double click", lambda w, at: QTest.mouseDClick(w, Mouse.LeftButton, NONE, at))

    def _wheel(self) -> None:
        self._with_widget("wheel", self._turn_wheel)

    def _turn_wheel(self, widget: QWidget, at: QPoint) -> None:
        turn = QPoint(0, self._random.choice((120, -120, 15, -600)))
        position, on_screen = QPointF(at), QPointF(widget.mapToGlobal(at))
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(position, on_screen, QPoint(), turn, Mouse.NoButton, self._modifier(), phase, False)
        QApplication.sendEvent(widget, event)

    def _drag(self) -> None:
        self._with_widget("drag", self._drag_over)

    def _drag_over(self, widget: QWidget, at: QPoint) -> None:
        """In the window's coordinates, so that it can end in another part."""
        window = widget.window()
        if not _has_screen(window):
            return
        start = widget.mapTo(window, at)
        far = self._random.random() < 1 / LEAST_FRACTION
        reach = (window.width(), window.height()) if far else (60, 40)
        end = start + QPoint(self._random.randint(-reach[0], reach[0]), self._random.randint(-reach[1], reach[1]))
        end = QPoint(min(max(end.x(), 0), window.width() - 1), min(max(end.y(), 0), window.height() - 1))
        QTest.mousePress(window.windowHandle(), Mouse.LeftButton, self._modifier(), start)
        for share in (0.3, 0.6, 1.0):
            if _has_screen(window):  # a drag has a loop of its own, in which a later step may close the window
                QTest.mouseMove(window.windowHandle(), start + (end - start) * share)
        if _has_screen(window):
            QTest.mouseRelease(window.windowHandle(), Mouse.LeftButton, NONE, end)

    def _with_widget(self, what: str, act: Callable[[QWidget, QPoint], None]) -> None:
        widget = self._some_widget()
        if widget is None:
            return
        seen = widget.visibleRegion().boundingRect()
        at = QPoint(self._random.randint(seen.left(), seen.right()), self._random.randint(seen.top(), seen.bottom()))
        self._say(what, widget, f"at {at.x()}, {at.y()}")
        act(widget, at)

    def _some_widget(self) -> QWidget | None:
        """One that is in sight and enabled, in the window that has the floor."""
        modal = QApplication.activeModalWidget()
        windows = [modal] if modal is not None else [w for w in QApplication.topLevelWidgets() if _is_open(w)]
        windows.sort(key=_named)
        if not windows:
            return None
        window = self._random.choice([*windows, *([self._window] * 2 if modal is None else [])])
        inside = [w for w in window.findChildren(QWidget) if _is_reachable(w, window)]
        return self._random.choice(inside) if inside else None

    def _modifier(self) -> Modifier:
        return self._random.choices((NONE, SHIFT, CONTROL), (8, 1, 1))[0]

    # -- the keyboard

    def _press(self) -> None:
        key, modifier = self._random.choice(KEYS), self._modifier()
        target = QApplication.focusWidget() or QApplication.activeWindow() or self._window
        self._say("press", target, f"{modifier.name} {key.name}")
        QTest.keyClick(target, key, modifier)

    def _type(self) -> None:
        fields = [w for w in self._window.findChildren(QLineEdit) if _is_reachable(w, self._window)]
        focused = QApplication.focusWidget()
        field = focused if isinstance(focused, QLineEdit) or not fields else self._random.choice(fields)
        if field is None:
            return
        text = self._random.choice(TEXTS)
        self._say("type", field, repr(text[:20]))
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
        for letter in text:
            QTest.keyClick(field, letter)

    # -- menus and dialogs

    def _trigger(self) -> None:
        if QApplication.activeModalWidget() is not None:
            return
        actions = [action for _, action in self._window.menus.actions() if action.isEnabled()]
        if actions:
            self.trigger(self._random.choice(actions))

    def trigger(self, action: QAction) -> None:
        """An action, where it is enabled."""
        self._say(f"menu {action.text()!r}{'' if action.isEnabled() else ', which is off'}")
        action.trigger()

    def _choose_in_menu(self, menu: QMenu) -> None:
        offered = [a for a in menu.actions() if a.isEnabled() and a.isVisible() and not a.isSeparator()]
        if not offered or self._random.random() < 0.3:
            self._say("Esc", menu)
            QTest.keyClick(menu, Qt.Key.Key_Escape)
            return
        chosen: QAction = self._random.choice(offered)
        self._say("choose", menu, chosen.text())
        QTest.mouseClick(menu, Mouse.LeftButton, NONE, menu.actionGeometry(chosen).center())

    def _answer(self, dialog: QFileDialog) -> None:
        """A file in the robot's own folder, or none."""
        if self._random.random() < 0.5:
            self._say("cancel", dialog)
            dialog.reject()
            return
        name = f"{self._random.randrange(5)}.{dialog.defaultSuffix() or 'toml'}"
        self._say("answer", dialog, name)
        dialog.selectFile(str(self._folder / name))
        dialog.done(QFileDialog.DialogCode.Accepted)

    def _close_a_dialog(self) -> None:
        dialogs = sorted((w for w in QApplication.topLevelWidgets() if _is_open(w)), key=_named)
        dialogs = [w for w in dialogs if w is not self._window]
        if dialogs:
            dialog = self._random.choice(dialogs)
            self._say("close", dialog)
            dialog.close()

    def _resize(self) -> None:
        size = self._random.choice(SIZES)
        self._say(f"resize to {size.width()}x{size.height()}")
        self._window.resize(size)

    def _open_again(self) -> None:
        self._say("open the session again")
        self._reopen()


def _has_screen(window: QWidget) -> bool:
    """Whether mouse events can be sent to it; else QTest ends the program."""
    return shiboken6.isValid(window) and window.isVisible() and window.windowHandle() is not None


def _is_open(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and type(widget).__name__ != "QTipLabel"


def _is_reachable(widget: QWidget, window: QWidget) -> bool:
    return (
        widget.isVisible()
        and widget.isEnabled()
        and widget.window() is window
        and not widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        and not widget.visibleRegion().isEmpty()
    )


def _named(widget: QWidget) -> str:
    name = widget.accessibleName() or widget.objectName() or str(widget.property("text") or "") or widget.windowTitle()
    return f"{type(widget).__name__} {name[:40]!r}"
