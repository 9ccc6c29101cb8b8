"""What every panel has: a legend of the newest values beside whatever it draws."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.store.table import Table
from ui.plots.layout import PanelPlan
from ui.plots.legend import Entry
from ui.plots.panel import PlotPanel
from ui.plots.source import Channel, Source
from ui.plots.ticks import TimeTicks
from ui.plots.timeview import Columns
from ui.theme.palette import Theme

S = 10**9


class Bare(PlotPanel):
    """A panel that draws nothing."""

    def __init__(self, theme: Theme, plan: PanelPlan) -> None:
        super().__init__(theme, plan)
        self._body = QWidget(self)
        self.set_plan(plan)

    def body(self) -> QWidget:
        return self._body


@pytest.fixture
def table(make_table: Callable[..., Table], append: Callable[..., None]) -> Table:
    table = make_table()
    append(table, [S, 2 * S], unit="V", u=[1.0, 2.5], i=[3.0, 4.0])
    return table


def plan_of(*sources: Source, unit: str = "V", more: int = 0, lanes: bool = False) -> PanelPlan:
    channels = tuple(
        Channel.of(source, number, info, alone=True)
        for source in sources
        for number, info in enumerate(source.table.columns)
    )
    return PanelPlan("key", "psu", unit, channels, more, lanes)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, table: Table) -> Bare:
    panel = Bare(theme, plan_of(Source("psu", table)))
    qtbot.addWidget(panel)
    panel.resize(500, 200)
    return panel


def entries(panel: PlotPanel) -> list[Entry]:
    return list(panel.legend._entries)


def test_each_curve_has_its_newest_value_and_its_colours_number(panel: Bare) -> None:
    panel.refresh_legend(2 * S)
    assert [(e.name, e.colour, e.stale) for e in entries(panel)] == [("u", 0, False), ("i", 1, False)]
    assert [float(e.value) for e in entries(panel)] == [2.5, 4.0]


def test_the_unit_stands_once_over_the_panel_or_beside_each_value(panel: Bare, table: Table) -> None:
    assert [e.unit for e in entries(panel)] == ["", ""]
    panel.set_plan(plan_of(Source("psu", table), unit=""))
    assert [e.unit for e in entries(panel)] == ["V", "V"]


def test_curves_of_several_devices_are_named_with_their_device(panel: Bare, table: Table) -> None:
    panel.set_plan(plan_of(Source("psu", table), Source("load", table)))
    assert [e.name for e in entries(panel)] == ["psu/u", "psu/i", "load/u", "load/i"]


def test_lanes_have_no_colour(panel: Bare, table: Table) -> None:
    panel.set_plan(plan_of(Source("psu", table), lanes=True))
    assert [e.colour for e in entries(panel)] == [None, None]


def test_values_are_stale_while_a_gap_lasts(panel: Bare, table: Table, append: Callable[..., None]) -> None:
    table.open_gap("closed by the device", 3 * S)
    panel.refresh_legend(9 * S)
    assert all(e.stale for e in entries(panel))
    append(table, [10 * S], unit="V", u=[1.0], i=[1.0])
    panel.refresh_legend(11 * S)
    assert not any(e.stale for e in entries(panel))


def test_what_is_not_drawn_is_counted_under_the_entries(panel: Bare, table: Table) -> None:
    assert panel.legend._note == ""
    panel.set_plan(plan_of(Source("psu", table), more=14))
    assert panel.legend._note == "+14 more"


def test_body_and_legend_share_the_width_whatever_its_size(panel: Bare, qtbot: QtBot) -> None:
    panel.set_legend_width(120)
    panel.show()
    for width in (500, 301, 80):
        panel.resize(width, 200)
        body, legend = panel.body().geometry(), panel.legend.geometry()
        assert body.left() == 0
        assert body.width() == max(0, width - 120)
        assert (legend.left(), legend.right()) == (body.width(), width - 1)
        assert body.height() == legend.height() == 200


def test_a_panel_is_high_enough_for_its_legend(panel: Bare) -> None:
    assert panel.minimumHeight() >= panel.legend.minimumSizeHint().height()


def test_a_panel_is_named_for_screen_readers(panel: Bare) -> None:
    assert panel.accessibleName() == "Plot of psu V"


@pytest.mark.parametrize(
    "ask",
    [
        lambda panel: panel.span_width(),
        lambda panel: panel.stands(Columns(0, 1, 1)),
        lambda panel: panel.refresh(Columns(0, 1, 1), TimeTicks((), ()), 0),
    ],
)
def test_what_a_kind_of_panel_forgot_is_not_silently_nothing(panel: Bare, ask: Callable[[Bare], object]) -> None:
    with pytest.raises(NotImplementedError):
        ask(panel)
