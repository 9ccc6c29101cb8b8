"""The ledger: five sums that must hold, and the judgement of them.

    bytes:   received = framed + overhead + discarded (by reason) + pending
    frames:  framed   = decoded + rejected (by reason) + set aside (by reason)
    samples: decoded  = in history + aged out + cleared
    thread:  read = received + in flight
    kernel:  read + in Qt's buffer + waiting in the kernel = tcpi_bytes_received

Pure: it judges frozen snapshots and touches nothing. The kernel's line is a bracket, since reading a
counter and reading a queue are two calls on a socket that goes on receiving in between: it holds when
the sum lies within [bytes_received before, bytes_received after]. Once the peer's FIN has arrived
tcpi_bytes_received counts it as one more (see linux/net/ipv4/tcp_input.c, tcp_fin).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.sentence import sentence


@dataclass(frozen=True, slots=True)
class Bytes:
    received: int
    framed: int
    overhead: int
    discarded: Mapping[str, int]
    pending: int


@dataclass(frozen=True, slots=True)
class FrameCounts:
    framed: int
    decoded: int
    rejected: Mapping[str, int]
    set_aside: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Samples:
    decoded: int
    in_history: int
    aged_out: int
    cleared: int


@dataclass(frozen=True, slots=True)
class Thread:
    read: int
    in_flight: int


@dataclass(frozen=True, slots=True)
class Kernel:
    """The kernel's account, summed over the link's connections, without FINs.

    `before` and `after` are tcpi_bytes_received around the reading of the two queues; `sum` is read +
    in Qt's buffer + waiting in the kernel, counted in between. `unread`: how much of that was not read; with what
    waits now, what connections had left when they were closed here.
    """

    before: int
    sum: int
    after: int
    unread: int = 0

    @property
    def agrees(self) -> bool:
        return self.before <= self.sum <= self.after


@dataclass(frozen=True, slots=True)
class Ledger:
    """One device's account. `mismatches` are chunks whose offset or connection was not the expected
    one; each is a failure by itself. `kernel` is None where there is no TCP_INFO, and before the first connection."""

    bytes: Bytes
    frames: FrameCounts
    samples: Samples
    thread: Thread
    kernel: Kernel | None
    mismatches: tuple[str, ...] = ()

    def failures(self) -> tuple[str, ...]:
        """What does not add up, each with the values that were seen; empty when all holds."""
        found = list(self.mismatches)
        b, f, s, t = self.bytes, self.frames, self.samples, self.thread
        discarded = sum(b.discarded.values())
        if b.received != b.framed + b.overhead + discarded + b.pending:
            found.append(
                sentence(
                    "bytes: received {received} is not framed {framed} + overhead {overhead} + discarded {discarded}"
                    " + pending {pending}",
                    received=b.received,
                    framed=b.framed,
                    overhead=b.overhead,
                    discarded=discarded,
                    pending=b.pending,
                )
            )
        rejected, aside = sum(f.rejected.values()), sum(f.set_aside.values())
        if f.framed != f.decoded + rejected + aside:
            found.append(
                sentence(
                    "frames: framed {framed} is not decoded {decoded} + rejected {rejected} + set aside {aside}",
                    framed=f.framed,
                    decoded=f.decoded,
                    rejected=rejected,
                    aside=aside,
                )
            )
        if s.decoded != s.in_history + s.aged_out + s.cleared:
            found.append(
                sentence(
                    "samples: decoded {decoded} is not in history {held} + aged out {aged} + cleared {cleared}",
                    decoded=s.decoded,
                    held=s.in_history,
                    aged=s.aged_out,
                    cleared=s.cleared,
                )
            )
        if t.read != b.received + t.in_flight:
            found.append(
                sentence(
                    "thread: read {read} is not received {received} + in flight {in_flight}",
                    read=t.read,
                    received=b.received,
                    in_flight=t.in_flight,
                )
            )
        if self.kernel is not None and not self.kernel.agrees:
            k = self.kernel
            found.append(
                sentence(
                    "kernel: {sum} bytes read or waiting, but the kernel counted {before} to {after}",
                    sum=k.sum,
                    before=k.before,
                    after=k.after,
                )
            )
        return tuple(found)

    @property
    def unread(self) -> int | None:
        """Bytes that had come and were not read: they wait now, or their connection was closed here before that. None
        where the kernel does not tell."""
        return None if self.kernel is None else self.kernel.unread

    @property
    def balanced(self) -> bool:
        return not self.failures()
