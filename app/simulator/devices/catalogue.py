"""The simulated devices, in the order of their ports."""

from __future__ import annotations

from collections.abc import Callable

from app.simulator.devices.contract import Device
from app.simulator.devices.imu import Imu
from app.simulator.devices.motor import Motor
from app.simulator.devices.scope import Scope
from app.simulator.devices.supply import Supply
from app.simulator.devices.weather import Weather

DEVICES: dict[str, Callable[[], Device]] = {
    "imu": Imu,
    "scope": Scope,
    "weather": Weather,
    "supply": Supply,
    "motor": Motor,
}
