"""The back-pressure experiment as a page that guides through it: before, during, after.

    page = BackPressurePage(theme, parent); page.show_rates([("imu", 53_500.0)]); page.show()

Closing it in the middle gives the experiment up. `shutdown` is for the end of the program: `ended` follows once neither
connection nor process is left, at once where there is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from app.comparison.back_pressure.bridging import Result
from app.comparison.back_pressure.experiment import BackPressure, Failure, Plan, Progress, Step
from ui.back_pressure.panes import ResultPane, RunningPane, SetUpPane
from ui.slim_scroll_bar import scrolled
from ui.theme.palette import Theme
from ui.theme.tokens import GRID
from ui.translate import tr

WIDTH, HEIGHT = 210 * GRID, 195 * GRID  # px at first
LEAST_WIDTH, LEAST_HEIGHT = 144 * GRID, 90 * GRID  # the four parts of the way with their words
FRAME = 12 * GRID  # about what a window manager adds


class BackPressurePage(QDialog):
    """Not modal.

    Attributes: experiment; is_running, whether one is under way.
    Signals:
        ended(): after `shutdown`, nothing of an experiment is left.
        underWay(bool): one begins, or is over.
    """

    ended = Signal()
    underWay = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.experiment = BackPressure(self)
        self._plan = Plan()
        self._is_shut = False
        self._is_held = False
        self._set_up = SetUpPane(theme)
        self._running = RunningPane(theme)
        self._result = ResultPane(theme)
        self._stack = QStackedWidget(self)
        self._build()
        self._set_up.begun.connect(self._begin)
        self._running.givenUp.connect(self.experiment.cancel)
        self._result.again.connect(self._ask_again)
        self.experiment.progressed.connect(self._progressed)
        self.experiment.finished.connect(self._finished)

    def _build(self) -> None:
        self.setWindowTitle(tr("Back-pressure experiment"))
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        room = self.screen().availableSize() - QSize(FRAME, FRAME)
        self.resize(QSize(WIDTH, HEIGHT).boundedTo(room).expandedTo(self.minimumSize()))
        for pane in (self._set_up, self._running, self._result):
            self._stack.addWidget(scrolled(pane))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    @property
    def is_running(self) -> bool:
        return self.experiment.step is not Step.IDLE

    def show_rates(self, rates: Sequence[tuple[str, float]]) -> None:
        """Devices and the bytes a second that they send now: rates to choose from."""
        self._set_up.show_rates(rates)

    def hold(self, held: bool) -> None:
        """A comparison is under way, and would measure the stalls made here: none can begin."""
        self._is_held = held
        self._set_up.show_held(held)

    def shutdown(self) -> None:
        """Give up what is under way, and begin nothing any more; `ended` follows."""
        self._is_shut = True
        if self.is_running:
            self.experiment.cancel()
        else:
            self.ended.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.experiment.cancel()
        super().closeEvent(event)

    def reject(self) -> None:
        """Escape."""
        self.experiment.cancel()
        super().reject()

    @Slot(object)
    def _begin(self, plan: Plan) -> None:
        if not self._is_shut and not self._is_held and not self.is_running:
            self._plan = plan
            self.underWay.emit(True)
            self._set_up.show_failure(None)
            self.experiment.start(plan)
            self._running.focus()

    @Slot(object)
    def _progressed(self, progress: Progress) -> None:
        self._show(self._running)
        self._running.show_progress(progress, self._plan)

    @Slot(object)
    def _finished(self, outcome: Result | Failure) -> None:
        self.underWay.emit(False)
        if isinstance(outcome, Result):
            self._result.show_result(outcome)
            self._show(self._result)
            self._result.focus()
        else:
            self._set_up.show_failure(outcome)
            self._ask_again()
        if self._is_shut:
            self.ended.emit()

    @Slot()
    def _ask_again(self) -> None:
        self._show(self._set_up)
        self._set_up.focus()

    def _show(self, pane: QWidget) -> None:
        for number, each in enumerate((self._set_up, self._running, self._result)):
            if each is pane:
                self._stack.setCurrentIndex(number)
