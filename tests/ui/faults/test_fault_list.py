"""The faults as a list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from app.simulator.faults.catalogue import KINDS
from app.simulator.faults.possible import reason_not
from tests.ui.desk import rows
from ui.faults.fault_list import FaultList


@pytest.fixture
def faults(qtbot, theme):
    faults = FaultList(theme)
    qtbot.addWidget(faults)
    faults.resize(500, 700)
    faults.show()
    qtbot.waitExposed(faults)
    return faults


def test_all_kinds_are_there_with_what_they_do_and_what_becomes_of_the_stream(faults):
    assert len(rows(faults)) == len(KINDS)
    assert rows(faults)[0] == "Stall: sends nothing for a while, then goes on; the stream stays whole"


def test_what_the_device_cannot_have_says_why_in_its_row_and_hint(faults):
    faults.show_possible(lambda fault: reason_not("scope", fault))
    number = list(KINDS).index("lost-delimiter")
    reason = "its frames begin with their length and have no delimiter"
    assert rows(faults)[number] == f"Lost delimiter: not available, {reason}"
    assert reason in faults.item(number).toolTip()
    faults.choose("lost-delimiter")
    assert faults.chosen_row.why_not == reason
    faults.show_possible(lambda _fault: "")
    assert faults.chosen_row.why_not == ""


def test_it_is_grey(faults):
    faults.clearSelection()
    faults.choose("stall")
    number = list(KINDS).index("endless-line")

    def darkest() -> int:
        place = faults.visualItemRect(faults.item(number))
        picture = faults.viewport().grab(place).toImage()
        return min(picture.pixelColor(x, y).lightness() for x in range(100) for y in range(picture.height()))

    before = darkest()
    faults.show_possible(lambda fault: reason_not("scope", fault))
    assert darkest() > before + 30


def test_return_and_a_double_click_play_and_a_click_only_chooses(qtbot, faults):
    heard: list[str] = []
    faults.played.connect(lambda: heard.append(faults.chosen_row.kind.name))
    faults.scrollToItem(faults.item(3), QAbstractItemView.ScrollHint.PositionAtTop)
    place = faults.visualItemRect(faults.item(3)).center()
    qtbot.mouseClick(faults.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (heard, faults.chosen_row.kind.name) == ([], list(KINDS)[3])
    qtbot.mouseDClick(faults.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(faults, Qt.Key.Key_Return)
    assert heard == [list(KINDS)[3]] * 2
    qtbot.keyClick(faults, Qt.Key.Key_Down)
    assert faults.chosen_row.kind.name == list(KINDS)[4]
