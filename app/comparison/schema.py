"""The report of a comparison, as `quintet compare --json` writes it and as the verdict reads it.

A round holds two ABBAs of blocks: gui thread thread gui, gui thread thread gui. A pair is two neighbouring blocks of
different modes, so a round holds four. Everything that the verdict says is computed from these rows alone.

Times in ms unless named otherwise; None (null): not to be had.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Mode = Literal["gui", "thread"]
VerdictKind = Literal["enough", "helps", "neither", "cannot tell", "too few"]

# What is measured of a chunk, from one time of its way to another (app.health.stamps).
MEASURES = (
    "sent_readable",  # where the sender stamps by this computer's clock
    "readable_read",
    "read_received",
    "received_stored",
    "stored_painted",
    "readable_received",
    "readable_painted",
    "sent_painted",
)


class Distribution(msgspec.Struct, frozen=True, kw_only=True):
    """Ages over all of a mode's blocks, of `count` chunks weighted by their bytes. A quantile q is None under
    10 / (1 - q) observations. `histogram` holds (upper edge of the class in ms, bytes), ascending."""

    count: int
    mean_ms: float | None = None
    p50_ms: float | None = None
    p90_ms: float | None = None
    p95_ms: float | None = None
    p99_ms: float | None = None
    max_ms: float | None = None
    histogram: tuple[tuple[float, int], ...] = ()


class LinkBlock(msgspec.Struct, frozen=True, kw_only=True):
    """One link in one block. `observations` are chunks; `means_ms` by measure.

    held_ms           time that the sender was held back by our window
    backlog_high      most bytes that waited at a read; in_flight_high: most between thread and GUI
    painting_read_ms  p99 of readable to read while the window painted (read jitter)
    """

    observations: int
    bytes: int
    means_ms: dict[str, float | None]
    held_ms: float | None = None
    backlog_high: int | None = None
    in_flight_high: int | None = None
    painting_read_ms: float | None = None


class Loop(msgspec.Struct, frozen=True, kw_only=True):
    """The event loop of the window in a block or a mode. `gc_*`: Python's garbage collector; `gc_lag_ms` is the longest
    lag that it caused."""

    lag_p50_ms: float | None = None
    lag_p99_ms: float | None = None
    lag_max_ms: float | None = None
    gc_count: int = 0
    gc_longest_ms: float | None = None
    gc_lag_ms: float | None = None
    refreshes: int = 0
    refresh_gap_ms: float | None = None  # the longest time between two refreshes


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One block. `pair` runs from 1 over the whole comparison. `cpu_s` and `wake_ups` by thread: "gui", "readers" (all
    SocketThreads), "process" (all threads). `broken` says why it cannot count ("" where it can)."""

    round: int
    pair: int
    mode: Mode
    seconds: float
    links: dict[str, LinkBlock]
    loop: Loop
    cpu_s: dict[str, float | None]
    wake_ups: dict[str, int | None]
    broken: str = ""


class LinkFigures(msgspec.Struct, frozen=True, kw_only=True):
    """One link over all of a mode's blocks; `held_share` is of the time, 0 to 1."""

    measures: dict[str, Distribution]
    bytes_per_s: float
    held_share: float | None = None
    backlog_high: int | None = None
    in_flight_high: int | None = None
    painting_read_ms: float | None = None


class ModeFigures(msgspec.Struct, frozen=True, kw_only=True):
    """All of a mode's blocks. `cpu` is the share of one processor, by thread as in Block; wake-ups a second."""

    seconds: float
    links: dict[str, LinkFigures]
    loop: Loop
    cpu: dict[str, float | None]
    wake_ups_per_s: dict[str, float | None]


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Block means of one measure of one link; difference = gui - thread."""

    round: int
    pair: int
    link: str
    measure: str
    gui_ms: float
    thread_ms: float
    difference_ms: float


class StallReport(msgspec.Struct, frozen=True, kw_only=True):
    """The stall that was made in the GUI thread, asked and measured."""

    kind: Literal["sleep", "python", "native"]
    busy_ms: float
    period_ms: float
    count: int = 0
    median_ms: float | None = None
    longest_ms: float | None = None


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """`sentence` answers; `evidence` and `limits` are sentences of their own."""

    kind: VerdictKind
    sentence: str
    evidence: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()


class Yardstick(msgspec.Struct, frozen=True, kw_only=True):
    """The same stream, read by a bare epoll loop in a process of its own."""

    seconds: float
    bytes_per_s: dict[str, float]
    measures: dict[str, dict[str, Distribution]]  # link, then sent_readable and readable_read
    cpu: float
    wake_ups_per_s: float | None


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """All of it. `ledgers`: one entry a round, device name to the report's ledger; `links`: what each link was
    (address, receive buffer, the socket's inode at the start and at the end)."""

    quintet: str
    session: str
    for_s: float
    rounds: int
    settle_s: float
    acceptable_ms: float
    stall: StallReport | None
    environment: dict[str, Any]
    links: dict[str, dict[str, Any]]
    blocks: tuple[Block, ...]
    modes: dict[str, ModeFigures]
    pairs: tuple[Pair, ...]
    ledgers: tuple[dict[str, Any], ...]
    fixed: tuple[str, ...]
    not_fixed: tuple[str, ...]
    yardstick: Yardstick | None = None
    verdict: str = ""
    verdict_kind: VerdictKind = "too few"
    evidence: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()


def as_json(comparison: Comparison) -> dict[str, Any]:
    """For a JSON encoder: what is not finite is null."""
    told: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(comparison, enc_hook=str))
    return told
