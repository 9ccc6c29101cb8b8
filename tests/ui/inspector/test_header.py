"""The head of the inspector."""

import pytest

from ui.inspector.header import InspectorHeader
from ui.theme.tokens import LIGHT, State


@pytest.fixture
def header(qtbot, theme):
    header = InspectorHeader(theme)
    qtbot.addWidget(header)
    header.resize(300, header.sizeHint().height())
    return header


def test_a_name_of_any_length_fits_the_pane(header):
    header.show_device("x" * 64, State.GOOD, "open")
    assert header.minimumSizeHint().width() < 200
    assert header.toolTip() == f"<qt>{'x' * 64}: open</qt>"


def test_markup_in_a_name_is_text_also_in_the_hint(header):
    header.show_device("<b>imu", State.GOOD, "open")
    assert header.toolTip() == "<qt>&lt;b&gt;imu: open</qt>"
    assert header.accessibleName() == "<b>imu, open"


def test_the_state_is_there_by_colour_and_word(header):
    header.show_device("imu", State.ALARM, "failed")
    image = header.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert LIGHT.alarm.lower() in seen
