"""On which line each key of a TOML document stands.

Theory of operation. `tomllib` gives the values and judges the grammar, but forgets where things stood. This walks
the same text a second time and notes the line of every table, key and array element, by its path: ("device", 0,
"framing", "type"). It reads a superset of TOML: whatever it cannot follow ends the walk (`complete` is False), and
the text up to there is what `tomllib` will have accepted at most. So it may run *first*, and does, because its
bounds protect the parser: tomllib's cost grows with the square of the length of a dotted key, and its stack with the
nesting. It notices repeated keys too, all of them and with both lines, where tomllib stops at the first.

Cost: one pass of regular expressions, none of which backtracks; about 1 us a key. One entry of memory for each key
or element, hence MAX_ITEMS.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field

from app.sentence import sentence

Path = tuple[str | int, ...]

MAX_DEPTH = 32  # a session nests to depth 7 or so; Python's stack and tomllib's dotted keys stand far more
MAX_REPEATS = 1000  # more are no slip of the hand
MAX_ITEMS = 100_000  # 64 devices of 250 struct fields of 6 keys each; bounds what a hostile file costs to 3 s or so

# Loops are unrolled, and only classes repeat possessively: a group that repeats possessively with a choice inside
# matches wrongly on Python before 3.11.5 (Debian 12 has 3.11.2), https://github.com/python/cpython/issues/106052.
_FILLING = re.compile(r"[ \t\r\n]*+(?:#[^\n]*+[ \t\r\n]*+)*")
_BLANKS = re.compile(r"[ \t]*+")
_REST_OF_LINE = re.compile(r"[ \t]*+(?:#[^\n]*+)?\r?(?=\n|\Z)")
_KEY_PART = re.compile(r"""[A-Za-z0-9_-]++ | "[^"\\\n]*+(?:\\.[^"\\\n]*+)*" | '[^'\n]*+'""", re.VERBOSE)
_STRING = re.compile(
    r'''
    """ [^"\\]*+ (?: (?: \\. | "(?!"") ) [^"\\]*+ )* "{3,5}
    | \'\'\' [^']*+ (?: '(?!\'\') [^']*+ )* '{3,5}
    | " [^"\\\n]*+ (?: \\. [^"\\\n]*+ )* "
    | ' [^'\n]*+ '
    ''',
    re.VERBOSE | re.DOTALL,
)
_SCALAR = re.compile(r"[^,\]}#\n\"'\[{]++")


class TooMuchError(Exception):
    """The document is beyond what a session can be; `line` is where the bound was passed."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class _LostError(Exception):
    """What stands here is no TOML; tomllib says it better."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A key or table that was there already. `span` is the key with its value in the text, where it can be left out
    without changing what the rest means, else None."""

    path: Path
    line: int
    first_line: int
    span: tuple[int, int] | None


@dataclass(slots=True)
class Section:
    """A header with the statements under it: text[start:end], whole lines. What stands between the end of one and
    the start of the next is comments and blank lines. The first section has no header: the keys before any."""

    path: Path
    start: int
    end: int


@dataclass(slots=True)
class Places:
    """`lines` by path, from 1; `repeats` and `sections` in the order of the text; `complete`: the walk came to the
    end."""

    lines: dict[Path, int] = field(default_factory=dict)
    repeats: list[Repeat] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    complete: bool = False

    def line(self, path: Path) -> int | None:
        """The line of `path` or of what it stands in; None where that is the whole document."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return None


def find_places(text: str) -> Places:
    """Walk `text`. Raises TooMuchError beyond the bounds, nothing else, whatever the text."""
    return _Walk(text).run()


class _Walk:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._counted = 0
        self._places = Places()
        self._table: Path = ()
        self._defined: set[Path] = set()
        self._array_tables: dict[Path, int] = {}

    def run(self) -> Places:
        try:
            self._begin_section(())
            self._skip(_FILLING)
            while self._at < len(self._text):
                self._statement()
                self._expect(_REST_OF_LINE)
                self._take("\n")
                self._places.sections[-1].end = self._at
                self._skip(_FILLING)
        except _LostError:
            return self._places
        self._places.complete = True
        return self._places

    # -- statements

    def _statement(self) -> None:
        if self._take("[["):
            self._array_table_header()
        elif self._take("["):
            self._table_header()
        else:
            self._pair(self._table, removable=True)

    def _table_header(self) -> None:
        line = self._here()
        path = self._resolve(self._key(), line)
        if not self._take("]"):
            raise _LostError
        if path in self._defined:
            self._repeat(path, line, None)
        self._defined.add(path)
        self._note(path, line)
        self._begin_section(path)

    def _array_table_header(self) -> None:
        line = self._here()
        *parents, last = self._key()
        path = (*self._resolve(tuple(parents), line), last)
        if not self._take("]]"):
            raise _LostError
        if path in self._defined:
            self._repeat(path, line, None)
        self._note(path, line)
        index = self._array_tables.get(path, 0)
        self._array_tables[path] = index + 1
        self._begin_section((*path, index))
        self._note(self._table, line)

    def _begin_section(self, table: Path) -> None:
        start = self._text.rfind("\n", 0, self._at) + 1
        self._places.sections.append(Section(table, start, start))
        self._table = table

    def _resolve(self, key: tuple[str, ...], line: int) -> Path:
        """The path of a header's key: where a part is an array of tables, its newest table is meant."""
        path: Path = ()
        for part in key:
            path = (*path, part)
            self._note(path, line)
            if path in self._array_tables:
                path = (*path, self._array_tables[path] - 1)
        return path

    def _pair(self, table: Path, *, removable: bool) -> None:
        start, line = self._at, self._here()
        path = table
        for part in self._key():
            path = (*path, part)
            if path not in self._places.lines:
                self._note(path, line)
        if not self._take("="):
            raise _LostError
        repeated, before = path in self._defined, len(self._places.repeats)
        self._skip(_BLANKS)
        self._value(path)
        if repeated:
            del self._places.repeats[before:]  # what stands within it repeats along with it
            self._repeat(path, line, (start, self._at) if removable else None)
        self._defined.add(path)

    # -- keys and values

    def _key(self) -> tuple[str, ...]:
        parts: list[str] = []
        while True:
            self._skip(_BLANKS)
            parts.append(_plain(self._expect(_KEY_PART)))
            if len(parts) > MAX_DEPTH:
                raise TooMuchError(self._here(), sentence("a key of more than {most} parts", most=MAX_DEPTH))
            self._skip(_BLANKS)
            if not self._take("."):
                return tuple(parts)

    def _value(self, path: Path) -> None:
        if self._take("["):
            self._array(path)
        elif self._take("{"):
            self._inline_table(path)
        elif self._text.startswith(('"', "'"), self._at):
            self._expect(_STRING)
        else:
            self._expect(_SCALAR)

    def _array(self, path: Path) -> None:
        index = 0
        self._skip(_FILLING)
        while not self._take("]"):
            element = (*path, index)
            self._note(element, self._here())
            self._value(element)
            self._separator("]")
            index += 1

    def _inline_table(self, path: Path) -> None:
        self._skip(_FILLING)
        while not self._take("}"):
            self._pair(path, removable=False)
            self._separator("}")

    def _separator(self, closing: str) -> None:
        self._skip(_FILLING)
        if self._take(","):
            self._skip(_FILLING)
        elif not self._text.startswith(closing, self._at):
            raise _LostError

    # -- the text

    def _note(self, path: Path, line: int) -> None:
        if len(path) > MAX_DEPTH:
            raise TooMuchError(line, sentence("nested deeper than {most}", most=MAX_DEPTH))
        self._places.lines.setdefault(path, line)
        if len(self._places.lines) > MAX_ITEMS:
            raise TooMuchError(line, sentence("more than {most} keys and values", most=MAX_ITEMS))

    def _repeat(self, path: Path, line: int, span: tuple[int, int] | None) -> None:
        if len(self._places.repeats) == MAX_REPEATS:
            raise TooMuchError(line, sentence("more than {most} keys stand twice", most=MAX_REPEATS))
        self._places.repeats.append(Repeat(path, line, self._places.lines[path], span))

    def _take(self, token: str) -> bool:
        if self._text.startswith(token, self._at):
            self._at += len(token)
            return True
        return False

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self._text, self._at)
        if match:
            self._at = match.end()

    def _expect(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise _LostError
        self._at = match.end()
        return match[0]

    def _here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line


def _plain(part: str) -> str:
    """A key's part without its quotes."""
    if part[0] not in "\"'":
        return part
    if "\\" not in part:
        return part[1:-1]
    try:
        return str(tomllib.loads(f"key = {part}")["key"])
    except ValueError:
        raise _LostError from None
