"""The line across the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from ui.banner import Banner
from ui.state_mark import StateMark
from ui.theme.tokens import DARK, LIGHT, State


@pytest.fixture
def banner(qtbot, theme):
    banner = Banner(theme, State.WARNING, "Experiment", "End it")
    qtbot.addWidget(banner)
    return banner


def test_it_is_there_while_it_has_something_to_say(banner):
    assert banner.isHidden()
    assert banner.text == ""
    banner.say("the window sleeps")
    assert not banner.isHidden()
    assert banner.text == "the window sleeps"
    banner.say("")
    assert banner.isHidden()
    assert banner.text == ""


def test_its_weight_has_a_shape_beside_the_words(banner):
    assert banner.findChild(StateMark).state is State.WARNING


def test_it_is_read_out(banner):
    banner.say("the window sleeps")
    assert (banner.accessibleName(), banner.accessibleDescription()) == ("Experiment", "the window sleeps")


def test_its_words_are_no_markup_and_can_be_copied(banner):
    label = banner.findChild(QLabel)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_its_ground_is_the_themes(banner, theme):
    for scheme, tokens in (("dark", DARK), ("light", LIGHT)):
        theme.set_scheme(scheme)
        assert banner.palette().color(QPalette.ColorRole.Window).name().upper() == tokens.raised
