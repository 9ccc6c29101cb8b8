"""Undo and redo of whole states."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.plots.history import BURST_NS, MOST, History


class Hand:
    """Something with a view that is a number, and its history."""

    def __init__(self) -> None:
        self.parent = QObject()
        self.view: object = 0
        self.board: object = None
        self.now = 0
        self.history = History(lambda: self.view, self.parent, lambda: self.now)
        self.history.is_held = lambda: False
        self.history.viewWished.connect(self.show_view)
        self.history.boardWished.connect(self.show_board)

    def show_view(self, view: object) -> None:
        self.view = view

    def show_board(self, board: object) -> None:
        self.board = board

    def turn(self, view: int, text: str = "zoom", after: int = 2 * BURST_NS) -> None:
        self.now += after
        self.view = view
        self.history.note_view(text)
        self.history.flush()


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[Hand]:
    hand = Hand()
    yield hand
    hand.parent.deleteLater()


def test_states_that_were_are_said_otherwise_and_steps_stay_steps(hand: Hand) -> None:
    hand.turn(1)
    hand.history.board_changed("move plot", None, "imu")
    hand.view = 2
    hand.history.note_view("pan")
    hand.history.translate_views(lambda view: view * 10)
    hand.view = 20
    hand.history.translate_boards(lambda board: board and f"new {board}")
    assert hand.history.stack.count() == 3
    hand.history.undo()
    assert hand.view == 10
    hand.history.undo()
    assert hand.board is None
    hand.history.redo()
    assert hand.board == "new imu"
    hand.history.undo()
    hand.history.undo()
    assert (hand.view, hand.history.stack.canUndo()) == (0, False)


def test_a_view_goes_back_and_forth(hand: Hand) -> None:
    hand.turn(1)
    hand.turn(2)
    hand.history.undo()
    assert hand.view == 1
    hand.history.undo()
    assert hand.view == 0
    hand.history.redo()
    hand.history.redo()
    assert hand.view == 2
    hand.history.redo()
    assert hand.view == 2


def test_a_burst_of_one_kind_is_one_step(hand: Hand) -> None:
    for view in range(1, 6):
        hand.turn(view, after=BURST_NS)
    hand.history.undo()
    assert hand.view == 0


def test_a_drag_that_pauses_with_the_button_held_is_one_step(hand: Hand) -> None:
    hand.turn(1)
    hand.history.is_held = lambda: True
    hand.turn(2, after=60 * BURST_NS)
    assert hand.history.stack.count() == 1


def test_another_kind_or_a_pause_ends_a_burst(hand: Hand) -> None:
    hand.turn(1, "zoom", after=1)
    hand.turn(2, "move", after=1)
    hand.turn(3, "move", after=BURST_NS + 1)
    assert hand.history.stack.count() == 3
    hand.history.undo()
    assert hand.view == 2


def test_all_that_comes_in_one_turn_of_the_loop_is_one_step(hand: Hand, qtbot: QtBot) -> None:
    hand.history.note_view("zoom")
    hand.view = 1
    hand.history.note_view("range of values")
    hand.view = 2
    qtbot.waitUntil(lambda: hand.history.stack.count() == 1)
    assert hand.history.stack.undoText() == "zoom"
    hand.history.undo()
    assert hand.view == 0


def test_undo_does_not_wait_for_the_turn_to_end(hand: Hand) -> None:
    hand.history.note_view("zoom")
    hand.view = 1
    hand.history.undo()
    assert hand.view == 0


def test_a_burst_that_ends_where_it_began_is_no_step(hand: Hand) -> None:
    hand.turn(1, after=1)
    hand.turn(0, after=1)
    assert hand.history.stack.count() == 0


def test_what_is_noted_and_changes_nothing_is_no_step(hand: Hand) -> None:
    hand.turn(0)
    assert not hand.history.stack.canUndo()


def test_a_view_that_changes_by_itself_is_no_step_and_where_the_next_one_begins(hand: Hand) -> None:
    hand.view = 5
    hand.history.look()
    hand.turn(6)
    hand.history.undo()
    assert hand.view == 5


def test_layouts_and_views_are_one_row_of_steps_that_do_not_touch_each_other(hand: Hand) -> None:
    hand.turn(1)
    hand.history.board_changed("close plot", "old", "new")
    hand.history.board_changed("close plot", "new", "newer")
    hand.turn(2)
    hand.history.undo()
    hand.history.undo()
    assert (hand.view, hand.board) == (1, "new")
    hand.history.undo()
    assert hand.board == "old"
    assert hand.history.stack.redoText() == "close plot"


def test_another_session_has_nothing_to_go_back_to(hand: Hand) -> None:
    hand.turn(1)
    hand.history.note_view("zoom")
    hand.history.forget()
    assert not hand.history.stack.canUndo()
    hand.history.undo()
    assert hand.view == 1


def test_steps_are_bounded(hand: Hand) -> None:
    for view in range(MOST + 50):
        hand.turn(view + 1)
    assert hand.history.stack.count() == MOST
