"""A font with its measures."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from ui.face import RIGHT, Face
from ui.theme.fonts import text_font


@pytest.fixture
def draw(qapp):
    """draw(text, width, side): the width it took, and the columns that were painted."""
    face = Face(text_font())

    def draw(text, width, *side):
        image = QImage(300, 30, QImage.Format.Format_RGB32)
        image.fill("white")
        painter = QPainter(image)
        used = face.draw(painter, QRect(10, 0, width, 30), text, "black", *side)
        painter.end()
        ink = [x for x in range(300) if any(image.pixelColor(x, y).lightness() < 250 for y in range(30))]
        return used, ink

    return draw


def test_a_line_takes_the_width_that_it_tells(draw):
    used, ink = draw("some words", 200)
    assert 10 <= ink[0] < 14
    assert abs(ink[-1] - (10 + used)) <= 3


def test_a_line_that_is_too_long_is_cut_at_its_place(draw):
    used, ink = draw("some words that do not fit", 60)
    assert used <= 60
    assert ink[-1] <= 70


def test_numbers_end_at_the_right(draw):
    _, ink = draw("12", 100, RIGHT)
    assert abs(ink[-1] - 109) <= 2


def test_line_breaks_and_markup_stay_in_the_line(draw):
    assert draw("<b>a\nb</b>", 250)[0] > draw("ab", 250)[0]


@pytest.mark.parametrize("width", [0, -5])
def test_without_room_nothing_is_drawn(draw, width: int):
    assert draw("text", width) == (0, [])


def test_words_are_broken_at_blanks_and_the_last_line_has_what_is_left(qapp):
    face = Face(text_font())
    room = face.width("some words")
    assert face.lines("some words that do not fit", room, room, 9) == ["some words", "that do not", "fit"]
    assert face.lines("some words that do not fit", face.width("some"), room, 2) == ["some", "words that do not fit"]
    assert face.lines("unbreakable", 5, 5, 9) == ["unbreakable"]
    assert face.lines("some words", room, room, 0) == ["some words"]
    assert face.lines("", room, room, 3) == [""]
