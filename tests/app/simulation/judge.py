"""What one link says, held against what its device and both kernels did: the truth is the simulation's.

The judge hears every signal of the link before anybody else does and raises nothing in a slot, where an exception would
be printed and forgotten: what is wrong is kept in `broken`, and the simulation looks at it after each event.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from app.device import Device
from app.link.contract import State, Ticket, TicketState
from app.link.tcp import TcpLink
from app.pipeline import Pipeline
from app.stream import Chunk, End
from tests.app.simulation.commands import FORGONE, Commands
from tests.app.simulation.devices import Box
from tests.app.simulation.sockets import SimulatedSocket

# WAITING to WAITING: an attempt that fails at once, when the system knows of no route.
STEPS = {
    State.IDLE: {State.RESOLVING, State.CONNECTING, State.WAITING, State.FAILED},
    State.RESOLVING: {State.CONNECTING, State.WAITING, State.IDLE},
    State.CONNECTING: {State.OPEN, State.WAITING, State.IDLE},
    State.OPEN: {State.CLOSING, State.WAITING},
    State.WAITING: {State.RESOLVING, State.CONNECTING, State.WAITING, State.IDLE, State.FAILED},
    State.CLOSING: {State.IDLE},
    State.FAILED: {State.RESOLVING, State.CONNECTING, State.IDLE},
}
BY_THE_DEVICE = CLOSED, RESET = "closed by the device", "reset by the device"
UNANSWERED = {"timed out", "name unknown", "name server does not answer"}
ORDER = {TicketState.QUEUED: 0, TicketState.STARTED: 1, TicketState.HANDED: 2, TicketState.ACCEPTED: 3}


class Judge(QObject):
    """Of one link.

    Attributes:
        broken: what was found, in words.
        states, reasons, final: how often each was entered, given, reached: a simulation in which nothing happens proves
            nothing.
        received: bytes of all connections; connection, offset: of the newest chunk.
        ends: how many connections ended; opened: how many began.
        sock, commands: of the newest connection.
        live: tickets that are not over, with the state they had.
        told: the state in which each of them was last told of.
        causes: for which this side was told to end the connection.
        answers: how attempts have been answered since the last end or failure.
    """

    def __init__(
        self,
        link: TcpLink,
        box: Box,
        clock: Callable[[], int],
        on_connect: tuple[bytes, ...],
        may_end_for: Callable[[], set[str]],
    ) -> None:
        super().__init__()
        self.broken: list[str] = []
        self.states: Counter[State] = Counter()
        self.reasons: Counter[str] = Counter()
        self.final: Counter[TicketState] = Counter()
        self.received = 0
        self.connection = 0
        self.offset = 0
        self.opened = 0
        self.ends = 0
        self.sock: SimulatedSocket | None = None
        self.commands = Commands()
        self.live: dict[Ticket, TicketState] = {}
        self.told: dict[Ticket, TicketState] = {}
        self.is_stale = False
        self.causes: set[str] = set()
        self.answers: set[str] = set()
        self._link = link
        self._box = box
        self._clock = clock
        self._on_connect = on_connect
        self._may_end_for = may_end_for
        self._pipeline: Pipeline
        self._framed = 0
        self._rejected = 0
        self._state = State.IDLE
        self._had_end = ""
        link.bytesReceived.connect(self._take)
        link.ended.connect(self._end)
        link.disconnected.connect(self._lose)
        link.connected.connect(self._open)
        link.stateChanged.connect(self._change)
        link.staleChanged.connect(self._grow_stale)
        link.ticketChanged.connect(self._hear_ticket)

    def _break(self, what: str) -> None:
        self.broken.append(what)

    # -- a connection

    def begin(self, sock: SimulatedSocket) -> None:
        """A socket is about to be handed to the link."""
        if self.opened != self.ends:
            self._break(f"connection {self.opened + 1} begins before the end of the one before was told")
        self.opened += 1
        self.sock = sock
        self.offset = 0
        self.causes = set()
        self.answers.clear()
        self.commands = Commands(deque(filter(None, self._on_connect)))

    @Slot(object)
    def _take(self, chunk: Chunk) -> None:
        box, now, size = self._box, self._clock(), len(chunk.data)
        if (chunk.connection, chunk.offset) != (self.opened, self.offset) or self.ends == self.opened:
            self._break(
                f"chunk at {chunk.offset} of connection {chunk.connection}, expected {self.offset} of {self.opened}"
            )
            return
        if box.carried[:size] != chunk.data:
            self._break(f"{size} bytes at {chunk.offset} of connection {chunk.connection} are not what was sent")
        del box.carried[:size]
        self.offset += size
        self.received += size
        self._judge_times(chunk, now)

    def _judge_times(self, chunk: Chunk, now: int) -> None:
        """None of its bytes had come at `known_empty_ns`, all had at `read_ns`; backlog is what waited then."""
        assert self.sock is not None
        wire = self.sock.wire
        arrivals = wire.arrivals
        while arrivals and arrivals[0][0] <= chunk.offset:
            arrivals.popleft()
        knows = wire.has_witness  # else an empty buffer of Qt's counts as empty: see connection.py
        if not arrivals or (knows and arrivals[0][1] < chunk.known_empty_ns):
            self._break(f"the byte at {chunk.offset} had come before {chunk.known_empty_ns}, known to be empty")
        while arrivals and arrivals[0][0] <= chunk.stop:
            last = arrivals.popleft()
            if last[1] > chunk.read_ns:
                self._break(f"the byte at {last[0]} was read at {chunk.read_ns}, before it came")
        if not chunk.known_empty_ns <= chunk.read_ns <= now:
            self._break(f"known empty at {chunk.known_empty_ns}, read at {chunk.read_ns}, received at {now}")
        if chunk.backlog is not None and chunk.backlog != len(chunk.data) + wire.waiting:
            self._break(f"backlog {chunk.backlog} of a chunk of {len(chunk.data)} with {wire.waiting} behind it")

    @Slot(object)
    def _end(self, end: End) -> None:
        sock = self.sock
        if sock is None or (end.connection, end.offset) != (self.opened, self.offset) or self.ends >= self.opened:
            self._break(f"end at {end.offset} of connection {end.connection}, expected {self.offset} of {self.opened}")
            return
        self.ends += 1
        self._had_end = end.reason
        wire = sock.wire
        if wire.descriptors:
            self._break(f"the connection ended and {sorted(wire.descriptors)} still hold it open: no FIN goes out")
        is_all_there = wire.has_witness or not sock.was_write_refused  # else it lies where nobody reaches it
        if end.reason in BY_THE_DEVICE and is_all_there and self.offset != wire.arrived:
            self._break(f"{end.reason}: {self.offset} of {wire.arrived} bytes that had come were given out")
        self._judge_reason(end.reason, sock)
        self.look_at_commands()

    def _judge_reason(self, reason: str, sock: SimulatedSocket) -> None:
        wire = sock.wire
        expected = self.causes | self._may_end_for()
        if wire.timed_out:
            expected.add("timed out")
        if wire.fin_arrived or (wire.is_lost and sock.was_write_refused) or (wire.reset and not wire.has_witness):
            expected.add(CLOSED)
        if wire.reset and wire.has_witness:
            expected.add(RESET)  # also behind a FIN that nobody had looked at before
        if reason == CLOSED and wire.reset and wire.has_witness and not wire.fin_arrived:
            self._break("a reset is told as a close")
        if reason not in expected:
            self._break(f"the connection ended as {reason!r}, expected {sorted(expected)}")

    @Slot(str)
    def _lose(self, reason: str) -> None:
        if self._had_end and reason != self._had_end:
            self._break(f"disconnected for {reason!r} behind an end for {self._had_end!r}")
        if not self._had_end and not any(word in reason for word in self.answers or UNANSWERED):
            self._break(f"disconnected for {reason!r}, expected {sorted(self.answers or UNANSWERED)}")
        self.answers.clear()
        self._had_end = ""
        self.reasons[reason] += 1

    @Slot()
    def _open(self) -> None:
        if self._link.state is not State.OPEN or self.ends != self.opened - 1:
            self._break(f"connected in state {self._link.state}")

    @Slot(object)
    def _change(self, state: State) -> None:
        if state not in STEPS[self._state]:
            self._break(f"from {self._state} to {state}")
        self._state = state
        self.states[state] += 1
        if state is State.IDLE:  # a dial that was given up
            self.answers.clear()

    @Slot(bool)
    def _grow_stale(self, is_stale: bool) -> None:
        if is_stale == self.is_stale:
            self._break(f"stale is {is_stale}, told twice")
        if is_stale and self.sock is not None and (self.sock.wire.waiting or self.sock.bytesAvailable()):
            self._break(f"called silent with {self.sock.wire.waiting} bytes that wait unread")
        self.is_stale = is_stale

    # -- what became of its bytes

    def hold_to_account(self, device: Device) -> None:
        """Judge at each end what the device's pipeline has made of the connection."""
        self._pipeline = device.pipeline
        device.ended.connect(self._count_frames)

    @Slot(str)
    def _count_frames(self, _reason: str) -> None:
        """Of a connection on which nothing was damaged: exactly the frames that the device made and that came whole."""
        box, framed = self._box, self._pipeline.framer.counts.frames
        expected, seen = box.tape.whole_frames(box.first, self.offset), framed - self._framed
        self._framed = framed
        decoding = self._pipeline.decoder.counts
        if not box.is_damaged:
            if seen != expected:
                self._break(f"{seen} frames of a sound connection were framed, {expected} came whole")
            if decoding.rejected.total() != self._rejected:
                self._break(f"frames of a sound connection were rejected: {decoding.rejected}")
        self._rejected = decoding.rejected.total()

    # -- commands

    def sent(self, ticket: Ticket) -> None:
        """The link has taken a command."""
        if ticket.connection != self.opened:
            self._break(f"a ticket for connection {ticket.connection} of {self.opened}")
        if problem := self.commands.put(ticket):
            self._break(problem)
        self.live[ticket] = TicketState.QUEUED

    @Slot(object)
    def _hear_ticket(self, ticket: Ticket) -> None:
        self.told[ticket] = ticket.state

    def look_at_commands(self) -> None:
        """Hold what the socket was given, and how far each ticket says it has come, against the two kernels."""
        sock = self.sock
        if sock is None:
            return
        if sock.given:
            given = bytes(sock.given)
            sock.given.clear()
            if problem := self.commands.give(given):
                self._break(problem)
        over = [ticket for ticket, state in self.live.items() if self._look_at_ticket(ticket, state, sock)]
        for ticket in over:
            del self.live[ticket]

    def _look_at_ticket(self, ticket: Ticket, before: TicketState, sock: SimulatedSocket) -> bool:
        """Whether it is over."""
        state = ticket.state
        if state is not before:
            self.live[ticket] = state
            if ORDER.get(state, 9) < ORDER[before]:
                self._break(f"a ticket went back from {before} to {state}")
            if state in FORGONE and (before is not TicketState.QUEUED or ticket.started_ns is not None):
                self._break(f"a command that had started is {state}")
        wire, end = sock.wire, ticket.end
        if state is TicketState.EXPIRED and (ticket.expires_ns is None or ticket.expires_ns > self._clock()):
            self._break("a command expired before its time")
        if ticket.connection == self.opened and end is not None and state in ORDER:
            if (state is TicketState.STARTED) != (wire.written < end):
                self._break(f"a command that ends at {end} is {state}; the kernel took {wire.written}")
            if state is TicketState.ACCEPTED and wire.acked < end:
                self._break(f"a command that ends at {end} is {state}; {wire.acked} are acknowledged")
        if ticket.is_over or (state is TicketState.HANDED and not wire.has_witness):
            self.final[state] += 1
            return True
        return False

    def look_at_rest(self) -> None:
        """When the loop has come round, whoever listens knows of each ticket's state, and none is too old."""
        for ticket, state in self.told.items():
            if ticket.state is not state:
                self._break(f"a ticket is {ticket.state}, and was last told of as {state}")
        self.told.clear()
        now = self._clock()
        for ticket in self.live:
            if ticket.state is TicketState.QUEUED and ticket.expires_ns is not None and ticket.expires_ns <= now:
                self._break("a command that is too old still waits")
