"""What is wrong with a session file, in words: where, what was seen, and the nearest right word.

    SessionError          a session could not be read; carries every problem that was found
    SaveError             a session could not be saved; the old file is as it was
      ChangedOnDiskError  somebody else changed the file since it was loaded

Nothing that stood in the file goes to the terminal as it was: control characters are escaped and long values cut.
"""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from os import PathLike

from app.sentence import Sentence, joined, sentence

MAX_SHOWN = 60  # of a value that somebody typed; enough to recognise it
MAX_WORD = 64  # difflib's time grows with the square of the length
NEARNESS = 0.6  # difflib's own default: one slip in a short word, two in a long one


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `line` from 1, None where it is the file as a whole; `where` is 'device "imu"' or
    "session", `key` is "framing.type", both "" where there is none."""

    message: str
    line: int | None = None
    where: str = ""
    key: str = ""

    def __str__(self) -> str:
        return joined(": ", [part for part in (self.where, self.key, self.message) if part])

    def text(self, path: str | PathLike[str]) -> str:
        """As it is shown: `bench.toml:12: device "imu": framing.type: ...`."""
        place = printable(str(path)) + ("" if self.line is None else f":{self.line}")
        return joined(": ", filter(None, (place, self.where, self.key, self.message)))


class SessionError(Exception):
    """The session could not be read. `problems` are all that were found, in the order of the file."""

    def __init__(self, path: str | PathLike[str], problems: Iterable[Problem]) -> None:
        self.path = path
        self.problems = tuple(problems)
        super().__init__(joined("\n", [problem.text(path) for problem in self.problems]))


class SaveError(Exception):
    """The session could not be saved. The old file is as it was."""


class ChangedOnDiskError(SaveError):
    """The file is not as it was when it was loaded: saving would undo what somebody else wrote."""


def printable(text: str) -> str:
    """`text` with every character that does not print as itself written as an escape."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def reason_of(error: ValueError, most: int) -> str:
    """What an error says, fit for a terminal and not longer than that; a sentence where it says one that is so."""
    said = error.args[0] if error.args else ""
    if isinstance(said, Sentence) and said.isprintable() and len(said) <= most:
        return said
    return printable(str(error))[:most]


def quoted(text: str) -> str:
    """A word in double quotes, cut where it is long, fit for a terminal."""
    cut = text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + "…"
    return '"' + printable(cut).replace('"', '\\"') + '"'


def shown(value: object) -> str:
    """A value of a TOML file as the file writes it, cut where it is long."""
    match value:
        case str():
            return quoted(value)
        case bool():
            return "true" if value else "false"
        case int() if value.bit_length() > 64:
            return sentence(
                "an integer of {count} bits", count=value.bit_length()
            )  # Python refuses to print those of 4300 digits
        case dict():
            return sentence("a table")
        case list():
            return sentence("an array")
        case datetime.date() | datetime.time():  # a datetime is a date
            return sentence("the date or time {value}", value=value.isoformat())
    return str(value)


def choice(words: Iterable[str]) -> str:
    """ "a", "b" or "c"."""
    *most, last = words
    return sentence("{most} or {last}", most=joined(", ", most), last=last) if most else last


def nearest(word: str, right: Iterable[str]) -> str | None:
    """The right word that was meant, or None where none is near. Upper and lower case are the same here."""
    by_folded = {candidate.casefold(): candidate for candidate in reversed([*right])}  # of two alike, the first
    close = difflib.get_close_matches(word[:MAX_WORD].casefold(), by_folded, n=1, cutoff=NEARNESS)
    return by_folded[close[0]] if close else None


def meant(message: str, word: str, right: Iterable[str], otherwise: str = "") -> str:
    """`message: did you mean "line"?`; where nothing is near, the message and what is said otherwise."""
    near = nearest(word, right)
    if near is not None:
        return sentence("{message}: did you mean {word}?", message=message, word=quoted(near))
    return joined("; ", (message, otherwise)) if otherwise else message
