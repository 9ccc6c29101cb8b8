"""Who reads the links, in words."""

import pytest

from ui.transport_modes import GUI, THREAD, Modes, Reading, one_hint

ON_GUI, ON_THREAD = Reading(GUI, GUI, True), Reading(THREAD, THREAD, True)
MOVING, CLOSED = Reading(THREAD, GUI, True), Reading(THREAD, THREAD, False)


@pytest.mark.parametrize(
    ("readings", "common", "text"),
    [
        ([], None, ""),
        ([ON_GUI, ON_GUI], GUI, ""),
        ([ON_THREAD], THREAD, ""),
        ([ON_GUI, ON_THREAD, ON_GUI], None, "Mixed: 1 of 3 by threads"),
        ([MOVING, ON_THREAD], THREAD, "Handing over 1 link"),
        ([MOVING, MOVING, ON_GUI], None, "Mixed: 2 of 3 by threads, handing over 2 links"),
        ([CLOSED, ON_THREAD], THREAD, "1 link not connected: holds from the next connection on"),
        ([CLOSED], THREAD, "Not connected: holds from the next connection on"),
    ],
)
def test_the_modes_of_all_links_are_summed_up(readings, common, text):
    modes = Modes.of(readings)
    assert modes.common == common
    assert modes.text == text


def test_what_hinders_a_choice_is_said_alone():
    modes = Modes.of([ON_GUI, CLOSED], "A comparison is under way")
    assert modes.text == "A comparison is under way"
    assert not modes.can_change


def test_without_a_link_nothing_can_be_chosen():
    assert not Modes().can_change


def test_a_hint_says_when_a_wish_takes_effect():
    assert one_hint(ON_GUI).startswith("Connections go over as they are")
    assert one_hint(CLOSED).startswith("Not connected: it holds from the next connection on")
