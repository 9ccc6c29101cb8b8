"""What can be done with one device of the list."""

from __future__ import annotations

import pytest

from app.link.contract import State
from tests.ui.desk import Desk
from ui.devices.menu import DeviceMenu

# The offscreen platform says so of every menu and window that comes up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture
def menu(desk: Desk) -> DeviceMenu:
    """Of the first of two devices, and open."""
    desk.open("imu", "scope")
    menu = desk.window.devices.menu
    menu.open_for(desk.rig.devices[0], desk.window.transport, desk.window.pos())
    return menu


def test_an_open_link_can_be_stopped_and_nothing_else(desk: Desk, menu: DeviceMenu) -> None:
    assert (menu.retry.isEnabled(), menu.toggle.isEnabled(), menu.toggle.text()) == (False, True, "&Stop")
    menu.toggle.trigger()
    menu.close()
    assert [link.state for link in desk.links] == [State.IDLE, State.OPEN]


def test_a_waiting_link_can_be_tried_now(desk: Desk, menu: DeviceMenu) -> None:
    desk.links[0].lose("reset by the device")
    assert menu.retry.isEnabled()
    menu.retry.trigger()
    menu.close()
    assert desk.links[0].state is State.CONNECTING


def test_a_stopped_link_can_be_connected(desk: Desk, menu: DeviceMenu) -> None:
    desk.links[0].close()
    assert (menu.toggle.text(), menu.retry.isEnabled()) == ("&Connect", False)
    menu.toggle.trigger()
    menu.close()
    assert desk.links[0].state is State.CONNECTING


def test_a_menu_that_is_open_while_its_session_ends_closes(desk: Desk, menu: DeviceMenu) -> None:
    desk.open("other")
    assert not menu.isVisible()
    menu.toggle.trigger()
    assert desk.links[0].state is State.OPEN
