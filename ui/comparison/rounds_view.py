"""The table of past comparisons and their rounds; choosing a line shows its verdict."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.comparison.past_runs import HEADS, Line
from ui.face import RIGHT, Face
from ui.line_model import Index
from ui.painted_rows import ColumnHeads, RowDelegate, paint_empty, quieten
from ui.plain import as_hint
from ui.slim_scroll_bar import slim
from ui.state_mark import MARK
from ui.theme.fonts import figures_font
from ui.theme.palette import Theme
from ui.theme.states import paint_state
from ui.theme.tokens import GAP, MARGIN, TextSize, Tokens
from ui.translate import marked, tr

LINE_ROLE = Qt.ItemDataRole.UserRole
SHARES = (0.16, 0.14, 0.14, 0.14, 0.16, 0.26)  # of the width
HEADS_ABOUT = marked(
    "By one thread and by threads: the mean age of the worst link, from readable to painted; and the longest lag of "
    "the window's event loop"
)
EMPTY = marked("No comparison yet. “Compare now” measures both ways in turn, and each round stands here as it is done.")


class RoundsView(QWidget):
    """Signals: chosen(int), the number of a comparison was chosen by a double click or Return."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(theme, self)
        self._rows.itemActivated.connect(self._activated)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        heads = ColumnHeads(theme, [tr(head) for head in HEADS], _places, (0, len(HEADS) - 1), self)
        heads.setToolTip(as_hint(tr(HEADS_ABOUT)))
        box.addWidget(heads)
        box.addWidget(self._rows, 1)

    def show_lines(self, lines: list[Line]) -> None:
        """All lines. Who has gone to a line stays there, counted from the end: newer ones come in front."""
        at = self._rows.currentRow()
        below = self._rows.count() - at if at > 0 and self._rows.hasFocus() else 0
        self._rows.clear()
        for line in lines:
            item = QListWidgetItem()
            item.setData(LINE_ROLE, line)
            said = ", ".join(f"{tr(head)}: {cell}" for head, cell in zip(HEADS, line.cells, strict=True) if cell)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(as_hint(said))
            self._rows.addItem(item)
        if lines:
            self._rows.setCurrentRow(max(0, len(lines) - below) if below else 0)

    @Slot(QListWidgetItem)
    def _activated(self, item: QListWidgetItem) -> None:
        line: Line = item.data(LINE_ROLE)
        self.chosen.emit(line.run)


class _Rows(QListWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(_RowDelegate(theme, self))
        quieten(self, theme, tr("Comparisons and their rounds"))
        slim(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count():
            paint_empty(self, tr(EMPTY), 0)


def _places(area: QRect) -> list[QRect]:
    width, left, found = area.width() - MARGIN - GAP, area.x() + GAP, []
    for share in SHARES:
        found.append(QRect(left, area.y(), round(width * share), area.height()))
        left += round(width * share)
    found[-1].adjust(2 * MARGIN, 0, 0, 0)  # words behind figures that end at the same edge
    return found


class _RowDelegate(RowDelegate):
    def make_faces(self) -> None:
        super().make_faces()
        self._strong = Face(figures_font(TextSize.SMALL, strong=True))

    def paint_row(self, painter: QPainter, area: QRect, index: Index, tokens: Tokens) -> None:
        line: Line = index.data(LINE_ROLE)
        first, *figures, last = _places(area)
        is_whole = line.state is not None
        name = self._strong if is_whole else self._small
        name.draw(painter, first if is_whole else first.adjusted(MARGIN, 0, 0, 0), line.cells[0], tokens.text)
        face = self._strong if is_whole else self._figures
        for place, text in zip(figures, line.cells[1:-1], strict=True):
            face.draw(painter, place, text, tokens.text if text[:1].isdigit() else tokens.muted, RIGHT)
        ink = tokens.muted
        if line.state is not None:
            mark = QRectF(last.x(), last.center().y() + 1 - MARK / 2, MARK, MARK)
            paint_state(painter, mark, line.state, tokens)
            last.adjust(MARK + GAP, 0, 0, 0)
            ink = tokens.of_state(line.state)
        self._small.draw(painter, last, line.cells[-1], ink)
