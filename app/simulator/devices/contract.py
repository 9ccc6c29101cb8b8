"""What every simulated device is: a name, a rate, frames for given stamps, and its words in a session file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from app.simulator.schedule import IntArray
from app.simulator.tape import Segment


@dataclass(frozen=True, slots=True)
class Plot:
    """A [[plot]] that a person would want of this device; channels without the device's name."""

    title: str
    channels: tuple[str, ...]
    window: str


class Console(Protocol):
    """Takes what one client sends to a device that listens to commands. Nothing that comes in makes it raise."""

    def feed(self, data: bytes, now_ns: int) -> None: ...


class Device(Protocol):
    """One simulated device, shared by all its clients. Frame numbers count from 0; a stamp is the moment when
    the frame is ready to be sent, in nanoseconds since boot, and never goes back from one frame to the next."""

    name: str
    sends: str  # for people: what comes over the wire
    rate_hz: float  # frames a second at rate 1
    frame_bytes: int  # of a frame on the wire, the longest where they differ
    revision: int  # goes up when a command changes the frames that follow: those rendered ahead are then stale
    time: str  # these three are inline tables of the session file
    framing: str
    decoding: str
    plots: tuple[Plot, ...]

    def render(self, first: int, stamps_ns: IntArray) -> Segment:
        """Wire bytes of frame `first` and its successors, a frame a stamp; at least one, fewer than there are
        stamps where that is cheaper."""

    def console(self) -> Console | None:
        """A new client's console; None for a device that does not listen."""
