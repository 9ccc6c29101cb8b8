"""The menu bar, as the palette reads it."""

import pytest
from PySide6.QtWidgets import QMenuBar
from pytestqt.qtbot import QtBot

from ui.menus import Menus, plain_title


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
