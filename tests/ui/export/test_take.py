"""A figure holds what the screen shows, at the same places."""

import time

import numpy as np
import pytest

from tests.ui.export.conftest import START, S
from ui.export.take import COLUMNS, about_span, figure_of, rows_of
from ui.plots.source import Source
from ui.plots.stack import PlotStack


def shown(stack: PlotStack, *sources: Source) -> PlotStack:
    stack.set_sources(sources)
    stack.refresh(START)
    return stack


def test_a_curve_of_few_samples_is_the_line_through_them(stack, seconds):
    table = seconds(1, u=lambda x: np.arange(len(x)) % 2 * 1.0)
    figure = figure_of(shown(stack, Source("psu", table)), stack.panels, "Bench", START)
    ((panel,),) = figure.rows
    (line,) = panel.curves[0].measured
    assert {round(value, 6) for _, value in line.tolist() if value in (0, 1)} == {0, 1}
    assert 10 <= len(line) <= 40  # its corners, and what rounding to columns adds


def test_a_spike_among_many_samples_is_on_paper(stack, seconds):
    def spiked(x):
        values = np.zeros(len(x))
        values[12_345] = 77.0
        return values

    table = seconds(10_000, u=spiked)
    figure = figure_of(shown(stack, Source("psu", table)), stack.panels, "Bench", START)
    assert max(line[:, 1].max() for line in figure.rows[0][0].curves[0].measured) == 77


def test_ranges_are_those_of_the_screen(stack, seconds):
    shown(stack, Source("psu", seconds(100, u=np.sin)))
    axis = figure_of(stack, stack.panels, "Bench", START).rows[0][0].axes[0]
    assert (axis.low, axis.high) == stack.panels[0].value_range()
    assert axis.unit == "V"


def test_the_legend_has_the_newest_values(stack, seconds):
    shown(stack, Source("psu", seconds(100, u=lambda x: np.full(len(x), 1.25))))
    (entry,) = figure_of(stack, stack.panels, "Bench", START).rows[0][0].entries
    assert (entry.name, float(entry.value)) == ("u", 1.25)


def test_the_last_value_is_held_to_the_right_edge_and_said_to_be(stack, seconds):
    table = seconds(100, u=np.sin)
    stack.set_sources([Source("psu", table)])
    stack.refresh(START + 5 * S)
    curve = figure_of(stack, stack.panels, "Bench", START + 5 * S).rows[0][0].curves[0]
    (held,) = curve.held
    assert held[-1, 0] == 1.0
    assert held[0, 0] == pytest.approx(0.5, abs=0.01)


def test_a_gap_is_a_band_with_its_cause(stack, seconds):
    table = seconds(100, u=np.sin)
    table.open_gap("silent\u202e", START)
    stack.set_sources([Source("psu", table)])
    stack.refresh(START + 5 * S)
    (band,) = figure_of(stack, stack.panels, "Bench", START + 5 * S).rows[0][0].bands
    assert band.cause == "silent·"
    assert (band.left, band.right) == (pytest.approx(0.5, abs=0.01), 1.0)


def test_texts_and_booleans_are_lanes_with_their_words(stack, seconds):
    table = seconds(10, mode=lambda x: ["idle"] * 50 + ["run"] * 50, on=lambda x: np.arange(len(x)) >= 50)
    ((panel,),) = figure_of(shown(stack, Source("psu", table)), stack.panels, "Bench", START).rows
    assert [[bar.word for bar in bars] for bars in panel.lanes] == [["idle", "run"], ["off", "on"]]


def test_the_figure_is_of_the_same_span_as_the_screen(stack, seconds):
    shown(stack, Source("psu", seconds(100, u=np.sin)))
    figure = figure_of(stack, stack.panels, "Bench", START)
    columns = stack.panels[0].shown()
    assert figure.span_ns == pytest.approx(columns.span_ns, rel=2 / columns.count)
    assert len(figure.rows) == 1


def test_panels_that_stand_under_each_other_are_rows(stack, seconds):
    shown(stack, Source("a", seconds(100, u=np.sin)), Source("b", seconds(100, u=np.cos)))
    assert [[p.title for p in row] for row in figure_of(stack, stack.panels, "Bench", START).rows] == [["a"], ["b"]]


def test_the_rows_are_those_of_the_span_with_one_part_a_table(stack, seconds):
    shown(stack, Source("a", seconds(100, u=np.sin)), Source("b", seconds(10, u=np.cos)))
    stack.set_window(2 * S)
    rows = rows_of(stack, stack.panels)
    text = "".join(rows)
    assert text.splitlines()[0].endswith("a/u [V],b/u [V]")
    assert rows.taken == pytest.approx(200 + 20, abs=4)


def test_a_span_over_midnight_names_both_days():
    midnight = int(time.mktime((2026, 11, 30, 0, 0, 0, 0, 0, -1))) * S
    told = about_span(midnight - S, 2 * S)
    assert told.startswith("2026-11-29 23:59:59")
    assert " to 2026-11-30 00:00:01" in told


def test_columns_are_fine_enough_for_paper():
    assert COLUMNS >= 1000
