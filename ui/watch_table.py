"""The table of devices for a terminal: live where there is one, plain lines where the output is piped."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console, Group
from rich.live import Live
from rich.table import Table as Grid
from rich.text import Text

from app.device import Device
from app.link.contract import State
from app.report import channel_name
from app.rig import Rig
from ui.plain import plain, shown_number, shown_rate

SHAPES = {  # shape and word, never colour alone
    State.IDLE: ("○", "white"),
    State.RESOLVING: ("◌", "yellow"),
    State.CONNECTING: ("◌", "yellow"),
    State.OPEN: ("●", "green"),
    State.WAITING: ("◔", "yellow"),
    State.CLOSING: ("○", "white"),
    State.FAILED: ("✕", "red"),
}
VALUES_SHOWN = 8  # a row holds these; `quintet` shows all


class WatchTable:
    """Shows a rig once a second. `live` where the console is a terminal, else lines that a program can read."""

    def __init__(self, rig: Rig, console: Console) -> None:
        self._rig = rig
        self._console = console
        self._live: Live | None = None

    def start(self) -> None:
        if self._console.is_terminal:
            self._live = Live(console=self._console, auto_refresh=False, screen=False)
            self._live.start()

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
        self._console.print(Group(self._grid(), ledger_grid(self._rig)))

    def _grid(self) -> Grid:
        grid = Grid(title=plain(self._rig.session.title) or None, title_justify="left", expand=False)
        for heading, right in (
            ("device", 0),
            ("state", 0),
            ("bytes/s", 1),
            ("frames/s", 1),
            ("rows", 1),
            ("newest", 0),
        ):
            grid.add_column(heading, justify="right" if right else "left", no_wrap=not right and heading != "newest")
        for device in self._rig.devices:
            status = self._rig.status(device)
            state = self._rig.state(device)
            shape, colour = SHAPES[state]
            word = Text(f"{shape} {state}", style=colour)
            if state != State.OPEN and status.statistics.last_reason:
                word.append(f"\n{plain(status.statistics.last_reason, 40)}", style="dim")
            grid.add_row(
                plain(device.name),
                word,
                shown_rate(status.bytes_per_s, "B/s"),
                shown_rate(status.frames_per_s, "Hz"),
                str(status.ledger.samples.decoded),
                Text(newest(device)),
            )
        return grid

    def _line(self, device: Device) -> str:
        status = self._rig.status(device)
        account = status.ledger
        parts = [
            f"{self._rig.seconds:8.1f}s",
            plain(device.name),
            str(self._rig.state(device)),
            f"received={account.bytes.received}",
            f"frames={account.frames.framed}",
            f"rejected={sum(account.frames.rejected.values())}",
            f"rows={account.samples.decoded}",
            "balanced" if account.balanced else "NOT BALANCED",
            newest(device),
        ]
        return "  ".join(parts)


def newest(device: Device) -> str:
    """The newest values of a device, the first few channels of each table."""
    parts: list[str] = []
    more = 0
    for name, table in device.pipeline.tables.items():
        for index, column in enumerate(table.columns):
            if len(parts) >= VALUES_SHOWN:
                more += 1
                continue
            value = shown_number(table.last_value(index))
            unit = f" {plain(column.unit, 12)}" if column.unit else ""
            parts.append(f"{plain(channel_name(name, column.name), 32)} {value}{unit}")
    return "  ".join(parts) + (f"  +{more} more" if more else "")


def ledger_grid(rig: Rig) -> Grid:
    """Every device's account, one row each."""
    grid = Grid(title="Ledger", title_justify="left")
    for heading in ("device", "received", "framed", "overhead", "discarded", "pending", "frames", "rejected",
                    "set aside", "samples", "kernel", "balanced"):  # fmt: skip
        grid.add_column(heading, justify="left" if heading == "device" else "right")
    for device in rig.devices:
        account = rig.status(device).ledger
        b, f, s, kernel = account.bytes, account.frames, account.samples, account.kernel
        failed = rig.failures.get(device.name)
        grid.add_row(
            plain(device.name),
            str(b.received),
            str(b.framed),
            str(b.overhead),
            reasons(b.discarded),
            str(b.pending),
            str(f.framed),
            reasons(f.rejected),
            reasons(f.set_aside),
            str(s.decoded),
            "not available" if kernel is None else "agrees" if kernel.agrees else "DISAGREES",
            Text("NO", style="bold red") if failed or not account.balanced else Text("yes", style="green"),
        )
    return grid


def reasons(counts: Mapping[str, int]) -> str:
    """The counts with their reasons, as in "3 oversize, 1 checksum"; "0" where there are none."""
    return ", ".join(f"{count} {plain(reason, 32)}" for reason, count in counts.items() if count) or "0"
