"""Who is gone, and who has merely stopped reading: TCP_INFO as Linux tells it, second by second."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.link.contract import TcpInfo
from app.link.unanswered import LOOK_NS, PATIENCE_NS, TRIES, Unanswered

S = 1_000_000_000
QUIET = TcpInfo(
    bytes_received=0, waiting=0, rcv_rtt_ms=None, rcv_ooopack=0, last_data_recv_ms=3_600_000, rcv_space=None,
    snd_mss=None, rcv_mss=None, bytes_acked=0, last_ack_recv_ms=3_600_000, retransmits=0, probes=0,
)  # fmt: skip


def tries_by(second: float, first_s: float, longest_s: float = 120) -> int:
    """How many were made by then, the first after `first_s`, each after twice the span of the one before."""
    count, at, span = 0, first_s, first_s
    while at <= second:
        count += 1
        span = min(2 * span, longest_s)
        at += span
    return count


def gone_after(told: list[TcpInfo]) -> int | None:
    """The second in which it is found, looking once in each; None: not at all."""
    watch = Unanswered(0)
    for second, info in enumerate(told, start=1):
        if watch.is_gone(info, second * S):
            return second
    return None


@pytest.mark.parametrize("rto_s", [0.2, 0.3, 1, 3])
def test_a_device_that_vanished_under_a_command_is_gone_within_a_minute(rto_s: float) -> None:
    """Its last word was an hour before. Linux itself would go on for a quarter of an hour."""
    told = [replace(QUIET, retransmits=tries_by(second, rto_s)) for second in range(900)]
    found = gone_after(told)
    assert found is not None
    assert PATIENCE_NS / S < found < 60


def test_a_device_that_vanished_with_its_window_closed_is_gone_within_a_minute() -> None:
    told = [replace(QUIET, probes=tries_by(second, 0.2), last_ack_recv_ms=1000 * second) for second in range(900)]
    found = gone_after(told)
    assert found is not None
    assert found < 60


def test_a_device_that_merely_does_not_read_stays_for_hours() -> None:
    """It answers each probe within 200 ms, so that the count is back at 0; at worst one is under way at our look.
    The spans between probes, and so those without an acknowledgement, grow to two minutes."""
    told, at, span = [], 0.2, 0.2
    for second in range(4 * 3600):
        while at + 0.2 <= second:
            span = min(2 * span, 120)
            at += span
        last_s = second - (at - span + 0.2)
        told.append(replace(QUIET, probes=int(at <= second), last_ack_recv_ms=round(1000 * max(last_s, 0))))
    assert any(info.probes for info in told)
    assert max(info.last_ack_recv_ms or 0 for info in told) > 100_000
    assert gone_after(told) is None


def test_a_device_that_still_sends_is_not_gone_though_our_way_to_it_is_broken() -> None:
    told = [replace(QUIET, retransmits=tries_by(second, 0.2), last_data_recv_ms=80) for second in range(900)]
    assert gone_after(told) is None


def test_an_answer_after_half_a_minute_begins_the_count_anew() -> None:
    silent = [replace(QUIET, retransmits=5)] * 30
    assert gone_after([*silent, QUIET, *silent]) is None
    assert gone_after([*silent, replace(QUIET, retransmits=5, last_ack_recv_ms=20), *silent]) is None
    assert gone_after([*silent, *silent]) is not None


def test_a_few_tries_are_not_enough_however_long_they_take() -> None:
    assert gone_after([replace(QUIET, retransmits=TRIES - 1)] * 900) is None


def test_while_nobody_could_look_no_time_passes() -> None:
    watch = Unanswered(0)
    assert not watch.is_gone(replace(QUIET, retransmits=9), 3600 * S)  # SIGSTOP, or a suspend
    assert watch.for_ns <= 2 * LOOK_NS


def test_where_the_system_does_not_tell_nobody_is_gone() -> None:
    dumb = replace(QUIET, retransmits=None, probes=None, last_ack_recv_ms=None, last_data_recv_ms=None)
    assert gone_after([dumb] * 900) is None
    assert gone_after([replace(dumb, probes=7)] * 900) is not None


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 100), st.integers(0, 10)), max_size=80))
def test_in_any_order_of_looks_nobody_is_gone_who_spoke_or_had_nothing_to_answer(
    looks: list[tuple[int, int, int, int]],
) -> None:
    watch, now, quiet_since = Unanswered(0), 0, 0
    for retransmits, probes, wait_s, ago_s in looks:
        now += wait_s * S
        ago = 3600 if ago_s == 10 else ago_s
        info = replace(QUIET, retransmits=retransmits, probes=probes, last_ack_recv_ms=1000 * ago)
        if not retransmits + probes:
            quiet_since = now
        quiet_since = max(quiet_since, now - ago * S)
        if watch.is_gone(info, now):
            assert now - quiet_since >= PATIENCE_NS
            assert retransmits + probes >= TRIES
        assert watch.for_ns <= now - quiet_since
