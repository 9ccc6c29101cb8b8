"""The rows of several tables over a span of time as one CSV text, a piece at a time: pure.

One file for all tables. Rows of one instant share a line, whichever tables they come from; where a table has no row
its cells are empty, as are values that are missing. So nothing is made up by filling in, and one file is all there is
to open. Rows are those in history: never pixels, never means.

For spreadsheets: RFC 4180 (commas, CRLF, quotes doubled) in UTF-8 with a byte order mark, without which they take °
and ² for two letters each. A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers never
do, so that a negative one stays a number. Integers are exact; reals have the fewest digits that their type tells apart.

Cost: some microseconds a cell, so a piece is bounded in rows and the caller sees to its own turns. Rows that age out of
history before their piece is made are missing from the file; `lost` counts them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from app.store.column import FLOAT32
from app.store.table import Table
from app.stream import Int64Array

ENCODING = "utf-8"
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
TIMES = ("time [s]", "time [UTC]")
PIECE_ROWS = 1000  # of all tables: some ten milliseconds with six columns
# OWASP, "CSV injection"; the full-width ones act in Japanese spreadsheets
ACTING = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
S = 10**9


@dataclass(frozen=True, slots=True)
class CsvPart:
    """Columns of one table, and what they are called in the file."""

    table: Table
    columns: tuple[int, ...]
    names: tuple[str, ...]


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(ACTING) else text


class RowsAsCsv:
    """Iterate it: the header, then pieces of lines, oldest first.

    Args:
        start_ns, end_ns: rows with start <= time < end.
        offset_ns: added to an internal time for nanoseconds since the Unix epoch.

    Attributes:
        expected: rows of all tables in the span when it was made.
        taken: rows of all tables so far; lines: lines so far, without the header.
        share: how much of the span is done, 0 to 1.
    """

    def __init__(self, parts: Sequence[CsvPart], start_ns: int, end_ns: int, offset_ns: int) -> None:
        self._parts = tuple(parts)
        self._start_ns, self._end_ns, self._offset_ns = start_ns, end_ns, offset_ns
        self._at_ns = start_ns
        self.expected = self._rows_between(start_ns, end_ns)
        self.taken = self.lines = 0

    @property
    def share(self) -> float:
        whole = self._end_ns - self._start_ns
        return (self._at_ns - self._start_ns) / whole if whole > 0 else 1.0

    @property
    def lost(self) -> int:
        """Rows that were there at the start and had aged out when their turn came; of use at the end."""
        return max(0, self.expected - self.taken)

    def __iter__(self) -> Iterator[str]:
        yield BYTE_ORDER_MARK + _text([self._header()])
        step_ns = max(1, self._end_ns - self._start_ns)
        while self._at_ns < self._end_ns:
            step_ns = self._bounded(min(step_ns * 2, self._end_ns - self._at_ns))
            stop_ns = self._at_ns + step_ns
            text = self._piece(self._at_ns, stop_ns)
            self._at_ns = stop_ns
            yield text

    def _header(self) -> list[str]:
        return [*TIMES, *(guarded(name) for part in self._parts for name in part.names)]

    def _bounded(self, step_ns: int) -> int:
        """No more rows than a piece may have, unless one nanosecond has more."""
        while step_ns > 1 and self._rows_between(self._at_ns, self._at_ns + step_ns) > PIECE_ROWS:
            step_ns //= 2
        return step_ns

    def _rows_between(self, start_ns: int, end_ns: int) -> int:
        return sum(part.table.rows_between(start_ns, end_ns) for part in self._parts)

    def _piece(self, start_ns: int, stop_ns: int) -> str:
        answers = [part.table.rows(part.columns, start_ns, stop_ns) for part in self._parts]
        times, places = _merged([times for times, _ in answers])
        self.taken += sum(len(times) for times, _ in answers)
        self.lines += len(times)
        columns: list[list[object]] = [self._seconds(times), self._dates(times)]
        for part, (_, cells), at in zip(self._parts, answers, places, strict=True):
            for column, values in zip(part.columns, cells, strict=True):
                column_cells: list[object] = [None] * len(times)
                for place, cell in zip(at.tolist(), _written(part.table, column, values), strict=True):
                    column_cells[place] = cell
                columns.append(column_cells)
        return _text(zip(*columns, strict=True))

    def _seconds(self, times: Int64Array) -> list[object]:
        """Since the start of the span, to the nanosecond."""
        return [f"{since // S}.{since % S:09}" for since in (times - self._start_ns).tolist()]

    def _dates(self, times: Int64Array) -> list[object]:
        dates = (times + self._offset_ns).astype("datetime64[ns]")
        texts: list[object] = np.datetime_as_string(dates, timezone="UTC").tolist()
        return texts


def _merged(times: Sequence[Int64Array]) -> tuple[Int64Array, list[Int64Array]]:
    """The lines' times, and for each table which line each of its rows is in. Rows of one table at the same instant
    have lines of their own, the first with the first of the other tables."""
    ranks = [_ranks(each) for each in times]
    all_times, all_ranks = np.concatenate([np.empty(0, np.int64), *times]), np.concatenate([[], *ranks])
    order = np.lexsort((all_ranks, all_times))
    sorted_times, sorted_ranks = all_times[order], all_ranks[order]
    new = np.ones(len(order), np.bool_)
    new[1:] = (np.diff(sorted_times) != 0) | (np.diff(sorted_ranks) != 0)
    places = np.empty(len(order), np.int64)
    places[order] = np.cumsum(new) - 1
    ends = np.cumsum([len(each) for each in times])
    return sorted_times[new], [places[end - len(each) : end] for each, end in zip(times, ends, strict=True)]


def _ranks(times: Int64Array) -> Int64Array:
    """0 for the first row at its instant, 1 for the second..."""
    first = np.searchsorted(times, times, "left")
    return np.arange(len(times), dtype=np.int64) - first


def _written(table: Table, column: int, values: list[object]) -> list[object]:
    """The cells of one column, None for nothing."""
    info = table.columns[column]
    if info.is_text:
        return [None if value is None else guarded(str(value)) for value in values]
    if info.dtype.kind == "b":
        return [None if value is None else int(value is True) for value in values]
    if info.dtype == FLOAT32:  # 0.1 and not 0.10000000149011612
        return [None if value is None else str(np.float32(value)) for value in values]  # type: ignore[arg-type]
    return values


def _text(rows: object) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()
