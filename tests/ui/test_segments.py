"""Alternatives as words beside each other."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ui.segments import Segments
from ui.theme.palette import Theme

WORDS = {"a": "Alpha", "b": "Beta", "c": "Gamma"}


@pytest.fixture
def segments(qtbot, theme) -> Segments:
    made = Segments(theme, WORDS, "Letters")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def picture(segments: Segments) -> QImage:
    return segments.grab().toImage()


def test_a_click_asks_and_chooses_nothing_by_itself(segments, qtbot):
    with qtbot.waitSignal(segments.wished) as heard:
        qtbot.mouseClick(segments.segments["b"], Qt.MouseButton.LeftButton)
    assert heard.args == ["b"]
    assert not any(segment.isChecked() for segment in segments.segments.values())


def test_one_is_chosen_or_none(segments):
    segments.show_choice("c")
    assert [key for key, segment in segments.segments.items() if segment.isChecked()] == ["c"]
    segments.show_choice(None)
    assert not any(segment.isChecked() for segment in segments.segments.values())


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_return_ask_for_the_word_that_has_the_focus(segments, qtbot, key):
    segments.segments["b"].setFocus()
    with qtbot.waitSignal(segments.wished) as heard:
        qtbot.keyClick(segments.segments["b"], key)
    assert heard.args == ["b"]


def test_arrows_go_to_the_neighbour_and_stop_at_the_ends(segments, qtbot):
    heard: list[str] = []
    segments.wished.connect(heard.append)
    segments.segments["b"].setFocus()
    for _ in range(3):
        qtbot.keyClick(segments.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(segments.focusWidget(), Qt.Key.Key_Left)
    assert heard == ["c", "b"]


def test_what_is_chosen_under_way_and_disabled_can_be_seen(segments):
    seen = [picture(segments)]
    segments.show_choice("a")
    seen.append(picture(segments))
    segments.show_choice("a", is_busy=True)
    seen.append(picture(segments))
    segments.setEnabled(False)
    seen.append(picture(segments))
    assert all(one != other for one, other in pairwise(seen))


def test_the_colours_follow_the_theme(segments, theme: Theme):
    before = picture(segments)
    theme.set_scheme("dark")
    assert picture(segments) != before


def test_a_larger_font_makes_it_wider(segments):
    before = segments.sizeHint().width()
    font = segments.font()
    font.setPointSizeF(2 * font.pointSizeF())
    segments.setFont(font)
    assert segments.sizeHint().width() >= before
