"""Figures that are computed between the turns of the event loop."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.store import statistics
from app.store.table import Table
from ui.plots.reading import span_work
from ui.plots.reading.span_work import SpanWork
from ui.plots.source import Channel, Source

S = 10**9
ROWS = 10_000


@pytest.fixture
def work(qtbot: QtBot) -> SpanWork:
    return SpanWork()


@pytest.fixture
def channels(make_table: Callable[..., Table], append: Callable[..., None]) -> list[Channel]:
    table = make_table()
    append(table, np.arange(ROWS) * 1000, a=np.arange(ROWS, dtype=np.float64), b=np.ones(ROWS))
    source = Source("imu", table)
    return [Channel(source, n, f"imu/{c}", c, "", False, None) for n, c in enumerate("ab")]


def finished(qtbot: QtBot, work: SpanWork) -> None:
    qtbot.waitUntil(lambda: not work.is_busy)


def test_all_curves_are_computed_in_the_end(work: SpanWork, channels: list[Channel], qtbot: QtBot) -> None:
    work.ask(channels, (0, ROWS * 1000))
    assert work.results == [None, None]
    finished(qtbot, work)
    assert [m and m.mean for m in work.results] == [(ROWS - 1) / 2, 1.0]
    assert work.fraction == 1


def test_a_turn_ends_when_its_time_is_up_and_goes_on_later(
    work: SpanWork, channels: list[Channel], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = count(0, 0.003)
    monkeypatch.setattr(span_work, "perf_counter", lambda: next(clock))
    monkeypatch.setattr(statistics, "SLICE_ROWS", 1000)
    parts: list[float] = []
    work.changed.connect(lambda: parts.append(work.fraction))
    work.ask(channels, (0, ROWS * 1000))
    finished(qtbot, work)
    assert len(parts) >= 10
    assert parts == sorted(parts)
    assert 0 < parts[0] < 0.2
    assert [m and m.count for m in work.results] == [ROWS, ROWS]


def test_a_new_question_drops_the_one_before(work: SpanWork, channels: list[Channel], qtbot: QtBot) -> None:
    work.ask(channels, (0, ROWS * 1000))
    work.ask(channels[1:], (0, 5000))
    finished(qtbot, work)
    assert [m and m.rows for m in work.results] == [5]


def test_the_same_question_is_not_computed_twice(work: SpanWork, channels: list[Channel], qtbot: QtBot) -> None:
    work.ask(channels, (0, 5000))
    finished(qtbot, work)
    before = work.results[0]
    work.ask(channels, (0, 5000))
    assert not work.is_busy
    assert work.results[0] is before


def test_rows_that_come_into_the_span_are_counted_at_the_next_look(
    work: SpanWork, channels: list[Channel], qtbot: QtBot, append: Callable[..., None]
) -> None:
    work.ask(channels, (0, 2 * ROWS * 1000))
    finished(qtbot, work)
    append(channels[0].source.table, [ROWS * 1000], a=[5.0], b=[1.0])
    work.refreshed(100 * S)
    assert work.is_busy
    assert None not in work.results  # the old figures stand until then
    finished(qtbot, work)
    assert [m and m.rows for m in work.results] == [ROWS + 1] * 2
    work.refreshed(200 * S)
    assert not work.is_busy


def test_dropped_it_has_nothing_to_do(work: SpanWork, channels: list[Channel]) -> None:
    work.ask(channels, (0, 5000))
    work.drop()
    work.refreshed(100 * S)
    assert not work.is_busy
    assert work.results == []


def test_an_empty_span_is_done_at_once(work: SpanWork, channels: list[Channel], qtbot: QtBot) -> None:
    work.ask(channels, (10 * S, 11 * S))
    finished(qtbot, work)
    assert [m and m.count for m in work.results] == [0, 0]


def test_a_history_that_is_cleared_meanwhile_ends_the_work(
    work: SpanWork, channels: list[Channel], qtbot: QtBot
) -> None:
    work.ask(channels, (0, ROWS * 1000))
    channels[0].source.table.clear()
    finished(qtbot, work)
    assert [m and m.count for m in work.results] == [0, 0]
