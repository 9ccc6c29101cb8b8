"""The counters that stages keep, each at the place where the thing happens.

None is derived from the others: a counter that is the remainder of a sum can never unbalance it.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass


class FramingCounts:
    """What a framer did with the bytes it was fed, in bytes, since it was made.

    framed     payload bytes of frames handed on
    overhead   bytes of framing around those payloads: delimiters, headers, checksums
    discarded  bytes that belong to no frame, by reason
    violations how often a length could not be true; `violation` is the newest in words, with the value
    """

    __slots__ = ("discarded", "framed", "frames", "overhead", "violation", "violations")

    def __init__(self) -> None:
        self.frames = 0
        self.framed = 0
        self.overhead = 0
        self.discarded: Counter[str] = Counter()
        self.violations = 0
        self.violation = ""

    def violate(self, text: str) -> None:
        self.violations += 1
        self.violation = text

    def cut(self, frames: int, payload_bytes: int, overhead_bytes: int) -> None:
        self.frames += frames
        self.framed += payload_bytes
        self.overhead += overhead_bytes

    def discard(self, reason: str, count: int) -> None:
        if count:
            self.discarded[reason] += count


@dataclass(frozen=True, slots=True)
class Reject:
    """A frame that was not decoded, kept to look at: the reason, its first bytes, its full length."""

    reason: str
    head: bytes
    length: int
    read_ns: int


class DecodingCounts:
    """What a decoder did with its frames; `samples` counts the rows it made of the decoded ones."""

    HEAD_BYTES = 256  # enough to see what is wrong with a line; the raw tail shows the rest
    KEPT = 20

    __slots__ = ("decoded", "recent", "rejected", "samples", "set_aside")

    def __init__(self) -> None:
        self.decoded = 0
        self.samples = 0
        self.rejected: Counter[str] = Counter()
        self.set_aside: Counter[str] = Counter()
        self.recent: deque[Reject] = deque(maxlen=self.KEPT)

    def reject(self, reason: str, payload: bytes, read_ns: int) -> None:
        self.rejected[reason] += 1
        self.recent.append(Reject(reason, payload[: self.HEAD_BYTES], len(payload), read_ns))

    def reject_many(self, reason: str, count: int, newest: Iterable[Reject]) -> None:
        """Count frames that were rejected for one reason, of which the newest are kept to look at."""
        if count:
            self.rejected[reason] += count
            self.recent.extend(newest)

    def put_aside(self, reason: str, count: int = 1) -> None:
        if count:
            self.set_aside[reason] += count
