"""The tool bar and the menu over it, by mouse and keys, on links whose far end is the test."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from app.link.contract import State
from tests.ui.desk import Desk
from tests.ui.fake_link import FakeLink

CTRL = Qt.KeyboardModifier.ControlModifier
BOTH = CTRL | Qt.KeyboardModifier.ShiftModifier
# The offscreen platform says so of every menu and window that comes up.
OFF_SCREEN = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


def wishes(links: list[FakeLink]) -> list[str]:
    return [link.wished_transport for link in links]


def chosen(desk: Desk) -> list[str]:
    return [mode for mode, segment in desk.window.tools.switch.segments.items() if segment.isChecked()]


def click(desk: Desk, mode: str) -> None:
    desk.qtbot.mouseClick(desk.window.tools.switch.segments[mode], Qt.MouseButton.LeftButton)


def test_without_a_session_nothing_can_be_chosen(desk: Desk):
    assert not desk.window.tools.switch.isEnabled()
    assert not desk.window.measure.threads.isEnabled()
    assert "No session is open" in desk.window.tools.switch.segments["gui"].toolTip()


def test_a_click_hands_all_links_over_and_another_takes_them_back(desk: Desk):
    links = desk.open("imu", "scope")
    assert chosen(desk) == ["gui"]
    click(desk, "thread")
    assert wishes(links) == ["thread", "thread"]
    assert chosen(desk) == ["thread"]
    click(desk, "gui")
    assert wishes(links) == ["gui", "gui"]


def test_a_click_on_what_is_chosen_leaves_it_chosen(desk: Desk):
    desk.open("imu")
    click(desk, "gui")
    assert chosen(desk) == ["gui"]


def test_ctrl_t_hands_all_over_and_back(desk: Desk):
    links = desk.open("imu", "scope")
    desk.press(Qt.Key.Key_T, CTRL)
    assert wishes(links) == ["thread", "thread"]
    assert desk.window.measure.threads.isChecked()
    desk.press(Qt.Key.Key_T, CTRL)
    assert wishes(links) == ["gui", "gui"]
    assert not desk.window.measure.threads.isChecked()


def test_arrows_choose_within_the_switch(desk: Desk):
    links = desk.open("imu")
    desk.focus(desk.named("One thread for all links"))
    desk.press(Qt.Key.Key_Right)
    assert wishes(links) == ["thread"]
    assert desk.named("Threads for all links").hasFocus()
    desk.press(Qt.Key.Key_Right)
    assert desk.named("Threads for all links").hasFocus()
    desk.press(Qt.Key.Key_Left)
    assert wishes(links) == ["gui"]


def test_where_links_differ_neither_is_chosen_and_ctrl_t_takes_all_to_threads(desk: Desk):
    links = desk.open("imu", "scope")
    desk.press(Qt.Key.Key_T, BOTH)
    assert wishes(links) == ["thread", "gui"]
    assert chosen(desk) == []
    assert desk.window.tools.note.text() == "Mixed: 1 of 2 by threads"
    desk.press(Qt.Key.Key_T, CTRL)
    assert wishes(links) == ["thread", "thread"]


def test_a_wish_without_a_connection_says_that_it_holds_for_the_next(desk: Desk):
    (link,) = desk.open("imu")
    link.lose("closed by the device")
    desk.press(Qt.Key.Key_T, BOTH)
    assert wishes([link]) == ["thread"]
    assert desk.window.tools.note.text() == "imu is not connected: its next connection is read by a thread of its own"


def test_a_link_that_is_not_there_is_told_beside_the_switch(desk: Desk):
    links = desk.open("imu", "scope")
    links[1].lose("closed by the device")
    assert desk.window.tools.note.text() == "1 link not connected: holds from the next connection on"
    links[1].enter(State.OPEN)
    assert desk.window.tools.note.text() == ""


def test_a_hand_over_that_is_under_way_is_marked_until_it_is_done(desk: Desk):
    class Slow(FakeLink):
        def statistics(self):
            found = super().statistics()
            return type(found)(**{**{f: getattr(found, f) for f in found.__slots__}, "transport": "gui"})

    links = desk.open("imu")
    links[0].__class__ = Slow
    click(desk, "thread")
    assert desk.window.tools.note.text() == "Handing over 1 link"
    links[0].__class__ = FakeLink
    links[0].transportChanged.emit("thread")
    assert desk.window.tools.note.text() == ""


def test_while_a_comparison_is_under_way_nothing_can_be_chosen(desk: Desk):
    links = desk.open("imu")
    desk.window.transport.hold_for_comparison(True)
    desk.press(Qt.Key.Key_T, CTRL)
    desk.press(Qt.Key.Key_T, BOTH)
    click(desk, "thread")
    assert wishes(links) == ["gui"]
    assert desk.window.tools.note.text().startswith("A comparison is under way")
    assert not desk.named("Back-pressure…").isEnabled()
    desk.window.transport.hold_for_comparison(False)
    assert desk.window.tools.switch.isEnabled()
    assert desk.named("Back-pressure…").isEnabled()


def test_the_next_session_begins_with_its_own_modes(desk: Desk):
    desk.open("imu")
    click(desk, "thread")
    desk.open("scope", "motor")
    assert chosen(desk) == ["gui"]


def test_when_the_links_close_at_the_end_nothing_can_be_chosen(desk: Desk):
    desk.open("imu")
    desk.rig.stop()
    assert not desk.window.tools.switch.isEnabled()


@pytest.mark.parametrize(("name", "keys"), [("Compare", "Ctrl+M"), ("Back-pressure…", "Ctrl+B")])
def test_a_button_tells_what_it_does_and_its_keys(desk: Desk, name: str, keys: str):
    button = desk.named(name)
    assert isinstance(button, QToolButton)
    assert keys in button.toolTip()


def test_pause_and_fit_are_buttons_before_the_others(desk: Desk):
    pause, fit = desk.named("Pause"), desk.named("Fit")
    assert not pause.isEnabled()
    assert not fit.isEnabled()
    desk.open("imu")
    assert pause.x() < fit.x() < desk.window.tools.switch.x()
    assert "Space" in pause.toolTip()
    desk.qtbot.mouseClick(pause, Qt.MouseButton.LeftButton)
    assert desk.window.plots.paused
    assert pause.isChecked()
    desk.window.plots.go_live()
    assert not pause.isChecked()


def test_the_measure_menu_has_all_of_it(desk: Desk):
    menu = next(menu for menu in desk.window.findChildren(QMenu) if menu.title() == "&Measure")
    actions: list[QAction] = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.shortcut().toString() for action in actions] == ["Ctrl+T", "Ctrl+Shift+T", "Ctrl+M", "Ctrl+B"]


# -- one device


@OFF_SCREEN
def test_the_menu_of_a_device_hands_it_over(desk: Desk):
    links = desk.open("imu", "scope")
    desk.qtbot.keyClick(desk.named("Devices and channels"), Qt.Key.Key_Menu)
    panel = desk.window.devices
    device = desk.rig.devices[1]
    panel.menu.open_for(device, desk.window.transport, panel.mapToGlobal(panel.rect().center()))
    assert not panel.menu.reader.isChecked()
    panel.menu.reader.trigger()
    assert wishes(links) == ["gui", "thread"]
    panel.menu.close()


def test_the_list_signs_a_link_that_is_read_by_a_thread_at_once(desk: Desk):
    from ui.devices.lines import device_line

    desk.open("imu")
    line = device_line(desk.rig, desk.rig.devices[0])
    assert not line.by_thread
    desk.press(Qt.Key.Key_T, BOTH)
    line = device_line(desk.rig, desk.rig.devices[0])
    assert line.by_thread
    assert str(line).endswith(", read by a thread")


@OFF_SCREEN
def test_the_menu_of_a_device_without_a_connection_says_when_it_holds(desk: Desk):
    (link,) = desk.open("imu")
    link.lose("closed by the device")
    menu = desk.window.devices.menu
    menu.open_for(desk.rig.devices[0], desk.window.transport, desk.window.pos())
    assert menu.reader.text().endswith("(from its next connection on)")
    menu.close()


def context_menu(tree: QWidget, reason: QContextMenuEvent.Reason, at: QPoint) -> QContextMenuEvent:
    return QContextMenuEvent(reason, at, tree.mapToGlobal(at), Qt.KeyboardModifier.NoModifier)


@OFF_SCREEN
def test_the_menu_key_opens_the_menu_of_the_current_device(desk: Desk):
    links = desk.open("imu", "scope")
    tree = desk.named("Devices and channels")
    desk.focus(tree)
    asked = context_menu(tree, QContextMenuEvent.Reason.Keyboard, tree.rect().bottomLeft())
    QApplication.sendEvent(tree, asked)
    menu = desk.window.devices.menu
    assert menu.isVisible()
    for _ in menu.actions():  # wherever it stands among what else the menu has
        if menu.activeAction() is not menu.reader:
            desk.qtbot.keyClick(menu, Qt.Key.Key_Down)
    desk.qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert wishes(links) == ["thread", "gui"]
    assert not menu.isVisible()


def test_a_menu_beside_the_rows_is_none(desk: Desk):
    desk.open("imu")
    tree = desk.named("Devices and channels")
    asked = context_menu(tree, QContextMenuEvent.Reason.Mouse, QPoint(5, tree.height() - 2))
    QApplication.sendEvent(tree, asked)
    assert not desk.window.devices.menu.isVisible()


# -- the back-pressure experiment


@OFF_SCREEN
def test_ctrl_b_opens_the_experiment_which_goes_with_the_window(desk: Desk):
    desk.open("imu")
    desk.press(Qt.Key.Key_B, CTRL)
    page = desk.dashboard._back_pressure.page
    assert page is not None
    assert page.isVisible()
    desk.dashboard.end()
    desk.qtbot.waitUntil(lambda: not page.isVisible())
