r"""Bytes as the session file writes them: `'?POLL;\n'`, `'\x02START\x03'`.

TOML's own escapes stand in double-quoted strings only, and have no way to write a byte beyond ASCII that is no
UTF-8. A command for a device often holds double quotes, so it stands in single ones, where TOML takes a backslash
for a backslash. Therefore what TOML hands over is read once more: `\n`, `\r`, `\t`, `\0`, `\\` and `\xHH` are single
bytes in either kind of string. Any other backslash is an error rather than a guess. The rest is UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.sentence import sentence
from app.session.problems import printable

_SINGLE = {"n": b"\n", "r": b"\r", "t": b"\t", "0": b"\0", "\\": b"\\"}
_WRITTEN = {byte[0]: f"\\{letter}" for letter, byte in _SINGLE.items()}
_TOKEN = re.compile(r"\\x([0-9A-Fa-f]{2})|\\([nrt0\\])|([^\\]+)|(\\.?)", re.DOTALL)


class EscapeError(ValueError):
    """An escape that is none. `at`: where its backslash stands; `length`: of what is wrong, in characters."""

    def __init__(self, message: str, at: int, length: int) -> None:
        super().__init__(message)
        self.at = at
        self.length = length


def to_bytes(text: str) -> bytes:
    r"""The bytes of `'?POLL;\n'`. Raises EscapeError for an unknown escape."""
    return b"".join(piece if isinstance(piece, bytes) else piece.encode("utf-8") for piece in _pieces(text))


def to_characters(text: str) -> str:
    """`text` with its escapes read, each byte as the character of that value (Latin-1): how a delimiter is kept."""
    return "".join(piece.decode("latin-1") if isinstance(piece, bytes) else piece for piece in _pieces(text))


def to_text(data: bytes) -> str:
    """What `to_bytes` makes `data` of, printable throughout."""
    return "".join(_written(character) for character in data.decode("utf-8", "surrogateescape"))


def doubled(text: str) -> str:
    """What `to_characters` makes `text` of."""
    return text.replace("\\", "\\\\")


def _pieces(text: str) -> Iterator[bytes | str]:
    for match in _TOKEN.finditer(text):
        byte, letter, plain, unknown = match.groups()
        if unknown is not None:
            known = sentence("{escapes}, and {one} for a backslash", escapes=r"\n, \r, \t, \0, \xHH", one=r"\\")
            message = sentence("unknown escape {escape}: known are {known}", escape=printable(unknown), known=known)
            raise EscapeError(message, match.start(), len(unknown))
        yield bytes.fromhex(byte) if byte else _SINGLE[letter] if letter else plain


def _written(character: str) -> str:
    code = ord(character)
    if code in _WRITTEN:
        return _WRITTEN[code]
    if character.isprintable():
        return character
    return "".join(f"\\x{byte:02x}" for byte in character.encode("utf-8", "surrogateescape"))
