"""Which line of a CSV stream is what: a name's line, a row, or neither; and which columns a row has.

A connection begins with what the session says stands before the rows. With `header = true` these are all lines until
the first one with a number in it; the last of them has the names. (JSBSim puts a tag such as `<LABELS>` before the
names, which has no column: dropped where the first row has one cell less.) Without names columns are c1, c2...

Later in a connection the names may come again, since a device starts anew behind a serial server: the same line is
set aside; so is one that has no number in it and shares more than half of its names with those known, which then
become the columns. A channel belongs to its name, not to its place, so no value ever goes to a wrong one.

A first row may be a torn one, or the names' line a mere greeting. So as long as no row has fitted the names, or they
were made up, RELEARN rows in succession of one other width are believed instead. Names that have fitted once are
never given up for a few bad rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.decoding.csv_cells import Splitter, is_number
from app.decoding.labels import csv_sides
from app.decoding.names import clean_with_unit
from app.decoding.options import MAX_CHANNELS, Csv
from app.decoding.rows import Channel
from app.sentence import sentence
from app.stream import Side

HEADER, EMPTY, COMMENT = sentence("header"), sentence("empty line"), sentence("comment")
WIDTH, UTF8, COLUMNS = sentence("wrong field count"), sentence("not UTF-8"), sentence("too many columns")

RELEARN = 3
LONGEST_HEADER = 64 * MAX_CHANNELS  # bytes
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
TAG = re.compile(rb"\s*<[^<>]*>\s*\Z")

Row = list[bytes]


@dataclass(frozen=True, slots=True)
class Aside:
    """A line that is sound, but no data."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unsound:
    """A line that is rejected."""

    reason: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a row. `line` is the header that named them, `is_like_a_row` where its names are numbers; `sure`
    where it need not be confirmed by rows."""

    channels: tuple[Channel, ...]
    line: bytes | None
    is_like_a_row: bool
    sure: bool

    @property
    def width(self) -> int:
        return len(self.channels)

    @property
    def first_number(self) -> int | None:
        """The first column of numbers."""
        return next((index for index, channel in enumerate(self.channels) if channel.kind == "float"), None)

    @property
    def is_numeric(self) -> bool:
        """No cell was anything but a number so far, nor could one of the header's be."""
        return not self.is_like_a_row and all(channel.kind in ("float", None) for channel in self.channels)


class Header:
    """Judges lines one by one. `layout`: the columns of rows from now on, None before that is known."""

    def __init__(self, options: Csv, splitter: Splitter) -> None:
        self.layout: Layout | None = None
        self._options = options
        self._splitter = splitter
        self._blanks = b" \r\n" if options.separator == "tab" else b" \t\r\n"  # what may stand around a line
        self._channels: dict[str, Channel] = {}
        self.end()

    def end(self) -> None:
        """The connection has ended: its header belongs to it."""
        header = self._options.header
        self._due = 0 if isinstance(header, bool) else header
        self._learning = header is True or self._due > 0
        self._names_line: bytes | None = None
        self._odd_width, self._odd_rows = 0, 0
        self.layout = None

    def judge(self, line: bytes) -> Row | Aside | Unsound:
        """What a line is: the cells of a row of `layout`, or no row."""
        line = line.removeprefix(BYTE_ORDER_MARK).strip(self._blanks)
        if self._due:
            return self._counted_off(line)
        if not (line.isascii() or _is_utf8(line)):
            return Unsound(UTF8)
        if not line:
            return Aside(EMPTY)
        if line.startswith(b"#"):
            return Aside(COMMENT)
        cells = self._splitter.cells(line)
        if not cells:  # a form feed, or quotes with nothing in them, where cells stand between blanks
            return Aside(EMPTY)
        if len(cells) > MAX_CHANNELS:
            return Unsound(COLUMNS)
        return self._learned(line, cells) if self.layout is None else self._known(self.layout, line, cells)

    def relabel(self, options: Csv) -> dict[str, Side]:
        """Other `fields` for the same columns; what each is called now, by what it was called."""
        words = dict(
            zip((side.name for side in csv_sides(self._options.fields)), csv_sides(options.fields), strict=True)
        )
        self._options = options
        told = {}
        for name, channel in self._channels.items():
            channel.name, unit = words[name]
            channel.unit = unit if channel.kind != "iso" else channel.unit  # that of the device's time is its own
            told[name] = Side(channel.name, channel.unit)
        self._channels = {channel.name: channel for channel in self._channels.values()}
        if self.layout is not None:
            like = _is_like_a_row(self.layout.line, self.layout.channels)
            self.layout = replace(self.layout, is_like_a_row=like)
        return told

    def fits(self) -> None:
        """Rows of the layout have come."""
        self._odd_rows = 0
        if self.layout is not None and not self.layout.sure and self.layout.line is not None:
            self.layout = replace(self.layout, sure=True)

    # -- before the first row

    def _counted_off(self, line: bytes) -> Aside:
        self._due -= 1
        if not self._due:
            self._names_line = line if 0 < len(line) <= LONGEST_HEADER else None
            self._learning = False
        return Aside(HEADER)

    def _learned(self, line: bytes, cells: Row) -> Row | Aside | Unsound:
        if self._learning and not any(map(is_number, cells)):
            self._names_line = line
            return Aside(HEADER)
        self._learning = False
        self.layout = self._first_layout(len(cells))
        return Unsound(COLUMNS) if self.layout is None else self._known(self.layout, line, cells)

    def _first_layout(self, width: int) -> Layout | None:
        if self._options.fields:
            return self._layout(self._options.fields, self._names_line, sure=True)
        if self._names_line is None:
            return self._made_up(width)
        return self._named_by(self._names_line, self._splitter.cells(self._names_line), width)

    def _named_by(self, line: bytes, cells: Row, width: int) -> Layout | None:
        if len(cells) == width + 1 and TAG.match(cells[0]):
            cells = cells[1:]
        return self._layout([cell.decode("utf-8", "replace") for cell in cells], line, sure=False)

    def _made_up(self, width: int) -> Layout | None:
        return self._layout([""] * width, None, sure=False)

    def _layout(self, texts: Sequence[str], line: bytes | None, *, sure: bool) -> Layout | None:
        """Columns of these names; None where a table would get more channels than it may have."""
        sides = csv_sides(texts)
        if len(self._channels.keys() | {side.name for side in sides}) > MAX_CHANNELS:
            return None
        channels = tuple(self._channels.setdefault(side.name, Channel(side.name)) for side in sides)
        for channel, side in zip(channels, sides, strict=True):
            channel.unit = side.unit or channel.unit
        return Layout(channels, line, _is_like_a_row(line, channels), sure)

    # -- once rows are expected

    def _known(self, layout: Layout, line: bytes, cells: Row) -> Row | Aside | Unsound:
        if line == layout.line:
            return Aside(HEADER)
        if len(cells) == layout.width and _has_its_number(layout, cells):
            return cells
        if self._renames(layout, line, cells):
            return Aside(HEADER)
        if len(cells) == layout.width:
            return cells
        return self._odd(layout, cells)

    def _renames(self, layout: Layout, line: bytes, cells: Row) -> bool:
        """Whether the line has names again; then they are the columns from here on."""
        if not (self._options.header or self._options.fields) or any(map(is_number, cells)):
            return False
        if TAG.match(cells[0]) and len(cells) > 1:
            named = cells[1:] if len(cells) != layout.width else cells
        else:
            named = cells
        names = {clean_with_unit(cell.decode("utf-8", "replace"))[0] for cell in named}
        shared = names & {channel.name for channel in layout.channels}
        if 2 * len(shared) <= max(len(names), layout.width):
            return False
        if not self._options.fields:
            self._names_line, self.layout = line, self._named_by(line, named, len(named))
        return True

    def _odd(self, layout: Layout, cells: Row) -> Row | Unsound:
        """A row of another width than the layout's."""
        self._odd_rows = self._odd_rows + 1 if len(cells) == self._odd_width else 1
        self._odd_width = len(cells)
        if layout.sure or self._odd_rows < RELEARN:
            return Unsound(WIDTH)
        self.layout = self._made_up(len(cells)) or layout
        return cells if self.layout is not layout else Unsound(COLUMNS)


def _is_like_a_row(line: bytes | None, channels: Sequence[Channel]) -> bool:
    """Whether the line that named them could be one of numbers."""
    return line is not None and all(is_number(channel.name.encode()) for channel in channels)


def _has_its_number(layout: Layout, cells: Row) -> bool:
    """Whether there is a number where the first column of numbers is; so it cannot be names."""
    first = layout.first_number
    return first is not None and is_number(cells[first])


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
