"""What stands in a row of the list of devices, made from a rig. Pure of widgets, so that each word can be tested.

A line is a small frozen value: a row has to be painted again exactly when its line has changed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.clock import now_ns
from ui.health.outlook import outlook
from ui.health.standing import Standing
from ui.plain import plain, shown_number, shown_rate
from ui.theme.tokens import State
from ui.translate import tr

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.device import Device
    from app.rig import Rig
    from app.store.table import Table

DIGITS = 5  # of the greatest value that a channel has had: more than a glance reads, enough to see it move
PLAIN_BELOW = 1e9  # from there on a power of ten is easier to read than the digits
PLAIN_FROM = 1e-4
_NOTHING = ("", "")
_MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """Two lines of text. `state` gives mark and colour, `word` says it; `detail` is where the device is, or what is
    wrong with it. Rates as number and unit; in their place, while it waits, when it is tried again. `by_thread`: its
    link is read by a thread, or is to be."""

    name: str
    state: State
    word: str
    detail: str
    rate: tuple[str, str]
    byte_rate: tuple[str, str]
    by_thread: bool = False

    def __str__(self) -> str:
        rates = [f"{number} {unit}".rstrip() for number, unit in (self.rate, self.byte_rate) if number]
        said = [self.word, *rates, self.detail, tr("read by a thread") if self.by_thread else ""]
        return f"{self.name}: {', '.join(part for part in said if part)}"


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """`stale`: the device is not connected, so that no newer value is to come."""

    name: str
    value: str
    unit: str
    stale: bool

    def __str__(self) -> str:
        return f"{self.name}: {self.value} {self.unit}".rstrip()


def device_line(rig: Rig, device: Device) -> DeviceLine:
    """A device now. Its link is asked what it does, all figures are of the last second's check."""
    found, status = outlook(rig, device, now_ns()), rig.status(device)
    is_open = device.link.state == "open"
    frames = _split(shown_rate(status.frames_per_s, "Hz")) if is_open else _countdown(found)
    octets = _split(shown_rate(status.bytes_per_s, "B/s")) if is_open and found.state is State.GOOD else _NOTHING
    by_thread = device.link.wished_transport == "thread"
    return DeviceLine(plain(device.name), found.state, found.word, found.detail, frames, octets, by_thread)


def _split(rate: str) -> tuple[str, str]:
    number, _, unit = rate.partition(" ")
    return number, unit


def _countdown(found: Standing) -> tuple[str, str]:
    """Short, since the name stands beside it: "in 3.2", and its unit with those of the other rows."""
    if not found.left:
        return (tr("now"), "") if found.again else _NOTHING
    number, _, unit = found.left.rpartition(" ")
    if unit != "s":
        number, unit = found.left, ""
    return tr("in {span}").format(span=number), unit


class Channel:
    """One channel of the list. `name` is its name within the device.

    A number's decimals follow from the greatest value that was shown and from what was seen behind the point; both
    only grow, so that a value that happens to end in a zero does not make its neighbours jump.
    """

    __slots__ = ("_decimals", "_greatest", "_line", "_version", "column", "name", "table")

    def __init__(self, table: Table, column: int, name: str) -> None:
        self.table = table
        self.column = column
        self.name = name
        self._greatest = 0.0
        self._decimals = 0
        self._version = -1
        self._line: ChannelLine | None = None

    def line(self, *, stale: bool) -> ChannelLine:
        """The channel now. Made once for each change of its table: a row is looked at, then painted."""
        line = self._line
        if line is None or self._version != self.table.version or line.stale != stale:
            self._version = self.table.version
            unit = self.table.columns[self.column].unit
            line = ChannelLine(plain(self.name) or tr("(no name)"), self._value(), plain(unit, 24), stale)
            self._line = line
        return line

    def _value(self) -> str:
        value = self.table.last_value(self.column)
        if not isinstance(value, float):
            return _signed(shown_number(value))
        if math.isfinite(value):
            self._greatest = max(self._greatest, abs(value))
        text, self._decimals = steady_number(value, self._greatest, self._decimals)
        return text


def steady_number(value: float, greatest: float, decimals: int) -> tuple[str, int]:
    """A number with `decimals` or as many more as it needs, but no more than DIGITS digits of the channel's greatest
    value have; and the decimals that it has."""
    if not math.isfinite(value):
        return ("NaN" if math.isnan(value) else "∞" if value > 0 else f"{_MINUS}∞"), decimals
    if greatest and not PLAIN_FROM <= greatest < PLAIN_BELOW:
        return _signed(f"{value:.{DIGITS - 1}e}"), decimals
    most = max(0, DIGITS - 1 - math.floor(math.log10(greatest))) if greatest else 0
    wanted = len(f"{value:.{most}f}".partition(".")[2].rstrip("0"))
    decimals = min(max(decimals, wanted), most)
    return _signed(f"{value:.{decimals}f}"), decimals


def _signed(text: str) -> str:
    """What is rounded to nothing has no sign: a value around zero would blink."""
    if text[:1] != "-" or not text[1:2].isdigit():
        return text
    return text.replace("-", _MINUS, 1) if text.strip("-0.") else text[1:]
