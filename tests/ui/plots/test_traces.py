"""What the tables are asked for; that the outcome is right is proved by the pictures (test_scrolling_area)."""

from collections.abc import Callable

import numpy as np
import pytest

from app.store.table import Table
from ui.plots.raster import REACH
from ui.plots.timeview import Columns
from ui.plots.traces import FEW, MANY, CurveColumns, TableTrace

S = 10**9
MS = 10**6


class Watched:
    """A table that notes how many columns and rows it is asked for."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.spans: list[int] = []
        self.rows: list[int] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self._table, name)

    def bands(self, columns: list[int], start_ns: int, step_ns: float, count: int) -> object:
        self.spans.append(count)
        return self._table.bands(columns, start_ns, step_ns, count)

    def samples(self, column: int, start_ns: int, end_ns: int) -> object:
        answer = self._table.samples(column, start_ns, end_ns)
        self.rows.append(len(answer.times))
        return answer


class Followed:
    """One trace of one column, 500 columns of 10 ms."""

    def __init__(self, table: Table) -> None:
        self.table = Watched(table)
        self.columns = Columns(0, 10 * MS, 500)
        self.target = CurveColumns(1, 1, 500)
        self.trace = TableTrace(self.table, [0], [0], 0)  # type: ignore[arg-type]
        self.started = False

    def to(self, now_ns: int) -> int:
        by = now_ns // self.columns.step_ns + 1 - self.columns.stop
        self.target.sliding.advance(by)
        self.columns = Columns(self.columns.first + by, self.columns.step_ns, self.columns.count)
        changed = self.trace.update(self.target, self.columns, anew=not self.started)
        self.started = True
        return changed


@pytest.fixture
def table(make_table: Callable[..., Table]) -> Table:
    return make_table()


def feed(table: Table, append: Callable[..., None], start: int, end: int, period: int) -> None:
    times = np.arange(start, end, period, dtype=np.int64)
    append(table, times, v=np.sin(times / S))


def test_a_refresh_asks_for_a_few_columns_alone(table: Table, append: Callable[..., None]) -> None:
    feed(table, append, 0, 10 * S, MS)
    followed = Followed(table)
    followed.to(10 * S)
    followed.table.spans.clear()
    feed(table, append, 10 * S, 10 * S + 16 * MS, MS)
    changed = followed.to(10 * S + 16 * MS)
    assert max(followed.table.spans) <= 6
    assert changed >= followed.columns.stop - 6


def test_few_samples_are_asked_for_one_by_one(table: Table, append: Callable[..., None]) -> None:
    feed(table, append, 0, 10 * S, 20 * MS)
    followed = Followed(table)
    followed.to(10 * S)
    followed.table.rows.clear()
    feed(table, append, 10 * S, 10 * S + 60 * MS, 20 * MS)
    followed.to(10 * S + 60 * MS)
    assert followed.table.spans == []
    assert max(followed.table.rows) <= 6


def test_without_new_rows_nothing_is_asked_and_the_last_value_is_held(
    table: Table, append: Callable[..., None]
) -> None:
    feed(table, append, 0, 10 * S, MS)
    followed = Followed(table)
    followed.to(10 * S)
    followed.table.spans.clear()
    changed = followed.to(10 * S + 50 * MS)
    assert followed.table.spans == []
    assert changed == followed.columns.stop - 5
    assert followed.target.held[0, -5:].all()
    assert followed.target.lows[0, -1] == pytest.approx(np.sin(9.999))


def test_an_open_gap_is_marked_and_nothing_held_in_it(table: Table, append: Callable[..., None]) -> None:
    feed(table, append, 0, 10 * S, MS)
    followed = Followed(table)
    followed.to(10 * S)
    table.open_gap("disconnected", 10 * S)
    followed.to(10 * S + 100 * MS)
    followed.to(10 * S + 200 * MS)
    assert followed.target.gaps[0, -15:].all()
    assert np.isnan(followed.target.lows[0, -15:]).all()


def test_rows_behind_the_view_are_not_asked_for(table: Table, append: Callable[..., None]) -> None:
    feed(table, append, 0, 10 * S, MS)
    followed = Followed(table)
    followed.to(6 * S)
    followed.table.spans.clear()
    feed(table, append, 10 * S, 11 * S, MS)
    assert followed.to(6 * S) == followed.columns.stop
    assert followed.table.spans == []


@pytest.mark.parametrize(("first", "then", "asked"), [(3.0, 3.0, False), (3.0, 6.0, True)])
def test_the_way_changes_only_well_past_the_bounds(
    table: Table, append: Callable[..., None], first: float, then: float, asked: bool
) -> None:
    assert FEW < first < MANY
    feed(table, append, 0, 5 * S, round(10 * MS / first))
    followed = Followed(table)
    followed.to(5 * S)
    assert followed.table.spans == []
    feed(table, append, 5 * S, 10 * S, round(10 * MS / then))
    followed.to(10 * S)
    assert bool(followed.table.spans) is asked


def test_extrema_leave_out_what_is_not_finite(table: Table, append: Callable[..., None]) -> None:
    times = np.arange(0, S, 100 * MS, dtype=np.int64)
    append(table, times, v=[np.inf, -np.inf, np.nan, 1.0, 2.0, 3.0, 2.0, 1.0, 1.0, 1.0])
    followed = Followed(table)
    followed.to(5 * S)
    assert followed.target.extrema() == (1.0, 3.0)


def test_there_are_no_extrema_of_nothing() -> None:
    assert CurveColumns(1, 1, 10).extrema() is None


@pytest.mark.parametrize("early", [[], [0, 5 * MS], list(range(0, 50 * MS, MS // 10))], ids=["none", "few", "many"])
def test_a_window_that_slides_on_far_left_of_the_newest_rows_is_drawn(
    make_table: Callable[..., Table], append: Callable[..., None], early: list[int]
) -> None:
    """Of a device whose clock is ahead, or of a view that was dragged: rows come in right of all that is in view."""
    table, rate_ns = make_table(), 10 * MS
    times = [*early, S, 2 * S]
    append(table, times, u=[float(n) for n in range(len(times))])
    trace, target = TableTrace(table, [0], [0], 0), CurveColumns(1, 1, 20)
    trace.update(target, Columns(0, rate_ns, 20), anew=True)
    for by in range(1, 10):
        append(table, [2 * S + by], u=[1.0])
        target.sliding.advance(1)
        assert trace.update(target, Columns(by, rate_ns, 20), anew=False) <= by + 20
    whole = CurveColumns(1, 1, 20)
    TableTrace(table, [0], [0], 0).update(whole, Columns(9, rate_ns, 20), anew=True)
    np.testing.assert_array_equal(target.lows, whole.lows)
    np.testing.assert_array_equal(target.held, whole.held)


def test_whatever_comes_between_plain_rows_the_spans_are_those_of_a_window_that_is_loaded_at_once(
    make_table: Callable[..., Table], append: Callable[..., None]
) -> None:
    """Plain rows are taken in by a way of their own; silences, missing values and gaps lead out of it and back."""
    table, rng, step_ns, count = make_table(), np.random.default_rng(5), 10 * MS, 640
    trace, target = TableTrace(table, [0, 1, 2], [0, 1, 2], 0), CurveColumns(3, 1, count)
    columns = Columns(0, step_ns, count)
    now_ns, came_ns = columns.end_ns - 1, 0
    for turn in range(600):
        event = rng.choice(["rows", "silence", "missing", "gap", "late"], p=[0.88, 0.03, 0.03, 0.03, 0.03])
        times = np.arange(came_ns + MS, now_ns - (8 * MS if event == "late" else 0), MS)
        if event == "gap":
            table.open_gap(f"broken {turn}", now_ns)
        elif event != "silence" and len(times):
            values = rng.normal(size=(3, len(times)))
            values[1, :] = np.nan if event == "missing" else values[1, :]
            append(table, times, a=values[0], b=values[1], c=values[2])
            came_ns = int(times[-1])
        came_ns = now_ns if event in ("silence", "gap") else came_ns
        trace.update(target, columns, anew=turn == 0)
        whole = CurveColumns(3, 1, count)
        TableTrace(table, [0, 1, 2], [0, 1, 2], 0).update(whole, columns, anew=True)
        for name in ("lows", "highs", "held", "gaps"):
            found, at_once = getattr(target, name)[:, REACH:], getattr(whole, name)[:, REACH:]
            np.testing.assert_array_equal(found, at_once, f"{name}, turn {turn}")
        now_ns += int(rng.integers(1, 30 * MS))
        by = now_ns // step_ns + 1 - columns.stop
        columns = Columns(columns.first + by, step_ns, count)
        target.sliding.advance(by)
