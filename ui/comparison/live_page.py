"""Both modes side by side: ages at the left, costs and waits beside them, or below where the dock is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.comparison.figures_of_modes import age_section, as_text, cost_section, longest_hop, wait_section
from ui.comparison.follower import Follower
from ui.comparison.side_by_side import Head, SideBySide, When
from ui.focus_edge import with_focus_edge
from ui.labels import Marked, paragraph, words
from ui.plain import plain
from ui.slim_scroll_bar import slim
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, State
from ui.translate import marked, told, told_inside, tr
from ui.transport_modes import NAMES

SECTIONS = (age_section, cost_section, wait_section)
ABOUT = marked(
    "Over the newest half minute, weighted by bytes. Ages are upper bounds: they count from the last look at the "
    "kernel's queue before any of it had come. – too few chunks: p50 from 20 on, p99 from 1 000 on. What the "
    "compositor and the screen add is not known."
)


class LivePage(QWidget):
    """Shows what a follower has measured."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables = [SideBySide(theme) for _ in SECTIONS]
        self._note = Marked(theme)
        self._hop = words("", strong=True)
        self._advice = paragraph("")
        self._about = paragraph(tr(ABOUT), muted=True)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._area = QScrollArea()
        self._area.setWidget(self._page())
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName(tr("Both modes side by side"))
        slim(self._area)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(with_focus_edge(theme, self._area))
        copy = QAction(tr("Copy all figures"), self, shortcut=QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.triggered.connect(self._copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _page(self) -> QWidget:
        page, left, right = QWidget(), QVBoxLayout(), QVBoxLayout()
        ages, costs, waits = self._tables
        left.setSpacing(GRID)
        for widget in (ages, self._note, self._hop, self._advice, self._about):
            left.addWidget(widget)
        left.addStretch(1)
        right.setSpacing(GAP)
        right.addWidget(costs)
        right.addWidget(waits)
        right.addStretch(1)
        self._columns.setContentsMargins(GAP, GRID, MARGIN, GAP)
        self._columns.setSpacing(2 * MARGIN)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        page.setLayout(self._columns)
        return page

    @property
    def text(self) -> str:
        return as_text(table.section for table in self._tables)

    def show_measured(self, follower: Follower) -> None:
        heads = tuple(Head(tr(name), _when(follower, mode)) for mode, name in NAMES.items())
        sections = [section(follower.figures) for section in SECTIONS]
        for table, section in zip(self._tables, sections, strict=True):
            table.show_section(section, heads, sections)
        self._note.say(plain(told(follower.note), 400), State.BUSY)
        newest = follower.live or next(iter(follower.figures), "")
        hop = longest_hop(follower.figures.get(newest))
        self._hop.setVisible(hop is not None)
        self._advice.setVisible(hop is not None)
        if hop is not None:
            said = tr("Most of it: {hop} ({way})").format(hop=told_inside(hop[0]), way=told_inside(NAMES[newest]))
            self._hop.setText(said)
            self._advice.setText(told(hop[1]))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where all columns have their width."""
        super().resizeEvent(event)
        needed = self._tables[0].sizeHint().width() + max(each.sizeHint().width() for each in self._tables[1:])
        fits = self.width() >= needed + 2 * MARGIN + GAP + 2 * MARGIN
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if way != self._columns.direction():
            self._columns.setDirection(way)
            self._columns.setSpacing(2 * MARGIN if fits else GAP)


def _when(follower: Follower, mode: str) -> When:
    if mode == follower.live:
        return When.LIVE
    return When.BEFORE if mode in follower.figures else When.NEVER
