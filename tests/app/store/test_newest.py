"""The quick way answers as the general one does, or not at all."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store import table as table_module
from app.store.newest import MOST_SPANS, newest_bands
from app.store.table import Table
from app.stream import Batch, Column

ROWS = 40_000


def table_of(times: np.ndarray, *, dtype: str = "f8", history_ns: int = 10**18, missing: bool = False) -> Table:
    table = Table("t", history_ns=history_ns, history_bytes=8 << 20)
    random = np.random.default_rng(1)
    gone = random.random(len(times)) < 0.2 if missing else None
    columns = [Column(n, (random.normal(size=len(times)) * 99).astype(dtype), "", gone) for n in "abc"]
    table.append(Batch("t", times, tuple(columns)))
    return table


def general(table: Table, columns: tuple[int, ...], start: int, step: int, count: int) -> tuple[np.ndarray, np.ndarray]:
    envelopes = table.envelopes(columns, start, step, count)
    return np.array([e.lows for e in envelopes]), np.array([e.highs for e in envelopes])


@settings(max_examples=80, deadline=None)
@given(
    spacing=st.integers(0, 400),
    back=st.integers(-300, 30_000),
    step=st.integers(1, 9_000),
    count=st.integers(1, MOST_SPANS + 1),
    dtype=st.sampled_from(["f8", "f4", "i4"]),
    missing=st.booleans(),
)
def test_it_answers_as_the_general_way(spacing, back, step, count, dtype, missing):
    times = np.cumsum(np.random.default_rng(spacing).integers(0, spacing + 1, ROWS))
    table = table_of(times, dtype=dtype, missing=missing)
    for columns in ((0, 1, 2), (1,), (2, 0)):
        start = int(times[-1]) - back
        lows, highs = table.bands(columns, start, step, count)
        wanted = general(table, columns, start, step, count)
        np.testing.assert_array_equal(lows, wanted[0])
        np.testing.assert_array_equal(highs, wanted[1])


def test_a_refresh_of_a_plot_goes_the_quick_way(monkeypatch: pytest.MonkeyPatch):
    table = table_of(np.arange(ROWS) * 1000)
    answers = []
    monkeypatch.setattr(
        table_module, "newest_bands", lambda *asked: answers.append(newest_bands(*asked)) or answers[-1]
    )
    table.bands((0, 1, 2), (ROWS - 30) * 1000, 10_000, 4)
    assert answers[-1] is not None


@pytest.mark.parametrize(
    ("start", "step", "count"), [((ROWS - 900) * 1000, 300_000, 3), (0, 10**6, 8), ((ROWS - 9) * 1000, 1000, 999)]
)
def test_full_spans_old_rows_and_many_spans_are_left_to_the_general_way(start, step, count):
    table = table_of(np.arange(ROWS) * 1000)
    history = table._history
    assert history is not None
    assert newest_bands(history.blocks, table.roster.columns, start, step, count) is None


def test_rows_that_have_aged_out_have_no_part_in_it():
    table = table_of(np.arange(1000), history_ns=10)
    lows, _ = table.bands((0,), 980, 4, 6)
    np.testing.assert_array_equal(lows, general(table, (0,), 980, 4, 6)[0])
    assert np.isnan(lows[0, :2]).all()
