"""The table against a list of rows that does the same in the plainest way."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store.table import Table
from app.stream import Batch, Column, Vocabulary

DTYPES = ("float32", "float64", "float16", "int8", "int32", "int64", "uint16", "uint64", "bool", "text")
NAMES = ("a", "b", "c", "d")
WORDS = ("off", "on", "fault", "ramping")


@dataclass
class Model:
    """Every row that was ever appended, as (time, {column: value}); float('nan') is a value, absence is missing."""

    rows: list[tuple[int, dict[str, float]]] = field(default_factory=list)
    gone: int = 0  # rows at the front that are not in history any more
    order: list[str] = field(default_factory=list)

    def held(self) -> list[tuple[int, dict[str, float]]]:
        return self.rows[self.gone :]

    def column(self, name: str) -> np.ndarray:
        return np.array([row.get(name, np.nan) for _, row in self.held()])

    def times(self) -> np.ndarray:
        return np.array([time for time, _ in self.held()], np.int64)


class Pair:
    """A table and its model, given the same."""

    def __init__(self, history_ns: int, history_bytes: int) -> None:
        self.table = Table("t", history_ns=history_ns, history_bytes=history_bytes)
        self.model = Model()
        self.history_ns = history_ns
        self.history_bytes = history_bytes
        self.now = 0
        self.vocabulary = {name: Vocabulary() for name in NAMES}
        self.words: dict[str, int] = {}

    def append(self, rng: np.random.Generator, count: int, kinds: dict[str, str], missing: float, spread: int) -> None:
        times = self.now + np.cumsum(rng.integers(0, spread, count))
        self.now = int(times[-1])
        columns, rows = [], [{} for _ in range(count)]
        for name, kind in kinds.items():
            shown = f"{name}.{'text' if kind == 'text' else 'number'}"
            values = self._values(rng, name, kind, count)
            absent = rng.random(count) < missing if missing else None
            columns.append(Column(shown, values, "V", absent, self.vocabulary[name] if kind == "text" else None))
            if shown not in self.model.order:
                self.model.order.append(shown)
            for i in np.flatnonzero(~absent) if absent is not None else range(count):
                rows[i][shown] = float(values[i])
        self.table.append(Batch("t", times, tuple(columns)))
        self.model.rows.extend(zip(times.tolist(), rows, strict=True))
        self.check_bounds()

    def _values(self, rng: np.random.Generator, name: str, kind: str, count: int) -> np.ndarray:
        if kind == "text":
            codes = [self.vocabulary[name].code(word) for word in rng.choice(WORDS, count)]
            return np.array(codes, np.int32)
        values = rng.normal(size=count) * 50
        if np.dtype(kind).kind == "f":
            values[rng.random(count) < 0.02] = np.nan
            values[rng.random(count) < 0.01] = np.inf
            strided = np.zeros((count, 3), kind)  # a decoder hands over views of rows
            strided[:, 1] = values
            return strided[:, 1]
        return np.abs(values).astype(kind) if kind.startswith("u") else values.astype(kind)

    def clear(self) -> None:
        self.table.clear()
        self.model.gone = len(self.model.rows)

    def bound(self, history_bytes: int) -> None:
        self.history_bytes = history_bytes
        self.table.set_history_bytes(history_bytes)
        self.check_bounds()

    def check_bounds(self) -> None:
        """What is held is the newest of what came; nothing too old; no more bytes than allowed; all accounted for."""
        table, model = self.table, self.model
        assert table.appended == len(model.rows)
        assert table.appended == table.in_history + table.aged_out + table.cleared
        held = len(model.rows) - table.in_history
        assert held >= model.gone
        model.gone = held
        if table.in_history:
            assert model.times()[0] >= self.now - self.history_ns
            assert table.first_ns == model.times()[0]
            assert table.last_ns == self.now
        assert table.nbytes <= max(self.history_bytes, 3 * 16 * table.row_bytes)

    def check_rows(self) -> None:
        table, model = self.table, self.model
        assert [info.name for info in table.columns] == model.order
        for index, name in enumerate(model.order):
            samples = table.samples(index, -1, self.now + 1)
            np.testing.assert_array_equal(samples.times, model.times())
            np.testing.assert_array_equal(samples.values, model.column(name))
            self._check_life(index, name)

    def _check_life(self, index: int, name: str) -> None:
        ever = [row[name] for _, row in self.model.rows if name in row]
        assert self.table.values_seen(index) == len(ever)
        numbers = [value for value in ever if value == value and not name.endswith("text")]
        assert self.table.extrema(index) == ((min(numbers), max(numbers)) if numbers else None)
        held = self.model.held()
        last = self.table.last_value(index)
        if not held or name not in held[-1][1]:
            assert last is None
        elif name.endswith("text"):
            assert last == self.vocabulary[name[0]].text(int(held[-1][1][name]))
        else:
            np.testing.assert_equal(float(last), held[-1][1][name])

    def check_envelopes(self, start: int, step: float, count: int) -> None:
        edges = start + np.ceil(np.arange(count + 1) * step).astype(np.int64)
        rows = np.searchsorted(self.model.times(), edges)
        found = self.table.envelopes(range(len(self.model.order)), start, step, count, exact=True)
        for envelope, name in zip(found, self.model.order, strict=True):
            lows, highs = plain_envelope(self.model.column(name), rows)
            np.testing.assert_array_equal(envelope.lows, lows)
            np.testing.assert_array_equal(envelope.highs, highs)
            np.testing.assert_array_equal(envelope.counts, np.diff(rows))
        assert self.table.rows_between(start, int(edges[-1])) == rows[-1] - rows[0]


def plain_envelope(values: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    lows, highs = np.full(len(rows) - 1, np.nan), np.full(len(rows) - 1, np.nan)
    for i, (first, last) in enumerate(pairwise(rows)):
        present = values[first:last][~np.isnan(values[first:last])]
        if len(present):
            lows[i], highs[i] = present.min(), present.max()
    return lows, highs


kinds = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(DTYPES), max_size=4)
appends = st.tuples(
    st.just("append"), st.integers(1, 700), kinds, st.sampled_from((0.0, 0.0, 0.3, 1.0)), st.sampled_from((1, 2, 1000))
)
steps = st.one_of(
    appends,
    appends,
    appends,
    st.tuples(st.just("clear")),
    st.tuples(st.just("bound"), st.sampled_from((0, 3_000, 40_000, 1_000_000))),
    st.tuples(st.just("ask"), st.integers(-50, 100), st.floats(0.01, 2.0), st.integers(1, 150)),
)


@settings(max_examples=120)
@given(
    st.integers(0, 2**32),
    st.sampled_from((0, 1_000, 200_000, 10**12)),
    st.sampled_from((500, 30_000, 4_000_000)),
    st.lists(steps, min_size=1, max_size=12),
)
def test_a_table_holds_and_answers_what_a_list_of_rows_would(seed, history_ns, history_bytes, script):
    rng = np.random.default_rng(seed)
    pair = Pair(history_ns, history_bytes)
    for what, *rest in script:
        if what == "append":
            pair.append(rng, *rest)
        elif what == "clear":
            pair.clear()
        elif what == "bound":
            pair.bound(*rest)
        else:
            percent, width, count = rest
            pair.check_envelopes(pair.now * percent // 100, max(0.5, width * pair.now / count), count)
    pair.check_rows()
    pair.check_envelopes(-3, max(1.0, pair.now / 40), 50)


@settings(max_examples=15)
@given(st.integers(0, 2**32), st.sampled_from((8 << 20, 64 << 20)), st.integers(1, 300))
def test_long_histories_answer_exactly_at_every_zoom(seed, history_bytes, count):
    """Rows enough for three levels of the pyramid and several blocks."""
    rng = np.random.default_rng(seed)
    pair = Pair(10**15, history_bytes)
    times = np.cumsum(rng.integers(0, 3, 150_000))
    values = {"x": rng.normal(size=len(times)).astype("f4"), "y": rng.integers(-9, 9, len(times))}
    missing = rng.random(len(times)) < 0.5
    missing[40_000:80_000] = True
    for part in np.split(np.arange(len(times)), np.sort(rng.integers(0, len(times), 7))):
        columns = (Column("x", values["x"][part]), Column("y", values["y"][part], missing=missing[part]))
        pair.table.append(Batch("t", times[part], columns))
    kept = slice(len(times) - pair.table.in_history, None)
    step = float(rng.uniform(0.3, 2.0)) * times[-1] / count / float(rng.choice((1, 10, 1000)))
    start = int(rng.integers(-10, times[-1]))
    edges = start + np.ceil(np.arange(count + 1) * step).astype(np.int64)
    rows = np.searchsorted(times[kept], edges)
    found = pair.table.envelopes((0, 1), start, step, count, exact=True)
    plain = values["x"][kept].astype(float), np.where(missing, np.nan, values["y"])[kept]
    for envelope, column in zip(found, plain, strict=True):
        lows, highs = plain_envelope(column, rows)
        np.testing.assert_array_equal(envelope.lows, lows)
        np.testing.assert_array_equal(envelope.highs, highs)
