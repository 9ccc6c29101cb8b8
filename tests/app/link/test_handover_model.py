"""Open, toggle, send, stall, kill the peer, close, in any order, against a model: what was sent is what is received,
and what the device gets are whole commands in order, but for the last one of a connection that was broken.
"""

from __future__ import annotations

import socket
import sys
import time
from itertools import pairwise

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from PySide6.QtCore import QCoreApplication

from app.link import reader, socket_thread, tcp
from app.link.contract import SendRefusedError, State, Ticket, TicketState
from app.link.options import TcpOptions
from app.link.outbox import BOUND
from app.link.tcp import TcpLink
from tests.app.link.peers import Recorder, Server, reset, turn_loop, until, words

MODES = ("gui", "thread")
LONGEST_STALL_S = 0.004
ARRIVED = TicketState.ACCEPTED if sys.platform == "linux" else TicketState.HANDED  # as far as it is told


class Link(RuleBasedStateMachine):
    """The model: per connection, the device's counters sent so far and how it ended; our bytes sent to it."""

    def __init__(self) -> None:
        super().__init__()
        self.server = Server()
        at_once = {"retry": 1_000_000, "retry_most": 1_000_000}
        self.link = TcpLink(TcpOptions(host=self.server.host, port=self.server.port, **at_once))
        self.heard = Recorder(self.link)
        self.peer: socket.socket | None = None
        self.number = 0  # of the connection
        self.counted = 0  # counters sent on it
        self.expected: dict[int, bytes] = {}  # what a connection carried, where all of it must arrive
        self.carried: dict[int, bytes] = {}
        self.tickets: list[Ticket] = []  # of this connection
        self.arrived = bytearray()
        self.put = 0  # bytes in all tickets that were not replaced

    def teardown(self) -> None:
        if self.link.state is not State.IDLE:
            self.close()
        assert not socket_thread._running
        self._judge()
        self.server.close()
        self.link.deleteLater()
        turn_loop()

    @precondition(lambda self: self.link.state is State.IDLE)
    @rule()
    def open(self) -> None:
        self.link.open()
        self._accept()

    def _accept(self) -> None:
        self.peer = self.server.accept()
        self.peer.setblocking(False)
        until(lambda: self.link.state is State.OPEN)
        self.number += 1
        self.counted = 0
        self.carried[self.number] = b""
        self.tickets, self.arrived = [], bytearray()

    @rule(mode=st.sampled_from(MODES))
    def toggle(self, mode: str) -> None:
        self.link.set_transport(mode)
        assert self.link.wished_transport == mode

    @precondition(lambda self: self.peer is not None)
    @rule(count=st.sampled_from([1, 2, 17, 1000, 20_000]), cut=st.integers(0, 7))
    def device_sends(self, count: int, cut: int) -> None:
        """Counters, the last of them cut; the next sending begins with its rest."""
        assert self.peer is not None
        sent = len(self.carried[self.number])
        data = words(sent // 8, count + 2)[sent % 8 : 8 * count - cut]
        if data:
            done = self.peer.send(data)
            self.carried[self.number] += data[:done]

    @precondition(lambda self: self.peer is not None)
    @rule(commands=st.lists(st.tuples(st.binary(min_size=1, max_size=3000), st.sampled_from(["", "volt"])), max_size=5))
    def link_sends(self, commands: list[tuple[bytes, str]]) -> None:
        for data, key in commands:
            self._send(data, key)

    @precondition(lambda self: self.peer is not None)
    @rule(size=st.sampled_from([16 << 10, 60_000]))
    def link_sends_a_long_command(self, size: int) -> None:
        """What comes behind it has to wait."""
        self._send(bytes(size), "")

    def _send(self, data: bytes, key: str) -> None:
        try:
            self.tickets.append(self.link.send(data, key=key))
        except SendRefusedError:
            assert self.link.state is not State.OPEN or len(data) + self.link.statistics().unsent > BOUND

    def _started(self) -> bytes:
        """What the device gets of this connection if it lasts; a newer value is where the older one was."""
        started = sorted((ticket for ticket in self.tickets if ticket.end is not None), key=lambda t: t.end or 0)
        for before, ticket in pairwise(started):
            assert before.end == (ticket.end or 0) - len(ticket.data)
        return b"".join(ticket.data for ticket in started)

    def _not_replaced(self) -> list[Ticket]:
        return [ticket for ticket in self.tickets if ticket.state is not TicketState.REPLACED]

    @precondition(lambda self: self.peer is not None)
    @rule()
    def device_reads(self) -> None:
        assert self.peer is not None
        try:
            self.arrived += self.peer.recv(1 << 16)
        except (BlockingIOError, ConnectionError):
            return
        assert self._started().startswith(self.arrived)

    @rule(turns=st.integers(1, 5))
    def time_goes_on(self, turns: int) -> None:
        turn_loop(turns)

    @precondition(lambda self: self.link.state is State.OPEN)
    @rule()
    def a_wish_comes_true(self) -> None:
        until(lambda: self.link.statistics().transport == self.link.wished_transport, "the wished mode")

    @rule(seconds=st.floats(0, LONGEST_STALL_S))
    def gui_stalls(self, seconds: float) -> None:
        until_s = time.monotonic() + seconds
        while time.monotonic() < until_s:
            pass

    @precondition(lambda self: self.peer is not None and self.link.state is State.OPEN)
    @rule(how=st.sampled_from(["fin", "rst"]))
    def device_goes(self, how: str) -> None:
        assert self.peer is not None
        ends = len(self.heard.ends)
        if how == "rst":
            reset(self.peer)
        else:
            if not self.tickets or self._has_read_all():  # a close with unread bytes is a reset
                self.expected[self.number] = self.carried[self.number]
            self.peer.close()
        until(lambda: len(self.heard.ends) > ends)
        self._judge_tickets()
        self._accept()  # the link comes back by itself

    def _has_read_all(self) -> bool:
        self.device_reads()
        return len(self.arrived) == sum(len(ticket.data) for ticket in self._not_replaced())

    def _judge_tickets(self) -> None:
        """The connection is over."""
        self.put += sum(len(ticket.data) for ticket in self._not_replaced())
        states = [ticket.state for ticket in sorted(self._not_replaced(), key=lambda t: t.end or sys.maxsize)]
        accepted = states.count(ARRIVED)
        assert states == [ARRIVED] * accepted + [TicketState.LOST] * (len(states) - accepted)
        statistics = self.link.statistics()
        arrived = statistics.written if statistics.acknowledged is None else statistics.acknowledged
        assert self.put == arrived + statistics.lost

    @precondition(lambda self: self.link.state is State.OPEN)
    @rule()
    def close(self) -> None:
        """The device reads to the end and gets every command whole."""
        self.link.close()
        until(self._has_read_to_the_end, "the end of what was sent")
        until(lambda: self.link.state is State.IDLE)
        assert self.arrived == self._started()
        assert all(ticket.state is ARRIVED for ticket in self._not_replaced())
        self._judge_tickets()
        self.peer = None

    def _has_read_to_the_end(self) -> bool:
        assert self.peer is not None
        try:
            while data := self.peer.recv(1 << 16):
                self.arrived += data
        except BlockingIOError:
            return False
        except ConnectionError:  # some of what it sent was not read before the close; what it got is still there
            return True
        return True

    @invariant()
    def read_is_received_and_in_flight(self) -> None:
        statistics = self.link.statistics()
        assert statistics.read == self.heard.count + statistics.in_flight
        assert statistics.kernel is None or statistics.kernel.agrees
        assert statistics.acknowledged is None or statistics.acknowledged <= statistics.written

    def _judge(self) -> None:
        for number, carried in self.carried.items():
            assert carried.startswith(self.heard.bytes(number))
        for number, whole in self.expected.items():
            assert self.heard.bytes(number) == whole
        ends = [(end.connection, end.offset) for end in self.heard.ends]
        assert ends == [(n, len(self.heard.bytes(n))) for n in sorted(self.carried)]


def test_in_any_order_of_events_every_byte_is_received_once(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tcp, "CLOSE_NS", 20_000_000_000)  # however busy the machine is, all is written
    monkeypatch.setattr(reader, "ACKNOWLEDGE_MS", 20_000)
    run_state_machine_as_test(
        Link, settings=settings(max_examples=40, stateful_step_count=40, deadline=None, derandomize=True)
    )
