"""Chooses a stall of the window's thread: its kind, how long, how often; says what the kind does, and what is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.comparison.stalls.options import KINDS, Kind, StallError, StallOptions, measured
from ui.flat_button import FlatButton
from ui.labels import Marked, paragraph, words
from ui.number_field import number_field
from ui.plain import as_hint, plain
from ui.segments import Segments
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, State
from ui.translate import marked, told, tr

if TYPE_CHECKING:
    from app.comparison.stalls.control import StallControl

NS_PER_MS = 1_000_000
BUSY_MS, PERIOD_MS = 100, 500  # the project's own experiment
MOST_BUSY_MS, MOST_PERIOD_MS = 10_000, 60_000
TITLES = {"sleep": marked("Sleep"), "python": marked("Python"), "native": marked("Native")}
KIND_OF: dict[str, Kind] = {kind: kind for kind in KINDS}
START, END = marked("Stall the window"), marked("End the stall")


class StallChooser(QWidget):
    """Shows the stall of a control, and changes it. What the command line chose is shown too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control: StallControl | None = None
        self._shows = False
        self._kind: Kind = "sleep"
        self._kinds = Segments(theme, {kind: tr(title) for kind, title in TITLES.items()}, tr("Kind of stall"))
        self._kinds.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for kind, segment in self._kinds.segments.items():
            segment.setAccessibleName(tr("Stall of the kind {kind}").format(kind=kind))
            segment.setToolTip(as_hint(told(KINDS[KIND_OF[kind]])))
        self._busy = number_field(tr("Busy for"), "ms", 1, MOST_BUSY_MS, BUSY_MS)
        self._period = number_field(tr("In every"), "ms", 2, MOST_PERIOD_MS, PERIOD_MS)
        self._button = FlatButton(theme, tr(START))
        self._button.setCheckable(True)
        self._about = paragraph("", muted=True)
        self._said = Marked(theme)
        self._place()
        self._kinds.wished.connect(self._kind_wished)
        self._busy.valueChanged.connect(self._changed)
        self._period.valueChanged.connect(self._changed)
        self._button.toggled.connect(self._changed)
        self._explain()

    def _place(self) -> None:
        times = QHBoxLayout()
        times.setSpacing(GAP)
        times.addWidget(self._busy, 1)
        times.addWidget(words(tr("in every"), muted=True))
        times.addWidget(self._period, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(self._kinds)
        box.addLayout(times)
        box.addWidget(self._button)
        box.addWidget(self._said)
        box.addWidget(self._about)

    def show_control(self, control: StallControl) -> None:
        """Follow this one from now on."""
        self._control = control
        control.changed.connect(self._show)
        control.measured.connect(self._tell)
        self._show()

    def options(self) -> StallOptions:
        """What the fields say. StallError where that is none."""
        busy_ns, period_ns = (round(each.value()) * NS_PER_MS for each in (self._busy, self._period))
        return StallOptions(busy_ns, period_ns, self._kind)

    # -- the user's

    @Slot(str)
    def _kind_wished(self, kind: str) -> None:
        self._kind = KIND_OF[kind]
        self._changed()

    @Slot()
    def _changed(self) -> None:
        self._explain()
        if self._control is None or self._shows:
            return
        try:
            options = self.options()
        except StallError as error:
            self._control.set_options(None)
            self._show()
            self._said.say(plain(told(error.args[0]), 200), State.ALARM)
            return
        self._control.set_options(options if self._button.isChecked() else None)
        self._tell()

    def _explain(self) -> None:
        self._kinds.show_choice(self._kind)
        self._about.setText(told(KINDS[self._kind]))

    # -- the control's

    @Slot()
    def _show(self) -> None:
        """It was changed here or elsewhere: in the line that tells of it, or by the command line."""
        control = self._control
        if control is None:
            return
        options = control.options
        self._shows = True
        self._button.setChecked(options is not None)
        if options is not None:
            self._kind = options.kind
            self._busy.setValue(options.busy_ns / NS_PER_MS)
            self._period.setValue(options.period_ns / NS_PER_MS)
        self._shows = False
        text = END if options is not None else START
        self._button.setText(tr(text))
        self._explain()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        control = self._control
        if control is None or control.options is None:
            self._said.say("")
        elif control.is_on:
            stall, figures = told(control.options.sentence()), told(measured(control.figures()))
            self._said.say(tr("On: {stall} ({measured})").format(stall=stall, measured=figures), State.WARNING)
        else:
            self._said.say(tr("It begins with the next session"), State.BUSY)
