"""Five devices, each what the contract says, and each different."""

from __future__ import annotations

import numpy as np
import pytest

from app.simulator.devices.catalogue import DEVICES
from app.simulator.devices.contract import Device

SECOND = 1_000_000_000


@pytest.fixture(params=DEVICES)
def device(request: pytest.FixtureRequest) -> Device:
    return DEVICES[request.param](1.0)


def stamps(device: Device, first: int, count: int) -> np.ndarray:
    return 10 * SECOND + (np.arange(first, first + count) * SECOND / device.rate_hz).astype(np.int64)


def test_there_are_five_in_the_order_of_their_ports() -> None:
    assert list(DEVICES) == ["imu", "scope", "weather", "supply", "motor"]
    made = [make(1.0) for make in DEVICES.values()]
    assert [device.name for device in made] == list(DEVICES)
    assert len({device.framing + device.decoding for device in made}) == 5


def test_each_is_made_for_any_rate() -> None:
    for make in DEVICES.values():
        for rate in (0.5, 1.0, 1000.0, None):
            assert make(rate).rate_hz > 0


def test_a_device_says_what_it_sends_and_how_to_read_it(device: Device) -> None:
    assert device.sends
    for table in (device.framing, device.decoding):
        assert table.startswith("{")
        assert table.endswith("}")
    assert all(plot.channels for plot in device.plots)


def test_rendering_gives_at_least_one_frame_and_no_more_than_there_are_stamps(device: Device) -> None:
    for count in (1, 2, 50):
        segment = device.render(0, stamps(device, 0, count))
        assert 1 <= len(segment.ends) <= count
        assert len(segment.data) == segment.ends[-1]


def test_no_frame_is_longer_than_it_says(device: Device) -> None:
    segment = device.render(0, stamps(device, 0, 200))
    lengths = np.diff(np.concatenate([[0], np.asarray(segment.ends)]))
    assert 0 < lengths.max() <= device.frame_bytes


def test_a_frame_is_the_same_for_every_client(device: Device) -> None:
    one, other = (bytes(device.render(7, stamps(device, 7, 1)).data) for _ in range(2))
    assert one == other


def test_only_the_supply_listens(device: Device) -> None:
    assert (device.console() is not None) == (device.name == "supply")
