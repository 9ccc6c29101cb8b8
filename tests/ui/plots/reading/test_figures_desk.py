"""The cursors joined to their figures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from app.store import statistics
from tests.ui.plots.reading.conftest import START, Plots, S
from ui.plots.reading import span_work
from ui.plots.reading.figures_desk import FiguresDesk
from ui.plots.reading.figures_panel import FiguresPanel
from ui.theme.palette import Theme


@pytest.fixture
def desk(plots: Plots, theme: Theme) -> Iterator[FiguresDesk]:
    panel = FiguresPanel(theme)
    plots.qtbot.addWidget(panel)
    panel.show()
    owner = QObject()
    yield FiguresDesk(plots.stack, panel, owner)
    owner.deleteLater()


def place(plots: Plots, desk: FiguresDesk, a: float, b: float) -> None:
    plots.desk.place_cursor("A", START + round(a * S))
    plots.desk.place_cursor("B", START + round(b * S))
    plots.qtbot.waitUntil(lambda: not desk.work.is_busy)


def test_figures_are_of_the_samples_from_a_to_b_both_included(plots: Plots, desk: FiguresDesk) -> None:
    place(plots, desk, 3.5, 4.5)
    volts = next(f for f in desk.figures() if f.channel.path == "psu/voltage")
    assert volts.delta == pytest.approx(1.0)
    assert volts.moments is not None
    assert (volts.moments.count, volts.moments.slope) == (11, pytest.approx(1.0))


def test_a_gap_in_the_span_is_named_and_one_beside_it_is_not(plots: Plots, desk: FiguresDesk) -> None:
    place(plots, desk, 1.0, 4.0)
    assert [len(f.gaps) for f in desk.figures()] == [0, 0, 1]
    place(plots, desk, 3.0, 4.0)
    assert [len(f.gaps) for f in desk.figures()] == [0, 0, 0]


def test_a_cursor_in_a_gap_has_no_value(plots: Plots, desk: FiguresDesk) -> None:
    place(plots, desk, 2.5, 4.0)
    volts = desk.figures()[-1]
    assert volts.at_a.gap is not None
    assert volts.delta is None


def test_the_order_of_the_cursors_gives_the_sign(plots: Plots, desk: FiguresDesk) -> None:
    place(plots, desk, 4.5, 3.5)
    volts = desk.figures()[-1]
    assert volts.delta == pytest.approx(-1.0)
    assert volts.moments is not None
    assert volts.moments.slope == pytest.approx(1.0)


def test_while_it_computes_it_says_how_far_it_is(
    plots: Plots, desk: FiguresDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statistics, "SLICE_ROWS", 100)
    monkeypatch.setattr(span_work, "TURN_MS", 0.0001)
    said: list[str] = []
    desk.work.changed.connect(lambda: said.append(desk._panel.heading))
    place(plots, desk, 0, 5)
    assert any("computing" in text for text in said)
    assert "computing" not in desk._panel.heading


def test_a_cursor_that_is_moved_drops_the_figures_of_the_old_span(plots: Plots, desk: FiguresDesk) -> None:
    place(plots, desk, 1, 2)
    plots.desk.place_cursor("B", START + 5 * S)
    assert all(f.moments is None for f in desk.figures())
    plots.qtbot.waitUntil(lambda: not desk.work.is_busy)


def test_without_plots_there_are_no_figures(plots: Plots, desk: FiguresDesk) -> None:
    place(plots, desk, 1, 2)
    plots.stack.set_sources([])
    plots.run(1.1)
    assert desk.figures() == []
    assert desk.channels == ()


def test_a_span_that_has_aged_out_has_no_samples(plots: Plots, desk: FiguresDesk) -> None:
    place(plots, desk, -100, -50)
    assert [f.moments and f.moments.count for f in desk.figures()] == [0, 0, 0]


def test_an_open_dock_takes_in_the_curves_that_have_come(plots: Plots, desk: FiguresDesk) -> None:
    place(plots, desk, 1, 4)
    plots.append(plots.imu, [plots.now], unit="m/s²", ax=[0.0], n=[1], late=[5.0])
    plots.now += 1
    plots.run(3)
    plots.qtbot.waitUntil(lambda: not desk.work.is_busy)
    assert "imu/late" in [f.channel.path for f in desk.figures()]
