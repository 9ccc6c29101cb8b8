"""The send box's dock as the window knows it: empty until it is shown for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.palette import Theme
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from app.device import Device
    from app.rig import Rig
    from ui.sending.content import SendContent


class SendPanel(QWidget):
    """Attributes: content, None before it was shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content: SendContent | None = None
        self._theme = theme
        self._settings: QSettings | None = None
        self._rig: Rig | None = None
        self._device: Device | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def sizeHint(self) -> QSize:
        return QSize(200 * GRID, 66 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(100 * GRID, 26 * GRID)  # beside the other docks in the least window

    def show_settings(self, settings: QSettings) -> None:
        """Where histories are kept that the user wants to keep; once, before it is shown."""
        self._settings = settings

    def show_device(self, rig: Rig | None, device: Device | None) -> None:
        """The device that is chosen."""
        self._rig, self._device = rig, device
        if self.content is not None:
            self.content.show_device(rig, device)

    def rename(self, old: str, new: str) -> None:
        """A device is called otherwise from now on."""
        if self.content is not None:
            self.content.rename(old, new)

    @Slot()
    def refresh(self) -> None:
        """The second's check is done."""
        if self.content is not None:
            self.content.refresh()

    @Slot()
    def focus(self) -> None:
        """By keyboard it can be used at once."""
        if self.content is not None:
            self.content.editor.command.line.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.content is None:
            self._build()

    def _build(self) -> None:
        from ui.sending.content import SendContent

        self.content = SendContent(self._theme, self._settings)
        self._box.addWidget(self.content)
        self.content.show_device(self._rig, self._device)
        self.content.show()  # a layout would show it later, and the focus would find nothing
