"""What stands in a row of the list of commands, made from a ticket. Pure of widgets.

Times are those of the ticket: a command's own way, queued -> started -> handed to the kernel -> accepted.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from app.link.contract import Ticket, TicketState
from app.session.escapes import to_text
from ui.plain import plain
from ui.theme.tokens import State
from ui.translate import marked, told, tr

LONGEST_SHOWN = 120  # bytes of a command; a row holds fewer
MS = 1_000_000
HEADS = (marked("Sent at"), marked("Command"), marked("State"), marked("Took"))
ACCEPTED_MEANS = marked(
    "Accepted: the device's network stack has acknowledged every byte. What the device makes of them TCP does not tell."
)
_SHOWN = {
    TicketState.QUEUED: State.BUSY,
    TicketState.STARTED: State.BUSY,
    TicketState.HANDED: State.BUSY,
    TicketState.ACCEPTED: State.GOOD,
    TicketState.EXPIRED: State.WARNING,
    TicketState.REPLACED: State.OFFLINE,
    TicketState.LOST: State.ALARM,
}
_ABOUT = {
    TicketState.QUEUED: marked("It waits here for those before it."),
    TicketState.STARTED: marked("Some of it has left: it is finished now, or lost with the connection."),
    TicketState.HANDED: marked(
        "The kernel of this computer has all of it, and has not said yet that the device's has."
    ),
    TicketState.ACCEPTED: ACCEPTED_MEANS,
    TicketState.EXPIRED: marked("It was too old before its turn came, so none of it was sent."),
    TicketState.REPLACED: marked("A newer value for the same set-point came before its turn, so none of it was sent."),
    TicketState.LOST: marked("The connection ended first; how much of it had arrived is not known."),
}
_UNTOLD = marked("The kernel of this computer has all of it. Whether the device's has this system does not tell.")


@dataclass(frozen=True, slots=True)
class TicketLine:
    """One row. `shown` gives mark and colour, `word` says it; `took` until it was over, or so far; `about` in full."""

    at: str
    command: str
    key: str
    shown: State
    word: str
    took: str
    about: str

    def __str__(self) -> str:
        command = tr("{command} for {key}").format(command=self.command, key=self.key) if self.key else self.command
        return f"{self.at}, {command}: {self.word}, {self.took}"


def ticket_line(ticket: Ticket, now_ns: int, unix_offset_ns: int, *, is_told: bool) -> TicketLine:
    """`unix_offset_ns`: from app.clock to the wall's. `is_told`: whether the system tells what is acknowledged."""
    state = ticket.state
    is_handed_for_good = state is TicketState.HANDED and not is_told
    about = _UNTOLD if is_handed_for_good else _ABOUT[state]
    at = ticket.queued_ns + unix_offset_ns
    return TicketLine(
        at=f"{time.strftime('%H:%M:%S', time.localtime(at // 10**9))}.{at // MS % 1000:03d}",
        command=shown_command(ticket.data),
        key=plain(ticket.key, 40),
        shown=State.GOOD if is_handed_for_good else _SHOWN[state],
        word=told(str(state)),
        took=_took(ticket, now_ns, is_final=ticket.is_over or is_handed_for_good),
        about=f"{tr(about)} {_steps(ticket)}".rstrip(),
    )


def shown_command(data: bytes) -> str:
    """Its text with escapes, cut where it is long."""
    cut = "…" if len(data) > LONGEST_SHOWN else ""
    return to_text(data[:LONGEST_SHOWN]) + cut


def shown_span(ns: int) -> str:
    """0.12 ms, 12.3 ms, 1.20 s, 3 min 20 s."""
    if ns < 10 * MS:
        return f"{ns / MS:.2f} ms"
    if ns < 1000 * MS:
        return f"{ns / MS:.1f} ms"
    if ns < 100_000 * MS:
        return f"{ns / 1e9:.2f} s"
    return f"{ns // (60 * 10**9)} min {ns // 10**9 % 60} s"


def shown_so_far(span: str) -> str:
    """Of what is not over."""
    return tr("{span} so far").format(span=span)


def _took(ticket: Ticket, now_ns: int, *, is_final: bool) -> str:
    if not is_final:
        return shown_so_far(f"{max(0, now_ns - ticket.queued_ns) / 1e9:.0f} s")
    over = ticket.accepted_ns or ticket.ended_ns or ticket.handed_ns
    return shown_span(over - ticket.queued_ns) if over is not None else "–"


def _steps(ticket: Ticket) -> str:
    """When it entered each state, from the moment it was queued on."""
    moments = (
        (tr("started after {span}"), ticket.started_ns),
        (tr("handed to the kernel after {span}"), ticket.handed_ns),
        (tr("accepted after {span}"), ticket.accepted_ns),
        (tr("over after {span}"), ticket.ended_ns),
    )
    steps = [step.format(span=shown_span(at - ticket.queued_ns)) for step, at in moments if at is not None]
    return f"{steps[0][:1].upper()}{', '.join(steps)[1:]}." if steps else ""
