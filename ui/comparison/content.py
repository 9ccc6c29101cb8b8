"""The comparison's dock at work: joins its views to a rig, to the stall of the window, and to a comparison.

    left: the links, the stall        right: live | verdict | rounds        above: what a comparison is asked for

While the dock is seen the chosen links are measured (ui.comparison.follower). A comparison has a meter of its own, so
for as long as one is under way nothing else is measured; its blocks come into the table as they are done.
"""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.comparison.rounds.record import CompareOptions
from app.comparison.rounds.runner import ComparisonRun
from app.comparison.schema import Block, Comparison
from app.comparison.stalls.control import StallControl
from app.link.contract import State
from app.rig import Rig
from ui.comparison.compare_bar import Asked, CompareBar
from ui.comparison.figures_of_modes import is_unseen, link_ages
from ui.comparison.follower import Follower
from ui.comparison.hindrances import UNDER_WAY
from ui.comparison.link_list import HEADS, LinkList, age_width
from ui.comparison.live_page import LivePage
from ui.comparison.past_runs import PastRun, lines
from ui.comparison.report_dialog import ReportDialog
from ui.comparison.rounds_view import RoundsView
from ui.comparison.stall_chooser import StallChooser
from ui.comparison.surroundings import surroundings
from ui.comparison.verdict_view import VerdictView
from ui.help.asking import HelpButton, help_at
from ui.inspector.tabs import WordTabs
from ui.labels import words
from ui.plain import as_hint
from ui.slim_scroll_bar import slim
from ui.theme.palette import Theme
from ui.theme.tokens import GRID, MARGIN
from ui.translate import marked, told, tr

LIVE, VERDICT, ROUNDS = range(3)
PAGES = (
    (marked("Live"), marked("Both ways of reading side by side: what is measured now, and what was before")),
    (marked("Verdict"), marked("What the last comparison found, and what it rests on")),
    (marked("Rounds"), marked("Each comparison of this window, with its rounds")),
)
SIDE = 62 * GRID  # px: a name and two ages beside each other; more where words are longer
WIDE, NARROW = 235 * GRID, 200 * GRID  # px: from there on all is in one line; below that less is said
NARROWEST = 184 * GRID  # px: below that the fields stand alone
MOST_RUNS = 20  # past ones are small; more are not looked through
NOT_OPEN, UNSEEN = marked("not connected"), marked("not on screen")  # in place of ages
AGES_ABOUT = marked(
    "How old a link's data is when it is painted, in ms, by one thread and by threads: p99, or what chunks allow"
)


class ComparisonContent(QWidget):
    """Signals: underWay(bool), a comparison that was asked for here begins, or is over."""

    underWay = Signal(bool)

    def __init__(self, theme: Theme, stall: StallControl, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rig: Rig | None = None
        self._follower: Follower | None = None
        self._run: ComparisonRun | None = None
        self._stall = stall
        self._runs: tuple[PastRun, ...] = ()
        self._blocks: tuple[Block, ...] = ()
        self._shown: PastRun | None = None
        self._hindrance = ""
        self.links = LinkList(theme)
        self.stalls = StallChooser(theme)
        self.bar = CompareBar(theme)
        self.tabs = WordTabs(theme)
        self.live, self.verdict, self.rounds = LivePage(theme), VerdictView(theme), RoundsView(theme)
        self._pages = QStackedWidget()
        self._above = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left = QScrollArea()
        self._build()
        help_at(self, "threads#compare")
        self._connect()
        self.stalls.show_control(stall)
        self._show_possible()

    # -- parts

    def _build(self) -> None:
        for page, (name, about) in zip((self.live, self.verdict, self.rounds), PAGES, strict=True):
            self._pages.addWidget(page)
            self.tabs.setTabToolTip(self.tabs.addTab(tr(name)), tr(about))
        self.tabs.setAccessibleName(tr("Pages of the comparison"))
        self._above.setContentsMargins(0, 0, MARGIN, 0)
        self._above.setSpacing(GRID)
        self._above.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        self._above.addWidget(self.bar, 1)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addLayout(self._above)
        right.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addLayout(right, 1)

    def _side(self) -> QWidget:
        """Links and stall; scrolls where the dock is low."""
        heads = QHBoxLayout()
        heads.setContentsMargins(MARGIN, 0, MARGIN, 0)
        heads.setSpacing(0)
        heads.addWidget(words(tr("Links"), strong=True), 1)
        for name in HEADS:
            head = words(tr(name), muted=True)
            head.setAlignment(Qt.AlignmentFlag.AlignRight)
            head.setFixedWidth(age_width())
            head.setToolTip(as_hint(tr(AGES_ABOUT)))
            heads.addWidget(head)
        stall = QVBoxLayout()
        stall.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        stall.setSpacing(GRID)
        stall.addWidget(words(tr("Stall of the window's thread"), strong=True))
        stall.addWidget(self.stalls)
        stall.addWidget(HelpButton("threads#compare", self), 0, Qt.AlignmentFlag.AlignLeft)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(heads)
        column.addWidget(self.links)
        column.addLayout(stall)
        column.addStretch(1)
        area = self._left
        area.setWidget(page)
        area.setFixedWidth(max(SIDE, page.minimumSizeHint().width()))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        slim(area)
        return area

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.links.chosen.connect(self._links_chosen)
        self.bar.asked.connect(self._begin)
        self.bar.cancelled.connect(self.cancel)
        self.verdict.saveWished.connect(self._save)
        self.rounds.chosen.connect(self._run_chosen)
        self._stall.changed.connect(self._stall_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What does not fit beside each other stands below each other."""
        super().resizeEvent(event)
        width = self.width()
        way = QBoxLayout.Direction.LeftToRight if width >= WIDE else QBoxLayout.Direction.TopToBottom
        self._above.setDirection(way)
        self.bar.show_words(time=width >= NARROW, captions=width >= NARROWEST)

    # -- a session

    def show_rig(self, rig: Rig | None) -> None:
        """Follow this one from now on; past comparisons stay."""
        self.cancel()
        follower, self._follower = self._follower, None
        if follower is not None:
            follower.stop()
            follower.deleteLater()
        self._rig = rig
        if rig is not None:
            self._follower = Follower(rig, self)
            self._follower.changed.connect(self._measured)
        self.links.show_links([device.name for device in rig.devices] if rig is not None else [])
        self._measure()
        self._show_possible()

    def end_session(self) -> None:
        """The links are about to close: what is under way ends, and the last figures stay on screen."""
        self.cancel()
        if self._follower is not None:
            self._follower.stop()
        self.bar.set_possible(tr("The session is over"))

    def hold(self, why: str) -> None:
        """A comparison is under way, of this dock or another, and measures alone; or something else that holds one up.
        "" for nothing."""
        self._hindrance = why
        self._measure()
        self._show_possible()

    def _measure(self) -> None:
        """Measure exactly while someone looks and no comparison does."""
        if self._follower is None:
            return
        if self.isVisible() and not self._hindrance:
            self._follower.start()
        else:
            self._follower.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._measure()

    def _show_possible(self) -> None:
        why = ""
        if self._rig is None or not self._rig.devices:
            why = tr("There is no link to compare: open a session, or add a device")
        elif not self.links.names:
            why = tr("No link is chosen: tick one in the list")
        else:
            why = told(self._hindrance)
        self.bar.set_possible(why)
        self.links.setEnabled(not self._hindrance)
        self.stalls.setEnabled(not self._hindrance)

    # -- live

    @Slot()
    def _links_chosen(self) -> None:
        if self._follower is not None:
            self._follower.choose(self.links.names)
        self._show_possible()

    @Slot()
    def _stall_changed(self) -> None:
        if self._follower is not None:
            self._follower.begin_anew()

    @Slot()
    def _measured(self) -> None:
        if self._follower is None or self._rig is None:
            return
        self.live.show_measured(self._follower)
        for row, device in enumerate(self._rig.devices):
            is_open, unseen = device.link.state is State.OPEN, is_unseen(self._follower.figures, device.name)
            note = NOT_OPEN if not is_open else UNSEEN if unseen else ""
            self.links.show_ages(row, link_ages(self._follower.figures, device.name), told(note))

    # -- a comparison

    @Slot(object)
    def _begin(self, asked: Asked) -> None:
        if self._rig is None or self._hindrance:
            return
        options = CompareOptions(
            names=self.links.names,
            for_ns=asked.for_ns,
            rounds=asked.rounds,
            acceptable_ms=asked.acceptable_ms,
            environment=surroundings(self.window()),
        )
        run = self._run = ComparisonRun(self._rig, options, self, stall=self._stall)
        self._blocks = ()
        run.progress.connect(self.bar.show_progress)
        run.blockDone.connect(self._block_done)
        run.finished.connect(self._finished)
        run.failed.connect(self._failed)
        self.verdict.show_problem("")
        self.hold(UNDER_WAY)
        self.underWay.emit(True)
        self.tabs.setCurrentIndex(ROUNDS)
        run.start()

    @Slot()
    def cancel(self) -> None:
        """End the one under way; what was measured is judged. Safe to call at any time."""
        if self._run is not None:
            self._run.cancel()

    @Slot(object)
    def _block_done(self, block: Block) -> None:
        self._blocks = (*self._blocks, block)
        self.rounds.show_lines(lines(self._runs, self._blocks))

    @Slot(object)
    def _finished(self, comparison: Comparison) -> None:
        cancelled = self._run is not None and self._run.is_cancelled
        run = PastRun(comparison, time.strftime("%H:%M:%S"), cancelled)
        self._runs = (*self._runs, run)[-MOST_RUNS:]
        self._over()
        if self._follower is not None:
            self._follower.keep(comparison.modes)
        self._show_run(run)

    @Slot(object)
    def _failed(self, reason: str) -> None:
        self._over()
        self.verdict.show_problem(tr("The comparison came to nothing: {reason}").format(reason=told(reason)))
        self.tabs.setCurrentIndex(VERDICT)

    def _over(self) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.deleteLater()
        self._blocks = ()
        self.hold("")
        self.underWay.emit(False)
        self.bar.show_fields()
        self.rounds.show_lines(lines(self._runs))

    def _show_run(self, run: PastRun) -> None:
        self._shown = run
        self.verdict.show_run(run)
        self.tabs.setCurrentIndex(VERDICT)

    @Slot(int)
    def _run_chosen(self, number: int) -> None:
        if number < len(self._runs):
            self._show_run(self._runs[number])

    @Slot()
    def _save(self) -> None:
        if self._shown is not None:
            dialog = ReportDialog(self._shown.comparison, self)
            dialog.failed.connect(self._not_saved)
            dialog.open()

    @Slot(str)
    def _not_saved(self, reason: str) -> None:
        self.verdict.show_problem(tr("The report was not saved: {reason}").format(reason=reason))
