"""The report of what was sent."""

from __future__ import annotations

import json

from app.simulator.report import as_json, end_table
from app.simulator.station import Totals

TOTALS = [
    Totals("imu", 7001, 1, 5_300_000_000, 100_000_000, 0, {}),
    Totals("weather", 7003, 2, 10, 1, 3, {}),
]


def test_the_report_for_programs_has_the_designs_fields():
    report = json.loads(as_json(TOTALS, None, 1.5))
    assert (report["rate"], report["seconds"]) == ("max", 1.5)
    assert "quintet-simulator" in report
    first, second = report["devices"]
    assert {"name", "port", "bytes_sent", "frames_sent", "faults"} <= first.keys()
    assert first["bytes_sent"] == 5_300_000_000
    assert (second["frames_skipped"], second["faults"]) == (3, {})


def test_the_table_for_people_is_aligned_with_its_numbers_to_the_right():
    header, first, second = end_table(TOTALS).splitlines()
    assert header.index("port") + len("port") == first.index("7001") + 4 == second.index("7003") + 4
    assert header.index("bytes sent") + len("bytes sent") == first.index("5,300,000,000") + len("5,300,000,000")
