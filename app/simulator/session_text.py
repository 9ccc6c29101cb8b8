"""The session file for the simulated devices, as text: what a person would write for them.

Written by hand and not by the session's own code: a mistake there must not find its mirror image here.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.simulator.devices.contract import Plot
from app.simulator.station import Station

TITLE = "Simulated bench"
HEAD = """\
# Simulated devices; written by `quintet simulate`.
# All but the motor stamp by the clock of the computer that simulates (epoch = "boot"). Where the file is used on
# another one, take that word out: the offset between the clocks is then estimated.
"""


def session_text(stations: Sequence[Station]) -> str:
    parts = [f'{HEAD}\n[session]\ntitle = "{TITLE}"\n']
    parts += [_device(station) for station in stations]
    parts += [_plots(station) for station in stations]
    return "\n".join(parts)


def _device(station: Station) -> str:
    device = station.device
    return (
        "[[device]]\n"
        f'name = "{device.name}"\n'
        f'link = "{station.link}"\n'
        f"time = {device.time}\n"
        f"framing = {device.framing}\n"
        f"decoding = {device.decoding}\n"
    )


def _plots(station: Station) -> str:
    return "\n".join(_plot(station.device.name, plot) for plot in station.device.plots)


def _plot(device: str, plot: Plot) -> str:
    channels = ", ".join(f'"{device}/{channel}"' for channel in plot.channels)
    return f'[[plot]]\ntitle = "{plot.title}"\nchannels = [{channels}]\nwindow = "{plot.window}"\n'
