"""Channels that the session names: in plots and as a device's time. Checked where the session itself says which
channels a device will have; where only the data will tell (a header line, JSON's keys), nothing is said here."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any

from app.decoding.labels import names_of
from app.decoding.options import Csv, FieldTime, Struct
from app.sentence import sentence
from app.session.places import Path
from app.session.problems import meant, quoted
from app.session.report import Report
from app.session.wording import expected
from app.session.words import LEAST_HEIGHT

Named = tuple[str, ...] | None  # the names of a device's channels; None: not known before its data comes


def named_channels(decoding: object) -> Named:
    """The names of the channels that a decoding will give, in order."""
    return (names_of(decoding) if isinstance(decoding, Csv | Struct) else ()) or None


def plotted_channels(decoding: object) -> Named:
    """The same, and each once more with the table that it is in where the decoding makes several."""
    named = named_channels(decoding)
    if named is None or not isinstance(decoding, Struct):
        return named
    tables = [(decoding.tables[field.block], field.channels) for field in decoding.fields if field.type != "pad"]
    return named + tuple(f"{table}.{name}" for table, names in tables if table for name in names)


def check_time_field(time: object, named: Named, path: Path, report: Report) -> None:
    """That a device's time is a channel it has."""
    if isinstance(time, FieldTime) and named is not None and time.field not in named:
        none = sentence("{name} is no channel of this device", name=quoted(time.field))
        report.add((*path, "field"), _near(none, time.field, named))


def check_plot_channel(channel: Any, devices: Mapping[str, Named], path: Path, report: Report) -> None:
    """That "device/name" names a device of the session, and a channel it has. `devices`: their channels by name."""
    device, slash, name = channel.partition("/")
    if not (slash and device and name):
        example = sentence("{what} such as {example}", what=quoted("device/channel"), example=quoted("imu/ax"))
        report.add(path, expected(example, channel))
    elif device not in devices:
        none = sentence("there is no device {name}", name=quoted(device))
        those = sentence("those known are {names}", names=", ".join(devices)) if devices else ""
        report.add(path, meant(none, device, devices, those))
    else:
        named = devices[device]
        if named is not None and name not in named:
            none = sentence("device {device} has no channel {name}", device=quoted(device), name=quoted(name))
            report.add(path, _near(none, name, named))


def _can_be_drawn(height: float) -> bool:
    return isfinite(height) and height >= LEAST_HEIGHT


def check_range(edges: object, path: Path, report: Report) -> None:
    """That a plot's range has a lower and an upper edge, with doubles between them."""
    if isinstance(edges, tuple) and not (len(edges) == 2 and _can_be_drawn(edges[1] - edges[0])):
        seen = ", ".join(f"{edge:g}" for edge in edges[:3])
        more = ", ..." if len(edges) > 3 else ""
        report.add(path, sentence("expected [lower, upper] such as [-1.0, 1.0], got {seen}", seen=f"[{seen}{more}]"))


def check_ranges(ranges: object, path: Path, report: Report) -> None:
    """The same for each unit."""
    for unit, edges in ranges.items() if isinstance(ranges, dict) else ():
        check_range(edges, (*path, unit), report)


def _near(message: str, name: str, named: tuple[str, ...]) -> str:
    return meant(message, name, named, sentence("its channels are {names}", names=_listed(named)) if named else "")


def _listed(names: tuple[str, ...]) -> str:
    few = ", ".join(quoted(name) for name in names[:8])
    return few if len(names) <= 8 else sentence("{few} and {count} more", few=few, count=len(names) - 8)
