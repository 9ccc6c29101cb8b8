"""One fault at a time on a device: begun, told of, and over."""

from __future__ import annotations

import pytest

from app.simulator.faults.catalogue import KINDS
from app.simulator.faults.possible import reason_not
from tests.app.simulator.faults.bench import bench
from tests.app.simulator.process import DEVICES

ENDS_BY_ITSELF = {name for name, kind in KINDS.items() if not kind.lasts}


@pytest.mark.parametrize("name", DEVICES)
def test_each_kind_is_played_and_over_and_the_device_serves_on_or_it_is_refused_with_the_reason(name):
    with bench(name) as device:
        for kind in KINDS:
            client = device.join()
            device.run(0.25)
            device.play(kind, 0.05 if kind not in ENDS_BY_ITSELF else None)
            if reason_not(name, kind):
                assert device.told("refused")[-1]["reason"] == reason_not(name, kind)
            else:
                assert device.told("fault")[-1]["connection"] == client.connection.number
                device.run(0.3)
                assert device.told("over")[-1]["fault"] == kind
            assert device.station.fault is None
            assert not any(each.held or each.deaf or each.fault for each in device.station.connections)
            client.socket.close()
            client.connection.close()
            if client.connection in device.station.connections:
                device.station.forget(client.connection)
            device.clients.remove(client)
        last = device.join()
        device.run(0.3)
        assert last.connection.frames_sent > 0


def test_a_fault_is_told_with_what_was_sent_before_it(motor):
    client = motor.join()
    motor.run(0.1)
    motor.play("stall", 0.5)
    (event,) = motor.told("fault")
    assert event["taken"] == event["sent"] == client.connection.bytes_sent == 50 * 22
    assert 0 <= event["unsent"] <= event["taken"]
    assert (event["seconds"], event["connection"], event["device"]) == (0.5, 1, "motor")


def test_without_a_client_there_is_nothing_to_tell_of(motor):
    motor.play("stall")
    (event,) = motor.told("fault")
    assert (event["connection"], event["sent"], event["taken"], event["unsent"]) == (None,) * 4
    assert event["seconds"] == 2


def test_a_second_fault_is_refused_while_one_lasts_and_counted_no_more(motor):
    motor.play("stall", 0.5)
    motor.play("flood", 0.5)
    assert motor.told("refused")[0]["reason"] == "stall lasts"
    motor.run(0.6)
    motor.play("flood", 0.01)
    assert motor.station.totals().faults == {"stall": 1, "flood": 1}


def test_an_unknown_fault_is_refused_with_the_known_ones(motor):
    motor.play("gremlins")
    assert "expected one of stall, burst" in motor.told("refused")[0]["reason"]


def test_stopping_ends_what_is_played(motor):
    client = motor.join()
    motor.play("stall", 100)
    motor.player.stop(motor.now)
    assert not client.connection.held
    assert motor.told("over")
    motor.player.stop(motor.now)
    assert len(motor.told("over")) == 1
