"""The command palette, driven by keys and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QWidget

from tests.ui.desk import Desk, session_of
from ui import idle_steps
from ui.palette.panel import CommandPalette
from ui.palette.ranking import Row

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(desk: Desk) -> CommandPalette:
    desk.press(Qt.Key.Key_K, CONTROL)
    panel = desk.window.opener.panel
    assert panel is not None
    desk.qtbot.waitUntil(panel.line.hasFocus)
    return panel


def shown(panel: CommandPalette) -> list[str]:
    rows: list[Row] = list(panel.rows.model().lines)  # type: ignore[attr-defined]
    return [f"{row.entry.path}/{row.entry.title}" for row in rows]


def typed(desk: Desk, panel: CommandPalette, text: str) -> list[str]:
    panel.line.clear()
    desk.qtbot.keyClicks(panel.line, text)
    return shown(panel)


def test_every_action_of_the_menus_is_found_by_its_text(desk: Desk):
    desk.open("imu")
    panel = opened(desk)
    missing = []
    for path, action in desk.window.menus.actions():
        text = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        panel.line.setText(text)
        if action.isVisible() and f"{' › '.join(path)}/{text}" not in shown(panel):
            missing.append(text)
    assert missing == []


def test_enter_does_what_is_found_and_the_focus_goes_back(desk: Desk):
    desk.open("imu")
    tree = desk.named("Devices and channels")
    desk.focus(tree)
    panel = opened(desk)
    assert typed(desk, panel, "pause")[0] == "View/Pause the view"
    desk.press(Qt.Key.Key_Return)
    assert desk.window.plots.paused
    assert panel.isHidden()
    assert tree.hasFocus()


def test_escape_and_the_same_keys_close_it_where_the_focus_was(desk: Desk):
    desk.open("imu")
    tree = desk.named("Devices and channels")
    for key, modifier in ((Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_K, CONTROL)):
        desk.focus(tree)
        panel = opened(desk)
        desk.press(key, modifier)
        assert panel.isHidden()
        assert tree.hasFocus()


def test_letters_and_a_space_are_typed_and_not_done(desk: Desk):
    desk.open("imu")
    panel = opened(desk)
    desk.qtbot.keyClicks(panel.line, "a fit")
    assert panel.line.text() == "a fit"
    assert desk.window.plots.live
    assert not desk.window.plots.paused


def test_up_and_down_move_in_the_list_and_stop_at_its_ends(desk: Desk):
    panel = opened(desk)
    desk.press(Qt.Key.Key_Up)
    assert panel.rows.currentIndex().row() == 0
    desk.press(Qt.Key.Key_Down)
    assert panel.rows.currentIndex().row() == 1
    for _ in range(100):
        desk.press(Qt.Key.Key_PageDown)
    assert panel.rows.currentIndex().row() == len(shown(panel)) - 1


def test_a_screen_reader_is_told_what_is_chosen(desk: Desk):
    panel = opened(desk)
    typed(desk, panel, "quit")
    assert panel.line.accessibleDescription() == "Quit, File, Ctrl+Q"


def test_what_cannot_be_done_says_why_and_stays(desk: Desk):
    panel = opened(desk)
    assert typed(desk, panel, "copy report")[0] == "Device/Copy report"
    assert panel.current is not None
    assert panel.current.reason == "No session is open"
    desk.press(Qt.Key.Key_Return)
    assert panel.isVisible()


def test_a_device_is_chosen_by_name(desk: Desk):
    desk.open("imu", "scope")
    panel = opened(desk)
    assert "Devices/Choose scope" in typed(desk, panel, "scope")
    typed(desk, panel, "choose scope")
    desk.press(Qt.Key.Key_Return)
    assert desk.window.inspector.device is desk.rig.devices[1]


def test_a_page_of_the_help_is_opened_by_name(desk: Desk):
    panel = opened(desk)
    typed(desk, panel, "threads or not")
    desk.press(Qt.Key.Key_Return)
    pages = desk.window.help.pages
    assert pages is not None
    assert pages.place == "threads"


def test_a_recent_session_is_opened_by_name(desk: Desk):
    desk.window.show_recent([Path("/lab/bench three.toml")])
    panel = opened(desk)
    assert typed(desk, panel, "bench")[0].startswith("File › Open recent/1 bench three.toml")
    desk.press(Qt.Key.Key_Return)
    assert desk.window.notice.text.startswith("Not opened: bench three.toml: ")


def test_an_action_of_a_context_menu_is_found_where_it_is_registered(desk: Desk):
    action = QAction("Hide the curve", desk.window, checkable=True)
    desk.window.opener.register(("Plot", "Curve"), action)
    panel = opened(desk)
    assert typed(desk, panel, "hide curve")[0] == "Plot › Curve/Hide the curve"
    desk.press(Qt.Key.Key_Return)
    assert action.isChecked()


def test_what_was_used_comes_first_and_is_kept(desk: Desk, tmp_path: Path):
    panel = opened(desk)
    typed(desk, panel, "full screen")
    desk.press(Qt.Key.Key_Return)
    desk.window.opener.find.trigger()
    assert shown(panel)[0] == "View/Full screen"
    settings = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    desk.window.keep(settings)
    desk.window.opener.restore(settings)
    panel.shut()
    desk.window.opener.find.trigger()
    assert shown(panel)[0] == "View/Full screen"
    panel.shut()
    desk.press(Qt.Key.Key_F11)


def test_a_click_does_what_is_under_it_and_a_click_beside_closes(desk: Desk):
    desk.open("imu")
    panel = opened(desk)
    typed(desk, panel, "pause")
    place = panel.rows.visualRect(panel.rows.model().index(0, 0)).center()
    desk.qtbot.mouseClick(panel.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.window.plots.paused
    panel = opened(desk)
    desk.qtbot.mouseClick(desk.window.status, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert panel.isHidden()


def test_another_part_that_takes_the_focus_closes_it_and_keeps_it(desk: Desk):
    desk.open("imu")
    panel = opened(desk)
    tree = desk.named("Devices and channels")
    tree.setFocus()
    assert panel.isHidden()
    assert tree.hasFocus()


def test_nothing_found_says_what_to_type(desk: Desk):
    panel = opened(desk)
    assert typed(desk, panel, "xqzj") == []
    assert panel.current is None
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Down)
    assert panel.isVisible()


@pytest.mark.parametrize("name", ["<b>x", "&quit", "a" * 64])
def test_a_hostile_name_is_plain_text(desk: Desk, name: str):
    desk.show(session_of(name))
    panel = opened(desk)
    entry = next(each for each in panel._entries if each.path == "Devices")
    assert entry.title == f"Choose {name}"
    assert name not in panel.rows.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_a_session_that_is_closed_meanwhile_does_nothing(desk: Desk):
    desk.open("imu", "scope")
    panel = opened(desk)
    typed(desk, panel, "choose scope")
    desk.show(session_of("other"))
    panel.line.setFocus()
    desk.qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert desk.window.inspector.device is desk.rig.devices[0]


def test_it_is_as_high_as_what_was_found(desk: Desk):
    panel = opened(desk)
    most = panel.height()
    assert len(typed(desk, panel, "quit")) < len(typed(desk, panel, ""))
    typed(desk, panel, "quit")
    assert panel.height() < most
    assert panel.rows.height() >= panel.rows.visualRect(panel.rows.currentIndex()).height()
    typed(desk, panel, "")
    assert panel.height() == most


def test_it_stays_within_a_small_window(desk: Desk):
    panel = opened(desk)
    desk.window.resize(desk.window.minimumSize())
    assert desk.window.rect().contains(panel.geometry())
    assert panel.rows.height() > 0


def test_what_is_clicked_while_it_is_closed_is_none_of_its_business(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    opened(desk).shut()
    heard: list[QWidget] = []
    monkeypatch.setattr(CommandPalette, "_pressed", lambda _self, widget: heard.append(widget))
    desk.qtbot.mouseClick(desk.window.status, Qt.MouseButton.LeftButton)
    assert heard == []


def test_an_action_that_has_gone_meanwhile_does_nothing(desk: Desk):
    action = QAction("Short-lived", desk.window)
    desk.window.opener.register(("Plot",), action)
    panel = opened(desk)
    typed(desk, panel, "short-lived")
    shiboken6.delete(action)
    desk.press(Qt.Key.Key_Return)
    assert panel.isHidden()
    assert typed(desk, opened(desk), "short-lived") == []


def test_its_keys_hold_also_where_one_types(desk: Desk):
    desk.open("imu")
    line = desk.named("Filter devices and channels")
    desk.focus(line)
    desk.qtbot.keyClicks(line, "imu")
    desk.press(Qt.Key.Key_Home)
    panel = opened(desk)
    assert panel.isVisible()
    assert line.property("text") == "imu"
    desk.press(Qt.Key.Key_Escape)
    assert line.hasFocus()


def test_a_window_that_has_been_there_for_a_while_has_it_ready_unseen_and_unheard(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
):
    monkeypatch.setattr(idle_steps, "AFTER_MS", 0)
    monkeypatch.setattr(idle_steps, "REST_MS", 0)
    said: list[object] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.type() == QAccessible.Event.Announcement)
    )
    painted: list[int] = []
    grab = CommandPalette.grab
    monkeypatch.setattr(CommandPalette, "grab", lambda panel: painted.append(len(shown(panel))) or grab(panel))
    desk: Desk = request.getfixturevalue("desk")
    desk.qtbot.waitUntil(lambda: bool(painted))
    panel = desk.window.opener.panel
    assert panel is not None
    assert painted[0] > 12  # more than are seen
    assert (panel.isVisible(), shown(panel), any(said)) == (False, [], False)
    assert opened(desk) is panel
    assert len(shown(panel)) >= painted[0]
