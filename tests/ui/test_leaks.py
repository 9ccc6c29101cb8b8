"""Opening and closing leaves nothing: after twenty rounds there is no Qt object more than after two."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication, QDockWidget
from pytestqt.qtbot import QtBot

from app.session.recent import RecentSessions
from tests.ui.desk import ROW, Desk, session_of
from tests.ui.fake_link import FakeLinks
from tests.ui.leaks import chain, counted, grown
from ui.compose import Dashboard
from ui.exceptions import ExceptionWatch
from ui.main_window import MainWindow
from ui.theme.palette import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
ROUNDS = 20
CONTROL = Qt.KeyboardModifier.ControlModifier
OPENERS: dict[str, Callable[[Desk], object]] = {
    "dialog of a new device": lambda desk: desk.window.editing.add.trigger(),
    "dialog of a device": lambda desk: desk.window.editing.edit.trigger(),
    "preferences": lambda desk: desk.press(Qt.Key.Key_Comma, CONTROL),
    "palette": lambda desk: desk.press(Qt.Key.Key_K, CONTROL),
    "help": lambda desk: desk.press(Qt.Key.Key_F1),
    "picture dialog": lambda desk: desk.window.export.page.trigger(),
    "rows dialog": lambda desk: desk.window.export.csv.trigger(),
    "session dialog": lambda desk: desk.press(Qt.Key.Key_O, CONTROL),
    "comparison": lambda desk: desk.window.measure.compare.trigger(),
    "send box": lambda desk: desk.press(Qt.Key.Key_E, CONTROL),
    "health page": lambda desk: desk.window.show_health(),
    "back-pressure": lambda desk: desk.window.measure.back_pressure.trigger(),
}


def test_twenty_windows_leave_as_much_as_two(qtbot: QtBot, theme: Theme, watch: ExceptionWatch, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)

    def live_once() -> None:
        window = MainWindow(theme)
        dashboard = Dashboard(window, theme, watch, settings, RecentSessions(tmp_path / "recent.json"))
        links = FakeLinks()
        dashboard.link_maker = links
        window.show()
        with qtbot.waitSignal(dashboard.opened):
            dashboard.open_session(session_of("imu", "psu"))
        for link in links.made:
            link.accept()
            link.receive(ROW)
        with qtbot.waitSignal(dashboard.run.rig.refreshed):
            dashboard.run.rig.clock.mark()
        with qtbot.waitSignal(dashboard.finished):
            window.close()
        window.hide()
        window.deleteLater()
        dashboard.deleteLater()

    assert grown(live_once, ROUNDS) == []


@pytest.mark.parametrize("name", OPENERS)
def test_what_is_opened_and_closed_is_gone(desk: Desk, name: str) -> None:
    desk.open("imu", "psu")
    desk.window.devices.choose(desk.rig.devices[0])

    def open_and_close() -> None:
        OPENERS[name](desk)
        desk.qtbot.waitUntil(lambda: True)
        for widget in QApplication.topLevelWidgets():
            if widget is not desk.window and widget.isVisible():
                widget.close()
        for dock in desk.window.findChildren(QDockWidget):
            dock.setVisible(dock.windowTitle() in ("Devices", "Inspector"))

    assert grown(open_and_close, ROUNDS) == []


def test_sessions_that_follow_each_other_leave_nothing(desk: Desk) -> None:
    assert grown(lambda: desk.open("imu", "psu") and None, ROUNDS) == []


class Held(QObject):
    pass


class Shelf:
    things: dict[str, list[Held]]


def test_a_holder_is_named_with_the_way_to_it(qapp: QApplication) -> None:
    shelf = Shelf()
    shelf.things = {"place": [Held()]}
    told = chain(shelf.things["place"][0])
    assert told.endswith(("Shelf > a dict[place] > list", "a dict[things] > a dict[place] > list"))


def test_what_grows_is_counted_by_class_and_its_holder_is_named(qapp: QApplication) -> None:
    kept: list[Held] = []
    (told,) = grown(lambda: kept.append(Held()), 5)
    assert told.startswith("3 more Held, one of them held by ")
    kept.clear()
    gc.collect()
    assert "Held" not in counted()
