"""Where a problem is, in words."""

from __future__ import annotations

import pytest

from app.session.places import Path, find_places
from app.session.problems import Problem
from app.session.report import MAX_PROBLEMS, Report, dotted

TEXT = '[session]\n[[device]]\nname = "imu"\n[[device]]\nname = ""\n[[plot]]\ntitle = "A"\n[[plot]]\n'
VALUES = {"session": {}, "device": [{"name": "imu"}, {"name": ""}, 3], "plot": [{"title": "A"}, {}]}


@pytest.mark.parametrize(
    ("path", "where", "key", "line"),
    [
        (("session", "title"), "session", "title", 1),
        (("device", 0), 'device "imu"', "", 2),
        (("device", 0, "framing", "type"), 'device "imu"', "framing.type", 2),
        (("device", 1, "fields", 2, "name"), "device 2", "fields[2].name", 4),
        (("device", 2), "device 3", "", 2),
        (("plot", 0, "channels", 1), 'plot "A"', "channels[1]", 6),
        (("plot", 1), "plot 2", "", 8),
        (("device",), "", "device", 2),
        (("x", "y"), "", "x.y", None),
    ],
)
def test_a_path_is_told_as_device_and_key(path: Path, where: str, key: str, line: int | None) -> None:
    report = Report(find_places(TEXT), VALUES)
    report.add(path, "wrong")
    assert report.problems() == (Problem("wrong", line, where, key),)


def test_problems_come_in_the_order_of_the_file() -> None:
    report = Report(find_places(TEXT), VALUES)
    for path in (("plot", 0), ("session",), ("device", 1), ("device", 0)):
        report.add(path, "wrong")
    assert [problem.line for problem in report.problems()] == [1, 2, 4, 6]


def test_past_its_bound_a_report_takes_no_more() -> None:
    report = Report(find_places(TEXT), VALUES)
    for _ in range(MAX_PROBLEMS * 2):
        report.add(("session",), "wrong")
    assert report.full
    assert len(report.problems()) == MAX_PROBLEMS + 1


def test_a_key_that_is_no_plain_word_is_quoted() -> None:
    assert dotted(("a-b_1", 'x"y', "\x07", 0, "é")) == 'a-b_1."x\\"y"."\\x07"[0].é'
