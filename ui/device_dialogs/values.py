"""Between what one types and what the session file says. Pure; nothing here judges: what is no number stays a text, and
the session's own check says so."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from app.quantities import name_and_unit
from app.sentence import sentence
from app.session.escapes import to_text
from app.session.places import TooMuchError, find_places
from app.session.toml_text import value_text

NEWLINE = "\n"
_WHOLE = re.compile(r"[+-]?[0-9]{1,30}\Z")
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,30}\.?[0-9]{0,30}|\.[0-9]{1,30})(?:[eE][+-]?[0-9]{1,4})?\Z")


def whole(text: str) -> object:
    """An int where it is one."""
    stripped = text.strip()
    return int(stripped) if _WHOLE.match(stripped) else stripped


def number(text: str) -> object:
    """A float, or an int, where it is one."""
    stripped = text.strip()
    if _WHOLE.match(stripped):
        return int(stripped)
    return float(stripped) if _NUMBER.match(stripped) else stripped


def trimmed(text: str) -> object:
    return text.strip()


def address(text: str) -> object:
    """The link that is meant: a host and a port alone are TCP."""
    stripped = text.strip()
    return stripped if "://" in stripped or "/" in stripped else f"tcp://{stripped}"


def shown_delimiter(value: object) -> str:
    r"""A delimiter as one types it. The file may have a newline itself, or `\n`; below U+0100 a character is a byte."""
    text = str(value)
    return "".join(c if c.isprintable() else _escape(c) for c in text)


def _escape(character: str) -> str:
    if ord(character) < 128:
        return to_text(character.encode())
    return f"\\x{ord(character):02x}" if ord(character) < 256 else character


def listed(text: str) -> object:
    """Texts between commas; one with a comma in it stands in double quotes."""
    try:
        cells = next(csv.reader([text], skipinitialspace=True, strict=True), [])
    except csv.Error:
        cells = text.split(",")
    return [cell.strip() for cell in cells if cell.strip()]


def shown_list(value: object) -> str:
    """What `listed` makes `value` of."""
    if not isinstance(value, Iterable) or isinstance(value, str | Mapping):
        return str(value)
    return ", ".join(_cell(str(item)) for item in value)


def _cell(text: str) -> str:
    if not any(c in text for c in ',"\r\n') and text == text.strip():
        return text
    out = io.StringIO()
    csv.writer(out, lineterminator="", quoting=csv.QUOTE_ALL).writerow([text])
    return out.getvalue()


def with_unit(name: str, unit: str) -> str:
    """ "ax [m/s²]", which `app.quantities.name_and_unit` takes apart again."""
    return f"{name} [{unit}]" if unit else name


def units_of(texts: Iterable[str]) -> dict[str, str]:
    """By name, of "alt [m]"; those without a unit say nothing."""
    return {name: unit for name, unit in map(name_and_unit, texts) if unit}


def toml_rows(text: str) -> list[Any]:
    """Rows as the file has them, one inline table each, commas and brackets or not. Raises ValueError."""
    body = text.strip()
    document = f"rows = {body if body.startswith('[') else f'[{NEWLINE}{_with_commas(body)}{NEWLINE}]'}\n"
    try:
        find_places(document)  # its bounds protect the parser
        rows = tomllib.loads(document)["rows"]
        shown_rows(rows)
    except (TooMuchError, RecursionError, TypeError) as error:
        raise ValueError(error.args[0] if isinstance(error, TooMuchError) else str(error)) from error
    if not isinstance(rows, list):
        raise ValueError(sentence("expected rows such as {example}", example='{ name = "t", type = "u64" }'))  # noqa: TRY004 - it is what was typed
    return rows


def _with_commas(body: str) -> str:
    """A comma behind each line that closes a table and has none."""
    lines = body.split("\n")
    return "\n".join(f"{line.rstrip()}," if line.rstrip().endswith("}") else line for line in lines)


def shown_rows(rows: Iterable[object]) -> str:
    """Rows one a line, as the file has them."""
    return "\n".join(value_text(row) for row in rows)
