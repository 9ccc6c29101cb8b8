"""The line that says which stall of the window's thread is being made, for as long as it is: what is seen meanwhile is
seen in an experiment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.comparison.stalls.options import KINDS, measured
from ui.banner import Banner
from ui.plain import as_hint
from ui.theme.palette import Theme
from ui.theme.tokens import State
from ui.translate import told, tr

if TYPE_CHECKING:
    from app.comparison.stalls.control import StallControl


class StallBanner(Banner):
    """Shows the stall of a control, and ends it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, State.WARNING, tr("Experiment"), tr("End the experiment"), parent)
        self._control: StallControl | None = None
        self.button.clicked.connect(self._end)

    def show_control(self, control: StallControl) -> None:
        """Follow this one from now on."""
        self._control = control
        control.changed.connect(self._show)
        control.measured.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        control = self._control
        if control is None or control.options is None or not control.is_on:
            self.say("")
            return
        said = tr("Experiment: {stall} ({measured})")
        self.say(said.format(stall=told(control.options.sentence()), measured=told(measured(control.figures()))))
        self.setToolTip(as_hint(told(KINDS[control.options.kind])))

    @Slot()
    def _end(self) -> None:
        if self._control is not None:
            self._control.set_options(None)
