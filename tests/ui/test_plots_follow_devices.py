"""What becomes of plots that hands have laid out when devices are renamed and removed, and when the session goes."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from app.quantities import Duration
from app.session.edit import EditError
from tests.ui.desk import Desk
from tests.ui.test_device_changes import FILE, opened, options, text

PAGES = FILE.replace(
    'channels = ["imu/ax"]', 'channels = ["imu/ax"]\n\n[[plot]]\nchannels = ["gps/lat"]\npage = "Way"\nrange = [0, 5]'
)


def with_pages(desk: Desk, tmp_path: Path) -> None:
    opened(desk, tmp_path, PAGES)
    desk.links[0].receive(b"1,2\n")
    desk.links[1].receive(b"3\n")
    desk.refreshed()


def test_another_name_leaves_the_page_in_sight_and_the_time_that_is_shown(desk: Desk, tmp_path: Path):
    with_pages(desk, tmp_path)
    plots = desk.window.plots
    plots.paging.show(1)
    plots.control.gestures.zoomed.emit(0.5, 0.5)
    before = plots.view.state()
    desk.window.editing.edited.emit("gps", options("nav", '["lat"]', 7002))
    assert (plots.arranging.page, plots.view.state()) == (1, before)
    assert [channel.path for panel in plots.panels for channel in panel.plan.channels] == ["nav/lat"]
    assert plots.panels[0].hand_ranges() == {0: (0.0, 5.0)}


def test_a_range_by_hand_stays_with_its_plot_when_one_before_it_goes(desk: Desk, tmp_path: Path):
    ranged = '[[plot]]\nchannels = ["gps/lat"]\nrange = [0, 5]\n\n[[plot]]\nchannels = ["imu/ay"]\n'
    opened(desk, tmp_path, f"{FILE}\n{ranged}")
    desk.links[0].receive(b"1,2\n")
    desk.links[1].receive(b"3\n")
    desk.refreshed()
    desk.window.editing.edited.emit("imu", msgspec.structs.replace(desk.rig.devices[0].options, name="arm"))
    desk.dashboard.changes.remove("gps")
    plots = desk.window.plots
    assert [(plot.channels, plot.range) for plot in plots.plots()] == [(("arm/ax",), None), (("arm/ay",), None)]
    desk.window.choice.words[0].click()
    assert [plot.range for plot in plots.plots()] == [None, (0.0, 5.0), None]
    assert [panel.hand_ranges() for panel in plots.panels] == [{}, {0: (0.0, 5.0)}, {}]


def test_no_undo_brings_plots_of_a_device_that_is_gone(desk: Desk):
    desk.open("imu", "gps")
    plots = desk.window.plots
    plots.arranging.add_new(["imu/ax"])
    plots.history.undo()
    for name in ("imu", "gps"):
        desk.dashboard.changes.remove(name)
        plots.history.redo()
    assert (plots.plots(), plots.panels) == ((), [])
    assert desk.window.notice.isHidden()


def test_no_redo_brings_plots_of_a_name_that_is_no_more(desk: Desk):
    desk.open("imu")
    plots = desk.window.plots
    plots.arranging.add_new(["imu/ax"])
    plots.history.undo()
    device = desk.rig.devices[0].options
    desk.window.editing.edited.emit("imu", msgspec.structs.replace(device, name="arm"))
    plots.history.redo()
    assert plots.plots() == ()


def test_plots_laid_out_by_hand_stay_undoable_where_an_edit_does_not_concern_them(desk: Desk):
    desk.open("imu")
    plots = desk.window.plots
    plots.arranging.add_new(["imu/ax"])
    device = desk.rig.devices[0].options
    later = msgspec.structs.replace(device.link, retry_most=Duration.parse("9 s"))
    desk.window.editing.edited.emit("imu", msgspec.structs.replace(device, link=later))
    plots.history.undo()
    assert plots.plots() == ()


def test_a_layout_that_the_text_does_not_take_is_put_back(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    desk.open("imu")
    assert desk.dashboard.session is not None

    def refuse(_: object) -> None:
        raise EditError("it is laid out otherwise")

    monkeypatch.setattr(desk.dashboard.session, "set_plots", refuse)
    plots = desk.window.plots
    before = [panel.plan.key for panel in plots.panels]
    plots.arranging.add_new(["imu/ax"])
    assert "Nothing was changed: it is laid out otherwise" in desk.window.notice.text
    desk.qtbot.waitUntil(lambda: plots.plots() == ())
    assert [panel.plan.key for panel in plots.panels] == before
    assert not plots.history.stack.canUndo()


def test_a_new_session_is_told_nothing_of_the_plots_before(desk: Desk, tmp_path: Path):
    with_pages(desk, tmp_path)
    plots = desk.window.plots
    plots.paging.show(1)
    desk.window.pause.setChecked(True)
    told: list[object] = []
    plots.layoutChanged.connect(lambda: told.append(plots.plots()))
    desk.dashboard.new_session()
    assert (plots.plots(), told, text(desk)) == ((), [], "")
    plots.arranging.add_new(())
    assert desk.window.notice.isHidden()
