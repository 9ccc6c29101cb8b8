"""The rows of `transport` and `ingest-struct`, measured so shortly that only their shape means anything."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.bench import sockets
from app.bench.sockets import ingest_struct, rate_of, senders, transport, transport_thread
from tests.app.bench import brief


def test_transport_compares_a_link_with_a_bare_loop() -> None:
    (row,) = transport(brief.SECONDS, rounds=1)
    brief.compares(row, "transport", "GB/CPU s", goal=0.8, floor=0.5)


def test_transport_in_threads_is_compared_with_bare_threads() -> None:
    (row,) = transport_thread(brief.SECONDS, rounds=1)
    brief.compares(row, "transport-thread", "GB/CPU s", goal=0.9, floor=0.6)


def test_ingest_of_structs_is_a_ratio_and_a_rate_from_one_run() -> None:
    row, rate = ingest_struct(brief.SECONDS, rounds=1)
    brief.compares(row, "ingest-struct", "GB/CPU s", goal=0.4, floor=0.2)
    assert (rate.name, rate.value, rate.unit) == ("ingest-struct-rate", row.value, "GB/CPU s")
    assert (rate.limit, rate.ratio, rate.goal, rate.floor, rate.lower) == (None, None, 1.0, 0.4, False)


def test_the_sender_ends_also_where_the_measurement_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[subprocess.Popen[str]] = []

    class Noted(subprocess.Popen):
        def __init__(self, *words: object, **more: object) -> None:
            super().__init__(*words, **more)
            made.append(self)

    monkeypatch.setattr(sockets.subprocess, "Popen", Noted)
    with pytest.raises(ZeroDivisionError), senders("zeros"):
        raise ZeroDivisionError
    assert [process.returncode for process in made] == [0]


def test_a_reader_that_fails_is_no_figure(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        rate_of("no-such-reader", ["1"], brief.SECONDS)
    assert "no-such-reader" in capfd.readouterr().err


def test_a_rate_is_gigabytes_a_second_of_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    said = subprocess.CompletedProcess([], 0, '{"bytes": 4000000000, "cpu": 2.0}')
    asked: list[list[str]] = []
    monkeypatch.setattr(sockets.subprocess, "run", lambda command, **_: asked.append(command) or said)
    assert rate_of("bare-count", ["7001", "7002"], 3.0) == 2.0
    assert asked == [[sys.executable, "-m", "app.bench.readers", "bare-count", "3.0", "7001", "7002"]]
