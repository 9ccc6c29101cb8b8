"""Hands the links of a session from the window's thread to threads of their own and back, as the user wishes.

A wish is passed to the links at once and this never waits: each hands itself over when it can, says when it has, and
takes a newer wish meanwhile. Who reads a link costs a question to the kernel, so it is asked when a link says that
something has changed, and remembered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.plain import plain
from ui.translate import marked, tr
from ui.transport_modes import GUI, THREAD, Modes, Reading

if TYPE_CHECKING:
    from app.device import Device
    from app.rig import Rig


UNDER_WAY = marked("A comparison is under way: it lets both ways read in turn")
BY_THREAD = marked("{device} is not connected: its next connection is read by a thread of its own")
BY_WINDOW = marked("{device} is not connected: its next connection is read by the window's thread")


class TransportControl(QObject):
    """One for the window, whatever session is open.

    Attributes:
        rig: the session's; None while none is open.

    Signals:
        changed(): `modes` is new.
        told(str): what a wish for one device does that cannot be seen at once.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rig: Rig | None = None
        self._readings: dict[str, Reading] = {}
        self._hindrance = ""

    def show_rig(self, rig: Rig | None) -> None:
        """Follow the links of this one from now on."""
        if self.rig is not None:
            for device in self.rig.devices:
                device.link.transportChanged.disconnect(self._link_changed)
                device.link.stateChanged.disconnect(self._link_changed)
        self.rig = rig
        self._hindrance = ""
        self._readings = {}
        for device in rig.devices if rig is not None else ():
            self._readings[device.name] = _reading(device)
            device.link.transportChanged.connect(self._link_changed)
            device.link.stateChanged.connect(self._link_changed)
        self.changed.emit()

    @property
    def modes(self) -> Modes:
        if self.rig is not None and self.rig.at_stop is not None:
            return Modes()
        return Modes.of(self._readings.values(), self._hindrance)

    def reading(self, device: Device) -> Reading:
        """Of one device, as it was told last."""
        return self._readings.get(device.name) or _reading(device)

    @Slot(bool)
    def hold_for_comparison(self, held: bool) -> None:
        """Nothing can be chosen while one is under way: it does the choosing."""
        reason = tr(UNDER_WAY) if held else ""
        if reason != self._hindrance:
            self._hindrance = reason
            self.changed.emit()

    # -- wishes

    def set_all(self, mode: str) -> None:
        if self.rig is not None and self.modes.can_change:
            for device in self.rig.devices:
                device.link.set_transport(mode)

    @Slot()
    def toggle_all(self) -> None:
        """To threads, but where all have been asked for that, back."""
        self.set_all(GUI if self.modes.common == THREAD else THREAD)

    @Slot(object)
    def toggle(self, device: Device) -> None:
        """One device's."""
        if not self.modes.can_change:
            return
        mode = GUI if device.link.wished_transport == THREAD else THREAD
        device.link.set_transport(mode)
        if not self.reading(device).is_open:
            text = BY_THREAD if mode == THREAD else BY_WINDOW
            self.told.emit(tr(text).format(device=plain(device.name)))

    # -- the links'

    @Slot(object)
    def _link_changed(self, _what: object) -> None:
        link = self.sender()
        for device in self.rig.devices if self.rig is not None else ():
            if device.link is link:
                self._readings[device.name] = _reading(device)
        self.changed.emit()


def _reading(device: Device) -> Reading:
    link = device.link
    is_open = str(link.state) == "open"
    mode = link.statistics().transport if is_open else link.wished_transport
    return Reading(link.wished_transport, mode, is_open)
