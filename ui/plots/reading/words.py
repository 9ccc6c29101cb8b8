"""Times, spans and figures of what is read off a plot, as words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ui.plain import plain
from ui.plots.numerals import shown_value
from ui.translate import told, tr

if TYPE_CHECKING:  # an empty window needs no numpy, and is there sooner
    from app.store.views import Gap

S = 10**9
_MINUS = "\N{MINUS SIGN}"
NONE = "–"
LONGEST_CAUSE = 160
LONGEST_FIGURE = 10  # signs; a cell of the cursors' table cuts more


def figure(value: float) -> str:
    """Five digits, three where a power of ten stands behind them; a dash for what is not to be had."""
    if math.isnan(value):
        return NONE
    if math.isinf(value):
        return "∞" if value > 0 else f"{_MINUS}∞"
    text = f"{value:.5g}"
    is_long = "e" in text or len(text) > LONGEST_FIGURE
    return (f"{value:.2e}" if is_long else text).replace("-", _MINUS)


def value_text(value: object, height: float) -> str:
    """A value as it came: numbers with the digits that a plot `height` units high can tell apart."""
    return NONE if value is None else shown_value(value, height)


def span_text(span_ns: int) -> str:
    """A length of time, with six digits: "588 ms", "3.25 s", "1:02:03.5"."""
    sign, size = (_MINUS if span_ns < 0 else ""), abs(span_ns)
    if size >= 60 * S:
        minutes, rest = divmod(size, 60 * S)
        hours, minutes = divmod(minutes, 60)
        seconds = f"{rest // S:02}.{rest % S // 10**6:03}".rstrip("0").rstrip(".")
        return f"{sign}{hours}:{minutes:02}:{seconds}" if hours else f"{sign}{minutes}:{seconds}"
    for unit, length in (("s", S), ("ms", 10**6), ("µs", 10**3)):
        if size >= length:
            return f"{sign}{size / length:.6g} {unit}"
    return f"{sign}{size} ns" if size else "0 s"


def rate_text(span_ns: int) -> str:
    """One over a length of time."""
    if not span_ns:
        return NONE
    rate = S / abs(span_ns)
    for prefix, size in (("G", 1e9), ("M", 1e6), ("k", 1e3), ("", 1.0), ("m", 1e-3), ("µ", 1e-6)):
        if rate >= size:
            return f"{rate / size:.6g} {prefix}Hz"
    return f"{rate:.6g} Hz"


def ago_text(span_ns: int) -> str:
    """How long ago, with the digits that can be read while they change."""
    span_ns = max(0, span_ns)
    if span_ns < S:
        return tr("{count} ms ago").format(count=round(span_ns / 1e6))
    if span_ns < 60 * S:
        return tr("{seconds} s ago").format(seconds=f"{span_ns / S:.1f}")
    return tr("{span} ago").format(span=span_text(span_ns // S * S))


def gap_text(gap: Gap, clock_text: str, end_text: str, now_ns: int) -> str:
    """A gap's cause, when it began, when it ended and how long it lasted."""
    cause = plain(told(gap.cause), LONGEST_CAUSE)
    if gap.end_ns is None:
        return tr("No data: {cause}, since {start}, for {span} so far").format(
            cause=cause, start=clock_text, span=_rounded(now_ns - gap.start_ns)
        )
    return tr("No data: {cause}, {start} to {end}, {span}").format(
        cause=cause, start=clock_text, end=end_text, span=_rounded(gap.end_ns - gap.start_ns)
    )


def _rounded(span_ns: int) -> str:
    """Milliseconds are enough for a gap of seconds."""
    span_ns = max(0, span_ns)
    digit = 10**8 if span_ns >= S else 10**5 if span_ns >= 10**6 else 1
    return span_text(round(span_ns / digit) * digit)
