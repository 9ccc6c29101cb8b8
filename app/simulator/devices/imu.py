"""An inertial measurement unit: 1 000 text lines a second, seven numbers each.

Wire: "t,ax,ay,az,gx,gy,gz\\n" without a header: t in seconds of the machine's boot clock, acceleration in
m/s² (gravity included, as an accelerometer at rest reads +9.81 upwards), rotation in °/s. Where its columns are to
change, each connection begins with a header that names them; the other columns have the rotation first, and no az.

Signals: a sensor on a slowly rocking platform with an engine near by. Gravity turns with roll and pitch,
the gyroscope reads their derivatives; both carry bias, white noise and the engine's hum. Now and then
somebody taps the housing: a spike of exactly one sample, so that it shows whether a plot keeps it.
"""

from __future__ import annotations

import json

import numpy as np
import numpy.typing as npt

from app.simulator.device_clock import DeviceClock
from app.simulator.devices.contract import Plain, Plot
from app.simulator.schedule import IntArray
from app.simulator.tape import Segment, TextTape

FloatArray = npt.NDArray[np.float64]

RATE_HZ = 1000.0
TAPE_FRAMES = 32_768  # 33 s: longer than a usual window, so that the loop is not seen
GRAVITY = 9.80665
TAPS = 9
TAP_RANGE = (25.0, 60.0)  # m/s²: a finger on the housing, far above the hum
ACCELERATION_BIAS = (0.06, -0.04, 0.11)  # m/s², of an ordinary MEMS sensor
ACCELERATION_NOISE = 0.03
ROTATION_BIAS = (0.35, -0.22, 0.08)  # °/s
ROTATION_NOISE = 0.06
HUM_HZ = 38.0
COLUMNS = ("t [s]", "ax [m/s²]", "ay [m/s²]", "az [m/s²]", "gx [°/s]", "gy [°/s]", "gz [°/s]")
USUAL, OTHER = (0, 1, 2, 3, 4, 5), (3, 4, 5, 0, 1)  # the columns behind the time: usually, and after a change


class Imu(Plain):
    name = "imu"
    sends = "CSV lines"
    rate_hz = RATE_HZ
    revision = 0
    time = '{ field = "t", unit = "s", epoch = "boot" }'
    max_frame = 64 << 10
    framing = '{ type = "line", max_frame = "64 KiB" }'
    plots: tuple[Plot, ...] = (Plot("Acceleration", ("ax", "ay", "az"), "20 s"),)

    def __init__(self) -> None:
        self.decoding = f'{{ type = "csv", fields = {json.dumps(COLUMNS, ensure_ascii=False)} }}'
        self.clock = DeviceClock()
        self._tape = _tape(USUAL)
        self._order: tuple[int, ...] = USUAL
        self._named = False
        self._spare: TextTape | None = None
        self.frame_bytes = self._tape.frame_bytes

    def render(self, first: int, stamps_ns: IntArray) -> Segment:
        return self._tape.render(first, self.clock.shown(stamps_ns))

    def frame_of(self, payload: bytes) -> bytes:
        return payload + b"\n"

    def greeting(self) -> bytes:
        if not self._named:
            return b""
        names = [COLUMNS[0], *(COLUMNS[1 + place] for place in self._order)]
        return ",".join(names).encode() + b"\n"

    def name_columns(self) -> None:
        self._named = True
        self.decoding = '{ type = "csv", header = true }'
        self._spare = _tape(OTHER)  # takes a fifth of a second, which no device has to spare later

    def change_columns(self) -> None:
        assert self._spare is not None
        self._tape, self._spare = self._spare, self._tape
        self._order = OTHER if self._order is USUAL else USUAL
        self.revision += 1


def _tape(order: tuple[int, ...]) -> TextTape:
    rows = np.concatenate(_motion(TAPE_FRAMES), axis=1)[:, order]
    line = b"".join(b",%%.%df" % (4 if place < 3 else 3) for place in order) + b"\n"
    return TextTape(b"", [line % tuple(row) for row in rows.tolist()])


def _motion(frames: int) -> tuple[FloatArray, FloatArray]:
    """Acceleration and rotation, (frames, 3) each; whole turns of every sine, so that the tape has no seam."""
    random = np.random.default_rng(1)
    turn = 2 * np.pi * np.arange(frames) / frames
    roll = 14 * np.sin(3 * turn) + 4 * np.sin(11 * turn + 1)  # degrees
    pitch = 9 * np.sin(2 * turn + 0.5) + 3 * np.sin(17 * turn)
    yaw = 25 * np.sin(turn)
    gravity = GRAVITY * _gravity_direction(np.radians(roll), np.radians(pitch))
    acceleration = gravity + _hum(turn) + ACCELERATION_BIAS + random.normal(0, ACCELERATION_NOISE, (frames, 3))
    _tap(acceleration, random)
    angles = np.stack((roll, pitch, yaw), axis=1)
    rotation = (np.roll(angles, -1, axis=0) - angles) * RATE_HZ
    rotation += ROTATION_BIAS + random.normal(0, ROTATION_NOISE, (frames, 3))
    return acceleration, rotation


def _gravity_direction(roll: FloatArray, pitch: FloatArray) -> FloatArray:
    """What an accelerometer at rest reads for these angles (in radians), in units of g."""
    return np.stack((-np.sin(pitch), np.sin(roll) * np.cos(pitch), np.cos(roll) * np.cos(pitch)), axis=1)


def _hum(turn: FloatArray) -> FloatArray:
    """The engine: a base note and its octave, swelling and fading."""
    turns = round(HUM_HZ * TAPE_FRAMES / RATE_HZ)
    swell = 0.6 + 0.4 * np.sin(5 * turn)
    base, octave = np.sin(turns * turn), np.sin(2 * turns * turn + 0.7)
    return np.stack((0.10 * swell * base, 0.07 * swell * octave, 0.22 * swell * (base + 0.4 * octave)), axis=1)


def _tap(acceleration: FloatArray, random: np.random.Generator) -> None:
    frames = random.choice(len(acceleration), TAPS, replace=False)
    axes = random.integers(0, 3, TAPS)
    acceleration[frames, axes] += random.uniform(*TAP_RANGE, TAPS) * random.choice((-1, 1), TAPS)
