"""A time with its unit, as people write it: "10s", "1.5 min"."""

from __future__ import annotations

import re

from app.simulator.clock import NS

_UNITS = {"ms": NS // 1000, "s": NS, "min": 60 * NS, "h": 3600 * NS}
_SPAN = re.compile(r"\s*([0-9]{1,12}(?:\.[0-9]{1,12})?)\s*(ms|s|min|h)\s*")


def span(text: str) -> int:
    """Nanoseconds. ValueError with words where it is none."""
    match = _SPAN.fullmatch(text)
    if match is None:
        raise ValueError(f'{text!r} is not a time with its unit (ms, s, min, h) such as "10s"')
    return round(float(match[1]) * _UNITS[match[2]])
