"""The window as a program runs it, on links whose far end is the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.rig import Rig
from app.session.recent import RecentSessions
from app.session.schema import Session
from tests.ui.desk import Desk
from tests.ui.fake_link import FakeLink, FakeLinks
from ui.compose import Dashboard
from ui.exceptions import ExceptionWatch
from ui.language import Language
from ui.main_window import MainWindow
from ui.theme.palette import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def whole(qtbot: QtBot) -> Iterator[QWidget]:
    """What a dialog or a second window belongs to; held, since qtbot does not hold it."""
    whole = QWidget()
    qtbot.addWidget(whole)
    yield whole
    whole.close()


@pytest.fixture
def in_german(qapp: QApplication) -> Iterator[None]:
    """Whatever is made from here on speaks German: ask for it before `desk`."""
    language = Language("de")
    yield
    language.close()


@pytest.fixture
def watch() -> Iterator[ExceptionWatch]:
    """Errors inside the window, which would only be counted there, fail the test unless it takes them away."""
    watch = ExceptionWatch()
    told: list[str] = []
    watch.caught.connect(told.append)
    yield watch
    watch.close()
    assert not watch.count, told


@pytest.fixture
def make_rig(qtbot: QtBot) -> Iterator[Callable[..., tuple[Rig, list[FakeLink]]]]:
    """make_rig(session): a rig that has been started, and its links; each is idle until the test says otherwise."""
    rigs: list[Rig] = []

    def make(session: Session) -> tuple[Rig, list[FakeLink]]:
        links = FakeLinks()
        rig = Rig(session, links)
        rigs.append(rig)
        rig.start()
        return rig, links.made

    yield make
    for rig in rigs:
        rig.stop()
        rig.deleteLater()


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, watch: ExceptionWatch, tmp_path: Path) -> Iterator[Desk]:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    recent = RecentSessions(tmp_path / "recent.json")
    window = MainWindow(theme)
    dashboard = Dashboard(window, theme, watch, settings, recent)
    desk = Desk(qtbot, dashboard, settings, recent, watch)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    finished: list[bool] = []
    dashboard.finished.connect(lambda: finished.append(True))
    yield desk
    dashboard.end()
    qtbot.waitUntil(lambda: bool(finished))
    window.hide()
    window.deleteLater()
    dashboard.deleteLater()
