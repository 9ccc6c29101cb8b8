"""What one panel's curves say at a time, in words and marks."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from app.store.moment import Reading, Sample, read
from app.store.table import Table
from app.store.views import Gap
from tests.ui.plots.reading.conftest import START, Plots, S
from ui.plots.legend import Entry
from ui.plots.reading.values import age_entry, entry_at, gaps_at, marks_of, open_gaps, read_channels, spoken

MANY = Reading(Sample(0, 1.5), None, 1.0, 2.0, 9)
NEWEST = Entry("ax", "9.9", "", 0)


def test_the_value_takes_the_newest_ones_place_and_the_extremes_stand_behind_the_name(plots: Plots) -> None:
    panel = plots.panel("psu")
    entry = entry_at(panel, panel.plan.channels[0], MANY, NEWEST)
    assert (entry.name, entry.value) == ("ax  1.000…2.000", "1.500")


def test_one_value_in_the_pixel_has_no_extremes(plots: Plots) -> None:
    panel = plots.panel("psu")
    reading = Reading(Sample(0, 1.5), None, 1.5, 1.5, 9)
    assert entry_at(panel, panel.plan.channels[0], reading, NEWEST).name == "ax"


@pytest.mark.parametrize(
    ("reading", "value", "stale"),
    [
        (Reading(gap=Gap(0, None, "silent")), "no data", True),
        (Reading(), "–", True),
        (Reading(Sample(0, 1.5, skipped=3)), "1.500", True),
        (Reading(Sample(0, 1.5)), "1.500", False),
        (Reading(Sample(0, math.inf)), "∞", False),
    ],
)
def test_what_is_not_there_or_is_older_than_its_row_is_muted(
    plots: Plots, reading: Reading, value: str, stale: bool
) -> None:
    panel = plots.panel("psu")
    entry = entry_at(panel, panel.plan.channels[0], reading, NEWEST)
    assert (entry.value, entry.stale) == (value, stale)


def test_only_numbers_that_have_a_height_are_marked(plots: Plots) -> None:
    panel, place = plots.panel("psu"), plots.place("psu")
    for value in (None, math.inf, math.nan, "run"):
        assert marks_of(panel, place, [Reading(Sample(0, value))]) == ()
    assert len(marks_of(panel, place, [Reading(Sample(0, 3))])) == 1


def test_several_tables_are_each_read_once_and_told_in_order(plots: Plots, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def counting(table: Table, *rest: object) -> tuple[Reading, ...]:
        asked.append(table)
        return read(table, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("app.store.moment.read", counting)
    imu, psu = plots.panel("imu").plan.channels, plots.panel("psu").plan.channels
    at = START + S
    found = read_channels((imu[0], psu[0], imu[1]), at, at, at + 1)
    assert [r.sample and r.sample.value for r in found] == [math.sin(1), 1.0, 0]
    assert len(asked) == 2


def test_a_sentence_names_every_curve_with_value_unit_and_extremes(plots: Plots) -> None:
    panel = plots.panel("psu")
    assert spoken(panel, [Entry("voltage  1…2", "1.500", "", 0)], [MANY]) == (
        "voltage 1.500 V, of 9 samples from 1.000 to 2.000"
    )
    gap = Reading(gap=Gap(0, None, "silent"))
    assert spoken(panel, [Entry("voltage", "no data", "", 0)], [gap]) == "voltage no data: silent"


def test_gaps_are_told_for_the_device_that_has_them(plots: Plots) -> None:
    at = START + 2 * S + S // 2
    assert gaps_at(plots.panel("imu"), at) == []
    ((device, gap),) = gaps_at(plots.panel("psu"), at)
    assert (device, gap.cause) == ("psu", "reset by the device")


def test_a_panel_is_as_old_as_its_oldest_open_gap(plots: Plots) -> None:
    panel = plots.panel("psu")
    assert open_gaps(panel, plots.now) == []
    assert age_entry(panel, plots.now) is None
    plots.psu.open_gap("closed by the device", plots.now)
    entry = age_entry(panel, plots.now + 3 * S)
    assert entry is not None
    assert (entry.name, entry.value, entry.stale) == ("no data: closed by the device", "3.1 s", True)


def test_a_column_of_nothing_but_nan_has_no_value_and_no_mark(
    plots: Plots, make_table: Callable[..., Table], append: Callable[..., None]
) -> None:
    append(plots.psu, [plots.now], unit="V", voltage=[math.nan])
    channels = plots.panel("psu").plan.channels
    (reading,) = read_channels(channels, plots.now, plots.now, plots.now + 1)
    assert reading.sample is not None
    assert reading.sample.skipped == 1  # the last one that there is, and that it is not of this row
