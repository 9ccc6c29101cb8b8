"""What the tests of the window share: sessions, bytes into a device, and a window with what is behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QSettings, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.device import Device
from app.rig import Rig
from app.session.reading import parse_session
from app.session.recent import RecentSessions
from app.session.schema import Session
from tests.ui.fake_link import FakeLink, FakeLinks
from ui.compose import Dashboard
from ui.exceptions import ExceptionWatch
from ui.main_window import MainWindow

CSV = '{ type = "csv", fields = ["ax [m/s²]", "ay [m/s²]", "temperature [°C]"] }'
ROW = b"0.25,9.81,21.5\n"


def session_of(*names: str, decoding: str = CSV, more: str = "", title: str = "Bench") -> Session:
    """A session with these devices, all alike; `more` stands in each of them."""
    devices = "".join(
        f"[[device]]\nname = '{name}'\nlink = \"tcp://127.0.0.1:7001\"\ndecoding = {decoding}\n{more}\n"
        for name in names
    )
    return parse_session(f'[session]\ntitle = "{title}"\n{devices}')


def decoded(device: Device, link: FakeLink, data: bytes) -> Device:
    """The device, with these bytes in its tables or its counts."""
    link.receive(data)
    device.pipeline.process()
    return device


@dataclass
class Desk:
    """A window on the screen and what is behind it."""

    qtbot: QtBot
    dashboard: Dashboard
    settings: QSettings
    recent: RecentSessions
    watch: ExceptionWatch
    links: list[FakeLink] = field(default_factory=list)

    @property
    def window(self) -> MainWindow:
        return self.dashboard.window

    @property
    def rig(self) -> Rig:
        assert self.dashboard.run is not None
        return self.dashboard.run.rig

    def open(self, *names: str, accept: bool = True, rows: bytes = ROW, **words: str) -> list[FakeLink]:
        """Open a session of these devices; each is connected and has sent some rows, which are on screen."""
        self.show(session_of(*names, **words))
        if accept:
            for link in self.links:
                link.accept()
                link.receive(rows)
            self.refreshed()
        return self.links

    def show(self, session: Session, *, real: bool = False) -> None:
        """Open a session on fake links, or on those that it asks for."""
        links = FakeLinks()
        self.dashboard.link_maker = None if real else links
        with self.qtbot.waitSignal(self.dashboard.opened):
            self.dashboard.open_session(session)
        self.links = links.made

    def refreshed(self) -> None:
        """Wait until what has come is decoded and shown."""
        with self.qtbot.waitSignal(self.rig.refreshed):
            self.rig.clock.mark()
        self.window.devices.refresh()
        self.window.inspector.refresh()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def named(self, name: str) -> QWidget:
        """The control on screen that a screen reader calls so."""
        found = [w for w in self.window.findChildren(QWidget) if w.isVisible() and called(w) == name]
        found = [w for w in found if w.focusPolicy() != Qt.FocusPolicy.NoFocus] or found
        assert found, f"no control is called {name!r}"
        return found[0]

    def focus(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.qtbot.waitUntil(widget.hasFocus)


def called(widget: QWidget) -> str:
    return widget.accessibleName() or str(widget.property("text") or "")


def rows(view: QAbstractItemView) -> list[str]:
    """What a screen reader reads of a list or a tree, whether a row is folded away or not."""

    def below(parent: QModelIndex) -> Iterator[str]:
        for number in range(model.rowCount(parent)):
            index = model.index(number, 0, parent)
            yield str(index.data(Qt.ItemDataRole.AccessibleTextRole))
            yield from below(index)

    model = view.model()
    return list(below(QModelIndex()))
