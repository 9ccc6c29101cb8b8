"""The line that says which stall of the window's thread is being made."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from app.comparison.stalls.control import StallControl
from app.comparison.stalls.options import KINDS, StallOptions
from ui.comparison.stall_banner import StallBanner

SLEEP = StallOptions.parse("sleep:1ms/5ms")
SELDOM = StallOptions.parse("native:100ms/1h")


@pytest.fixture
def control(qtbot) -> Iterator[StallControl]:
    control = StallControl()
    yield control
    control.end()


@pytest.fixture
def banner(qtbot, theme, control):
    banner = StallBanner(theme)
    qtbot.addWidget(banner)
    banner.show_control(control)
    return banner


def test_it_speaks_while_a_stall_is_on_and_at_no_other_time(banner, control):
    assert banner.text == ""
    control.set_options(SELDOM)
    assert banner.text == ""
    control.begin()
    assert banner.text == (
        "Experiment: the window's thread holds Python's lock in native code for 100 ms in every 3600 s "
        "(not measured yet)"
    )
    control.end()
    assert banner.text == ""


def test_it_tells_what_was_measured(banner, control, qtbot):
    control.set_options(SLEEP)
    control.begin()
    with qtbot.waitSignal(control.measured):
        pass
    assert banner.text.startswith("Experiment: the window's thread sleeps 1 ms in every 5 ms (measured: ")
    assert banner.text.endswith(" ms)")


@pytest.mark.parametrize("kind", KINDS)
def test_its_hint_says_what_the_kind_does_to_a_thread(banner, control, kind):
    control.set_options(StallOptions.parse(f"{kind}:1ms/1h"))
    control.begin()
    shown = banner.toolTip().replace("&#x27;", "'")
    assert KINDS[kind] in shown


def test_a_stall_that_was_on_before_is_shown(qtbot, theme, control):
    control.set_options(SELDOM)
    control.begin()
    banner = StallBanner(theme)
    qtbot.addWidget(banner)
    banner.show_control(control)
    assert banner.text.startswith("Experiment: ")


def test_the_experiment_can_be_ended_in_the_line_that_tells_of_it(banner, control, qtbot):
    control.set_options(SELDOM)
    control.begin()
    qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    assert not control.is_on
    assert control.options is None
    assert banner.text == ""
