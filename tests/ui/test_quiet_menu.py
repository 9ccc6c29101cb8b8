"""Menus whose lines are those of the theme."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from ui.quiet_menu import QuietMenu, QuietMenuBar, submenu
from ui.theme.palette import Theme


@pytest.fixture(params=["light", "dark"])
def scheme(theme: Theme, request: pytest.FixtureRequest) -> Theme:
    theme.set_scheme(request.param)
    return theme


def picture(menu: QuietMenu | QuietMenuBar) -> QImage:
    return menu.grab().toImage()


def test_edge_and_separators_are_lines_of_the_theme(scheme: Theme, qtbot: QtBot):
    menu = QuietMenu("Menu")
    qtbot.addWidget(menu)
    menu.addAction("First")
    separator = menu.addSeparator()
    menu.addAction("Last")
    menu.resize(menu.sizeHint())
    image, line = picture(menu), QColor(scheme.tokens.line)
    right, foot = image.width() - 1, image.height() - 1
    assert all(image.pixelColor(x, y) == line for x in (0, right) for y in range(foot + 1))
    assert all(image.pixelColor(x, y) == line for y in (0, foot) for x in range(right + 1))
    place = menu.actionGeometry(separator)
    column = [image.pixelColor(place.center().x(), y).name() for y in range(place.top(), place.bottom() + 1)]
    assert column.count(line.name()) == 1
    assert set(column) == {line.name(), image.pixelColor(2, 2).name()}, "and nothing else on its ground"


def test_the_bar_stands_on_the_ground_without_a_line(scheme: Theme, qtbot: QtBot):
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = QuietMenuBar(window)
    window.setMenuBar(bar)
    bar.addMenu(QuietMenu("File", bar))
    window.resize(400, 100)
    window.show()
    image = picture(bar)
    assert image.pixelColor(390, image.height() - 1) == QColor(scheme.tokens.window)


def test_a_submenu_looks_alike(qtbot: QtBot):
    menu = QuietMenu("Menu")
    qtbot.addWidget(menu)
    below = submenu(menu, "More")
    assert [action.menu() for action in menu.actions()] == [below]


def test_every_menu_of_the_window_is_quiet(desk: Desk):
    menus = [action.menu() for action in desk.window.menuBar().actions()]
    while menus:
        menu = menus.pop()
        assert isinstance(menu, QuietMenu), menu.title()
        menus += [action.menu() for action in menu.actions() if action.menu() is not None]
