"""Sessions as files: new, open, save, close; and nobody loses what is unsaved without being asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.quantities import Duration
from app.session.problems import SaveError
from app.session.reading import parse_session, read_session
from app.session.schema import DeviceOptions
from tests.ui.desk import Desk, session_of
from tests.ui.fake_link import FakeLinks
from ui.question_dialog import QuestionDialog

FILE = """\
# by Ada
[session]
title = "Bench"

[[device]]
name = "imu"
link = "tcp://127.0.0.1:7001"   # the arm
"""
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def scope() -> DeviceOptions:
    return parse_session('[[device]]\nname = "scope"\nlink = "tcp://127.0.0.1:7002"\n').devices[0]


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Path:
    file = tmp_path / "bench.toml"
    file.write_text(FILE)
    desk.dashboard.link_maker = FakeLinks()
    with desk.qtbot.waitSignal(desk.dashboard.opened):
        assert desk.dashboard.open_file(file)
    return file


def is_modified(desk: Desk) -> bool:
    return desk.window.isWindowModified()


def question(desk: Desk) -> QuestionDialog:
    found = desk.dashboard._desk.questions.current
    assert isinstance(found, QuestionDialog)
    return found


def answer(desk: Desk, word: str) -> None:
    buttons = {each.text(): each for each in question(desk).buttons.values()}
    buttons[word].click()


def choose_file(desk: Desk, path: Path) -> None:
    dialog = desk.dashboard._desk.questions.current
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


# -- saving


def test_a_change_marks_the_title_and_a_save_keeps_every_comment(desk: Desk, file: Path):
    assert not is_modified(desk)
    desk.dashboard.changes.add(scope())
    assert is_modified(desk)
    desk.press(Qt.Key.Key_S, CTRL)
    assert not is_modified(desk)
    assert file.read_text().startswith(FILE)
    assert [device.name for device in read_session(file).devices] == ["imu", "scope"]


def test_a_new_session_asks_for_its_file_and_is_remembered(desk: Desk, tmp_path: Path):
    desk.dashboard.link_maker = FakeLinks()
    desk.press(Qt.Key.Key_N, CTRL)
    assert desk.window.windowTitle() == "Untitled session[*] – Quintet"
    assert not is_modified(desk)
    desk.dashboard.changes.add(scope())
    desk.press(Qt.Key.Key_S, CTRL)
    choose_file(desk, tmp_path / "mine.toml")
    assert read_session(tmp_path / "mine.toml").devices[0].name == "scope"
    assert desk.window.windowTitle() == "mine[*] – Quintet"
    assert desk.recent.last() == tmp_path / "mine.toml"
    assert not is_modified(desk)


def test_save_as_goes_on_with_the_new_file(desk: Desk, file: Path, tmp_path: Path):
    desk.press(Qt.Key.Key_S, CTRL | SHIFT)
    choose_file(desk, tmp_path / "copy.toml")
    desk.dashboard.changes.add(scope())
    desk.press(Qt.Key.Key_S, CTRL)
    assert file.read_text() == FILE
    assert (tmp_path / "copy.toml").read_text() != FILE


def test_a_save_that_fails_says_why_and_that_the_old_file_is_as_it_was(desk: Desk, file: Path, monkeypatch):
    def full(_path: object, _data: bytes) -> None:
        raise SaveError("bench.toml: could not be saved: No space left on device. The old file is as it was.")

    monkeypatch.setattr("app.session.edit.save_atomically", full)
    desk.dashboard.changes.add(scope())
    desk.press(Qt.Key.Key_S, CTRL)
    assert "No space left on device. The old file is as it was. File > Save session as" in desk.window.notice.text
    assert is_modified(desk)
    monkeypatch.undo()
    desk.press(Qt.Key.Key_S, CTRL)
    assert (desk.window.notice.text, is_modified(desk)) == ("", False)


# -- another program


def test_a_file_that_another_program_changed_can_be_loaded(desk: Desk, file: Path):
    file.write_text(FILE.replace("Bench", "Bench 2"))
    desk.qtbot.waitUntil(lambda: "was changed by another program" in desk.window.choice.text)
    with desk.qtbot.waitSignal(desk.dashboard.opened):
        desk.window.choice.words[0].click()
    assert desk.window.windowTitle().startswith("Bench 2")
    assert desk.window.choice.text == ""


def test_a_file_that_another_program_replaced_is_noticed_each_time(desk: Desk, file: Path, tmp_path: Path):
    for title in ("Bench 2", "Bench 3"):
        other = tmp_path / "other"
        other.write_text(FILE.replace("Bench", title))
        other.replace(file)
        desk.qtbot.waitUntil(lambda: "was changed by another program" in desk.window.choice.text)
        desk.window.choice.words[1].click()


def test_a_file_that_comes_back_after_it_was_gone_is_noticed(desk: Desk, file: Path):
    watched = desk.dashboard._desk._file
    with desk.qtbot.waitSignal(watched.touched):
        file.unlink()
    assert desk.window.choice.isHidden()
    with desk.qtbot.waitSignal(watched.touched):
        file.write_text(FILE.replace("Bench", "Bank"))
    desk.qtbot.waitUntil(lambda: "was changed by another program" in desk.window.choice.text)
    with desk.qtbot.waitSignal(watched.touched):
        file.write_text(FILE)
    assert desk.window.choice.isHidden()


def test_what_another_program_wrote_is_not_overwritten_without_a_question(desk: Desk, file: Path):
    desk.dashboard.changes.add(scope())
    theirs = FILE.replace("Bench", "Theirs")
    file.write_text(theirs)
    desk.press(Qt.Key.Key_S, CTRL)
    assert "changed by another program" in question(desk).text
    answer(desk, "Cancel")
    assert file.read_text() == theirs
    desk.press(Qt.Key.Key_S, CTRL)
    answer(desk, "Overwrite")
    assert "Bench" in file.read_text()
    assert not is_modified(desk)


# -- nothing is lost


LEAVE: dict[str, Callable[[Desk], object]] = {
    "new": lambda desk: desk.press(Qt.Key.Key_N, CTRL),
    "close": lambda desk: desk.press(Qt.Key.Key_W, CTRL),
    "open": lambda desk: desk.window.openWished.emit("other.toml"),
    "quit": lambda desk: desk.window.close(),
    "demo": lambda desk: desk.window.welcome.demoWished.emit(),
}


@pytest.mark.parametrize("way", LEAVE)
def test_whatever_would_lose_changes_asks_first_and_cancel_keeps_them(desk: Desk, file: Path, way: str):
    desk.dashboard.changes.add(scope())
    LEAVE[way](desk)
    assert question(desk).text == "Save the changes of Bench?"
    answer(desk, "Cancel")
    assert is_modified(desk)
    assert [device.name for device in desk.rig.devices] == ["imu", "scope"]
    assert desk.window.isVisible()
    assert file.read_text() == FILE
    desk.dashboard.session.asks = False  # type: ignore[union-attr]  # the test's own end is not asked about


def test_discard_goes_on_without_saving(desk: Desk, file: Path):
    desk.dashboard.changes.add(scope())
    with desk.qtbot.waitSignal(desk.dashboard.closed):
        desk.press(Qt.Key.Key_W, CTRL)
        answer(desk, "Discard")
    assert file.read_text() == FILE
    assert desk.window.welcome.isVisible()


def test_save_saves_and_goes_on(desk: Desk, file: Path):
    desk.dashboard.changes.add(scope())
    with desk.qtbot.waitSignal(desk.dashboard.closed):
        desk.press(Qt.Key.Key_W, CTRL)
        answer(desk, "Save")
    assert "scope" in file.read_text()


def test_quitting_closes_the_window_once_it_is_answered(desk: Desk, file: Path):
    desk.dashboard.changes.add(scope())
    desk.window.close()
    with desk.qtbot.waitSignal(desk.dashboard.finished):
        answer(desk, "Save")
    assert "scope" in file.read_text()


def test_a_signal_ends_the_program_without_a_question_and_closes_one_that_is_open(desk: Desk, file: Path):
    desk.dashboard.changes.add(scope())
    desk.window.close()
    question(desk)
    with desk.qtbot.waitSignal(desk.dashboard.finished):
        desk.dashboard.end()
    assert desk.dashboard._desk.questions.current is None
    assert file.read_text() == FILE


def test_a_run_with_a_limit_asks_nobody(desk: Desk, file: Path):
    desk.dashboard.set_limit(Duration(3600 * 10**9))
    desk.dashboard.changes.add(scope())
    with desk.qtbot.waitSignal(desk.dashboard.finished):
        desk.window.close()


def test_a_session_that_was_handed_in_is_not_asked_about_before_it_is_changed(desk: Desk):
    desk.show(session_of("imu"))
    assert not is_modified(desk)
    with desk.qtbot.waitSignal(desk.dashboard.closed):
        desk.press(Qt.Key.Key_W, CTRL)


# -- close, revert, where one left off


def test_a_closed_session_gives_way_to_the_welcome_page_and_is_not_gone_back_to(desk: Desk, file: Path):
    assert desk.dashboard.left.session == file
    with desk.qtbot.waitSignal(desk.dashboard.closed):
        desk.press(Qt.Key.Key_W, CTRL)
    assert desk.dashboard.run is None
    assert desk.window.windowTitle() == "Quintet[*]"
    assert desk.window.welcome.isVisible()
    assert desk.dashboard.left.session is None
    assert desk.recent.last() == file
    with desk.qtbot.waitSignal(desk.dashboard.opened):
        desk.dashboard.open_file(file)
    assert desk.dashboard.left.session == file


def test_reverting_goes_back_to_the_file(desk: Desk, file: Path):
    desk.dashboard.changes.add(scope())
    desk.window.session_actions.revertWished.emit()
    with desk.qtbot.waitSignal(desk.dashboard.opened):
        answer(desk, "Revert")
    assert [device.name for device in desk.rig.devices] == ["imu"]
    assert not is_modified(desk)


def test_a_file_that_is_refused_leaves_the_changes_where_they_are(desk: Desk, file: Path, tmp_path: Path):
    bad = tmp_path / "bad.toml"
    bad.write_text("[[device]]\n")
    desk.dashboard.changes.add(scope())
    desk.window.openWished.emit(str(bad))
    answer(desk, "Discard")
    assert is_modified(desk)
    assert "was not opened" in desk.window.notice.text
    desk.dashboard.session.asks = False  # type: ignore[union-attr]


def test_what_went_wrong_in_a_session_is_not_said_of_the_next_one(desk: Desk, file: Path):
    desk.dashboard.changes.add(scope())
    file.unlink()
    file.mkdir()
    desk.window.session_actions.saveWished.emit()
    assert desk.window.notice.text.startswith("Not saved.")
    desk.window.session_actions.closeWished.emit()
    answer(desk, "Discard")
    assert desk.window.notice.isHidden()


def test_a_title_with_qts_own_mark_is_shown_whole(desk: Desk):
    desk.show(session_of("imu", title="a [*] b"))
    assert desk.window.windowTitle() == "a [*][*] b[*] – Quintet"
