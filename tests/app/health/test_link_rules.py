"""What can be wrong with a link."""

from __future__ import annotations

from typing import Any

import pytest

from app.health import link_rules
from app.health.figures import Figures, Reads
from app.health.findings import Rule
from app.health.judgement import Level
from tests.app.health.looks import BUFFER, SECOND, found, look, seconds

MIB = 1 << 20
BUSY = Reads(100, 5000, MIB, 50.0, True)
RULES = [value for name, value in vars(link_rules).items() if getattr(value, "__module__", "") == link_rules.__name__
         and not name.startswith("_")]  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("looks", [seconds(1), seconds(70)], ids=["at first", "after a minute"])
def test_a_link_that_is_well_has_no_finding(rule: Rule, looks: list[Figures]) -> None:
    assert found(rule, looks) is None


@pytest.mark.parametrize(("waiting", "level"), [(MIB, Level.FAIR), (BUFFER // 2, Level.BAD)])
def test_a_pc_that_is_behind_is_told_with_what_waits(waiting: int, level: Level) -> None:
    wrong = found(link_rules.behind, seconds(6, lambda second: {"line__waiting": waiting, "reads": BUSY}))
    assert wrong is not None
    assert wrong.level is level
    assert "wait here" in wrong.cause


def test_a_network_that_reorders_is_told() -> None:
    wrong = found(link_rules.reordered, seconds(8, lambda second: {"line__rcv_ooopack": 5 * second}))
    assert wrong is not None
    assert "25 segments came out of order" in wrong.cause


def test_a_silent_device_is_told() -> None:
    silence = {"line__is_stale": True, "line__silent_ns": 9 * SECOND, "reads": Reads()}
    wrong = found(link_rules.silent, [*seconds(3), look(3, **silence)])
    assert wrong is not None
    assert "9.0 s" in wrong.cause


@pytest.mark.parametrize(
    ("changes", "helps"),
    [
        ({"line__waiting": MIB, "reads": BUSY}, True),
        ({"line__waiting": MIB, "reads": BUSY, "line__transport": "thread"}, False),  # one reads already
        ({"line__waiting": MIB, "reads": BUSY, "computer__unserved": 0.5}, False),  # it would get no processor either
        ({"reads": Reads(100, 0, MIB, 900.0, True)}, False),  # the queue is emptied, only painting is late
    ],
)
def test_a_thread_is_recommended_where_it_helps(changes: dict[str, Any], helps: bool) -> None:
    wrong = found(link_rules.behind, seconds(6, lambda _: changes))
    assert wrong is not None
    assert ("let a thread read" in wrong.remedy) is helps


@pytest.mark.parametrize("state", ["waiting", "resolving", "connecting"])
def test_a_link_that_comes_back_says_why_it_is_gone_and_how_often_it_tried(state: str) -> None:
    gone: dict[str, Any] = {"line__state": state, "line__last_reason": "refused"}
    first = found(link_rules.absent, [look(0, **gone)])
    again = found(link_rules.absent, [look(0, **gone, line__failed_in_row=4)])
    few = found(link_rules.absent, [look(0, **gone, line__failed_in_row=3)])
    assert first is not None
    assert again is not None
    assert few is not None
    assert (first.level, first.cause) == (Level.FAIR, "refused")
    assert (again.level, again.cause) == (Level.BAD, "4 attempts in a row failed; the last: refused")
    assert few.level is Level.FAIR, "as the gauge beside it"


@pytest.mark.parametrize("state", ["resolving", "connecting", "idle", "closing"])
def test_a_link_that_is_dialled_for_the_first_time_or_was_stopped_is_no_finding(state: str) -> None:
    reason = "closed here" if state in ("idle", "closing") else ""
    assert found(link_rules.absent, [look(0, line__state=state, line__last_reason=reason)]) is None


def test_an_address_that_is_wrong_is_a_finding_of_its_own() -> None:
    wrong = found(link_rules.absent, [look(0, line__state="failed", line__last_reason="port 0 is no port")])
    assert wrong is not None
    assert "correct the address" in wrong.remedy


def test_three_connections_within_a_minute_are_too_many_and_go_by() -> None:
    def flaps(second: int) -> dict[str, Any]:
        return {"line__opened": min(second // 10, 3), "line__last_reason": "reset by the device"}

    assert found(link_rules.flapping, seconds(25, flaps)) is None
    wrong = found(link_rules.flapping, seconds(31, flaps))
    assert wrong is not None
    assert wrong.cause == "opened 3 times within a minute; the last end: reset by the device"
    assert found(link_rules.flapping, seconds(90, flaps)) is None


def test_a_device_that_accepts_and_breaks_is_not_said_to_have_no_connection_as_well() -> None:
    def breaks(second: int) -> dict[str, Any]:
        return {"line__opened": second, "line__state": "waiting", "line__last_reason": "closed by the device"}

    assert found(link_rules.flapping, seconds(6, breaks)) is not None
    assert found(link_rules.absent, seconds(6, breaks)) is None


def test_connections_that_were_ended_from_here_do_not_keep_breaking() -> None:
    def stopped(second: int) -> dict[str, Any]:
        return {"line__opened": second, "line__closed_here": second, "line__last_reason": "closed here"}

    assert found(link_rules.flapping, seconds(9, stopped)) is None


CAPPED = {"line__was_capped": True, "line__buffer_note": "asked for 4 MiB, the kernel gave 208 KiB"}


def test_a_receive_buffer_that_was_cut_is_a_finding_where_somebody_asked_for_it() -> None:
    wrong = found(link_rules.capped, [look(0, **CAPPED, line__asked_for=True)])
    assert wrong is not None
    assert "208 KiB" in wrong.cause


def test_a_default_buffer_that_was_cut_is_a_finding_once_the_room_was_needed_and_for_a_minute() -> None:
    assert found(link_rules.capped, seconds(9, lambda second: CAPPED)) is None
    full = look(9, **CAPPED, reads=Reads(1, 0, BUFFER // 4))
    assert found(link_rules.capped, [full]) is not None
    assert found(link_rules.capped, [full, look(60, **CAPPED)]) is not None
    assert found(link_rules.capped, [full, look(75, **CAPPED)]) is None


def test_a_buffer_whose_size_is_not_known_was_never_full() -> None:
    assert found(link_rules.capped, [look(0, **CAPPED, line__buffer=None, line__waiting=None, reads=Reads())]) is None


def test_a_link_that_was_passed_over_says_how_often() -> None:
    wrong = found(link_rules.starved, seconds(4, lambda second: {"line__starved": 2 * second}))
    assert wrong is not None
    assert "6 times within 10 s" in wrong.cause
    assert found(link_rules.starved, seconds(4, lambda second: {"line__starved": None})) is None


def test_a_device_that_takes_nothing_for_seconds_does_not_read() -> None:
    stuck = seconds(7, lambda second: {"line__unsent": 2048, "line__written": 900, "line__probes": 3})
    wrong = found(link_rules.unread, stuck)
    assert wrong is not None
    assert wrong.cause == "2 KiB wait to be sent, nothing was taken for 6 s; 3 probes of its closed window"
    assert found(link_rules.unread, stuck[:4]) is None
    quiet = found(link_rules.unread, seconds(7, lambda second: {"line__unsent": 2048, "line__probes": None}))
    assert quiet is not None
    assert "probes" not in quiet.cause


def test_a_device_that_takes_a_little_reads() -> None:
    slow = seconds(20, lambda second: {"line__unsent": 2048, "line__written": second // 4})
    assert found(link_rules.unread, slow) is None


def test_of_a_link_that_is_not_open_nothing_is_to_be_read() -> None:
    gone = seconds(20, lambda second: {"line__unsent": 2048, "line__state": "waiting"})
    assert found(link_rules.unread, gone) is None


def test_commands_that_came_to_nothing_are_told_for_a_minute() -> None:
    def orders(second: int) -> dict[str, Any]:
        return {"orders__expired": 2 if second > 3 else 0, "orders__refused": 1 if second > 5 else 0}

    wrong = found(link_rules.orders, seconds(10, orders))
    assert wrong is not None
    assert wrong.cause == "within a minute: 2 expired before their start, 1 refused"
    assert found(link_rules.orders, seconds(80, orders)) is None
