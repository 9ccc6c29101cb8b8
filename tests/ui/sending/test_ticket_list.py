"""Commands in rows."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRect

from app.link.contract import Ticket, TicketState
from tests.ui.desk import rows
from ui.face import Face
from ui.line_model import LINE
from ui.sending.ticket_lines import ticket_line
from ui.sending.ticket_list import LEAST_COMMAND, TicketList, _places
from ui.state_mark import MARK
from ui.theme.fonts import text_font
from ui.theme.tokens import GAP, LIGHT, TextSize

STATES = list(TicketState)


@pytest.fixture
def tickets(qtbot, theme):
    tickets = TicketList(theme)
    qtbot.addWidget(tickets)
    tickets.resize(600, 400)
    tickets.show()
    qtbot.waitExposed(tickets)
    return tickets


def lines(*states: TicketState):
    made = [Ticket(1, b"VOLT \xff\n" * 20, 0, key="volts", state=state) for state in states]
    return [ticket_line(each, 10**9, 0, is_told=True) for each in made]


def test_every_state_is_a_row_in_its_colour_with_its_words(tickets):
    tickets.show_lines(lines(*STATES))
    assert len(rows(tickets.rows)) == len(STATES)
    assert all(str(state) in row for state, row in zip(STATES, rows(tickets.rows), strict=True))
    picture = tickets.rows.viewport().grab().toImage()
    inks = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert {LIGHT.good.lower(), LIGHT.alarm.lower(), LIGHT.warning.lower()} <= inks


def test_a_hint_explains_the_state(tickets):
    tickets.show_lines(lines(TicketState.LOST))
    assert "how much of it had arrived is not known" in tickets.rows.model().index(0, 0).data(3)
    assert tickets.rows.model().index(0, 0).data(LINE).word == "lost"


@pytest.mark.parametrize("width", [1000, 500, 300])
def test_columns_never_overlap_and_none_is_behind_the_edge(tickets, width):
    tickets.resize(width, 200)
    places = _places(tickets.rows.rect())
    assert len(places) == 4
    for left, right in itertools.pairwise(places):
        assert left.right() < right.x() or left.width() == 0
    assert places[-1].right() <= width


def test_an_empty_list_says_so(tickets):
    picture = tickets.rows.viewport().grab().toImage()
    assert len({picture.pixelColor(x, 14).name() for x in range(300)}) > 1


def test_in_the_least_width_no_column_stands_in_another(tickets):
    places = _places(QRect(0, 0, tickets.least_width, 24))
    assert all(before.right() < after.left() for before, after in itertools.pairwise(places))
    assert places[1].width() >= LEAST_COMMAND
    assert places[-1].right() < tickets.least_width


@pytest.mark.parametrize("state", STATES)
def test_each_state_has_room_for_its_word_in_german(in_german, tickets, state):
    (line,) = lines(state)
    room = _places(tickets.rows.rect())[2].width() - MARK - GAP
    assert Face(text_font(TextSize.SMALL)).width(line.word) <= room
