"""Which device it is, and how that is."""

from __future__ import annotations

from ui.sending.device_head import DeviceHead
from ui.theme.tokens import LIGHT, State


def inks(head: DeviceHead) -> set[str]:
    picture = head.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_name_and_state_are_read_as_one(qtbot, theme):
    head = DeviceHead(theme)
    qtbot.addWidget(head)
    head.show_device("supply", State.GOOD, "open")
    assert head.text == "supply: open"
    head.show_device("No device chosen", None, "")
    assert head.text == "No device chosen"


def test_a_name_that_is_too_long_leaves_room_for_the_state(qtbot, theme):
    head = DeviceHead(theme)
    qtbot.addWidget(head)
    head.resize(240, head.height())
    head.show_device("x" * 300, State.WARNING, "waiting")
    assert LIGHT.warning.lower() in inks(head)
