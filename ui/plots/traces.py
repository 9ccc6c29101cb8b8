"""Keeps the spans of a panel's curves up to date: asks the tables only for what is new.

Goal: at each refresh a curve costs a few columns, however long the window and the history are. Plan: the
spans of all columns in view are kept (`CurveColumns`); when the window slides, columns come in blank, and
each table's part (`TableTrace`) writes again from the last place whose picture new rows can change. That
place is a matter of the rows alone, so columns filled one by one equal columns filled at once.

  - rows come in order of time, so nothing before the newest row changes
  - with few samples a column: from the column of the last value on, since the line to the next starts there
  - with many: from the last but one column that had a value; a table may put the edge between two full columns
    a little early (Table.envelopes), and knows where only when the later one is full

Right of a curve's last value that value is held, marked as held, up to the right edge; not in an open gap.
A window that jumps or changes its scale is loaded anew, and so is one from which rows have aged out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from app.store.table import Table
from app.store.views import Float64Array, Gap, Samples
from app.stream import Int64Array
from ui.plots.area import Shape
from ui.plots.curve_columns import CurveColumns as CurveColumns  # what traces fill, also by this name
from ui.plots.spans import BoolArray, Joining, Spans, even_columns, gap_ends, joined_envelope, joined_samples
from ui.plots.timeview import Columns

LOST_NS = 250_000_000  # of a window's rows that have aged out before it is loaded anew
MANY = 4.0  # rows a column from which on the envelope is asked for instead of the rows
FEW = 2.0  # and below which it is the rows again; apart, so that a rate near one of them does not flutter
SLOW = 4.0  # rows a second up to which whole numbers are drawn as steps, where the shape is left open
SWIFT = 8.0  # and from which on as lines again

Rows = Int64Array | slice


class TableTrace:
    """The curves of one panel that come from one table.

    Args:
        columns: the table's columns to draw; `rows`: their rows in the CurveColumns; `gap_row`: the table's.
        shape: how samples are joined; "auto" for steps while they come slowly, else lines.
    """

    def __init__(
        self, table: Table, columns: Sequence[int], rows: Sequence[int], gap_row: int, shape: Shape = "line"
    ) -> None:
        self.table = table
        self._columns = list(columns)
        self._rows = np.array(rows, np.intp)
        is_block = list(rows) == list(range(rows[0], rows[0] + len(rows)))
        self._all_rows: Rows = slice(rows[0], rows[0] + len(rows)) if is_block else self._rows  # cheaper to write to
        self._gap_row = gap_row
        self._open_shape = shape == "auto"
        self._shape: Joining = "line" if shape == "auto" else shape
        self._many = False
        self._version = -1
        self._cleared = table.cleared
        self._oldest_ns: int | None = None  # time of the oldest row when the window was loaded
        self._drawn_ns: int | None = None  # time of the newest row that is drawn
        self._stop = 0  # column up to which the curves are drawn
        self._open_gap = False
        count = len(self._columns)
        self._context = np.zeros(count, np.int64)  # column to ask from, so that what is written has its left side
        self._from = np.zeros(count, np.int64)  # first column that new rows can change
        self._even = True  # the curves have values in the same columns, and go on from the same one
        self._hold = np.full(count, np.nan)
        self._hold_from: int | None = None  # the last values' column while `_hold` has not been looked up yet
        self._onward: int | None = None  # all curves' context while they go on plainly: then `_context` is not kept
        self._look_again = 0  # first column of a window from which on that is decided anew
        self._before: list[tuple[int, float] | None] = [None] * count  # the last value left of `_from`
        self._tails: list[object] = [None] * count

    @property
    def has_marks(self) -> bool:
        """Whether lone samples may be marked: then a column's picture reaches to its neighbours."""
        return not self._many or self._shape == "points"

    def has_lost(self, columns: Columns) -> bool:
        """Whether rows have aged out that are drawn in the window. They go in steps: to load anew has its price."""
        first_ns, oldest_ns = self.table.first_ns, self._oldest_ns
        if first_ns is None or oldest_ns is None or first_ns <= columns.start_ns:
            return False
        return first_ns - max(oldest_ns, columns.start_ns) >= max(columns.step_ns, LOST_NS)

    def update(self, target: CurveColumns, columns: Columns, *, anew: bool) -> int:
        """Bring the window `columns` up to date; returns the first column (absolute) that has changed."""
        table = self.table
        changed = table.version != self._version
        anew = anew or (
            changed and (self._cleared != table.cleared or self._drawn_ns is None or self.has_lost(columns))
        )
        if not anew and (not changed or self._is_past(columns)):
            return self._extend(target, columns)
        start, self._onward = self._onward, None
        if start is None or anew or columns.first >= self._look_again:
            anew = self._choose_way(columns) or anew
        if start is not None and not anew:
            first = self._go_on(target, columns, start)
            if first is not None:
                return first
            self._context[:], self._from[:] = start, start + 1
        anew = anew or int(self._from.max()) >= columns.stop  # the newest rows lie right of the window: a clock ahead
        self._version, self._cleared = table.version, table.cleared
        if anew:
            self._start_anew(columns)
        start = max(int(self._from.min()), columns.first)
        rest = Columns(start, columns.step_ns, columns.stop - start)
        gaps, had_gap = table.gaps(rest.start_ns, rest.end_ns), self._open_gap
        self._open_gap = bool(gaps) and gaps[-1].end_ns is None
        _flag_gaps(target.gaps[self._gap_row, rest.first - columns.first :], rest, gaps)
        load = self._load_envelope if self._many else self._load_samples
        first = load(target, columns, rest, gaps)
        if anew or gaps or had_gap:
            first = start
        self._drawn_ns, self._stop = table.last_ns, columns.stop
        return max(first, columns.first)

    def _go_on(self, target: CurveColumns, columns: Columns, start: int) -> int | None:
        """As `update`, in a tenth of the calls, where nothing has come but rows, and some in each column from `start`
        on. None where it is not so: what was written then is to be written again."""
        table = self.table
        last = columns.column_of(table.last_ns or 0)
        if start < columns.first or last >= columns.stop:
            return None
        if table.gaps(start * columns.step_ns, columns.end_ns):
            return None
        bands = table.bands(self._columns, start * columns.step_ns, columns.step_ns, last + 1 - start)
        if not target.write_touching(self._all_rows, start + 1 - columns.first, *bands):
            return None
        self._onward = last - 2
        self._version, self._drawn_ns, self._stop = table.version, table.last_ns, columns.stop
        self._hold_from = last
        if last + 1 < columns.stop:
            self._look_up_hold(columns.step_ns)
            self._write_held(target, last + 1 - columns.first, self._all_rows, self._hold)
        return start + 1

    def _is_past(self, columns: Columns) -> bool:
        """Whether all that is in view was drawn already, with rows behind it."""
        return self._drawn_ns is not None and self._drawn_ns >= columns.end_ns and self._stop == columns.stop

    def _choose_way(self, columns: Columns) -> bool:
        """Rows or envelope, lines or steps; True where that has changed."""
        shape = self._shape
        if self._open_shape:
            self._shape = _fitting_shape(self.table, shape)
        rows = self.table.rows_between(columns.start_ns, columns.end_ns)
        bound = FEW if self._many else MANY
        many = rows > bound * columns.count
        changed, self._many = many != self._many or shape != self._shape, many
        self._look_again = columns.first + max(1, columns.count // 64)
        return changed

    def _start_anew(self, columns: Columns) -> None:
        self._context[:] = self._from[:] = columns.first
        self._oldest_ns = self.table.first_ns
        self._hold[:], self._hold_from = np.nan, None
        self._even, self._onward = True, None
        self._before = [None] * len(self._columns)
        self._drawn_ns = None

    def _extend(self, target: CurveColumns, columns: Columns) -> int:
        """No new rows: hold the last values, or go on with the gap, up to the right edge."""
        start = max(self._stop, columns.first)
        if start < columns.stop:
            self._look_up_hold(columns.step_ns)
            self._write_held(target, start - columns.first, self._all_rows, self._hold)
            target.gaps[self._gap_row, start - columns.first :] = self._open_gap
            self._stop = columns.stop
        return start

    # -- few samples a column

    def _load_samples(self, target: CurveColumns, columns: Columns, rest: Columns, gaps: list[Gap]) -> int:
        """Returns the first column (absolute) that has changed."""
        answers = [self.table.samples(column, rest.start_ns, rest.end_ns) for column in self._columns]
        ends = gap_ends(gaps)
        values = np.stack([answer.values for answer in answers])
        times = answers[0].times
        if len(times) and not np.isnan(values).any():
            spans = joined_samples(times, values, ends, rest, self._shape)
            self._write(target, columns, rest.first, self._all_rows, spans)
            self._after_samples(target, columns, slice(None), times, values)
            return rest.first
        self._even = False
        return min(self._load_single(target, columns, index, answer, ends) for index, answer in enumerate(answers))

    def _load_single(
        self, target: CurveColumns, columns: Columns, index: int, answer: Samples, ends: Int64Array
    ) -> int:
        """One curve that has missing values: its neighbours may be far away."""
        there = ~np.isnan(answer.values)
        times, values = answer.times[there], answer.values[there]
        first = int(max(self._from[index], columns.first))
        before = self._before[index]
        if before is None and first == columns.first:
            before = self._look_back(index, columns, times)
        elif before is not None and before[0] < columns.start_ns - columns.span_ns:
            before = None  # further back than a look from nothing would go
        if before is not None and (not len(times) or before[0] < times[0]):
            times, values = np.insert(times, 0, before[0]), np.insert(values, 0, before[1])
        rest = Columns(first, columns.step_ns, columns.stop - first)
        row = self._rows[index : index + 1]
        spans = joined_samples(times, values[np.newaxis], ends, rest, self._shape)
        self._write(target, columns, first, row, spans)
        if len(times):
            self._after_samples(target, columns, slice(index, index + 1), times, values[np.newaxis])
        else:
            self._await(index, columns)
        return self._first_changed(index, first, (times[-1:].tolist(), len(times)))

    def _first_changed(self, index: int, first: int, tail: object) -> int:
        """Where a curve has changed, whose last values `tail` tells: if they stay, only its held part has grown."""
        same, self._tails[index] = tail == self._tails[index], tail
        return self._stop if same else first

    def _await(self, index: int, columns: Columns) -> None:
        """A curve without a value in view: the first one can only come in the newest row's column or later."""
        newest_ns = self.table.last_ns
        column = columns.first if newest_ns is None else columns.column_of(newest_ns)
        self._context[index] = self._from[index] = column

    def _look_back(self, index: int, columns: Columns, times: Int64Array) -> tuple[int, float] | None:
        """The last value before the window, no further back than the window is long."""
        if len(times) and times[0] < columns.start_ns:
            return None
        earlier = self.table.samples(self._columns[index], columns.start_ns - columns.span_ns, columns.start_ns)
        there = ~np.isnan(earlier.values) & (earlier.times < columns.start_ns)
        if not there.any():
            return None
        return int(earlier.times[there][-1]), float(earlier.values[there][-1])

    def _after_samples(
        self, target: CurveColumns, columns: Columns, chosen: slice, times: Int64Array, values: Float64Array
    ) -> None:
        """Hold the last value, and remember where the next rows will go on."""
        last = columns.column_of(int(times[-1]))
        earlier = int(np.searchsorted(times, last * columns.step_ns)) - 1
        self._context[chosen] = self._from[chosen] = last
        for index in range(*chosen.indices(len(self._columns))):
            if earlier >= 0:
                row = index if len(values) > 1 else 0
                self._before[index] = (int(times[earlier]), float(values[row, earlier]))
        newest = (self.table.last_ns or 0) < columns.end_ns
        self._hold[chosen] = values[:, -1] if newest and not self._open_gap else np.nan
        if newest:
            self._write_held(target, last + 1 - columns.first, self._rows[chosen], self._hold[chosen])

    # -- many samples a column

    def _load_envelope(self, target: CurveColumns, columns: Columns, rest: Columns, gaps: list[Gap]) -> int:
        """Returns the first column (absolute) that has changed."""
        lows, highs, rest = self._envelope(columns, rest)
        if rest.first < columns.first:
            gaps = self.table.gaps(rest.start_ns, rest.end_ns)
        even = even_columns(lows)
        spans = joined_envelope(lows, highs, _breaks(gaps, rest) if gaps else None, self._shape, even)
        firsts = np.maximum(self._from, columns.first)
        if self._even:
            first = int(firsts[0])
            self._write(target, columns, first, self._all_rows, _behind(spans, first - rest.first))
        else:
            for index, first in enumerate(firsts.tolist()):
                part = _behind(spans, first - rest.first, slice(index, index + 1))
                self._write(target, columns, first, self._rows[index : index + 1], part)
        self._even = even is not None
        if even is not None:
            self._after_even_envelope(target, columns, rest, even)
            return int(firsts.min())
        self._hold_from = None
        changed = columns.stop
        for index, first in enumerate(firsts.tolist()):
            tail = self._after_envelope(target, columns, rest, index, lows[index], highs[index])
            changed = min(changed, self._first_changed(index, first, tail))
        return changed

    def _envelope(self, columns: Columns, rest: Columns) -> tuple[Float64Array, Float64Array, Columns]:
        """Least and greatest values from where every curve has a value, no further back than a window's length."""
        furthest = columns.first - columns.count
        for first in (max(min(int(self._context.min()), rest.first), furthest), furthest):
            asked = Columns(first, columns.step_ns, columns.stop - first)
            lows, highs = self.table.bands(self._columns, asked.start_ns, asked.step_ns, asked.count)
            if first > columns.first or (self.table.first_ns or 0) >= asked.start_ns or not np.isnan(lows[:, 0]).any():
                break
        return lows, highs, asked

    def _after_even_envelope(self, target: CurveColumns, columns: Columns, rest: Columns, there: Int64Array) -> None:
        """As `_after_envelope`, for all curves at once where they have values in the same columns."""
        last = rest.first + int(there[-1])
        self._settle(slice(None), rest, there)
        goes_on = len(there) > 2 and there[-1] - there[-3] == 2 and self._shape != "points"
        self._onward = int(self._context[0]) if goes_on else None
        self._tails = [None] * len(self._columns)
        self._hold[:], self._hold_from = np.nan, None
        if (self.table.last_ns or 0) >= columns.end_ns:
            return
        self._hold_from = None if self._open_gap else last
        if last + 1 < columns.stop:
            self._look_up_hold(rest.step_ns)
            self._write_held(target, last + 1 - columns.first, self._all_rows, self._hold)

    def _look_up_hold(self, step_ns: int) -> None:
        """The values to hold, now that there is room for them: a refresh without has no use for them."""
        if self._hold_from is None:
            return
        self._hold[:] = [self._newest(index, self._hold_from * step_ns, step_ns) for index in range(len(self._columns))]
        self._hold_from = None

    def _settle(self, chosen: slice | int, rest: Columns, there: Int64Array) -> None:
        """Go on from behind the last column that can change no more."""
        settled = len(there) > 2
        context = rest.first + int(there[-3] if settled else there[0])
        self._context[chosen] = context
        self._from[chosen] = context + 1 if settled else context

    def _after_envelope(
        self, target: CurveColumns, columns: Columns, rest: Columns, index: int, lows: Float64Array, highs: Float64Array
    ) -> object:
        """Hold the last value, and remember where the next rows will go on; returns what tells the last values."""
        there = np.flatnonzero(~np.isnan(lows))
        newest = (self.table.last_ns or 0) < columns.end_ns
        if not len(there):
            self._await(index, columns)
            self._hold_unseen(target, columns, index, newest=newest)
            return None
        last = int(there[-1])
        self._settle(index, rest, there)
        start_ns = (rest.first + last) * rest.step_ns
        self._hold[index] = self._newest(index, start_ns, rest.step_ns) if newest and not self._open_gap else np.nan
        if newest:
            start = rest.first + last + 1 - columns.first
            self._write_held(target, start, self._rows[index : index + 1], self._hold[index : index + 1])
        return rest.first + last, lows[there[-2:]].tolist(), highs[there[-2:]].tolist()

    def _hold_unseen(self, target: CurveColumns, columns: Columns, index: int, *, newest: bool) -> None:
        """The last value came before the window: hold it all the way, where it is known."""
        value = self.table.last_value(self._columns[index])
        if isinstance(value, (int, float)):
            self._hold[index] = value
        if newest and not self._open_gap:
            self._write_held(target, 0, self._rows[index : index + 1], self._hold[index : index + 1])

    def _newest(self, index: int, start_ns: int, step_ns: int) -> float:
        """The value to hold: the newest one there is, in the column that starts at `start_ns`."""
        value = self.table.last_value(self._columns[index])
        if isinstance(value, (int, float)):
            return float(value)
        values = self.table.samples(self._columns[index], start_ns, start_ns + step_ns).values
        known = values[~np.isnan(values)]
        return float(known[-1]) if len(known) else np.nan

    # -- writing

    def _write(self, target: CurveColumns, columns: Columns, first: int, rows: Rows, spans: Spans) -> None:
        at = slice(first - columns.first, None)
        target.lows[rows, at] = spans.lows
        target.highs[rows, at] = spans.highs
        target.points[rows, at] = np.nan if spans.points is None else spans.points
        target.held[rows, at] = False

    def _write_held(self, target: CurveColumns, start: int, rows: Rows, values: Float64Array) -> None:
        if start >= target.sliding.count:
            return
        at = slice(max(start, 0), None)
        target.lows[rows, at] = target.highs[rows, at] = values[:, np.newaxis]
        target.held[rows, at] = True


def _fitting_shape(table: Table, shape: Joining) -> Joining:
    """Steps for a slow table, by its rate over all history: the same at each zoom."""
    first_ns, last_ns = table.first_ns, table.last_ns
    if first_ns is None or last_ns is None or last_ns <= first_ns:
        return shape
    bound = SWIFT if shape == "steps" else SLOW
    return "steps" if table.in_history * 1e9 <= bound * (last_ns - first_ns) else "line"


def _flag_gaps(flags: BoolArray, rest: Columns, gaps: list[Gap]) -> None:
    """In which columns of `rest` there is a gap."""
    flags[:] = False
    for gap in gaps:
        first = rest.column_of(gap.start_ns) + 1
        stop = rest.stop if gap.end_ns is None else rest.column_of(gap.end_ns)
        if gap.end_ns is not None and stop <= first:  # shorter than a column: seen all the same
            first, stop = stop, stop + 1
        flags[max(first - rest.first, 0) : max(stop - rest.first, 0)] = True


def _breaks(gaps: list[Gap], columns: Columns) -> BoolArray:
    """In which columns a gap ends."""
    breaks = np.zeros(columns.count, np.bool_)
    if gaps:
        ends = gap_ends(gaps) // columns.step_ns - columns.first
        breaks[ends[(ends >= 0) & (ends < columns.count)]] = True
    return breaks


def _behind(spans: Spans, first: int, rows: slice = slice(None)) -> Spans:
    """The spans of some curves from a column on."""
    points = None if spans.points is None else spans.points[rows, first:]
    return Spans(spans.lows[rows, first:], spans.highs[rows, first:], points)
