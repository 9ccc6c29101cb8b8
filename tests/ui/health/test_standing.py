"""How a link stands, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.health.judgement import MANY_FAILURES
from app.link.contract import LinkStatistics, ReceiveBuffer
from app.link.contract import State as LinkState
from tests.ui.desk import session_of
from ui.health.standing import mark_of, shown_span, standing, standing_now
from ui.theme.tokens import State

S = 1_000_000_000
OPEN = LinkStatistics(
    state=LinkState.OPEN, transport="gui", address="127.0.0.1:7001", connection=1, read=0, in_qt=0, in_flight=0,
    reads=0, written=0, unsent=0, opened=1, reasons={}, last_reason="", next_try_ns=None,
    receive_buffer=ReceiveBuffer(None, None, None, None, ""), tcp_info=None, kernel=None,
)  # fmt: skip


def words(state: LinkState, now_ns: int | None = 0, **changes: object) -> tuple[State, str, str, str]:
    found = standing(replace(OPEN, state=state, **changes), now_ns)  # type: ignore[arg-type]
    return found.state, found.text, found.brief, found.detail


def test_an_open_link_says_where_it_leads() -> None:
    assert words(LinkState.OPEN) == (State.GOOD, "open", "open", "127.0.0.1:7001")


def test_a_silent_device_has_its_own_mark_and_says_for_how_long() -> None:
    mark, word, brief, _ = words(LinkState.OPEN, is_stale=True, silent_ns=12_700_000_000)
    assert (mark, word, brief) == (State.STALE, "silent for 12 s", "silent for 12 s")


def test_silence_that_is_not_yet_too_long_is_not_told() -> None:
    assert words(LinkState.OPEN, is_stale=False, silent_ns=3 * S)[1] == "open"


def test_a_pause_after_many_failures_is_marked_as_badly_as_it_is_found_to_be() -> None:
    assert words(LinkState.WAITING, failed_in_row=MANY_FAILURES)[0] is State.WARNING
    assert words(LinkState.WAITING, failed_in_row=MANY_FAILURES + 1)[0] is State.ALARM


def test_a_look_up_is_told_by_what_it_does() -> None:
    assert words(LinkState.RESOLVING, last_reason="name unknown") == (
        State.BUSY, "looking up the name", "looking up the name", "name unknown")  # fmt: skip


def test_an_attempt_names_the_address() -> None:
    assert words(LinkState.CONNECTING)[1:3] == ("connecting to 127.0.0.1:7001", "connecting")
    assert words(LinkState.CONNECTING, address="")[1] == "connecting"


@pytest.mark.parametrize(
    ("next_try_ns", "now_ns", "word", "brief"),
    [
        (5 * S, 1_800_000_000, "waiting: again in 3.2 s", "again in 3.2 s"),
        (40 * S, 0, "waiting: again in 40 s", "again in 40 s"),
        (5 * S, 5 * S, "waiting: again now", "again now"),
        (None, 0, "waiting", "waiting"),
        (5 * S, None, "waiting", "waiting"),
    ],
)
def test_a_waiting_link_counts_down(next_try_ns: int | None, now_ns: int | None, word: str, brief: str) -> None:
    found = words(LinkState.WAITING, now_ns, next_try_ns=next_try_ns, last_reason="refused")
    assert found == (State.WARNING, word, brief, "refused")


def test_a_link_that_was_stopped_says_so_without_a_reason() -> None:
    assert words(LinkState.IDLE, last_reason="closed here") == (State.OFFLINE, "stopped", "stopped", "")


def test_only_a_stopped_link_looks_offline() -> None:
    assert [state for state in LinkState if mark_of(str(state)) is State.OFFLINE] == [LinkState.IDLE]


def test_a_failure_that_is_final_is_an_alarm() -> None:
    assert words(LinkState.FAILED, last_reason="no port")[::3] == (State.ALARM, "no port")


def test_nothing_in_a_reason_or_an_address_can_act() -> None:
    assert words(LinkState.WAITING, last_reason="\x1b[31mred\u202e")[3] == "·[31mred·"
    assert words(LinkState.CONNECTING, address="\u202ex")[1] == "connecting to ·x"


@pytest.mark.parametrize(
    ("span_ns", "whole", "text"),
    [
        (3_240_000_000, False, "3.2 s"),
        (1_000_000, False, "0.1 s"),
        (12 * S, False, "12 s"),
        (3_900_000_000, True, "3 s"),
        (80 * S, True, "1 min 20 s"),
        (7500 * S, False, "2 h 5 min"),
    ],
)
def test_spans_read_like_a_clock(span_ns: int, whole: bool, text: str) -> None:
    assert shown_span(span_ns, whole=whole) == text


# -- of a rig


def test_what_a_link_does_is_told_at_once_and_not_with_the_next_check(make_rig) -> None:
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    rig._second()
    link.more = {"next_try_ns": 5 * S}
    link.lose("reset by the device")
    assert standing_now(rig, rig.devices[0], S).text == "waiting: again in 4.0 s"


def test_an_open_link_is_not_asked_again_within_the_second(make_rig) -> None:
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    rig._second()
    link.more = {"is_stale": True, "silent_ns": 9 * S}
    assert standing_now(rig, rig.devices[0], 0).word == "open"
    rig._second()
    assert standing_now(rig, rig.devices[0], 0).word == "silent for 9 s"


def test_after_the_end_nothing_counts_down(make_rig) -> None:
    rig, (link,) = make_rig(session_of("imu"))
    link.more = {"next_try_ns": 5 * S}
    link.refuse("refused")
    link.enter(LinkState.WAITING)
    rig.at_stop = {}
    assert standing_now(rig, rig.devices[0], 0).word == "waiting"
    rig.at_stop = None
