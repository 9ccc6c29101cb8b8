"""The page of keys, which the actions tell themselves."""

from PySide6.QtWidgets import QMenuBar
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from ui.help.keys import keys_markdown
from ui.menus import Menus


def test_actions_with_keys_are_told_by_menu(qtbot: QtBot):
    bar = QMenuBar()
    qtbot.addWidget(bar)
    menus = Menus(bar)
    menus.view.addAction("&Fit").setShortcut("A")
    menus.view.addAction("Without keys")
    menus.view.addMenu("&More").addAction("Grid | *lines*…").setShortcuts(["G", "Ctrl+G"])
    assert keys_markdown(menus.actions()) == (
        "## View\n\n| | |\n| --- | --- |\n| A | Fit |\n| G, Ctrl+G | More › Grid \\| \\*lines\\* |"
    )


def test_no_two_actions_of_the_window_have_the_same_keys(desk: Desk):
    keys: dict[str, list[str]] = {}
    for _, action in desk.window.menus.actions():
        for sequence in action.shortcuts():
            keys.setdefault(sequence.toString(), []).append(action.text())
    assert {each: texts for each, texts in keys.items() if len(texts) > 1} == {}
