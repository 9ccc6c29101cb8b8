"""What the window says while no session is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ui.welcome import DEMO, RECENT_SHOWN, TITLE, Welcome


@pytest.fixture
def welcome(qtbot):
    welcome = Welcome()
    qtbot.addWidget(welcome)
    welcome.resize(600, 600)
    welcome.show()
    qtbot.waitExposed(welcome)
    return welcome


def words(welcome: Welcome) -> list[str]:
    return [label.text() for label in welcome.findChildren(QLabel) if label.isVisible()]


def buttons(welcome: Welcome) -> list[QPushButton]:
    return [button for button in welcome.findChildren(QPushButton) if button.isVisible()]


def test_it_says_what_to_do(welcome):
    assert words(welcome)[0] == TITLE
    assert DEMO in words(welcome)
    assert [button.text() for button in buttons(welcome)] == ["Open session…"]


def test_its_button_asks_for_the_file_dialog(welcome, qtbot):
    with qtbot.waitSignal(welcome.openWished) as wished:
        qtbot.mouseClick(buttons(welcome)[0], Qt.MouseButton.LeftButton)
    assert wished.args == [""]


def test_recent_sessions_are_one_click_away(welcome, qtbot):
    welcome.show_recent([Path("/lab/a&b.toml"), Path("/lab/c.toml")])
    assert [button.text() for button in buttons(welcome)[1:]] == ["a&&b.toml", "c.toml"]
    with qtbot.waitSignal(welcome.openWished) as wished:
        qtbot.mouseClick(buttons(welcome)[1], Qt.MouseButton.LeftButton)
    assert wished.args == ["/lab/a&b.toml"]


def test_only_the_newest_are_listed_and_a_hostile_name_is_text(welcome):
    welcome.show_recent([Path(f"/lab/<b>{n}.toml") for n in range(20)])
    assert len(buttons(welcome)) == 1 + RECENT_SHOWN
    assert "&lt;b&gt;0.toml" in buttons(welcome)[1].toolTip()


def test_no_line_is_cut(welcome):
    for label in welcome.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_while_something_is_on_its_way_there_is_nothing_to_choose(welcome):
    welcome.say("Starting the simulated devices…")
    assert words(welcome)[0] == "Starting the simulated devices…"
    assert buttons(welcome) == []
