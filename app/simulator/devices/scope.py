"""An oscilloscope: 50 000 samples a second in blocks of 500.

Wire, all little endian: u32 length of what follows, u64 t in microseconds of the machine's boot clock
(of the block's first sample), 500 x f32 in volts.

Signals: the probe moves to and fro between an amplitude-modulated carrier and a square wave that rings
after its edges, read by a converter of 12 bits over ±5 V, with noise and glitches of a single sample.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from app.simulator.clock import NS
from app.simulator.device_clock import DeviceClock
from app.simulator.devices.contract import Plain, Plot
from app.simulator.schedule import IntArray
from app.simulator.tape import BinaryTape, Records, Segment, segment_of

FloatArray = npt.NDArray[np.float64]

SAMPLE_HZ = 50_000
BLOCK = 500
TAPE_BLOCKS = 1000  # 10 s, 2 MB
FULL_SCALE = 5.0  # V
STEPS = 2048  # a side: 12 bits
CARRIER_HZ, MODULATION_HZ = 400.0, 1.5
SQUARE_HZ, RINGING_HZ, RINGING_DECAY_S = 25.0, 1800.0, 0.0012
PROBE_HZ = 0.2  # to and fro in 5 s
NOISE = 0.006  # V
GLITCHES = 14
FLAT_OUT_DT_NS = 2  # a block then lasts as long as its stamp's resolution: blocks of different stamps do not overlap

FRAME = np.dtype([("length", "<u4"), ("t", "<u8"), ("ch1", "<f4", (BLOCK,))])
LENGTH = FRAME.itemsize - 4


class Scope(Plain):
    name = "scope"
    sends = f"length-prefixed blocks of {BLOCK} samples"
    rate_hz = SAMPLE_HZ / BLOCK
    frame_bytes = FRAME.itemsize
    revision = 0
    time = '{ field = "t", unit = "us", epoch = "boot" }'
    max_frame = 64 << 10
    framing = '{ type = "length", size = 4, order = "little", max_frame = "64 KiB" }'
    plots: tuple[Plot, ...] = (Plot("Oscilloscope", ("ch1",), "20 s"),)

    def __init__(self, rate: float | None) -> None:
        """`rate` is the factor on the sampling rate; None flat out."""
        self.clock = DeviceClock()
        self._tape = BinaryTape(_blocks())
        # Rounded down, so that a block's last sample is never later than the next block's first.
        dt_ns = FLAT_OUT_DT_NS if rate is None else int(NS / (SAMPLE_HZ * rate))
        self._first_sample_ns = (BLOCK - 1) * dt_ns
        dt = f"{dt_ns // 1000} us" if dt_ns % 1000 == 0 else f"{dt_ns} ns"
        self.decoding = (
            '{ type = "struct", order = "little", fields = [\n'
            '  { name = "t", type = "u64", unit = "us" },\n'
            f'  {{ name = "ch1", type = "f32", unit = "V", repeat = {BLOCK}, dt = "{dt}" }},\n'
            "] }"
        )

    def render(self, first: int, stamps_ns: IntArray) -> Segment:
        frames = self._tape.copy(first, len(stamps_ns))
        shown_ns = self.clock.shown(stamps_ns[: len(frames)])
        frames["t"] = (shown_ns - self._first_sample_ns) // 1000  # it is sent when its last is taken
        return segment_of(frames)

    def frame_of(self, payload: bytes) -> bytes:
        return len(payload).to_bytes(4, "little") + payload


def _blocks() -> Records:
    frames = np.zeros(TAPE_BLOCKS, FRAME)
    frames["length"] = LENGTH
    frames["ch1"] = _waveform(TAPE_BLOCKS * BLOCK).reshape(TAPE_BLOCKS, BLOCK)
    return frames


def _waveform(samples: int) -> FloatArray:
    """Volts. Every frequency has whole turns in the tape, so that it has no seam."""
    random = np.random.default_rng(2)
    seconds = np.arange(samples) / SAMPLE_HZ
    probe = 0.5 + 0.5 * np.tanh(6 * np.sin(2 * np.pi * PROBE_HZ * seconds))
    volts = probe * _carrier(seconds) + (1 - probe) * _square(seconds)
    volts += random.normal(0, NOISE, samples)
    glitches = random.choice(samples, GLITCHES, replace=False)
    volts[glitches] += random.uniform(2.0, 3.0, GLITCHES) * random.choice((-1, 1), GLITCHES)
    step = FULL_SCALE / STEPS
    converted: FloatArray = np.clip(np.round(volts / step), -STEPS, STEPS - 1) * step
    return converted


def _carrier(seconds: FloatArray) -> FloatArray:
    depth = 0.55 + 0.45 * np.sin(2 * np.pi * MODULATION_HZ * seconds)
    return 1.8 * depth * np.sin(2 * np.pi * CARRIER_HZ * seconds)


def _square(seconds: FloatArray) -> FloatArray:
    half = seconds * 2 * SQUARE_HZ
    level = np.where(np.floor(half) % 2 == 0, 1.0, -1.0)
    since_edge = (half % 1) / (2 * SQUARE_HZ)
    ringing = np.exp(-since_edge / RINGING_DECAY_S) * np.cos(2 * np.pi * RINGING_HZ * since_edge)
    return 1.2 * level * (1 - 0.8 * ringing)
