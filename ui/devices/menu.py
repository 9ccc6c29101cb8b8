"""What can be done with one device of the list: connect, stop, try again, choose who reads its link, edit it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.health import deeds
from ui.plain import as_hint
from ui.quiet_menu import QuietMenu
from ui.translate import marked, tr
from ui.transport_modes import THREAD, one_hint

if TYPE_CHECKING:
    from app.device import Device
    from ui.device_dialogs.actions import DeviceEditActions
    from ui.transport_control import TransportControl

TEXT = marked("Read in a &thread of its own")
LATER = marked("Read in a &thread of its own (from its next connection on)")
_KEYS = {deeds.STOP: marked("&Stop"), deeds.CONNECT: marked("&Connect")}


class DeviceMenu(QuietMenu):
    """Attributes: retry; toggle, which stops or connects; reader, checked while the link is read by a thread or is to
    be; edit, duplicate, remove."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setToolTipsVisible(True)
        self.retry = QAction(tr("&Retry now"), self)
        self.retry.setToolTip(as_hint(tr(deeds.RETRY_ABOUT)))
        self.retry.triggered.connect(self._retry)
        self.toggle = QAction(tr(deeds.STOP), self)
        self.toggle.triggered.connect(self._toggle_link)
        self.reader = QAction(tr(TEXT), self, checkable=True)
        self.reader.triggered.connect(self._toggle_reader)
        self.addActions([self.retry, self.toggle])
        self.addSeparator()
        self.addAction(self.reader)
        self.edit = QAction(tr("&Edit…"), self)
        self.duplicate = QAction(tr("D&uplicate…"), self)
        self.remove = QAction(tr("Re&move"), self)
        self._control: TransportControl | None = None
        self._device: Device | None = None
        self._editing: DeviceEditActions | None = None

    def take_editing(self, editing: DeviceEditActions) -> None:
        """What changes the list itself: of the device whose menu this is, though another one may be chosen."""
        self._editing = editing
        self.addSeparator()
        for action, slot in ((self.edit, self._edit), (self.duplicate, self._duplicate), (self.remove, self._remove)):
            action.triggered.connect(slot)
            self.addAction(action)
        self.addSeparator()
        self.addAction(editing.add)

    def open_for(self, device: Device, control: TransportControl, at: QPoint) -> None:
        """Show it there, for this device."""
        if self._control is None:
            control.changed.connect(self._show)
        self._device, self._control = device, control
        self._show()
        self.popup(at)

    @Slot()
    def _show(self) -> None:
        """What can be done now; a link may move on while the menu is open, and a session end."""
        device, control = self._device, self._control
        if device is None or control is None:
            return
        if control.rig is None or device not in control.rig.devices:
            self._device = None
            self.close()
            return
        word = deeds.toggle_word(device)
        self.retry.setEnabled(deeds.can_retry(control.rig, device))
        self.toggle.setText(tr(_KEYS[word]))
        self.toggle.setToolTip(as_hint(tr(deeds.ABOUT[word])))
        self.toggle.setEnabled(deeds.can_stop(control.rig, device) or deeds.can_connect(control.rig, device))
        modes, reading = control.modes, control.reading(device)
        self.reader.setChecked(reading.wished == THREAD)
        self.reader.setEnabled(modes.can_change)
        self.reader.setToolTip(as_hint(modes.hindrance or one_hint(reading)))
        self.reader.setText(tr(TEXT) if reading.is_open or not modes.can_change else tr(LATER))

    @Slot()
    def _retry(self) -> None:
        if self._control is not None:
            deeds.retry(self._control.rig, self._device)

    @Slot()
    def _toggle_link(self) -> None:
        if self._control is not None:
            deeds.toggle(self._control.rig, self._device)

    @Slot()
    def _edit(self) -> None:
        if self._editing is not None and self._device is not None:
            self._editing.edit_one(self._device)

    @Slot()
    def _duplicate(self) -> None:
        if self._editing is not None and self._device is not None:
            self._editing.duplicate_one(self._device)

    @Slot()
    def _remove(self) -> None:
        if self._editing is not None and self._device is not None:
            self._editing.remove_one(self._device)

    @Slot()
    def _toggle_reader(self) -> None:
        if self._control is not None and self._device is not None:
            self._control.toggle(self._device)
