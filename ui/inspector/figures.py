"""A list of figures: name left and dimmed, value right in tabular digits, headings between.

One painted widget instead of a grid of labels: a page has sixty figures that change four times a second, and only
lines whose text has changed are painted again. Everything is drawn as plain text, so nothing that came from a device
can be taken for markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.theme.fonts import figures_font, text_font
from ui.theme.tokens import GRID, TextSize

LINE = 5 * GRID
HEADING = 8 * GRID
MARGIN = 3 * GRID


@dataclass(frozen=True, slots=True)
class Figure:
    """One line. `value` None makes it a heading. `tone` colours the value; `hint` explains it on hover."""

    name: str
    value: str | None = None
    tone: QColor | None = None
    hint: str = ""

    @property
    def height(self) -> int:
        return HEADING if self.value is None else LINE


class Figures(QWidget):
    """Shows a sequence of Figures; `show_figures` repaints the lines that differ."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[Figure, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setMouseTracking(True)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        old, self._figures = self._figures, tuple(figures)
        self.setAccessibleDescription("; ".join(f"{f.name} {f.value or ''}" for f in self._figures))
        if [f.height for f in old] != [f.height for f in self._figures]:
            self.updateGeometry()
            self.update()
            return
        top = 0
        for before, after in zip(old, self._figures, strict=True):
            if before != after:
                self.update(QRect(0, top, self.width(), after.height))
            top += after.height

    def text(self) -> str:
        """All lines as plain text, to copy."""
        return "\n".join(f.name if f.value is None else f"  {f.name}: {f.value}" for f in self._figures)

    def sizeHint(self) -> QSize:
        return QSize(240, sum(f.height for f in self._figures) + MARGIN)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            figure = self._figure_at(event.pos().y())  # type: ignore[attr-defined]  # a QHelpEvent, as the type says
            text = figure.hint if figure else ""
            QToolTip.showText(event.globalPos(), text, self)  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def _figure_at(self, y: int) -> Figure | None:
        top = 0
        for figure in self._figures:
            top += figure.height
            if y < top:
                return figure
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = 0
        for figure in self._figures:
            line = QRect(MARGIN, top, self.width() - 2 * MARGIN, figure.height)
            if event.rect().intersects(line):
                self._paint_line(painter, line, figure)
            top += figure.height
        painter.end()

    def _paint_line(self, painter: QPainter, line: QRect, figure: Figure) -> None:
        palette = self.palette()
        dim = palette.color(QPalette.ColorRole.PlaceholderText)
        if figure.value is None:
            painter.setFont(text_font(TextSize.SMALL, strong=True))
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            painter.drawText(line.adjusted(0, 0, 0, -GRID), Qt.AlignmentFlag.AlignBottom, figure.name)
            return
        middle = Qt.AlignmentFlag.AlignVCenter
        names, numbers = text_font(TextSize.SMALL), figures_font(TextSize.SMALL)
        wanted = QFontMetrics(numbers).horizontalAdvance(figure.value)
        painter.setFont(names)
        painter.setPen(dim)
        name_width = max(line.width() - wanted - 2 * GRID, line.width() // 3)
        name = painter.fontMetrics().elidedText(figure.name, Qt.TextElideMode.ElideRight, name_width)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | middle, name)
        painter.setFont(numbers)
        painter.setPen(figure.tone or palette.color(QPalette.ColorRole.WindowText))
        room = line.width() - QFontMetrics(names).horizontalAdvance(name) - 2 * GRID
        value = painter.fontMetrics().elidedText(figure.value, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | middle, value)
