"""One table of one device's history.

A Table takes batches and answers what a plot, a list of devices or a report asks. The work is next door:
history.py keeps the rows within their bounds, blocks.py numbers them and finds times, bank.py holds the columns and
builds the min/max pyramid, pyramid.py reduces ranges of rows, gaps.py keeps what is not there.

Cost. Appending copies each column once and builds the pyramid from the copy: two to four times the bare copy. A
query costs by its spans, not by the rows it covers. `version` says whether asking again is worth it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from app.store.gaps import Gaps
from app.store.history import Cells, History
from app.store.newest import newest_bands
from app.store.roster import Roster
from app.store.spans import Grid, Spans, spans_of
from app.store.views import ColumnInfo, Envelope, Float64Array, Gap, Samples
from app.stream import Batch, Int64Array, SideBySide, is_ascending


class Table:
    """A bounded history of rows.

    `appended = in_history + aged_out + cleared` always, each counted where it happens.
    `version` changes whenever something that can be drawn has changed. `roster`: its columns, which may be called
    otherwise while the rows stay what they are.

    Bounds: rows older than the newest less `history_ns` are forgotten one by one, and the oldest block of
    rows where `history_bytes` would not hold another one. The newest 32 rows or so are kept whatever the bound.
    """

    def __init__(self, name: str, *, history_ns: int, history_bytes: int) -> None:
        self.name = name
        self.appended = 0
        self.version = 0
        self._history_ns = history_ns
        self._history_bytes = history_bytes
        self._history: History | None = None  # made for the first batch's columns
        self.roster = Roster()
        self._gaps = Gaps()
        self._last_ns: int | None = None
        self._spans: Spans | None = None  # the last that were asked for: curves of one plot ask for the same

    # ------------------------------------------------------------------ what there is

    @property
    def in_history(self) -> int:
        return self._history.rows if self._history else 0

    @property
    def aged_out(self) -> int:
        return self._history.aged_out if self._history else 0

    @property
    def crowded_out(self) -> int:
        """Those of `aged_out` that were forgotten for the bound in bytes."""
        return self._history.crowded_out if self._history else 0

    @property
    def cleared(self) -> int:
        return self._history.cleared if self._history else 0

    @property
    def columns(self) -> tuple[ColumnInfo, ...]:
        """In order of appearance; a new one back-fills as missing."""
        return self.roster.infos

    @property
    def first_ns(self) -> int | None:
        """Time of the oldest row in history."""
        blocks = self._history.blocks if self._history else None
        return blocks.time_of(blocks.first) if blocks and blocks.end > blocks.first else None

    @property
    def last_ns(self) -> int | None:
        """Time of the newest row."""
        return self._last_ns

    @property
    def row_bytes(self) -> int:
        """Bytes that one row costs, pyramid and time included."""
        return self._history.row_bytes if self._history else 0

    @property
    def nbytes(self) -> int:
        """Bytes held now, allocated blocks included."""
        return self._history.nbytes if self._history else 0

    def set_history_bytes(self, history_bytes: int) -> None:
        """Change the bound in bytes; ages out at once what no longer fits."""
        self._history_bytes = history_bytes
        if self._history:
            held = self._history.rows
            self._history.set_limit(history_bytes)
            self._spans = None  # the rows may have moved
            self.version += self._history.rows != held

    # ------------------------------------------------------------------ what comes

    def append(self, batch: Batch) -> None:
        """Copies the rows in. Times run on from the last row; ValueError for an earlier one."""
        if not len(batch):
            return
        _check(self.name, self._last_ns, batch)
        history, cells = self._make_room(batch)
        self._gaps.note(batch, self._last_ns)
        history.write(batch.times, cells)
        self.appended += len(batch)
        self._last_ns = int(batch.times[-1])
        history.age(self._last_ns - self._history_ns)
        self._gaps.forget_before(self.first_ns or 0)
        self.version += 1
        self._spans = None

    def open_gap(self, cause: str, at_ns: int) -> None:
        """From the last row on there is no data, because of `cause`; the next append closes it. Before the first
        row it counts from `at_ns`."""
        self._gaps.open(cause, at_ns if self._last_ns is None else self._last_ns)
        self.version += 1
        self._spans = None

    def clear(self) -> None:
        """Forget all rows and gaps; columns, extremes and counts of a life stay."""
        if self._history:
            self._history.clear()
        self._gaps.clear()
        self._last_ns = None
        self.version += 1
        self._spans = None

    def _make_room(self, batch: Batch) -> tuple[History, list[Cells]]:
        """The history, with a place for each of the batch's columns, and what to write there."""
        if isinstance(batch.columns, SideBySide) and self._history is not None:
            known = self.roster.side_by_side(batch.columns)
            if known is not None:
                return self._history, [known]
        pairs, new, wider = self.roster.match(batch.columns)
        if self._history is None:
            self._history = History(new, self._history_bytes)
        elif new:
            self._history.add_columns(new)
        for column, dtype in wider:
            self._history.widen(column, dtype)
        return self._history, self.roster.cells(pairs)

    # ------------------------------------------------------------------ what is asked

    def last_value(self, column: int) -> object:
        """The newest value as int, float, bool or str; None where it is missing or there are no rows."""
        if not self._history or not self.in_history:
            return None
        blocks = self._history.blocks
        return self.roster.columns[column].newest(*blocks.place(blocks.end - 1))

    def extrema(self, column: int) -> tuple[float, float] | None:
        """Least and greatest value since the table was made (NaN left out), for the report; None without values, and
        for a text: the extremes of its codes say nothing."""
        if not self._history or self.roster.columns[column].vocabulary is not None:
            return None
        low, high = self._history.extremes(self.roster.columns[column])
        return None if np.isnan(low) else (low, high)

    def values_seen(self, column: int) -> int:
        """How many values (not missing) the column has had since the table was made."""
        return self.roster.columns[column].seen

    def rows_between(self, start_ns: int, end_ns: int) -> int:
        """Number of rows with start <= time < end. O(log n)."""
        if not self._history:
            return 0
        blocks = self._history.blocks
        is_newest = self._last_ns is not None and self._last_ns < end_ns
        end = blocks.end if is_newest else blocks.first_at_or_after(end_ns)
        return max(0, end - blocks.first_at_or_after(start_ns))

    def gaps(self, start_ns: int, end_ns: int) -> list[Gap]:
        """Gaps that touch the span, oldest first."""
        return self._gaps.between(start_ns, end_ns)

    def samples(self, column: int, start_ns: int, end_ns: int) -> Samples:
        """The rows with start <= time < end and one neighbour on each side where there is one."""
        asked = self.roster.columns[column]
        if not self._history:
            return Samples(np.empty(0, np.int64), np.empty(0))
        blocks = self._history.blocks
        first = max(blocks.first, blocks.first_at_or_after(start_ns) - 1)
        last = min(blocks.end, max(first, blocks.first_at_or_after(end_ns)) + 1)
        times = [blocks.times[slot, lo:hi] for slot, lo, hi in blocks.pieces(first, last)]
        since = min(max(asked.bank.since, first), last)
        values = [np.full(since - first, np.nan)]
        with np.errstate(invalid="ignore"):  # a device may send signalling NaNs
            values += [asked.floats(*piece).astype(np.float64) for piece in blocks.pieces(since, last)]
        return Samples(np.concatenate([np.empty(0, np.int64), *times]), np.concatenate(values))

    def rows(self, columns: Sequence[int], start_ns: int, end_ns: int) -> tuple[Int64Array, list[list[object]]]:
        """The rows with start <= time < end as they came, integers exact: their times, and per column each row's value
        (int, float, bool or str; None where it is missing). Costs a Python object a value: for files, not for plots."""
        if not self._history:
            return np.empty(0, np.int64), [[] for _ in columns]
        blocks = self._history.blocks
        first = blocks.first_at_or_after(start_ns)
        last = max(first, blocks.first_at_or_after(end_ns))
        pieces = list(blocks.pieces(first, last))
        times = np.concatenate([np.empty(0, np.int64), *(blocks.times[slot, lo:hi] for slot, lo, hi in pieces)])
        cells: list[list[object]] = []
        for asked in (self.roster.columns[column] for column in columns):
            since = min(max(asked.bank.since, first), last)
            known = [value for piece in blocks.pieces(since, last) for value in asked.values(*piece)]
            cells.append([None] * (since - first) + known)
        return times, cells

    def envelope(self, column: int, start_ns: int, step_ns: float, count: int, *, exact: bool = False) -> Envelope:
        """`count` spans [start + i*step, start + (i+1)*step). Cost depends on `count`, not on the rows.

        A row is in the span that holds its time; at most it shows in the next one instead, if both spans and the
        one before it hold hundreds of rows and it is among the last sixteenth of its own: see `envelopes`.
        """
        return self.envelopes((column,), start_ns, step_ns, count, exact=exact)[0]

    def envelopes(
        self, columns: Sequence[int], start_ns: int, step_ns: float, count: int, *, exact: bool = False
    ) -> list[Envelope]:
        """The same spans of several columns, for which the rows are found once.

        Without `exact`, an edge between two neighbouring spans of 256 rows or more each may lie up to 1/16 of the
        smaller one's rows too early, so that bucket edges of the pyramid serve as span edges: a sample of the last
        sixteenth of a span then shows in the span behind it. None is lost, also not where one call ends and a later
        one goes on: the first edge is moved by the same rule as it would be inside a call, the last is not moved.
        `counts` is exact always. With `exact` nothing is moved, at up to twice the cost.
        """
        self._spans = spans_of(self._spans, self._history, Grid(start_ns, float(step_ns), count, exact))
        return [self._spans.envelope(self.roster.columns[column]) for column in columns]

    def bands(
        self, columns: Sequence[int], start_ns: int, step_ns: int, count: int
    ) -> tuple[Float64Array, Float64Array]:
        """The lows and the highs of `envelopes`, float64[columns, count] each: what a plot asks at each refresh."""
        chosen = [self.roster.columns[column] for column in columns]
        if self._history is not None:
            quick = newest_bands(self._history.blocks, chosen, start_ns, step_ns, count)
            if quick is not None:
                return quick
        self._spans = spans_of(self._spans, self._history, Grid(start_ns, float(step_ns), count, exact=False))
        return self._spans.bands(chosen)


def _check(name: str, last_ns: int | None, batch: Batch) -> None:
    """Raises ValueError for rows that do not follow a table's last one, or are no rows."""
    times = batch.times
    if last_ns is not None and times[0] < last_ns:
        raise ValueError(f"table {name!r}: a row at {times[0]} ns after one at {last_ns} ns")
    if not is_ascending(times):
        raise ValueError(f"table {name!r}: times go back within a batch")
    if isinstance(batch.columns, SideBySide) and len(batch.columns.values) == len(times):
        return
    for column in batch.columns:
        if len(column.values) != len(times):
            raise ValueError(
                f"table {name!r}: column {column.name!r} has {len(column.values)} values for {len(times)} rows"
            )
