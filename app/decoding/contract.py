"""What every decoder is: frames in, rows out, every frame accounted for."""

from __future__ import annotations

from typing import Any, Protocol

from app.decoding.labels import Labels
from app.decoding.timing import TimeAxis
from app.health.counts import DecodingCounts
from app.stream import Batch, Frames


class Decoder(Protocol):
    """Turns the frames of one device into rows of one or more tables. Vectorised; nothing makes it raise.

    A frame that is not sound costs itself alone: rejected, with a reason. What is sound but no data (a header
    line, a class nobody asked for) is set aside, with a reason. `counts.samples` grows by the rows made.

    `axis` makes the rows' times; the window shows its kind and offset.
    """

    counts: DecodingCounts
    axis: TimeAxis

    def decode(self, frames: Frames) -> list[Batch]:
        """Batches in the order of arrival; their arrays may be views of `frames.buffer`."""

    def relabel(self, options: Any) -> Labels:
        """Its own options with other words for the same values (see `labels`): from the next row on, also in the midst
        of a connection. Tells what each column is called now that it has made so far; nothing else has changed."""

    def end(self) -> None:
        """The connection has ended: what was learned from it alone (a header line) must be learned again."""
