"""A weather station: 10 JSON objects a second, a line each, nested.

Wire: {"t": seconds of the machine's boot clock, "air": {"temperature", "humidity", "pressure"},
"wind": {"speed", "direction", "gust"}, "rain": {"rate", "total"}, "status": text}. With other columns: no "rain",
and "dew_point" in "air".

Signals: temperature and humidity drift against each other, the wind wanders and gusts, a shower passes.
The status says what the station does. While its humidity sensor is heated dry, humidity is null; while
it tests itself, gust is null: a reading that is missing, not zero.
"""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import numpy.typing as npt

from app.simulator.device_clock import DeviceClock
from app.simulator.devices.contract import Plain, Plot
from app.simulator.schedule import IntArray
from app.simulator.tape import Segment, TextTape

FloatArray = npt.NDArray[np.float64]

RATE_HZ = 10.0
TAPE_FRAMES = 6000  # ten minutes
GUST_FRAMES = 30  # a gust is the highest speed of the last 3 s (WMO-No. 8)
HEATER_EVERY, HEATER_FRAMES = 1500, 120  # 12 s in 150
SELF_TEST_EVERY, SELF_TEST_FRAMES = 600, 8

PREFIX = b'{"t": '
UNITS = (
    '"t" = "s"',
    '"air.temperature" = "°C"',
    '"air.humidity" = "%"',
    '"air.pressure" = "hPa"',
    '"wind.speed" = "m/s"',
    '"wind.direction" = "°"',
    '"wind.gust" = "m/s"',
    '"rain.rate" = "mm/h"',
    '"rain.total" = "mm"',
)


class Weather(Plain):
    name = "weather"
    sends = "JSON lines"
    rate_hz = RATE_HZ
    revision = 0
    time = '{ field = "t", unit = "s", epoch = "boot" }'
    max_frame = 64 << 10
    framing = '{ type = "line", max_frame = "64 KiB" }'
    decoding = f'{{ type = "json", units = {{ {", ".join(UNITS)} }} }}'
    plots: tuple[Plot, ...] = (Plot("Wind", ("wind.speed", "wind.gust"), "20 s"),)

    def __init__(self) -> None:
        self.clock = DeviceClock()
        self._tape = TextTape(PREFIX, [_body(reading) for reading in _readings(TAPE_FRAMES)])
        self._spare: TextTape | None = None
        self.frame_bytes = self._tape.frame_bytes

    def render(self, first: int, stamps_ns: IntArray) -> Segment:
        return self._tape.render(first, self.clock.shown(stamps_ns))

    def frame_of(self, payload: bytes) -> bytes:
        return payload + b"\n"

    def name_columns(self) -> None:
        """They are named anyway; the others are made ready, which takes a fifth of a second."""
        self._spare = TextTape(PREFIX, [_body(_other(reading)) for reading in _readings(TAPE_FRAMES)])

    def change_columns(self) -> None:
        assert self._spare is not None
        self._tape, self._spare = self._spare, self._tape
        self.revision += 1


def _body(reading: dict[str, Any]) -> bytes:
    """The line behind its stamp: the object's text with its opening brace made a comma."""
    return b", " + json.dumps(reading, ensure_ascii=False).encode()[1:] + b"\n"


def _other(reading: dict[str, Any]) -> dict[str, Any]:
    """The same moment with other columns. The dew point by Magnus' formula (WMO-No. 8, annex 4.B)."""
    air = reading["air"]
    if air["humidity"] is None:
        dew_point = None
    else:
        vapour = math.log(air["humidity"] / 100) + 17.62 * air["temperature"] / (243.12 + air["temperature"])
        dew_point = round(243.12 * vapour / (17.62 - vapour), 2)
    rest = {name: value for name, value in reading.items() if name != "rain"}
    return {**rest, "air": {**air, "dew_point": dew_point}}


def _readings(frames: int) -> list[dict[str, Any]]:
    turn = 2 * np.pi * np.arange(frames) / frames
    random = np.random.default_rng(3)
    air, wind, rain = _air(turn, random), _wind(turn, random), _rain(turn)
    readings = []
    for frame in range(frames):
        reading: dict[str, Any] = {
            group: {name: values[frame] for name, values in columns.items()}
            for group, columns in (("air", air), ("wind", wind), ("rain", rain))
        }
        readings.append(_with_status(reading, frame))
    return readings


def _with_status(reading: dict[str, Any], frame: int) -> dict[str, Any]:
    status = "ok"
    if frame % SELF_TEST_EVERY >= SELF_TEST_EVERY - SELF_TEST_FRAMES:
        status = "self-test"
        reading["wind"]["gust"] = None
    elif frame % HEATER_EVERY >= HEATER_EVERY - HEATER_FRAMES - SELF_TEST_FRAMES:
        status = "heater on"
        reading["air"]["humidity"] = None
    return {**reading, "status": status}


def _air(turn: FloatArray, random: np.random.Generator) -> dict[str, list[Any]]:
    wave = np.sin(turn)
    noise = random.normal(0, 1, (3, len(turn)))
    return {
        "temperature": (17.4 + 1.6 * wave + 0.3 * np.sin(7 * turn) + 0.02 * noise[0]).round(2).tolist(),
        "humidity": (61 - 8 * wave + 0.2 * noise[1]).round(1).tolist(),
        "pressure": (1013.2 + 0.8 * np.sin(2 * turn + 1) + 0.02 * noise[2]).round(2).tolist(),
    }


def _wind(turn: FloatArray, random: np.random.Generator) -> dict[str, list[Any]]:
    gusts = np.clip(np.sin(43 * turn) * np.sin(9 * turn + 0.4), 0, None) ** 3
    speed = 4.2 + 1.5 * np.sin(3 * turn) + 5 * gusts + random.normal(0, 0.25, len(turn))
    speed = np.clip(speed, 0, None).round(2)
    direction = (250 + 35 * np.sin(2 * turn) + 12 * np.sin(31 * turn) + random.normal(0, 3, len(turn))) % 360
    gust = np.max([np.roll(speed, shift) for shift in range(GUST_FRAMES)], axis=0)
    return {"speed": speed.tolist(), "direction": direction.astype(int).tolist(), "gust": gust.tolist()}


def _rain(turn: FloatArray) -> dict[str, list[Any]]:
    """One shower a loop; the total starts again with the loop, as after the collector has been emptied."""
    rate = (12 * np.clip(np.sin(turn - 2) - 0.55, 0, None)).round(2)
    total = np.cumsum(rate) / 3600 / RATE_HZ
    return {"rate": rate.tolist(), "total": total.round(3).tolist()}
