"""A panel's right-hand column: its title, and each curve's name, colour, last value and unit.

Painted by hand: every string is plain text whatever a device calls its channels, and a table of values
costs one widget. Values are right-aligned figures of one width, so that nothing jumps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.face import OVERHANG, RIGHT, Face
from ui.plots.numerals import shown_name
from ui.theme.fonts import figures_font, text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, TextSize
from ui.translate import tr

SWATCH = 3 * GRID
NARROW = 24 * GRID  # px; a row that is less wide has smaller gaps
LEAST_NAME = 10 * GRID  # px; before a name becomes shorter than this its unit goes, then its value
DASH = (5, 2)  # of a swatch: drawn and not


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `colour` is a curve colour's number, None for a lane; `stale`: no newer value is to come now; `wraps`:
    words under the channels, in more lines where these are free."""

    name: str
    value: str
    unit: str
    colour: int | None
    stale: bool = False
    wraps: bool = False


class _Looks:
    """Fonts, made once: five times a second all of it is painted."""

    def __init__(self) -> None:
        self.title = Face(text_font(TextSize.SMALL, strong=True))
        self.small = Face(text_font(TextSize.SMALL))
        self.figures = Face(figures_font(TextSize.SMALL))
        self.heading = heading_height()


class Legend(QWidget):
    """Attributes: highlighted, whether the title stands out (the device chosen elsewhere); current, whether actions are
    about this plot; chosen, the number of the entry that they are about, None for all of the plot."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else all behind it is painted too, at each value
        self._theme = theme
        self._title = self._unit = self._note = ""
        self._entries: tuple[Entry, ...] = ()
        self._row = row_height()
        self._looks = _Looks()
        self.highlighted = self.current = False
        self.chosen: int | None = None

    @property
    def title(self) -> str:
        """As it is shown."""
        return self._title

    @property
    def rows(self) -> int:
        """How many entries there is room for."""
        return max(0, self.height() - self._looks.heading - GAP) // self._row

    def set_heading(self, title: str, unit: str, note: str) -> None:
        """`note` is a word under the entries ("+14 more")."""
        heading = (shown_name(title), shown_name(unit) if unit else "", note)
        if heading != (self._title, self._unit, self._note):
            self._title, self._unit, self._note = heading
            self.setAccessibleName(tr("Legend of {title}").format(title=self._title))
            self.update()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Repaints only where something reads otherwise than before."""
        old, new = self._entries, tuple(entries)
        if new != old:
            self._entries = new
            self.setAccessibleDescription(", ".join(f"{e.name} {e.value} {e.unit}".strip() for e in entries))
            self.update(self._changed_part(old, new))

    def _changed_part(self, old: tuple[Entry, ...], new: tuple[Entry, ...]) -> QRect:
        """Mostly it is the values' digits, which stand at the right, beside names that have all their room."""
        looks, inner, widest = self._looks, self.width() - 2 * MARGIN, 0
        if len(old) != len(new):
            return self.rect()
        for before, after in zip(old, new, strict=True):
            stays = before.name == after.name and before.unit == after.unit and before.colour == after.colour
            value = max(looks.figures.width(before.value), looks.figures.width(after.value))
            used = value + (looks.small.width(after.unit) + GRID if after.unit else 0)
            if (
                not stays
                or before.stale != after.stale
                or SWATCH + 2 * GAP + looks.small.width(after.name) + used > inner
            ):
                return self.rect()
            widest = max(widest, used)
        left = self.width() - MARGIN - widest - OVERHANG
        return QRect(left, looks.heading, self.width() - left, len(new) * self._row)

    def set_row_height(self, height: int) -> None:
        """Lanes have their names beside them, so their rows are higher."""
        self._row = height

    def set_highlighted(self, highlighted: bool) -> None:
        if highlighted != self.highlighted:
            self.highlighted = highlighted
            self.update()

    def set_current(self, current: bool) -> None:
        if current != self.current:
            self.current = current
            self.update()

    def minimumSizeHint(self) -> QSize:
        rows = len(self._entries) + bool(self._note)
        return QSize(20 * GRID, heading_height() + rows * self._row + GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, seen = QPainter(self), event.rect()
        tokens = self._theme.tokens
        painter.fillRect(seen, QColor(tokens.surface))
        self._paint_marks(painter)
        inner, heading = self.rect().adjusted(MARGIN, 0, -MARGIN, 0), self._looks.heading
        if seen.top() < heading:
            self._paint_heading(painter, QRect(inner.left(), 0, inner.width(), heading))
        row = QRect(inner.left(), heading, inner.width(), self._row)
        for entry, lines in self._lines():
            self._paint_entry(painter, row, entry if len(lines) == 1 else replace(entry, name=lines[0]), seen)
            for line in lines[1:]:
                row.translate(0, self._row)
                self._looks.small.draw(painter, row, line, tokens.muted, seen=seen)
            row.translate(0, self._row)
        painter.end()

    def _lines(self) -> Iterator[tuple[Entry, list[str]]]:
        """The entries and the note, with their names as they are written: who wraps takes of the rows that are free."""
        entries = [*self._entries, Entry(self._note, "", "", None, wraps=True)] if self._note else self._entries
        free = self.rows - len(entries)
        inner = self.width() - 2 * MARGIN
        for entry in entries:
            value = self._looks.figures.width(entry.value) + GAP if entry.value else 0
            most = 1 + max(0, free) if entry.wraps else 1
            lines = self._looks.small.lines(entry.name, inner - value, inner, most) if most > 1 else [entry.name]
            free -= len(lines) - 1
            yield entry, lines

    def _paint_marks(self, painter: QPainter) -> None:
        """The plot that actions are about, where the focus is, the entry that is chosen."""
        tokens = self._theme.tokens
        if self.chosen is not None:
            row = QRect(0, heading_height() + self.chosen * self._row, self.width(), self._row)
            painter.fillRect(row, QColor(tokens.selection if self.hasFocus() else tokens.raised))
        if self.hasFocus():
            painter.fillRect(0, 0, tokens.edge, self.height(), QColor(tokens.accent))
        elif self.current:
            painter.fillRect(0, GRID, tokens.edge, heading_height() - 2 * GRID, QColor(tokens.accent))

    def _paint_heading(self, painter: QPainter, rect: QRect) -> None:
        tokens = self._theme.tokens
        used = self._looks.small.draw(painter, rect, self._unit, tokens.muted, RIGHT)
        colour = tokens.accent if self.highlighted else tokens.text
        left = rect.adjusted(0, 0, -used - (GAP if used else 0), 0)
        self._looks.title.draw(painter, left, self._title, colour)

    def _paint_entry(self, painter: QPainter, row: QRect, entry: Entry, seen: QRect) -> None:
        """Without a name a value is nothing: unit and value go before it, and a number is never cut."""
        tokens, looks = self._theme.tokens, self._looks
        gap = GRID if row.width() < NARROW else GAP
        rest = QRect(row)
        if entry.colour is not None:
            if seen.left() < row.left() + SWATCH:
                self._paint_swatch(painter, row, entry.colour)
            rest.setLeft(row.left() + SWATCH + gap)
        least = min(looks.small.width(entry.name), LEAST_NAME) + gap
        value, unit = looks.figures.width(entry.value), looks.small.width(entry.unit) + GRID if entry.unit else 0
        if entry.unit and least + value + unit <= rest.width():
            looks.small.draw(painter, rest, entry.unit, tokens.muted, RIGHT, seen=seen)
            rest.adjust(0, 0, -unit, 0)
        if least + value <= rest.width() or not _is_number(entry.value):
            ink = tokens.muted if entry.stale else tokens.text
            room = rest.adjusted(min(least, rest.width()), 0, 0, 0)
            used = looks.figures.draw(painter, room, entry.value, ink, RIGHT, seen=seen)
            rest.adjust(0, 0, -used - gap if used else 0, 0)
        name = entry.name  # behind two blanks the range of what is read, whole or not at all
        if looks.small.width(name) > rest.width():
            name = name.partition("  ")[0]
        looks.small.draw(painter, rest, name, tokens.muted, seen=seen)

    def _paint_swatch(self, painter: QPainter, row: QRect, colour: int) -> None:
        tokens = self._theme.tokens
        paint, y = QColor(tokens.curve(colour)), row.center().y()
        if colour < len(tokens.curves):
            painter.fillRect(row.left(), y, SWATCH, 2, paint)
            return
        for x in range(0, SWATCH, sum(DASH)):
            painter.fillRect(row.left() + x, y, min(DASH[0], SWATCH - x), 2, paint)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._looks = _Looks()

    def event(self, event: QEvent) -> bool:
        """The full name and value where they may be cut."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().y()), self)
            return True
        return super().event(event)

    def entry_at(self, y: int) -> int | None:
        """The number of the entry at this height."""
        row = (y - self._looks.heading) // self._row
        for index, (_, lines) in enumerate(self._lines()):
            if 0 <= row < len(lines):
                return index if index < len(self._entries) else None
            row -= len(lines)
        return None

    def tip_at(self, y: int) -> str:
        """What the tooltip says at this height. Qt takes a tooltip for HTML by its tags, so there are none."""
        index = self.entry_at(y)
        if index is None:
            return ""
        entry = self._entries[index]
        return f"{entry.name}\n{entry.value} {entry.unit}".replace("<", "‹").replace(">", "›")


def _is_number(value: str) -> bool:
    return value.lstrip("\N{MINUS SIGN}")[:1].isdecimal()


def row_height() -> int:
    """Height of an entry."""
    return max(4 * GRID, QFontMetrics(text_font(TextSize.SMALL)).height() + GRID // 2)


def heading_height() -> int:
    """Height of a panel's title line."""
    return QFontMetrics(text_font(TextSize.SMALL, strong=True)).height() + 2 * GRID
