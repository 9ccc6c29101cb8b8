"""Comparisons made from parameters and a seed: what each mode does to each link, chunk by chunk, then the rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from app.comparison.judgement.rows import QUANTILES
from app.comparison.schema import (
    MEASURES,
    Block,
    Comparison,
    Distribution,
    LinkBlock,
    LinkFigures,
    Loop,
    Mode,
    ModeFigures,
    StallReport,
    Yardstick,
)

ABBA: tuple[Mode, ...] = ("gui", "thread", "thread", "gui") * 2
HOPS = ("readable_read", "read_received", "received_stored", "stored_painted")
ADDED = {
    "readable_received": ("readable_read", "read_received"),
    "readable_painted": HOPS,
    "sent_painted": ("sent_readable", *HOPS),
}
_Ages = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Way:
    """One link's way in one mode: typical ms of each hop, spread over chunks by a factor exp(`spread` * normal).

    late, late_ms   the share of chunks that wait evenly up to `late_ms` more, before reading or (`late_hop`) elsewhere
    """

    read_ms: float = 0.4
    receive_ms: float = 0.01
    store_ms: float = 1.5
    paint_ms: float = 8.0
    spread: float = 0.3
    late: float = 0.0
    late_ms: float = 0.0
    late_hop: str = "readable_read"
    chunks: int = 150  # a block
    held_share: float | None = 0.0
    painted: bool = True

    def ages(self, random: np.random.Generator, factor: float) -> dict[str, _Ages]:
        typical = dict(zip(HOPS, (self.read_ms, self.receive_ms, self.store_ms, self.paint_ms), strict=True))
        n = self.chunks
        hops = {hop: factor * ms * np.exp(self.spread * random.standard_normal(n)) for hop, ms in typical.items()}
        hops["sent_readable"] = 0.05 * np.exp(0.2 * random.standard_normal(n))
        hops[self.late_hop] += (random.random(n) < self.late) * random.random(n) * self.late_ms
        for measure, parts in ADDED.items():
            hops[measure] = sum((hops[part] for part in parts), np.zeros(n))
        if not self.painted:
            hops = {measure: ages for measure, ages in hops.items() if "painted" not in measure}
        return hops


Links = Mapping[str, Way]


@dataclass
class _Collected:
    """What the blocks of one mode gather."""

    ages: dict[tuple[str, str], list[_Ages]] = field(default_factory=dict)

    def add(self, link: str, ages: Mapping[str, _Ages]) -> None:
        for measure, values in ages.items():
            self.ages.setdefault((link, measure), []).append(values)


def made(
    gui: Links | Way,
    thread: Links | Way,
    *,
    rounds: int = 3,
    noise: float = 0.03,
    seed: int = 1,
    acceptable_ms: float = 50.0,
    stall: StallReport | None = None,
    broken: Mapping[int, str] | None = None,
    loop: Loop | None = None,
    yardstick: bool = False,
    **fields: Any,
) -> Comparison:
    """`noise`: how much the machine changes from block to block; `broken`: why a pair's first block cannot count."""
    ways: dict[str, Links] = {mode: _links(links) for mode, links in (("gui", gui), ("thread", thread))}
    random, broken = np.random.default_rng(seed), broken or {}
    collected = {"gui": _Collected(), "thread": _Collected()}
    blocks = []
    for index, mode in enumerate(ABBA * rounds):
        number, seconds = index // 2 + 1, 2.5
        reason = broken.get(number, "") if index % 2 == 0 else ""
        ages = {
            name: way.ages(random, float(np.exp(noise * random.standard_normal()))) for name, way in ways[mode].items()
        }
        if number not in broken:
            for name in ages:
                collected[mode].add(name, ages[name])
        links = {name: _link_block(way, ages[name], seconds, random) for name, way in ways[mode].items()}
        blocks.append(_block(index // 8 + 1, number, mode, seconds, links, reason))
    names = list(dict.fromkeys([*ways["gui"], *ways["thread"]]))
    rows = Comparison(
        quintet="0.1.0",
        session="Bench 3",
        for_s=10.0,
        rounds=rounds,
        settle_s=0.5,
        acceptable_ms=acceptable_ms,
        stall=stall,
        environment=ENVIRONMENT,
        links={name: _described(number) for number, name in enumerate(names)},
        blocks=tuple(blocks),
        modes={mode: _mode(ways[mode], collected[mode], rounds, loop, mode) for mode in ("gui", "thread")},
        pairs=(),
        ledgers=tuple(dict.fromkeys(names, LEDGER) for _ in range(rounds)),
        fixed=("The sockets of imu, scope: the same inodes and connections after 12 hand-overs.",),
        not_fixed=("the processor's clock",),
        yardstick=_yardstick(names) if yardstick else None,
    )
    return msgspec.structs.replace(rows, **fields)


ENVIRONMENT: dict[str, Any] = {
    "python": "3.11.2",
    "pyside": "6.11.3",
    "system": "Linux 6.1",
    "processor": "Example 3000",
    "processors": 2,
    "display": "xcb, 1600 x 1000 at 60 Hz",
    "switch_interval_ms": 5.0,
    "load": [0.3, 0.2, 0.2],
}
LEDGER: dict[str, Any] = {
    "balanced": True,
    "failures": [],
    "bytes": {"received": 1_250_000, "framed": 1_200_000, "overhead": 50_000, "discarded": {}, "pending": 0},
    "frames": {"framed": 25_000, "decoded": 25_000, "rejected": {}, "set_aside": {}},
    "samples": {"decoded": 25_000, "in_history": 25_000, "aged_out": 0, "cleared": 0},
    "thread": {"read": 1_250_000, "in_flight": 0},
    "kernel": {"bytes_received": 1_250_000, "agrees": True},
}


def _links(links: Links | Way) -> Links:
    return {"scope": links} if isinstance(links, Way) else links


def _described(number: int) -> dict[str, Any]:
    buffer = {"asked": 4194304, "granted": 8388608, "effective": 8388608, "autotune_ceiling": 6291456, "note": ""}
    return {
        "address": f"tcp://127.0.0.1:{7001 + number}",
        "receive_buffer": buffer,
        "inode_start": 4711 + number,
        "inode_end": 4711 + number,
    }


def _link_block(way: Way, ages: Mapping[str, _Ages], seconds: float, random: np.random.Generator) -> LinkBlock:
    share = way.held_share
    if share:
        share = float(np.clip(share * (1 + 0.1 * random.standard_normal()), 0, 1))
    return LinkBlock(
        observations=way.chunks,
        bytes=way.chunks * 4096,
        means_ms={measure: float(ages[measure].mean()) if way.chunks and measure in ages else None
                  for measure in MEASURES},
        held_ms=None if share is None else share * seconds * 1e3,
        backlog_high=40_000,
        in_flight_high=70_000,
        painting_read_ms=2.5,
    )  # fmt: skip


def _block(number: int, pair: int, mode: Mode, seconds: float, links: dict[str, LinkBlock], broken: str) -> Block:
    return Block(
        round=number, pair=pair, mode=mode, seconds=seconds, links=links, loop=LOOP, broken=broken,
        cpu_s={"gui": 0.9, "readers": 0.3 if mode == "thread" else 0.0, "process": 1.3},
        wake_ups={"gui": 1500, "readers": 900 if mode == "thread" else 0, "process": 2600},
    )  # fmt: skip


LOOP = Loop(
    lag_p50_ms=0.2, lag_p99_ms=3.1, lag_max_ms=12.0, gc_count=40, gc_longest_ms=1.1, gc_lag_ms=1.2, refreshes=600,
    refresh_gap_ms=33.0,
)  # fmt: skip


def _mode(links: Links, collected: _Collected, rounds: int, loop: Loop | None, mode: str) -> ModeFigures:
    threads = mode == "thread"
    return ModeFigures(
        seconds=10.0 * rounds,
        links={
            name: LinkFigures(
                measures={m: distribution(collected.ages.get((name, m), [])) for m in MEASURES},
                bytes_per_s=way.chunks * 4096 / 2.5,
                held_share=way.held_share,
                backlog_high=40_000,
                in_flight_high=70_000 if threads else 0,
                painting_read_ms=2.5,
            )
            for name, way in links.items()
        },
        loop=loop or LOOP,
        cpu={"gui": 0.36, "readers": 0.12 if threads else 0.0, "process": 0.52},
        wake_ups_per_s={"gui": 600.0, "readers": 360.0 if threads else 0.0, "process": 1040.0},
    )


def distribution(parts: list[_Ages]) -> Distribution:
    ages = np.concatenate(parts) if parts else np.zeros(0)
    if not len(ages):
        return Distribution(count=0)
    quantiles = {
        f"{name}_ms": float(np.percentile(ages, int(name[1:]))) if len(ages) >= least else None
        for name, least in QUANTILES
    }
    return Distribution(
        count=len(ages), mean_ms=float(ages.mean()), max_ms=float(ages.max()), histogram=_histogram(ages), **quantiles
    )


def _histogram(ages: _Ages) -> tuple[tuple[float, int], ...]:
    """Classes 5 % wide."""
    classes = np.ceil(np.log(np.maximum(ages, 1e-6)) / np.log(1.05)).astype(int)
    numbers, counts = np.unique(classes, return_counts=True)
    return tuple((float(1.05**number), int(count)) for number, count in zip(numbers, counts, strict=True))


def _yardstick(names: list[str]) -> Yardstick:
    random = np.random.default_rng(5)
    ages = 0.06 * np.exp(0.4 * random.standard_normal(4000))
    measures = {"sent_readable": distribution([ages]), "readable_read": distribution([ages / 2])}
    return Yardstick(
        seconds=10.0,
        bytes_per_s=dict.fromkeys(names, 245_760.0),
        measures=dict.fromkeys(names, measures),
        cpu=0.04,
        wake_ups_per_s=3000.0,
    )


def exchanged(comparison: Comparison) -> Comparison:
    """The same measurement with the names of the modes exchanged."""
    other: dict[str, Mode] = {"gui": "thread", "thread": "gui"}
    return msgspec.structs.replace(
        comparison,
        blocks=tuple(msgspec.structs.replace(each, mode=other[each.mode]) for each in comparison.blocks),
        modes={other[mode]: figures for mode, figures in comparison.modes.items()},
    )


def with_links(comparison: Comparison, change: Callable[[LinkBlock], LinkBlock]) -> Comparison:
    """With every link of every block changed."""
    blocks = tuple(
        msgspec.structs.replace(block, links={name: change(link) for name, link in block.links.items()})
        for block in comparison.blocks
    )
    return msgspec.structs.replace(comparison, blocks=blocks)


GOOD = Way()
STALLED_GUI = Way(late=0.25, late_ms=110.0)  # what waits for the GUI waits before it is read
STALLED_THREAD = Way(late=0.25, late_ms=110.0, late_hop="read_received")  # read at once, then waits all the same
SLEEP = StallReport(kind="sleep", busy_ms=100.0, period_ms=500.0, count=120, median_ms=100.2, longest_ms=103.9)
