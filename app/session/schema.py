"""The session, checked and frozen. The file's words are documented in the README and by `quintet check`."""

from __future__ import annotations

from typing import Literal

import msgspec

from app.decoding.options import Arrival, Csv, DecodingOptions, TimeOptions
from app.framing.options import FramingOptions, Line
from app.link.options import LinkOptions
from app.quantities import ByteSize, Duration

Transport = Literal["gui", "thread"]
DEFAULT_HISTORY = Duration(600 * 10**9)


class DeviceOptions(msgspec.Struct, frozen=True, kw_only=True):
    """One [[device]]. `address` is the link as it is written in the file ("tcp://192.168.7.20:7001")."""

    name: str
    address: str
    link: LinkOptions
    framing: FramingOptions = Line()
    decoding: DecodingOptions = Csv(header=True)
    time: TimeOptions = Arrival()


class PlotOptions(msgspec.Struct, frozen=True, kw_only=True):
    """One [[plot]]; `channels` are "device/name" ("device/table.name" where there are several tables).

    Plots of one page and row stand side by side; those without a row stand below, each in a row of its own. `height`
    (of the row: its first plot's) and `width` are weights. `range`: the values at the lower and the upper edge, of the
    first axis; None while it follows the data. `ranges`: those of the other axes, by their units. Not `shown`, a plot
    only says that its devices are not to be plotted by themselves.
    """

    title: str = ""
    channels: tuple[str, ...] = ()
    window: Duration = Duration(30 * 10**9)
    page: str = ""
    row: int | None = None
    height: float = 1.0
    width: float = 1.0
    range: tuple[float, ...] | None = None
    ranges: dict[str, tuple[float, ...]] = {}
    shown: bool = True


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """A whole session file. Both bounds of the history always hold; the bytes are shared out among the devices."""

    title: str = ""
    transport: Transport = "gui"
    refresh_hz: float = 60.0
    history: Duration = DEFAULT_HISTORY
    history_bytes: ByteSize = ByteSize(512 << 20)
    devices: tuple[DeviceOptions, ...] = ()
    plots: tuple[PlotOptions, ...] = ()
