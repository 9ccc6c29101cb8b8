"""The fault control's dock as the window knows it: there in a demo alone, and empty until it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.faults.control import FaultControl
from ui.theme.palette import Theme
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from app.device import Device
    from ui.faults.content import FaultContent


class FaultPanel(QWidget):
    """Attributes: content, None before it was shown. Signals: offered(bool), whether there is anything to play on."""

    offered = Signal(bool)

    def __init__(self, theme: Theme, control: FaultControl | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content: FaultContent | None = None
        self._theme = theme
        self._control = control
        self._device = ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def sizeHint(self) -> QSize:
        return QSize(200 * GRID, 66 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(100 * GRID, 26 * GRID)  # beside the other docks in the least window

    def show_control(self, control: FaultControl | None) -> None:
        """Play on these from now on; None: their devices are gone."""
        content, self.content, self._control = self.content, None, control
        if content is not None:
            self._box.removeWidget(content)
            content.deleteLater()
        self.offered.emit(control is not None)
        dock = self.parentWidget()
        if control is None and dock is not None:
            dock.hide()
        if self.isVisible():
            self._build()

    @Slot(object)
    def show_device(self, device: Device) -> None:
        """The device that is chosen in the window is chosen here too."""
        self._device = device.name
        if self.content is not None:
            self.content.choose_device(device.name)

    @Slot()
    def focus(self) -> None:
        """By keyboard it can be used at once."""
        if self.content is not None:
            self.content.faults.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.content is None:
            self._build()

    def _build(self) -> None:
        if self._control is None:
            return
        from ui.faults.content import FaultContent

        self.content = FaultContent(self._theme, self._control)
        self.content.device = self._device
        self._box.addWidget(self.content)
        self.content.show()  # a layout would show it later, and the focus would find nothing
