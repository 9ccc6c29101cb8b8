"""`quintet simulate` is the simulator's own command, and ends as it does."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from app.simulator import command
from app.simulator.arguments import DESCRIPTION
from tests.command import report, run
from ui.commands import simulate


def test_its_words_are_the_simulators() -> None:
    assert (simulate.add_arguments, simulate.run) == (command.add_arguments, command.run)
    parser = argparse.ArgumentParser()
    simulate.add_arguments(parser)
    assert parser.description == DESCRIPTION


def test_it_ends_by_its_time_with_its_report(tmp_path: Path) -> None:
    file = tmp_path / "sent.json"
    ended = run("simulate", "--device", "weather", "--for", "100ms", "--json", file)
    assert ended.code == 0, ended
    (device,) = report(file)["devices"]
    assert set(device) >= {"name", "port", "bytes_sent", "frames_sent", "faults"}
    assert (device["name"], device["bytes_sent"]) == ("weather", 0)
    json.dumps(device, allow_nan=False)


@pytest.mark.parametrize("words", [("--port", "70000"), ("--count", "0"), ("--port", "65535")])
def test_bad_usage_is_exit_code_2_and_no_traceback(words: tuple[str, str]) -> None:
    ended = run("simulate", *words)
    assert (ended.code, ended.printed) == (2, ""), ended
    assert words[1] in ended.said
    assert "Traceback" not in ended.said
