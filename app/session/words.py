"""The words of the session file, as they stand in it: one struct for each of its tables.

`schema.py` has what the program works with; the two differ where a file is to be short (`link = "tcp://..."`, and
`time = { rate = "1 kHz" }`). The words of framings and decodings are the stages' own `options.py`.
"""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta

from app.decoding.options import DecodingOptions
from app.framing.options import FramingOptions
from app.link.options import DEFAULT_RECEIVE_BUFFER, OnSilence, TcpOptions
from app.quantities import ByteSize, Duration, Frequency
from app.session.places import Path
from app.session.schema import DeviceOptions, PlotOptions, Session, Transport

VERSION = 1  # of the file format; raised when a file may hold what this program would misread
MAX_DEVICES = 64  # Quintet is for a handful; each has a socket, a dock's row and a share of the history
MAX_PLOTS = 256
MAX_NAME = 64
MAX_TITLE = 200
LEAST_HEIGHT = 1e-290  # of a plot's range: below it a pixel's part of it is no double any more
MAX_HEIGHT = 1e300  # differences of two edges stay finite
MAX_TEXT = 4096  # of any other text: a longer one is damage
MAX_GREETING = 64 << 10  # bytes of on_connect in all; they wait in memory at each opening

_SESSION = Session()
_PLOT = PlotOptions()
_LINK = {field.name: field.default for field in msgspec.structs.fields(TcpOptions)}
_DEVICE = {field.name: field.default for field in msgspec.structs.fields(DeviceOptions)}

Title = Annotated[str, Meta(max_length=MAX_TITLE)]
Weight = Annotated[float, Meta(ge=0.05, le=20)]  # of a plot among its neighbours: beyond that one of them is a line


class SessionWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """[session]"""

    version: Annotated[int, Meta(ge=1)] = VERSION
    title: Title = _SESSION.title
    transport: Transport = _SESSION.transport
    refresh_hz: Annotated[float, Meta(ge=1, le=240)] = _SESSION.refresh_hz
    history: Duration = _SESSION.history
    history_bytes: ByteSize = _SESSION.history_bytes


class DeviceWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One [[device]]. What is Any here has no type in msgspec, and is checked by itself (`times`, `devices`)."""

    name: Annotated[str, Meta(min_length=1, max_length=MAX_NAME)]
    link: str
    receive_buffer: Any = DEFAULT_RECEIVE_BUFFER  # a ByteSize, or "auto"
    on_connect: tuple[bytes, ...] = ()
    retry: Duration = _LINK["retry"]
    retry_most: Duration = _LINK["retry_most"]
    stale_after: Duration | None = _LINK["stale_after"]
    on_silence: OnSilence = _LINK["on_silence"]
    transport: Transport | None = None
    framing: FramingOptions = _DEVICE["framing"]
    decoding: DecodingOptions = _DEVICE["decoding"]
    time: Any = None  # "arrival", RateWords or FieldTime


class RateWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`time = { rate = "1 kHz" }`"""

    rate: Frequency


class PlotWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One [[plot]]."""

    title: Title = ""
    channels: tuple[str, ...] = ()
    window: Duration = _PLOT.window
    page: Annotated[str, Meta(max_length=MAX_NAME)] = _PLOT.page
    row: Annotated[int, Meta(ge=1, le=MAX_PLOTS)] | None = _PLOT.row
    height: Weight = _PLOT.height
    width: Weight = _PLOT.width
    range: tuple[float, ...] | None = _PLOT.range  # two of them, which `reading` checks
    ranges: dict[str, tuple[float, ...]] = {}  # by unit, each as `range`
    shown: bool = _PLOT.shown


SECTIONS = ("session", "device", "plot")

# Quantities beyond these are a slip of the unit. Both ends are allowed.
BOUNDS: dict[Path, tuple[str, str]] = {
    ("session", "history"): ("1 s", "8784 h"),  # a leap year
    ("session", "history_bytes"): ("1 MiB", "1024 GiB"),
    ("device", "receive_buffer"): ("1 KiB", "1 GiB"),  # SO_RCVBUF is an int that Linux doubles
    ("device", "retry"): ("10 ms", "24 h"),  # faster than this is an attack on whoever refuses us
    ("device", "retry_most"): ("10 ms", "24 h"),
    ("device", "stale_after"): ("100 ms", "8784 h"),  # below, a busy window of ours is judged, not the device
    ("plot", "window"): ("1 ms", "8784 h"),
}

# The one text that is bytes for a device without being typed as such: any character may stand in it, and escapes.
# All others are shown, so they must print.
DELIMITER: Path = ("device", "framing", "delimiter")

# What a session of a later version of Quintet may say. Whoever has such a file reads that the program is too old,
# not that they cannot spell.
LATER: dict[Path, tuple[str, ...]] = {
    (): ("alarm", "derive", "endpoint", "layout", "record", "recording", "command"),
    ("session",): ("record", "theme", "time_zone", "browse"),
    ("device",): ("alarm", "command", "derive", "endpoint", "limits", "poll", "record", "subscribe", "tls", "topics"),
    ("device", "link"): (
        "udp", "serial", "mqtt", "mqtts", "ws", "wss", "tls", "nats", "unix", "http", "https", "modbus", "can",
        "tcp-listen", "replay", "file",
    ),
    ("device", "framing", "type"): ("cobs", "slip", "hdlc", "nmea", "mavlink", "ubx", "datagram", "message", "stx"),
    ("device", "decoding", "type"): (
        "nmea", "modbus", "registers", "protobuf", "msgpack", "cbor", "mavlink", "ubx", "number", "text", "regex",
    ),
    ("plot",): ("kind", "limits", "y"),
}  # fmt: skip


def shape(path: Path) -> Path:
    """A path without its indices: which word of the format it is, in whichever device."""
    return tuple(part for part in path if isinstance(part, str))
