"""A list of figures: name left and dimmed, number right in figures of one width, unit behind it; headings and notes.

One painted widget instead of a grid of labels: a page has forty figures that change five times a second, and only lines
that read otherwise are painted again. Everything is drawn as plain text, so nothing that came from a device can be
taken for markup. What does not fit beside its name goes on a line of its own; notes wrap; nothing is silently cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.face import MIDDLE, RIGHT, Face
from ui.inspector.help_links import HelpLinks, target_of_entry
from ui.plain import as_hint
from ui.state_mark import MARK
from ui.theme.fonts import figures_font, text_font
from ui.theme.palette import Theme
from ui.theme.states import paint_state
from ui.theme.tokens import GAP, GRID, MARGIN, State, TextSize
from ui.translate import tr

INDENT = 4 * GRID  # of a reason under the sum that it belongs to
UNIT_SAMPLE = "MiB"
CELL_SAMPLE = "9999.9"
TIME_SAMPLE = "88:88:88"
_LONG_WORD = re.compile(r"\S{20}(?=\S{4})")
KEPT_HEIGHTS = 500  # lines whose height is remembered; reasons and notes come and go


@dataclass(frozen=True, slots=True)
class Heading:
    """Begins a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One line. A number has a `unit` ("" where it has none but others in its section have one); a text has None and
    ends at the edge. `tone` colours the value, `hint` explains it on hover, `part` indents it."""

    name: str
    value: str
    tone: State | None = None
    hint: str = ""
    unit: str | None = None
    part: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence, wrapped. With a `tone` its mark stands before it; a `part` stands below the words of such a one.
    `target`: the page of the help that a click opens."""

    text: str
    tone: State | None = None
    part: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure, how good that is by mark and word ("" and None where it is not known), and the limits of it."""

    name: str
    value: str
    unit: str | None
    tone: State | None
    word: str
    limits: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """What happened and when; the text wraps beside the time."""

    when: str
    text: str


@dataclass(frozen=True, slots=True)
class Cells:
    """A row of a small table: values that stand in columns under each other. A single value has all the room; a `head`
    names the columns."""

    name: str
    values: tuple[str, ...]
    hint: str = ""
    head: bool = False


Entry = Heading | Figure | Note | Cells | Judged | Dated


def as_text(entries: Sequence[Entry]) -> str:
    """All lines as plain text, to copy and to read out."""
    return "\n".join(_line(entry) for entry in entries)


def _line(entry: Entry) -> str:
    if isinstance(entry, Figure):
        return f"  {'  ' if entry.part else ''}{entry.name}: {entry.value} {entry.unit or ''}".rstrip()
    if isinstance(entry, Cells):
        return f"  {entry.name}: {'  '.join(entry.values)}"
    if isinstance(entry, Judged):
        told = " ".join(part for part in (entry.value, entry.unit or "", entry.word) if part)
        return f"  {entry.name}: {told} ({entry.limits})"
    if isinstance(entry, Dated):
        return f"  {entry.when}  {entry.text}"
    return f"  {entry.text}" if isinstance(entry, Note) and entry.part else entry.text


def _indent(note: Note) -> int:
    return MARK + GAP if note.tone is not None or note.part else 0


def breakable(text: str) -> str:
    """`text` in which words that are too long for a line may be broken."""
    return _LONG_WORD.sub("\\g<0>\N{ZERO WIDTH SPACE}", text)


class _Looks:
    def __init__(self) -> None:
        self.heading = Face(text_font(TextSize.SMALL, strong=True))
        self.text = Face(text_font(TextSize.SMALL))
        self.number = Face(figures_font(TextSize.SMALL))
        self.line = max(5 * GRID, self.text.height + GRID)
        self.unit_width = self.text.width(UNIT_SAMPLE)
        self.cell_width = self.number.width(CELL_SAMPLE) + GRID
        self.time_width = self.number.width(TIME_SAMPLE) + GAP

    def wrapped(self, text: str, width: int) -> int:
        """The height of a text of several lines."""
        box = QRect(0, 0, max(1, width), 1 << 16)
        return self.text.metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), breakable(text)).height()


class Figures(QWidget):
    """Shows entries; `show_figures` repaints those that differ."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[Entry, ...] = ()
        self._looks = _Looks()
        self._heights: dict[Entry, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.installEventFilter(HelpLinks(self))
        theme.changed.connect(self.update)

    # -- what is shown

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self._entries

    def show_figures(self, entries: Sequence[Entry]) -> None:
        old, self._entries = self._entries, tuple(entries)
        if old == self._entries:
            return
        if QAccessible.isActive():
            self.setAccessibleDescription(as_text(self._entries))
        if [self._height(entry) for entry in old] != [self._height(entry) for entry in self._entries]:
            self.updateGeometry()
            self.update()
            return
        top = self._top
        for before, after in zip(old, self._entries, strict=True):
            height = self._height(after)
            if before != after:
                self.update(QRect(0, top, self.width(), height))
            top += height

    # -- measures

    def sizeHint(self) -> QSize:
        return QSize(60 * GRID, self.heightForWidth(max(self.width(), 60 * GRID)))

    def minimumSizeHint(self) -> QSize:
        return QSize(40 * GRID, 10 * GRID)

    def heightForWidth(self, width: int) -> int:
        if width != self.width():
            return self._top + sum(self._measure(entry, width) for entry in self._entries) + MARGIN
        return self._top + sum(self._height(entry) for entry in self._entries) + MARGIN

    @property
    def _top(self) -> int:
        """A heading keeps its distance from what is above it, but not from the edge."""
        return -2 * GRID if self._entries and isinstance(self._entries[0], Heading) else 0

    def _height(self, entry: Entry) -> int:
        height = self._heights.get(entry)
        if height is None:
            if len(self._heights) > KEPT_HEIGHTS:
                self._heights.clear()
            height = self._heights[entry] = self._measure(entry, self.width())
        return height

    def _measure(self, entry: Entry, width: int) -> int:
        room, looks = width - 2 * MARGIN, self._looks
        if isinstance(entry, Heading):
            return looks.line + 3 * GRID
        if isinstance(entry, Note):
            return looks.wrapped(entry.text, room - _indent(entry)) + (GRID if entry.part else GAP)
        if isinstance(entry, Dated):
            return looks.wrapped(entry.text, room - looks.time_width) + GRID
        if isinstance(entry, Judged):
            return looks.line + (1 if self._limits_fit(entry, room) else 2) * (looks.line - GRID) + GRID
        return looks.line if self._fits(entry, room) else 2 * looks.line - GRID

    def _fits(self, figure: Figure | Cells, room: int) -> bool:
        looks = self._looks
        if isinstance(figure, Cells):
            cells = sum(self._cell_widths(figure))
            return looks.text.width(figure.name) + GRID + cells <= room
        unit = 0 if figure.unit is None else looks.unit_width + GRID
        indent = INDENT if figure.part else 0
        return indent + looks.text.width(figure.name) + GAP + looks.number.width(figure.value) + unit <= room

    def _limits_fit(self, judged: Judged, room: int) -> bool:
        looks = self._looks
        mark = MARK + GRID if judged.tone else 0
        return mark + looks.text.width(judged.word) + GAP + looks.text.width(judged.limits) <= room

    def _cell_widths(self, cells: Cells) -> list[int]:
        if len(cells.values) == 1:
            return [self._looks.text.width(cells.values[0])]
        return [self._looks.cell_width] * len(cells.values)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._heights.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._looks = _Looks()
            self._heights.clear()
            self.updateGeometry()

    # -- hints

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            entry = self.entry_at(event.pos().y())
            hint = tr("Click: what is this?") if target_of_entry(entry) else getattr(entry, "hint", "")
            QToolTip.showText(event.globalPos(), as_hint(hint), self)
            return True
        return super().event(event)

    def entry_at(self, y: float) -> Entry | None:
        """What stands at this height."""
        top = self._top
        for entry in self._entries:
            top += self._height(entry)
            if y < top:
                return entry
        return None

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top, asked = self._top, event.rect()
        for entry in self._entries:
            place = QRect(MARGIN, top, self.width() - 2 * MARGIN, self._height(entry))
            if place.bottom() >= asked.top() and place.top() <= asked.bottom():
                self._paint(painter, place, entry)
            top += place.height()
        painter.end()

    def _paint(self, painter: QPainter, place: QRect, entry: Entry) -> None:
        tokens, looks = self._theme.tokens, self._looks
        if isinstance(entry, Figure):
            self._paint_figure(painter, place, entry)
        elif isinstance(entry, Cells):
            self._paint_cells(painter, place, entry)
        elif isinstance(entry, Heading):
            looks.heading.draw(painter, place.adjusted(0, 3 * GRID, 0, 0), entry.text, tokens.text)
        elif isinstance(entry, Judged):
            self._paint_judged(painter, place, entry)
        elif isinstance(entry, Dated):
            self._paint_dated(painter, place, entry)
        else:
            self._paint_note(painter, place, entry)

    def _paint_note(self, painter: QPainter, place: QRect, note: Note) -> None:
        tokens, face = self._theme.tokens, self._looks.text
        ink = tokens.muted
        if note.tone is not None:
            ink = tokens.of_state(note.tone)
            mark = QRectF(place.x(), place.y() + (face.height - MARK) / 2 + 1, MARK, MARK)
            paint_state(painter, mark, note.tone, tokens)
        place = place.adjusted(_indent(note), 0, 0, 0)
        painter.setFont(face.font)
        painter.setPen(QColor(ink))
        painter.drawText(place, int(Qt.TextFlag.TextWordWrap), breakable(note.text))

    def _paint_dated(self, painter: QPainter, place: QRect, dated: Dated) -> None:
        tokens, looks = self._theme.tokens, self._looks
        first = QRect(place.x(), place.y(), looks.time_width, looks.text.height)
        looks.number.draw(painter, first, dated.when, tokens.muted)
        painter.setFont(looks.text.font)
        painter.setPen(QColor(tokens.text))
        beside = place.adjusted(looks.time_width, 0, 0, 0)
        painter.drawText(beside, int(Qt.TextFlag.TextWordWrap), breakable(dated.text))

    def _paint_judged(self, painter: QPainter, place: QRect, judged: Judged) -> None:
        """The figure as every other; below it how good that is, and the limits at the right (or below that)."""
        tokens, looks = self._theme.tokens, self._looks
        first = QRect(place.x(), place.y(), place.width(), looks.line)
        value, unit = judged.value, judged.unit
        if unit is not None and looks.text.width(unit) > looks.unit_width:
            value, unit = f"{value} {unit}", None  # "0 segments" ends at the edge
        self._paint_figure(painter, first, Figure(judged.name, value, judged.tone, unit=unit))
        second = first.translated(0, looks.line - GRID)
        word = second
        if judged.tone is not None:
            side = MARK - 2
            mark = QRectF(second.x(), second.center().y() + 1 - side / 2, side, side)
            paint_state(painter, mark, judged.tone, tokens)
            word = second.adjusted(MARK + GRID, 0, 0, 0)
            looks.text.draw(painter, word, judged.word, tokens.of_state(judged.tone))
        fits = self._limits_fit(judged, place.width())
        limits = second if fits else second.translated(0, looks.line - GRID)
        looks.text.draw(painter, limits, judged.limits, tokens.muted, RIGHT)

    def _paint_figure(self, painter: QPainter, place: QRect, figure: Figure) -> None:
        tokens, looks = self._theme.tokens, self._looks
        fits = self._fits(figure, place.width())
        first = QRect(place.x(), place.y(), place.width(), looks.line)
        second = first if fits else first.translated(0, looks.line - GRID)
        indent = INDENT if figure.part else 0
        looks.text.draw(painter, first.adjusted(indent, 0, 0, 0), figure.name, tokens.muted)
        value = second.adjusted(indent, 0, 0, 0)
        if figure.unit is not None:
            unit = QRect(value.right() + 1 - looks.unit_width, value.y(), looks.unit_width, value.height())
            looks.text.draw(painter, unit, figure.unit, tokens.muted)
            value = value.adjusted(0, 0, -looks.unit_width - GRID, 0)
        ink = tokens.of_state(figure.tone) if figure.tone else tokens.text
        looks.number.draw(painter, value, figure.value, ink, RIGHT, MIDDLE)

    def _paint_cells(self, painter: QPainter, place: QRect, cells: Cells) -> None:
        tokens, looks = self._theme.tokens, self._looks
        first = QRect(place.x(), place.y(), place.width(), looks.line)
        second = first if self._fits(cells, place.width()) else first.translated(0, looks.line - GRID)
        looks.text.draw(painter, first, cells.name, tokens.muted)
        face, ink = (looks.text, tokens.muted) if cells.head else (looks.number, tokens.text)
        right = second.right() + 1
        for value, width in reversed(list(zip(cells.values, self._cell_widths(cells), strict=True))):
            face.draw(painter, QRect(right - width, second.y(), width, second.height()), value, ink, RIGHT)
            right -= width
