"""A table of both modes beside each other: names left, a block of figures for each mode, a grade behind them.

One painted widget, as the inspector's figures are: a page has a hundred cells that change once a second, and only rows
that read otherwise are painted again. The block of the mode that reads now stands on a ground of its own; the other's
figures are dimmed, since they are of before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.comparison.figures_of_modes import Cell, Row, Section, as_text
from ui.comparison.grades import Grade
from ui.face import RIGHT, Face
from ui.plain import as_hint
from ui.theme.fonts import figures_font, text_font
from ui.theme.palette import Theme
from ui.theme.states import paint_state
from ui.theme.tokens import GAP, GRID, LINE, State, TextSize, Tokens
from ui.translate import marked, tr

INDENT = 3 * GRID
GRADE_MARK = 10  # px: beside small text
PART_SAMPLE = "88888"
VALUE_SAMPLE = "88.8 ms, 88.8 ms"
EMPTY = Section("", (), ())


class When(Enum):
    """Of which time a mode's figures are."""

    LIVE = marked("live")
    BEFORE = marked("before")
    NEVER = marked("not yet")


@dataclass(frozen=True, slots=True)
class Head:
    """A mode's name and of when its figures are."""

    name: str
    when: When


def _frame(section: Section) -> tuple[object, ...]:
    """All of it that is no figure."""
    return section.title, section.parts, [(row.name, row.part) for row in section.rows]


class _Looks:
    def __init__(self) -> None:
        self.heading = Face(text_font(TextSize.SMALL, strong=True))
        self.text = Face(text_font(TextSize.SMALL))
        self.number = Face(figures_font(TextSize.SMALL))
        self.line = max(5 * GRID, self.text.height + GRID)
        self.part = self.number.width(PART_SAMPLE) + GRID
        self.value = self.number.width(VALUE_SAMPLE)
        self.grade = GRADE_MARK + GRID + max(self.text.width(each.word) for each in Grade)


class SideBySide(QWidget):
    """Shows one section; `show_section` repaints the rows that differ."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._looks = _Looks()
        self._names = 0  # px, the widest name
        self.section = EMPTY
        self._beside: Sequence[Section] = ()
        self.heads: tuple[Head, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    # -- what is shown

    def show_section(self, section: Section, heads: tuple[Head, ...], beside: Sequence[Section] = ()) -> None:
        """`beside`: those of the tables that it stands in line with; names take as much room in all of them."""
        before, self.section, self._beside = self.section, section, beside
        heads_before, self.heads = self.heads, heads
        if QAccessible.isActive():
            self.setAccessibleDescription(as_text([section]))
        if _frame(before) != _frame(section):
            self._measure_names()
            self.updateGeometry()
            self.update()
        elif heads != heads_before:
            self.update()
        else:
            for number, (old, new) in enumerate(zip(before.rows, section.rows, strict=True)):
                if old != new:
                    self.update(self._row_place(number))

    # -- measures

    def _measure_names(self) -> None:
        rows = [row for section in (self.section, *self._beside) for row in section.rows]
        width = self._looks.text.width
        self._names = max((width(row.name) + (INDENT if row.part else 0) for row in rows), default=0) + GRID

    @property
    def _block(self) -> int:
        """The width of a mode's figures with their grade."""
        looks = self._looks
        figures = len(self.section.parts) * looks.part if self.section.parts else looks.value
        return figures + GAP + looks.grade + GAP

    @property
    def _top(self) -> int:
        return self._looks.line * (2 if self.section.parts else 1) + GRID + LINE

    def sizeHint(self) -> QSize:
        width = self._names + 2 * (self._block + GAP)
        return QSize(width, self._top + len(self.section.rows) * self._looks.line + GRID)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _row_place(self, number: int) -> QRect:
        return QRect(0, self._top + number * self._looks.line, self.width(), self._looks.line)

    def _block_place(self, mode: int, row: QRect) -> QRect:
        """Blocks stand at the right, with the room between them shared out."""
        width = min(self._block + GAP, (self.width() - self._names) // 2)
        width = max(width, (self.width() - self._names) // 3)
        left = self.width() - (len(self.heads) - mode) * width
        return QRect(left + GAP, row.y(), width - GAP, row.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._looks = _Looks()
            self._measure_names()
            self.updateGeometry()

    # -- hints

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.row_at(event.pos().y())
            QToolTip.showText(event.globalPos(), as_hint(row.hint if row is not None else ""), self)
            return True
        return super().event(event)

    def row_at(self, y: int) -> Row | None:
        number = (y - self._top) // self._looks.line
        return self.section.rows[number] if 0 <= number < len(self.section.rows) else None

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grounds(painter, tokens)
        if event.rect().top() < self._top:
            self._paint_heads(painter, tokens)
        for number, row in enumerate(self.section.rows):
            place = self._row_place(number)
            if place.intersects(event.rect()):
                self._paint_row(painter, place, row, tokens)
        painter.end()

    def _paint_grounds(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for mode, head in enumerate(self.heads):
            if head.when is When.LIVE:
                painter.setBrush(QColor(tokens.surface))
                painter.drawRoundedRect(self._block_place(mode, self.rect()), GRID, GRID)
        painter.fillRect(0, self._top - GRID // 2 - LINE, self.width(), LINE, QColor(tokens.line))

    def _paint_heads(self, painter: QPainter, tokens: Tokens) -> None:
        looks = self._looks
        line = QRect(0, 0, self.width(), looks.line)
        title = line.adjusted(0, 0, -2 * (self._block_place(0, line).width() + GAP), 0)
        looks.heading.draw(painter, title, self.section.title, tokens.text)
        for mode, head in enumerate(self.heads):
            place = self._block_place(mode, line).adjusted(GAP, 0, -GAP, 0)
            self._paint_head(painter, place, head, tokens)
            if self.section.parts:
                below = self._block_place(mode, line.translated(0, looks.line))
                for part, box in zip(self.section.parts, self._part_places(below), strict=True):
                    looks.text.draw(painter, box, part, tokens.muted, RIGHT)

    def _paint_head(self, painter: QPainter, place: QRect, head: Head, tokens: Tokens) -> None:
        """The word of when at the right; the name has what is left."""
        looks, is_live = self._looks, head.when is When.LIVE
        ink = tokens.of_state(State.GOOD) if is_live else tokens.muted
        used = looks.text.draw(painter, place, tr(head.when.value), ink, RIGHT)
        if is_live:
            mark = QRectF(place.right() + 1 - used - GRID - 8, place.center().y() - 3, 8, 8)
            paint_state(painter, mark, State.GOOD, tokens)
            used += GRID + 8
        name = place.adjusted(0, 0, -used - GRID, 0)
        looks.heading.draw(painter, name, head.name, tokens.text if is_live else tokens.muted)

    def _part_places(self, block: QRect) -> list[QRect]:
        looks, count = self._looks, len(self.section.parts)
        right = block.right() + 1 - GAP - looks.grade - GAP
        width = min(looks.part, max(1, (right - block.x()) // count))
        return [QRect(right - (count - n) * width, block.y(), width, block.height()) for n in range(count)]

    def _paint_row(self, painter: QPainter, place: QRect, row: Row, tokens: Tokens) -> None:
        looks = self._looks
        indent = INDENT if row.part else 0
        name = QRect(indent, place.y(), self._block_place(0, place).x() - indent - GRID, place.height())
        looks.text.draw(painter, name, row.name, tokens.muted if row.part else tokens.text)
        for mode, (head, cell) in enumerate(zip(self.heads, row.cells, strict=True)):
            block = self._block_place(mode, place)
            if cell is not None:
                self._paint_cell(painter, block, cell, tokens.text if head.when is When.LIVE else tokens.muted, tokens)

    def _paint_cell(self, painter: QPainter, block: QRect, cell: Cell, ink: str, tokens: Tokens) -> None:
        looks = self._looks
        figures = block.adjusted(GRID, 0, -GAP - looks.grade - GAP, 0)
        if len(cell.texts) == 1:
            is_figure = any(map(str.isdigit, cell.texts[0]))
            looks.number.draw(painter, figures, cell.texts[0], ink if is_figure else tokens.muted, RIGHT)
        else:
            for text, box in zip(cell.texts, self._part_places(block), strict=True):
                looks.number.draw(painter, box, text, ink, RIGHT)
        if cell.grade is not None:
            left = block.right() + 1 - GAP - looks.grade
            mark = QRectF(left, block.center().y() + 1 - GRADE_MARK / 2, GRADE_MARK, GRADE_MARK)
            paint_state(painter, mark, cell.grade.state, tokens)
            word = QRect(left + GRADE_MARK + GRID, block.y(), looks.grade, block.height())
            looks.text.draw(painter, word, cell.grade.word, tokens.of_state(cell.grade.state))
