"""What every simulated device is: a name, a rate, frames for given stamps, and its words in a session file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from app.simulator.device_clock import DeviceClock
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
    revision: int  # goes up when the frames that follow change: those rendered ahead are then stale
    clock: DeviceClock  # what its stamps are read from
    max_frame: int  # bytes of payload that the session allows a frame
    time: str  # these three are inline tables of the session file
    framing: str
    decoding: str
    plots: tuple[Plot, ...]

    def render(self, first: int, stamps_ns: IntArray) -> Segment:
        """Wire bytes of frame `first` and its successors, a frame a stamp; at least one, fewer than there are
        stamps where that is cheaper."""

    def console(self) -> Console | None:
        """A new client's console; None for a device that does not listen."""

    def frame_of(self, payload: bytes) -> bytes:
        """A well-formed frame around any payload that the framing can carry."""

    def greeting(self) -> bytes:
        """What each connection begins with: one frame; none where it is empty."""

    def name_columns(self) -> None:
        """From now on a device that can names its columns in the stream, and so can change them."""

    def change_columns(self) -> None:
        """Other columns from the next frame on, and the first ones again when told again; `name_columns` comes
        before. Nothing where the stream does not name them."""


class Plain:
    """What a device need not say: it does not listen, and its stream does not name its columns."""

    def console(self) -> Console | None:
        return None

    def greeting(self) -> bytes:
        return b""

    def name_columns(self) -> None:
        pass

    def change_columns(self) -> None:
        pass
