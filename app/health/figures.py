"""What a link's health is judged by: figures of one moment, as values. Whoever has them fills them in (app.checkup).

None is "not available", everywhere and never a zero: a system without TCP_INFO says nothing of its queue, and then
nothing may be concluded from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from app.health.ledger import Ledger
from app.health.stamps import UNKNOWN, Int64Array, Stamps

UNSERVED = 0.25  # of a second: a quarter of the window's time, felt as drawing that stutters
OPEN = "open"
COMING_BACK = ("waiting", "resolving", "connecting")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The link. Names and units are those of app.link.contract's LinkStatistics and TcpInfo.

    waiting     bytes in the kernel's receive queue
    closed_here  how many of the connections were ended from here
    was_capped  the kernel gave less than the receive buffer that was asked for
    asked_for   somebody asked for that size, it is not the default
    """

    state: str
    address: str = ""
    transport: str = "gui"
    connection: int = 0
    opened: int = 0
    failed_in_row: int = 0
    closed_here: int = 0
    last_reason: str = ""
    next_try_ns: int | None = None
    read: int = 0
    in_qt: int = 0
    in_flight: int = 0
    written: int = 0
    unsent: int = 0
    acknowledged: int | None = None
    lost: int = 0
    silent_ns: int | None = None
    stale_after_ns: int | None = None
    is_stale: bool = False
    starved: int | None = None
    waiting: int | None = None
    rcv_window: int | None = None
    rcv_ooopack: int | None = None
    last_data_recv_ms: int | None = None
    probes: int | None = None
    retransmits: int | None = None
    buffer: int | None = None  # the receive buffer in effect
    buffer_asked: int | None = None
    buffer_note: str = ""
    was_capped: bool = False
    asked_for: bool = False

    @property
    def is_open(self) -> bool:
        return self.state == OPEN

    @property
    def is_coming_back(self) -> bool:
        return self.state in COMING_BACK


@dataclass(frozen=True, slots=True)
class Reads:
    """The chunks whose way ended within the last second.

    least_left  the least that the kernel still held right behind a read: 0 where the reader caught up once
    most        the most that waited at a read, its own bytes included
    age_ms      from readable to painted, to stored where nothing is painted: the mean of the bytes
    is_painted  which of the two
    """

    chunks: int = 0
    least_left: int | None = None
    most: int | None = None
    age_ms: float | None = None
    is_painted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The device's own time; see app.decoding.timing."""

    kind: str = "arrival"
    offset_ns: int | None = None
    reordered: int = 0
    untimed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept here.

    short_table, short_ns  the table that holds the least of those that have forgotten rows for the bound in bytes, and
                           how much that is; None where none has
    span_ns                what the session's history asks for; asked_for: by somebody, it is not the default
    crowded_out            rows forgotten for that bound
    forgotten              chunks whose ages nobody took in time
    """

    short_table: str = ""
    short_ns: int | None = None
    span_ns: int = 0
    asked_for: bool = False
    crowded_out: int = 0
    forgotten: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Computer:
    """This computer, the same for all devices. `suspended` and `set`: (when it was noticed, by how much), the newest.

    cost_ms  what the last refresh took
    lag_ms   how late the window's loop came to its timers, p99 of the last seconds
    unserved  the share of the last second for which the window's thread was ready and got no processor
    """

    wished_hz: float = 0.0
    rate_hz: float = 0.0
    slow_reason: str = ""
    cost_ms: float | None = None
    lag_ms: float | None = None
    unserved: float | None = None
    suspended: tuple[int, int] | None = None
    wall_set: tuple[int, int] | None = None

    @property
    def has_too_much_to_do(self) -> bool:
        """As far as is known."""
        return self.unserved is not None and self.unserved >= UNSERVED


@dataclass(frozen=True, slots=True)
class Orders:
    """Commands since the start: expired before they were started, and refused."""

    expired: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One look at a device. `failures`: of the ledger, since the start. `unnoticed`: what damage the framing cannot
    notice, "" where it notices. `violations`: lengths that could not be true, and `violation` the newest in words."""

    at_ns: int
    line: Line
    ledger: Ledger
    reads: Reads = field(default_factory=Reads)
    axis: Axis = field(default_factory=Axis)
    kept: Kept = field(default_factory=Kept)
    computer: Computer = field(default_factory=Computer)
    orders: Orders = field(default_factory=Orders)
    failures: tuple[str, ...] = ()
    unnoticed: str = ""
    violations: int = 0
    violation: str = ""


def reads_of(stamps: Stamps) -> Reads:
    """What the chunks of the last second say."""
    if not len(stamps):
        return Reads()
    known = stamps.backlog != UNKNOWN
    least, most = None, None
    if known.any():
        least = int((stamps.backlog[known] - stamps.sizes[known]).min())
        most = int(stamps.backlog[known].max())
    is_painted = bool(np.any(stamps.painted_ns != UNKNOWN))
    ends = stamps.painted_ns if is_painted else stamps.stored_ns
    return Reads(len(stamps), least, most, _mean_age_ms(stamps, ends), is_painted)


def _mean_age_ms(stamps: Stamps, ends: Int64Array) -> float | None:
    """Weighted by bytes, from the middle of the interval in which they became readable; see ages.py."""
    known = ends != UNKNOWN
    weights = np.maximum(stamps.sizes[known], 1)
    begins = (stamps.known_empty_ns[known] + stamps.read_ns[known]) / 2
    return float(((ends[known] - begins) * weights).sum() / weights.sum()) / 1e6 if len(weights) else None
