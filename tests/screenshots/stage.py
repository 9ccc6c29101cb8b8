"""A window on a stage: the real one, on links whose far end is here, with data and a clock that are always the same.

The simulated devices render their bytes for stamps of this clock, in this process; no socket, no other process and no
real time takes part, so that a picture taken twice is one picture, but for figures that measure this computer.
"""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import app.clock
import app.computer
import app.simulator.clock
from app.refresh.clock import Refresh
from app.refresh.pacing import RefreshStatistics
from app.rig import Rig
from app.session.reading import parse_session
from app.session.recent import RecentSessions
from app.session.schema import Session
from app.simulator.devices.catalogue import DEVICES
from app.simulator.devices.contract import Device as Simulated
from app.simulator.schedule import Schedule
from tests.ui.fake_link import FakeLink, FakeLinks
from ui.compose import Dashboard
from ui.exceptions import ExceptionWatch
from ui.language import Language
from ui.main_window import MainWindow
from ui.theme.palette import Theme

S = 10**9
BOOT_NS = 5_000 * S
UNIX_NS = 1_773_480_413 * S  # a Saturday morning in March
STEP_NS = S // 10
PATIENCE_MS = 5_000


class StagedTime:
    """In place of the module `time`, for the modules that read clocks for the whole program."""

    CLOCK_MONOTONIC = time.CLOCK_MONOTONIC

    def __init__(self) -> None:
        self.at_ns = BOOT_NS

    def clock_gettime_ns(self, _clock: int) -> int:
        return self.at_ns

    def monotonic_ns(self) -> int:
        return self.at_ns  # this computer never sleeps

    def time_ns(self) -> int:
        return UNIX_NS + self.at_ns - BOOT_NS


class Player:
    """A simulated device and the link that it plays on."""

    def __init__(self, device: Simulated, link: FakeLink, epoch_ns: int) -> None:
        self.link = link
        self._device = device
        self._schedule = Schedule(epoch_ns, device.rate_hz)
        self._next = 0
        self.is_silent = False

    def play(self, now_ns: int) -> None:
        """Send what has fallen due."""
        while waiting := self._schedule.waiting(self._next, now_ns):
            segment = self._device.render(self._next, self._schedule.stamps_ns(self._next, waiting))
            if not self.is_silent:
                self.link.receive(bytes(segment.data))
            self._next += len(segment)


class Stage:
    """Attributes: window; dashboard; theme; links, of the devices in order;
    errors, raised inside the window."""

    def __init__(self, clock: StagedTime, folder: Path) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.clock = clock
        self.theme = Theme(application, "light")
        self.watch = ExceptionWatch()
        self.errors: list[str] = []
        self.watch.caught.connect(self.errors.append)
        self.settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.recent = RecentSessions(folder / "recent.json")
        self._language = Language("en")
        self._make_window()

    def _make_window(self) -> None:
        self.window = MainWindow(self.theme)
        self.dashboard = Dashboard(self.window, self.theme, self.watch, self.settings, self.recent, keeps_layout=False)
        self.links: list[FakeLink] = []
        self.players: list[Player] = []
        self._refreshes = 0
        self.window.show()
        self.window.activateWindow()
        self.turn()

    def speak(self, language: str) -> None:
        """A new window in this language."""
        size = self.window.size()
        self._end_window()
        self._language.close()
        self._language = Language(language)
        self._make_window()
        self.resize(size)

    # -- sessions

    @property
    def rig(self) -> Rig:
        assert self.dashboard.run is not None
        return self.dashboard.run.rig

    def open(self, session: Session) -> None:
        links = FakeLinks()
        self.dashboard.link_maker = links
        self.dashboard.open_session(session)
        self.until(lambda: bool(links.made))
        self.links = links.made
        self.rig.clock.stop()  # its lateness would be measured against the stage's time; the stage refreshes
        self.rig.clock.statistics = self._statistics  # type: ignore[method-assign]

    def open_five(self, seconds: float = 12.0) -> None:
        """The five simulated devices, connected, with so many seconds of data."""
        devices = [make(1.0) for make in DEVICES.values()]
        self.open(parse_session(five_devices(devices)))
        self.players = [Player(d, link, self.clock.at_ns) for d, link in zip(devices, self.links, strict=True)]
        for link in self.links:
            link.accept()
        self.run(seconds)

    def run(self, seconds: float) -> None:
        """Let so much of this stage's time go by."""
        for step in range(round(seconds * S / STEP_NS)):
            self.clock.at_ns += STEP_NS
            for player in self.players:
                if player.link.state == "open":
                    player.play(self.clock.at_ns)
            for device in self.rig.devices:
                device.pipeline.process()
            if step % (S // STEP_NS) == 0:
                self.rig.clock.second.emit()
            if step % 2:
                self._draw()  # at the pace of the legends
        self.refresh()

    def refresh(self) -> None:
        """Show all that there is."""
        self.rig.clock.second.emit()
        self._draw()
        self.window.devices.refresh()
        self.window.inspector.refresh()
        self.turn()

    def _statistics(self) -> RefreshStatistics:
        return RefreshStatistics(self._refreshes, 0, 0, 60.0, "", None, 2.0)

    def _draw(self) -> None:
        """As the rig's clock would, and let it be painted: data is as old on the screen as it was kept waiting."""
        self._refreshes += 1
        self.rig.clock.refreshed.emit(Refresh(self.clock.at_ns, 16.0, 1, self._refreshes))
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    # -- hands

    def choose(self, name: str) -> None:
        self.window.devices.choose(next(device for device in self.rig.devices if device.name == name))
        self.refresh()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.turn()

    def resize(self, size: QSize) -> None:
        self.window.resize(size)
        self.turn()
        if self.dashboard.run is not None:
            self.refresh()

    def turn(self) -> None:
        """Some turns of the loop: layouts settle in two or three."""
        for _ in range(6):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def until(self, condition: object) -> None:
        deadline = time.monotonic() + PATIENCE_MS / 1000
        while not condition():  # type: ignore[operator]
            assert time.monotonic() < deadline, f"nothing came of {condition}"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    # -- what is seen

    def shown(self) -> list[QWidget]:
        """The window, and what lies over it: dialogs, menus, the palette."""
        others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not self.window]
        return [self.window, *(w for w in others if type(w).__name__ != "QTipLabel")]

    def picture(self) -> QImage:
        """The window, with what lies over it where it lies."""
        image = self.window.grab().toImage()
        painter = QPainter(image)
        for widget in self.shown()[1:]:
            at = self._place_of(widget)
            painter.drawPixmap(at, widget.grab())
            painter.setPen(QColor(self.theme.tokens.line))
            painter.drawRect(at.x() - 1, at.y() - 1, widget.width() + 1, widget.height() + 1)
        painter.end()
        return image

    def _place_of(self, widget: QWidget) -> QPoint:
        """In the window: a dialog in the middle, where it is opened, and what belongs to a place there."""
        room = self.window.size() - widget.size()
        at = widget.mapToGlobal(QPoint()) - self.window.mapToGlobal(QPoint())
        if widget.windowType() in (Qt.WindowType.Dialog, Qt.WindowType.Window):
            at = QPoint(room.width() // 2, room.height() // 2)
        return QPoint(max(0, min(at.x(), room.width())), max(0, min(at.y(), room.height())))

    # -- end

    def close(self) -> None:
        self._end_window()
        self._language.close()
        self.watch.close()
        self.turn()

    def _end_window(self) -> None:
        finished: list[bool] = []
        self.dashboard.finished.connect(lambda: finished.append(True))
        for widget in self.shown()[1:]:
            widget.close()
        if self.dashboard.run is not None:
            self.rig.clock.start()  # a rig ends with its clock
        self.dashboard.end()
        self.until(lambda: bool(finished))
        self.window.hide()
        self.window.deleteLater()
        self.dashboard.deleteLater()
        self.turn()


def five_devices(devices: list[Simulated]) -> str:
    parts = ['[session]\ntitle = "Simulated bench"\n']
    for number, device in enumerate(devices):
        parts.append(
            f'[[device]]\nname = "{device.name}"\nlink = "tcp://127.0.0.1:{7001 + number}"\n'
            f"time = {device.time}\nframing = {device.framing}\ndecoding = {device.decoding}\n"
        )
        for plot in device.plots:
            channels = ", ".join(f'"{device.name}/{channel}"' for channel in plot.channels)
            parts.append(f'[[plot]]\ntitle = "{plot.title}"\nchannels = [{channels}]\nwindow = "{plot.window}"\n')
    return "\n".join(parts)


@contextlib.contextmanager
def stage(folder: Path) -> Iterator[Stage]:
    """A stage, taken down at the end whatever happens on it."""
    clock = StagedTime()
    with (
        patch.object(app.clock, "time", clock),
        patch.object(app.computer, "time", clock),
        patch.object(app.simulator.clock, "time", clock),  # the supply's output rises from when it was switched on
    ):
        made = Stage(clock, folder)
        try:
            yield made
        finally:
            made.close()
            del made
            gc.collect()
            QTimer()  # a loop that has ended still takes deferred deletions with the next event
