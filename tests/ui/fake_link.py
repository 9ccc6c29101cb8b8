"""A link whose far end is the test: it opens, sends, breaks and refuses when it is told to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.clock import now_ns
from app.health.ledger import Kernel
from app.link.contract import Link, LinkStatistics, ReceiveBuffer, SendRefusedError, State, TcpInfo, Ticket
from app.link.options import LinkOptions
from app.stream import Chunk, End

NO_BUFFER = ReceiveBuffer(None, None, None, None, "")


class FakeLink(Link):
    """Satisfies app.link.contract.Link without a socket.

    Attributes:
        buffer, info, kernel: what `statistics` says of the receive buffer, TCP_INFO and the ledger's witness.
        closes_slowly: `close` only begins; `finish_closing` ends it.
        extra_read: bytes that `statistics` claims to have read and never hands on, to unbalance the ledger.
        more: other fields of `statistics`, as the test has them.
        commands: what `tickets` tells; a test changes their states as it likes.
    """

    def __init__(self, options: LinkOptions) -> None:
        super().__init__()
        self.options = options
        self.buffer = NO_BUFFER
        self.info: TcpInfo | None = None
        self.kernel: Kernel | None = None
        self.closes_slowly = False
        self.extra_read = 0
        self.more: dict[str, Any] = {}
        self.sent = b""
        self.commands: list[Ticket] = []
        self._state = State.IDLE
        self._transport = options.transport
        self._connection = self._offset = self._read = self._reads = self._opened = 0
        self._reasons: Counter[str] = Counter()
        self._last_reason = ""

    # -- what the far end does

    def enter(self, state: State) -> None:
        self._state = state
        self.stateChanged.emit(state)

    def accept(self) -> None:
        """The connection is made."""
        self._connection += 1
        self._offset = 0
        self._opened += 1
        self._state = State.OPEN
        self.connected.emit()
        self.stateChanged.emit(State.OPEN)

    def receive(self, data: bytes) -> None:
        """Bytes come in."""
        at = now_ns()
        chunk = Chunk(memoryview(data), self._offset, self._connection, at, at)
        self._offset += len(data)
        self._read += len(data)
        self._reads += 1
        self.bytesReceived.emit(chunk)

    def lose(self, reason: str) -> None:
        """The connection breaks; the link waits for its next attempt."""
        self._end(reason, State.WAITING)

    def refuse(self, reason: str) -> None:
        """An attempt fails."""
        self._note(reason)
        self._state = State.WAITING
        self.disconnected.emit(reason)
        self.stateChanged.emit(State.WAITING)

    def finish_closing(self) -> None:
        self._end("closed here", State.IDLE)

    def _end(self, reason: str, state: State) -> None:
        self._note(reason)
        self._state = state
        self.ended.emit(End(self._offset, self._connection, reason, now_ns()))
        self.disconnected.emit(reason)
        self.stateChanged.emit(state)

    def _note(self, reason: str) -> None:
        self._reasons[reason] += 1
        self._last_reason = reason

    # -- Link

    @property
    def wished_transport(self) -> str:
        return self._transport

    def set_transport(self, mode: str) -> None:
        self._transport = mode
        self.transportChanged.emit(mode)

    @property
    def state(self) -> State:
        return self._state

    def set_options(self, options: LinkOptions) -> None:
        if options.transport != self.options.transport:
            self.set_transport(options.transport)
        self.options = options

    def open(self) -> None:
        self.enter(State.CONNECTING)

    def close(self) -> None:
        if self._state is State.CLOSING and self.closes_slowly:
            return
        if self._state is not State.OPEN:
            self.enter(State.IDLE)
        elif self.closes_slowly:
            self.enter(State.CLOSING)
        else:
            self.finish_closing()

    def restart(self, reason: str) -> None:
        self.lose(reason)

    def retry_now(self) -> None:
        if self._state is State.WAITING:
            self.open()

    def send(self, data: bytes, *, expires_ns: int | None = None, key: str = "") -> Ticket:
        if self._state is not State.OPEN:
            raise SendRefusedError("not open")
        self.sent += data
        ticket = Ticket(self._connection, data, now_ns(), key, expires_ns)
        self.commands.append(ticket)
        return ticket

    def tickets(self) -> tuple[Ticket, ...]:
        return tuple(self.commands)

    def statistics(self) -> LinkStatistics:
        statistics = LinkStatistics(
            state=self._state,
            transport=self._transport,
            wished=self._transport,
            address="127.0.0.1:7001",
            connection=self._connection,
            read=self._read + self.extra_read,
            in_qt=0,
            in_flight=0,
            reads=self._reads,
            written=len(self.sent),
            unsent=0,
            opened=self._opened,
            reasons=dict(self._reasons),
            last_reason=self._last_reason,
            next_try_ns=None,
            receive_buffer=self.buffer,
            tcp_info=self.info,
            kernel=self.kernel,
        )
        return replace(statistics, **self.more)


class FakeLinks:
    """Hands links to a rig and keeps them, in the order of the session's devices."""

    def __init__(self, prepare: Callable[[FakeLink], None] = lambda link: None) -> None:
        self.made: list[FakeLink] = []
        self._prepare = prepare

    def __call__(self, options: LinkOptions) -> Link:
        link = FakeLink(options)
        self._prepare(link)
        self.made.append(link)
        return link
