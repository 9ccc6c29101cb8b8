"""The "Device" menu, by its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.link.contract import State
from tests.ui.desk import Desk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_pause_is_cut_short_by_a_key(desk: Desk) -> None:
    desk.open("imu", "scope")
    for link in desk.links:
        link.lose("reset by the device")
    desk.press(Qt.Key.Key_R, CTRL)
    assert [link.state for link in desk.links] == [State.CONNECTING, State.WAITING]


def test_all_pauses_are_cut_short_by_another(desk: Desk) -> None:
    desk.open("imu", "scope", "weather")
    for link in desk.links[:2]:
        link.lose("reset by the device")
    desk.press(Qt.Key.Key_R, CTRL | SHIFT)
    assert [link.state for link in desk.links] == [State.CONNECTING, State.CONNECTING, State.OPEN]


def test_a_key_stops_the_chosen_link_and_connects_it_again(desk: Desk) -> None:
    desk.open("imu", "scope")
    deeds = desk.window.deeds
    desk.press(Qt.Key.Key_D, CTRL)
    assert [link.state for link in desk.links] == [State.IDLE, State.OPEN]
    assert deeds.toggle.text() == "&Connect the link"
    desk.press(Qt.Key.Key_D, CTRL)
    assert desk.links[0].state is State.CONNECTING


def test_what_can_be_done_follows_the_link(desk: Desk) -> None:
    (link,) = desk.open("imu")
    deeds = desk.window.deeds
    assert (deeds.retry.isEnabled(), deeds.retry_all.isEnabled(), deeds.toggle.isEnabled()) == (False, False, True)
    link.lose("reset by the device")
    assert (deeds.retry.isEnabled(), deeds.retry_all.isEnabled()) == (True, True)


def test_without_a_session_nothing_can_be_done(desk: Desk) -> None:
    deeds = desk.window.deeds
    found = (deeds.retry, deeds.retry_all, deeds.toggle, deeds.health, deeds.report, deeds.bundle)
    assert not any(action.isEnabled() for action in found)


def test_a_key_shows_the_health_page_also_where_the_inspector_was_hidden(desk: Desk) -> None:
    desk.open("imu")
    desk.window.inspector.show_page(4)
    desk.window.inspector.parentWidget().hide()
    desk.press(Qt.Key.Key_H, CTRL)
    assert desk.named("Health").isVisible()
