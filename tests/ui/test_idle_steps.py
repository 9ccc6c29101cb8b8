"""Steps that wait for a window, and leave it time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui import idle_steps
from ui.idle_steps import IdleSteps


class Turns(QObject):
    """Counts the paints of a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.paints = 0
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.paints += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture(autouse=True)
def _no_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle_steps, "AFTER_MS", 0)
    monkeypatch.setattr(idle_steps, "REST_MS", 0)


def test_nothing_is_done_before_the_window_was_painted_and_then_all_of_it_once(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    turns, done = Turns(window), []

    def steps() -> Iterator[None]:
        for number in range(3):
            done.append((number, turns.paints > 0))
            yield
        done.append("end")

    keep = IdleSteps(window, steps())
    QApplication.processEvents()
    assert done == []
    window.show()
    qtbot.waitUntil(lambda: done[-1:] == ["end"])
    assert done == [(0, True), (1, True), (2, True), "end"]
    window.repaint()
    QApplication.processEvents()
    assert done[-1] == "end"
    assert keep.parent() is window


def test_the_window_has_its_turn_between_the_steps(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    turns, seen = Turns(window), []

    def steps() -> Iterator[None]:
        for _ in range(3):
            seen.append(turns.paints)
            window.update()
            yield

    IdleSteps(window, steps())
    window.show()
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert seen == sorted(set(seen))
