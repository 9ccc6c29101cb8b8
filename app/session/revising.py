"""Devices and plots changed in the text of a session: only what really differs is written.

A table that stands in the file is changed key by key: what the file says in its own words (a default that is spelled
out, "4096 KiB") stays where the change does not mean it. Plots name channels by their device, so they are renamed with
it, and one that would draw nothing any more goes with the channels that it drew.

Each function makes all of its changes or none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from difflib import SequenceMatcher
from typing import Any

import msgspec

from app.session.channels import plotted_channels
from app.session.edit import SessionDocument
from app.session.places import Path
from app.session.renaming import renaming
from app.session.schema import DeviceOptions, PlotOptions
from app.session.splice import value_at
from app.session.writing import device_table, plot_table


def add_device(document: SessionDocument, options: DeviceOptions, at: int | None = None) -> None:
    """One more, in front of the one at `at`. Raises EditError, and SessionError for a device that no session may
    have."""
    with _all_or_nothing(document):
        session = document.session()
        place = at if at is not None and at < len(session.devices) else None
        document.insert("device", place, device_table(options, session))
        document.session()  # sound, or it is not done


def remove_device(document: SessionDocument, name: str) -> None:
    """Take a device out, and what plots draw of it. Raises EditError, and KeyError where there is none."""
    with _all_or_nothing(document):
        plots = document.session().plots
        document.remove(document.device(name))
        _write_each(document, plots, [_without(plot, name, ()) for plot in plots])


def replace_device(document: SessionDocument, name: str, new: DeviceOptions, old: DeviceOptions | None = None) -> None:
    """Write what makes `new` differ from `old`, which is what runs (by default what the text says). Raises EditError,
    KeyError where there is none, and SessionError where another device has the name."""
    with _all_or_nothing(document):
        session, path = document.session(), document.device(name)
        before = old or session.devices[int(path[1])]
        _write_differences(document, path, device_table(before, session), device_table(new, session))
        named, plots, now = plotted_channels(new.decoding), session.plots, renaming(before, new)
        kept = [now.plot(plot) if named is None else _without(now.plot(plot), new.name, named) for plot in plots]
        _write_each(document, plots, kept)
        document.session()  # sound, or it is not done


def set_plots(document: SessionDocument, plots: Sequence[PlotOptions]) -> None:
    """Let the plots be these. Raises EditError, and SessionError for plots that no session may have."""
    with _all_or_nothing(document):
        _write_plots(document, document.session().plots, plots)
        document.session()  # sound, or it is not done


# -- plots


def _without(plot: PlotOptions, name: str, but: Collection[str]) -> PlotOptions | None:
    """The plot without the channels of a device, `but` these; None where it drew nothing else."""
    parted = [(channel, *_parted(channel)) for channel in plot.channels]
    channels = tuple(channel for channel, device, of_it in parted if device != name or of_it in but)
    if channels == plot.channels:
        return plot
    return msgspec.structs.replace(plot, channels=channels) if channels else None


def _parted(channel: str) -> tuple[str, str]:
    device, _, name = channel.partition("/")
    return device, name


def _write_each(document: SessionDocument, old: Sequence[PlotOptions], new: Sequence[PlotOptions | None]) -> None:
    """One for one; None where it goes."""
    for index, (before, after) in reversed(list(enumerate(zip(old, new, strict=True)))):
        if after is None:
            document.remove(("plot", index))
        else:
            _write_differences(document, ("plot", index), plot_table(before), plot_table(after))


def _write_plots(document: SessionDocument, old: Sequence[PlotOptions], new: Sequence[PlotOptions]) -> None:
    """Comments stay with the plots that stay: those are found in the order that changes least."""
    before, after = [_identity(plot) for plot in old], [_identity(plot) for plot in new]
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for _what, start, end, first, last in reversed(steps):
        both = min(end - start, last - first)
        for index in reversed(range(start + both, end)):
            document.remove(("plot", index))
        for index in reversed(range(first + both, last)):
            there = len(document.values.get("plot", []))
            document.insert("plot", start + both if start + both < there else None, plot_table(new[index]))
        for step in range(both):
            path = ("plot", start + step)
            _write_differences(document, path, plot_table(old[start + step]), plot_table(new[first + step]))


def _identity(plot: PlotOptions) -> tuple[str, tuple[str, ...]]:
    """By what a plot is found again when its place or its window has changed."""
    return plot.title, tuple(_parted(channel)[1] for channel in plot.channels)


# -- tables


def _write_differences(document: SessionDocument, path: Path, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    there = value_at(document.values, path)
    for key in [key for key in old if key not in new and key in there]:
        document.remove((*path, key))
    for key, value in new.items():
        if key not in old or old[key] != value:
            document.set((*path, key), value)


@contextmanager
def _all_or_nothing(document: SessionDocument) -> Iterator[None]:
    before = document.text
    try:
        yield
    except Exception:
        document.restore(before)
        raise
