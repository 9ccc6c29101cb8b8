"""The dock "Cursors": the span between the two cursors, and a row of figures for each curve."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.face import RIGHT, Face
from ui.flat_button import FlatButton
from ui.line_list import LineList
from ui.line_model import LINE, Index
from ui.painted_rows import ColumnHeads, RowDelegate
from ui.plots.reading.figures import FigureLine, heads
from ui.theme.fonts import figures_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, ROW_HEIGHT, TextSize, Tokens
from ui.told_line import ToldLine
from ui.translate import tr

SAMPLE = "−88888.888"  # as wide as a cell likes to be
NAME_SHARE = 0.2  # of the width, at least
LEAST_NAME = 24 * GRID
LIKED_ROWS = 5  # the dock takes its height from the plots


class FiguresPanel(QWidget):
    """See the module.

    Attributes: rows, the list; told, what was done last; heading, the words above.

    Signals: copyWished(), clearWished().
    """

    copyWished = Signal()
    clearWished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        name = tr("Figures of the span between the cursors")
        self.rows = _Rows(theme, _RowDelegate, name, attrgetter("about"), self)
        self.told = ToldLine(theme)
        self._heading = QLabel()
        self._heading.setFont(figures_font(TextSize.SMALL))
        self._copy = FlatButton(theme, tr("Copy"))
        self._copy.setAccessibleName(tr("Copy the figures"))
        self._clear = FlatButton(theme, tr("Clear"))
        self._clear.setAccessibleName(tr("Clear the cursors"))
        self._copy.clicked.connect(self.copyWished)
        self._clear.clicked.connect(self.clearWished)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, GRID, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._build_head())
        box.addWidget(ColumnHeads(theme, (tr("Curve"), *heads()), places, (0,), self))
        box.addWidget(self.rows, 1)

    def _build_head(self) -> QHBoxLayout:
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(GAP)
        row.addWidget(self._heading)
        row.addWidget(self.told, 1)
        row.addWidget(self._copy)
        row.addWidget(self._clear)
        return row

    @property
    def heading(self) -> str:
        return self._heading.text()

    def say(self, heading: str) -> None:
        if heading != self.heading:
            self._heading.setText(heading)

    def show_lines(self, lines: list[FigureLine], *, can_clear: bool) -> None:
        """All rows; `can_clear`: a cursor is there."""
        self.rows.lines.show_lines(lines)
        self._copy.setEnabled(bool(lines))
        self._clear.setEnabled(can_clear)


class _Rows(LineList):
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), LIKED_ROWS * ROW_HEIGHT)


def places(area: QRect) -> list[QRect]:
    """Of the curve's name and the cells: figures are as wide as they like to be, or share what there is."""
    count = len(heads())
    left, right = area.x() + MARGIN, area.right() + 1 - MARGIN
    name = max(LEAST_NAME, round(NAME_SHARE * (right - left)))
    wished = Face(figures_font(TextSize.SMALL)).width(SAMPLE) + MARGIN
    cell = max(1, min(wished, (right - left - name) // count))
    first = right - count * cell
    cells = [QRect(first + number * cell + GAP, area.y(), cell - GAP, area.height()) for number in range(count)]
    return [QRect(left, area.y(), max(0, first - left), area.height()), *cells]


class _RowDelegate(RowDelegate):
    def paint_row(self, painter: QPainter, area: QRect, index: Index, tokens: Tokens) -> None:
        line: FigureLine = index.data(LINE)
        name, *cells = places(area)
        used = self._small.draw(painter, name, line.name, tokens.text)
        self._small.draw(painter, name.adjusted(used + GAP, 0, 0, 0), line.note, tokens.muted)
        for place, text in zip(cells, line.cells, strict=True):
            self._figures.draw(painter, place, text, tokens.text, RIGHT)
