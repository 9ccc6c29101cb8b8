"""A choice among many words."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ui.device_dialogs.word_menu import WordMenu
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, MARGIN

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture
def menu(theme: Theme, qtbot: QtBot) -> WordMenu:
    menu = WordMenu(theme, {"a": "First", "b": "Salt & pepper"}, "Kind")
    qtbot.addWidget(menu)
    menu.show()
    return menu


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_it_opens_by_keys_and_asks_for_the_word_that_is_chosen(menu: WordMenu, qtbot: QtBot, key: Qt.Key):
    qtbot.keyClick(menu, key)
    popup = menu.findChild(QMenu)
    assert popup.isVisible()
    with qtbot.waitSignal(menu.wished) as wished:
        menu.actions_by_key["b"].trigger()
    popup.close()
    assert wished.args == ["b"]


def test_what_is_shown_follows_from_what_it_is_told(menu: WordMenu):
    menu.show_choice("b")
    assert menu.text() == "Salt & pepper"
    assert menu.accessibleName() == "Kind: Salt & pepper"
    menu.show_choice("z", "something else")
    assert menu.text() == "something else"
    assert not any(action.isChecked() for action in menu.actions_by_key.values())
    menu.show_choice(None)
    assert menu.accessibleName() == "Kind"


def test_its_word_stands_as_far_from_the_left_as_its_arrow_from_the_right(menu: WordMenu, theme: Theme):
    menu.show_choice("b")
    menu.resize(menu.sizeHint())
    menu.clearFocus()
    image = menu.grab().toImage()
    ground = image.pixelColor(image.width() // 2, 3)
    rows = range(6, image.height() - 6)
    ink = [x for x in range(3, image.width() - 3) if any(image.pixelColor(x, y) != ground for y in rows)]
    assert ink[0] == pytest.approx(MARGIN, abs=2)
    assert image.width() - ink[-1] == pytest.approx(MARGIN, abs=2)
    gaps = [b - a for a, b in itertools.pairwise(ink)]
    assert max(gaps) >= GAP - 1, "the arrow stands by itself"


def test_it_is_as_wide_as_its_word(menu: WordMenu):
    menu.show_choice("a")
    narrow = menu.sizeHint().width()
    menu.show_choice("b")
    assert menu.sizeHint().width() > narrow
    assert not menu.grab().isNull()
