"""The order in which the palette shows what was found: the better kind of match first, then what was used lately."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.palette.entries import Entry
from ui.palette.matching import Kind, Match, fold, match

EVERYTHING = Match(Kind.PREFIX, 0)  # nothing typed finds it
KEPT = 30  # entries that are remembered as used


@dataclass(frozen=True, slots=True)
class Row:
    """An entry with the characters of its title that were found."""

    entry: Entry
    places: tuple[int, ...]

    def __str__(self) -> str:
        return str(self.entry)


def ranked(typed: str, entries: Sequence[Entry], used: Sequence[str] = ()) -> list[Row]:
    """`used`: keys of entries, the newest first. What cannot be done now comes behind what can, kind by kind."""
    asked = fold(typed).strip()
    lately = {key: place for place, key in enumerate(used)}
    found = []
    for number, entry in enumerate(entries):
        hit = match(asked, entry.sought) if asked else EVERYTHING
        if hit is not None:
            rank = (hit.kind, not entry.enabled, lately.get(entry.key, KEPT), hit.cost + entry.weight, number)
            found.append((rank, Row(entry, hit.places)))
    found.sort(key=lambda each: each[0])
    return [row for _, row in found]


def with_used(used: Sequence[str], key: str) -> list[str]:
    """The keys after this one was used."""
    return [key, *(each for each in used if each != key)][:KEPT]
