"""Panels drawn together look as if each had been drawn by itself."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.store.table import Table
from ui.plots import press, raster
from ui.plots.area import Curve
from ui.plots.press import drawn_together
from ui.plots.raster import Strip
from ui.plots.scrolling_area import ScrollingArea
from ui.plots.timeview import Columns, TimeView
from ui.theme.palette import Theme

S = 10**9
MS = 10**6
PERIODS = (MS, 20 * MS, 400 * MS)  # dense, sparse, and with marks
SIZES = ((200, 80), (200, 50), (150, 80))


class Wall:
    """Three areas over three tables, of which two are of one width."""

    def __init__(self, theme: Theme, tables: list[Table], qtbot: QtBot) -> None:
        self.tables = tables
        self.holder = QWidget()
        qtbot.addWidget(self.holder)
        self.view = TimeView(2 * S)
        self.areas = [self._area(theme, number) for number in range(len(tables))]

    def _area(self, theme: Theme, number: int) -> ScrollingArea:
        area = ScrollingArea(theme, self.holder)
        area.setGeometry(0, 90 * number, *SIZES[number])
        area.set_range(-1.2 - number, 1.2)
        area.set_grid((-1, 0, 1), ())
        area.set_curves([Curve(self.tables[number], 0, number), Curve(self.tables[number], 1, 9)])
        return area

    def refresh(self, now_ns: int) -> None:
        self.view.set_now(now_ns)
        for area in self.areas:
            area.follow(self.view.columns(area.column_count(), area.quantum()))
            area.draw()

    def pictures(self) -> list[QImage]:
        return [area.grab().toImage() for area in self.areas]


@pytest.fixture
def tables(make_table: Callable[..., Table]) -> list[Table]:
    return [make_table() for _ in PERIODS]


def feed(tables: list[Table], append: Callable[..., None], start: int, end: int) -> None:
    for table, period in zip(tables, PERIODS, strict=True):
        times = np.arange(-(-start // period) * period, end, period)
        if len(times):
            append(table, times, a=np.sin(times / S * 5), b=np.cos(times / S * 3))


def test_panels_drawn_together_look_as_if_drawn_one_by_one(
    qtbot: QtBot, theme: Theme, tables: list[Table], append: Callable[..., None]
) -> None:
    now = 50 * S
    feed(tables, append, now - 2 * S, now)
    together, alone = Wall(theme, tables, qtbot), Wall(theme, tables, qtbot)
    for step in (0, *[17 * MS] * 30, 700 * MS, 17 * MS):
        feed(tables, append, now, now + step)
        now += step
        with drawn_together():
            together.refresh(now)
        alone.refresh(now)
    assert together.pictures() == alone.pictures()


def test_within_it_nothing_is_drawn_before_its_end(
    qtbot: QtBot, theme: Theme, tables: list[Table], append: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    strips = raster.draw_strips
    monkeypatch.setattr(raster, "draw_strips", lambda given: drawn.append(len(given)) or strips(given))
    feed(tables, append, 48 * S, 50 * S)
    wall = Wall(theme, tables, qtbot)
    with drawn_together():
        wall.refresh(50 * S)
        assert drawn == []
    assert drawn == [3]


class Broken:
    columns: Columns | None = None

    def strip(self, count: int) -> Strip:
        raise ValueError("no strip")


def test_what_cannot_be_drawn_does_not_come_up_again(
    qtbot: QtBot, theme: Theme, tables: list[Table], append: Callable[..., None]
) -> None:
    with pytest.raises(ValueError, match="no strip"), drawn_together():
        press.draw_newest(Broken(), 1)
    feed(tables, append, 48 * S, 50 * S)
    Wall(theme, tables, qtbot).refresh(50 * S)
