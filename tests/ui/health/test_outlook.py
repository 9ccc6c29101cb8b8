"""What is said of a device in one word: the worst of what is true."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.health.judgement import Finding, Health, Level, Slow
from tests.ui.desk import decoded, session_of
from ui.health.outlook import health_now, outlook, worst
from ui.health.standing import Standing
from ui.theme.tokens import State

FAIR = Finding("a", Level.FAIR, "Bytes had to wait", "5 times in 10 s", "Send less", 0)
BAD = Finding("b", Level.BAD, "The disk is full", "0 B are free", "Make room", 0)


@pytest.fixture
def judged(make_rig):
    """judged(health): what is said of an open device that sends, of this health."""
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    device = decoded(rig.devices[0], link, b"1,2,3\n")
    rig._second()

    def judged(health: Health) -> Standing:
        rig._status["imu"] = replace(rig.status(device), health=health)
        return outlook(rig, device, 0)

    return judged


def test_all_well_is_open_and_where_it_leads(judged) -> None:
    assert judged(Health(Slow.NOT_THIS_PC, "the queue is empty")) == Standing(State.GOOD, "open", "127.0.0.1:7001")


def test_that_this_pc_is_behind_is_said_with_what_it_follows_from(judged) -> None:
    behind = Finding("behind", Level.FAIR, "this PC is behind", "3 MiB wait here", "", 0)
    found = judged(Health(Slow.THIS_PC, "", findings=(behind, FAIR)))
    assert found == Standing(State.WARNING, "open, this PC is behind", "3 MiB wait here", short="this PC is behind")


def test_mark_and_word_are_those_of_the_same_finding(judged) -> None:
    behind = Finding("behind", Level.FAIR, "this PC is behind", "", "", 0)
    found = judged(Health(Slow.THIS_PC, "3 MiB wait here", findings=(BAD, behind)))
    assert (found.state, found.word) == (State.ALARM, "open, the disk is full")


def test_the_worst_finding_is_the_one_that_is_said(judged) -> None:
    found = judged(Health(Slow.NOT_THIS_PC, "", findings=(FAIR, BAD)))
    assert (found.state, found.word, found.brief) == (State.ALARM, "open, the disk is full", "The disk is full")
    assert found.detail == "0 B are free"


@pytest.mark.parametrize("slow", [Slow.NETWORK, Slow.DEVICE, Slow.UNKNOWN, Slow.NOT_THIS_PC])
def test_who_is_slow_is_no_alarm_by_itself_where_it_is_not_this_pc(judged, slow: Slow) -> None:
    assert judged(Health(slow, "")).state is State.GOOD


def test_a_finding_that_is_only_good_to_know_changes_no_mark(judged) -> None:
    assert judged(Health(Slow.UNKNOWN, "", findings=(replace(FAIR, level=Level.GOOD),))).word == "open"


def test_nothing_in_a_finding_can_act(judged) -> None:
    found = judged(Health(Slow.UNKNOWN, "", findings=(replace(FAIR, title="\x1b[31mX", cause="\u202ey"),)))
    assert (found.word, found.detail) == ("open, ·[31mX", "·y")


def test_a_lost_connection_comes_before_a_finding(make_rig) -> None:
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    link.lose("reset by the device")
    found = outlook(rig, rig.devices[0], 0)
    assert (found.state, found.word, found.detail) == (State.WARNING, "waiting", "reset by the device")


def test_a_link_that_has_opened_since_the_check_is_not_said_to_have_no_connection(make_rig) -> None:
    rig, (link,) = make_rig(session_of("imu"))
    device = rig.devices[0]
    link.refuse("refused")
    rig._second()
    assert [finding.key for finding in health_now(rig, device).findings] == ["connection"]
    link.accept()
    assert health_now(rig, device).findings == ()
    assert health_now(rig, device).because == "connected a moment ago"
    assert outlook(rig, device, 0).word == "open"


def test_a_link_that_was_lost_since_the_check_is_not_said_to_be_silent(make_rig) -> None:
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    rig._second()
    link.more = {"is_stale": True, "silent_ns": 9_000_000_000}
    rig._second()
    link.more = {}
    assert health_now(rig, rig.devices[0]).slow is Slow.DEVICE
    link.lose("reset by the device")
    assert health_now(rig, rig.devices[0]).findings == ()
    assert health_now(rig, rig.devices[0]).because == "the connection has just ended"


def test_a_ledger_that_does_not_add_up_comes_before_a_lost_connection(make_rig) -> None:
    rig, (link,) = make_rig(session_of("imu"))
    link.refuse("refused")
    rig.failures["imu"] = ["bytes: received 1 is not 2"]
    assert outlook(rig, rig.devices[0], 0) == Standing(State.ALARM, "ledger does not add up")


def test_the_worst_of_no_findings_is_none_and_of_equals_the_first() -> None:
    assert worst(()) is None
    assert worst((FAIR, replace(FAIR, key="c"))) is FAIR
