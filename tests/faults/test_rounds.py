"""A part of `make faults` that is over in seconds: some faults of each kind, on real sockets, in both modes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.rounds import MODES, Plan, play
from tests.faults.table import is_complete, table

SECONDS = 0.3  # of what lasts
FAULTS = {
    "at the ends of connections": {
        "imu": "rst",
        "scope": "fin-in-frame",
        "weather": "accept-close",
        "supply": "refuse",
        "motor": "rst-in-frame",
    },
    "in what they carry": {
        "imu": "endless-line",
        "scope": "oversize",
        "weather": "oversize",
        "supply": "both-writing",
        "motor": "corrupt",
    },
    "in when it comes": {
        "imu": "split",
        "scope": "flood",
        "weather": "stall",
        "supply": "clock-jump",
        "motor": "burst",
    },
}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("where", FAULTS)
def test_no_row_is_short_of_faults(tmp_path: Path, where, mode):
    rows = play(Plan(mode, FAULTS[where], seconds=SECONDS, seed=3), tmp_path)
    assert len(rows) == len(FAULTS[where])
    assert is_complete(rows), table(rows)
    assert [row for row in rows if row.verdict == "n/a"] == []
