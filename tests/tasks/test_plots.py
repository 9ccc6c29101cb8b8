"""Everyday tasks with plots: a peak, a delay, the past, two devices in one picture, files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tests.screenshots.stage import S, Stage
from tests.tasks.bench import open_bench, spike, step
from tests.tasks.eye import coloured, legend_of, plot_of, words_in_sight
from tests.tasks.hand import Hand
from tests.tasks.table import DELAY, PAST, PEAK, SAVE, TOGETHER

# The offscreen platform says so of every menu and dialog.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True)
SHIFT = Qt.KeyboardModifier.ShiftModifier
CURSORS = "Figures of the span between the cursors"


def peak_of(plot: QWidget) -> QPoint:
    """Its highest point, as the eye finds it."""
    return min(coloured(plot), key=lambda at: at.y())


def rise_of(plot: QWidget) -> QPoint:
    """Where a curve goes up: the first of its highest points."""
    points = coloured(plot)
    top = min(at.y() for at in points)
    return min((at for at in points if at.y() <= top + 2), key=lambda at: at.x())


def box_about(hand: Hand, plot: QWidget, at: QPoint, left: int, right: int) -> None:
    """Draw a box about a point, too flat to mean values."""
    hand.drag(plot, QPoint(at.x() - left, at.y() + 20), QPoint(at.x() + right, at.y() + 22), SHIFT)


def test_the_value_at_a_peak_is_read_while_it_streams(staged: Stage, hand: Hand) -> None:
    senders = open_bench(staged, supply=spike(8.0, 1.2, 4.725))
    staged.run(12)
    hand.press("Space")
    hand.point(plot_of("supply"), peak_of(plot_of("supply")))
    sent = senders["supply"].sent
    staged.run(2)
    assert legend_of("supply").startswith("current 4.725")
    assert senders["supply"].sent > sent
    assert re.search(r"supply: open, (9\d\.\d|100) Hz", words_in_sight())  # it is held in sight, and streams
    assert hand.steps == PEAK.steps


def test_the_delay_between_two_devices_is_measured(staged: Stage, hand: Hand) -> None:
    open_bench(staged, valve=step(6.0, 0.0, 80.0), pump=step(6.25, 1.0, 3.5))
    staged.run(12)
    box_about(hand, plot_of("valve"), rise_of(plot_of("valve")), 10, 20)
    valve, pump = rise_of(plot_of("valve")), rise_of(plot_of("pump"))
    hand.point(plot_of("valve"), valve)
    hand.press("1")
    hand.point(plot_of("pump"), pump)
    hand.press("2")
    told = next(line for line in words_in_sight().splitlines() if line.startswith("Δt"))
    value, unit = told.split()[1:3]
    assert unit == "ms"
    assert float(value) == pytest.approx(250.0, abs=2.5)
    assert hand.steps == DELAY.steps


def test_what_was_nine_minutes_ago_is_looked_at_and_the_view_goes_back_to_live(staged: Stage, hand: Hand) -> None:
    open_bench(staged, packet_ns=S, supply=spike(30.0, 1.2, 4.725))
    staged.run(575)
    assert len({at.y() for at in coloured(plot_of("supply"))}) < 5  # no peak is in sight
    hand.press("A")
    peak = peak_of(plot_of("supply"))
    box_about(hand, plot_of("supply"), peak, 10, 10)
    assert "Not showing the newest data" in words_in_sight()
    plot = plot_of("supply")
    assert peak_of(plot).x() == pytest.approx(plot.width() * 0.42, abs=plot.width() * 0.1)  # the box fills the picture
    assert len({at.y() for at in coloured(plot)}) > plot.height() // 2
    hand.press("End")
    assert "Back to live" not in words_in_sight()
    assert len({at.y() for at in coloured(plot_of("supply"))}) < 5
    assert hand.steps == PAST.steps


def test_channels_of_two_devices_are_put_into_one_plot(staged: Stage, hand: Hand) -> None:
    open_bench(staged)
    staged.run(5)
    hand.carry_row("Devices and channels", "pressure", plot_of("supply"))
    assert legend_of("supply") == "supply/current 1.2000 A, pump/pressure 1.0000 bar"
    assert hand.steps == TOGETHER.steps


def test_what_is_in_sight_is_saved_as_csv_and_as_a_picture(
    staged: Stage, hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    open_bench(staged)
    staged.run(5)
    hand.press("Ctrl+Shift+V")
    hand.press("Return")
    staged.until(lambda: "lines were saved as" in words_in_sight())
    hand.press("Ctrl+Shift+E")
    hand.press("Return")
    staged.until(lambda: "The picture was saved as" in words_in_sight())
    (rows,), (picture,) = tmp_path.rglob("*.csv"), tmp_path.rglob("*.png")
    heads = rows.read_text(encoding="utf-8").splitlines()[0]
    assert all(name in heads for name in ("valve/position", "pump/pressure", "room/temperature"))
    assert QImage(str(picture)).width() > staged.window.width() // 2
    assert hand.steps == SAVE.steps
