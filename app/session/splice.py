"""Changes in the text of a TOML document: a key set, a key or table removed, a table added. Text in, text out.

The walk of `places` says which section (one header and the lines under it) a key belongs to; tomlkit changes the key
within the text of that section alone, and the result takes the section's place. tomlkit is not given the whole
document: it gathers the [[device]] tables of a file that mixes them with its [[plot]]s and leaves their comments
behind. A table given for a table is merged key by key, so that what did not change is not touched.

Nothing here proves that the change was right: `edit` does, on the values.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from typing import Any, Final

import tomlkit
from tomlkit.items import AoT, Array

from app.session.places import Path, Section, find_places
from app.session.toml_text import pair, value_text

MISSING: Final = object()

_BLANK_LINE = re.compile(r"[ \t]*\r?\n")
_BLANK_LINES = re.compile(r"(?:[ \t]*\r?\n)*")


def value_at(values: Any, path: Path) -> Any:
    """The value at `path`, or MISSING."""
    for part in path:
        try:
            values = values[part]
        except (LookupError, TypeError):
            return MISSING
    return values


def with_value(text: str, path: Path, value: Any, *, merge: bool) -> str:
    """`text` with `value` (plain) at `path`. `merge`: keep the elements of an array that stay, with their comments."""
    old = value_at(tomllib.loads(text), path)
    if old == value and type(old) is type(value):
        return text
    if isinstance(value, Mapping) and isinstance(old, dict):
        for key in old.keys() - value.keys():
            text = without(text, (*path, key))
        for key, item in value.items():
            text = with_value(text, (*path, key), item, merge=merge)
        return text
    if old is not MISSING and _sections_of(text, path):
        if isinstance(old, list):
            raise LookupError(path)  # [[device]]s come and go one by one; as a value they would lose their layout
        text = without(text, path)  # it has headers of its own, which the new value cannot keep
    section = _home(text, path)
    if section is None:
        return _with_new_section(text, path, value)
    return _spliced(text, section, path, lambda node, key: _set(node, key, value, merge=merge))


def without(text: str, path: Path) -> str:
    """`text` without the key, or without the device or plot, at `path`. Raises LookupError where there is none."""
    sections = _sections_of(text, path)
    for section in reversed(sections):
        blank = _BLANK_LINES.match(text, section.end)
        text = text[: _start_with_comments(text, section)] + text[blank.end() if blank else section.end :]
    if sections and (isinstance(path[-1], int) or value_at(tomllib.loads(text), path) is MISSING):
        return text  # where it was in an array of tables, the next one has its place now
    home = _home(text, path)
    if home is None:
        raise LookupError(path)
    return _spliced(text, home, path, _delete)


def with_table(text: str, kind: str, table: Mapping[str, Any], at: int | None = None) -> str:
    """`text` with one more [[kind]], behind the last one there is, or in front of the one at `at`."""
    sections = [section for section in find_places(text).sections if section.path[:1] == (kind,)]
    behind = sections[-1].end if sections else len(text)
    places = [_start_with_comments(text, section) for section in sections if section.path == (kind, at)]
    return _inserted(text, places[0] if places else behind, _block(f"[[{kind}]]", table))


# -- sections


def _sections_of(text: str, path: Path) -> list[Section]:
    """The sections whose header is `path` or within it."""
    return [section for section in find_places(text).sections if path and section.path[: len(path)] == path]


def _home(text: str, path: Path) -> Section | None:
    """The section that the key `path` stands in, or would; None where it needs a new one."""
    fitting = [s for s in find_places(text).sections if len(s.path) < len(path) and s.path == path[: len(s.path)]]
    home = max(fitting, key=lambda section: len(section.path))
    if home.path or value_at(tomllib.loads(text[: home.end]), path[:1]) is not MISSING:
        return home
    return None


def _start_with_comments(text: str, section: Section) -> int:
    """Where the lines of comment begin that stand right above a header: they are about it."""
    start = section.start
    while start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].lstrip().startswith("#"):
            break
        start = above
    return start


def _with_new_section(text: str, path: Path, value: Any) -> str:
    """`text` with [session], say, in front of all other sections, but behind what the file says of itself."""
    for key in reversed(path[1:]):
        value = {key: value}
    if not isinstance(value, Mapping) or any(isinstance(part, int) for part in path):
        raise LookupError(path)
    headed = find_places(text).sections[1:]
    at = _start_with_comments(text, headed[0]) if headed else len(text)
    if headed and not text[:at].strip():
        at = headed[0].start
    return _inserted(text, at, _block(f"[{path[0]}]", value))


def _block(header: str, table: Mapping[str, Any]) -> str:
    return "".join(f"{line}\n" for line in (header, *(pair(key, item) for key, item in table.items())))


def _inserted(text: str, at: int, block: str) -> str:
    """`block` put into `text` with a blank line on either side of it."""
    before, after = text[:at], text[at:]
    if before and not before.endswith("\n"):
        before += "\n"
    above = "\n" if before.strip() and not _ends_blank(before) else ""
    below = "\n" if after.strip() and not _BLANK_LINE.match(after) else ""
    return before + _as_in(text, above + block + below) + after


def _ends_blank(text: str) -> bool:
    return text.replace("\r", "").endswith("\n\n")


def _as_in(text: str, piece: str) -> str:
    """`piece` with the line ends of `text`."""
    return re.sub(r"(?<!\r)\n", "\r\n", piece) if "\r\n" in text else piece


# -- within one section


def _spliced(text: str, section: Section, path: Path, change: Callable[[Any, Any], None]) -> str:
    """`text` with the change made in one section; `change` gets the table that holds the key, and the key."""
    piece = text[section.start : section.end]
    if piece and not piece.endswith("\n"):
        piece += "\n"
    document = tomlkit.parse(piece)
    node: Any = document
    for part in section.path:
        if isinstance(part, str):
            node = node[part]
        elif isinstance(node, AoT):  # the section alone has one, whichever it is in the file
            node = node[0]
    for part in path[len(section.path) : -1]:
        if isinstance(part, str) and part not in node:
            node[part] = tomlkit.inline_table()
        node = node[part]
    change(node, path[-1])
    return text[: section.start] + _as_in(text, document.as_string()) + text[section.end :]


def _delete(node: Any, key: str | int) -> None:
    del node[key]


def _set(node: Any, key: str | int, value: Any, *, merge: bool) -> None:
    old = node[key] if isinstance(key, int) or key in node else None
    if merge and isinstance(old, Array) and isinstance(value, list):
        _merge_array(old, value)
    else:
        node[key] = tomlkit.value(value_text(value))


def _merge_array(array: Array, wanted: list[Any]) -> None:
    """Take out and put in what differs, from the end on, so that the positions before hold."""
    now, then = [repr(item) for item in array.unwrap()], [repr(item) for item in wanted]
    for what, start, end, first, last in reversed(SequenceMatcher(None, now, then, autojunk=False).get_opcodes()):
        if what != "equal":
            both = min(end - start, last - first)
            for index in reversed(range(start + both, end)):
                del array[index]
            for index in reversed(range(first + both, last)):
                array.insert(start + both, tomlkit.value(value_text(wanted[index])))
            for step in range(both):  # in place, so that the blanks around it stay
                array[start + step] = tomlkit.value(value_text(wanted[first + step]))
