"""Faults are asked of the simulator, told by it, and played by chance that can be repeated."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from app.simulator.faults.catalogue import KINDS
from tests.ui.faults.fake_simulated import FakeSimulated
from ui.faults.control import NOT_READY, FaultControl
from ui.faults.record import Note, Played, Stage

STALL, RST, LOST = KINDS["stall"], KINDS["rst"], KINDS["lost-delimiter"]


@pytest.fixture
def simulated(qapp: QCoreApplication) -> Iterator[FakeSimulated]:
    simulated = FakeSimulated()
    yield simulated
    simulated.deleteLater()


@pytest.fixture
def control(simulated: FakeSimulated) -> FaultControl:
    return FaultControl(simulated, simulated)  # type: ignore[arg-type]


def test_nothing_can_be_played_before_the_devices_listen(control: FaultControl, simulated: FakeSimulated) -> None:
    assert control.play("imu", RST) == NOT_READY
    simulated.be_ready("imu", "scope")
    assert (control.devices, control.seed, control.hindrance) == (("imu", "scope"), 42, "")
    assert control.play("imu", RST) == ""
    assert simulated.orders == [{"fault": "rst", "device": "imu"}]


def test_seconds_are_ordered_where_the_fault_lasts(control: FaultControl, simulated: FakeSimulated) -> None:
    simulated.be_ready("imu")
    control.play("imu", STALL, 2.5)
    control.play("imu", RST, 2.5)
    assert simulated.orders == [
        {"fault": "stall", "device": "imu", "seconds": 2.5},
        {"fault": "rst", "device": "imu"},
    ]


def test_what_the_simulator_answers_comes_into_the_record(control: FaultControl, simulated: FakeSimulated) -> None:
    simulated.be_ready("imu")
    control.play("imu", STALL, 2.0)
    simulated.say("fault", device="imu", fault="stall", seconds=2.0, sent=5, taken=5, unsent=0)
    (row,) = control.record.rows
    assert isinstance(row, Played)
    assert (row.stage, row.sent) == (Stage.UNDER_WAY, 5)


def test_a_device_that_cannot_have_a_fault_is_not_asked_and_the_reason_is_said(
    control: FaultControl, simulated: FakeSimulated
) -> None:
    simulated.be_ready("scope")
    assert "no delimiter" in control.play("scope", LOST)
    assert (simulated.orders, list(control.record.rows)) == ([], [])


def test_a_simulator_that_takes_no_orders_is_said(control: FaultControl, simulated: FakeSimulated) -> None:
    simulated.be_ready("imu")
    simulated.refuses = "the simulator does not take orders: 20000 bytes of them wait"
    assert control.play("imu", RST) == simulated.refuses
    assert list(control.record.rows) == []


def test_garbage_is_a_row_of_the_record_and_raises_nothing(control: FaultControl, simulated: FakeSimulated) -> None:
    heard: list[bool] = []
    control.changed.connect(lambda: heard.append(True))
    simulated.told.emit(b"\xffTraceback")
    simulated.garbled.emit("a line that is too long was dropped")
    assert len(heard) == 2
    rows = [row for row in control.record.rows if isinstance(row, Note)]
    assert [row.is_trouble for row in rows] == [True, True]
    assert rows[1].text.startswith("not understood: �Traceback")


def test_a_simulator_that_died_ends_what_was_under_way_and_chance(
    control: FaultControl, simulated: FakeSimulated
) -> None:
    simulated.be_ready("imu")
    control.play("imu", STALL, 2.0)
    control.play_at_random(3.0)
    simulated.failed.emit("the simulated devices were killed by signal 9")
    assert control.hindrance == "The simulated devices were killed by signal 9"
    assert control.play("imu", RST) == control.hindrance
    assert (control.is_random, control.record.open) == (False, [])
    assert not control._pause.isActive()


def test_one_that_ended_as_asked_is_said_too(control: FaultControl, simulated: FakeSimulated) -> None:
    simulated.be_ready("imu")
    simulated.gone.emit()
    assert control.hindrance == "The simulated devices have ended"


def played_at_random(control: FaultControl, simulated: FakeSimulated, count: int) -> list[object]:
    control.play_at_random(3.0)
    simulated.orders.clear()
    for _ in range(count):
        assert control._pause.isActive()
        control._pause.stop()
        control._pause.timeout.emit()
    control.play_at_random(None)
    return list(simulated.orders)


def test_chance_plays_the_same_each_time_it_is_begun(control: FaultControl, simulated: FakeSimulated) -> None:
    simulated.be_ready("imu", "scope", "motor", seed=7)
    first = played_at_random(control, simulated, 20)
    assert len(first) == 20
    assert played_at_random(control, simulated, 20) == first
    simulated.be_ready("imu", "scope", "motor", seed=8)
    assert played_at_random(control, simulated, 20) != first


def test_chance_asks_no_device_for_what_it_cannot_have(control: FaultControl, simulated: FakeSimulated) -> None:
    simulated.be_ready("scope")
    asked = {order["fault"] for order in played_at_random(control, simulated, 200)}
    assert len(asked) > 10
    assert all(not control.hindrance_of("scope", fault) for fault in asked)


def test_a_fault_of_chance_that_cannot_be_ordered_is_told_and_chance_goes_on(
    control: FaultControl, simulated: FakeSimulated
) -> None:
    simulated.be_ready("imu")
    control.play_at_random(3.0)
    simulated.refuses = "the simulator does not take orders"
    control._pause.timeout.emit()
    assert control.record.rows[0].text == "the simulator does not take orders"
    assert control._pause.isActive()
    control.play_at_random(None)


def test_no_chance_before_the_devices_listen(control: FaultControl) -> None:
    control.play_at_random(3.0)
    assert not control.is_random
    assert not control._pause.isActive()
