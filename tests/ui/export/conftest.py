"""Tables to plot, a stack of plots on them, and figures by hand."""

from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.store.table import Table
from tests.collector import garbage_is_collected_as_usual_again
from tests.ui.plots.conftest import append, make_table
from ui.export.figure import Figure, FigureAxis, FigureBand, FigureBar, FigureCurve, FigureEntry, FigurePanel
from ui.plots.stack import PlotStack
from ui.theme.palette import Theme

__all__ = ["append", "garbage_is_collected_as_usual_again", "make_table"]
S = 10**9
START = 5_000 * S


@pytest.fixture
def stack(qtbot: QtBot, theme: Theme) -> PlotStack:
    stack = PlotStack(theme)
    qtbot.addWidget(stack)
    stack.resize(900, 600)
    stack.show()
    qtbot.waitExposed(stack)
    return stack


@pytest.fixture
def seconds(make_table: Callable[..., Table], append: Callable[..., None]) -> Callable[..., Table]:
    """seconds(rate, name=function of x, ...): a table with the ten seconds up to START."""

    def make(rate: int, unit: str = "V", **columns: Callable[[np.ndarray], object]) -> Table:
        table = make_table()
        times = START - 10 * S + np.arange(10 * rate, dtype=np.int64) * (S // rate)
        append(table, times, unit=unit, columns={name: f(times / S) for name, f in columns.items()})
        return table

    return make


def panel_of(**changes: object) -> FigurePanel:
    """A panel with one curve, or what the test has it be."""
    given = {
        "title": "Motor",
        "unit": "V",
        "note": "",
        "entries": (FigureEntry("u", "1.5", "", 0),),
        "axes": (FigureAxis(0.0, 10.0, "V"),),
        "curves": (FigureCurve(0, 0, (np.array([[0.0, 1.0], [1.0, 9.0]]),)),),
        **changes,
    }
    return FigurePanel(**given)


def lanes_of(**changes: object) -> FigurePanel:
    bars = (FigureBar(0.0, 0.5, 0, "idle"), FigureBar(0.5, 1.0, None, ""))
    given = {"lanes": (bars,), "entries": (FigureEntry("mode", "idle", "", None),), "axes": (), "curves": ()}
    return panel_of(**{**given, **changes})


def figure_with(*rows: tuple[FigurePanel, ...], title: str = "Bench") -> Figure:
    return Figure(title, "from then to then", rows or ((panel_of(),),), 1_700_000_000 * S, 10 * S)


def band(left: float, right: float, cause: str = "silent") -> FigureBand:
    return FigureBand(left, right, cause)
