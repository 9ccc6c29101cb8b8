"""The faults that the chosen device can have, in words; those that it cannot have are grey and say why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.simulator.faults.catalogue import KINDS, Kind
from ui.face import RIGHT, Face
from ui.line_model import Index
from ui.painted_rows import RowDelegate, quieten
from ui.plain import as_hint, plain
from ui.slim_scroll_bar import slim
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, MARGIN, ROW_HEIGHT, Tokens
from ui.translate import marked, told, tr

ROW = Qt.ItemDataRole.UserRole
OUTCOMES = {"whole": marked("stays whole"), "ended": marked("ends"), "damaged": marked("damaged")}
OUTCOMES_ABOUT = {
    "whole": marked("All bytes arrive, late or in other pieces"),
    "ended": marked("The connection ends; what was received until then is whole"),
    "damaged": marked("The bytes themselves are wrong; all of them arrive"),
}
FAINT = 0.6  # as palette.py has disabled text


@dataclass(frozen=True, slots=True)
class FaultRow:
    """`why_not`: "" where the device can have it."""

    kind: Kind
    why_not: str

    def __str__(self) -> str:
        title, about = told(self.kind.title), told(self.kind.about)
        if self.why_not:
            return tr("{fault}: not available, {why}").format(fault=title, why=self.why_not)
        outcome = tr(OUTCOMES[self.kind.outcome])
        return tr("{fault}: {about}; the stream {outcome}").format(fault=title, about=about, outcome=outcome)

    @property
    def hint(self) -> str:
        """What it does, and what becomes of the stream or why it cannot be had."""
        why = tr("Not available: {why}").format(why=self.why_not)
        more = why if self.why_not else tr(OUTCOMES_ABOUT[self.kind.outcome])
        return f"{told(self.kind.title)}: {told(self.kind.about)}. {more}"


class FaultList(QListWidget):
    """Signals: chosen(): another row is current; played(): a row was double-clicked, or Return was pressed on it."""

    chosen = Signal()
    played = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setItemDelegate(_RowDelegate(theme, self))
        quieten(self, theme, tr("Faults"))
        slim(self)
        self.setMinimumHeight(2 * ROW_HEIGHT)
        for kind in KINDS.values():
            item = QListWidgetItem()
            item.setData(ROW, FaultRow(kind, ""))
            self.addItem(item)
        self.show_possible(lambda _fault: "")
        self.setCurrentRow(0)
        self.currentItemChanged.connect(self._current_changed)
        self.itemDoubleClicked.connect(self._double_clicked)

    @property
    def chosen_row(self) -> FaultRow:
        """The current one."""
        row: FaultRow = (self.currentItem() or self.item(0)).data(ROW)
        return row

    def choose(self, fault: str) -> None:
        self.setCurrentRow(list(KINDS).index(fault))

    def show_possible(self, why_not: Callable[[str], str]) -> None:
        """`why_not`: of a fault's name, why the chosen device cannot have it."""
        for number in range(self.count()):
            item = self.item(number)
            kind: Kind = item.data(ROW).kind
            row = FaultRow(kind, plain(told(why_not(kind.name)), 200))
            item.setData(ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, str(row))
            item.setToolTip(as_hint(row.hint))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return plays. Not `itemActivated`: where one click opens files, one click would play."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.played.emit()
        else:
            super().keyPressEvent(event)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _current_changed(self, _current: QListWidgetItem | None, _previous: QListWidgetItem | None) -> None:
        self.chosen.emit()

    @Slot(QListWidgetItem)
    def _double_clicked(self, _item: QListWidgetItem) -> None:
        self.played.emit()


class _RowDelegate(RowDelegate):
    def make_faces(self) -> None:
        super().make_faces()
        self._title = Face(text_font())
        self._wide = max(self._title.width(told(kind.title)) for kind in KINDS.values())
        self._outcome = max(self._small.width(tr(word)) for word in OUTCOMES.values())

    def paint_row(self, painter: QPainter, area: QRect, index: Index, tokens: Tokens) -> None:
        row: FaultRow = index.data(ROW)
        place = area.adjusted(MARGIN, 0, -MARGIN, 0)
        ink, second = QColor(tokens.text), QColor(tokens.muted)
        if row.why_not:
            ink = second
            ink.setAlphaF(FAINT)
        self._title.draw(painter, place, told(row.kind.title), ink)
        about = place.adjusted(self._wide + MARGIN, 0, 0, 0)
        if not row.why_not:
            word = tr(OUTCOMES[row.kind.outcome])
            self._small.draw(painter, place, word, tokens.muted, RIGHT)
            about.adjust(0, 0, -self._outcome - GAP, 0)
        self._small.draw(painter, about, row.why_not or told(row.kind.about), second)
