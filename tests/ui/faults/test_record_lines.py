"""A row of the log: its words, its mark, and how long a fault still lasts."""

from __future__ import annotations

import pytest

from ui.faults.record import Note, Played, Stage
from ui.faults.record_lines import record_line
from ui.theme.tokens import State

NS = 10**9


def played(stage: Stage, **more: object) -> Played:
    row = Played("imu", "stall", 1 * NS, stage)
    for name, value in more.items():
        setattr(row, name, value)
    return row


@pytest.mark.parametrize(
    ("row", "word", "shown", "is_open"),
    [
        (played(Stage.ASKED), "asked", State.BUSY, True),
        (played(Stage.UNDER_WAY, due_ns=4 * NS), "2.0 s left", State.WARNING, True),
        (played(Stage.UNDER_WAY, due_ns=1 * NS), "about to end", State.WARNING, True),
        (played(Stage.OVER, due_ns=1 * NS), "over", State.GOOD, False),
        (played(Stage.DONE), "done", State.GOOD, False),
        (played(Stage.REFUSED, reason="drip lasts"), "refused", State.ALARM, False),
        (played(Stage.CUT), "the simulator ended", State.OFFLINE, False),
    ],
)
def test_each_stage_has_its_word_and_mark(row: Played, word: str, shown: State, is_open: bool) -> None:
    line = record_line(row, 2 * NS, 0)
    assert (line.word, line.shown, line.is_open) == (word, shown, is_open)


def test_a_fault_is_called_as_people_call_it_and_told_with_its_counts() -> None:
    row = played(Stage.UNDER_WAY, due_ns=3 * NS, connection=2, sent=9, taken=8, unsent=1)
    line = record_line(row, 2 * NS, 0)
    assert str(line).endswith("imu Stall: 1.0 s left: connection 2: sent 9 B, taken 8 B, unsent 1 B")


def test_a_word_that_is_not_in_the_catalogue_and_a_name_from_outside_are_shown_plainly() -> None:
    line = record_line(Played("im\x1bu" + "x" * 100, "new\x07fault", 1, Stage.DONE), 2, 0)
    assert line.device.isprintable()
    assert len(line.device) == 40
    assert line.what == "new·fault"


def test_a_note_has_a_mark_where_it_is_trouble_and_its_count() -> None:
    assert record_line(Note("", "not understood", 1, count=3, is_trouble=True), 2, 0).what == "not understood (3 times)"
    assert record_line(Note("", "not understood", 1, is_trouble=True), 2, 0).shown is State.ALARM
    assert record_line(Note("imu", "connection 1 opened", 1), 2, 0).shown is None


def test_a_fault_that_lasts_already_is_called_by_its_title() -> None:
    assert record_line(played(Stage.REFUSED, reason="drip lasts"), 0, 0).detail == "“Drip” lasts"
    assert record_line(played(Stage.REFUSED, reason="nothing lasts"), 0, 0).detail == "nothing lasts"
