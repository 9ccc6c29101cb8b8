"""What every link is, whatever carries its bytes.

    idle -> resolving -> connecting -> open -> closing -> idle
                 \\____________\\________\\-> waiting -> resolving ...
                                          \\-> failed

`waiting` is the pause before the next attempt; `failed` is final until `open()` is called again (the
address is wrong; trying again cannot help).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from app.health.ledger import Kernel
from app.link.options import LinkOptions
from app.sentence import sentence


class State(StrEnum):
    IDLE = sentence("idle")
    RESOLVING = sentence("resolving")
    CONNECTING = sentence("connecting")
    OPEN = sentence("open")
    WAITING = sentence("waiting")
    CLOSING = sentence("closing")
    FAILED = sentence("failed")


@dataclass(frozen=True, slots=True)
class ReceiveBuffer:
    """SO_RCVBUF, in bytes, as the kernel counts it (Linux doubles what is asked, man 7 socket).

    asked             None for "auto"
    granted           what getsockopt returned right after asking; None with "auto" or before a socket
    effective         what getsockopt returned last; None where not to be had
    autotune_ceiling  tcp_rmem[2], what auto-tuning could have reached; None where not to be had
    note              what happened and what to do about it, for people ("" where all is plain)
    """

    asked: int | None
    granted: int | None
    effective: int | None
    autotune_ceiling: int | None
    note: str


@dataclass(frozen=True, slots=True)
class TcpInfo:
    """What the kernel says of the open connection (struct tcp_info, linux/tcp.h). None: not available.

    Times in ms, sizes in bytes. `waiting` is SIOCINQ at the same moment.
    """

    bytes_received: int | None
    waiting: int | None
    rcv_rtt_ms: float | None
    rcv_ooopack: int | None
    last_data_recv_ms: int | None
    rcv_space: int | None
    snd_mss: int | None
    rcv_mss: int | None
    rcv_window: int | None = None  # what we offer the sender now (Linux 6.2); 0: it has to wait
    bytes_acked: int | None = None  # of ours, by the device's network stack; without the SYN (Linux 4.1)
    last_ack_recv_ms: int | None = None  # since it acknowledged anything
    retransmits: int | None = None  # of one segment, unanswered so far
    probes: int | None = None  # of its closed window or of an idle connection, unanswered so far


@dataclass(frozen=True, slots=True)
class ReaderThread:
    """The thread of a link in thread mode. `native_id` is the system's number for it (app.threads asks by it)."""

    name: str
    native_id: int


@dataclass(frozen=True, slots=True)
class LinkStatistics:
    """A link at one moment. Totals run over all its connections.

    transport   who reads ("gui" or "thread"): the open connection's reader now, else who will read the next one
    wished      the mode asked for; differs from `transport` while a socket is being handed over
    address     the address in use or last tried ("127.0.0.1:7001"), "" before the first look-up
    read        bytes read at the socket
    in_qt       bytes waiting in Qt's buffer
    in_flight   bytes read and not yet delivered, one moment with `read`; 0 in gui mode
    most_in_flight  the most since the socket was handed over last
    thread      the SocketThread, None in gui mode
    failed_in_row  attempts and connections that came to nothing since the last one that lasted
    next_try_ns    when the next attempt is planned; None while none is
    silent_ns      how long nothing has come on the open connection; None when not open
    stale_after_ns after how much silence the link is stale; None before the first connection
    is_stale       it is silent for longer than that
    acknowledged   bytes that the device's network stack has acknowledged, over all connections; None: not available
    lost           bytes that were queued or written and lost with their connection
    refused        commands that `send` did not take
    starved        how often bytes waited while others were served; see app.link.connection. None where not to be had
    reads       read calls that returned bytes
    written     bytes the kernel took; unsent: bytes waiting in the outbox and in Qt
    opened      how often it opened; `reasons` how often each end or failure came
    last_reason the newest of them in words, "" where there is none; next_try_ns when waiting
    kernel      the witness of the ledger, None before the first connection and where there is no TCP_INFO
    """

    state: State
    transport: str
    address: str
    connection: int
    read: int
    in_qt: int
    in_flight: int
    reads: int
    written: int
    unsent: int
    opened: int
    reasons: Mapping[str, int]
    last_reason: str
    next_try_ns: int | None
    receive_buffer: ReceiveBuffer
    tcp_info: TcpInfo | None
    kernel: Kernel | None
    wished: str = "gui"
    most_in_flight: int = 0
    thread: ReaderThread | None = None
    failed_in_row: int = 0
    silent_ns: int | None = None
    stale_after_ns: int | None = None
    is_stale: bool = False
    acknowledged: int | None = None
    lost: int = 0
    starved: int | None = None
    refused: int = 0


class SendRefusedError(Exception):
    """The bytes were not taken; the message says why (not open, or the queue's bound, with the values)."""


class TicketState(StrEnum):
    """How far a command has come. The last four are final."""

    QUEUED = sentence("queued")
    STARTED = sentence(
        "started"
    )  # some of it has been handed to Qt: from now on it is finished, or lost with the connection
    HANDED = sentence("handed to the kernel")  # whole
    ACCEPTED = sentence(
        "accepted"
    )  # whole, by the device's network stack: TCP says no more of what the device makes of it
    EXPIRED = sentence("expired")  # before it started
    REPLACED = sentence("replaced")  # by a newer value for the same set-point, before it started
    LOST = sentence("lost")  # with the connection; how much of it had arrived is not known


@dataclass(slots=True, eq=False)
class Ticket:
    """One command on its way. Changed by the outbox alone; whoever sent it looks.

    connection   the opening of the link that it was queued for
    data         its bytes
    key          the set-point that it is a value of ("" for a command): a newer one replaces it while it is queued
    expires_ns   not to be started from then on; None: never too old
    end          position behind its last byte in the connection's outgoing stream; None until it started
    *_ns         when it entered that state (app.clock); None where it has not. accepted_ns stays None where the system
                 does not tell what was acknowledged: the state is then HANDED for good
    """

    connection: int
    data: bytes
    queued_ns: int
    key: str = ""
    expires_ns: int | None = None
    state: TicketState = TicketState.QUEUED
    end: int | None = None
    started_ns: int | None = None
    handed_ns: int | None = None
    accepted_ns: int | None = None
    ended_ns: int | None = None  # expired, replaced or lost

    @property
    def is_over(self) -> bool:
        """Nothing more will become of it."""
        return self.state in _OVER


_OVER = frozenset({TicketState.ACCEPTED, TicketState.EXPIRED, TicketState.REPLACED, TicketState.LOST})


class Link(QObject):
    """One device's connection. Never blocks, and lives in the GUI thread whoever reads the socket.

    Signals:
        bytesReceived(Chunk): bytes, in order; `offset` and `connection` let the receiver check that.
        ended(End): behind the last chunk of a connection, however it ended. `disconnected` follows.
        connected(): the link is open; `on_connect` has been queued.
        disconnected(str as object): the connection ended or an attempt failed, and why, in words.
        stateChanged(State): each change, after it.
        bytesSent(int as object): bytes the kernel took since the last emission.
        transportChanged(str): another mode was wished, or a hand-over to it is done.
        staleChanged(bool): the device has been silent for too long; False: it speaks again, or the connection ended.
        ticketChanged(Ticket): it has entered another state, a turn of the loop after it; several are told once.
    """

    bytesReceived = Signal(object)
    ended = Signal(object)
    connected = Signal()
    disconnected = Signal(object)
    stateChanged = Signal(object)
    bytesSent = Signal(object)
    transportChanged = Signal(str)
    staleChanged = Signal(bool)
    ticketChanged = Signal(object)

    @property
    def state(self) -> State:
        """The state now; cheap."""
        raise TypeError("a transport implements this")

    def set_options(self, options: LinkOptions) -> None:
        """Other options of the same kind, from now on; those of a connection hold from the next one on."""
        raise TypeError("a transport implements this")

    def open(self) -> None:
        """Connect, and come back after a loss, until `close`."""
        raise TypeError("a transport implements this")

    def close(self) -> None:
        """End the connection and stay closed. Reports `idle` at the latest after a bounded time."""
        raise TypeError("a transport implements this")

    @property
    def wished_transport(self) -> str:
        """The mode asked for last."""
        raise TypeError("a transport implements this")

    def set_transport(self, mode: str) -> None:
        """Let the GUI thread ("gui") or a SocketThread ("thread") read from now on. The connected socket itself moves,
        without waiting; asked again meanwhile, the last wish holds. Without a connection it holds for the next one.
        """
        raise TypeError("a transport implements this")

    def hand_on(self) -> None:
        """Give out now what a thread has read and is on its way; for whoever is about to show what there is. Nothing to
        do where the GUI thread reads."""

    def restart(self, reason: str) -> None:
        """End this connection for `reason` (the stream cannot be trusted any further) and come back as after a loss."""
        raise TypeError("a transport implements this")

    def retry_now(self) -> None:
        """While waiting: try at once. Nothing to do in any other state."""
        raise TypeError("a transport implements this")

    def send(self, data: bytes, *, expires_ns: int | None = None, key: str = "") -> Ticket:
        """Queue a command for the device; see Ticket for `expires_ns` and `key`. Raises SendRefusedError."""
        raise TypeError("a transport implements this")

    def tickets(self) -> tuple[Ticket, ...]:
        """The newest commands, over all connections, newest last; bounded."""
        raise TypeError("a transport implements this")

    def statistics(self) -> LinkStatistics:
        """A snapshot; asks the kernel, so at most once a refresh."""
        raise TypeError("a transport implements this")
