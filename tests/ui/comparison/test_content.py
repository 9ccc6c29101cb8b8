"""The comparison's dock in a window, by mouse and keys, on links whose far end is the test."""

import gc
import json
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QFileDialog

from app.clock import now_ns
from app.comparison.measuring.loop_lag import LoopLag
from app.comparison.stalls.options import StallOptions
from tests.app.comparison.made import GOOD, Way, made
from tests.app.comparison.measuring.test_live import MS, stamps
from tests.ui.desk import ROW, Desk, rows
from ui.comparison import follower
from ui.comparison.content import LIVE, ROUNDS, VERDICT, ComparisonContent
from ui.comparison.follower import MIXED, NONE_CHOSEN, NONE_OPEN, Follower
from ui.comparison.side_by_side import When
from ui.theme.tokens import State

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def open_dock(desk: Desk, monkeypatch):
    """open_dock(*names): a session of these devices, and the dock, opened by keyboard; one check has been."""
    monkeypatch.setattr(follower, "SETTLE_NS", 0)

    def open_dock(*names: str) -> ComparisonContent:
        desk.open(*names)
        desk.press(Qt.Key.Key_M, CTRL)
        content = desk.window.compare.content
        assert content is not None
        desk.rig._second()
        return content

    return open_dock


def second(desk: Desk, *names: str, wait_ms: float = 3.0, count: int = 2000) -> None:
    """A second in which these devices sent, and chunks that waited so long ended their way."""
    for device, link in zip(desk.rig.devices, desk.links, strict=True):
        if device.name in names:
            link.receive(ROW)
            desk.rig.stamped.emit(device.name, stamps(count, wait_ms, now_ns() - 999_000 * MS))  # the next second's
    desk.rig._second()


def heads(content: ComparisonContent) -> list[When]:
    return [head.when for head in content.live._tables[0].heads]


def live_text(content: ComparisonContent, name: str) -> str:
    return next(line.strip() for line in content.live.text.splitlines() if line.strip().startswith(name))


# -- live


def test_what_opening_it_held_up_is_no_figure_of_the_links(desk: Desk, monkeypatch):
    monkeypatch.setattr(follower, "SETTLE_NS", 0)
    desk.open("imu")
    desk.press(Qt.Key.Key_M, CTRL)
    content = desk.window.compare.content
    second(desk, "imu", wait_ms=250.0)
    assert heads(content) == [When.NEVER, When.NEVER]
    second(desk, "imu", wait_ms=3.0)
    assert "13.0 13.0 13.0 (good)" in live_text(content, "Readable to painted")


def test_what_is_held_up_still_when_a_check_comes_at_once_is_none_either(desk: Desk, monkeypatch):
    monkeypatch.setattr(follower, "SETTLE_NS", 10**18)
    desk.open("imu")
    desk.press(Qt.Key.Key_M, CTRL)
    second(desk, "imu")
    second(desk, "imu")
    assert heads(desk.window.compare.content) == [When.NEVER, When.NEVER]


def test_a_window_that_never_shows_the_dock_does_not_build_it(desk: Desk):
    desk.open("imu")
    assert desk.window.compare.content is None
    assert desk.window.findChild(QDockWidget, "comparison").isHidden()


def test_ctrl_m_shows_it_with_the_focus_inside(desk: Desk, open_dock):
    content = open_dock("imu")
    assert content.isVisible()
    desk.press(Qt.Key.Key_M, CTRL)
    assert content.tabs.hasFocus()


def test_the_mode_that_reads_is_live_and_the_other_is_not_measured_yet(desk: Desk, open_dock):
    content = open_dock("imu")
    second(desk, "imu")
    assert heads(content) == [When.LIVE, When.NEVER]
    assert live_text(content, "Readable to painted") == (
        "Readable to painted: one thread 13.0 13.0 13.0 (good); threads not measured"
    )


def test_when_the_other_mode_takes_over_the_first_stays_as_before(desk: Desk, open_dock):
    content = open_dock("imu")
    second(desk, "imu", wait_ms=3.0)
    desk.window.transport.set_all("thread")
    second(desk, "imu")  # in this one it changed hands
    second(desk, "imu", wait_ms=190.0)
    assert heads(content) == [When.BEFORE, When.LIVE]
    assert live_text(content, "Readable to painted") == (
        "Readable to painted: one thread 13.0 13.0 13.0 (good); threads 200 200 200 (bad)"
    )


def test_links_that_are_read_both_ways_belong_to_neither(desk: Desk, open_dock):
    content = open_dock("imu", "scope")
    second(desk, "imu", "scope")
    desk.links[0].set_transport("thread")
    second(desk, "imu", "scope")
    second(desk, "imu", "scope")
    assert content.live._note.text == MIXED
    assert heads(content) == [When.BEFORE, When.NEVER]


def test_a_link_that_is_not_connected_is_named_and_the_others_are_measured(desk: Desk, open_dock):
    content = open_dock("imu", "scope")
    desk.links[1].lose("closed by the device")
    second(desk, "imu")
    second(desk, "imu")
    assert heads(content)[0] is When.LIVE
    assert rows(content.links) == ["imu: one thread p99 13.0 ms", "scope: not connected"]
    desk.links[0].lose("closed by the device")
    second(desk)
    assert content.live._note.text == NONE_OPEN


def test_space_takes_a_link_out_and_its_figures_are_forgotten(desk: Desk, open_dock):
    content = open_dock("imu", "scope")
    second(desk, "imu", "scope", wait_ms=500.0)
    desk.focus(content.links)
    desk.press(Qt.Key.Key_Space)
    assert content.links.names == ("scope",)
    assert heads(content) == [When.NEVER, When.NEVER]
    content.links.setCurrentRow(1)
    desk.press(Qt.Key.Key_Space)
    assert content.live._note.text == NONE_CHOSEN
    assert not content.bar._begin.isEnabled()


def test_nothing_is_measured_while_nobody_looks(desk: Desk, open_dock):
    content = open_dock("imu")
    listening = len(gc.callbacks)
    lags = content._follower._meter.findChildren(LoopLag)
    assert [lag.is_running for lag in lags] == [True]
    desk.window.findChild(QDockWidget, "comparison").hide()
    assert [lag.is_running for lag in lags] == [False]
    assert len(gc.callbacks) == listening - 1
    second(desk, "imu")
    assert not content._follower._meter.is_measuring
    desk.press(Qt.Key.Key_M, CTRL)
    second(desk)
    assert content._follower._meter.is_measuring


def test_all_figures_are_copied_as_text(desk: Desk, open_dock, qapp):
    content = open_dock("imu")
    second(desk, "imu")
    content.live._copy()
    assert "Readable to painted: one thread 13.0" in qapp.clipboard().text()


# -- stalls


def test_a_stall_is_chosen_and_ended_and_the_window_says_which_is_on(desk: Desk, open_dock):
    content = open_dock("imu")
    content.stalls._busy.setValue(1)
    content.stalls._period.setValue(60_000)
    desk.qtbot.mouseClick(content.stalls._kinds.segments["native"], Qt.MouseButton.LeftButton)
    desk.qtbot.mouseClick(content.stalls._button, Qt.MouseButton.LeftButton)
    assert desk.dashboard.stall.options == StallOptions.parse("native:1ms/60s")
    assert content.stalls._said.text.startswith("On: the window's thread holds Python's lock in native code for 1 ms")
    assert "stands still until it is over" in content.stalls._about.text()
    desk.qtbot.mouseClick(desk.window.experiment.button, Qt.MouseButton.LeftButton)
    assert not content.stalls._button.isChecked()
    assert content.stalls._said.text == ""


def test_a_stall_that_cannot_be_is_refused_in_words(desk: Desk, open_dock):
    content = open_dock("imu")
    content.stalls._busy.setValue(600)
    desk.qtbot.mouseClick(content.stalls._button, Qt.MouseButton.LeftButton)
    assert desk.dashboard.stall.options is None
    assert "shorter than its period" in content.stalls._said.text
    assert not content.stalls._button.isChecked()


def test_figures_of_another_stall_begin_anew(desk: Desk, open_dock):
    content = open_dock("imu")
    second(desk, "imu", wait_ms=500.0)
    desk.dashboard.stall.set_options(StallOptions.parse("sleep:1ms/1h"))
    second(desk, "imu", wait_ms=3.0)
    assert "13.0 13.0 13.0" in live_text(content, "Readable to painted")


# -- a comparison


def begin(desk: Desk, content: ComparisonContent) -> None:
    desk.focus(content.bar._begin)
    desk.press(Qt.Key.Key_Space)
    assert content.bar.is_running


def test_a_comparison_that_is_cancelled_gives_the_modes_back_and_measures_on(desk: Desk, open_dock):
    content = open_dock("imu")
    desk.window.transport.set_all("thread")
    begin(desk, content)
    assert not desk.window.tools.switch.isEnabled()
    assert not content.links.isEnabled()
    assert not content._follower._meter.is_measuring
    desk.qtbot.waitUntil(lambda: desk.links[0].wished_transport == "gui")  # it warms up
    assert content.bar._cancel.hasFocus()
    desk.press(Qt.Key.Key_Space)
    assert not content.bar.is_running
    assert desk.links[0].wished_transport == "thread"
    assert desk.window.tools.switch.isEnabled()
    second(desk)
    assert content._follower._meter.is_measuring
    assert content.verdict._problem.text == ("The comparison came to nothing: ended before anything was measured")


def test_the_end_of_the_session_ends_a_comparison_and_gives_the_modes_back(desk: Desk, open_dock):
    content = open_dock("imu")
    desk.window.transport.set_all("thread")
    begin(desk, content)
    desk.qtbot.waitUntil(lambda: desk.links[0].wished_transport == "gui")
    (old,) = desk.links
    desk.open("scope")
    assert old.wished_transport == "thread"
    assert not content.bar.is_running
    assert content.links.names == ("scope",)


def test_closing_the_window_ends_a_comparison(desk: Desk, open_dock):
    content = open_dock("imu")
    begin(desk, content)
    with desk.qtbot.waitSignal(desk.dashboard.finished):
        desk.window.close()
    assert not content.bar.is_running


def test_a_verdict_stands_large_with_what_it_rests_on_and_cannot_know(desk: Desk, open_dock):
    from app.comparison.judgement.verdict import complete

    content = open_dock("imu")
    comparison = complete(made(Way(late=0.5, late_ms=400.0), GOOD))
    content._finished(comparison)
    assert content.tabs.currentIndex() == VERDICT
    assert content.verdict.sentence.startswith("A thread helps here")
    assert [label.text() for label in content.verdict._evidence._texts] == list(comparison.evidence)
    assert [label.text() for label in content.verdict._limits._texts] == list(comparison.limits)
    assert heads(content) == [When.BEFORE, When.BEFORE]


def test_past_comparisons_are_listed_with_their_rounds_and_return_shows_one_again(desk: Desk, open_dock):
    from app.comparison.judgement.verdict import complete

    content = open_dock("imu")
    content._finished(complete(made(GOOD, GOOD, rounds=2)))
    content._finished(complete(made(Way(late=0.5, late_ms=400.0), GOOD, broken={1: "imu reconnected"})))
    content.tabs.setCurrentIndex(ROUNDS)
    listed = rows(content.rounds._rows)
    assert len(listed) == 7
    assert listed[0].endswith("Verdict: threads help")
    assert "Verdict: left out: imu reconnected" in listed[1]
    desk.focus(content.rounds._rows)
    content.rounds._rows.setCurrentRow(5)
    desk.press(Qt.Key.Key_Return)
    assert content.tabs.currentIndex() == VERDICT
    assert content.verdict.sentence.startswith("One thread is enough")


def test_a_comparison_that_failed_says_why(desk: Desk, open_dock):
    content = open_dock("imu")
    content._failed("no link opened within 10 s: imu: refused")
    assert content.verdict._problem.text == "The comparison came to nothing: no link opened within 10 s: imu: refused"
    assert content.verdict._problem._mark.state is State.ALARM


@pytest.mark.parametrize("suffix", ["html", "json"])
def test_a_report_is_saved_as_its_name_says(desk: Desk, open_dock, tmp_path, suffix):
    from app.comparison.judgement.verdict import complete
    from ui.comparison.report_dialog import ReportDialog

    content = open_dock("imu")
    comparison = complete(made(GOOD, GOOD))
    dialog = ReportDialog(comparison, content)
    file = tmp_path / f"report.{suffix}"
    dialog.fileSelected.emit(str(file))
    text = file.read_text(encoding="utf-8")
    if suffix == "json":
        assert json.loads(text)["verdict"] == comparison.verdict
    else:
        assert text.startswith("<!DOCTYPE html>")
    dialog.deleteLater()


def test_a_report_that_cannot_be_written_is_told(desk: Desk, open_dock, tmp_path):
    from app.comparison.judgement.verdict import complete

    content = open_dock("imu")
    content._finished(complete(made(GOOD, GOOD)))
    content._save()
    (dialog,) = content.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "missing" / "report.html"))
    dialog.reject()
    assert content.verdict._problem.text.startswith("The report was not saved: ")
    assert "No such file or directory" in content.verdict._problem.text


def test_pages_are_chosen_by_arrow_keys(desk: Desk, open_dock):
    content = open_dock("imu")
    desk.focus(content.tabs)
    for expected in (VERDICT, ROUNDS):
        desk.press(Qt.Key.Key_Right)
        assert content._pages.currentIndex() == expected
    desk.press(Qt.Key.Key_Left)
    desk.press(Qt.Key.Key_Left)
    assert content._pages.currentIndex() == LIVE


def test_without_a_session_nothing_can_be_compared(desk: Desk):
    desk.press(Qt.Key.Key_M, CTRL)
    content = desk.window.compare.content
    assert not content.bar._begin.isEnabled()
    assert rows(content.links) == []


def test_nothing_of_a_session_is_left_in_the_dock_when_the_next_one_opens(desk: Desk, open_dock):
    content = open_dock("imu")
    second(desk, "imu")
    listening = len(gc.callbacks)
    for name in ("scope", "motor", "supply"):
        desk.open(name)
    desk.qtbot.waitUntil(lambda: len(content.findChildren(Follower)) == 1)
    second(desk)  # the check that finds the link open begins to measure it
    assert len(gc.callbacks) == listening
    assert heads(content) == [When.NEVER, When.NEVER]
    assert rows(content.links) == ["supply: too few chunks"]


def test_the_last_figures_stay_when_the_session_ends(desk: Desk, open_dock):
    content = open_dock("imu")
    second(desk, "imu")
    listening = len(gc.callbacks)
    desk.dashboard.run.end()
    assert len(gc.callbacks) == listening - 1
    assert heads(content) == [When.BEFORE, When.NEVER]
    assert not content.bar._begin.isEnabled()


def test_in_the_least_window_no_dock_lies_over_another(desk: Desk, open_dock):
    open_dock("imu")
    desk.window.resize(desk.window.minimumSize())
    docks = [dock for dock in desk.window.findChildren(QDockWidget) if dock.isVisible()]
    desk.qtbot.waitUntil(lambda: docks[-1].geometry().bottom() < desk.window.statusBar().geometry().top())
    places = [dock.geometry() for dock in docks]
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
