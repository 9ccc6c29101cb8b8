"""What stands in one cell of the health strip."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.clock import now_ns
from app.health.judgement import Finding, Health, Level, Slow
from tests.ui.desk import decoded, session_of
from ui.health.recent_ages import Recent
from ui.health.strip_line import shown_age, strip_line
from ui.theme.tokens import State

AGES = Recent(12.0, 40.0, 4096)


@pytest.fixture
def sending(make_rig):
    """A rig with one open device that sends, and its link."""
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    decoded(rig.devices[0], link, b"1,2,3\n")
    rig._second()
    return rig, link


def judged(rig, health: Health):
    status = rig.status(rig.devices[0])
    rig._status["imu"] = replace(status, health=health, frames_per_s=1000.0)
    return strip_line(rig, rig.devices[0], AGES, now_ns())


def test_a_calm_cell_has_rate_age_and_what_waits(sending) -> None:
    rig, _ = sending
    line = judged(rig, Health(Slow.NOT_THIS_PC, ""))
    assert (line.name, line.state, line.word, line.age, line.behind) == (
        "imu", State.GOOD, "open", "p99 12 ms", "4 KiB behind")  # fmt: skip
    assert line.rate == "1.00 kHz"
    assert line.is_calm
    assert str(line).startswith("imu: open, ")


def test_that_this_pc_is_behind_is_told_without_the_word_open(sending) -> None:
    behind = Finding("behind", Level.FAIR, "this PC is behind", "3 MiB wait here", "", 0)
    line = judged(sending[0], Health(Slow.THIS_PC, "", findings=(behind,)))
    assert (line.word, line.detail, line.is_calm) == ("this PC is behind", "3 MiB wait here", False)


def test_a_slow_network_is_told_and_nobody_is_not(sending) -> None:
    assert judged(sending[0], Health(Slow.NETWORK, "")).word == "network likely slow"
    assert judged(sending[0], Health(Slow.UNKNOWN, "")).word == "open"


def test_what_is_wrong_with_the_computer_alarms_no_device(sending) -> None:
    finding = Finding("computer clock", Level.FAIR, "this computer's clock was set", "by +3 s", "", 0)
    assert judged(sending[0], Health(Slow.NOT_THIS_PC, "", findings=(finding,))).is_calm


def test_a_waiting_cell_counts_down_and_can_be_cut_short(sending) -> None:
    rig, link = sending
    link.more = {"next_try_ns": 5_000_000_000}
    link.lose("reset by the device")
    line = strip_line(rig, rig.devices[0], AGES, 1_800_000_000)
    assert (line.word, line.detail, line.can_retry) == ("again in 3.2 s", "reset by the device", True)
    assert (line.rate, line.age, line.behind) == ("", "", "")


def test_a_stopped_cell_cannot_be_cut_short(sending) -> None:
    rig, link = sending
    link.close()
    line = strip_line(rig, rig.devices[0], AGES, 0)
    assert (line.word, line.can_retry) == ("stopped", False)


@pytest.mark.parametrize(
    ("recent", "text"),
    [
        (Recent(), ""),
        (Recent(None, 30.4, 0), "max 30 ms"),
        (Recent(1.234, 5.0, 0), "p99 1.23 ms"),
        (Recent(12.34, 50.0, 0), "p99 12 ms"),
        (Recent(1500.0, 1500.0, 0), "p99 1.5 s"),
        (Recent(None, 1_900_000.0, 0), "max 1900 s"),
    ],
)
def test_ages_say_which_quantile_they_are(recent: Recent, text: str) -> None:
    assert shown_age(recent) == text
