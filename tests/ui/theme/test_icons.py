import gc
import weakref

import pytest
from PySide6.QtGui import QAction, QColor, QIcon
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from ui.theme.icons import Icons, icon_names, icon_pixmap
from ui.theme.palette import Theme
from ui.theme.tokens import DARK, LIGHT


def strongest_colour(icon: QIcon, size: int = 16) -> str:
    image = icon.pixmap(size, size, QIcon.Mode.Normal).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=QColor.alpha).name().upper()


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_puts_ink_on_its_pixmap(qapp: QApplication, name: str) -> None:
    image = icon_pixmap(name, "#FF0000", 32).toImage()
    inked = sum(image.pixelColor(x, y).alpha() > 128 for x in range(32) for y in range(32))
    assert 20 < inked < 700


def test_an_unknown_icon_is_named_with_those_there_are(qapp: QApplication) -> None:
    with pytest.raises(KeyError, match=r"no icon 'puase'; there are .*pause"):
        icon_pixmap("puase", "#000000", 16)


def test_assigned_icons_follow_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp, "dark")
    icons = Icons(theme)
    button = QToolButton()
    qtbot.addWidget(button)
    action = QAction("Pause", button)
    icons.assign(button, "pause")
    icons.assign(action, "pause")
    assert strongest_colour(button.icon()) == DARK.text
    theme.set_scheme("light")
    assert strongest_colour(button.icon()) == LIGHT.text
    assert strongest_colour(action.icon()) == LIGHT.text


def test_an_assigned_button_is_not_kept_alive(qapp: QApplication) -> None:
    icons = Icons(Theme(qapp, "dark"))
    button = QToolButton()
    icons.assign(button, "open")
    gone = weakref.ref(button)
    del button
    gc.collect()
    assert gone() is None
