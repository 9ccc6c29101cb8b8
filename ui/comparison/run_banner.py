"""The line that says how far a comparison is and what it does now, and at its end the verdict; it can be ended here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.banner import Banner
from ui.plain import as_hint, plain
from ui.theme.palette import Theme
from ui.theme.tokens import State

if TYPE_CHECKING:
    from app.comparison.rounds.runner import ComparisonRun
    from app.comparison.schema import Comparison

ABOUT = "The links are read by the window's thread and by SocketThreads in turn; what is shown is measured meanwhile"
LONGEST = 400
END, DISMISS = "End the comparison", "Dismiss"


class RunBanner(Banner):
    """Follows a comparison for as long as it lasts. Signals: underWay(bool), it begins, or is over."""

    underWay = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, State.BUSY, "Comparison", END, parent)
        self._run: ComparisonRun | None = None
        self.button.clicked.connect(self._end)
        self.setToolTip(as_hint(ABOUT))

    def show_run(self, run: ComparisonRun) -> None:
        """Follow this one from now on."""
        self._run = run
        self.button.setText(END)
        run.progress.connect(self._progressed)
        run.finished.connect(self._finished)
        run.failed.connect(self._failed)
        self.underWay.emit(True)

    @Slot(str, float)
    def _progressed(self, text: str, share: float) -> None:
        self.say(f"Comparison, {100 * share:.0f} % done. {plain(text, LONGEST)}")

    @Slot(object)
    def _finished(self, comparison: Comparison) -> None:
        self._conclude(comparison.verdict)

    @Slot(str)
    def _failed(self, reason: str) -> None:
        self._conclude(f"not done: {reason}")

    def _conclude(self, text: str) -> None:
        self._run = None
        self.button.setText(DISMISS)
        self.say(f"Comparison: {plain(text, LONGEST)}.")
        self.underWay.emit(False)

    @Slot()
    def _end(self) -> None:
        """End it, or put its verdict away."""
        if self._run is not None:
            self._run.cancel()
        else:
            self.say("")
