"""The rows of the table of faults, and how they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

Verdict = Literal["ok", "n/a", "SHORT"]

HEAD = (
    "device", "mode", "fault", "sent", "received", "reasoned", "kernel agrees", "undetected", "recovered in s",
    "verdict",
)  # fmt: skip
RIGHT = frozenset({"sent", "received", "reasoned", "undetected", "recovered in s"})
NOT_TO_BE_HAD = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """One fault of one device in one mode. Bytes are over all connections; `sent` is what its kernel took. None: not
    to be had, or of no meaning. `why`: the reason of n/a, or all that is short."""

    device: str
    mode: str
    fault: str
    verdict: Verdict
    sent: int | None = None
    received: int | None = None
    reasoned: int | None = None
    kernel_agrees: bool | None = None
    undetected: int | None = None
    recovered_s: float | None = None
    why: str = ""

    def cells(self) -> tuple[str, ...]:
        agrees = {True: "yes", False: "NO", None: NOT_TO_BE_HAD}[self.kernel_agrees]
        recovered = NOT_TO_BE_HAD if self.recovered_s is None else f"{self.recovered_s:.2f}"
        verdict = f"{self.verdict}: {self.why}" if self.why else self.verdict
        counts = (self.sent, self.received, self.reasoned)
        return (
            self.device, self.mode, self.fault, *map(_count, counts), agrees, _count(self.undetected), recovered,
            verdict,
        )  # fmt: skip


def _count(value: int | None) -> str:
    return NOT_TO_BE_HAD if value is None else f"{value:,}".replace(",", " ")


def table(rows: Sequence[Row]) -> str:
    """In columns, one line a row; the last cell, which may be long, is not padded."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEAD))]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        cell.rjust(width) if head in RIGHT else cell.ljust(width)
        for head, cell, width in zip(HEAD, cells, widths, strict=True)
    ]
    return "  ".join(padded).rstrip()


def conclusion(rows: Sequence[Row]) -> str:
    count = {verdict: sum(row.verdict == verdict for row in rows) for verdict in ("ok", "n/a", "SHORT")}
    return f"{len(rows)} rows: {count['ok']} ok, {count['n/a']} not possible on that wire, {count['SHORT']} short"


def is_complete(rows: Sequence[Row]) -> bool:
    return bool(rows) and not any(row.verdict == "SHORT" for row in rows)


def as_json(rows: Sequence[Row], seed: int) -> dict[str, Any]:
    return {"seed": seed, "rows": [asdict(row) for row in rows]}
