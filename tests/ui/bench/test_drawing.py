"""What is drawn for the figures: all of it moves, and a refresh is counted with its paint."""

from __future__ import annotations

import subprocess
import sys

from pytestqt.qtbot import QtBot

from tests.command import STUCK_S, surroundings
from ui.bench.drawing import CURVES, PLOTS, Driver, Scrolling, flat, whole
from ui.theme.palette import Theme


def test_a_live_window_shows_five_plots_of_four_curves_and_follows(qtbot: QtBot, theme: Theme) -> None:
    scene = Scrolling(theme)
    (window,) = scene.windows
    qtbot.addWidget(window)
    window.show()
    scene.step(0)
    shown = [panel.shown() for panel in window.stack.panels]
    assert len(shown) == PLOTS
    assert all(len(panel.plan.channels) == CURVES for panel in window.stack.panels)
    scene.step(1)
    later = [panel.shown() for panel in window.stack.panels]
    assert all(a is not None and b is not None and b.first > a.first for a, b in zip(shown, later, strict=True))


def test_all_history_is_in_view_and_another_span_of_it_each_time(qtbot: QtBot, theme: Theme) -> None:
    scene = whole(theme, 1000)
    (window,) = scene.windows
    qtbot.addWidget(window)
    window.show()
    seen = []
    for number in range(4):
        scene.step(number)
        columns = window.stack.panels[0].shown()
        assert columns is not None
        assert columns.start_ns <= window.first_ns < window.last_ns < columns.end_ns
        seen.append(columns.step_ns)
    assert len(set(seen)) == 4


def test_long_and_short_curves_are_redrawn_in_turn(qtbot: QtBot, theme: Theme) -> None:
    scene = flat(theme, 10_000)
    for window in scene.windows:
        qtbot.addWidget(window)
        assert len(window.stack.panels) == PLOTS
    for number in range(4):
        scene.step(number)
    assert [len(window.spent) for window in scene.windows] == [2, 2]
    assert [max(table.in_history for table in window._tables) for window in scene.windows] == [10_000, 10]


def test_a_refresh_is_counted_with_the_paint_that_follows(qtbot: QtBot, theme: Theme) -> None:
    scene = Scrolling(theme)
    (window,) = scene.windows
    qtbot.addWidget(window)
    window.show()
    scene.step(0)
    slots = window.spent[-1]
    qtbot.waitUntil(lambda: window.spent[-1].wall > slots.wall)
    assert window.spent[-1].cpu >= slots.cpu


def test_the_driver_ends_by_itself_and_does_not_count_its_first_steps(qtbot: QtBot, theme: Theme, capsys) -> None:  # type: ignore[no-untyped-def]
    scene = whole(theme, 10_000)
    qtbot.addWidget(scene.windows[0])
    driver = Driver(scene, 2)
    qtbot.waitUntil(lambda: not driver.is_busy)
    driver.tell()
    wall, cpu = capsys.readouterr().out.split()
    assert len(scene.windows[0].spent) == Driver.WARM + 2
    assert float(wall) > 0
    assert float(cpu) >= 0


def test_a_refresh_that_fails_ends_the_program_without_a_figure() -> None:
    broken = "import ui.bench.drawing as d; d.Window.refresh = None; import sys; sys.exit(d.main('full', 3, 10_000))"
    done = subprocess.run(
        [sys.executable, "-c", broken],
        env=surroundings(QT_QPA_PLATFORM="offscreen"), capture_output=True, text=True, timeout=STUCK_S, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    assert "TypeError" in done.stderr
