"""Delimited text: a line is a row.

Plan: all lines of a call are tried at once as plain numbers (`csv_numbers`), which nearly all streams are nearly all
the time. Where that fails they are tried again in stretches of STRETCH lines, then column by column (`csv_cells`:
words, empty cells, all that Python calls a number), and at last line by line, which is where a header, a comment or
a bad line is found (`csv_header`). So one odd line costs a stretch its speed, not the call; what comes out is the
same either way.
"""

from __future__ import annotations

import numpy as np

from app.decoding.csv_cells import CellReader, Splitter, all_numbers
from app.decoding.csv_header import Aside, Header, Layout, Row, Unsound
from app.decoding.csv_numbers import NumberLines
from app.decoding.labels import Labels
from app.decoding.lines import Lines
from app.decoding.options import Csv
from app.decoding.output import Output
from app.decoding.rows import Channel, Full, Part, Values, merged, sides_of
from app.decoding.timing import TimeAxis
from app.health.counts import DecodingCounts
from app.stream import Batch, Frames, Side

STRETCH = 64  # lines: about 60 us the slow way, and below that the fast way saves little
SEPARATORS = {",": b",", ";": b";", "tab": b"\t", "blanks": b""}


class CsvDecoder:
    """Lines of cells."""

    def __init__(self, options: Csv, axis: TimeAxis) -> None:
        self.counts = DecodingCounts()
        self.axis = axis
        separator = SEPARATORS[options.separator]
        self._splitter = Splitter(separator)
        self._header = Header(options, self._splitter)
        self._numbers = NumberLines(separator)
        self._cells = CellReader(axis.field if axis.is_iso else None)
        self._plain: Layout | None = None  # the layout while all of its cells were numbers
        self._full_channels: tuple[Channel, ...] = ()
        self._sides: tuple[Side, ...] = ()  # of those

    def decode(self, frames: Frames) -> list[Batch]:
        if not len(frames):
            return []
        output = Output(frames, self.counts, self.axis)
        output.rows("", merged(self._parts(Lines(frames), output)))
        return output.batches

    def relabel(self, options: Csv) -> Labels:
        self._full_channels = ()  # their sides are made anew
        return {"": self._header.relabel(options)}

    def end(self) -> None:
        self._header.end()
        self.axis.end()

    def _parts(self, lines: Lines, output: Output) -> list[Part]:
        whole = self._all_numbers(lines, 0, lines.count) or self._all_rows(lines, 0, lines.count)
        if whole is not None:
            return [whole]
        parts: list[Part] = []
        start, reach = 0, STRETCH
        while start < lines.count:
            unknown = self._header.layout is None
            stop = min(start + reach, lines.count)
            part = self._all_numbers(lines, start, stop) if start or stop < lines.count else None
            if part is None:
                stop = min(start + STRETCH, stop)
                part = self._all_rows(lines, start, stop, even_of_numbers=True)
            parts += [part] if part is not None else self._one_by_one(lines, start, stop, output)
            start, reach = stop, lines.count if unknown else STRETCH
        return parts

    def _all_numbers(self, lines: Lines, start: int, stop: int) -> Part | None:
        layout = self._header.layout
        if layout is None or not (layout is self._plain or layout.is_numeric):
            return None
        table = self._numbers.table(lines.text(start, stop), layout.width)
        if table is None:
            return None
        self._header.fits()
        if layout is not self._plain:
            self._plain = self._header.layout
            for channel in layout.channels:
                channel.kind = "float"
        places = np.arange(start, stop) if stop - start < lines.count else None
        return Part(stop - start, self._full(layout.channels, table), places)

    def _full(self, channels: tuple[Channel, ...], table: Values) -> Full:
        if channels is not self._full_channels:
            self._full_channels, self._sides = channels, sides_of(channels)
        return Full(channels, self._sides, table)

    def _all_rows(self, lines: Lines, start: int, stop: int, *, even_of_numbers: bool = False) -> Part | None:
        """Lines that are all sound rows. That they are rows shows in the first column of numbers: names have none."""
        layout = self._header.layout
        first = layout.first_number if layout is not None else None
        if layout is None or first is None or (layout.is_numeric and not even_of_numbers):
            return None
        self._plain = None  # a channel may become another kind
        rows = self._splitter.plain(lines.lines(start, stop), layout.width, layout.line)
        if rows is None or not all_numbers([row[first] for row in rows]):
            return None
        part, bad = self._cells.part(layout.channels, rows, np.arange(start, stop))
        if bad:
            return None
        self._header.fits()
        return part

    def _one_by_one(self, lines: Lines, start: int, stop: int, output: Output) -> list[Part]:
        parts: list[Part] = []
        rows: list[tuple[int, Row]] = []
        for place, line in enumerate(lines.lines(start, stop), start):
            layout = self._header.layout
            found = self._header.judge(line)
            if layout is not None and self._header.layout is not layout:
                parts += self._read(layout, rows, output)
                rows = []
            match found:
                case Aside(reason):
                    output.set_aside(reason)
                case Unsound(reason):
                    output.reject(reason, place)
                case _:
                    rows.append((place, found))
                    self._header.fits()
        return parts + self._read(self._header.layout, rows, output)

    def _read(self, layout: Layout | None, rows: list[tuple[int, Row]], output: Output) -> list[Part]:
        if layout is None or not rows:
            return []
        self._plain = None
        places = np.array([place for place, _ in rows], np.int64)
        part, bad = self._cells.part(layout.channels, [cells for _, cells in rows], places)
        for row, reason in sorted(bad.items()):
            output.reject(reason, rows[row][0])
        return [part]
