"""The large button that says what comes of it."""

import pytest
from PySide6.QtCore import Qt

from ui.theme.palette import Theme
from ui.way_button import WayButton


@pytest.fixture
def button(qtbot, theme: Theme) -> WayButton:
    button = WayButton(theme, "play", "Try the demo", "Five simulated devices")
    qtbot.addWidget(button)
    button.show()
    button.activateWindow()
    qtbot.waitUntil(button.isActiveWindow)
    return button


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_press_it(button: WayButton, qtbot, key: Qt.Key):
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_screen_reader_is_told_what_comes_of_it(button: WayButton):
    assert (button.text(), button.accessibleDescription()) == ("Try the demo", "Five simulated devices")


def test_focus_and_theme_can_be_seen(button: WayButton, qtbot, theme: Theme):
    button.clearFocus()
    plain = button.grab().toImage()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    focused = button.grab().toImage()
    assert focused != plain
    theme.set_scheme("dark")
    assert button.grab().toImage() != focused


def test_it_has_room_for_its_words_and_bears_none(button: WayButton):
    assert button.sizeHint().width() > 150
    button.resize(1, 1)
    button.grab()
