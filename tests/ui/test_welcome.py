"""What the window says while no session is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.ui.desk import Desk
from ui.language import LANGUAGES, Language
from ui.welcome import ADD, DEMO, OPEN, RECENT_SHOWN, TITLE, WHAT, Welcome

WAYS = [DEMO, ADD, OPEN, "Begin with an empty session", "Getting started"]


@pytest.fixture
def welcome(qtbot, theme):
    welcome = Welcome(theme)
    qtbot.addWidget(welcome)
    welcome.resize(600, 600)
    welcome.show()
    qtbot.waitExposed(welcome)
    return welcome


def words(welcome: Welcome) -> list[str]:
    return [label.text() for label in welcome.findChildren(QLabel) if label.isVisible()]


def buttons(welcome: Welcome) -> dict[str, QAbstractButton]:
    return {each.text(): each for each in welcome.findChildren(QAbstractButton) if each.isVisible()}


def test_it_says_what_quintet_is_and_what_to_do(welcome):
    assert words(welcome)[:2] == [TITLE, WHAT]
    assert list(buttons(welcome)) == WAYS


@pytest.mark.parametrize(("way", "signal"), [(DEMO, "demoWished"), (ADD, "addWished"), (WAYS[3], "newWished")])
def test_each_way_asks_by_mouse_and_by_keys(welcome, qtbot, way, signal):
    with qtbot.waitSignal(getattr(welcome, signal)):
        qtbot.mouseClick(buttons(welcome)[way], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(getattr(welcome, signal)):
        qtbot.keyClick(buttons(welcome)[way], Qt.Key.Key_Space)


def test_return_opens_the_file_dialog(welcome, qtbot):
    with qtbot.waitSignal(welcome.openWished) as wished:
        qtbot.keyClick(buttons(welcome)[OPEN], Qt.Key.Key_Return)
    assert wished.args == [""]


def test_recent_sessions_are_one_click_away(welcome, qtbot):
    welcome.show_recent([Path("/lab/a&b.toml"), Path.home() / "c.toml"])
    assert list(buttons(welcome))[len(WAYS) :] == ["a&&b.toml", "c.toml"]
    assert words(welcome)[-2:] == ["/lab", "~"]
    recent = buttons(welcome)["a&&b.toml"]
    qtbot.waitUntil(lambda: recent.width() >= recent.sizeHint().width())  # it is laid out
    with qtbot.waitSignal(welcome.openWished) as wished:
        qtbot.mouseClick(recent, Qt.MouseButton.LeftButton)
    assert wished.args == ["/lab/a&b.toml"]


def test_only_the_newest_are_listed_and_a_hostile_name_is_text(welcome):
    welcome.show_recent([Path(f"/lab/{'x' * 300}/<b>{n}.toml") for n in range(20)])
    found = buttons(welcome)
    assert len(found) == len(WAYS) + RECENT_SHOWN
    assert "&lt;b&gt;0.toml" in found["<b>0.toml"].toolTip()
    assert welcome.minimumSizeHint().width() < 500


def test_no_line_is_cut(welcome):
    for label in welcome.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


@pytest.mark.parametrize("name", LANGUAGES)
def test_no_way_is_cut_in_any_language(qtbot, theme, name):
    language = Language(name)
    try:
        welcome = Welcome(theme)
    finally:
        language.close()
    qtbot.addWidget(welcome)
    welcome.resize(600, 600)
    welcome.show()
    for button in buttons(welcome).values():
        assert button.sizeHint().width() <= button.width(), button.text()


def test_while_something_is_on_its_way_there_is_nothing_to_choose_and_then_there_is(welcome):
    welcome.show_recent([Path("/lab/a.toml")])
    welcome.say("Starting the simulated devices…")
    assert words(welcome)[0] == "Starting the simulated devices…"
    assert buttons(welcome) == {}
    welcome.greet()
    assert words(welcome)[0] == TITLE
    assert list(buttons(welcome)) == [*WAYS, "a.toml"]


def test_it_leads_to_the_help(desk: Desk):
    assert desk.named(DEMO).hasFocus()
    desk.qtbot.mouseClick(desk.named("Getting started"), Qt.MouseButton.LeftButton)
    assert desk.window.help.pages.place == "start"
