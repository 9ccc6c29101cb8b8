"""The simulated devices, in the order of their ports."""

from __future__ import annotations

from collections.abc import Callable

from app.simulator.devices.contract import Device
from app.simulator.devices.imu import Imu
from app.simulator.devices.motor import Motor
from app.simulator.devices.scope import Scope
from app.simulator.devices.supply import Supply
from app.simulator.devices.weather import Weather

# Each made for a factor on its rate, None for flat out; only the oscilloscope has to know it.
DEVICES: dict[str, Callable[[float | None], Device]] = {
    "imu": lambda rate: Imu(),
    "scope": Scope,
    "weather": lambda rate: Weather(),
    "supply": lambda rate: Supply(),
    "motor": lambda rate: Motor(),
}
