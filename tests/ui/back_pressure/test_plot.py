"""The curve of a run, drawn with the theme's colours."""

from __future__ import annotations

import msgspec
import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QImage

from tests.ui.comparison.made_runs import run_with
from ui.back_pressure.plot import BackPressurePlot, marks


def shown(plot: BackPressurePlot) -> QImage:
    plot.resize(700, 500)
    return plot.grab().toImage()


def curves(plot: BackPressurePlot) -> list[pg.PlotCurveItem]:
    return [item for item in plot._view.scene().items() if isinstance(item, pg.PlotCurveItem)]


def labels(plot: BackPressurePlot) -> list[str]:
    items = [item for item in plot._view.scene().items() if isinstance(item, pg.TextItem)]
    return sorted(item.toPlainText() for item in items if item.isVisible())


def test_a_wait_a_closed_window_a_refusal_and_the_recovery_are_marked():
    found = dict(marks(run_with(30_000)))
    assert found == {
        "the sender waits": 0.029, "the window is closed": 0.029, "its program is refused": 0.05, "recovered": 0.105,
    }  # fmt: skip
    assert list(dict(marks(run_with(None)))) == ["recovered"]


def test_late_acknowledgements_are_one_mark_not_two():
    run = run_with(30_000)
    run = msgspec.structs.replace(run, cause="acknowledgements", first_wait_ns=run.refused_ns)
    assert "its program is refused" not in dict(marks(run))


def test_it_shows_another_run_in_the_same_place(qtbot, theme):
    plot = BackPressurePlot(theme)
    qtbot.addWidget(plot)
    plot.show_run(run_with(30_000))
    first = shown(plot)
    assert labels(plot) == ["its program is refused", "recovered", "the sender waits", "the window is closed"]
    plot.show_run(run_with(None))
    assert shown(plot) != first
    assert labels(plot) == ["recovered"]
    assert len(curves(plot)) == 6


def test_bytes_count_from_what_had_been_read_when_the_stall_began(qtbot, theme):
    plot = BackPressurePlot(theme)
    qtbot.addWidget(plot)
    plot.show_run(run_with(None))
    during = [
        curve.yData[np.searchsorted(curve.xData, 0.05)]
        for curve in curves(plot)
        if curve.opts["pen"].color().name().upper() == theme.tokens.curve(2).upper()
    ]
    assert len(during) == 1
    assert abs(during[0]) <= 1000  # read: nothing in the stall


def test_it_follows_the_theme(qtbot, theme):
    plot = BackPressurePlot(theme)
    qtbot.addWidget(plot)
    plot.show_run(run_with(30_000))
    light = shown(plot)
    theme.set_scheme("dark")
    dark = shown(plot)
    assert light != dark
    assert dark.pixelColor(690, 100).name().upper() == theme.tokens.surface


def test_a_screen_reader_is_told_what_happened_and_when(qtbot, theme):
    plot = BackPressurePlot(theme)
    qtbot.addWidget(plot)
    plot.show_run(run_with(30_000))
    assert "the sender waits at 29 ms" in plot.accessibleDescription()
