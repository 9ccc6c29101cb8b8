"""The first paint of a window is noted once, when all of it is done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.clock import now_ns
from ui.first_paint import FirstPaint


class Child(QLabel):
    """Knows when it was painted."""

    painted_ns = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted_ns = now_ns()


def test_it_is_noted_behind_the_children_and_once(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    child = Child("text", window)
    watch = FirstPaint(window)
    assert watch.at_ns is None
    begun = now_ns()
    window.show()
    qtbot.waitUntil(lambda: watch.at_ns is not None)
    first = watch.at_ns
    assert begun < child.painted_ns <= first <= now_ns()
    before, child.painted_ns = child.painted_ns, 0
    window.repaint()
    child.repaint()
    assert child.painted_ns > before
    turn = QTimer(window, singleShot=True)
    with qtbot.waitSignal(turn.timeout):  # behind whatever this paint has asked for
        turn.start(0)
    assert watch.at_ns == first


def test_a_window_that_is_never_shown_was_never_painted(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    watch = FirstPaint(window)
    for kind in (QEvent.Type.Resize, QEvent.Type.UpdateRequest, QEvent.Type.PolishRequest):
        assert not watch.eventFilter(window, QEvent(kind))
    assert watch.at_ns is None


def test_it_keeps_no_event_from_the_window(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert not FirstPaint(window).eventFilter(window, QEvent(QEvent.Type.Paint))
