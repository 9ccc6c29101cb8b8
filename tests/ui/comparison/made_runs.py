"""Runs of the back-pressure experiment whose numbers are made up: a stall of 100 ms at 1 MB/s."""

from __future__ import annotations

import numpy as np

from app.comparison.back_pressure.bridging import COLUMNS, Buffer, Result, Run, SentCurve, Stall, Taken, judge

MS = 1_000_000
BEGAN = 5_000 * MS


def run_with(room: int | None, asked: int | None = 64 << 10, **taken: object) -> Run:
    """The reader's kernel has room for so many bytes, None for any number; the sender's buffer holds 20 kB."""
    columns: dict[str, list[int]] = {name: [] for name in COLUMNS}
    limited, reads = 0, []
    for ms in range(300):
        due = 1000 * ms
        read = due if ms < 100 or ms >= 205 else 99_000
        reads.append(read)
        arrived = due if room is None or read == due else min(due, read + room)
        handed = min(due, arrived + 20_000)
        limited += 1000 if arrived < due else 0
        window = (room or 10**6) - (arrived - read)
        row = (BEGAN + ms * MS, due, handed, arrived, arrived, handed - arrived, window, limited, int(handed < due))
        for name, value in zip(COLUMNS, row, strict=True):
            columns[name].append(value)
    sent = SentCurve(1e6, BEGAN, 20_000, 1000, 299_000, "closed", True, {"p50": 1e6, "max": 2e6}, columns)
    values = {
        "read_ns": np.array([BEGAN + ms * MS for ms in range(300)]), "stops": np.array(reads),
        "wrong_at": None, "end": 299_000, "agrees": True, **taken,
    }  # fmt: skip
    granted = None if asked is None else 2 * asked
    buffer = Buffer(asked=asked, granted=granted, before=granted or 131_072, after=None, note="a <b>note</b>")
    return judge(sent, Taken(**values), Stall(BEGAN + 100 * MS, BEGAN + 200 * MS), buffer)


def made_result() -> Result:
    """The small buffer and auto-tuning have the sender wait, the large one has not."""
    runs = (run_with(30_000), run_with(40_000, None), run_with(None, 4 << 20))
    return Result(rate=1e6, stall_ns=100 * MS, runs=runs)
