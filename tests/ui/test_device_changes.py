"""Devices are added, edited and removed in a running window: rig, text and screen change together, or not at all."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from app.link.contract import State
from app.session.edit import EditError, SessionDocument
from app.session.reading import parse_session
from app.session.schema import DeviceOptions, PlotOptions
from tests.ui.desk import ROW, Desk, rows, session_of
from tests.ui.fake_link import FakeLink, FakeLinks

FILE = """\
# by Ada
[[device]]
name = "imu"
link = "tcp://127.0.0.1:7001"   # the arm
decoding = { type = "csv", fields = ["ax", "ay"] }

[[device]]
name = "gps"
link = "tcp://127.0.0.1:7002"
decoding = { type = "csv", fields = ["lat"] }

[[plot]]
channels = ["imu/ax"]
"""


def options(name: str, fields: str = '["a"]', port: int = 7001) -> DeviceOptions:
    text = f'[[device]]\nname = "{name}"\nlink = "tcp://127.0.0.1:{port}"\n'
    return parse_session(f'{text}decoding = {{ type = "csv", fields = {fields} }}').devices[0]


def opened(desk: Desk, tmp_path: Path, text: str = FILE) -> Path:
    file = tmp_path / "bench.toml"
    file.write_text(text)
    links = FakeLinks()
    desk.dashboard.link_maker = links
    with desk.qtbot.waitSignal(desk.dashboard.opened):
        assert desk.dashboard.open_file(file)
    desk.links = links.made
    for link in links.made:
        link.accept()
    return file


def names(desk: Desk) -> list[str]:
    return [device.name for device in desk.rig.devices]


def text(desk: Desk) -> str:
    assert desk.dashboard.session is not None
    return desk.dashboard.session.document.text


def feed(desk: Desk, row: bytes = ROW) -> None:
    for link in desk.links:
        if link.state is State.CONNECTING:
            link.accept()
        if link.state is State.OPEN:
            link.receive(row)
    desk.refreshed()


def cells(desk: Desk) -> list[str]:
    return [line.split()[0].strip(",:") for line in rows(desk.window.health.strip)]


# -- add


def test_an_added_device_is_everywhere_and_chosen(desk: Desk):
    desk.open("imu")
    desk.dashboard.changes.add(options("scope"))
    assert names(desk) == ["imu", "scope"]
    assert desk.window.inspector.device is desk.rig.devices[1]
    feed(desk, b"1\n")
    assert [line for line in rows(desk.window.devices.list) if line.startswith("scope")]
    assert cells(desk) == ["imu", "scope"]
    assert 'name = "scope"' in text(desk)


def test_a_device_is_added_to_a_new_session_where_none_is_open(desk: Desk):
    links = FakeLinks()
    desk.dashboard.link_maker = links
    desk.window.editing.added.emit(options("imu"))
    assert names(desk) == ["imu"]
    assert links.made[0].state is State.CONNECTING
    assert desk.window.windowTitle().startswith("Untitled session[*]")
    assert desk.window.isWindowModified()


def test_a_name_that_is_taken_is_told_and_nothing_is_changed(desk: Desk):
    desk.open("imu", "gps")
    before = text(desk)
    desk.dashboard.changes.add(options("imu"))
    assert "there is a device called imu already" in desk.window.notice.text
    desk.dashboard.changes.replace("gps", options("imu"))
    assert (names(desk), text(desk)) == (["imu", "gps"], before)


# -- edit


def test_a_renamed_device_stays_chosen_unfolded_and_plotted(desk: Desk, tmp_path: Path):
    opened(desk, tmp_path)
    feed(desk, b"1,2\n")
    device = desk.rig.devices[0]
    channels = len(rows(desk.window.devices.list))
    desk.dashboard.changes.replace("imu", msgspec.structs.replace(device.options, name="arm"))
    assert names(desk) == ["arm", "gps"]
    assert desk.window.inspector.device is device
    assert len(rows(desk.window.devices.list)) == channels
    assert desk.links[0].state is State.OPEN
    assert text(desk) == FILE.replace('"imu"', '"arm"').replace("imu/", "arm/")
    feed(desk, b"1,2\n")
    assert [plot.channels for plot in desk.rig.session.plots] == [("arm/ax",)]
    assert any(c.path == "arm/ax" for panel in desk.window.plots.panels for c in panel.plan.channels)


def test_another_decoding_takes_the_place_of_the_device_in_list_strip_and_inspector(desk: Desk):
    desk.open("imu", "gps")
    old = desk.rig.devices[0]
    desk.dashboard.changes.replace("imu", options("imu", '["x"]'))
    new = desk.rig.devices[0]
    assert new is not old
    assert desk.window.inspector.device is new
    feed(desk, b"1\n")
    assert any(line.startswith("x") for line in rows(desk.window.devices.list))
    assert desk.rig.ledgers_balanced


def test_what_cannot_be_written_is_told_with_the_remedy_and_nothing_is_changed(desk: Desk, monkeypatch):
    desk.open("imu")

    def refuse(*_: object) -> None:
        raise EditError("this change cannot be made in the file as it is laid out")

    monkeypatch.setattr(SessionDocument, "insert", refuse)
    desk.dashboard.changes.add(options("scope"))
    assert names(desk) == ["imu"]
    assert "Nothing was changed: this change cannot be made" in desk.window.notice.text
    assert "Edit the file by hand" in desk.window.notice.text


def test_nothing_is_changed_while_a_comparison_is_under_way(desk: Desk):
    desk.open("imu")
    desk.window.transport.hold_for_comparison(True)
    desk.dashboard.changes.add(options("scope"))
    assert names(desk) == ["imu"]
    assert "A comparison is under way" in desk.window.notice.text


# -- remove and undo


def test_a_removed_device_is_nowhere_and_can_be_had_back_as_it_was(desk: Desk, tmp_path: Path):
    opened(desk, tmp_path)
    feed(desk, b"1,2\n")
    device = desk.rig.devices[0]
    desk.dashboard.changes.remove("imu")
    assert (names(desk), cells(desk)) == (["gps"], ["gps"])
    assert desk.window.inspector.device is desk.rig.devices[0]
    assert "imu" not in text(desk)
    assert desk.window.choice.text.startswith("Removed imu.")
    desk.window.choice.words[0].click()
    assert (names(desk), desk.rig.devices[0]) == (["imu", "gps"], device)
    assert text(desk) == FILE
    assert not desk.window.isWindowModified()
    assert desk.window.choice.text == ""
    feed(desk, b"3,4\n")
    (table,) = device.pipeline.tables.values()
    assert table.in_history == 2
    assert desk.window.inspector.device is device


def test_undo_after_another_change_puts_the_device_back_beside_it(desk: Desk, tmp_path: Path):
    opened(desk, tmp_path)
    desk.dashboard.changes.remove("imu")
    desk.dashboard.changes.replace("gps", msgspec.structs.replace(desk.rig.devices[0].options, name="navi"))
    desk.window.choice.words[0].click()
    assert names(desk) == ["imu", "navi"]
    assert 'name = "navi"' in text(desk)
    assert [device.name for device in parse_session(text(desk)).devices] == ["imu", "navi"]


def test_an_undo_that_something_is_in_the_way_of_can_be_had_later(desk: Desk):
    desk.open("imu", "gps")
    desk.dashboard.changes.remove("imu")
    device = desk.rig.devices[0].options
    desk.window.editing.edited.emit("gps", msgspec.structs.replace(device, name="imu"))
    desk.window.choice.words[0].click()
    assert "there is a device called imu already" in desk.window.notice.text
    desk.window.editing.edited.emit("imu", device)
    desk.window.choice.words[0].click()
    assert names(desk) == ["imu", "gps"]
    assert desk.window.choice.isHidden()


def test_the_history_of_a_removed_device_goes_when_undo_does(desk: Desk):
    desk.open("imu", "gps")
    device = desk.rig.devices[0]
    desk.dashboard.changes.remove("imu")
    (table,) = device.pipeline.tables.values()
    assert table.in_history == 1
    desk.window.choice.button.click()
    assert table.in_history == 0


def test_the_last_device_goes_and_the_window_says_so(desk: Desk):
    desk.open("imu")
    desk.dashboard.changes.remove("imu")
    assert names(desk) == []
    assert desk.window.inspector.device is None
    assert desk.window.devices.list.empty_text
    desk.refreshed()
    desk.rig.clock.second.emit()
    desk.window.choice.words[0].click()
    assert desk.window.inspector.device is desk.rig.devices[0]


def test_a_session_that_is_opened_ends_the_undo(desk: Desk):
    desk.open("imu", "gps")
    desk.dashboard.changes.remove("imu")
    desk.show(session_of("scope"))
    assert desk.window.choice.text == ""


def test_frames_a_refresh_are_never_negative_when_a_device_goes(desk: Desk):
    desk.open("imu", "gps")
    for _ in range(50):
        desk.links[0].receive(ROW * 10)
    desk.refreshed()
    desk.rig.clock.second.emit()
    desk.dashboard.changes.remove("imu")
    desk.refreshed()
    desk.rig.clock.second.emit()
    assert "-" not in desk.window.status.text.partition("frames a refresh")[0].rpartition("|")[2]


def test_sixty_four_devices_come_and_go(desk: Desk):
    desk.open(*(f"d{number}" for number in range(64)))
    desk.window.devices.choose(desk.rig.devices[40])
    for number in range(0, 64, 2):
        desk.dashboard.changes.remove(f"d{number}")
    assert len(cells(desk)) == 32
    assert desk.window.inspector.device is not None
    assert desk.window.inspector.device in desk.rig.devices
    assert desk.rig.ledgers_balanced


@pytest.mark.parametrize("hostile", ["<b>x<b>", "a & b", "[*]", "x" * 64])
def test_hostile_names_are_shown_as_they_are(desk: Desk, hostile: str):
    desk.open("imu")
    desk.dashboard.changes.add(msgspec.structs.replace(options("x"), name=hostile))
    desk.dashboard.changes.remove(hostile)
    assert hostile[:20] in desk.window.choice.text
    desk.window.choice.words[0].click()
    assert names(desk) == ["imu", hostile]


def test_what_is_half_written_in_the_send_box_follows_a_new_name(desk: Desk):
    desk.open("imu")
    panel = desk.window.sending
    dock = panel.parentWidget()
    dock.show()
    desk.qtbot.waitUntil(lambda: panel.content is not None)
    content = panel.content
    assert content is not None
    content.editor.command.line.setText("half a comm")
    device = desk.rig.devices[0]
    desk.dashboard.changes.replace("imu", msgspec.structs.replace(device.options, name="arm"))
    assert content.editor.command.line.text() == "half a comm"


def test_links_of_the_window_let_go_before_devices_change(desk: Desk):
    """Whoever follows links hears of none that is gone."""
    desk.open("imu", "gps")
    gone: FakeLink = desk.links[0]
    desk.dashboard.changes.remove("imu")
    gone.enter(State.WAITING)
    gone.set_transport("thread")
    assert desk.window.transport.modes.can_change


def test_a_layout_that_was_changed_by_hand_is_in_the_text_with_the_comments_of_what_stayed(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    opened(desk, tmp_path, FILE.replace("[[plot]]", "# the arm\n[[plot]]"))
    plots = desk.window.plots
    shown = (*desk.rig.session.plots, PlotOptions(title="Way", channels=("gps/lat",)))
    monkeypatch.setattr(plots, "plots", lambda: shown)
    plots.layoutChanged.emit()
    assert desk.dashboard.session is not None
    assert desk.dashboard.session.plots == shown
    assert "# the arm\n[[plot]]" in text(desk)
    assert desk.window.isWindowModified()
    desk.dashboard.changes.remove("gps")
    assert [plot.channels for plot in desk.rig.session.plots] == [("imu/ax",)]


def test_docks_that_follow_links_go_on_with_the_devices_that_there_are(desk: Desk):
    desk.open("imu", "gps")
    desk.window.measure.compare.trigger()
    desk.qtbot.waitUntil(lambda: desk.window.compare.content is not None)
    content = desk.window.compare.content
    assert content is not None
    desk.rig.clock.second.emit()
    desk.dashboard.changes.remove("imu")
    assert content.links.names == ("gps",)
    desk.rig.clock.second.emit()
    desk.dashboard.changes.add(options("scope"))
    desk.dashboard.changes.replace("gps", options("navi", '["x"]'))
    assert content.links.names == ("navi", "scope")
    feed(desk, b"1\n")
    desk.rig.clock.second.emit()
    assert desk.rig.ledgers_balanced


def test_a_filter_stays_while_devices_change(desk: Desk):
    desk.open("imu", "gps")
    desk.window.devices._field.line.setText("gps")
    desk.dashboard.changes.add(options("scope"))
    feed(desk, b"1\n")
    assert [
        line.split()[0].strip(":")
        for line in rows(desk.window.devices.list)
        if line.startswith(("imu", "gps", "scope"))
    ] == ["gps"]


def test_a_ledger_that_did_not_add_up_is_told_of_no_session_but_its_own(desk: Desk):
    (link,) = desk.open("imu")
    link.extra_read = 1
    desk.rig.clock.second.emit()
    assert "the ledger does not add up" in desk.window.notice.text
    device = desk.rig.devices[0].options
    desk.window.editing.edited.emit("imu", msgspec.structs.replace(device, name="arm"))
    desk.dashboard.new_session()
    assert desk.window.notice.isHidden()
