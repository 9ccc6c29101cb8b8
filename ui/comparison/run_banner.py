"""The line that says how far a comparison is and what it does now, and at its end the verdict; it can be ended here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.banner import Banner
from ui.plain import as_hint, plain
from ui.theme.palette import Theme
from ui.theme.tokens import State
from ui.translate import marked, told, tr

if TYPE_CHECKING:
    from app.comparison.rounds.runner import ComparisonRun
    from app.comparison.schema import Comparison

ABOUT = marked(
    "The links are read by the window's thread and by SocketThreads in turn; what is shown is measured meanwhile"
)
LONGEST = 400
END, DISMISS = marked("End the comparison"), marked("Dismiss")


class RunBanner(Banner):
    """Follows a comparison for as long as it lasts. Signals: underWay(bool), it begins, or is over."""

    underWay = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, State.BUSY, tr("Comparison"), tr(END), parent)
        self._run: ComparisonRun | None = None
        self.button.clicked.connect(self._end)
        self.setToolTip(as_hint(tr(ABOUT)))

    def show_run(self, run: ComparisonRun) -> None:
        """Follow this one from now on."""
        self._run = run
        self.button.setText(tr(END))
        run.progress.connect(self._progressed)
        run.finished.connect(self._finished)
        run.failed.connect(self._failed)
        self.underWay.emit(True)

    @Slot(object, float)
    def _progressed(self, text: str, share: float) -> None:
        said = tr("Comparison, {share:.0f} % done. {text}")
        self.say(said.format(share=100 * share, text=plain(told(text), LONGEST)))

    @Slot(object)
    def _finished(self, comparison: Comparison) -> None:
        self._conclude(told(comparison.verdict))

    @Slot(object)
    def _failed(self, reason: str) -> None:
        self._conclude(tr("not done: {reason}").format(reason=told(reason)))

    def _conclude(self, text: str) -> None:
        self._run = None
        self.button.setText(tr(DISMISS))
        self.say(tr("Comparison: {text}.").format(text=plain(text, LONGEST)))
        self.underWay.emit(False)

    @Slot()
    def _end(self) -> None:
        """End it, or put its verdict away."""
        if self._run is not None:
            self._run.cancel()
        else:
            self.say("")
