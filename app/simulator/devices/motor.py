"""A motor controller: 500 frames a second, each guarded by a sync word and a checksum.

Wire, little endian: A5 5A, u8 length of the payload, the payload, u16 CRC-16/CCITT-FALSE (polynomial
0x1021, initial value 0xFFFF, not reflected) over length and payload. Payload: u64 t in microseconds of
the controller's own clock, f32 speed in rpm, i16 torque in 0.01 Nm, i16 temperature in 0.1 °C, u8 status
(bit 0 enabled, 1 fault, 2 turning backwards).

The controller's clock is not the machine's: it had run for some days when the simulator started, and it
gains 80 microseconds a second, as a cheap crystal does. Its stamps show drift, not age.

The checksum is linear: the CRC of a frame with stamp t is the CRC with stamp 0 XOR what each byte of t
contributes at its place. Eight table look-ups a frame, vectorised, instead of a division over 18 bytes.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from app.simulator.clock import now_ns
from app.simulator.device_clock import DeviceClock
from app.simulator.devices.contract import Plain, Plot
from app.simulator.schedule import IntArray
from app.simulator.tape import BinaryTape, Records, Segment, segment_of

FloatArray = npt.NDArray[np.float64]
Words = npt.NDArray[np.uint16]

RATE_HZ = 500.0
TAPE_FRAMES = 16_384  # 33 s
DRIFT_PPM = 80
UPTIME_US = 223_417_000_000  # at the start: two and a half days
SYNC = b"\xa5\x5a"
POLYNOMIAL, INITIAL = 0x1021, 0xFFFF
INERTIA = 0.0021  # Nm per rpm/s
FRICTION = 0.00045  # Nm per rpm
LIMIT_NM = 5.5
ENABLED, FAULT, BACKWARDS = 1, 2, 4

# The run of a test stand: (seconds, rpm) corners, whose last is the first again.
PROFILE = (
    (0, 0),
    (1, 0),
    (3, 3000),
    (11, 3000),
    (12, 1500),
    (19, 1500),
    (21, -1200),
    (28, -1200),
    (29.5, 0),
    (32.8, 0),
)

FRAME = np.dtype([
    ("sync", "S2"), ("length", "u1"), ("t", "<u8"), ("speed", "<f4"), ("torque", "<i2"),
    ("temperature", "<i2"), ("status", "u1"), ("crc", "<u2"),
])  # fmt: skip
LENGTH = FRAME.itemsize - len(SYNC) - 1 - 2
_STAMP_AT = 1  # of the bytes that the checksum covers
_COVERED = 1 + LENGTH


class Motor(Plain):
    name = "motor"
    sends = "frames with sync word and CRC-16"
    rate_hz = RATE_HZ
    frame_bytes = FRAME.itemsize
    revision = 0
    time = '{ field = "t", unit = "us" }'
    max_frame = 64  # of the 255 that its length could say: the nearer to the truth, the sooner damage is found out
    framing = (
        '{ type = "sync", word = "A5 5A", length_size = 1, order = "little", checksum = "crc16-ccitt", '
        'max_frame = "64 B" }'
    )
    decoding = (
        '{ type = "struct", order = "little", fields = [\n'
        '  { name = "t", type = "u64", unit = "us" },\n'
        '  { name = "speed", type = "f32", unit = "rpm" },\n'
        '  { name = "torque", type = "i16", unit = "Nm", scale = 0.01 },\n'
        '  { name = "temperature", type = "i16", unit = "°C", scale = 0.1 },\n'
        '  { name = "status", type = "u8", bits = [\n'
        '    { name = "enabled", at = 0 }, { name = "fault", at = 1 }, { name = "backwards", at = 2 },\n'
        "  ] },\n"
        "] }"
    )
    plots: tuple[Plot, ...] = (Plot("Motor speed", ("speed",), "20 s"),)

    def __init__(self) -> None:
        self.clock = DeviceClock()
        self._tape = BinaryTape(_frames())
        self.started_ns = now_ns()

    def render(self, first: int, stamps_ns: IntArray) -> Segment:
        frames = self._tape.copy(first, len(stamps_ns))
        ticks = self._own_time_us(self.clock.shown(stamps_ns[: len(frames)]))
        frames["t"] = ticks
        frames["crc"] ^= _stamp_checksum(ticks)
        return segment_of(frames)

    def _own_time_us(self, stamps_ns: IntArray) -> IntArray:
        elapsed = stamps_ns - self.started_ns
        return UPTIME_US + (elapsed + elapsed * DRIFT_PPM // 1_000_000) // 1000

    def frame_of(self, payload: bytes) -> bytes:
        covered = bytes([len(payload)]) + payload
        (checksum,) = checksums(np.frombuffer(covered, np.uint8)[None, :])
        return SYNC + covered + int(checksum).to_bytes(2, "little")


def _table() -> Words:
    """The CRC's step for each byte, from an initial value of 0."""
    values = np.arange(256, dtype=np.uint32) << 8
    for _ in range(8):
        values = (values << 1) ^ np.where(values & 0x8000, POLYNOMIAL, 0).astype(np.uint32)
    return (values & 0xFFFF).astype(np.uint16)


_TABLE = _table()


def _pushed(crc: Words, octets: npt.NDArray[np.uint8]) -> Words:
    """The checksums after one more byte each."""
    pushed: Words = (crc << np.uint16(8)) ^ _TABLE[(crc >> np.uint16(8)).astype(np.uint8) ^ octets]
    return pushed


def checksums(messages: npt.NDArray[np.uint8]) -> Words:
    """CRC-16/CCITT-FALSE of each row."""
    crc = np.full(len(messages), INITIAL, np.uint16)
    for octets in messages.T:
        crc = _pushed(crc, octets)
    return crc


def _contributions() -> list[Words]:
    """For each byte of the stamp, least significant first: what its 256 values add to a frame's checksum."""
    tables = []
    zero = np.zeros(256, np.uint8)
    for place in range(8):
        crc = _TABLE
        for _ in range(_COVERED - _STAMP_AT - place - 1):
            crc = _pushed(crc, zero)
        tables.append(crc)
    return tables


_CONTRIBUTIONS = _contributions()


def _stamp_checksum(ticks: IntArray) -> Words:
    octets = ticks.astype("<i8").view(np.uint8).reshape(-1, 8)
    total = _CONTRIBUTIONS[0][octets[:, 0]]
    for place in range(1, 8):
        total = total ^ _CONTRIBUTIONS[place][octets[:, place]]
    return total


def _frames() -> Records:
    """The tape with stamps of 0 and the checksums that belong to them."""
    frames = np.zeros(TAPE_FRAMES, FRAME)
    frames["sync"], frames["length"] = SYNC, LENGTH
    speed, torque = _run()
    frames["speed"] = np.abs(speed)
    frames["torque"] = np.round(torque * 100)
    frames["temperature"] = np.round(_temperature() * 10)
    frames["status"] = _status(speed, torque)
    octets = frames.view(np.uint8).reshape(TAPE_FRAMES, FRAME.itemsize)
    frames["crc"] = checksums(octets[:, len(SYNC) : -2])
    return frames


def _run() -> tuple[FloatArray, FloatArray]:
    """Speed in rpm and torque in Nm along the profile; the torque is what friction and acceleration need."""
    random = np.random.default_rng(4)
    seconds = np.arange(TAPE_FRAMES) / RATE_HZ
    corners, rpm = np.array(PROFILE, float).T
    ideal = np.interp(seconds, corners, rpm)
    smooth = np.convolve(np.pad(ideal, 60, mode="edge"), np.hanning(121) / np.hanning(121).sum(), "valid")
    speed = smooth + (np.abs(smooth) > 1) * (4 * np.sin(2 * np.pi * 11 * seconds) + random.normal(0, 1.5, TAPE_FRAMES))
    acceleration = np.gradient(smooth) * RATE_HZ
    torque = INERTIA * acceleration + FRICTION * smooth + random.normal(0, 0.02, TAPE_FRAMES)
    return speed, np.clip(torque, -LIMIT_NM, LIMIT_NM)


def _temperature() -> FloatArray:
    turn = 2 * np.pi * np.arange(TAPE_FRAMES) / TAPE_FRAMES
    return 48 + 6 * np.sin(turn - 1.5) + 0.5 * np.sin(5 * turn)


def _status(speed: FloatArray, torque: FloatArray) -> npt.NDArray[np.uint8]:
    enabled = np.full(TAPE_FRAMES, ENABLED, np.uint8)
    seconds = np.arange(TAPE_FRAMES) / RATE_HZ
    fault = (seconds > 31.0) & (seconds < 31.4)  # at rest: the drive's self-check trips and is acknowledged
    enabled[fault] = 0
    return enabled | np.where(fault, FAULT, 0).astype(np.uint8) | np.where(speed < 0, BACKWARDS, 0).astype(np.uint8)
