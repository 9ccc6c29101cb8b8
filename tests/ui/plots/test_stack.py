"""The stack of plots as a person meets it: mouse, notice, legend, empty states."""

import gc
import subprocess
import sys
import weakref
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.quantities import Duration
from app.session.schema import PlotOptions
from app.store.table import Table
from ui.plots.panel import PlotPanel
from ui.plots.source import Source
from ui.plots.stack import PlotStack
from ui.theme.palette import Theme

S = 10**9
START = 5_000 * S


class Rig:
    """A stack on two devices and a clock."""

    def __init__(
        self, qtbot: QtBot, theme: Theme, make_table: Callable[..., Table], append: Callable[..., None]
    ) -> None:
        self.imu, self.psu = make_table(), make_table()
        self.append, self.make_table = append, make_table
        self.stack = PlotStack(theme)
        qtbot.addWidget(self.stack)
        self.stack.resize(900, 600)
        self.stack.show()
        qtbot.waitExposed(self.stack)
        self.now = START

    def open(self) -> None:
        self.stack.set_sources([Source("imu", self.imu), Source("psu", self.psu)])

    def run(self, seconds: float) -> None:
        end = self.now + round(seconds * S)
        while self.now < end:
            until = min(end, self.now + S // 10)
            times = np.arange(self.now, until, S // 100, dtype=np.int64)
            x = times / S
            self.append(self.imu, times, unit="m/s²", ax=np.sin(x), ay=np.cos(x))
            self.append(self.psu, times, unit="V", voltage=12 + 0.1 * np.sin(x))
            self.now = until
            self.refresh()

    def refresh(self) -> None:
        self.stack.refresh(self.now)
        QApplication.processEvents()

    @property
    def panel(self) -> PlotPanel:
        return self.stack.panels[0]

    def viewport(self) -> QWidget:
        return self.panel.body().viewport()  # type: ignore[attr-defined, no-any-return]

    def wheel(self, x: int, notches: float = 1, target: QWidget | None = None) -> None:
        target = target or self.viewport()
        at = QPointF(x, target.height() // 2)
        event = QWheelEvent(
            at,
            QPointF(target.mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, round(120 * notches)),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, event)
        QApplication.processEvents()


@pytest.fixture
def rig(qtbot: QtBot, theme: Theme, make_table: Callable[..., Table], append: Callable[..., None]) -> Rig:
    return Rig(qtbot, theme, make_table, append)


@pytest.fixture
def running(rig: Rig) -> Rig:
    rig.open()
    rig.run(3)
    return rig


def visible_words(stack: PlotStack) -> str:
    return " | ".join(label.text() for label in stack.findChildren(QLabel) if label.isVisible() and label.text())


def entries(panel: PlotPanel) -> str:
    return panel.legend.accessibleDescription()


# -- what there is to see


def test_without_devices_it_says_what_to_do(rig: Rig) -> None:
    assert visible_words(rig.stack) == "No devices yet. Add one (Insert), or open a session (Ctrl+O)"


def test_devices_without_data_are_waited_for_by_name(rig: Rig) -> None:
    rig.open()
    assert visible_words(rig.stack) == "Waiting for the first data from imu, psu…"


def test_panels_come_with_the_first_data(running: Rig) -> None:
    assert [(p.plan.title, p.plan.unit) for p in running.stack.panels] == [("imu", "m/s²"), ("psu", "V")]
    assert all(p.isVisible() for p in running.stack.panels)


def test_a_device_that_is_still_silent_is_named_under_the_panels(running: Rig) -> None:
    running.stack.set_sources([Source("imu", running.imu), Source("scope", running.make_table())])
    assert "Waiting for the first data from scope" in visible_words(running.stack)


def test_a_channel_that_appears_in_mid_stream_is_plotted(running: Rig) -> None:
    kept = running.stack.panels[0]
    running.append(running.psu, [running.now], unit="A", current=[1.5])
    running.now += S
    running.refresh()
    assert [p.plan.unit for p in running.stack.panels] == ["m/s²", "V", "A"]
    assert running.stack.panels[0] is kept


def test_closing_the_session_empties_the_stack(running: Rig) -> None:
    running.stack.set_sources([])
    running.refresh()
    assert running.stack.panels == []
    assert visible_words(running.stack) == "No devices yet. Add one (Insert), or open a session (Ctrl+O)"


def test_panels_that_are_gone_are_let_go(running: Rig, qtbot: QtBot) -> None:
    gone = [weakref.ref(panel) for panel in running.stack.panels]
    running.stack.set_sources([])
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    assert [ref() for ref in gone] == [None, None]


def test_the_legend_tells_names_values_and_units(running: Rig) -> None:
    running.append(running.imu, [running.now], ax=[0.25], ay=[-0.5], unit="m/s²")
    running.now += S
    running.refresh()
    assert entries(running.panel) == "ax 0.250, ay \N{MINUS SIGN}0.500"


def test_panels_of_different_units_say_the_unit_beside_each_value(running: Rig) -> None:
    running.stack.set_plots([PlotOptions(title="Both", channels=("imu/ax", "psu/voltage"))])
    running.run(1)
    assert "m/s²" in entries(running.panel)
    assert "psu/voltage" in entries(running.panel)


def test_hostile_names_are_painted_as_they_are(rig: Rig, qtbot: QtBot) -> None:
    table = rig.make_table()
    names = ["<b>bold</b>", "\x1b[31mred\n\r\t", "\u202egnp.exe", "n" * 64, "&amp", ""]
    rig.append(table, [START], columns={name: [1.0] for name in names})
    rig.stack.set_sources([Source('<img src="x">', table)])
    rig.now = START + S
    rig.refresh()
    text = entries(rig.panel)
    assert "<b>bold</b> 1.000" in text
    assert not any(bad in text for bad in ("\x1b", "\n", "\u202e"))
    assert not rig.stack.grab().isNull()


def test_states_are_lanes(rig: Rig) -> None:
    table = rig.make_table()
    times = [START + k * S for k in range(6)]
    rig.append(table, times, sky=["clear", "clear", "rain", "rain", "rain", "clear"], wet=[False, False, True] * 2)
    rig.stack.set_sources([Source("station", table)])
    rig.now = START + 6 * S
    rig.refresh()
    lanes = rig.panel.area.bars  # type: ignore[attr-defined]
    assert [bar.code for bar in lanes[0]] == [0, 1, 0]
    assert [bar.code for bar in lanes[1]] == [0, 1, 0, 1]
    assert entries(rig.panel) == "sky clear, wet on"


def test_the_sessions_window_is_the_length_that_is_followed(running: Rig) -> None:
    running.stack.set_plots([PlotOptions(channels=("imu/ax",), window=Duration(60 * S))])
    assert running.stack.view.window_ns == 60 * S


def test_a_chosen_devices_panels_stand_out(running: Rig) -> None:
    running.stack.select_device("psu")
    assert [panel.legend.highlighted for panel in running.stack.panels] == [False, True]
    running.stack.select_device(None)
    assert not any(panel.legend.highlighted for panel in running.stack.panels)


# -- time


def test_a_pause_holds_the_view_and_not_the_data(running: Rig, qtbot: QtBot) -> None:
    with qtbot.waitSignal(running.stack.liveChanged, check_params_cb=lambda live: live is False):
        running.stack.set_paused(True)
    running.refresh()
    held, stored = running.panel.body().grab().toImage(), running.imu.in_history
    running.run(2)
    assert running.stack.paused
    assert running.panel.body().grab().toImage() == held
    assert running.imu.in_history > stored
    assert "Paused: not showing the newest data" in visible_words(running.stack)


def test_going_on_after_a_pause_shows_the_newest_data(running: Rig) -> None:
    running.stack.set_paused(True)
    running.run(2)
    running.stack.set_paused(False)
    running.refresh()
    assert (running.stack.live, running.stack.paused) == (True, False)
    assert running.stack.view.right_ns == running.now
    assert "newest" not in visible_words(running.stack)


def test_the_wheel_zooms_time_about_the_pointer_and_leaves_live(running: Rig) -> None:
    before = running.stack.view.window_ns
    running.wheel(300)
    assert running.stack.view.window_ns == pytest.approx(before * 0.8)
    assert not running.stack.live
    assert "Not showing the newest data" in visible_words(running.stack)


def test_one_click_goes_back_to_live(running: Rig, qtbot: QtBot) -> None:
    running.wheel(300)
    button = next(b for b in running.stack.findChildren(QPushButton) if b.text() == "Back to live")
    with qtbot.waitSignal(running.stack.liveChanged, check_params_cb=lambda live: live is True):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert running.stack.live
    assert not button.isVisible()


def test_the_wheel_over_the_value_axis_zooms_values_alone(running: Rig) -> None:
    height = running.panel.value_height()
    running.wheel(10)
    assert running.stack.live
    assert running.panel.value_height() == pytest.approx(height * 0.8)
    assert not running.panel.auto_range


def test_dragging_goes_back_through_the_history(running: Rig, qtbot: QtBot) -> None:
    running.stack.set_window(S)
    running.refresh()
    target, y = running.viewport(), 40
    qtbot.mousePress(target, Qt.MouseButton.LeftButton, pos=QPoint(200, y))
    for x in (260, 330, 400):
        move(target, QPoint(x, y))
    qtbot.mouseRelease(target, Qt.MouseButton.LeftButton, pos=QPoint(400, y))
    assert not running.stack.live
    assert running.stack.view.right_ns < running.now


def move(target: QWidget, at: QPoint) -> None:
    """A move with the left button held, which QTest.mouseMove does not do."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(target.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(target, event)


def test_a_double_click_resets_time_and_values(running: Rig, qtbot: QtBot) -> None:
    running.wheel(10)
    running.wheel(300)
    qtbot.mouseDClick(running.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 40))
    qtbot.mouseRelease(running.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 40))
    assert running.stack.live
    assert running.panel.auto_range


def test_fit_shows_the_whole_history(running: Rig) -> None:
    running.stack.fit()
    running.refresh()
    first = running.imu.first_ns
    assert first is not None
    assert running.stack.view.left_ns <= first
    assert not running.stack.live


def test_fit_without_data_changes_nothing(rig: Rig) -> None:
    rig.open()
    rig.stack.fit()
    assert rig.stack.live


def test_all_panels_show_one_span(running: Rig) -> None:
    running.wheel(300)
    running.refresh()
    spans = {panel.area.columns for panel in running.stack.panels}  # type: ignore[attr-defined]
    assert len(spans) == 1


def test_time_labels_stand_still_while_following(running: Rig) -> None:
    ruler = running.stack.ruler
    before = ruler.ticks
    running.run(1)
    assert ruler.ticks == before
    assert ruler.ticks.labels[0] == "0 s"


def test_time_labels_tell_the_wall_clock_while_not_following(running: Rig) -> None:
    running.stack.set_paused(True)
    running.refresh()
    assert running.stack.ruler.ticks.labels[0].count(":") == 2
    assert running.stack.ruler.ticks.context.count("-") == 2


def test_the_ruler_zooms_and_drags_as_the_plots_do(running: Rig, qtbot: QtBot) -> None:
    ruler = running.stack.ruler
    running.wheel(300, 1, ruler)
    assert not running.stack.live
    window = running.stack.view.window_ns
    qtbot.mouseDClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(300, 10))
    assert running.stack.live
    assert running.stack.view.window_ns > window


# -- drawing


def test_a_hidden_stack_draws_nothing(running: Rig) -> None:
    running.stack.hide()
    before = running.panel.area.columns  # type: ignore[attr-defined]
    running.run(1)
    assert running.panel.area.columns == before  # type: ignore[attr-defined]


def test_panels_out_of_sight_are_not_drawn_until_they_are_scrolled_to(
    rig: Rig, make_table: Callable[..., Table], append: Callable[..., None]
) -> None:
    tables = [make_table() for _ in range(8)]
    for table in tables:
        append(table, [START - S, START], v=[1.0, 2.0])
    rig.stack.set_sources([Source(f"d{n}", table) for n, table in enumerate(tables)])
    rig.stack.resize(900, 300)
    rig.refresh()
    last = rig.stack.panels[-1]
    assert last.area.columns is None  # type: ignore[attr-defined]
    rig.stack.select_device("d7")
    rig.refresh()
    assert last.area.columns is not None  # type: ignore[attr-defined]


def test_the_value_range_stays_while_the_data_stays(running: Rig) -> None:
    running.run(5)
    before = running.panel.area.extrema(), running.panel.value_height()  # type: ignore[attr-defined]
    running.run(3)
    assert running.panel.value_height() == before[1]


def test_statistics_tell_density_and_cost(running: Rig) -> None:
    assert running.stack.samples_per_pixel > 0
    assert running.stack.last_cost_ms > 0


def test_another_theme_recolours_everything(running: Rig, theme: Theme) -> None:
    dark = running.stack.grab().toImage()
    theme.set_scheme("light")
    running.refresh()
    light = running.stack.grab().toImage()
    for x, y in ((300, 4), (300, 590), (880, 300), (20, 300)):
        assert dark.pixelColor(x, y).lightness() < 80 < light.pixelColor(x, y).lightness()


def test_an_empty_window_does_not_load_pyqtgraph() -> None:
    code = "import sys, ui.plots.stack; assert 'pyqtgraph' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# -- what is drawn


def test_the_devices_are_named_whose_newest_data_was_drawn(running: Rig) -> None:
    running.refresh()
    assert running.stack.drawn == {"imu", "psu"}
    running.stack.set_paused(True)
    running.refresh()
    assert running.stack.drawn == set()
    running.stack.go_live()
    running.refresh()
    assert running.stack.drawn == {"imu", "psu"}
    running.stack.hide()
    running.refresh()
    assert running.stack.drawn == set()


def test_a_device_whose_panels_are_out_of_sight_is_not_drawn(running: Rig) -> None:
    running.stack.resize(900, 100)
    running.refresh()
    assert running.stack.drawn == {"imu"}
