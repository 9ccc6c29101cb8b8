"""A dialog on the screen, and what it has chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.session.places import Path
from app.session.schema import DeviceOptions
from ui.device_dialogs.dialog import DeviceDialog
from ui.device_dialogs.entries import ChoiceEntry, Entry, TextEntry
from ui.segments import Segments
from ui.theme.palette import Theme


@dataclass
class Opened:
    """A dialog as a user has it."""

    qtbot: QtBot
    dialog: DeviceDialog
    chosen: list[DeviceOptions] = field(default_factory=list)

    def entry(self, *path: str) -> Entry:
        return self.dialog.form.entry(path)

    def line(self, *path: str) -> QLineEdit:
        entry = self.entry(*path)
        assert isinstance(entry, TextEntry)
        return entry.field.line

    def type(self, path: Path, text: str, *, leave: bool = True) -> None:
        """Into a field, in place of what stands there."""
        line = self.line(*map(str, path))
        self.focus(line)
        line.selectAll()
        self.qtbot.keyClick(line, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(line, text)
        if leave:
            self.qtbot.keyClick(line, Qt.Key.Key_Tab)

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def choose(self, path: Path, word: str) -> None:
        entry = self.entry(*map(str, path))
        assert isinstance(entry, ChoiceEntry)
        assert isinstance(entry.control, Segments)
        self.click(entry.control.segments[word])

    def kind(self, section: str, kind: str) -> None:
        self.click(getattr(self.dialog.form, section).kinds.segments[kind])

    def focus(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    def accept(self) -> DeviceOptions:
        self.click(self.dialog.accept_button)
        return self.chosen[-1]


OpenDialog = Callable[..., Opened]


@pytest.fixture
def open_dialog(qtbot: QtBot, theme: Theme) -> Iterator[OpenDialog]:
    """open_dialog(options=None, taken=(), live=False, ...)"""
    made: list[DeviceDialog] = []

    def make(options: DeviceOptions | None = None, taken: object = (), live: bool = False, **more: object) -> Opened:
        dialog = DeviceDialog(theme, None, options=options, taken=taken, live=live, **more)  # type: ignore[arg-type]
        made.append(dialog)
        opened = Opened(qtbot, dialog)
        dialog.chosen.connect(opened.chosen.append)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return opened

    yield make
    for dialog in filter(shiboken6.isValid, made):
        dialog.close()
        dialog.deleteLater()
