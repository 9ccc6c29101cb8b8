"""A channel is named as session files name it, and knows whether it is a curve or a state."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.store.table import Table
from ui.plots.source import LEAST_ROWS, Channel, Source


def channels(source: Source, *, alone: bool) -> list[Channel]:
    return [Channel.of(source, number, info, alone=alone) for number, info in enumerate(source.table.columns)]


@pytest.fixture
def table(make_table: Callable[..., Table], append: Callable[..., None]) -> Table:
    table = make_table("TPV")
    append(table, [1, 2], unit="m", alt=[1.5, 2.5], fix=[True, False], mode=["2D", "3D"])
    return table


def test_the_only_table_of_a_device_is_not_named(table: Table) -> None:
    assert [c.path for c in channels(Source("gps", table), alone=True)] == ["gps/alt", "gps/fix", "gps/mode"]


def test_one_of_several_tables_is(table: Table) -> None:
    alt = channels(Source("gps", table), alone=False)[0]
    assert (alt.path, alt.name, alt.unit) == ("gps/TPV.alt", "alt", "m")


def test_a_table_without_a_name_cannot_be(make_table: Callable[..., Table], append: Callable[..., None]) -> None:
    table = make_table()
    append(table, [1], x=[1.0])
    assert channels(Source("imu", table), alone=False)[0].path == "imu/x"


def test_texts_and_booleans_are_states_and_numbers_are_not(table: Table) -> None:
    alt, fix, mode = channels(Source("gps", table), alone=True)
    assert [alt.is_state, fix.is_state, mode.is_state] == [False, True, True]
    assert alt.vocabulary is fix.vocabulary is None
    assert mode.vocabulary is not None
    assert list(mode.vocabulary.texts) == ["2D", "3D"]


def test_a_greeting_is_not_a_table_that_goes_on(make_table: Callable[..., Table], append: Callable[..., None]) -> None:
    table = make_table()
    source = Source("gps", table)
    for row in range(LEAST_ROWS):
        assert not source.goes_on
        append(table, [row], x=[1.0])
    assert source.goes_on
    table.clear()
    assert source.goes_on  # what was sent has been sent
