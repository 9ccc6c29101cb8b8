"""Live numbers as text that does not jump: as many decimals as the plot's range can tell apart."""

from __future__ import annotations

import math

from ui.plain import plain, shown_number
from ui.translate import tr

STEPS = 1000  # differences that are worth a digit: a thousandth of the range
MOST_DECIMALS = 6
PLAIN_BELOW = 1e9  # from there on a power of ten is easier to read than the digits
_MINUS = "\N{MINUS SIGN}"


def shown_value(value: object, height: float) -> str:
    """`value` for a legend whose plot is `height` units high."""
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if not isinstance(value, (int, float)):
        return shown_number(value)
    if isinstance(value, float) and not math.isfinite(value):
        return {math.inf: "∞", -math.inf: f"{_MINUS}∞"}.get(value, "NaN")
    if isinstance(value, int) and abs(value) < PLAIN_BELOW:
        return _signed(str(value))
    decimals = min(MOST_DECIMALS, max(0, math.ceil(-math.log10(max(height, 1e-300) / STEPS))))
    text = f"{value:.{decimals}f}" if abs(value) < PLAIN_BELOW and _is_told(value, decimals) else f"{value:.5g}"
    return _signed(text)


def _is_told(value: float, decimals: int) -> bool:
    """Whether fixed decimals show anything of a small value."""
    return value == 0 or decimals < MOST_DECIMALS or abs(value) >= 10.0**-MOST_DECIMALS


def _signed(text: str) -> str:
    """What is rounded to nothing has no sign: a value around zero would blink."""
    return text.replace("-", _MINUS) if text.strip("-0.") else text.lstrip("-")


def grouped(count: int) -> str:
    """All digits of a count, with thin spaces between thousands."""
    return f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def shown_count(count: float) -> str:
    """How many, for a glance: three digits that matter, thin spaces between thousands."""
    if count < 100:
        return f"{count:.3g}"
    return grouped(int(float(f"{count:.3g}")))


def shown_name(name: str) -> str:
    """A channel's name, in which nothing can act: it came from a device."""
    return plain(name) or tr("(no name)")
