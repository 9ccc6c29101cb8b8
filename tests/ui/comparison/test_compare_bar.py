"""What a comparison is asked for."""

import pytest
from PySide6.QtCore import Qt

from app.comparison.rounds.schedule import DEFAULT_ROUNDS, MOST_ROUNDS
from ui.comparison.compare_bar import Asked, CompareBar


@pytest.fixture
def bar(qtbot, theme) -> CompareBar:
    made = CompareBar(theme)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_it_asks_for_what_the_fields_say(bar, qtbot):
    bar._rounds.setValue(3)
    bar._for.setValue(2.5)
    bar._acceptable.setValue(80)
    with qtbot.waitSignal(bar.asked) as heard:
        qtbot.mouseClick(bar._begin, Qt.MouseButton.LeftButton)
    assert heard.args == [Asked(3, 2_500_000_000, 80.0)]


def test_it_begins_with_the_command_lines_defaults(bar):
    assert bar.what() == Asked(DEFAULT_ROUNDS, 10_000_000_000, 50.0)


def test_fields_take_no_more_than_a_comparison_does(bar):
    bar._rounds.setValue(1000)
    bar._for.setValue(0.0)
    assert bar.what().rounds == MOST_ROUNDS
    assert bar.what().for_ns == 400_000_000


def test_it_says_about_how_long_it_will_take(bar):
    assert bar._takes.text() == "about 2 min"
    bar._rounds.setValue(1)
    bar._for.setValue(1.0)
    assert bar._takes.text() == "about 6 s"


def test_progress_takes_the_place_of_the_fields_and_is_said(bar):
    bar.show_progress("Round 1 of 3\x1b, block 2 of 8", 0.125)
    assert bar.is_running
    assert bar._progress.accessibleName() == "Round 1 of 3·, block 2 of 8, 12 %"
    bar.show_fields()
    assert not bar.is_running


def test_a_hindrance_disables_it_and_is_its_hint(bar):
    bar.set_possible("No link is chosen")
    assert not bar._begin.isEnabled()
    assert "No link is chosen" in bar._begin.toolTip()
    bar.set_possible("")
    assert bar._begin.isEnabled()


def test_cancel_is_asked_for_by_keyboard(bar, qtbot):
    bar.show_progress("Warming up", 0.0)
    bar._cancel.setFocus()
    with qtbot.waitSignal(bar.cancelled):
        qtbot.keyClick(bar._cancel, Qt.Key.Key_Space)
