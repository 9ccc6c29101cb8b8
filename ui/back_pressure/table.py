"""The receive buffers and the stalls that they bridged; the chosen row's curve is the one that is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.comparison.back_pressure.bridging import Run
from app.quantities import shown_bytes
from ui.back_pressure.words import bridged, buffer_name, granted, shown_span
from ui.face import RIGHT, Face
from ui.line_model import Index
from ui.painted_rows import ColumnHeads, RowDelegate, quieten
from ui.plain import as_hint
from ui.theme.fonts import figures_font, text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GRID, MARGIN, ROW_HEIGHT, TextSize, Tokens
from ui.translate import marked, told, tr

HEADS = (
    marked("Receive buffer"),
    marked("Granted"),
    marked("Stall bridged"),
    marked("Held at most"),
    marked("Waited"),
)
CELLS = Qt.ItemDataRole.UserRole


def cells(run: Run) -> tuple[str, ...]:
    """One row."""
    waited = tr("not at all") if run.bridged_ms is None else shown_span(max(run.waited_ms, run.refused_ms))
    return buffer_name(run.buffer.asked), granted(run), bridged(run), shown_bytes(run.held_most), waited


class BufferTable(QWidget):
    """Signals: chosen(int), the number of a row."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QListWidget(self)
        self._columns = _Columns()
        self._heads = ColumnHeads(theme, [tr(head) for head in HEADS], self._columns.places, (0,), self)
        self._rows.setItemDelegate(_RowDelegate(theme, self._columns, self._rows))
        quieten(self._rows, theme, tr("Receive buffers"))
        self._rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows.currentRowChanged.connect(self._row_changed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._heads)
        box.addWidget(self._rows)

    def show_runs(self, runs: tuple[Run, ...]) -> None:
        self._rows.clear()
        rows = [cells(run) for run in runs]
        self._columns.fit(rows)
        self._heads.update()
        for run, row in zip(runs, rows, strict=True):
            item = QListWidgetItem()
            item.setData(CELLS, row)
            said = ", ".join(f"{tr(head)}: {cell}" for head, cell in zip(HEADS, row, strict=True))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(as_hint(told(run.buffer.note)))
            self._rows.addItem(item)
        self._rows.setFixedHeight(len(runs) * ROW_HEIGHT)
        self._rows.setCurrentRow(0)

    def focus(self) -> None:
        self._rows.setFocus()

    @Slot(int)
    def _row_changed(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)


class _Columns:
    """Where each cell stands: a column is as wide as what it holds, and what is left over is shared out."""

    def __init__(self) -> None:
        self._needed = [0] * len(HEADS)
        self.fit(())

    def fit(self, rows: Sequence[Sequence[str]]) -> None:
        head, strong = Face(text_font(TextSize.SMALL)), Face(figures_font(strong=True))
        heads = [head.width(tr(text)) for text in HEADS]
        self._needed = [max([heads[n], *(strong.width(row[n]) for row in rows)]) + GRID for n in range(len(HEADS))]

    def places(self, area: QRect) -> list[QRect]:
        spare = max(0, area.width() - 2 * MARGIN - sum(self._needed)) / (len(HEADS) - 1)
        right, found = float(area.x() + MARGIN), []
        for number, needed in enumerate(self._needed):
            left, right = right, right + needed + (spare if number else 0)
            found.append(QRect(round(left), area.y(), round(right) - round(left), area.height()))
        return found


class _RowDelegate(RowDelegate):
    shows_pointed = False

    def __init__(self, theme: Theme, columns: _Columns, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._columns = columns

    def make_faces(self) -> None:
        """In the text's own size: there are few rows, and they are what one came for."""
        self._text, self._figures = Face(text_font()), Face(figures_font())
        self._strong = Face(figures_font(strong=True))

    def paint_row(self, painter: QPainter, area: QRect, index: Index, tokens: Tokens) -> None:
        faces = (self._text, self._figures, self._strong, self._figures, self._figures)
        for number, (place, text) in enumerate(zip(self._columns.places(area), index.data(CELLS), strict=True)):
            side = RIGHT if number else Qt.AlignmentFlag.AlignLeft
            faces[number].draw(painter, place.adjusted(0, 0, 0, -GRID // 4), text, tokens.text, side)
