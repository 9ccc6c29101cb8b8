"""A bench power supply: 50 readings a second, and a console.

Wire: each frame is a QByteArray as QDataStream writes it: u32 length, big endian, then the reading, big
endian and in single precision as well: u64 t in microseconds of the machine's boot clock, f32 set voltage,
f32 current limit, f32 voltage, f32 current, f32 power, f32 temperature, u8 flags (bit 0 output on, 1 the
limit holds the current, 2 the load asks for far more than the limit, 3 the last command was refused),
u8 number of commands accepted, modulo 256.

Commands are ASCII lines, in either case, long or short as in SCPI: `OUTP ON`, `OUTP OFF`, `VOLT 12.5`,
`CURR 1.5`, `*RST`, `*CLS`, `*IDN?`. The stream carries readings alone, so that one layout decodes it all:
nothing answers in words. What a command did shows in the readings, that it was accepted in their count, that
it was refused in flag 3 until the next good one. `*IDN?` is therefore accepted and has no other effect.

Physics: on, the output rises at a fixed slew rate; off or lowered, its capacitor discharges exponentially.
The load steps through a cycle with a short overload in it. The heat sink follows the set power slowly.
All of it is a closed formula of the time since the last command, so that readings can be rendered for any
stamps, in any order, by numpy; the last few settings are kept for readers that are late.

Hostile input: a console holds one line of at most 128 bytes, what is longer is refused as one command; what
one read brings is parsed whole, but applied as one change.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from app.simulator.clock import NS, now_ns
from app.simulator.device_clock import DeviceClock
from app.simulator.devices.contract import Plain, Plot
from app.simulator.schedule import IntArray
from app.simulator.tape import Records, Segment, segment_of

FloatArray = npt.NDArray[np.float64]

RATE_HZ = 50.0
LINE_BYTES = 128  # four times the longest command
OVERLONG = b"?"  # stands for a line that was longer, and is no command either
SETTINGS_KEPT = 32
MOST_VOLTS, MOST_AMPERES = 30.0, 5.0
SLEW_V_PER_S = 15.0
DISCHARGE_S = 0.25
OVERLOAD = 1.2  # times the limit
AMBIENT_C, KELVIN_PER_WATT, HEATING_S = 24.0, 1.1, 40.0
LOAD_CYCLE_NS = 8 * NS
LOAD_FROM_NS = np.array([0, 3000, 5000, 7000, 7200]) * (NS // 1000)  # since the cycle began
LOAD_OHMS = np.array([12.0, 8.0, 24.0, 2.5, 24.0])  # from each of these moments on
MEAN_OHMS = 12.0
NOISE_V, NOISE_A = 0.004, 0.002
NOISE_FRAMES = 4096

OUTPUT, CONSTANT_CURRENT, OVER_CURRENT, REFUSED = 1, 2, 4, 8

FRAME = np.dtype([
    ("length", ">u4"), ("t", ">u8"), ("set_voltage", ">f4"), ("current_limit", ">f4"), ("voltage", ">f4"),
    ("current", ">f4"), ("power", ">f4"), ("temperature", ">f4"), ("flags", "u1"), ("commands", "u1"),
])  # fmt: skip

# What the physics needs of the settings, a row each.
TOLD = np.dtype([
    ("since_ns", "i8"), ("volts", "f8"), ("amperes", "f8"), ("target", "f8"), ("start_volts", "f8"),
    ("final_celsius", "f8"), ("start_celsius", "f8"), ("flags", "u1"), ("commands", "u1"),
])  # fmt: skip

_COMMAND = re.compile(
    rb"\s*(?:(?P<output>OUTP(?:UT)?)\s+(?P<state>ON|OFF|1|0)"
    rb"|(?P<quantity>VOLT(?:AGE)?|CURR(?:ENT)?)\s+(?P<number>[0-9]{1,6}(?:\.[0-9]{0,6})?)"
    rb"|(?P<common>\*RST|\*CLS|\*IDN\?))\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the supply was told, and where voltage and temperature stood at that moment."""

    since_ns: int
    output: bool = True
    volts: float = 12.0
    amperes: float = 2.0
    refused: bool = False
    commands: int = 0
    start_volts: float = 0.0
    start_celsius: float = AMBIENT_C

    def row(self) -> tuple[float, ...]:
        """As a row of TOLD."""
        target = self.volts if self.output else 0.0
        mean_amperes = min(target / MEAN_OHMS, self.amperes)
        final_celsius = AMBIENT_C + KELVIN_PER_WATT * mean_amperes**2 * MEAN_OHMS
        flags = OUTPUT * self.output | REFUSED * self.refused
        return (
            self.since_ns, self.volts, self.amperes, target, self.start_volts,
            final_celsius, self.start_celsius, flags, self.commands,
        )  # fmt: skip


def obey(settings: Settings, line: bytes) -> Settings:
    """The settings after one command; with `refused` set, else unchanged, where it is not a good one."""
    match = _COMMAND.fullmatch(line)
    if match is None:
        return replace(settings, refused=True)
    accepted = replace(settings, refused=False, commands=(settings.commands + 1) % 256)
    if match["output"]:
        return replace(accepted, output=match["state"].upper() in (b"ON", b"1"))
    if match["quantity"]:
        return _set(settings, accepted, match["quantity"].upper(), float(match["number"]))
    if match["common"].upper() == b"*RST":
        factory = Settings(since_ns=settings.since_ns)
        return replace(accepted, output=False, volts=factory.volts, amperes=factory.amperes)
    return accepted


def _set(settings: Settings, accepted: Settings, quantity: bytes, value: float) -> Settings:
    if quantity.startswith(b"VOLT") and value <= MOST_VOLTS:
        return replace(accepted, volts=value)
    if quantity.startswith(b"CURR") and value <= MOST_AMPERES:
        return replace(accepted, amperes=value)
    return replace(settings, refused=True)


class Supply(Plain):
    name = "supply"
    sends = "QDataStream blocks; takes commands"
    rate_hz = RATE_HZ
    frame_bytes = FRAME.itemsize
    time = '{ field = "t", unit = "us", epoch = "boot" }'
    max_frame = 64 << 10
    framing = '{ type = "qdatastream", max_frame = "64 KiB" }'
    decoding = (
        '{ type = "struct", order = "big", fields = [\n'
        '  { name = "t", type = "u64", unit = "us" },\n'
        '  { name = "set_voltage", type = "f32", unit = "V" },\n'
        '  { name = "current_limit", type = "f32", unit = "A" },\n'
        '  { name = "voltage", type = "f32", unit = "V" },\n'
        '  { name = "current", type = "f32", unit = "A" },\n'
        '  { name = "power", type = "f32", unit = "W" },\n'
        '  { name = "temperature", type = "f32", unit = "°C" },\n'
        '  { name = "flags", type = "u8", bits = [\n'
        '    { name = "output", at = 0 }, { name = "constant_current", at = 1 },\n'
        '    { name = "over_current", at = 2 }, { name = "refused", at = 3 },\n'
        "  ] },\n"
        '  { name = "commands", type = "u8" },\n'
        "] }"
    )
    plots: tuple[Plot, ...] = (Plot("Supply current", ("current", "current_limit"), "20 s"),)

    def __init__(self) -> None:
        self.revision = 0
        self.clock = DeviceClock()
        self._noise = np.random.default_rng(5).normal(0, 1, NOISE_FRAMES)
        self._settings: deque[Settings] = deque(maxlen=SETTINGS_KEPT)
        self._apply(Settings(since_ns=now_ns()))

    def console(self) -> CommandLine:
        return CommandLine(self)

    def frame_of(self, payload: bytes) -> bytes:
        return len(payload).to_bytes(4, "big") + payload

    def obey(self, lines: list[bytes], now_ns: int) -> None:
        """Carries out commands that came together: the last word counts, the physics turns once."""
        told = self._settings[-1]
        for line in lines:
            told = obey(told, line)
        since_ns = max(now_ns, told.since_ns)
        before, stamps = self._told(np.array([since_ns])), np.array([since_ns])
        volts, celsius = float(_source_volts(before, stamps)[0]), float(_celsius(before, stamps)[0])
        self._apply(replace(told, since_ns=since_ns, start_volts=volts, start_celsius=celsius))

    def _apply(self, settings: Settings) -> None:
        self.revision += 1
        self._settings.append(settings)
        self._rows = np.array([kept.row() for kept in self._settings], TOLD)

    def _told(self, stamps_ns: IntArray) -> Records:
        """The row that held at each stamp."""
        index = np.searchsorted(self._rows["since_ns"], stamps_ns, side="right") - 1
        return self._rows[np.maximum(index, 0)]

    def render(self, first: int, stamps_ns: IntArray) -> Segment:
        told = self._told(stamps_ns)
        frames = np.empty(len(stamps_ns), FRAME)
        frames["length"] = FRAME.itemsize - 4
        frames["t"] = self.clock.shown(stamps_ns) // 1000
        frames["set_voltage"], frames["current_limit"] = told["volts"], told["amperes"]
        frames["temperature"] = _celsius(told, stamps_ns)
        frames["commands"] = told["commands"]
        self._measure(frames, told, first, stamps_ns)
        return segment_of(frames)

    def _measure(self, frames: Records, told: Records, first: int, stamps_ns: IntArray) -> None:
        """The output as the load and the limit leave it."""
        ohms = _load_ohms(stamps_ns)
        demand = _source_volts(told, stamps_ns) / ohms
        amperes = np.minimum(demand, told["amperes"])
        noise = self._noise[(first + np.arange(len(stamps_ns))) % NOISE_FRAMES]
        frames["voltage"] = amperes * ohms + NOISE_V * noise
        frames["current"] = amperes + NOISE_A * noise
        frames["power"] = amperes**2 * ohms
        limited = CONSTANT_CURRENT * (demand > told["amperes"])
        overloaded = OVER_CURRENT * (demand > OVERLOAD * told["amperes"])
        frames["flags"] = told["flags"] | limited | overloaded


def _elapsed_s(told: Records, stamps_ns: IntArray) -> FloatArray:
    elapsed: FloatArray = np.maximum(stamps_ns - told["since_ns"], 0) / NS
    return elapsed


def _source_volts(told: Records, stamps_ns: IntArray) -> FloatArray:
    """What the output would hold if the current had no limit."""
    elapsed = _elapsed_s(told, stamps_ns)
    start, target = told["start_volts"], told["target"]
    rising = np.minimum(target, start + SLEW_V_PER_S * elapsed)
    falling = target + (start - target) * np.exp(-elapsed / DISCHARGE_S)
    volts: FloatArray = np.where(target >= start, rising, falling)
    return volts


def _celsius(told: Records, stamps_ns: IntArray) -> FloatArray:
    left = np.exp(-_elapsed_s(told, stamps_ns) / HEATING_S)
    celsius: FloatArray = told["final_celsius"] + (told["start_celsius"] - told["final_celsius"]) * left
    return celsius


def _load_ohms(stamps_ns: IntArray) -> FloatArray:
    moment = stamps_ns % LOAD_CYCLE_NS
    return LOAD_OHMS[np.searchsorted(LOAD_FROM_NS, moment, side="right") - 1]


class CommandLine:
    """One client's console: cuts commands out of what it sends."""

    def __init__(self, supply: Supply) -> None:
        self._supply = supply
        self._rest = b""
        self._overlong = False

    @property
    def waiting(self) -> int:
        """Bytes of a line that has not ended; at most LINE_BYTES."""
        return len(self._rest)

    def feed(self, data: bytes, now_ns: int) -> None:
        *lines, self._rest = (self._rest + data).split(b"\n")
        if lines and self._overlong:
            lines[0], self._overlong = OVERLONG, False
        if len(self._rest) > LINE_BYTES:
            self._rest, self._overlong = b"", True
        commands = [line for line in lines if line.strip()]
        if commands:
            self._supply.obey(commands, now_ns)
