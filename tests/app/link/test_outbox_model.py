"""The outbox in any order of events, against a model: a list of commands and three positions."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.link import outbox
from app.link.contract import SendRefusedError, Ticket, TicketState
from app.link.outbox import Outbox

SHARE, BOUND, MOST = 100, 250, 12  # the outbox's own are too large to be met often
QUEUED, STARTED, HANDED_ON, ACCEPTED, EXPIRED, REPLACED, LOST = TicketState
AFTER = {
    QUEUED: {STARTED, EXPIRED, REPLACED, LOST},
    STARTED: {HANDED_ON, LOST},
    HANDED_ON: {ACCEPTED, LOST},
}


class Model(RuleBasedStateMachine):
    """`waiting` is searched from end to end, as the outbox must not."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0
        self.outbox = Outbox(BOUND, MOST)
        self.connection = 0
        self.all: list[Ticket] = []
        self.states: dict[int, TicketState] = {}  # of the ticket with this id, as told last
        self.lost = self.put_size = self.given_up = self.arrived = 0
        self._begin()

    def _begin(self) -> None:
        self.waiting: list[Ticket] = []
        self.started: list[Ticket] = []
        self.out = bytearray()
        self.taken = self.acknowledged = 0

    @initialize(tells=st.booleans())
    def first_connection(self, tells: bool) -> None:
        self.tells = tells
        self._connect(())

    @rule(first=st.lists(st.binary(min_size=1, max_size=60), max_size=3).map(tuple))
    def reconnect(self, first: tuple[bytes, ...]) -> None:
        self._lose()
        self._connect(first)

    def _connect(self, first: tuple[bytes, ...]) -> None:
        self._begin()
        self.connection += 1
        self.outbox.open(self.connection, first, self.now)
        if self.tells:
            assert self.outbox.acknowledged(0, self.now) == 0
        made = self.outbox.tickets()[-len(first) :] if first else ()
        assert tuple(ticket.data for ticket in made) == first
        for ticket in made:
            self._queue(ticket)

    def _queue(self, ticket: Ticket) -> None:
        self.all.append(ticket)
        self.waiting.append(ticket)
        self.put_size += len(ticket.data)

    def _lose(self) -> None:
        """All that has not arrived."""
        arrived = self.acknowledged if self.tells else self.taken
        total = len(b"".join(ticket.data for ticket in self.started + self.waiting))
        lost = self.outbox.drop(self.now)
        assert lost == total - arrived
        self.lost += lost
        self.arrived += arrived
        self._check_states()
        for ticket in self.waiting:
            assert ticket.state is LOST
        for ticket in self.started:
            assert ticket.end is not None
            fine = ACCEPTED if self.tells else HANDED_ON
            assert ticket.state is (fine if ticket.end <= arrived else LOST)

    @rule(
        data=st.one_of(st.binary(min_size=1, max_size=8), st.binary(min_size=40, max_size=120)),
        key=st.sampled_from(["", "", "volt", "amp"]),
        lasts=st.one_of(st.none(), st.integers(0, 20)),
    )
    def put(self, data: bytes, key: str, lasts: int | None) -> None:
        self._expire()
        place = next((i for i, ticket in enumerate(self.waiting) if key and ticket.key == key), None)
        unsent = self._unsent() - (0 if place is None else len(self.waiting[place].data))
        is_refused = unsent + len(data) > BOUND or (place is None and self._under_way() >= MOST)
        expires_ns = None if lasts is None else self.now + lasts
        if is_refused:
            count = "1 byte" if len(data) == 1 else f"{len(data)} bytes"
            with pytest.raises(SendRefusedError, match=f"^{count} refused: "):
                self.outbox.put(data, self.now, expires_ns=expires_ns, key=key)
            return
        ticket = self.outbox.put(data, self.now, expires_ns=expires_ns, key=key)
        if place is not None:
            assert self.waiting[place].state is REPLACED
            self.given_up += len(self.waiting.pop(place).data)
        self._queue(ticket)
        if place is not None:
            self.waiting.insert(place, self.waiting.pop())
        self._expire()

    def _expire(self) -> None:
        for ticket in list(self.waiting):
            if ticket.expires_ns is not None and ticket.expires_ns <= self.now:
                self.waiting.remove(ticket)
                self.given_up += len(ticket.data)

    @rule(passes=st.integers(1, 15))
    def time_goes_on(self, passes: int) -> None:
        self.now += passes

    @rule()
    def expiry_is_due(self) -> None:
        self._expire()
        self.outbox.expire(self.now)

    @rule()
    def qt_takes_a_piece(self) -> None:
        self._expire()
        room = SHARE - (len(self.out) - self.taken)
        waited = bytes(self._rest()) + b"".join(ticket.data for ticket in self.waiting)
        piece = self.outbox.next_piece(self.now)
        assert piece == (waited[:room] or None)
        self.out += piece or b""
        while self.waiting and sum(len(t.data) for t in self.started) < len(self.out):
            self.started.append(self.waiting.pop(0))

    def _rest(self) -> bytes:
        return b"".join(ticket.data for ticket in self.started)[len(self.out) :]

    @precondition(lambda self: len(self.out) > self.taken)
    @rule(data=st.data())
    def kernel_takes(self, data: st.DataObject) -> None:
        count = data.draw(st.integers(1, len(self.out) - self.taken))
        self.taken += count
        self.outbox.taken(count, self.now)

    @precondition(lambda self: self.tells and self.taken > self.acknowledged)
    @rule(data=st.data())
    def device_acknowledges(self, data: st.DataObject) -> None:
        until = data.draw(st.integers(self.acknowledged + 1, self.taken))
        assert self.outbox.acknowledged(until, self.now) == until - self.acknowledged
        self.acknowledged = until

    # -- what holds at each moment

    def _unsent(self) -> int:
        return len(b"".join(ticket.data for ticket in self.started + self.waiting)) - self.taken

    def _under_way(self) -> int:
        reached = self.acknowledged if self.tells else self.taken
        return len(self.waiting) + sum(ticket.end is not None and ticket.end > reached for ticket in self.started)

    @invariant()
    def figures_are_those_of_the_model(self) -> None:
        assert self.outbox.unsent == self._unsent()
        assert self.outbox.under_way == self._under_way()
        assert self.outbox.queued == len(self._rest()) + sum(len(ticket.data) for ticket in self.waiting)
        expiries = [ticket.expires_ns for ticket in self.waiting if ticket.expires_ns is not None]
        assert self.outbox.due_ns == min(expiries, default=None)
        whole = sum(len(ticket.data) for ticket in self.started + self.waiting)
        assert self.put_size == self.given_up + self.lost + self.arrived + whole

    @invariant()
    def whole_commands_come_out_in_order(self) -> None:
        assert b"".join(ticket.data for ticket in self.started).startswith(self.out)
        position = 0
        for ticket in self.started:
            position += len(ticket.data)
            assert ticket.end == position

    @invariant()
    def states_are_those_of_the_positions(self) -> None:
        self._check_states()
        assert all(ticket.state is QUEUED for ticket in self.waiting)
        for ticket in self.started:
            assert ticket.end is not None
            if self.tells and ticket.end <= self.acknowledged:
                assert ticket.state is ACCEPTED
            else:
                assert ticket.state is (HANDED_ON if ticket.end <= self.taken else STARTED)

    def _check_states(self) -> None:
        """Each ticket went from one state to the next and ended once; all of it was told."""
        for ticket, state in self.outbox.changes:
            before = self.states.get(id(ticket))
            assert state is QUEUED if before is None else state in AFTER[before]
            self.states[id(ticket)] = state
        self.outbox.changes.clear()
        for ticket in self.all:
            assert self.states[id(ticket)] is ticket.state
            assert (ticket.ended_ns is None) is (ticket.state not in (EXPIRED, REPLACED, LOST))
            times = [ticket.queued_ns, ticket.started_ns, ticket.handed_ns, ticket.accepted_ns, ticket.ended_ns]
            known = [at for at in times if at is not None]
            assert known == sorted(known)

    def teardown(self) -> None:
        if self.connection:
            self._lose()
            assert self.put_size == self.given_up + self.lost + self.arrived


@pytest.mark.hypothesis
def test_in_any_order_of_events_commands_go_out_whole_once_in_order_and_each_has_one_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outbox, "HANDED", SHARE)
    run_state_machine_as_test(
        Model, settings=settings(max_examples=100, stateful_step_count=60, deadline=None, derandomize=True)
    )
