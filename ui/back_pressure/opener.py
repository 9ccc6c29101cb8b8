"""Opens the back-pressure experiment's page when it is asked for, and ends it with the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.theme.palette import Theme

if TYPE_CHECKING:
    from app.rig import Rig
    from ui.back_pressure.page import BackPressurePage


class BackPressureOpener(QObject):
    """Attributes: page, None before it was asked for. Signals:
    ended(): after `shutdown`, nothing of it is left.
    underWay(bool): an experiment begins, or is over."""

    ended = Signal()
    underWay = Signal(bool)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.page: BackPressurePage | None = None
        self._theme = theme
        self._is_held = False

    def open(self, window: QWidget, rig: Rig | None) -> None:
        """Show the page, with the rates of the session's devices to choose from."""
        if self.page is None:
            from ui.back_pressure.page import BackPressurePage

            self.page = BackPressurePage(self._theme, window)
            self.page.ended.connect(self.ended)
            self.page.underWay.connect(self.underWay)
            self.page.hold(self._is_held)
        devices = rig.devices if rig is not None else ()
        rates = [(device.name, rig.status(device).bytes_per_s) for device in devices] if rig is not None else []
        self.page.show_rates([(name, rate) for name, rate in rates if rate is not None])
        if self.page.isVisible():
            self.page.raise_()
            self.page.activateWindow()
        else:
            self.page.show()  # comes in front by itself

    @Slot(bool)
    def hold(self, held: bool) -> None:
        """A comparison is under way, and would measure the stalls made here."""
        self._is_held = held
        if self.page is not None:
            self.page.hold(held)

    @Slot()
    def shutdown(self) -> None:
        """End what is under way; `ended` follows, at once where there is nothing."""
        if self.page is None:
            self.ended.emit()
        else:
            self.page.hide()
            self.page.shutdown()
