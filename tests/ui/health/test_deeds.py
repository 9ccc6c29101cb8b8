"""What can be done about a link, by what it is doing."""

from __future__ import annotations

import pytest

from app.link.contract import State
from tests.ui.desk import session_of
from ui.health import deeds


@pytest.mark.parametrize(
    ("state", "can_retry", "can_stop", "can_connect"),
    [
        (State.IDLE, False, False, True),
        (State.RESOLVING, False, True, False),
        (State.CONNECTING, False, True, False),
        (State.OPEN, False, True, False),
        (State.WAITING, True, True, False),
        (State.CLOSING, False, False, False),
        (State.FAILED, False, False, True),
    ],
)
def test_each_state_offers_what_makes_sense_in_it(
    make_rig, state: State, can_retry: bool, can_stop: bool, can_connect: bool
) -> None:
    rig, (link,) = make_rig(session_of("imu"))
    link.enter(state)
    (device,) = rig.devices
    found = [offer(rig, device) for offer in (deeds.can_retry, deeds.can_stop, deeds.can_connect)]
    assert found == [can_retry, can_stop, can_connect]
    assert deeds.toggle_word(device) == (deeds.CONNECT if can_connect else deeds.STOP)


def test_one_control_stops_a_link_and_connects_it_again(make_rig) -> None:
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    deeds.toggle(rig, rig.devices[0])
    assert link.state is State.IDLE
    deeds.toggle(rig, rig.devices[0])
    assert link.state is State.CONNECTING


def test_a_pause_is_cut_short(make_rig) -> None:
    rig, (link,) = make_rig(session_of("imu"))
    link.refuse("refused")
    deeds.retry(rig, rig.devices[0])
    assert link.state is State.CONNECTING


def test_a_session_that_ended_is_not_brought_back(make_rig) -> None:
    rig, (link,) = make_rig(session_of("imu"))
    (device,) = rig.devices
    rig.stop()
    assert not deeds.can_connect(rig, device)
    deeds.toggle(rig, device)
    assert link.state is State.IDLE


def test_without_a_device_nothing_can_be_done() -> None:
    assert not any(offer(None, None) for offer in (deeds.can_retry, deeds.can_stop, deeds.can_connect))
    deeds.toggle(None, None)
    deeds.retry(None, None)
