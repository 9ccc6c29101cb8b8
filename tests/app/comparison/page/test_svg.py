"""Scales that never leave their axis, and markup in which nothing foreign can act."""

from __future__ import annotations

import math
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.comparison.page.svg import LinearScale, drawing, element, log_scale, mark, title, words

HOSTILE = "</title><script>alert('1')</script> & \"\x00\u202e"


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), max_size=8), st.floats(1e-300, 1e300))
def test_a_log_axis_holds_whatever_it_is_given(values, value):
    scale = log_scale(values, 40, 340)
    assert 40 - 1e-6 <= scale.at(value) <= 340 + 1e-6
    assert scale.high >= 9.99 * scale.low
    assert len(scale.ticks()) <= 13


def test_a_log_axis_has_round_ticks_in_the_order_of_reading():
    scale = log_scale([3, 60], 0, 100)
    assert scale.ticks() == [5, 10, 20, 50]
    assert scale.at(3) == 0
    assert scale.at(60) == pytest.approx(100)
    assert scale.at(math.sqrt(180)) == pytest.approx(50)


@given(st.floats(1e-9, 1e300), st.floats(-1e300, 1e300))
def test_a_linear_axis_keeps_values_on_it_and_has_few_ticks(most, value):
    scale = LinearScale(-most, most, 0, 100)
    assert -1e-9 <= scale.at(value) <= 100 + 1e-9
    assert 3 <= len(scale.ticks()) <= 20
    assert scale.at(0) == pytest.approx(50)


def test_what_comes_from_outside_is_text_and_never_markup():
    shown = drawing(10, 10, HOSTILE, [words(0, 0, HOSTILE, "name"), mark("gui", 1, 1, 2, HOSTILE, title(HOSTILE))])
    tree = ElementTree.fromstring(shown)
    assert {each.tag for each in tree.iter()} == {"svg", "title", "text", "circle"}
    assert "<script" not in shown


def test_an_attribute_of_python_is_written_as_svg_has_it():
    assert element("g", class_="a b", text_anchor="end", x=1.0) == '<g class="a b" text-anchor="end" x="1"></g>'


def test_modes_have_shapes_of_their_own():
    assert mark("gui", 0, 0, 3, "").startswith("<circle")
    assert mark("thread", 0, 0, 3, "").startswith("<rect")
