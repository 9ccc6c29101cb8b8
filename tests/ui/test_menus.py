"""The menu bar, as the palette reads it."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from ui.language import Language
from ui.menus import Menus, plain_title


@pytest.fixture
def german(qapp: QApplication) -> Iterator[Language]:
    """What is made from here on speaks it: asked for before `desk`."""
    language = Language("de")
    yield language
    language.close()


@pytest.fixture
def menus(qtbot: QtBot) -> Menus:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    return Menus(bar)


def test_every_action_is_told_with_the_menus_that_lead_to_it(menus: Menus):
    menus.view.addAction("&Fit")
    menus.view.addSeparator()
    menus.view.addMenu("&Colours").addAction("&Dark")
    told = [(path, action.text()) for path, action in menus.actions()]
    assert told == [(("View",), "&Fit"), (("View", "Colours"), "&Dark")]


def test_a_menu_without_an_action_is_not_there(menus: Menus):
    menus.view.addAction("&Fit")
    menus.hide_empty()
    assert [menu.menuAction().isVisible() for menu in menus.all] == [menu is menus.view for menu in menus.all]


def test_a_title_is_read_without_the_marks_of_its_keys():
    assert plain_title("Cut && &paste") == "Cut & paste"


def test_no_two_entries_of_a_german_menu_have_the_same_key(german: Language, desk: Desk):
    desk.open("imu")
    assert desk.window.menus.file.title() == "&Datei"
    assert doubled(desk) == {}


def test_no_two_entries_of_an_english_menu_have_the_same_key(desk: Desk):
    desk.open("imu")
    assert desk.window.menus.file.title() == "&File"
    assert doubled(desk) == {}


def doubled(desk: Desk) -> dict[str, Counter[str]]:
    """The menus that have a key twice, with all their keys."""
    menus = [*desk.window.menus.all, *(each for menu in desk.window.menus.all for each in menu.findChildren(QMenu))]
    keys = {menu.title(): Counter(filter(None, (key_of(each.text()) for each in menu.actions()))) for menu in menus}
    return {title: count for title, count in keys.items() if count and max(count.values()) > 1}


def test_no_two_german_menus_have_the_same_key(german: Language, desk: Desk):
    keys = [key_of(menu.title()) for menu in desk.window.menus.all]
    assert "".join(sorted(keys)) == "".join(sorted(set(keys)))


def key_of(text: str) -> str:
    """The letter behind the mark; "" where there is none."""
    return text.replace("&&", "").partition("&")[2][:1].lower()
