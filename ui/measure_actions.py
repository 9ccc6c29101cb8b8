"""What the "Measure" menu and the tool bar do: who reads the links, the comparison, the back-pressure experiment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.translate import tr
from ui.transport_control import TransportControl
from ui.transport_modes import THREAD
from ui.window_action import window_action

if TYPE_CHECKING:
    from app.device import Device

ALL_KEYS, ONE_KEYS, COMPARE_KEYS, PRESSURE_KEYS = "Ctrl+T", "Ctrl+Shift+T", "Ctrl+M", "Ctrl+B"


class MeasureActions(QObject):
    """Actions of a window; their keys hold in all of it.

    Attributes:
        threads: all links read by threads of their own; checked while they are (or are to be).
        this_thread: the same for the chosen device.
        compare: shows the comparison.
        back_pressure: opens the experiment.
    """

    def __init__(self, window: QWidget, control: TransportControl) -> None:
        super().__init__(window)
        self._control = control
        self._device: Device | None = None
        self._menu: QMenu | None = None
        self.threads = window_action(window, tr("Read all links by &threads"), ALL_KEYS)
        self.this_thread = window_action(window, tr("Read the chosen &device by a thread"), ONE_KEYS)
        self.compare = window_action(window, tr("&Compare both ways…"), COMPARE_KEYS)
        self.back_pressure = window_action(window, tr("&Back-pressure experiment…"), PRESSURE_KEYS)
        self.threads.setCheckable(True)
        self.threads.triggered.connect(control.toggle_all)
        self.threads.triggered.connect(self._show)
        self.this_thread.setCheckable(True)
        self.this_thread.triggered.connect(self._toggle_device)
        control.changed.connect(self._show)
        self._show()

    @Slot(object)
    def show_device(self, device: Device | None) -> None:
        """The device that is chosen."""
        self._device = device
        self._show()

    def fill(self, menu: QMenu) -> None:
        self._menu = menu
        menu.addAction(self.threads)
        menu.addAction(self.this_thread)
        menu.addSeparator()
        menu.addAction(self.compare)
        menu.addAction(self.back_pressure)

    def add(self, action: QAction) -> None:
        """Another experiment, behind the others."""
        if self._menu is not None:
            self._menu.addAction(action)

    @Slot()
    def _show(self) -> None:
        """A click has checked or unchecked the action; what holds is what the links say."""
        modes = self._control.modes
        self.threads.setEnabled(modes.can_change)
        self.threads.setChecked(modes.common == THREAD)
        device = self._device
        self.this_thread.setEnabled(modes.can_change and device is not None)
        self.this_thread.setChecked(device is not None and self._control.reading(device).wished == THREAD)
        self.back_pressure.setEnabled(not modes.hindrance)  # it would stall what is being measured

    @Slot()
    def _toggle_device(self) -> None:
        if self._device is not None:
            self._control.toggle(self._device)
        self._show()
