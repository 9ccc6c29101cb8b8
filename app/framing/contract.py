"""What every framer is: bytes in, frames out, every byte accounted for."""

from __future__ import annotations

from typing import Any, Protocol

from app.health.counts import FramingCounts
from app.stream import Chunk, Frames


class Framer(Protocol):
    """Cuts the byte stream of one device into frames. Sans-IO, incremental, bounded.

    The same framer serves every connection of its device, one after the other: `feed` any pieces, then
    `end`, then `feed` the next connection's. Damage is data: it is counted, and cutting goes on. Nothing
    that comes in makes it raise.
    """

    counts: FramingCounts
    detects_damage: bool  # False for a bare length prefix and a fixed size: they cannot notice a lost byte

    @property
    def pending(self) -> int:
        """Bytes fed that are neither framed nor overhead nor discarded yet. At most the bound."""

    @property
    def violation(self) -> str | None:
        """Why the stream cannot be trusted any further ("length 4294967295 is beyond max_frame 1048576"), for
        the session's `on_violation`; None while all is well. Cleared by `end`."""

    def feed(self, chunk: Chunk) -> Frames:
        """Frames whose last byte has now come. Amortised O(len(chunk)), whatever the pieces."""

    def set_bounds(self, options: Any) -> None:
        """Its own options with other bounds (see `bounds`), from the next byte on, also in the midst of a frame."""

    def end(self) -> Frames:
        """The connection has ended: the last frame where the framing allows one without its delimiter (never by
        default), the truncated rest counted as discarded; ready for the next connection."""
