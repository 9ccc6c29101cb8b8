"""The sentence at the bottom of the window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.health.judgement import Finding, Level
from tests.ui.desk import decoded, session_of
from ui.health.verdict import verdict
from ui.theme.tokens import State

FAIR = Finding("starved", Level.FAIR, "others are served first", "5 times", "", 0)
BAD = Finding("unread", Level.BAD, "the device does not read", "3 MiB wait", "", 0)
CLOCK = Finding("computer clock", Level.FAIR, "this computer's clock was set", "by +3 s", "", 0)


@pytest.fixture
def said(make_rig):
    """said({device: findings}): of two devices that send."""
    rig, links = make_rig(session_of("imu", "scope"))
    for device, link in zip(rig.devices, links, strict=True):
        link.accept()
        decoded(device, link, b"1,2,3\n")

    def said(found: dict[str, tuple[Finding, ...]], **more: object):
        links[0].more = more
        rig._second()
        for device in rig.devices:
            status = rig.status(device)
            health = replace(status.health, findings=found.get(device.name, ()))
            rig._status[device.name] = replace(status, health=health)
        return verdict(rig, 0)

    return said


def test_all_well_is_that_every_byte_is_accounted_for(said) -> None:
    assert said({}) == ("Every byte is accounted for", State.GOOD)


def test_a_finding_is_named_with_its_device(said) -> None:
    text, mark = said({"scope": (FAIR,)})
    assert text == "1 finding: scope: others are served first. Every byte is accounted for"
    assert mark is State.WARNING


def test_two_are_both_named_the_worse_first(said) -> None:
    text, mark = said({"imu": (FAIR,), "scope": (BAD,)})
    first, second = "scope: the device does not read", "imu: others are served first"
    assert text == f"2 findings: {first}; {second}. Every byte is accounted for"
    assert mark is State.ALARM


def test_of_more_the_worst_is_named_and_the_others_are_counted(said) -> None:
    text, mark = said({"imu": (FAIR, FAIR), "scope": (BAD,)})
    assert text == "3 findings: scope: the device does not read, and 2 more. Every byte is accounted for"
    assert mark is State.ALARM


def test_silence_is_told_with_its_length(said) -> None:
    silent = Finding("silent", Level.FAIR, "the device is silent", "", "", 0)
    text, _ = said({"imu": (silent,)}, is_stale=True, silent_ns=12_000_000_000)
    assert text.startswith("1 finding: imu silent for 12 s.")


def test_what_is_wrong_with_the_computer_is_counted_once(said) -> None:
    text, _ = said({"imu": (CLOCK,), "scope": (CLOCK,)})
    assert text.startswith("1 finding: this computer's clock was set.")


def test_that_this_pc_is_behind_with_several_devices_is_counted_once_as_bad_as_it_is_anywhere(said) -> None:
    behind = Finding("behind", Level.FAIR, "this PC is behind", "3 MiB wait", "", 0)
    assert said({"imu": (behind,)})[0].startswith("1 finding: imu: this PC is behind.")
    text, mark = said({"imu": (behind,), "scope": (replace(behind, level=Level.BAD),)})
    assert text.startswith("1 finding: this PC is behind.")
    assert mark is State.ALARM


def test_what_is_only_good_to_know_is_not_counted(said) -> None:
    assert said({"imu": (replace(FAIR, level=Level.GOOD),)})[1] is State.GOOD


def test_a_ledger_that_does_not_add_up_is_all_that_matters(make_rig) -> None:
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    link.extra_read = 1
    rig._second()
    assert verdict(rig, 0)[1] is State.ALARM
    assert "does not add up" in verdict(rig, 0)[0]


def test_before_anything_came_nothing_is_claimed(make_rig) -> None:
    rig, _ = make_rig(session_of("imu"))
    assert verdict(rig, 0) == ("No data yet", State.BUSY)
