"""One panel of curves: its range of values, by hand and by itself."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.store.table import Table
from ui.plots.curve_panel import CurvePanel
from ui.plots.gestures import TimeGestures
from ui.plots.layout import PanelPlan, arrange
from ui.plots.source import Source
from ui.plots.ticks import TimeTicks
from ui.plots.timeview import TimeView
from ui.theme.palette import Theme

S = 10**9
NO_TICKS = TimeTicks((), ())


class Shown:
    """A panel on one table, whose values are `height` times a sine."""

    def __init__(self, qtbot: QtBot, theme: Theme, table: Table, append: Callable[..., None]) -> None:
        self.table, self.append = table, append
        self.view = TimeView(10 * S)
        self.now = 100 * S
        self.feed(1.0, 10)
        self.panel = CurvePanel(theme, TimeGestures(), self.plan())
        qtbot.addWidget(self.panel)
        self.panel.resize(600, 200)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.refresh()

    def plan(self) -> PanelPlan:
        return arrange([Source("imu", self.table)]).panels[0]

    def feed(self, height: float, seconds: int) -> None:
        times = np.arange(self.now, self.now + seconds * S, S // 100, dtype=np.int64)
        self.append(self.table, times, unit="V", v=height * np.sin(times / S * 3))
        self.now += seconds * S

    def refresh(self) -> None:
        self.view.set_now(self.now)
        columns = self.view.columns(*self.panel.span_width())
        self.panel.refresh(columns, NO_TICKS, self.now)
        QApplication.processEvents()

    def drag_axis(self, qtbot: QtBot, by: int) -> None:
        target = self.panel.body().viewport()  # type: ignore[attr-defined]
        qtbot.mousePress(target, Qt.MouseButton.LeftButton, pos=QPoint(20, 100))
        for y in (100 + by // 2, 100 + by):
            QApplication.sendEvent(
                target,
                QMouseEvent(
                    QEvent.Type.MouseMove,
                    QPointF(20, y),
                    QPointF(target.mapToGlobal(QPoint(20, y))),
                    Qt.MouseButton.NoButton,
                    Qt.MouseButton.LeftButton,
                    Qt.KeyboardModifier.NoModifier,
                ),
            )
        qtbot.mouseRelease(target, Qt.MouseButton.LeftButton, pos=QPoint(20, 100 + by))


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, make_table: Callable[..., Table], append: Callable[..., None]) -> Shown:
    return Shown(qtbot, theme, make_table(), append)


def test_the_drawing_lies_exactly_over_the_view_box(shown: Shown) -> None:
    area = shown.panel.area
    assert area.column_count() == shown.panel.legend.x() - area.geometry().left()  # type: ignore[attr-defined]


def test_values_that_leave_the_range_widen_it_at_once(shown: Shown) -> None:
    before = shown.panel.value_height()
    shown.feed(5.0, 1)
    shown.refresh()
    assert shown.panel.value_height() > before * 2


def test_a_range_stays_when_a_spike_has_just_scrolled_out(shown: Shown) -> None:
    shown.feed(5.0, 1)
    shown.refresh()
    wide = shown.panel.value_height()
    shown.feed(1.0, 11)
    shown.refresh()
    assert shown.panel.value_height() == wide
    for _ in range(5):
        shown.feed(1.0, 1)
        shown.refresh()
    assert shown.panel.value_height() < wide / 2


def test_dragging_the_axis_pans_the_values_and_holds_them(shown: Shown, qtbot: QtBot) -> None:
    height = shown.panel.value_height()
    shown.drag_axis(qtbot, 60)
    assert not shown.panel.auto_range
    assert shown.panel.value_height() == pytest.approx(height)
    shown.feed(50.0, 1)
    shown.refresh()
    assert shown.panel.value_height() == pytest.approx(height)


def test_a_double_click_on_the_axis_lets_the_range_follow_again(shown: Shown, qtbot: QtBot) -> None:
    shown.drag_axis(qtbot, 60)
    target = shown.panel.body().viewport()  # type: ignore[attr-defined]
    qtbot.mouseDClick(target, Qt.MouseButton.LeftButton, pos=QPoint(20, 100))
    qtbot.mouseRelease(target, Qt.MouseButton.LeftButton, pos=QPoint(20, 100))
    assert shown.panel.auto_range
    shown.feed(50.0, 1)
    shown.refresh()
    assert shown.panel.value_height() > 50


def test_large_values_are_labelled_with_a_power_of_ten_beside_the_axis(
    qtbot: QtBot, theme: Theme, make_table: Callable[..., Table], append: Callable[..., None]
) -> None:
    shown = Shown(qtbot, theme, make_table(), append)
    plain = shown.panel.body().grab(shown.panel.body().rect().adjusted(0, 0, -540, -170)).toImage()
    shown.feed(5e9, 1)
    shown.refresh()
    large = shown.panel.body().grab(shown.panel.body().rect().adjusted(0, 0, -540, -170)).toImage()
    assert large != plain


def test_a_paused_view_stands_until_something_else_than_data_changes(shown: Shown) -> None:
    columns = shown.view.columns(*shown.panel.span_width())
    assert shown.panel.stands(columns)
    shown.panel.set_auto_range()
    assert not shown.panel.stands(columns)
    shown.refresh()
    shown.panel.retheme()
    assert not shown.panel.stands(columns)


def test_the_panel_is_named_for_screen_readers(shown: Shown) -> None:
    assert shown.panel.accessibleName() == "Plot of imu V"
