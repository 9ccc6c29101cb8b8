"""What one rig shows in the window, and that nothing of it stays behind."""

import msgspec
import pytest

from app.clock import now_ns
from app.decoding.options import Csv
from app.health.stamps import UNKNOWN, Stamps
from tests.ui.desk import Desk, rows
from ui.health.page import HealthPage
from ui.inspector.header import InspectorHeader
from ui.rig_view import FIGURES_NS, RigView


def test_the_view_keeps_the_list_and_the_plots_on_what_has_come(desk: Desk):
    (link,) = desk.open("imu")
    link.receive(b"0.5,1,2\n")
    desk.refreshed()
    assert any(row.startswith("ax: 0.5") for row in rows(desk.named("Devices and channels")))
    assert desk.window.plots.panels


def test_the_list_of_devices_says_new_names_and_units_at_once(desk: Desk):
    (link,) = desk.open("imu")
    link.receive(b"0.5,1,2\n")
    desk.refreshed()
    before = desk.rig.devices[0].options
    named = Csv(fields=("noise [dB]", *before.decoding.fields[1:]))  # type: ignore[union-attr]
    desk.window.editing.edited.emit("imu", msgspec.structs.replace(before, decoding=named))
    listed = rows(desk.named("Devices and channels"))
    assert any(row.startswith("noise: 0.5") and "dB" in row for row in listed), listed
    assert not any(row.startswith("ax") for row in listed)


def test_plots_tell_devices_apart_whatever_they_are_called(desk: Desk):
    desk.open("a", "b")
    for old, new in (("a", "c"), ("b", "a"), ("c", "b")):
        device = next(each for each in desk.rig.devices if each.name == old)
        desk.window.editing.edited.emit(old, msgspec.structs.replace(device.options, name=new))
    desk.dashboard.changes.remove("b")
    desk.dashboard.changes.add(msgspec.structs.replace(desk.rig.devices[0].options, name="b"))
    keys = [(source.device, source.key) for source in desk.window.plots.control.sources]
    assert keys == [("a", "b"), ("b", "b'")]


def test_the_verdict_tells_data_from_no_data_and_a_failure_from_both(desk: Desk):
    (link,) = desk.open("imu", accept=False)
    assert "No data yet" in desk.window.status._verdict.text()
    link.accept()
    link.receive(b"0.5,1,2\n")
    desk.rig._second()
    assert "Every byte is accounted for" in desk.window.status._verdict.text()
    link.extra_read = 1
    desk.rig._second()
    assert "does not add up" in desk.window.status._verdict.text()


def test_nothing_of_a_session_is_left_when_another_takes_its_place(desk: Desk):
    (link,) = desk.open("imu")
    link.extra_read = 1
    desk.rig._second()
    assert "imu" in desk.window.notice.text
    desk.open("scope")
    assert desk.window.notice.text == ""
    assert not any("imu" in row for row in rows(desk.named("Devices and channels")))


def test_a_countdown_moves_while_no_data_comes_and_the_timer_rests_when_there_is_none(desk: Desk):
    (link,) = desk.open("imu", accept=False)
    link.more = {"next_try_ns": now_ns() + 60_000_000_000}
    link.refuse("refused")
    desk.refreshed()
    header = desk.window.inspector.findChild(InspectorHeader)
    said = header.accessibleName()
    assert said.startswith("imu, waiting: again in 5")
    desk.qtbot.waitUntil(lambda: header.accessibleName() != said)
    link.accept()
    desk.rig._second()
    view = desk.dashboard.findChild(RigView)
    desk.qtbot.waitUntil(lambda: not view._countdown.isActive())


def test_what_a_link_does_is_soon_said_everywhere_also_where_no_data_comes(desk: Desk):
    (link,) = desk.open("imu", accept=False)
    header, page = desk.window.inspector.findChild(InspectorHeader), desk.window.inspector.findChild(HealthPage)
    link.accept()
    desk.refreshed()
    checks: list[None] = []
    desk.rig.checked.connect(lambda: checks.append(None))
    link.close()
    desk.qtbot.waitUntil(lambda: header.accessibleName() == "imu, stopped")
    assert page.toggle.text() == "Connect"
    assert not checks, "the second's check says it anyway"


def test_the_ages_of_the_last_minute_follow_what_was_painted(desk: Desk):
    (link,) = desk.open("imu")
    desk.qtbot.waitUntil(lambda: desk.rig.clock.mark() or link.receive(b"0.5,1,2\n") or _has_age(desk))


def test_a_rate_stays_where_the_next_check_comes_within_a_moment(desk: Desk, monkeypatch):
    """As after a loop that was held up: its timer has fired late, and fires again at its time."""
    desk.open("imu")
    at_ns = now_ns()
    monkeypatch.setattr("ui.rig_view.now_ns", lambda: at_ns)
    at_ns += 10**9
    desk.rig._second()
    said = desk.window.status.text
    assert "frames a refresh" in said
    assert "| 0 Hz |" not in said
    at_ns += FIGURES_NS - 1
    desk.rig._second()
    assert desk.window.status.text == said
    at_ns += 1
    desk.rig._second()
    assert "| 0 Hz |" in desk.window.status.text, "nothing was refreshed in half a second"


def test_without_devices_there_are_no_figures(desk: Desk, monkeypatch):
    desk.open("imu")
    at_ns = now_ns()
    monkeypatch.setattr("ui.rig_view.now_ns", lambda: at_ns)
    at_ns += 10**9
    desk.rig._second()
    assert "Hz" in desk.window.status.text
    desk.dashboard.changes.remove("imu")
    desk.qtbot.waitUntil(lambda: not desk.rig.devices)
    at_ns += 10**9
    desk.rig._second()
    assert desk.window.status.text == ""


def _has_age(desk: Desk) -> bool:
    desk.rig._second()
    return "age max" in str(desk.window.health.strip.model().index(0, 0).data())


# -- how old the data is


class Painted:
    """Tells of chunk after chunk when it was painted."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._ns: list[int] = []
        desk.rig.stamped.connect(self._take)
        desk.refreshed()  # a device has its panel once its first rows are there

    def _take(self, _device: str, stamps: Stamps) -> None:
        self._ns += stamps.painted_ns.tolist()

    def _settle(self) -> None:
        """Wait until the way of all that came has ended."""
        trail = self.desk.rig.devices[0].pipeline.trail
        self.desk.qtbot.waitUntil(lambda: self.desk.rig.collect() or not len(trail))

    def next(self) -> int:
        """When a chunk that comes now is painted."""
        self._settle()
        self._ns.clear()
        self.desk.links[0].receive(b"0.5,1,2\n")
        self.desk.refreshed()
        self._settle()
        (painted_ns,) = self._ns
        return painted_ns


def test_a_chunk_is_painted_by_a_paint_behind_the_refresh_that_drew_it(desk: Desk):
    desk.open("imu")
    painted_ns = Painted(desk).next()
    assert [end for _, end in desk.rig.paint_spans() if end == painted_ns]
    assert desk.rig.ages["imu"].summary("stored_painted").count >= 1


@pytest.mark.parametrize("unseen", ["paused", "minimised", "hidden"])
def test_what_nobody_can_see_is_not_painted_and_does_not_wait(desk: Desk, unseen: str):
    desk.open("imu")
    painted = Painted(desk)
    assert painted.next() != UNKNOWN
    if unseen == "paused":
        desk.window.pause.setChecked(True)
    elif unseen == "minimised":
        desk.window.showMinimized()
    else:
        desk.window.hide()
    assert painted.next() == UNKNOWN
    desk.window.showNormal()
    desk.window.pause.setChecked(False)
    desk.qtbot.waitExposed(desk.window)
    desk.refreshed()
    assert painted.next() != UNKNOWN
