"""The table of devices for a terminal: live where there is one, plain lines where the output is piped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from rich.console import Console, Group
from rich.live import Live
from rich.table import Table as Grid
from rich.text import Text

from app.clock import now_ns
from app.device import Device
from app.health.ledger import Ledger
from app.report import channel_name
from app.rig import DeviceStatus, Rig
from ui.health.outlook import outlook_of
from ui.health.standing import Standing, standing
from ui.health.verdict import findings
from ui.plain import plain, shown_number, shown_rate
from ui.theme.tokens import State

SHAPES = {  # shape and word, never colour alone
    State.GOOD: ("●", "green"),
    State.BUSY: ("◌", "yellow"),
    State.STALE: ("◇", "yellow"),
    State.WARNING: ("◔", "yellow"),
    State.ALARM: ("✕", "red"),
    State.OFFLINE: ("○", "white"),
}
WIDEST = {"device": 16, "state": 26}  # columns; the numbers beside them must have their room
VALUES_SHOWN = 8  # a row holds these; `quintet` shows all
DEVICES_A_TABLE = 5  # as many as eighty columns hold


class WatchTable:
    """Shows a rig once a second. `live` where the console is a terminal, else lines that a program can read."""

    def __init__(self, rig: Rig, console: Console) -> None:
        self._rig = rig
        self._console = console
        self._live: Live | None = None

    def start(self) -> None:
        if self._console.is_terminal and not self._console.is_dumb_terminal:
            self._live = Live(console=self._console, auto_refresh=False, screen=False)
            self._live.start()
            self._console.show_cursor(True)  # a second Ctrl-C ends at once, and must not leave a shell without one

    def show(self) -> None:
        if self._live is not None:
            self._live.update(self._grid(), refresh=True)
            return
        for device in self._rig.devices:
            self._console.print(Text(self._line(device)), soft_wrap=True)

    def finish(self) -> None:
        """Take the live table down and leave the final one, with the ledgers."""
        if self._live is not None:
            self._live.update(Text(""), refresh=True)
            self._live.stop()
            self._live = None
        self._console.print(Group(self._grid(), *ledger_grids(self._rig)))

    def _grid(self) -> Grid:
        of_computer = "; ".join(finding.title for device, finding in findings(self._rig) if device is None)
        grid = Grid(
            title=plain(self._rig.session.title) or None,
            title_justify="left",
            caption=plain(of_computer) or None,
            caption_justify="left",
            expand=False,
        )
        for heading in ("device", "state", "bytes/s", "frames/s", "rows", "newest"):
            widest = WIDEST.get(heading)
            justify: Literal["left", "right"] = "left" if widest or heading == "newest" else "right"
            grid.add_column(heading, justify=justify, no_wrap=bool(widest), max_width=widest)
        for device in self._rig.devices:
            status = self._rig.last_look(device)
            grid.add_row(
                Text(plain(device.name)),
                self._state(device, status),
                shown_rate(status.bytes_per_s, "B/s"),
                shown_rate(status.frames_per_s, "Hz"),
                str(status.ledger.samples.decoded),
                Text(newest(device)),
            )
        return grid

    def _state(self, device: Device, status: DeviceStatus) -> Text:
        """What the link is doing, by the mark of the worst that is true of it; below why, or what is wrong with it."""
        stands, is_balanced = self._standing(status), not self._rig.failures.get(device.name)
        found = outlook_of(stands, status.ledger, status.health, is_balanced=is_balanced)
        shape, colour = SHAPES[found.state]
        told = Text(f"{shape} {stands.text}", style=colour)
        is_open = status.statistics.state == "open"
        below = found.short or found.word if found is not stands else "" if is_open else found.detail
        if below:
            told.append(f"\n{plain(below, 40)}", style="dim")
        return told

    def _standing(self, status: DeviceStatus) -> Standing:
        """At the end nothing counts down any more."""
        return standing(status.statistics, None if self._rig.at_stop is not None else now_ns())

    def _line(self, device: Device) -> str:
        status = self._rig.status(device)
        account = status.ledger
        parts = [
            f"{self._rig.seconds:8.1f}s",
            plain(device.name),
            self._standing(status).text,
            f"received={account.bytes.received}",
            f"frames={account.frames.framed}",
            f"rejected={sum(account.frames.rejected.values())}",
            f"rows={account.samples.decoded}",
            "balanced" if _is_sound(self._rig, device, account) else "NOT BALANCED",
            newest(device),
        ]
        return "  ".join(parts)


def newest(device: Device) -> str:
    """The newest values of a device, the first few channels of each table; its time field is no news."""
    time_field = getattr(device.options.time, "field", None)
    parts: list[str] = []
    more = 0
    for name, table in device.pipeline.tables.items():
        for index, column in enumerate(table.columns):
            if column.name == time_field:
                continue
            if len(parts) >= VALUES_SHOWN:
                more += 1
                continue
            value = shown_number(table.last_value(index))
            unit = f" {plain(column.unit, 12)}" if column.unit else ""
            parts.append(f"{plain(channel_name(name, column.name), 32)} {value}{unit}")
    return "  ".join(parts) + (f"  +{more} more" if more else "")


def ledger_grids(rig: Rig) -> list[Grid]:
    """Every device's account, a column each, a few devices to a table."""
    groups = [rig.devices[at : at + DEVICES_A_TABLE] for at in range(0, len(rig.devices), DEVICES_A_TABLE)]
    return [_ledger_grid(rig, group) for group in groups]


def _ledger_grid(rig: Rig, devices: Sequence[Device]) -> Grid:
    grid = Grid(title="Ledger", title_justify="left")
    grid.add_column("")
    accounts = [rig.status(device).ledger for device in devices]
    for device in devices:
        grid.add_column(plain(device.name, 20), justify="right")
    for term, shown in TERMS.items():
        grid.add_row(term, *[shown(account) for account in accounts])
    sound = [_is_sound(rig, device, account) for device, account in zip(devices, accounts, strict=True)]
    yes, no = Text("yes", style="green"), Text("NO", style="bold red")
    grid.add_row("balanced", *[yes if each else no for each in sound])
    return grid


def _is_sound(rig: Rig, device: Device, account: Ledger) -> bool:
    """As the report says it: what once failed to add up does not become sound again."""
    return account.balanced and not rig.failures.get(device.name)


def reasons(counts: Mapping[str, int]) -> str:
    """The counts with their reasons, as in "3 oversize, 1 checksum"; "0" where there are none."""
    return ", ".join(f"{count} {plain(reason, 32)}" for reason, count in counts.items() if count) or "0"


def _witness(account: Ledger) -> str:
    if account.kernel is None:
        return "not available"
    return "agrees" if account.kernel.agrees else "DISAGREES"


TERMS: dict[str, Callable[[Ledger], str]] = {
    "bytes received": lambda account: str(account.bytes.received),
    "  framed": lambda account: str(account.bytes.framed),
    "  overhead": lambda account: str(account.bytes.overhead),
    "  discarded": lambda account: reasons(account.bytes.discarded),
    "  pending": lambda account: str(account.bytes.pending),
    "frames": lambda account: str(account.frames.framed),
    "  decoded": lambda account: str(account.frames.decoded),
    "  rejected": lambda account: reasons(account.frames.rejected),
    "  set aside": lambda account: reasons(account.frames.set_aside),
    "samples": lambda account: str(account.samples.decoded),
    "  in history": lambda account: str(account.samples.in_history),
    "  aged out": lambda account: str(account.samples.aged_out),
    "kernel's count": lambda account: str(account.kernel.after) if account.kernel else "not available",
    "  not read": lambda account: str(account.unread) if account.unread is not None else "not available",
    "  witness": _witness,
}
