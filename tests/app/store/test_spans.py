"""Spans of time over rows: what a plot sees, at every zoom and from one call to the next."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store.spans import Grid
from app.store.table import Table
from app.stream import Batch, Column


def table_of(times: np.ndarray, **columns: np.ndarray) -> Table:
    table = Table("t", history_ns=10**18, history_bytes=64 << 20)
    table.append(Batch("t", times, tuple(Column(name, values) for name, values in columns.items())))
    return table


def test_edges_are_the_first_whole_nanosecond_of_each_span():
    assert Grid(100, 2.5, 3, False).edges().tolist() == [98, 100, 103, 105, 108]


def test_edges_beyond_all_times_are_clipped():
    edges = Grid(0, 1e300, 2, False).edges()
    assert (np.diff(edges) >= 0).all()
    assert edges[-1] > 10**18


@pytest.mark.parametrize(("step", "count"), [(0.0, 5), (-1.0, 5), (float("nan"), 5), (1.0, -1)])
def test_spans_that_are_none_are_refused(step, count):
    with pytest.raises(ValueError, match="more than 0 ns"):
        table_of(np.arange(3), x=np.zeros(3)).envelope(0, 0, step, count)


def test_no_spans_are_no_answer_and_no_error():
    envelope = table_of(np.arange(3), x=np.zeros(3)).envelope(0, 0, 1.0, 0)
    assert len(envelope.lows) == len(envelope.highs) == len(envelope.counts) == 0


def test_spans_without_rows_are_nan_and_count_none():
    envelope = table_of(np.array([10, 11, 40]), x=np.array([1.0, 2.0, 3.0])).envelope(0, 0, 10.0, 6)
    assert envelope.counts.tolist() == [0, 2, 0, 0, 1, 0]
    np.testing.assert_array_equal(envelope.lows, [np.nan, 1, np.nan, np.nan, 3, np.nan])
    np.testing.assert_array_equal(envelope.highs, [np.nan, 2, np.nan, np.nan, 3, np.nan])
    assert (envelope.start_ns, envelope.step_ns) == (0, 10.0)


def test_a_late_column_is_nan_in_spans_before_it():
    table = Table("t", history_ns=10**18, history_bytes=1 << 20)
    count = 60_000
    table.append(Batch("t", np.arange(count), (Column("x", np.ones(count)),)))
    table.append(Batch("t", np.arange(count, count + 500), (Column("x", np.ones(500)), Column("y", np.full(500, 7)))))
    step = (count + 500) / 100
    for spans in (100, 1):
        envelope = table.envelope(1, 0 if spans == 100 else count - 100, step, spans)
        assert np.nanmin(envelope.lows) == 7
    envelope = table.envelope(1, 0, step, 100)
    assert np.isnan(envelope.lows[:99]).all()
    assert np.isnan(table.envelope(1, 0, 10.0, 50).lows).all()


ZOOMS = st.integers(1, 500)


@settings(max_examples=60)
@given(ZOOMS, st.integers(0, 199_999), st.floats(0, 1))
def test_a_spike_of_one_sample_is_seen_once_at_every_zoom_in_its_span_or_the_next(count, at, phase):
    rows = 200_000
    values = np.zeros(rows, "f4")
    values[at] = 9
    table = table_of(np.arange(rows) * 1000, x=values)
    step = rows * 1000 / count
    start = -int(phase * step)
    highs = table.envelope(0, start, step, count + 2).highs
    (seen,) = np.flatnonzero(highs == 9)
    own = int((at * 1000 - start) // step)
    assert seen in (own, own + 1)
    if seen != own:
        assert (at * 1000 - start) % step > step * 15 / 16 - 1000  # only from the last sixteenth
    exact = table.envelope(0, start, step, count + 2, exact=True).highs
    assert np.flatnonzero(exact == 9).tolist() == [own]


@settings(max_examples=60)
@given(st.integers(0, 2**31), st.integers(2, 60), st.data())
def test_a_picture_drawn_in_parts_shows_every_sample(seed, count, data):
    """Each call goes on with the span that the one before ended in, as a plot that scrolls does, while rows come."""
    rng = np.random.default_rng(seed)
    table = Table("t", history_ns=10**18, history_bytes=64 << 20)
    rows = 40_000
    times = np.cumsum(rng.integers(0, 40, rows)) if seed % 2 else np.arange(rows) * 20
    values = np.arange(rows, dtype="f8")  # on a slope every sample is the least or greatest of what is left of its span
    cuts = sorted(data.draw(st.lists(st.integers(1, rows - 1), max_size=8, unique=True)))
    step = float(times[-1] + 1) / count
    lows, highs = np.full(count, np.nan), np.full(count, np.nan)
    first = 0
    for start, stop in zip([0, *cuts], [*cuts, rows], strict=True):
        table.append(Batch("t", times[start:stop], (Column("x", values[start:stop]),)))
        last = min(count - 1, int(times[stop - 1] // step))
        part = table.envelope(0, round(first * step), step, last + 1 - first)
        lows[first : last + 1], highs[first : last + 1] = part.lows, part.highs
        first = last
    own = np.minimum((times // step).astype(int), count - 1)
    behind = np.minimum(own + 1, count - 1)
    shown = [(lows[span] <= values) & (values <= highs[span]) for span in (own, behind)]
    assert (shown[0] | shown[1]).all()


def test_no_sample_crosses_a_gap():
    """Dense spans on both sides of a pause: the edge there is exact."""
    times = np.concatenate((np.arange(10_007), 1_000_000 + np.arange(10_007)))
    values = np.repeat([1.0, 2.0], 10_007)
    table = table_of(times, x=values)
    for start in (-7, 0, 133):
        envelope = table.envelope(0, start, 5_003.0, 210)
        assert not ((envelope.lows == 1) & (envelope.highs == 2)).any()
    behind = table.envelope(0, 1_000_000 - 77, 5_003.0, 3)  # nor where the first span follows an empty one
    assert behind.lows.tolist() == [2, 2, 2]


def test_a_sparse_span_beside_a_dense_one_keeps_its_own():
    """A burst, then a slow rate: moving the edge by a sixteenth of the burst would swallow the slow span."""
    times = np.concatenate((np.arange(60_001), 60_001 + 10_000 * np.arange(1, 11)))
    values = np.concatenate((np.zeros(60_001), np.arange(1.0, 11.0)))
    envelope = table_of(times, x=values).envelope(0, 0, 20_000.0, 9)
    np.testing.assert_array_equal(envelope.highs, [0, 0, 0, 1, 3, 5, 7, 9, 10])
    np.testing.assert_array_equal(envelope.lows[4:], [2, 4, 6, 8, 10])


def test_counts_are_exact_where_edges_were_moved():
    table = table_of(np.arange(100_000), x=np.zeros(100_000))
    assert table.envelope(0, 13, 5_001.0, 19).counts.tolist() == [5_001] * 19


def test_several_columns_over_the_same_spans_are_what_each_is_alone():
    rng = np.random.default_rng(1)
    table = table_of(np.arange(30_000), a=rng.normal(size=30_000), b=rng.integers(0, 9, 30_000))
    together = table.envelopes((1, 0), 5, 77.7, 300)
    for envelope, column in zip(together, (1, 0), strict=True):
        alone = table.envelope(column, 5, 77.7, 300)
        np.testing.assert_array_equal(envelope.lows, alone.lows)
        np.testing.assert_array_equal(envelope.highs, alone.highs)


def test_the_same_question_after_more_rows_has_a_new_answer():
    table = table_of(np.arange(10), x=np.arange(10.0))
    assert table.envelope(0, 0, 10.0, 2).counts.tolist() == [10, 0]
    table.append(Batch("t", np.arange(10, 15), (Column("x", np.ones(5)),)))
    assert table.envelope(0, 0, 10.0, 2).counts.tolist() == [10, 5]


def mixed_table(rows: int, random: np.random.Generator) -> Table:
    """Columns of three banks, with values missing, and one that came later."""
    table = Table("t", history_ns=10**18, history_bytes=64 << 20)
    times = np.sort(random.integers(0, 10**6, rows))
    gone = random.random(rows) < 0.3
    columns = (
        Column("a", random.normal(size=rows)),
        Column("b", random.normal(size=rows).astype(np.float32)),
        Column("c", random.normal(size=rows), "", gone),
        Column("d", random.integers(-9, 9, rows), "", gone),
    )
    table.append(Batch("t", times, columns))
    late = (*(Column(c.name, np.resize(c.values, 50)) for c in columns), Column("e", random.normal(size=50)))
    table.append(Batch("t", times[-1] + np.arange(50) * 400, late))
    return table


@pytest.mark.parametrize("rows", [1, 30, 2_000, 60_000])
@pytest.mark.parametrize("columns", [(0, 2), (2, 0), (0, 1, 2, 3, 4), (3,), (4, 0)])
@pytest.mark.parametrize(("start", "step", "count"), [(0, 1000, 1100), (990_000, 1000, 30), (-50, 7, 9), (0, 10**6, 1)])
def test_bands_are_the_envelopes_side_by_side(rows, columns, start, step, count):
    table = mixed_table(rows, np.random.default_rng(rows))
    lows, highs = table.bands(columns, start, step, count)
    envelopes = table.envelopes(columns, start, step, count)
    np.testing.assert_array_equal(lows, [envelope.lows for envelope in envelopes])
    np.testing.assert_array_equal(highs, [envelope.highs for envelope in envelopes])


def test_bands_of_an_empty_table_are_nan():
    lows, highs = Table("t", history_ns=1, history_bytes=1 << 20).bands((), 0, 1, 4)
    assert lows.shape == highs.shape == (0, 4)
