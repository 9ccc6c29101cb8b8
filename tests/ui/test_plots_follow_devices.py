"""What becomes of plots that hands have laid out when devices are renamed and removed, and when the session goes."""

from __future__ import annotations

import struct
from pathlib import Path

import msgspec
import pytest

from app.decoding.options import Struct
from app.quantities import Duration
from app.session.edit import EditError, SessionDocument
from app.session.reading import parse_session
from app.session.revising import replace_device
from app.session.schema import Session
from tests.ui.desk import Desk
from tests.ui.plots.laid_out import turn_axis
from tests.ui.test_device_changes import FILE, opened, options, text
from ui.plots.board.moves import Side
from ui.plots.history import BURST_NS

PAGES = FILE.replace(
    'channels = ["imu/ax"]', 'channels = ["imu/ax"]\n\n[[plot]]\nchannels = ["gps/lat"]\npage = "Way"\nrange = [0, 5]'
)


def rename(desk: Desk, old: str, new: str) -> None:
    device = next(each for each in desk.rig.devices if each.name == old)
    desk.window.editing.edited.emit(old, msgspec.structs.replace(device.options, name=new))


def rewritten(desk: Desk, before: str, old: str, new: str) -> Session:
    """The session of a text in which a device is called otherwise."""
    document = SessionDocument(before)
    device = next(each for each in document.session().devices if each.name == old)
    replace_device(document, old, msgspec.structs.replace(device, name=new))
    return document.session()


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


HOSTILE = ["arm", "gps 2", "<b>x<b>", "imu.ax", "a\u00e9 \"'[[plot]]", "x" * 64]


@pytest.mark.parametrize("name", HOSTILE)
def test_undo_and_redo_go_on_under_a_new_name(desk: Desk, tmp_path: Path, name: str):
    with_pages(desk, tmp_path)
    plots = desk.window.plots
    texts = [text(desk)]
    for act in (lambda: plots.arranging.add_new(["imu/ay"]), lambda: plots.arranging.split(Side.RIGHT)):
        act()
        texts.append(text(desk))
    rename(desk, "imu", name)
    renamed = [rewritten(desk, each, "imu", name) for each in texts]
    assert parse_session(text(desk)) == renamed[2]
    for step in (plots.history.undo, plots.history.undo, plots.history.redo, plots.history.redo):
        step()
        assert parse_session(text(desk)) == renamed[plots.history.stack.index()]
    assert desk.window.notice.isHidden()


def test_two_devices_swap_names_and_all_steps_speak_of_the_right_one(desk: Desk, tmp_path: Path):
    with_pages(desk, tmp_path)
    plots = desk.window.plots
    plots.arranging.add_new(["imu/ay"])
    plots.arranging.add_new(["gps/lat"])
    tables = [channel.source.table for panel in plots.panels for channel in panel.plan.channels]
    for old, new in (("imu", "tmp"), ("gps", "imu"), ("tmp", "gps")):
        rename(desk, old, new)
    assert [channel.source.table for panel in plots.panels for channel in panel.plan.channels] == tables
    assert [plot.channels for plot in plots.plots()] == [("gps/ax",), ("gps/ay",), ("imu/lat",), ("imu/lat",)]
    plots.history.undo()
    plots.history.undo()
    assert [plot.channels for plot in plots.plots()] == [("gps/ax",), ("imu/lat",)]
    plots.history.redo()
    assert [plot.channels for plot in plots.plots()] == [("gps/ax",), ("gps/ay",), ("imu/lat",)]


def test_ranges_of_all_axes_and_their_undo_stay_with_a_renamed_device_while_paused(desk: Desk, tmp_path: Path):
    both = FILE.replace('channels = ["imu/ax"]', 'channels = ["imu/ax", "gps/lat"]')
    opened(desk, tmp_path, both.replace('"ax"', '"ax [m/s²]"').replace('"lat"', '"lat [°]"'))
    desk.links[0].receive(b"1,2\n3,4\n")
    desk.links[1].receive(b"3\n4\n")
    desk.refreshed()
    plots = desk.window.plots
    plots.history.clock = lambda: next(clock)
    clock = iter(range(0, 10**15, 2 * BURST_NS))
    desk.window.pause.setChecked(True)
    plots.history.flush()
    (panel,) = plots.panels
    first = turn_axis(panel, 1)
    plots.history.flush()
    second = turn_axis(panel, -1, axis=1)
    plots.history.flush()
    view = plots.view.state()
    rename(desk, "gps", "nav")
    rename(desk, "imu", "gps")
    assert plots.panels == [panel]
    assert (plots.view.state(), panel.hand_ranges()) == (view, {0: first, 1: second})
    (plot,) = desk.rig.session.plots
    assert (plot.channels, plot.range, plot.ranges) == (("gps/ax", "nav/lat"), first, {"°": second})
    plots.history.undo()
    assert (plots.paused, panel.hand_ranges()) == (True, {0: first})
    plots.history.undo()
    assert (plots.paused, panel.hand_ranges()) == (True, {})
    plots.history.undo()
    assert not plots.paused
    for _ in range(3):
        plots.history.redo()
    assert (plots.paused, panel.hand_ranges()) == (True, {0: first, 1: second})


def test_automatic_plots_keep_range_place_and_undo_under_a_new_name(desk: Desk):
    desk.open("imu", "gps")
    for link in desk.links:
        link.receive(b"1,2\n" * 4)
    desk.refreshed()
    plots = desk.window.plots
    panels = list(plots.panels)
    by_hand = turn_axis(panels[0], 1)
    plots.history.flush()
    rename(desk, "imu", "gps 2")
    rename(desk, "gps", "imu")
    assert plots.panels == panels
    assert [panel.plan.title for panel in panels] == ["gps 2", "gps 2", "imu", "imu"]
    assert panels[0].hand_ranges() == {0: by_hand}
    plots.history.undo()
    assert panels[0].auto_range
    plots.history.redo()
    plots.arranging.split(Side.RIGHT)
    rename(desk, "imu", "x")
    assert [plot.title for plot in plots.plots()] == ["gps 2", "", "gps 2", "x", "x"]
    plots.history.undo()
    assert (plots.plots(), plots.panels, panels[0].hand_ranges()) == ((), panels, {0: by_hand})


def test_no_undo_over_a_removed_device_speaks_of_it_nor_does_its_name_come_back(desk: Desk, tmp_path: Path):
    with_pages(desk, tmp_path)
    plots = desk.window.plots
    plots.arranging.add_new(["imu/ay"])
    rename(desk, "imu", "arm")
    desk.dashboard.changes.remove("arm")
    rename(desk, "gps", "imu")  # the name that was free
    for step in (plots.history.undo, plots.history.redo):
        step()
        assert [plot.channels for plot in plots.plots()] == [("imu/lat",)]
    desk.window.choice.words[0].click()
    assert [plot.channels for plot in plots.plots()] == [("imu/lat",)]  # the text has changed since: it is added anew
    assert [device.name for device in desk.rig.devices] == ["arm", "imu"]


def test_an_edit_of_units_while_rows_stream_in_keeps_every_row_and_the_plots_follow_at_once(desk: Desk, tmp_path: Path):
    opened(desk, tmp_path)
    for number in range(50):
        desk.links[0].receive(b"%d,2\n7" % number)
        desk.links[0].receive(b",8\n")
    desk.refreshed()
    plots = desk.window.plots
    plots.arranging.add_new(["imu/ax", "imu/ay"])
    by_hand = turn_axis(plots.panels[-1], 1)
    plots.history.flush()
    (device, _), table = desk.rig.devices, desk.rig.devices[0].pipeline.tables[""]
    desk.links[0].receive(b"9,")
    before = table.rows((0, 1), 0, 1 << 62)[1]
    desk.window.editing.edited.emit("imu", options("imu", '["ax [g]", "noise [dB]"]', 7001))
    assert desk.rig.devices[0] is device
    assert table.rows((0, 1), 0, 1 << 62)[1] == before
    assert plots.panels[-1].plan.units == ("g", "dB")
    assert [channel.path for channel in plots.panels[-1].plan.channels] == ["imu/ax", "imu/noise"]
    assert "noise [dB]" in text(desk)
    desk.links[0].receive(b"10\n")
    desk.refreshed()
    desk.rig.clock.second.emit()
    assert table.rows((0, 1), 0, 1 << 62)[1] == [[*before[0], 9.0], [*before[1], 10.0]]
    assert desk.rig.ledgers_balanced
    assert by_hand
    plots.history.undo()
    plots.history.undo()
    plots.history.redo()
    assert plots.plots()[-1].channels == ("imu/ax", "imu/noise")


def test_a_range_by_hand_stays_where_the_unit_of_its_curves_is_called_otherwise(desk: Desk, tmp_path: Path):
    opened(desk, tmp_path, FILE.replace('"ax"', '"ax [m/s²]"'))
    desk.links[0].receive(b"1,2\n3,4\n")
    desk.refreshed()
    plots = desk.window.plots
    by_hand = turn_axis(plots.panels[0], 1)
    plots.history.flush()
    desk.window.editing.edited.emit("imu", options("imu", '["ax [g]", "ay"]', 7001))
    assert (plots.panels[0].plan.unit, plots.panels[0].hand_ranges()) == ("g", {0: by_hand})
    plots.history.undo()
    assert plots.panels[0].auto_range
    plots.history.redo()
    assert plots.panels[0].hand_ranges() == {0: by_hand}


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


BLOCKS = """
[[device]]
name = "scope"
link = "tcp://127.0.0.1:7001"
framing = { type = "fixed", size = 12 }
decoding = { type = "struct", fields = [
  { name = "ch", type = "i16", unit = "V", repeat = 4, dt = "20 us" }, { name = "n", type = "u32", unit = "K" } ] }
"""


def test_plots_of_several_tables_are_laid_out_by_hand_and_follow_other_names(desk: Desk, tmp_path: Path):
    opened(desk, tmp_path, BLOCKS)
    desk.links[0].receive(struct.pack("<4hI", 1, 2, 3, 4, 5) * 9)
    desk.refreshed()
    plots = desk.window.plots
    plots.arranging.split(Side.RIGHT)
    assert desk.window.notice.isHidden()
    device = desk.rig.devices[0]
    block, single = device.options.decoding.fields  # type: ignore[union-attr]
    fields = (msgspec.structs.replace(block, unit="mV"), msgspec.structs.replace(single, name="temp"))
    new = msgspec.structs.replace(device.options, name="osc", decoding=Struct(fields=fields))
    desk.window.editing.edited.emit("scope", new)
    assert desk.rig.devices == (device,)
    assert sum(table.in_history for table in device.pipeline.tables.values()) == 9 * 5
    channels = [(panel.plan.paths, panel.plan.units) for panel in plots.panels]
    assert channels == [(("osc/ch",), ("mV",)), ((), ("",)), (("osc/frame.temp",), ("K",))]
    assert [plot.channels for plot in parse_session(text(desk)).plots] == [("osc/ch",), (), ("osc/frame.temp",)]
