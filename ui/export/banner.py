"""The line that says how far a file is and, when it is there, where; it can be called off here, or put away."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.banner import Banner
from ui.theme.palette import Theme
from ui.theme.tokens import State
from ui.translate import tr


class ExportBanner(Banner):
    """Signals: cancelWished(), what is under way is to be called off."""

    cancelWished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, State.BUSY, tr("Export"), tr("Cancel"), parent)
        self._is_under_way = False
        self.button.clicked.connect(self._pressed)

    def progress(self, text: str) -> None:
        """Something is under way."""
        self._put(text, State.BUSY, under_way=True)

    def conclude(self, text: str, state: State = State.GOOD) -> None:
        """It is over; "" says nothing of it."""
        self._put(text, state, under_way=False)

    def _put(self, text: str, state: State, *, under_way: bool) -> None:
        self._is_under_way = under_way
        self.button.setText(tr("Cancel") if under_way else tr("Dismiss"))
        self._mark.show_state(state)
        self.say(text)

    @Slot()
    def _pressed(self) -> None:
        if self._is_under_way:
            self.cancelWished.emit()
        else:
            self.say("")
