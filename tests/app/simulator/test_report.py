"""The report of what was sent."""

from __future__ import annotations

import json

from app.simulator.report import as_json, end_table
from app.simulator.station import Totals

TOTALS = [
    Totals("imu", 7001, 1, 5_300_000_000, 100_000_000, 0, 0, {}),
    Totals("weather", 7003, 2, 10, 1, 3, 0, {}),
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


def test_the_table_names_the_faults_that_were_played_and_what_they_damaged():
    faulty = Totals("motor", 7005, 1, 22, 1, 0, 1, {"stall": 2, "corrupt": 1})
    header, *_, motor, played = end_table([*TOTALS, faulty]).splitlines()
    assert header.endswith("frames damaged")
    assert motor.split()[-1] == "1"
    assert played == "faults of motor: 2 stall, 1 corrupt"


def test_the_report_has_the_seed_of_faults_and_the_streams_of_a_witness():
    report = json.loads(as_json(TOTALS, 1.0, 1.5, 7, {"imu": [{"bytes": 5}], "weather": []}))
    assert report["seed"] == 7
    assert [device["streams"] for device in report["devices"]] == [[{"bytes": 5}], []]
    assert json.loads(as_json(TOTALS, 1.0, 1.5))["seed"] is None
