"""What can be wrong with what comes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.framing.line import JOINED
from app.framing.prefixed import AFTER_VIOLATION, TRUNCATED
from app.framing.sync import RESYNC
from app.health import data_rules
from app.health.figures import Axis, Figures
from app.health.findings import Rule
from app.health.judgement import Level
from app.health.ledger import Kernel
from tests.app.health.looks import SECOND, found, ledger, look, seconds

RULES = [value for name, value in vars(data_rules).items() if getattr(value, "__module__", "") == data_rules.__name__
         and not name.startswith("_")]  # fmt: skip
MS = 1_000_000


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("kind", ["arrival", "field"])
def test_a_device_that_is_well_has_no_finding(rule: Rule, kind: str) -> None:
    for count in (1, 2, 5, 70):
        axis = Axis(kind=kind, offset_ns=12345, reordered=0, untimed=0)
        assert found(rule, seconds(count, lambda second: {"axis": axis, "unnoticed": "blind"})) is None  # noqa: B023


# -- the account


def test_a_ledger_that_does_not_add_up_is_told_with_its_values_and_stays() -> None:
    account = ledger(3)
    torn = replace(account, bytes=replace(account.bytes, received=account.bytes.received + 1))
    wrong = found(data_rules.unbalanced, [*seconds(3), look(3, ledger=torn)])
    assert wrong is not None
    assert wrong.level is Level.BAD
    assert "received 30001 is not framed 27000" in wrong.cause
    later = found(data_rules.unbalanced, [look(90, failures=("frames: x", "bytes: y"))])
    assert later is not None
    assert later.cause == "frames: x (and 1 more)"


def test_a_kernel_that_counted_otherwise_is_a_finding_of_its_own() -> None:
    looks = [look(0, ledger=replace(ledger(0), kernel=Kernel(5, 9, 7)))]
    wrong = found(data_rules.disagreeing, looks)
    assert wrong is not None
    assert "9 bytes read or waiting, but the kernel counted 5 to 7" in wrong.cause
    assert found(data_rules.unbalanced, looks) is None


# -- frames and bytes


def lossy(second: int, **lost: int) -> Figures:
    return look(second, ledger=ledger(second, {name.replace("_", " "): count for name, count in lost.items()}))


def test_rejected_frames_are_told_with_their_share_and_reasons_and_go_by() -> None:
    looks = [lossy(second, no_number=max(0, second - 4), wrong_field_count=max(0, second - 5)) for second in range(8)]
    wrong = found(data_rules.rejected, looks)
    assert wrong is not None
    assert (wrong.level, wrong.cause) == (Level.FAIR, "5 of 7000 within 10 s: 3 no number, 2 wrong field count")
    assert (
        found(data_rules.rejected, [*looks, *(lossy(n, no_number=3, wrong_field_count=2) for n in range(8, 18))])
        is None
    )


def test_one_in_a_hundred_is_bad() -> None:
    wrong = found(data_rules.rejected, [lossy(second, no_number=50 * second) for second in range(5)])
    assert wrong is not None
    assert wrong.level is Level.BAD


def discarding(second: int, **lost: int) -> Figures:
    counts = {name.replace("_", " "): count for name, count in lost.items()}
    return look(second, ledger=ledger(second, None, counts), unnoticed="blind")


def test_discarded_bytes_are_told_by_reason() -> None:
    wrong = found(data_rules.discarded, [discarding(second, oversize=10 * second) for second in range(6)])
    assert wrong is not None
    assert wrong.level is Level.FAIR
    assert wrong.cause == "50 of 50050 bytes within 10 s: 50 oversize"


@pytest.mark.parametrize("reason", [JOINED, TRUNCATED, AFTER_VIOLATION])
def test_what_is_discarded_at_the_ends_of_a_connection_is_no_finding(reason: str) -> None:
    looks = [look(second, ledger=ledger(second, None, {reason: 9 * second})) for second in range(6)]
    assert found(data_rules.discarded, looks) is None
    assert found(data_rules.unnoticed, [replace(each, unnoticed="blind") for each in looks]) is None


def test_a_search_for_the_first_sync_word_is_no_finding_and_one_later_is() -> None:
    assert found(data_rules.discarded, [look(0, ledger=ledger(0)), discarding(1, **{RESYNC: 7})]) is None
    later = [discarding(second, **{RESYNC: 7 if second > 4 else 0}) for second in range(6)]
    assert found(data_rules.discarded, later) is not None


def test_a_length_that_cannot_be_true_is_told_with_its_value_for_a_minute() -> None:
    def violations(second: int) -> dict[str, Any]:
        return {"violations": 2 if second > 3 else 0, "violation": "length 9 is beyond max_frame 8"}

    wrong = found(data_rules.violated, seconds(6, violations))
    assert wrong is not None
    assert wrong.cause == "length 9 is beyond max_frame 8; 2 within a minute"
    assert found(data_rules.violated, seconds(70, violations)) is None


@pytest.mark.parametrize(
    ("change", "sign"),
    [
        (lambda second: {"violations": second}, "impossible lengths"),
        (lambda second: {"ledger": ledger(second, {"not a number": second})}, "frames were rejected"),
        (lambda second: {"ledger": ledger(second, None, {"oversize": second})}, "bytes were discarded"),
        (lambda second: {"axis": Axis(kind="field", offset_ns=second // 8 * SECOND)}, "the time in its frames jumps"),
    ],
)
def test_damage_that_a_framing_cannot_notice_is_suspected_by_its_signs(change: Any, sign: str) -> None:
    blind = seconds(10, lambda second: change(second) | {"unnoticed": "nothing tells that a byte was lost"})
    wrong = found(data_rules.unnoticed, blind)
    assert wrong is not None
    assert sign in wrong.cause
    assert "nothing tells that a byte was lost" in wrong.cause
    assert found(data_rules.unnoticed, seconds(10, change)) is None


# -- the device's time


def timed(second: int, offset_ns: int | None, **more: Any) -> Figures:
    return look(second, axis=Axis(kind="field", offset_ns=offset_ns, **more))


@pytest.mark.parametrize("forward_ms", [-3_600_000, -101, 101, 3_600_000])
def test_a_clock_that_jumps_is_told_in_its_own_direction(forward_ms: int) -> None:
    looks = [timed(second, 5 if second < 6 else 5 - forward_ms * MS) for second in range(8)]
    wrong = found(data_rules.jumping, looks)
    assert wrong is not None
    assert f"by {forward_ms / 1e3:+.3f} s" in wrong.cause


def test_an_offset_that_is_still_being_found_is_no_jump() -> None:
    assert found(data_rules.jumping, [timed(second, 10 * SECOND if second < 2 else 0) for second in range(8)]) is None
    assert found(data_rules.jumping, [timed(second, 99 * MS if second == 5 else 0) for second in range(8)]) is None
    assert found(data_rules.jumping, [timed(second, None) for second in range(8)]) is None


def test_an_offset_of_another_connection_is_not_compared() -> None:
    first = [timed(second, 0) for second in range(8)]
    second = [replace(timed(n, 9 * SECOND), line=replace(first[0].line, connection=2)) for n in range(8, 16)]
    assert found(data_rules.jumping, [*first, *second]) is None


def test_rows_that_had_to_be_moved_are_told() -> None:
    wrong = found(data_rules.jumping, [timed(second, 0, reordered=second) for second in range(5)])
    assert wrong is not None
    assert "4 rows were older than the row before them" in wrong.cause
    by_arrival = [look(second, axis=Axis(kind="arrival", reordered=second)) for second in range(5)]
    assert found(data_rules.jumping, by_arrival) is None


def test_a_clock_that_drifts_is_told_in_parts_per_million_once_it_was_seen_for_long_enough() -> None:
    looks = [timed(second, -5 * MS * second) for second in range(60)]
    wrong = found(data_rules.drifting, looks)
    assert wrong is not None
    assert "+5000 ppm" in wrong.cause
    assert found(data_rules.drifting, looks[:30]) is None
    slow = [timed(second, MS * second // 2) for second in range(120)]
    assert found(data_rules.drifting, slow) is None
    jump = [timed(second, 0 if second < 50 else SECOND) for second in range(55)]
    assert found(data_rules.drifting, jump) is None


def test_rows_without_a_time_are_told_where_nearly_all_are_so() -> None:
    none = [timed(second, 0, untimed=1000 * second) for second in range(5)]
    wrong = found(data_rules.untimed, none)
    assert wrong is not None
    assert wrong.cause.startswith("4000 of 4000 rows within 10 s")
    half = [timed(second, 0, untimed=500 * second) for second in range(5)]  # a table that has no such field
    assert found(data_rules.untimed, half) is None


# -- the history


def crowded(second: int) -> dict[str, Any]:
    return {"kept__short_table": "TPV", "kept__short_ns": 60 * SECOND, "kept__crowded_out": 100 * second}


def test_a_history_that_forgets_before_its_time_says_how_much_it_holds() -> None:
    wrong = found(data_rules.forgetting, seconds(5, crowded))
    assert wrong is not None
    assert wrong.cause == "it holds 60 s of TPV instead of 600 s: there is no room for more"
    assert wrong.level is Level.GOOD, "nobody asked for the default"
    asked = found(data_rules.forgetting, seconds(5, lambda second: crowded(second) | {"kept__asked_for": True}))
    assert asked is not None
    assert asked.level is Level.FAIR
    plain = found(data_rules.forgetting, seconds(5, lambda second: crowded(second) | {"kept__short_table": ""}))
    assert plain is not None
    assert "60 s instead" in plain.cause


@pytest.mark.parametrize(
    "change", [{"kept__crowded_out": 7}, {"kept__short_ns": 590 * SECOND}, {"kept__short_ns": None}]
)
def test_a_history_that_holds_its_span_or_forgets_no_more_is_no_finding(change: dict[str, Any]) -> None:
    assert found(data_rules.forgetting, seconds(5, lambda second: crowded(second) | change)) is None


def test_the_reasons_that_are_expected_are_those_that_framings_give() -> None:
    assert {JOINED, TRUNCATED, AFTER_VIOLATION} == data_rules.EXPECTED
    assert {RESYNC} == data_rules.AT_FIRST
