"""The line at the bottom."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from app.refresh.pacing import Lag, RefreshStatistics
from ui.state_mark import StateMark
from ui.status_bar import StatusBar
from ui.theme.tokens import DARK, LIGHT, State

EASY = RefreshStatistics(60, 0, 0, 60.0, "", Lag(0.62, 2.9, 10.0), 2.0)
SLOW = RefreshStatistics(60, 0, 0, 30.0, "refreshes took 20 ms", None, 20.0)


@pytest.fixture
def bar(qtbot, theme):
    bar = StatusBar(theme)
    qtbot.addWidget(bar)
    bar.resize(900, 28)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


def labels(bar: StatusBar) -> list[QLabel]:
    return [label for label in bar.findChildren(QLabel) if label.isVisible()]


def test_it_is_silent_before_there_is_anything_to_say(bar):
    assert bar.text == ""


def test_a_verdict_has_a_mark_and_a_word(bar):
    bar.show_verdict("Every byte is accounted for", State.GOOD)
    assert bar.text == "Every byte is accounted for"
    assert bar.findChild(StateMark).state is State.GOOD


def test_figures_of_a_second(bar):
    bar.show_figures(59.6, 12.34, EASY)
    assert bar.text == "60 Hz | 12.3 frames a refresh | lag 0.6 ms, p99 2.9 ms"


def test_without_a_refresh_no_average_is_invented(bar):
    bar.show_figures(0.0, None, SLOW)
    assert bar.text == "0 Hz | – frames a refresh | lag –"


def test_a_clock_that_gives_way_says_why(bar):
    bar.show_figures(30.0, 1.0, SLOW)
    rate = next(label for label in labels(bar) if label.text() == "30 Hz")
    assert "30 Hz. refreshes took 20 ms" in rate.toolTip()
    assert rate.palette().placeholderText().color().name() == LIGHT.warning.lower()
    bar.show_figures(60.0, 1.0, EASY)
    assert rate.palette().placeholderText().color().name() != LIGHT.warning.lower()


def test_readings_stand_still_while_their_digits_change(bar):
    places = set()
    for rate, frames in ((9.0, 1.0), (60.0, 888.8), (3.0, None)):
        bar.show_figures(rate, frames, EASY)
        places.add(tuple(label.geometry().right() for label in labels(bar)[-3:]))
    assert len(places) == 1


def test_errors_appear_with_the_first_one(bar):
    bar.show_errors(1)
    assert bar.text == "1 internal error"
    bar.show_errors(2)
    assert bar.text == "2 internal errors"


def test_colours_follow_the_theme(bar, theme):
    bar.show_errors(1)
    theme.set_scheme("dark")
    (errors,) = (label for label in labels(bar) if label.text() == "1 internal error")
    assert errors.palette().placeholderText().color().name() == DARK.alarm.lower()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_quiet_line_above_it_is_where_the_panes_end(bar, theme, scheme):
    theme.set_scheme(scheme)
    image = bar.grab().toImage()
    assert image.pixelColor(image.width() // 2, 0) == QColor(theme.tokens.line)
    assert image.pixelColor(image.width() // 2, 2) == QColor(theme.tokens.window)


def test_a_long_verdict_gives_way_to_the_figures_and_is_whole_in_its_hint(bar):
    bar.show_figures(60.0, 12.3, EASY)
    places = [label.geometry() for label in labels(bar)[-3:]]
    text = "12 findings: a device of a long name: no connection … Every byte is accounted for " * 3
    bar.show_verdict(text, State.ALARM)
    assert [label.geometry() for label in labels(bar)[-3:]] == places
    assert bar.minimumSizeHint().width() < 600
    verdict = next(label for label in labels(bar) if label.text() == text)
    assert text in verdict.toolTip()
