"""A comparison in a terminal: both modes side by side in eighty columns, and the verdict last."""

from __future__ import annotations

import io

import msgspec
import pytest

from app.comparison.judgement.verdict import complete
from app.comparison.schema import Comparison, Yardstick
from tests.app.comparison.made import GOOD, Way, made
from ui.comparison.compare_table import print_comparison
from ui.output import Output, console

LATE = Way(late=0.2, late_ms=100.0)


def printed(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("COLUMNS", "80")
    stream = io.StringIO()
    print_comparison(comparison, console(Output(stream)))
    return stream.getvalue().rstrip().splitlines()


def row(lines: list[str], name: str) -> list[str]:
    """The cells beside the first figure of this name."""
    line = next(line for line in lines if line.strip().startswith(name))
    return [cell.strip() for cell in line.strip()[len(name) :].split("  ") if cell.strip()]


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    return printed(complete(made(LATE, GOOD)), monkeypatch)


def test_the_verdict_is_the_last_that_is_said(lines: list[str]) -> None:
    assert " ".join(lines[-2:]).startswith("A thread helps here: data painted after")
    assert lines[-1].endswith(".")


def test_it_fits_a_terminal_with_nothing_cut(lines: list[str]) -> None:
    assert all(len(line) <= 80 for line in lines)
    assert "…" not in "".join(lines)


def test_no_line_ends_between_a_figure_and_its_unit_or_within_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    figures = "12.5 ms, 5.5 %, 2\N{NARROW NO-BREAK SPACE}407 wake-ups"
    told = complete(made(LATE, GOOD))
    found = printed(
        msgspec.structs.replace(told, evidence=tuple(f"{'x' * n} {figures}" for n in range(80)), limits=()), monkeypatch
    )
    for whole in ("12.5 ms", "5.5 %", "2 407"):
        assert sum(whole in line for line in found) == 80


def test_ages_are_the_median_and_the_quantile_that_both_modes_allow(lines: list[str]) -> None:
    gui_p50, gui_p99, thread_p50, thread_p99 = row(lines, "painted after, p99")
    assert all(cell.endswith(" ms") for cell in (gui_p50, gui_p99, thread_p50, thread_p99))
    assert float(gui_p99.split()[0]) > float(thread_p99.split()[0])


def test_evidence_and_limits_stand_before_it(lines: list[str]) -> None:
    headings = [line for line in lines if line in ("Evidence", "Limits")]
    assert headings == ["Evidence", "Limits"]


def test_few_chunks_have_no_quantile_and_say_what_none_was_above(monkeypatch: pytest.MonkeyPatch) -> None:
    few = Way(chunks=1)
    lines = printed(complete(made(few, few, rounds=1)), monkeypatch)
    assert all(cell.startswith("≤ ") for cell in row(lines, "painted after"))


def test_without_a_window_nothing_is_painted_and_that_row_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    unpainted = Way(painted=False)
    lines = printed(complete(made(unpainted, unpainted)), monkeypatch)
    assert not any(line.strip().startswith("painted") for line in lines[:20])


def test_the_yardstick_has_a_column_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = Yardstick(seconds=5.0, bytes_per_s={"scope": 2_000_000.0}, measures={}, cpu=0.015, wake_ups_per_s=None)
    lines = printed(msgspec.structs.replace(complete(made(LATE, GOOD)), yardstick=bare), monkeypatch)
    assert "bare epoll" in lines[1]
    assert any(line.strip().startswith("throughput") and line.rstrip().endswith("2.00 MB/s") for line in lines)
    assert row(lines, "processor: all")[-1] == "1.5 %"
    assert row(lines, "wake-ups")[-1] == "not available"


def test_a_comparison_without_a_block_still_says_its_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = complete(made(GOOD, GOOD, rounds=0))
    assert printed(nothing, monkeypatch)[-1].startswith("Too few to tell")


def test_what_a_session_calls_itself_cannot_act_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = msgspec.structs.replace(complete(made(LATE, GOOD)), session="bench\x1b[2J", verdict="\x1b[31mred")
    text = "".join(printed(hostile, monkeypatch))
    assert "\x1b[2J" not in text
    assert "\x1b[31m" not in text
