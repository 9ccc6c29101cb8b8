"""Names as devices send them, made fit to be shown: bounded, printable, distinct. HTML stays what it is, text."""

from __future__ import annotations

from collections.abc import Iterable

from app.quantities import name_and_unit

MAX_NAME = 64  # characters; a longer one does not fit a legend either
REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    """`text` without what does not print (control characters, marks that turn the direction of writing)."""
    text = text.strip()
    if not text.isprintable():
        text = "".join(c if c.isprintable() else REPLACEMENT for c in text)
    return text if len(text) <= MAX_NAME else text[: MAX_NAME - 1] + "…"


def clean_with_unit(text: str) -> tuple[str, str]:
    """Name and unit of "ax [m/s²]", both clean."""
    name, unit = name_and_unit(text)
    return clean(name), clean(unit)


def distinct(names: Iterable[str]) -> list[str]:
    """The same names, where one that was there before gets a number: a, a (2), a (3)."""
    counts: dict[str, int] = {}
    taken: set[str] = set()
    result = []
    for name in names:
        free = name
        while free in taken:
            counts[name] = counts.get(name, 1) + 1
            free = f"{name} ({counts[name]})"
        taken.add(free)
        result.append(free)
    return result
