r"""What stands in a send box, and the bytes that it means. Pure.

As text: escapes as in the session file (`\n`, `\r`, `\t`, `\0`, `\xHH`, `\\`), all else UTF-8. As hex: two digits a
byte, blanks wherever one likes. The ending is put behind either. A mistake is told with its place, nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from app.session.escapes import EscapeError, to_bytes, to_text
from ui.plain import plain
from ui.translate import told, tr

LONGEST = 8192  # characters; a command is short, and what is pasted by mistake is not
ENDINGS = {"none": b"", "LF": b"\n", "CR": b"\r", "CRLF": b"\r\n", "NUL": b"\0"}
_RUN = re.compile(r"\S+")
_DIGITS = re.compile(r"[0-9A-Fa-f]*")


class Notation(StrEnum):
    TEXT = "text"
    HEX = "hex"


@dataclass(frozen=True, slots=True)
class Draft:
    """Each notation has an ending (a word of ENDINGS) of its own, so that going to hex and back changes no byte unseen.
    Most text protocols end a line; what is written in hex is meant byte for byte."""

    text: str = ""
    notation: Notation = Notation.TEXT
    text_ending: str = "LF"
    hex_ending: str = "none"

    @property
    def ending(self) -> str:
        """The one that holds now."""
        return self.hex_ending if self.notation is Notation.HEX else self.text_ending

    def with_ending(self, ending: str) -> Draft:
        if self.notation is Notation.HEX:
            return replace(self, hex_ending=ending)
        return replace(self, text_ending=ending)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a draft is no command: in words, and which characters of it."""

    words: str
    at: int
    length: int

    def __str__(self) -> str:
        return tr("At character {place}: {problem}").format(place=self.at + 1, problem=self.words)


def compose(draft: Draft) -> bytes | Problem:
    """The bytes of a draft, ending and all; b"" where nothing is written, whatever the ending."""
    if len(draft.text) > LONGEST:
        return Problem(tr("longer than {count} characters").format(count=LONGEST), LONGEST, len(draft.text) - LONGEST)
    body = _of_hex(draft.text) if draft.notation is Notation.HEX else _of_text(draft.text)
    if isinstance(body, Problem) or not body:
        return body
    return body + ENDINGS[draft.ending]


def escaped(text: str) -> str:
    r"""`text` with the characters that a line does not show (of what was pasted) as escapes: a newline as `\n`."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else to_text(c.encode("utf-8", "surrogatepass")) for c in text)


def _of_text(text: str) -> bytes | Problem:
    try:
        return to_bytes(text)
    except EscapeError as error:
        return Problem(told(error.args[0]), error.at, error.length)
    except UnicodeEncodeError as error:  # half of a surrogate pair; a message with it could not be shown either
        return Problem(tr("half a character, which has no bytes"), error.start, 1)


def _of_hex(text: str) -> bytes | Problem:
    for run in _RUN.finditer(text):
        digits = _DIGITS.match(run[0])
        wrong = digits.end() if digits is not None else 0
        if wrong < len(run[0]):
            said = tr("“{text}” is no hex digit").format(text=plain(run[0][wrong]))
            return Problem(said, run.start() + wrong, 1)
        if len(run[0]) % 2:
            said = tr("“{text}”: a byte has two hex digits").format(text=plain(run[0][-8:]))
            return Problem(said, run.end() - 1, 1)
    return bytes.fromhex("".join(text.split()))


def shown_hex(data: bytes, most: int) -> str:
    """Two digits a byte; of more than `most` bytes the first, and an ellipsis."""
    return data[:most].hex(" ").upper() + (" …" if len(data) > most else "")
