"""What the simulator says while it is controlled: one JSON object a line, read into frozen structs. Pure.

The child is our own, its output is checked all the same: a line that is none of these is a MessageError with its
beginning, for the log of the fault control. See `quintet simulate --help` for what it is told and what it says.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from ui.plain import plain
from ui.translate import tr

SHOWN = 80  # characters of a line that cannot be read
MOST_DEVICES = 1000

Name = Annotated[str, Meta(max_length=200)]
Words = Annotated[str, Meta(max_length=2000)]
Count = Annotated[int, Meta(ge=0)]
Seconds = Annotated[float, Meta(ge=0, le=1e9)]


class Message(msgspec.Struct, frozen=True, tag_field="event", tag=str.lower):
    """One event. Times are the simulator's, on the same clock as ours; counts are of bytes, null: not to be had."""


class Ready(Message, frozen=True):
    """All devices listen, at these ports; chance has this seed."""

    devices: Annotated[dict[Name, int], Meta(max_length=MOST_DEVICES)]
    seed: int | None = None


class Fault(Message, frozen=True):
    """A fault begins, or is done where it does not last (`seconds` null). `sent`: made for the wire; `taken`: by its
    kernel; `unsent`: taken, and not acknowledged at that moment."""

    device: Name
    fault: Name
    connection: int | None = None
    at_ns: int | None = None
    seconds: Seconds | None = None
    sent: Count | None = None
    taken: Count | None = None
    unsent: Count | None = None


class Over(Message, frozen=True):
    """It lasts no longer."""

    device: Name
    fault: Name


class Refused(Message, frozen=True):
    """It is not played: the wire cannot have it, or another one lasts."""

    device: Name
    fault: Name
    reason: Words


class Opened(Message, frozen=True):
    device: Name
    connection: int


class Closed(Message, frozen=True):
    """`how`: "fin", "rst", "client" (it went first) or "vanished"."""

    device: Name
    connection: int
    how: Name
    sent: Count | None = None
    taken: Count | None = None
    unsent: Count | None = None
    frames: Count | None = None
    damaged: Count | None = None


class Digest(Message, frozen=True):
    """Nobody asks for it here."""


class Totals(Message, frozen=True):
    """Nobody asks for it here."""


Event = Ready | Fault | Over | Refused | Opened | Closed | Digest | Totals


class MessageError(Exception):
    """A line that is none of these; the message says why, and how it begins."""


_DECODER: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


def read(line: bytes) -> Event:
    """Raises MessageError."""
    try:
        return _DECODER.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        begins = plain(line[: 4 * SHOWN].decode("utf-8", "replace"), SHOWN)
        said = tr("not understood: {line} ({why})").format(line=begins, why=plain(str(error), 120))
        raise MessageError(said) from None
