"""The simulated devices behind a window: started with it or from inside it, and ended with their session.

They may be started again. Those of before are let go at once and end by themselves; the program ends when all have.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.simulated import SimulatedDevices
from ui.translate import told, tr

if TYPE_CHECKING:
    from ui.faults.panel import FaultPanel
    from ui.main_window import MainWindow
    from ui.theme.palette import Theme

USUAL = ("--rate", "1", "--port", "0")  # as `quintet demo` starts them


class Demo(QObject):
    """Attributes:
        devices: those that are started or run; None while none are wanted.

    Signals:
        ready(str): all listen; the session file is at this path.
        failed(str): they did not come up, or ended by themselves; in words.
        gone(): all that were let go have ended.
    """

    ready = Signal(str)
    failed = Signal(object)
    gone = Signal()

    def __init__(self, window: MainWindow, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.devices: SimulatedDevices | None = None
        self._window = window
        self._theme = theme
        self._leaving: list[SimulatedDevices] = []
        self._faults: FaultPanel | None = None

    def start(self, arguments: Sequence[str] = USUAL, *, controlled: bool = True) -> None:
        """Others than before; `controlled`: faults can be played on them in the window."""
        self.end()
        self._window.notice.retract("simulated")
        self._window.welcome.say(tr("Starting the simulated devices…"))
        devices = self.devices = SimulatedDevices(list(arguments), self, controlled=controlled)
        devices.ready.connect(self.ready)
        devices.failed.connect(self._failed)
        if controlled:
            self._show_faults(devices)
        devices.start()

    def _show_faults(self, devices: SimulatedDevices) -> None:
        from ui.faults.control import FaultControl
        from ui.faults.dock import add_fault_dock

        if self._faults is None:
            self._faults = add_fault_dock(self._window, self._theme, devices)
        else:
            self._faults.show_control(FaultControl(devices, devices))

    def is_session(self, file: Path | None) -> bool:
        """Whether this file is theirs."""
        return self.devices is not None and file == self.devices.session

    def end(self) -> None:
        """Nobody wants them any more; `gone` follows where they run."""
        devices, self.devices = self.devices, None
        if devices is None:
            return
        if self._faults is not None:
            self._faults.show_control(None)
        devices.ready.disconnect(self.ready)
        devices.failed.disconnect(self._failed)
        if devices.is_running:
            self._leaving.append(devices)
            devices.gone.connect(self._one_gone)
            devices.close()
        else:
            devices.deleteLater()

    @property
    def is_running(self) -> bool:
        """Whether any have not ended yet, wanted or not."""
        return bool(self._leaving) or (self.devices is not None and self.devices.is_running)

    @Slot(object)
    def _failed(self, text: str) -> None:
        said = told(text)
        self._window.notice.alarm(f"{said[:1].upper()}{said[1:]}", "simulated")
        self._window.welcome.greet()
        self.failed.emit(text)

    @Slot()
    def _one_gone(self) -> None:
        gone = self.sender()
        self._leaving = [each for each in self._leaving if each is not gone]
        if isinstance(gone, SimulatedDevices):
            gone.deleteLater()
        if not self._leaving:
            self.gone.emit()
