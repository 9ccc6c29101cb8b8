"""`quintet bench` prints each figure with its verdict; its exit code is that of the worst."""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from pathlib import Path

import pytest

from app.bench.rows import Row
from ui.commands import bench

GOOD = Row("transport", 3.2, "GB/CPU s", 4.0, 0.8, 0.8, 0.5)
POOR = Row("ingest-csv", 2.0, "M lines/CPU s", 8.0, 0.25, 0.4, 0.15)
BELOW = Row("start", 1.5, "s", 0.5, 3.0, 1.5, 2.0, True, "off screen")
PLAIN = Row("age", 12.0, "ms")


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[Row]:
    """What the measurements will give; nothing is measured."""
    rows: list[Row] = []
    monkeypatch.setattr(bench, "measure", lambda names: ([row for row in rows if not names or row.name in names], []))
    monkeypatch.setenv("COLUMNS", "160")
    return rows


def ran(*words: str) -> int:
    parser = argparse.ArgumentParser()
    bench.add_arguments(parser)
    return bench.run(parser.parse_args(words))


def test_each_figure_has_its_limit_ratio_and_verdict(measured: list[Row], capsys: pytest.CaptureFixture[str]) -> None:
    measured += [GOOD, POOR, PLAIN]
    assert ran() == 0
    lines = {cells[0]: cells for line in capsys.readouterr().out.splitlines() if (cells := cells_of(line))}
    assert lines["transport"] == ["transport", "3.2 GB/CPU s", "4", "0.8", "0.8", "0.5", "● met"]
    assert lines["ingest-csv"][-1] == "◐ not met"
    assert lines["age"] == ["age", "12 ms", "–", "–", "–", "–", "–"]


def cells_of(line: str) -> list[str]:
    """The cells of a row, which stand at least two blanks apart."""
    return re.split(r"\s{2,}", line.strip()) if line.strip() else []


def test_the_table_fits_a_terminal_of_eighty_columns(
    measured: list[Row], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    wide = Row("ingest-struct-rate", 0.6721, "GB/CPU s", 12.345, 0.3456, 0.25, 0.123)
    measured += [wide, Row("ingest-csv", 3.2711, "M lines/CPU s", 7.4911, 0.4366, 0.5, 0.15)]
    ran()
    told = capsys.readouterr().out
    assert "…" not in told
    assert "0.437" in told


def test_one_figure_below_its_floor_fails_the_command(measured: list[Row], capsys: pytest.CaptureFixture[str]) -> None:
    measured += [GOOD, BELOW]
    assert ran() == 1
    told = capsys.readouterr().out
    assert "✕ below floor" in told
    assert "off screen" in told


def test_a_goal_that_is_missed_does_not(measured: list[Row]) -> None:
    measured += [POOR]
    assert ran() == 0


def test_the_rows_go_to_a_file_with_the_fields_of_the_design(measured: list[Row], tmp_path: Path) -> None:
    measured += [GOOD, PLAIN]
    file = tmp_path / "figures.json"
    assert ran("--json", str(file)) == 0
    told = json.loads(file.read_text(encoding="utf-8"))
    assert set(told) == {"machine", "rows"}
    assert [row["name"] for row in told["rows"]] == ["transport", "age"]
    assert set(told["rows"][0]) >= {"name", "value", "unit", "limit", "ratio", "goal", "floor", "met"}
    assert (told["rows"][0]["met"], told["rows"][1]["met"]) == (True, None)


def test_on_standard_output_the_json_stands_alone(measured: list[Row], capsys: pytest.CaptureFixture[str]) -> None:
    measured += [GOOD]
    assert ran("--json", "-") == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["rows"][0]["name"] == "transport"
    assert "● met" in told.err


def test_a_report_that_cannot_be_written_fails_the_command(
    measured: list[Row], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    measured += [GOOD]
    assert ran("--json", str(tmp_path)) == 1
    assert f"{tmp_path}: Is a directory" in capsys.readouterr().err


def test_only_the_figures_that_were_named_are_measured(measured: list[Row], capsys: pytest.CaptureFixture[str]) -> None:
    measured += [GOOD, BELOW]
    assert ran("transport") == 0
    assert "start" not in capsys.readouterr().out


def test_a_name_that_is_no_figure_is_said_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("transport", "trnsport") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "no figure trnsport; there are transport, ingest-struct, " in told.err
    assert told.err.endswith(", click\n")


def test_a_figure_that_cannot_be_measured_is_said_beside_those_that_were(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "measure", lambda _: ([GOOD], ["memory: no table wrapped"]))
    assert ran() == 1
    told = capsys.readouterr()
    assert "● met" in told.out
    assert told.err == "quintet: memory: no table wrapped\n"


def test_where_nothing_could_be_measured_there_is_no_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "measure", lambda _: ([], ["memory: no table wrapped"]))
    assert ran("memory") == 1
    assert "ratio" not in capsys.readouterr().out


def test_first_words_name_several_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(bench, "measure", lambda names: (asked.extend(names), ([GOOD], []))[1])
    assert ran("age", "start") == 0
    assert asked == ["age-p50", "age-p99", "start"]


class Full(io.StringIO):
    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")


def test_an_output_that_cannot_be_written_keeps_no_figure_from_the_file(
    measured: list[Row], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    measured += [GOOD]
    monkeypatch.setattr(sys, "stdout", Full())
    file = tmp_path / "figures.json"
    assert ran("--json", str(file)) == 1
    assert json.loads(file.read_text())["rows"]
    assert "No space left on device" in capsys.readouterr().err
