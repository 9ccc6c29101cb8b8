"""What can be done with one device of the list: who reads its link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.plain import as_hint
from ui.transport_modes import THREAD, one_hint

if TYPE_CHECKING:
    from app.device import Device
    from ui.transport_control import TransportControl

TEXT = "Read in a &thread of its own"


class DeviceMenu(QMenu):
    """Attributes: reader, checked while the link is read by a thread or is to be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self.reader = QAction(TEXT, self, checkable=True)
        self.reader.triggered.connect(self._toggle)
        self.addAction(self.reader)
        self._control: TransportControl | None = None
        self._device: Device | None = None

    def open_for(self, device: Device, control: TransportControl, at: QPoint) -> None:
        """Show it there, for this device."""
        self._device, self._control = device, control
        modes, reading = control.modes, control.reading(device)
        self.reader.setChecked(reading.wished == THREAD)
        self.reader.setEnabled(modes.can_change)
        self.reader.setToolTip(as_hint(modes.hindrance or one_hint(reading)))
        later = "" if reading.is_open or not modes.can_change else " (from its next connection on)"
        self.reader.setText(f"{TEXT}{later}")
        self.popup(at)

    @Slot()
    def _toggle(self) -> None:
        if self._control is not None and self._device is not None:
            self._control.toggle(self._device)
