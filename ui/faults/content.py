"""The fault control's dock at work: joins its views to the control. What is under way counts down while it is seen."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.clock import WallClock, now_ns
from ui.faults.bar import FaultBar
from ui.faults.control import FaultControl
from ui.faults.fault_list import FaultList
from ui.faults.record_lines import RecordLine, record_line
from ui.faults.record_view import RecordView
from ui.slim_scroll_bar import scrolled
from ui.theme.palette import Theme
from ui.theme.tokens import GRID, MARGIN, State
from ui.told_line import ToldLine
from ui.translate import told, tr

COUNT_MS = 100  # a countdown in tenths of a second
TOLD_MS = 50  # events come by the thousand in a reconnect storm; nobody reads faster
WIDE = 190 * GRID  # px: from there on the log stands beside the faults
LIST_HEIGHT = 40 * GRID  # of each list where one stands above the other


class FaultContent(QWidget):
    """Attributes: bar, faults, log: the parts; device: the chosen one's name."""

    def __init__(self, theme: Theme, control: FaultControl, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.device = ""
        self._control = control
        self._wall = WallClock()
        self._shown_devices: tuple[str, ...] = ()
        self.bar, self.faults, self.log = FaultBar(theme), FaultList(theme), RecordView(theme)
        self.said = ToldLine(theme)
        self._lists = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._told = QTimer(self, singleShot=True, interval=TOLD_MS)
        self._count = QTimer(self, interval=COUNT_MS)
        self._place()
        self._connect()

    def _place(self) -> None:
        self._lists.setContentsMargins(0, 0, 0, 0)
        self._lists.setSpacing(MARGIN)
        self._lists.addWidget(self.faults, 5)
        self._lists.addWidget(self.log, 6)
        above = QVBoxLayout()
        above.setContentsMargins(MARGIN, GRID, MARGIN, 0)
        above.setSpacing(0)
        above.addWidget(self.bar)
        above.addWidget(self.said)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addLayout(self._lists, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(page))

    def _connect(self) -> None:
        self.bar.deviceWished.connect(self.choose_device)
        self.bar.playWished.connect(self._play)
        self.bar.randomWished.connect(self._random_wished)
        self.faults.played.connect(self._play)
        self.faults.chosen.connect(self._show_possible)
        self._control.changed.connect(self._changed)
        self._told.timeout.connect(self.refresh)
        self._count.timeout.connect(self._show_log)

    # -- what is shown

    @Slot(str)
    def choose_device(self, name: str) -> None:
        """Play on this one; nothing where it is not simulated."""
        if name in self._control.devices:
            self.device = name
            self.bar.show_choice(name)
            self.faults.show_possible(lambda fault: self._control.hindrance_of(name, fault))
            self._show_possible()

    @Slot()
    def refresh(self) -> None:
        control = self._control
        if not self.isVisible():
            return
        if control.devices != self._shown_devices:
            self._shown_devices = control.devices
            self.bar.show_devices(control.devices)
            self._fit()
            self.choose_device(self.device if self.device in control.devices else control.devices[0])
        self.bar.show_random(plays=control.is_random, hindrance=control.hindrance, seed=control.seed)
        self._show_possible()
        self._show_log()

    @Slot()
    def _show_possible(self) -> None:
        row = self.faults.chosen_row
        why = self._control.hindrance or row.why_not
        self.bar.show_possible(why, lasts=row.kind.lasts)
        device = f"{self.device}: " if self.device else ""
        if self._control.hindrance:
            self.said.show_words(self._control.hindrance, State.WARNING)
        elif row.why_not:
            said = tr("no “{fault}”: {why}").format(fault=told(row.kind.title), why=row.why_not)
            self.said.show_words(f"{device}{said}", State.OFFLINE)
        else:
            self.said.show_words(f"{device}{told(row.kind.about)}")

    @Slot()
    def _show_log(self) -> None:
        record, at = self._control.record, now_ns()
        self._wall.check()
        lines = [record_line(row, at, self._wall.offset_ns) for row in record.rows]
        self.log.show_lines(sorted(lines, key=_is_over))
        if record.open and self.isVisible():
            self._count.start()
        else:
            self._count.stop()

    @Slot()
    def _changed(self) -> None:
        if self.isVisible() and not self._told.isActive():
            self._told.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._told.stop()
        self._count.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= WIDE
        directions = QBoxLayout.Direction
        self._lists.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self.bar.stack(is_narrow=self.width() < self.bar.row_width + 2 * MARGIN)
        for each in (self.faults, self.log):
            each.setMinimumHeight(0 if wide else LIST_HEIGHT)

    # -- the user's

    @Slot()
    def _play(self) -> None:
        kind = self.faults.chosen_row.kind
        why = self._control.play(self.device, kind, self.bar.seconds.value() if kind.lasts else None)
        if why:
            self.said.show_words(tr("Not played: {why}").format(why=told(why)), State.ALARM)

    @Slot(bool)
    def _random_wished(self, plays: bool) -> None:
        self._control.play_at_random(self.bar.mean.value() if plays else None)


def _is_over(line: RecordLine) -> bool:
    return not line.is_open
