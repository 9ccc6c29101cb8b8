"""The log as it is painted."""

from __future__ import annotations

import pytest

from tests.ui.desk import rows
from ui.faults.record_lines import RecordLine
from ui.faults.record_view import RecordView
from ui.theme.tokens import LIGHT, State


@pytest.fixture
def view(qtbot, theme):
    view = RecordView(theme)
    qtbot.addWidget(view)
    view.resize(500, 200)
    view.show()
    qtbot.waitExposed(view)
    return view


def inks(view: RecordView) -> set[str]:
    picture = view.viewport().grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_an_empty_log_says_what_will_stand_there(view):
    assert len(inks(view)) > 1


def test_rows_have_the_mark_of_their_state_and_notes_none(view):
    view.show_lines([RecordLine("12:00:00", "imu", "Stall", State.WARNING, "2.0 s left", "x" * 500, is_open=True)])
    assert LIGHT.warning.lower() in inks(view)
    view.show_lines([RecordLine("12:00:00", "imu", "connection 1 opened", None, "", "")])
    assert LIGHT.warning.lower() not in inks(view)
    assert rows(view) == ["12:00:00, imu connection 1 opened"]
