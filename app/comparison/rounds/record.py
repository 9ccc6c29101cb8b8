"""What a comparison has measured so far, and the report of it: blocks, sums of each mode, ledgers, and what stayed
the same meanwhile.

A report can be made at any moment; where it is made early it holds what there is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app import __version__
from app.comparison.measuring.identity import SocketIdentity, own_socket_among, own_sockets
from app.comparison.measuring.meter import Measured
from app.comparison.measuring.tally import ModeTally
from app.comparison.rounds.chosen import NO_ATTEMPT
from app.comparison.rounds.schedule import DEFAULT_FOR_NS, DEFAULT_ROUNDS, Step, Timing
from app.comparison.schema import Block, Comparison, Loop, StallReport, Yardstick
from app.device import Device
from app.environment import environment, load_average
from app.link.contract import LinkStatistics, State
from app.report import report
from app.rig import Rig
from app.sentence import numbered, sentence

DEFAULT_ACCEPTABLE_MS = 50.0
DEFAULT_OPEN_NS = 10_000_000_000
DEFAULT_WARM_UP_NS = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareOptions:
    """What is asked of a comparison.

    names          the links to compare; () for all of the session
    for_ns         the time that a mode gets a round; a block is a quarter of it
    acceptable_ms  how old painted data may be
    warm_up_ns     how long each mode reads before anything is measured
    open_ns        how long links may take to open
    settle_ns      the pause before a block; None: by schedule.timing
    environment    what the caller knows of the surroundings: `display`
    yardstick      what was measured before, by a bare loop
    notes          what else could not be kept fixed, in words
    """

    names: tuple[str, ...] = ()
    for_ns: int = DEFAULT_FOR_NS
    rounds: int = DEFAULT_ROUNDS
    acceptable_ms: float = DEFAULT_ACCEPTABLE_MS
    warm_up_ns: int = DEFAULT_WARM_UP_NS
    open_ns: int = DEFAULT_OPEN_NS
    settle_ns: int | None = None
    environment: Mapping[str, Any] = field(default_factory=dict)
    yardstick: Yardstick | None = None
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _LinkRecord:
    """A chosen link, when the first block was about to begin and now; None where it never opened."""

    address: str
    opened: bool = False
    reason: str = ""
    start: LinkStatistics | None = None
    end: LinkStatistics | None = None
    inode_start: int | None = None
    inode_end: int | None = None

    @property
    def kept_its_socket(self) -> bool:
        start, end = self.start, self.end
        if start is None or end is None or end.state is not State.OPEN:
            return False
        return start.connection == end.connection and self.inode_start == self.inode_end

    def as_json(self) -> dict[str, Any]:
        buffer = self.end.receive_buffer if self.end is not None else None
        return {
            "address": self.address,
            "peer": self.end.address if self.end is not None else None,
            "opened": self.opened,
            "reason": self.reason,
            "receive_buffer": {
                "asked": _plain(buffer.asked if buffer else None),
                "granted": _plain(buffer.granted if buffer else None),
                "effective": _plain(buffer.effective if buffer else None),
            },
            "connection_start": self.start.connection if self.start is not None else None,
            "connection_end": self.end.connection if self.end is not None else None,
            "inode_start": self.inode_start,
            "inode_end": self.inode_end,
        }


class Record:
    """See the module.

    Attributes:
        blocks: those that are done, broken ones too.
        notes: what could not be kept fixed, as it was found.
        refresh_hz: the rate at which the window's refresh clock is kept; None before.
    """

    def __init__(self, rig: Rig, names: Sequence[str], options: CompareOptions, timing: Timing) -> None:
        self.blocks: list[Block] = []
        self.notes: list[str] = [*filter(None, [timing.note]), *options.notes]
        self.refresh_hz: float | None = None
        self._rig = rig
        self._names = tuple(names)
        self._options = options
        self._timing = timing
        self._tallies = {"gui": ModeTally(), "thread": ModeTally()}
        self._ledgers: list[dict[str, Any]] = []
        self._links = {device.name: _LinkRecord(device.options.address) for device in self._devices()}
        self._load_before = load_average()
        self._handovers = 0
        self._mode = ""

    def _devices(self) -> list[Device]:
        return [device for device in self._rig.devices if device.name in self._names]

    # -- as it goes on

    def began(self) -> None:
        """The links that are there are open; what they are now is what they should be at the end."""
        sockets = own_sockets()
        for device in self._devices():
            link, statistics = self._links[device.name], device.link.statistics()
            link.opened = device.link.state is State.OPEN
            if link.opened:
                link.start = statistics
                link.inode_start = _inode(sockets, statistics)
            else:
                link.reason = statistics.last_reason or NO_ATTEMPT
                said = sentence("{device} never opened ({reason})", device=device.name, reason=link.reason)
                self.notes.append(said)

    def mode_asked(self, mode: str) -> None:
        self._handovers += bool(self._mode) and mode != self._mode
        self._mode = mode

    def add(self, step: Step, measured: Measured) -> Block:
        block = Block(
            round=step.round,
            pair=step.pair,
            mode=step.mode,
            seconds=measured.seconds,
            links={name: link.block for name, link in measured.links.items()},
            loop=measured.loop,
            cpu_s=measured.cpu_s,
            wake_ups=measured.wake_ups,
            broken=measured.broken,
        )
        self.blocks.append(block)
        self._look_again()
        if not block.broken:
            self._tallies[step.mode].add(measured)
        return block

    def add_missing(self, step: Step, reason: str) -> Block:
        """A block that could not even begin."""
        block = Block(
            round=step.round,
            pair=step.pair,
            mode=step.mode,
            seconds=0.0,
            links={},
            loop=Loop(),
            cpu_s={},
            wake_ups={},
            broken=reason,
        )
        self.blocks.append(block)
        return block

    def keep_ledgers(self) -> None:
        """The account of every device, at the end of a round."""
        self._ledgers.append({device["name"]: device["ledger"] for device in report(self._rig)["devices"]})

    # -- the report

    def comparison(self, stall: StallReport | None) -> Comparison:
        """Without a verdict: that is made from these rows."""
        self._look_again()
        if self.blocks and len(self._ledgers) < self.blocks[-1].round:
            self.keep_ledgers()
        options = self._options
        return Comparison(
            quintet=__version__,
            session=self._rig.session.title,
            for_s=options.for_ns / 1e9,
            rounds=options.rounds,
            settle_s=self._timing.settle_ns / 1e9,
            acceptable_ms=options.acceptable_ms,
            stall=stall,
            environment=self._environment(),
            links={name: link.as_json() for name, link in self._links.items()},
            blocks=tuple(self.blocks),
            modes={mode: tally.figures() for mode, tally in self._tallies.items()},
            pairs=(),
            ledgers=tuple(self._ledgers),
            fixed=tuple(self._fixed()),
            not_fixed=tuple(self._not_fixed()),
            yardstick=options.yardstick,
        )

    def _look_again(self) -> None:
        """Which sockets there are now; once the rig closes its links that says nothing of the comparison any more."""
        if self._rig.at_stop is not None:
            return
        sockets = own_sockets()
        for device in self._devices():
            link = self._links[device.name]
            link.end = device.link.statistics()
            link.inode_end = _inode(sockets, link.end)

    def _environment(self) -> dict[str, Any]:
        return {
            **environment(),
            "refresh_hz": self.refresh_hz or self._rig.session.refresh_hz,
            "block_s": self._timing.block_ns / 1e9,
            "load_average_before": self._load_before,
            "load_average_after": load_average(),
            **self._options.environment,
        }

    def _fixed(self) -> list[str]:
        kept = [name for name, link in self._links.items() if link.kept_its_socket]
        if not kept or not self.blocks:
            return []
        proved = all(self._links[name].inode_start is not None for name in kept)
        found = [_kept_sockets(", ".join(kept), self._handovers, proved=proved)]
        sized = [name for name in kept if self._asked(name) is not None]
        if sized:
            found.append(
                sentence(
                    "The receive buffers of {devices} belong to the sockets and were the same for both.",
                    devices=", ".join(sized),
                )
            )
        return [*found, *self._pace()]

    def _pace(self) -> list[str]:
        """It says also that the load was too much for the rate that the session asks for."""
        rate_hz, wished_hz = self.refresh_hz, self._rig.session.refresh_hz
        if rate_hz is None:
            return []
        rate, wished = f"{rate_hz:.3g}", f"{wished_hz:.3g}"
        if rate_hz >= wished_hz:
            return [sentence("The window's refreshes: at most {rate} a second.", rate=rate)]
        return [
            sentence(
                "The window's refreshes: at most {rate} a second, less than the session's {wished} Hz since this load "
                "is too much for it.",
                rate=rate,
                wished=wished,
            )
        ]

    def _not_fixed(self) -> list[str]:
        found = list(dict.fromkeys(self.notes))
        if not self.blocks:
            return found
        for name, link in self._links.items():
            if link.opened and not link.kept_its_socket:
                found.append(sentence("the socket of {device} (it was not the same to the end)", device=name))
        tuned = [name for name, link in self._links.items() if link.opened and self._asked(name) is None]
        if tuned:
            devices = ", ".join(tuned)
            found.append(sentence("the receive buffers that the kernel tunes by itself ({devices})", devices=devices))
        return [*found, sentence("what the devices sent (each block had its own data)"), self._other_load()]

    def _other_load(self) -> str:
        before, after = self._load_before, load_average()
        if before is None or after is None:
            return sentence("what else ran on this machine")
        return sentence(
            "what else ran on this machine (load average {before} before, {after} after)",
            before=f"{before:.1f}",
            after=f"{after:.1f}",
        )

    def _asked(self, name: str) -> int | None:
        start = self._links[name].start
        return start.receive_buffer.asked if start is not None else None


def _kept_sockets(devices: str, handovers: int, *, proved: bool) -> str:
    if proved:
        return numbered(
            handovers,
            "The sockets of {devices}: the same inodes and connections after {count} hand-over.",
            "The sockets of {devices}: the same inodes and connections after {count} hand-overs.",
            devices=devices,
        )
    return numbered(
        handovers,
        "The sockets of {devices}: the same connections after {count} hand-over.",
        "The sockets of {devices}: the same connections after {count} hand-overs.",
        devices=devices,
    )


def _inode(sockets: Sequence[SocketIdentity], statistics: LinkStatistics) -> int | None:
    identity = own_socket_among(sockets, statistics.address)
    return identity.inode if identity is not None else None


def _plain(size: int | None) -> int | None:
    """A size as JSON knows it: a session's is an int of its own kind."""
    return None if size is None else int(size)
