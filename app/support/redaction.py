r"""Takes out of texts what must not leave this computer: secrets, and what names it or its user.

What is taken out, each with REMOVED or a word in its place:

    known secrets       what the session sends at each connection (on_connect often logs in): the command, each of
                        its lines and its longer words, as text, as the session file writes it, in hex, and as Python
                        and JSON quote it
    user info           of every address: scheme://user:password@host, or without the scheme
    named secrets       what stands behind a word such as password, token or authorization; behind on_connect, where a
                        log tells of a session that could not be read
    keys                PEM blocks
    names               the user's home folder becomes ~, this computer's name "this computer"

It takes out too much rather than too little. What it cannot know is a secret that no word announces in a text that
somebody else has written: so there are no such texts in a bundle (no bytes that came or went, no values).

Cost: linear, some 50 ns a character. A regular expression does not let go of the interpreter before it is through, so
a long text is cleaned in pieces: a window beside it stands still for a few milliseconds at most.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.session.escapes import to_text

REMOVED = "(removed)"
LEAST_SECRET = 4  # characters: shorter ones stand in every text by chance ("\r\n", "on")
LEAST_WORD = 6  # of a word within a command: passwords are longer than most of a protocol's own words
_BETWEEN_WORDS = re.compile(rb"[\s\"',;:=?{}()\[\]<>]+")

_WORDS = (
    r"pass(?:word|wort|wd|phrase|code)?|pwd|secret|token|credentials?|auth|authorization|bearer|login|psk|pin|otp|cookie"
    r"|(?:api|access|private|ssh|encryption)[_-]?key|session[_-]?id"
)
# to the last @, since a password may hold one, and slashes; the bounds keep the cost linear
_USER_INFO = re.compile(
    r"(?<=://)[^\s\"'<>]{1,256}@ | (?<![^\s\"'(=])[^\s\"'/@]{1,64}:(?!//)[^\s\"'@]{1,128}@(?=[\w\[])", re.VERBOSE
)
_NAMED = re.compile(
    rf"""(?ix)
    ( (?: (?<![a-z]) | (?<=[a-z]) (?-i:(?=[A-Z])) ) (?:{_WORDS}) s?       # the word: db_password, dbPassword
      (?: [_-] [a-z0-9]{{1,32}} | (?-i:[A-Z][a-z0-9]{{0,32}}) ){{0,4}} )  # what makes it longer: tokenValue
    (?![a-z]) ( \\?["']? \s{{0,8}} [:=]{{1,2}} \s{{0,8}} (?:(?:bearer|basic)\s{{1,8}})? | \s{{1,8}} )
    (?!\(removed\)) (  # the secret, with quotes or without
      \\"[^\n]*?\\" | "(?:\\.|[^"\\\n])*" | \\'[^\n]*?\\' | '(?:\\.|[^'\\\n])*'
    | [^\s,;}})\]]+ (?: [,;}})\]]+ [^\s,;}})\]]+ )* )
    """
)
_WHOLE_LINE = re.compile(
    r"""(?ix)
    \b ( (?:authorization|cookie|passphrase)s? \s{0,8} [:=] \s{0,8}+ (?!["'\\])  # secrets of several words
    | on_connect (?:\[\d+\])? (?:\s{0,8}=|[ ]?:[^\n]{0,80}?\ got) \s{0,8}+ (?!\[?\s*["']\(removed:[ ]) ) [^\n]+
    """
)
_KEY_BLOCK = re.compile(
    r"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----.*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|\Z)", re.DOTALL
)
PIECE = 16 << 10  # characters, and the rest of a line


class Redaction:
    """`secrets`: bytes that must not appear in any form. `names`: text that is replaced by its value."""

    def __init__(self, secrets: Iterable[bytes] = (), names: Mapping[str, str] | None = None) -> None:
        forms = {form for secret in secrets for form in _forms(secret) if len(form.strip()) >= LEAST_SECRET}
        self._known = sorted(forms, key=len, reverse=True)  # the longest first: one may be the beginning of another
        self._names = {name: word for name, word in (names or {}).items() if name}
        alone = rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(self._names, key=len, reverse=True)))})(?![\w-])"
        self._named = re.compile(alone) if self._names else None

    def clean(self, text: str) -> str:
        text = _KEY_BLOCK.sub(REMOVED, text)
        for form in self._known:
            text = text.replace(form, REMOVED)
        return "".join(map(self._without_announced, _pieces(text)))

    def _without_announced(self, text: str) -> str:
        text = _USER_INFO.sub(f"{REMOVED}@", text)
        text = _WHOLE_LINE.sub(rf"\1{REMOVED}", text)
        text = _NAMED.sub(rf"\1\2{REMOVED}", text)
        if self._named is not None:
            text = self._named.sub(lambda match: self._names[match[0]], text)
        return text

    def cleaned(self, value: Any) -> Any:
        """A value of JSON with all its texts clean, keys too, and without what stands under a secret's name."""
        match value:
            case str():
                return self.clean(value)
            case Mapping():
                return {self.clean(str(key)): self._below(str(key), item) for key, item in value.items()}
            case list() | tuple():
                return [self.cleaned(item) for item in value]
        return value

    def _below(self, key: str, item: Any) -> Any:
        if isinstance(item, str | list | tuple) and _NAMED.search(f"{key}=x"):
            return REMOVED
        return self.cleaned(item)


def _forms(secret: bytes) -> Iterator[str]:
    """All the ways in which a text may hold these bytes, or what in them may be a password."""
    words = (word for word in _BETWEEN_WORDS.split(secret) if len(word) >= LEAST_WORD)
    for piece in {secret, secret.strip(), *(line.strip() for line in secret.splitlines()), *words}:
        text = piece.decode("utf-8", "replace")
        yield text
        yield to_text(piece)
        yield repr(piece)[2:-1]
        yield repr(text)[1:-1]
        yield json.dumps(text)[1:-1]
        yield json.dumps(text, ensure_ascii=False)[1:-1]
        yield json.dumps(to_text(piece))[1:-1]
        yield piece.hex()
        yield piece.hex(" ")
        yield piece.hex(" ").upper()


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces of whole lines; a line that is longer than a piece stays in one."""
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin + PIECE) + 1 or len(text)
        yield text[begin:end]
        begin = end
