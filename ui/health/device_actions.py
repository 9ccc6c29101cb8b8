"""What the "Device" menu does with the chosen device: connect, stop, try again, its health, its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu, QWidget

from ui.health import deeds
from ui.translate import marked, tr
from ui.transport_control import TransportControl
from ui.window_action import window_action

if TYPE_CHECKING:
    from app.device import Device

RETRY_KEYS, RETRY_ALL_KEYS, TOGGLE_KEYS = "Ctrl+R", "Ctrl+Shift+R", "Ctrl+D"
HEALTH_KEYS, REPORT_KEYS, BUNDLE_KEYS = "Ctrl+H", "Ctrl+Shift+C", "Ctrl+Shift+B"
_TEXTS = {deeds.STOP: marked("&Stop the link"), deeds.CONNECT: marked("&Connect the link")}


class DeviceActions(QObject):
    """Actions of a window; their keys hold in all of it. What can be done follows the links: `control` tells when one
    of them changes.

    Attributes:
        retry, toggle: of the chosen device; retry_all: of all that wait.
        health: shows its health page; report, bundle: copied, saved.
    """

    def __init__(self, window: QWidget, control: TransportControl) -> None:
        super().__init__(window)
        self._control = control
        self._device: Device | None = None
        self.retry = window_action(window, tr("&Retry now"), RETRY_KEYS)
        self.retry_all = window_action(window, tr("Retry a&ll now"), RETRY_ALL_KEYS)
        self.toggle = window_action(window, tr(_TEXTS[deeds.STOP]), TOGGLE_KEYS)
        self.health = window_action(window, tr("&Health"), HEALTH_KEYS)
        self.report = window_action(window, tr("Copy re&port"), REPORT_KEYS)
        self.bundle = window_action(window, tr("Save support &bundle…"), BUNDLE_KEYS)
        self.retry.triggered.connect(self._retry)
        self.retry_all.triggered.connect(self._retry_all)
        self.toggle.triggered.connect(self._toggle)
        control.changed.connect(self._show)
        self._show()

    @Slot(object)
    def show_device(self, device: Device | None) -> None:
        """The device that is chosen."""
        self._device = device
        self._show()

    def fill(self, menu: QMenu) -> None:
        menu.addActions([self.retry, self.retry_all, self.toggle])
        menu.addSeparator()
        menu.addActions([self.health, self.report, self.bundle])

    @Slot()
    def _show(self) -> None:
        rig, device = self._control.rig, self._chosen
        self.retry.setEnabled(deeds.can_retry(rig, device))
        self.retry_all.setEnabled(rig is not None and any(deeds.can_retry(rig, each) for each in rig.devices))
        self.toggle.setText(tr(_TEXTS[deeds.toggle_word(device)]))
        self.toggle.setEnabled(deeds.can_stop(rig, device) or deeds.can_connect(rig, device))
        for action in (self.health, self.report, self.bundle):
            action.setEnabled(device is not None)

    @property
    def _chosen(self) -> Device | None:
        """None also where the device is of a session that is no more."""
        rig = self._control.rig
        return self._device if rig is not None and self._device in rig.devices else None

    @Slot(object)
    def retry_device(self, device: Device) -> None:
        """Cut the pause of this one short."""
        deeds.retry(self._control.rig, device)

    @Slot()
    def _retry(self) -> None:
        deeds.retry(self._control.rig, self._chosen)

    @Slot()
    def _retry_all(self) -> None:
        for device in self._control.rig.devices if self._control.rig is not None else ():
            deeds.retry(self._control.rig, device)

    @Slot()
    def _toggle(self) -> None:
        deeds.toggle(self._control.rig, self._chosen)
