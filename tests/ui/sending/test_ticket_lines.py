"""A command's row: its words, its mark, how long it took."""

from __future__ import annotations

import time

import pytest

from app.link.contract import Ticket, TicketState
from ui.sending.ticket_lines import LONGEST_SHOWN, shown_command, shown_span, ticket_line
from ui.theme.tokens import State

MS = 1_000_000
QUEUED = 5_000 * MS


def ticket(state: TicketState, **moments: int) -> Ticket:
    made = Ticket(1, b"VOLT 12.5\n", QUEUED, state=state)
    for name, ms in moments.items():
        setattr(made, f"{name}_ns", QUEUED + ms * MS)
    return made


def line(made: Ticket, *, is_told: bool = True, now_ms: int = 3_400):
    return ticket_line(made, QUEUED + now_ms * MS, 0, is_told=is_told)


@pytest.mark.parametrize(
    ("made", "shown", "took"),
    [
        (ticket(TicketState.QUEUED), State.BUSY, "3 s so far"),
        (ticket(TicketState.STARTED, started=1), State.BUSY, "3 s so far"),
        (ticket(TicketState.HANDED, started=1, handed=2), State.BUSY, "3 s so far"),
        (ticket(TicketState.ACCEPTED, started=1, handed=2, accepted=12), State.GOOD, "12.0 ms"),
        (ticket(TicketState.EXPIRED, ended=2_000), State.WARNING, "2.00 s"),
        (ticket(TicketState.REPLACED, ended=3), State.OFFLINE, "3.00 ms"),
        (ticket(TicketState.LOST, started=1, ended=61_000), State.ALARM, "61.00 s"),
    ],
)
def test_each_state_has_its_mark_its_word_and_its_time(made: Ticket, shown: State, took: str) -> None:
    row = line(made)
    assert (row.shown, row.word, row.took) == (shown, str(made.state), took)


def test_accepted_is_said_to_be_the_network_stacks_word_alone() -> None:
    about = line(ticket(TicketState.ACCEPTED, started=1, handed=2, accepted=12)).about
    assert "network stack has acknowledged every byte" in about
    assert "TCP does not tell" in about
    assert about.endswith("Started after 1.00 ms, handed to the kernel after 2.00 ms, accepted after 12.0 ms.")


def test_where_acceptance_is_not_told_handing_over_is_the_end_and_that_is_said() -> None:
    row = line(ticket(TicketState.HANDED, started=1, handed=2), is_told=False)
    assert (row.shown, row.word, row.took) == (State.GOOD, "handed to the kernel", "2.00 ms")
    assert "this system does not tell" in row.about


def test_a_row_reads_as_a_sentence_with_its_set_point() -> None:
    made = ticket(TicketState.REPLACED, ended=3)
    made.key = "volts"
    at = time.strftime("%H:%M:%S", time.localtime(QUEUED // 10**9))
    assert str(line(made)) == f"{at}.000, VOLT 12.5\\n for volts: replaced, 3.00 ms"


def test_a_command_is_shown_with_escapes_and_cut_where_it_is_long() -> None:
    assert shown_command(b"A\xff\x00\n") == r"A\xff\0\n"
    assert shown_command(b"x" * (LONGEST_SHOWN + 1)) == "x" * LONGEST_SHOWN + "…"


@pytest.mark.parametrize(
    ("ms", "shown"), [(0.12, "0.12 ms"), (12.34, "12.3 ms"), (1_234, "1.23 s"), (200_000, "3 min 20 s")]
)
def test_a_span_has_the_unit_that_one_reads(ms: float, shown: str) -> None:
    assert shown_span(round(ms * MS)) == shown
