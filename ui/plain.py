"""Text for people from what came over a network: nothing in it can act."""

from __future__ import annotations

import html
import unicodedata

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # controls, direction marks, surrogates, unassigned, separators


def plain(text: str, longest: int = 64) -> str:
    """`text` without characters that control a terminal or the direction of writing, cut to `longest`."""
    if not text.isprintable():
        text = "".join("·" if unicodedata.category(c) in _UNSEEN else c for c in text)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def as_hint(text: str) -> str:
    """`text` for a tool tip. Qt guesses markup there by its tags; this way nothing is guessed, and long lines wrap."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""


def shown_number(value: object) -> str:
    """A channel's value for people: up to six significant digits; "–" where there is none."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, float):
        return f"{value:.6g}"
    return plain(str(value))


def shown_rate(rate: float | None, unit: str) -> str:
    """A measured rate with three digits and a power of ten: "1.25 kHz", "10.0 Hz"; "–" before it is known."""
    if rate is None:
        return "–"
    for power, prefix in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if rate >= 0.9995 * power:  # what three digits would round up to it
            return f"{_three_digits(rate / power)} {prefix}{unit}"
    return f"{_three_digits(rate)} {unit}"


def _three_digits(value: float) -> str:
    """Always three, so that a last zero does not come and go."""
    return f"{value:#.3g}".rstrip(".") if value >= 0.0005 else "0"
