"""Finds what is meant by a few letters: pure text in, ranked matches out.

Goals: what one types is taken as the beginning of a title, else as beginnings of words in any order ("pres exp" is
"Back-pressure experiment"), else as letters in their order ("bpx"); the better the kind, the higher the place. A
thousand titles are looked through between two key strokes.

Plan: a title and where it stands (its menus) are folded once, without case and accents, letter for letter, so that a
place in the folded text is a place in the shown one. Each kind of match is tried only where the better ones failed.
Words may also begin those of the menus that lead to a title; letters in order are looked for in the title alone, since
in longer texts they are found everywhere.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

LONGEST = 200  # characters of a title or of what is typed that are looked at
KEPT = 4096  # titles that stay ready from one opening of the palette to the next
_WORD = re.compile(r"[^\W_]+")


class Kind(IntEnum):
    """How something was found, the best first."""

    PREFIX = 0
    WORDS = 1
    LETTERS = 2


@dataclass(frozen=True, slots=True)
class Match:
    """`places`: the characters of the title that were found; `cost`: less is better among matches of one kind."""

    kind: Kind
    cost: int
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A title made ready for matching; `words` are (where it begins, the word), `around` those of its menus."""

    title: str
    words: tuple[tuple[int, str], ...]
    around: tuple[str, ...]


@lru_cache(KEPT)
def target(title: str, around: str = "") -> Target:
    folded = fold(title)
    return Target(folded, tuple(_words(folded)), tuple(word for _, word in _words(fold(around))))


def fold(text: str) -> str:
    """Without case and accents, a letter for each letter."""
    text = text[:LONGEST]
    return text.lower() if text.isascii() else "".join(map(_folded, text))


def match(typed: str, sought: Target) -> Match | None:
    """How `typed` (folded) finds it, None where it does not. Nothing typed finds everything."""
    asked = typed.split()
    if not asked:
        return Match(Kind.PREFIX, 0)
    whole = " ".join(asked)
    if sought.title.startswith(whole):
        return Match(Kind.PREFIX, len(sought.title) - len(whole), tuple(range(len(whole))))
    return _by_words(asked, sought) or _by_letters("".join(asked), sought.title)


def _by_words(asked: list[str], sought: Target) -> Match | None:
    """Each begins a word of its own, of the title rather than of its menus; longer ones choose first."""
    free, around = list(sought.words), list(sought.around)
    places: list[int] = []
    cost = 0
    for part in sorted(asked, key=len, reverse=True):
        own = next((word for word in free if word[1].startswith(part)), None)
        if own is not None:
            free.remove(own)
            places += range(own[0], own[0] + len(part))
            continue
        other = next((word for word in around if word.startswith(part)), None)
        if other is None:
            return None
        around.remove(other)
        cost += LONGEST  # a word in the title says more
    return Match(Kind.WORDS, cost + len(free), tuple(sorted(places)))


def _by_letters(letters: str, title: str) -> Match | None:
    """In their order; the fewer runs they are in, the better, then the nearer they are together."""
    places: list[int] = []
    at = -1
    for letter in letters:
        at = title.find(letter, at + 1)
        if at < 0:
            return None
        places.append(at)
    runs = sum(after != before + 1 for before, after in itertools.pairwise(places))
    return Match(Kind.LETTERS, LONGEST * runs + places[-1] - places[0], tuple(places))


def _words(folded: str) -> list[tuple[int, str]]:
    return [(found.start(), found[0]) for found in _WORD.finditer(folded)]


def _folded(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    base = unicodedata.normalize("NFKD", letter)[0].casefold()
    return base if len(base) == 1 else letter
