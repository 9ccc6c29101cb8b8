"""A dashboard: one session after the other, what goes wrong on the way, and the end."""

import logging
from operator import attrgetter
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from app.comparison.stalls.options import StallOptions
from app.health.ledger import Kernel
from app.link.contract import State
from app.quantities import Duration
from tests.ui.desk import Desk, rows, session_of
from ui.theme.tokens import DARK, LIGHT

SELDOM = StallOptions.parse("sleep:1ms/1h")  # on, and never in the test's way
SOUND = "[[device]]\nname = 'imu'\nlink = 'tcp://127.0.0.1:7001'\ndecoding = { type = 'csv', fields = ['ax'] }\n"
UNSOUND = "[session]\nrefresh_hz = 'fast'\n[[device]]\nname = 'imu'\nlnk = 'tcp://127.0.0.1:7001'\n"


@pytest.fixture
def write(tmp_path: Path):
    def write(text: str, name: str = "bench.toml") -> Path:
        file = tmp_path / name
        file.write_text(text)
        return file

    return write


# -- opening


def test_the_window_is_called_after_the_session_or_its_file(desk: Desk, write):
    desk.show(session_of("imu", title="Bench 3"))
    assert desk.window.windowTitle().startswith("Bench 3[*] – Quintet")
    with desk.qtbot.waitSignal(desk.dashboard.opened):
        desk.dashboard.open_file(write(SOUND, "rig.toml"))
    assert desk.window.windowTitle().startswith("rig[*] – Quintet")


def test_an_opened_file_is_remembered(desk: Desk, write):
    file = write(SOUND)
    desk.dashboard.link_maker = lambda options: desk.links.append(options) or _fake(options)
    assert desk.dashboard.open_file(file)
    assert desk.recent.paths() == [file]


def _fake(options):
    from tests.ui.fake_link import FakeLink

    return FakeLink(options)


def test_a_second_session_takes_the_place_of_the_one_that_runs(desk: Desk):
    (first,) = desk.open("imu")
    (second,) = desk.open("scope")
    assert first.state is State.IDLE
    assert second.state is State.OPEN
    assert [device.name for device in desk.rig.devices] == ["scope"]
    assert rows(desk.named("Devices and channels"))[0].startswith("scope: open")


def test_a_session_waits_for_the_links_of_the_one_before_and_the_last_that_was_wished_runs(desk: Desk):
    (first,) = desk.open("imu")
    first.closes_slowly = True
    desk.dashboard.open_session(session_of("scope"))
    desk.dashboard.open_session(session_of("weather"))
    assert first.state is State.CLOSING
    assert [device.name for device in desk.rig.devices] == ["imu"]
    with desk.qtbot.waitSignal(desk.dashboard.opened):
        first.finish_closing()
    assert [device.name for device in desk.rig.devices] == ["weather"]


def test_a_new_session_is_shown_live_whatever_was_paused(desk: Desk):
    desk.open("imu")
    desk.press(Qt.Key.Key_Space)
    desk.open("scope")
    assert desk.window.plots.live
    assert not desk.window.pause.isChecked()


def test_a_file_that_is_not_sound_is_refused_with_every_reason_and_its_line(desk: Desk, write):
    assert not desk.dashboard.open_file(write(UNSOUND))
    lines = desk.window.notice.text.splitlines()
    assert lines[0] == "bench.toml was not opened, for 3 reasons:"
    assert [line.split(": ")[0] for line in lines[1:]] == ["bench.toml:2", "bench.toml:3", "bench.toml:5"]
    assert desk.recent.paths() == []


def test_a_session_that_runs_goes_on_when_another_is_refused(desk: Desk, write):
    (link,) = desk.open("imu")
    desk.dashboard.open_file(write(UNSOUND))
    assert link.state is State.OPEN
    link.receive(b"1,2,3\n")
    desk.refreshed()
    assert desk.rig.devices[0].pipeline.tables[""].appended == 2


def test_the_reasons_go_when_a_sound_file_is_opened(desk: Desk, write):
    file = write(UNSOUND)
    desk.dashboard.open_file(file)
    write(SOUND)
    desk.dashboard.link_maker = _fake
    desk.dashboard.open_file(file)
    assert desk.window.notice.text == ""


def test_the_file_dialog_stops_nothing_and_opens_what_is_chosen(desk: Desk, write):
    (link,) = desk.open("imu")
    file = write(SOUND, "chosen.toml")
    desk.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.window.findChild(QFileDialog)
    desk.qtbot.waitUntil(dialog.isVisible)
    link.receive(b"1,2,3\n")
    desk.refreshed()
    dialog.findChild(QLineEdit).setText(str(file))
    desk.dashboard.link_maker = _fake
    with desk.qtbot.waitSignal(desk.dashboard.opened):
        desk.qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    assert desk.window.windowTitle().startswith("chosen")


def test_a_session_without_devices_says_so(desk: Desk):
    desk.show(session_of())
    assert desk.window.inspector.device is None
    assert desk.window.status.text == ""


# -- what comes


def test_tables_that_appear_later_get_their_plots(desk: Desk):
    (link,) = desk.open("gps", decoding='{ type = "json", by = "class" }', rows=b'{"class":"A","x":1}\n' * 5)
    link.receive(b'{"class":"B","y":2}\n' * 5)
    desk.refreshed()
    desk.qtbot.waitUntil(lambda: len(desk.window.plots.panels) == 2)
    assert any(row.startswith("B.y") for row in rows(desk.named("Devices and channels")))


def test_nothing_is_refreshed_while_nothing_comes(desk: Desk):
    desk.open("imu")
    with desk.qtbot.waitSignal(desk.rig.checked):
        pass
    before = desk.rig.clock.statistics().refreshes
    with desk.qtbot.waitSignal(desk.rig.checked):
        pass
    assert desk.rig.clock.statistics().refreshes == before


def test_the_status_line_tells_refreshes_frames_and_lag(desk: Desk):
    desk.open("imu")
    with desk.qtbot.waitSignal(desk.rig.checked):
        pass
    verdict, rate, frames, lag = desk.window.status.text.split(" | ")
    assert verdict == "Every byte is accounted for"
    assert rate.endswith(" Hz")
    assert frames.endswith(" frames a refresh")
    assert lag.startswith("lag ")


# -- what goes wrong


def test_a_ledger_that_does_not_add_up_is_loud_and_costs_the_exit_code(desk: Desk):
    imu, scope = desk.open("imu", "scope")
    with desk.qtbot.waitSignal(desk.rig.checked):
        pass
    assert desk.dashboard.exit_code == 0
    imu.extra_read, scope.kernel = 17, Kernel(10, 5, 20)
    with desk.qtbot.waitSignal(desk.rig.checked):
        pass
    first, second = (line.removeprefix("•\N{NO-BREAK SPACE}") for line in desk.window.notice.text.splitlines())
    assert first.startswith("imu: the ledger does not add up. thread: read ")
    assert second.startswith("scope: the ledger does not add up. kernel: 5 bytes")
    assert desk.window.status.text.startswith("The ledger does not add up")
    assert rows(desk.named("Devices and channels"))[0].startswith("imu: ledger does not add up")
    assert desk.dashboard.exit_code == 1


class Careless(QObject):
    go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0
        self.go.connect(self.fail)

    @Slot()
    def fail(self) -> None:
        self.calls += 1
        raise ValueError("<b>nobody</b> caught this")


def test_an_exception_in_a_slot_is_counted_shown_and_logged_and_the_program_goes_on(desk: Desk, caplog):
    (link,) = desk.open("imu")
    careless = Careless()
    with caplog.at_level(logging.ERROR, "quintet"):
        careless.go.emit()
        careless.go.emit()
    assert careless.calls == 2
    assert "An error inside Quintet: ValueError: <b>nobody</b> caught this (test_compose.py:" in desk.window.notice.text
    assert "2 internal errors" in desk.window.status.text
    assert "Traceback" in caplog.text
    link.receive(b"1,2,3\n")
    desk.refreshed()
    assert desk.rig.devices[0].pipeline.tables[""].appended == 2
    assert desk.dashboard.exit_code == 1
    desk.watch.count = 0


def test_an_error_that_was_dismissed_is_not_shown_again_only_counted(desk: Desk):
    careless = Careless()
    careless.go.emit()
    desk.qtbot.mouseClick(desk.named("Dismiss"), Qt.MouseButton.LeftButton)
    careless.go.emit()
    assert desk.window.notice.text == ""
    assert "2 internal errors" in desk.window.status.text
    desk.watch.count = 0


# -- colours


def test_colours_change_while_it_runs_and_are_kept(desk: Desk):
    desk.open("imu")
    menu = {action.text(): action for action in desk.window.findChild(QObject, "colours").actions()}
    menu["&Dark"].trigger()
    assert QApplication.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window.upper()
    assert desk.settings.value("window/colours") == "dark"
    desk.qtbot.waitUntil(lambda: colours_at_the_edges(desk) == {DARK.window})
    menu["&Light"].trigger()
    desk.qtbot.waitUntil(lambda: colours_at_the_edges(desk) == {LIGHT.window})


def colours_at_the_edges(desk: Desk) -> set[str]:
    """Of the menu bar, the status bar and the left pane, where nothing is written."""
    picture = desk.window.grab().toImage()
    width, height = picture.width(), picture.height()
    return {picture.pixelColor(x, y).name().upper() for x, y in ((width // 3, 4), (4, height - 4), (4, height - 40))}


# -- the end


@pytest.mark.parametrize("state", [State.RESOLVING, State.CONNECTING, State.OPEN, State.WAITING, State.FAILED])
def test_closing_the_window_ends_the_program_in_every_state_of_a_link(desk: Desk, state: State):
    imu, _ = desk.open("imu", "scope", accept=False)
    if state is State.OPEN:
        imu.accept()
    elif state is State.WAITING:
        imu.refuse("connection refused")
    else:
        imu.enter(state)
    with desk.qtbot.waitSignal(desk.dashboard.finished):
        desk.window.close()


def test_a_link_that_closes_slowly_blocks_nothing(desk: Desk):
    (link,) = desk.open("imu")
    link.closes_slowly = True
    desk.window.close()
    desk.qtbot.waitUntil(lambda: link.state is State.CLOSING)
    with desk.qtbot.waitSignal(desk.dashboard.finished):
        QTimer.singleShot(0, link, link.finish_closing)


def test_a_session_that_was_wished_while_closing_does_not_start(desk: Desk):
    (link,) = desk.open("imu")
    link.closes_slowly = True
    desk.dashboard.open_session(session_of("scope"))
    desk.window.close()
    with desk.qtbot.waitSignal(desk.dashboard.finished):
        link.finish_closing()
    assert [device.name for device in desk.rig.devices] == ["imu"]


def test_the_picture_shows_the_window_before_its_links_were_closed(desk: Desk):
    (link,) = desk.open("imu")
    states = []
    desk.dashboard.run.ending.connect(lambda: states.append(link.state))
    with desk.qtbot.waitSignal(desk.dashboard.finished):
        desk.dashboard.end()
    assert states == [State.OPEN]
    before = desk.dashboard.picture()
    desk.window.resize(700, 500)
    assert desk.dashboard.picture() == before


@pytest.mark.parametrize("part", ["devices.refresh", "inspector.refresh", "plots.refresh", "keep"])
def test_the_program_ends_although_a_part_of_the_window_raises_on_the_way_out(desk: Desk, monkeypatch, part: str):
    def fail(*_arguments: object) -> None:
        raise RuntimeError("cannot be drawn")

    (link,) = desk.open("imu")
    owner, _, name = f"window.{part}".rpartition(".")
    monkeypatch.setattr(attrgetter(owner)(desk), name, fail)
    with desk.qtbot.waitSignal(desk.dashboard.finished):
        desk.window.close()
    assert link.state is State.IDLE
    assert desk.dashboard.exit_code == 1
    desk.watch.count = 0


def test_a_limit_ends_the_run(desk: Desk):
    desk.dashboard.set_limit(Duration(1_000_000))
    with desk.qtbot.waitSignal(desk.dashboard.finished):
        desk.show(session_of("imu"))
    assert desk.rig.is_stopped


def test_a_ledger_that_failed_costs_the_exit_code_also_after_another_session_was_opened(desk: Desk):
    desk.open("imu")
    desk.rig.failures["imu"] = ["bytes: received 1 is not 2"]
    desk.open("scope")
    assert desk.dashboard.exit_code == 1


# -- stalls of the window's thread


def test_a_stall_is_on_and_said_from_the_sessions_start_until_its_links_close(desk: Desk):
    stall = desk.dashboard.stall
    stall.set_options(SELDOM)
    assert not stall.is_on
    (link,) = desk.open("imu")
    assert stall.is_on
    assert "sleeps 1 ms" in desk.window.experiment.text
    link.closes_slowly = True
    desk.dashboard.end()
    desk.qtbot.waitUntil(lambda: link.state is State.CLOSING)
    assert not stall.is_on
    assert desk.window.experiment.text == ""
    assert stall.figures().kind == "sleep"
    link.finish_closing()


def test_the_picture_of_a_runs_end_says_which_stall_was_on(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    desk.dashboard.stall.set_options(SELDOM)
    desk.open("imu")
    shown = []
    grab = desk.dashboard._grab
    monkeypatch.setattr(desk.dashboard, "_grab", lambda: shown.append(desk.window.experiment.text) or grab())
    desk.dashboard.run.end()
    assert shown[0].startswith("Experiment: ")


def test_a_stall_goes_on_with_the_next_session(desk: Desk):
    desk.dashboard.stall.set_options(SELDOM)
    desk.open("imu")
    desk.open("scope")
    assert desk.dashboard.stall.is_on
    desk.dashboard.stall.set_options(None)
    desk.open("imu")
    assert not desk.dashboard.stall.is_on


def test_a_stall_does_not_begin_without_a_session(desk: Desk):
    desk.dashboard.stall.set_options(SELDOM)
    desk.dashboard.end()
    assert not desk.dashboard.stall.is_on
