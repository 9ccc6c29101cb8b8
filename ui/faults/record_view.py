"""The log of the fault control: what is under way above, counting down, then what was before, newest first."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from ui.face import Face
from ui.faults.record_lines import RecordLine, shown_left
from ui.line_list import LineList
from ui.line_model import LINE, Index
from ui.painted_rows import RowDelegate
from ui.state_mark import MARK
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.states import paint_state
from ui.theme.tokens import GAP, MARGIN, TextSize, Tokens
from ui.translate import marked, tr

EMPTY = marked(
    "What is played, and what the simulator says of it, stands here: bytes sent, taken by its kernel, and unsent."
)


class RecordView(LineList):
    """See the module."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _RowDelegate, tr("What was played"), empty=tr(EMPTY))

    def show_lines(self, lines: list[RecordLine]) -> None:
        """All lines."""
        self.lines.show_lines(lines)


class _RowDelegate(RowDelegate):
    def make_faces(self) -> None:
        super().make_faces()
        self._strong = Face(text_font(TextSize.SMALL, strong=True))
        self._time = self._figures.width("88:88:88")
        self._word = self._small.width(shown_left("88.8 s"))

    def paint_row(self, painter: QPainter, area: QRect, index: Index, tokens: Tokens) -> None:
        line: RecordLine = index.data(LINE)
        place = area.adjusted(MARGIN, 0, -MARGIN, 0)
        self._figures.draw(painter, place, line.at, tokens.muted)
        place.adjust(self._time + MARGIN, 0, 0, 0)
        if line.shown is not None:
            mark = QRectF(place.x(), place.center().y() + 1 - MARK / 2, MARK, MARK)
            paint_state(painter, mark, line.shown, tokens)
        place.adjust(MARK + GAP, 0, 0, 0)
        if line.device:
            used = self._small.draw(painter, place, line.device, tokens.text)
            place.adjust(used + GAP, 0, 0, 0)
        face, ink = (self._strong, tokens.text) if line.word else (self._small, tokens.muted)
        used = face.draw(painter, place, line.what, ink)
        place.adjust(used + MARGIN, 0, 0, 0)
        if line.word and line.shown is not None:
            used = self._figures.draw(painter, place, line.word, tokens.of_state(line.shown))
            place.adjust(max(used, self._word) + MARGIN, 0, 0, 0)
        self._figures.draw(painter, place, line.detail, tokens.muted)
