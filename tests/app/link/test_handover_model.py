"""Open, toggle, send, stall, kill the peer, close, in any order, against a model: what was sent is what is received."""

from __future__ import annotations

import socket
import time

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from PySide6.QtCore import QCoreApplication

from app.link import socket_thread
from app.link.contract import SendRefusedError, State
from app.link.options import TcpOptions
from app.link.tcp import TcpLink
from tests.app.link.peers import Recorder, Server, reset, turn_loop, until, words

MODES = ("gui", "thread")
LONGEST_STALL_S = 0.004


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
        self.asked = bytearray()  # given to `send` on this connection
        self.arrived = bytearray()

    def teardown(self) -> None:
        self.link.close()
        until(lambda: self.link.state is State.IDLE)
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
        self.asked, self.arrived = bytearray(), bytearray()

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
    @rule(data=st.binary(min_size=1, max_size=3000))
    def link_sends(self, data: bytes) -> None:
        try:
            self.link.send(data)
        except SendRefusedError:
            assert self.link.state is not State.OPEN or len(data) + self.link.statistics().unsent > 256 << 10
        else:
            self.asked += data

    @precondition(lambda self: self.peer is not None)
    @rule()
    def device_reads(self) -> None:
        assert self.peer is not None
        try:
            self.arrived += self.peer.recv(1 << 16)
        except (BlockingIOError, ConnectionError):
            return
        assert self.asked.startswith(self.arrived)

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
            if not self.asked or self._has_read_all():  # a close with unread bytes is a reset
                self.expected[self.number] = self.carried[self.number]
            self.peer.close()
        until(lambda: len(self.heard.ends) > ends)
        self._accept()  # the link comes back by itself

    def _has_read_all(self) -> bool:
        self.device_reads()
        return len(self.arrived) == len(self.asked)

    @precondition(lambda self: self.link.state is State.OPEN)
    @rule()
    def close(self) -> None:
        self.link.close()
        until(lambda: self.link.state is State.IDLE)
        self.peer = None

    @invariant()
    def read_is_received_and_in_flight(self) -> None:
        statistics = self.link.statistics()
        assert statistics.read == self.heard.count + statistics.in_flight
        assert statistics.kernel is None or statistics.kernel.agrees

    def _judge(self) -> None:
        for number, carried in self.carried.items():
            assert carried.startswith(self.heard.bytes(number))
        for number, whole in self.expected.items():
            assert self.heard.bytes(number) == whole
        ends = [(end.connection, end.offset) for end in self.heard.ends]
        assert ends == [(n, len(self.heard.bytes(n))) for n in sorted(self.carried)]


def test_in_any_order_of_events_every_byte_is_received_once(qapp: QCoreApplication) -> None:
    run_state_machine_as_test(
        Link, settings=settings(max_examples=40, stateful_step_count=40, deadline=None, derandomize=True)
    )
