"""Figures and names as an engineer would say them; nothing here is ever "nan" or "inf"."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence

from app.comparison.judgement.signflip import SignFlip
from app.comparison.schema import StallReport
from app.sentence import Sentence, joined, sentence

NOT_AVAILABLE = sentence("not available")
LONGEST_NAME = 40  # of a link within a sentence
_MOST_DIGITS = 6  # where two digits do not tell a figure from the limit that it passes
_HUGE = 1e15  # past it nobody counts digits
_PLAIN_NAME = re.compile(r"[\w.+/#-]+")
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # controls, direction marks, surrogates, unassigned, separators
_FIGURE = re.compile(r"(\d) (%|ms|µs|s|min|h|[kMG]?B/s)(?!\w)")
_MINUTE, _HOUR, _YEAR = 60e3, 3600e3, 8766 * 3600e3  # ms


def finite(value: float | None) -> float | None:
    """None in place of NaN and the infinities, which JSON has not: the rows say the same before and after it."""
    return value if value is not None and math.isfinite(value) else None


def ms_text(value: float | None, *, beside: float | None = None) -> str:
    """A time: "18 ms", "0.42 ms", "1.2 s". More digits where two would make it look like `beside`, which it is not."""
    value = finite(value)
    if value is None:
        return NOT_AVAILABLE
    text = _ms_text(value, 2)
    for digits in range(2, _MOST_DIGITS + 1):
        text = _ms_text(value, digits)
        if beside is None or value == beside or text != _ms_text(beside, digits):
            break
    return text


def limit_text(value: float | None) -> str:
    """A limit that somebody chose, with the digits that he gave: "50 ms", "12.5 ms"."""
    value = finite(value)
    return NOT_AVAILABLE if value is None else (f"{value:.6g} ms" if abs(value) < 1e3 else f"{value / 1e3:.6g} s")


def _ms_text(value: float, digits: int) -> str:
    size, sign = abs(value), "−" if value < 0 else ""
    if size >= _YEAR:
        return joined("", (sign, sentence("over a year")))
    for unit, name, least in ((_HOUR, "h", 2 * _HOUR), (_MINUTE, "min", 10 * _MINUTE), (1e3, "s", 995.0)):
        if size >= least:
            return f"{sign}{rounded(size / unit, digits)} {name}"
    if 0 < size < 0.0995:
        return f"{sign}{rounded(size * 1e3, digits)} µs" if size >= 0.0001 else sentence("under 0.1 µs")
    return f"{sign}{rounded(size, digits)} ms"


def rounded(value: float, digits: int = 2) -> str:
    """`digits` that count, and all those before the point."""
    if value == 0:
        return "0"
    if abs(value) >= _HUGE:
        return f"{value:.{digits - 1}e}"
    value = float(f"{value:.{digits - 1}e}") if abs(value) < 10 ** (digits - 1) else value
    after = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    return f"{value:.{after}f}"


def share_text(share: float | None) -> str:
    """A share as "12 %"; what is more than nought is never shown as nought."""
    percent = finite(100 * share) if share is not None else None
    if percent is None:
        return NOT_AVAILABLE
    if 0 < abs(percent) < 0.1:
        return sentence("under 0.1 %")
    return f"{percent:.0f} %" if abs(percent) >= 9.95 or percent == 0 else f"{percent:.1f} %"


def rate_text(rate: float | None, unit: str) -> str:
    """A rate as "1.2 MB/s", powers of ten."""
    rate = finite(rate)
    if rate is None:
        return NOT_AVAILABLE
    for power, prefix in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if abs(rate) >= 0.995 * power:
            return f"{rounded(rate / power, 3)} {prefix}{unit}/s"
    return f"{rounded(rate, 3)} {unit}/s"


def count_text(count: float | None) -> str:
    """A whole number, its thousands apart: "12 400"."""
    count = finite(count)
    if count is not None and abs(count) >= _HUGE:
        return rounded(count)
    return NOT_AVAILABLE if count is None else f"{count:,.0f}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def counted(count: int, noun: str) -> str:
    return f"{count_text(count)} {noun}{'' if count == 1 else 's'}"


def kept_together(text: str) -> str:
    """A figure and its unit stay on one line."""
    return _FIGURE.sub("\\1\N{NO-BREAK SPACE}\\2", text)


def cleaned(text: object, longest: int = 200) -> str:
    """Text from a session or a network, without what acts on a terminal or the direction of writing, and not long. A
    sentence stays one where it is so."""
    if isinstance(text, Sentence) and text.isprintable() and len(text) <= longest:
        return text
    seen = "".join("·" if unicodedata.category(c) in _UNSEEN else c for c in str(text))
    return seen if len(seen) <= longest else seen[: longest - 1] + "…"


def named(link: str) -> str:
    """A link's name within a sentence; in quotes where it could be taken for words of the sentence."""
    name = cleaned(link, LONGEST_NAME)
    return name if _PLAIN_NAME.fullmatch(name) else f"“{name}”"


def listed(items: Sequence[str], most: int = 6) -> str:
    """ "a, b and c"; past `most` the rest is counted."""
    if len(items) > most:
        items = [*items[: most - 1], sentence("{count} more", count=len(items) - most + 1)]
    if len(items) < 2:
        return items[0] if items else sentence("none")
    return sentence("{first} and {last}", first=joined(", ", items[:-1]), last=items[-1])


def chance(flip: SignFlip) -> str:
    """The test's p as a frequency: people judge those better than probabilities."""
    if flip.p >= 0.995:
        return sentence("in all cases")
    if flip.p >= 0.0995:
        return sentence("in {count} of 100 cases", count=f"{100 * flip.p:.0f}")
    if flip.p >= 0.00995:
        return sentence("in {count} of 100 cases", count=f"{100 * flip.p:.1f}".removesuffix(".0"))
    if flip.patterns <= 1 << 16:
        return sentence("in {count} of all {all} cases", count=flip.as_large, all=count_text(flip.patterns))
    if flip.p >= 0.0001:
        return sentence("in {count} of 10 000 cases", count=f"{10_000 * flip.p:.0f}")
    return sentence("in fewer than 1 of 10 000 cases")


def stall_text(stall: StallReport) -> str:
    """ "sleep stall, 100 ms in every 500 ms, measured 100 ms"."""
    asked = sentence(
        "{kind} stall, {busy} in every {period}",
        kind=stall.kind,
        busy=limit_text(stall.busy_ms),
        period=limit_text(stall.period_ms),
    )
    median = finite(stall.median_ms) if stall.count else None
    told = sentence("not measured") if median is None else sentence("measured {time}", time=ms_text(median))
    return joined(", ", (asked, told))
