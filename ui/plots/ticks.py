"""Where an axis has its marks, and what stands there: pure."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from functools import lru_cache

_S = 10**9
_MIN, _HOUR, _DAY = 60 * _S, 3600 * _S, 86_400 * _S
_TIME_STEPS: tuple[int, ...] = (
    *(factor * 10**power for power in range(9) for factor in (1, 2, 5)),
    *(factor * _S for factor in (1, 2, 5, 10, 15, 30)),
    *(factor * _MIN for factor in (1, 2, 5, 10, 15, 30)),
    *(factor * _HOUR for factor in (1, 2, 3, 6, 12)),
    *(factor * _DAY for factor in (1, 2, 5, 10, 20, 50)),
)
_MINUS = "\N{MINUS SIGN}"
TICK_DISTANCE = 1.8  # heights of a label from one to the next at least
MOST_TICKS = 10  # of a value axis, however high it is: more are read no better
PLAIN_DIGITS = 6  # a value's label longer than that is written with a power of ten beside the axis


@dataclass(frozen=True, slots=True)
class ValueTicks:
    """Marks of a value axis. Labels are values divided by 10**exponent."""

    values: tuple[float, ...]
    labels: tuple[str, ...]
    exponent: int = 0


@dataclass(frozen=True, slots=True)
class TimeTicks:
    """Marks of the time axis: `positions` as fractions of its width; `context` is what all labels share.

    `offsets_ns` are the marks' distances from the axis' start where it stands still in time, else nothing.
    """

    positions: tuple[float, ...]
    labels: tuple[str, ...]
    context: str = ""
    offsets_ns: tuple[int, ...] = ()


def most_ticks(height: float, label: int) -> int:
    """How many marks a value axis of this height has room for, with labels so high."""
    return max(1, min(MOST_TICKS, int(height / (TICK_DISTANCE * label))))


def value_ticks(low: float, high: float, most: int) -> ValueTicks:
    """At most `most` round values within [low, high]."""
    step = _value_step((high - low) / max(1, most))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    values = tuple(index * step for index in range(first, last + 1))
    exponent = _exponent(max(abs(low), abs(high)), step)
    decimals = max(0, exponent - math.floor(math.log10(step) + 1e-9))
    labels = tuple(_signed(f"{value / 10.0**exponent:.{min(decimals, 12)}f}") for value in values)
    return ValueTicks(values, labels, exponent)


def _value_step(least: float) -> float:
    """The least of 1, 2, 5 times a power of ten that is not below `least`."""
    least = max(least, 1e-300)
    unit = float(f"1e{math.floor(math.log10(least))}")  # the nearest double, which 10.0**-5 is not
    step: float = next(factor * unit for factor in (1, 2, 5, 10) if factor * unit >= least * (1 - 1e-9))
    return step


def _exponent(largest: float, step: float) -> int:
    """0 where labels stay short; else a multiple of three."""
    digits = math.floor(math.log10(largest)) + 1 if largest > 0 else 1
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    if max(digits, 1) + decimals <= PLAIN_DIGITS and decimals <= PLAIN_DIGITS - 2:
        return 0
    return 3 * ((digits - 1) // 3)


def _signed(text: str) -> str:
    """A true minus, as wide as a plus; and no negative zero."""
    if text.startswith("-"):
        return text[1:] if float(text) == 0 else _MINUS + text[1:]
    return text


def _time_step(span_ns: int, most: int) -> int:
    least = span_ns / max(1, most)
    return next((step for step in _TIME_STEPS if step >= least), _TIME_STEPS[-1])


@lru_cache(maxsize=16)  # at each refresh the same ones
def ago_ticks(span_ns: int, most: int) -> TimeTicks:
    """Marks that count back from the right edge, which is now: they stand still while the data moves."""
    step = _time_step(span_ns, most)
    backs = range(0, span_ns + 1, step)
    positions = tuple(1 - back / span_ns for back in backs)
    return TimeTicks(positions, tuple(_ago(back, step, span_ns) for back in backs))


def _ago(back_ns: int, step_ns: int, span_ns: int) -> str:
    if not back_ns and span_ns >= _S:
        return "0 s"
    sign = _MINUS if back_ns else ""
    if span_ns >= 2 * _MIN and step_ns >= _S:
        seconds = back_ns // _S
        hours, minutes = divmod(seconds // 60, 60)
        clock = f"{hours}:{minutes:02}:{seconds % 60:02}" if span_ns >= _HOUR else f"{minutes}:{seconds % 60:02}"
        return f"{sign}{clock}"
    for unit, size in (("s", _S), ("ms", 10**6), ("µs", 10**3)):
        if span_ns >= size:
            decimals = max(0, math.ceil(math.log10(size / step_ns))) if step_ns < size else 0
            return f"{sign}{back_ns / size:.{decimals}f} {unit}"
    return f"{sign}{back_ns} ns"


def clock_ticks(start_unix_ns: int, span_ns: int, most: int) -> TimeTicks:
    """Marks at round wall-clock times of this place; the date is the context."""
    step = _time_step(span_ns, most)
    zone_ns = (time.localtime(start_unix_ns // _S).tm_gmtoff or 0) * _S
    first = -(-(start_unix_ns + zone_ns) // step) * step - zone_ns
    times = range(first, start_unix_ns + span_ns + 1, step)
    offsets = tuple(at - start_unix_ns for at in times)
    date = time.strftime("%Y-%m-%d", time.localtime(start_unix_ns // _S))
    return TimeTicks(tuple(at / span_ns for at in offsets), tuple(clock_text(at, step) for at in times), date, offsets)


def clock_text(unix_ns: int, step_ns: int) -> str:
    """A wall-clock time with as many digits as a step of `step_ns` needs."""
    local = time.localtime(unix_ns // _S)
    if step_ns >= _DAY:
        return time.strftime("%m-%d", local)
    if step_ns >= _MIN:
        return time.strftime("%H:%M", local)
    text = time.strftime("%H:%M:%S", local)
    if step_ns >= _S:
        return text
    digits = min(9, math.ceil(math.log10(_S / step_ns)))
    return f"{text}.{unix_ns % _S:09}"[: len(text) + 1 + digits]
