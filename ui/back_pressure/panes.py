"""The three panes of the back-pressure experiment's page: what will happen, what is happening, what has happened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.comparison.back_pressure.bridging import Result
from app.comparison.back_pressure.experiment import (
    BUFFERS,
    LEAST_RATE,
    LEAST_STALL,
    MOST_RATE,
    MOST_STALL,
    Failure,
    Plan,
    Progress,
    Step,
)
from ui.back_pressure import words as words
from ui.back_pressure.plot import BackPressurePlot
from ui.back_pressure.table import BufferTable
from ui.back_pressure.way import Flow, Way
from ui.face import Face
from ui.flat_button import FlatButton
from ui.help.asking import HelpButton
from ui.labels import wrapped
from ui.number_field import number_field
from ui.state_mark import MARK, StateMark, beside_first_line
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.states import paint_state
from ui.theme.tokens import GAP, GRID, MARGIN, ROW_HEIGHT, State, TextSize
from ui.translate import told, told_inside, tr
from ui.word_button import WordButton

FLOWS = {Step.STANDING: Flow.STANDING, Step.RECOVERING: Flow.RECOVERING}  # all others: steady
COLUMN = 130 * GRID  # px; longer lines are hard to read
FIELD = 26 * GRID
RATES_SHOWN = 5  # devices whose rate can be taken over; the project is made for five


class SetUpPane(QWidget):
    """Says what will happen and asks how long and how fast.

    Signals: begun(Plan), the user has read it and wishes it.
    """

    begun = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        stall, rate = Plan().stall_ns / 1e9, Plan().rate / 1e6
        self._stall = number_field(
            tr("Length of the stall"), "s", LEAST_STALL / 1e9, MOST_STALL / 1e9, stall, decimals=1
        )
        self._rate = number_field(tr("Rate of the sender"), "MB/s", LEAST_RATE / 1e6, MOST_RATE / 1e6, rate, decimals=2)
        self._stall.setSingleStep(0.5)
        self._takes = [WordButton("", TextSize.SMALL) for _ in range(RATES_SHOWN)]
        self._rates: list[float] = []
        self._is_held = False
        self._way = Way(theme, Flow.STANDING, self)
        self._beforehand = label("")
        self._failed = _Marked(theme, State.ALARM, self)
        self._begin = FlatButton(theme, tr("Stand still"), is_main=True)
        self._begin.setDefault(True)
        self._place()
        self._stall.valueChanged.connect(self._say_beforehand)
        self._begin.clicked.connect(self._begin_clicked)
        for button in self._takes:
            button.clicked.connect(self._take_clicked)
        self.show_rates(())
        self.show_failure(None)
        self._say_beforehand()

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, 2 * MARGIN)
        column.setSpacing(GAP)
        column.addWidget(label(tr(words.TITLE), TextSize.TITLE, strong=True))
        column.addSpacing(GRID)
        column.addWidget(self._way)
        column.addSpacing(GRID)
        column.addLayout(_numbered([tr(step) for step in words.STEPS]))
        column.addSpacing(MARGIN)
        column.addLayout(self._choices())
        column.addSpacing(MARGIN)
        column.addWidget(self._failed)
        column.addWidget(self._beforehand)
        row = QHBoxLayout()
        row.addWidget(self._begin)
        row.addStretch(1)
        row.addWidget(HelpButton("back-pressure#experiment", self))
        column.addLayout(row)
        column.addStretch(1)

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GAP)
        asked = ((tr("Stand still for"), self._stall), (tr("The sender sends"), self._rate))
        for row, (text, number) in enumerate(asked):
            number.setFixedWidth(FIELD)
            caption = label(text, muted=True)
            caption.setWordWrap(False)
            caption.setMinimumWidth(caption.sizeHint().width())
            caption.setBuddy(number)
            grid.addWidget(caption, row, 0)
            grid.addWidget(number, row, 1)
        takes = QVBoxLayout()
        takes.setSpacing(0)
        for button in self._takes:
            takes.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addLayout(takes, 2, 1, 1, 2)
        grid.setColumnStretch(2, 1)
        return grid

    def plan(self) -> Plan:
        return Plan(rate=self._rate.value() * 1e6, stall_ns=round(self._stall.value() * 1e9), buffers=BUFFERS)

    def show_rates(self, rates: Sequence[tuple[str, float]]) -> None:
        """Devices and the bytes a second that they send, so that the answer is in the user's terms."""
        usable = [(name, rate) for name, rate in rates if LEAST_RATE <= rate <= MOST_RATE][:RATES_SHOWN]
        self._rates = [rate for _, rate in usable]
        for number, button in enumerate(self._takes):
            button.setVisible(number < len(usable))
            if number < len(usable):
                text = words.device_rate(*usable[number])
                button.setText(text.replace("&", "&&"))
                button.setAccessibleName(tr("Rate {rate}").format(rate=text))

    def show_failure(self, failure: Failure | None) -> None:
        """Why the last one came to nothing; nothing for None and for one that the user gave up."""
        is_told = failure is not None and not failure.cancelled
        self._failed.setVisible(is_told)
        if failure is not None and is_told:
            self._failed.say(words.failed(failure))

    def show_held(self, held: bool) -> None:
        """While a comparison is under way it says so, in place of what would happen."""
        self._is_held = held
        self._begin.setEnabled(not held)
        self._say_beforehand()

    def focus(self) -> None:
        self._begin.setFocus()

    @Slot()
    def _say_beforehand(self) -> None:
        text = words.beforehand(self.plan().stall_ns, len(BUFFERS))
        self._beforehand.setText(tr(words.HELD) if self._is_held else text)

    @Slot()
    def _take_clicked(self) -> None:
        for button, rate in zip(self._takes, self._rates, strict=False):
            if button is self.sender():
                self._rate.setValue(rate / 1e6)

    @Slot()
    def _begin_clicked(self) -> None:
        self.begun.emit(self.plan())


class RunningPane(QWidget):
    """Says what is going on. Signals: givenUp()."""

    givenUp = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", TextSize.TITLE, strong=True)
        self._now = label("")
        self._way = Way(theme, Flow.STEADY, self)
        self._runs = _RunList(theme, self)
        self._cancel = FlatButton(theme, tr("Give up"))
        self._cancel.clicked.connect(self.givenUp)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, 2 * MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self._title)
        column.addWidget(self._now)
        column.addSpacing(GRID)
        column.addWidget(self._way)
        column.addSpacing(MARGIN)
        column.addWidget(self._runs)
        column.addSpacing(MARGIN)
        column.addWidget(label(tr("While it stands still this window takes no click and no key."), muted=True))
        row = QHBoxLayout()
        row.addWidget(self._cancel)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def show_progress(self, progress: Progress, plan: Plan) -> None:
        stands = progress.step is Step.STANDING
        now = words.now(progress, plan.stall_ns)
        self._title.setText(told(now) if stands else words.run_title(progress))
        self._now.setText(words.run_title(progress) if stands else told(now))
        self._way.show_flow(FLOWS.get(progress.step, Flow.STEADY))
        self._runs.show_progress(progress, plan, now)
        self._cancel.setEnabled(progress.step is not Step.CLEARING)

    def focus(self) -> None:
        self._cancel.setFocus()


class ResultPane(QWidget):
    """The answer, the curve of the chosen buffer and its story, the table. Signals: again()."""

    again = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: Result | None = None
        self._answer = label("", TextSize.TITLE, strong=True)
        self._plot = BackPressurePlot(theme, self)
        self._arrival = _Marked(theme, State.GOOD, self)
        self._story = label("")
        self._limits = label("", TextSize.SMALL, muted=True)
        self._table = BufferTable(theme, self)
        self._again = FlatButton(theme, tr("Once more…"))
        self._again.clicked.connect(self.again)
        self._table.chosen.connect(self._choose)
        self._place()

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * MARGIN, MARGIN, 2 * MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self._answer)
        column.addWidget(self._table)
        column.addSpacing(GRID)
        column.addWidget(self._plot, 1)
        for widget in (self._arrival, self._story, self._limits):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self._again)
        row.addStretch(1)
        row.addWidget(HelpButton("back-pressure#bridge", self))
        column.addLayout(row)

    def show_result(self, result: Result) -> None:
        self._result = result
        self._answer.setText(words.answer(result))
        self._table.show_runs(result.runs)

    def focus(self) -> None:
        self._table.focus()

    @Slot(int)
    def _choose(self, number: int) -> None:
        if self._result is None:
            return
        run = self._result.runs[number]
        self._plot.show_run(run)
        self._arrival.say(words.arrival(run), State.GOOD if run.in_order else State.ALARM)
        self._story.setText("\n".join(words.what_tcp_did(run)))
        self._limits.setText(words.limits(run))


def label(text: str, size: TextSize = TextSize.BODY, *, strong: bool = False, muted: bool = False) -> QLabel:
    """A paragraph in the size of a page that is read from its top."""
    return wrapped(text, size, strong=strong, muted=muted)


def _numbered(texts: Sequence[str]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(MARGIN)
    grid.setVerticalSpacing(GAP)
    for row, text in enumerate(texts):
        number = label(str(row + 1), strong=True)
        number.setMinimumWidth(MARGIN)
        number.setForegroundRole(QPalette.ColorRole.Link)
        grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(text), row, 1)
    grid.setColumnStretch(1, 1)
    return grid


class _Marked(QWidget):
    """A sentence behind the mark of a state."""

    def __init__(self, theme: Theme, state: State, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = StateMark(theme, self)
        self._mark.show_state(state)
        self._text = label("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addLayout(beside_first_line(self._mark))
        row.addWidget(self._text, 1)

    def say(self, text: str, state: State | None = None) -> None:
        self._text.setText(text)
        if state is not None:
            self._mark.show_state(state)


class _RunList(QWidget):
    """One line a receive buffer: what is done, what is going on, what is still to come."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face = Face(text_font())
        self._lines: tuple[tuple[State, str, str], ...] = ()
        theme.changed.connect(self.update)

    def show_progress(self, progress: Progress, plan: Plan, now: str) -> None:
        lines = []
        for number, buffer in enumerate(plan.buffers):
            name = words.buffer_name(buffer)
            if number < progress.run:
                lines.append((State.GOOD, name, tr("done")))
            elif number == progress.run:
                lines.append((State.BUSY, name, told_inside(now)))
            else:
                lines.append((State.OFFLINE, name, tr("to come")))
        self._lines = tuple(lines)
        self.setAccessibleName("; ".join(f"{name}: {word}" for _, name, word in lines))
        self.setFixedHeight(ROW_HEIGHT * len(lines))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(COLUMN, ROW_HEIGHT * len(self._lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        names = max((self._face.width(name) for _, name, _ in self._lines), default=0)
        for number, (state, name, word) in enumerate(self._lines):
            row = QRect(0, number * ROW_HEIGHT, self.width(), ROW_HEIGHT)
            paint_state(painter, QRectF(0, row.center().y() + 1 - MARK / 2, MARK, MARK), state, tokens)
            self._face.draw(painter, row.adjusted(MARK + GAP, 0, 0, 0), name, tokens.text)
            ink = tokens.muted if state is State.OFFLINE else tokens.of_state(state)
            self._face.draw(painter, row.adjusted(MARK + GAP + names + 2 * MARGIN, 0, 0, 0), word, ink)
        painter.end()
