"""The list of commands: when each was sent, what it is, how far it has come. Newest first; rows are painted here."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.link.contract import TicketState
from ui.face import RIGHT, Face
from ui.labels import wrapped
from ui.line_list import LineList
from ui.line_model import LINE, Index
from ui.painted_rows import ColumnHeads, RowDelegate
from ui.sending.ticket_lines import ACCEPTED_MEANS, HEADS, TicketLine, shown_so_far
from ui.state_mark import MARK
from ui.theme.fonts import figures_font, fixed_font, text_font
from ui.theme.palette import Theme
from ui.theme.states import paint_state
from ui.theme.tokens import GAP, GRID, MARGIN, TextSize, Tokens
from ui.translate import marked, told, tr

TIME_SAMPLE, SPAN_SAMPLE = "88:88:88.888", "888 s"
EMPTY = marked("Nothing was sent to this device yet.")
LEAST_COMMAND = 24 * GRID  # px


class TicketList(QWidget):
    """See the module."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        name, about = tr("Commands sent to this device"), attrgetter("about")
        self.rows = LineList(theme, _RowDelegate, name, about, self, empty=tr(EMPTY), left=GAP)
        means = wrapped(tr(ACCEPTED_MEANS), muted=True)
        means.setContentsMargins(GAP, 0, MARGIN, 0)
        means.setFixedHeight(2 * means.fontMetrics().lineSpacing() + GRID)  # whole in the narrowest dock
        policy = means.sizePolicy()
        policy.setHeightForWidth(False)  # else the scroll area around asks for more than the least, and cuts this line
        means.setSizePolicy(policy)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(ColumnHeads(theme, tuple(map(tr, HEADS)), _places, (0, 1, 2), self))
        box.addWidget(self.rows, 1)
        box.addWidget(means)

    @property
    def least_width(self) -> int:
        """In which its columns stand beside each other and something can be read of a command."""
        return sum(_widths()) + LEAST_COMMAND + 2 * GAP + 3 * MARGIN

    def show_lines(self, lines: list[TicketLine]) -> None:
        """All lines."""
        self.rows.lines.show_lines(lines)


def _widths() -> tuple[int, int, int]:
    """Of time, state and span: as wide as they need to be."""
    figures, text = Face(figures_font(TextSize.SMALL)), Face(text_font(TextSize.SMALL))
    word = max(text.width(told(str(state))) for state in TicketState)
    took = figures.width(shown_so_far(SPAN_SAMPLE))
    return figures.width(TIME_SAMPLE), MARK + GAP + word, took


def _places(area: QRect) -> list[QRect]:
    """Of time, command, state and span: the command has what the others leave."""
    time, word, took = _widths()
    left, right = area.x() + GAP, area.right() + 1 - MARGIN
    places = [QRect(left, area.y(), time, area.height())]
    right -= took
    places.append(QRect(right, area.y(), took, area.height()))
    right -= word + GAP
    places.insert(1, QRect(right, area.y(), word, area.height()))
    left += time + MARGIN
    places.insert(1, QRect(left, area.y(), max(0, right - MARGIN - left), area.height()))
    return places


class _RowDelegate(RowDelegate):
    def make_faces(self) -> None:
        super().make_faces()
        self._bytes = Face(fixed_font(TextSize.SMALL))

    def paint_row(self, painter: QPainter, area: QRect, index: Index, tokens: Tokens) -> None:
        line: TicketLine = index.data(LINE)
        at, command, state, took = _places(area)
        self._figures.draw(painter, at, line.at, tokens.muted)
        if line.key:
            used = self._small.draw(painter, command, line.key, tokens.accent, RIGHT)
            command.adjust(0, 0, -used - GAP, 0)
        self._bytes.draw(painter, command, line.command, tokens.text)
        mark = QRectF(state.x(), state.center().y() + 1 - MARK / 2, MARK, MARK)
        paint_state(painter, mark, line.shown, tokens)
        self._small.draw(painter, state.adjusted(MARK + GAP, 0, 0, 0), line.word, tokens.of_state(line.shown))
        self._figures.draw(painter, took, line.took, tokens.muted, RIGHT)
