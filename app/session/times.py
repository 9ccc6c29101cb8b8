"""`time` in the session: "arrival", `{ rate = "1 kHz" }` or `{ field = "t", unit = "us" }`; the key says which."""

from __future__ import annotations

from app.decoding.options import Arrival, FieldTime, Rate, TimeOptions
from app.sentence import sentence
from app.session.places import Path
from app.session.problems import choice
from app.session.report import Report
from app.session.typed import BAD, TypedCheck
from app.session.wording import expected, no_word
from app.session.words import RateWords

WORDS = ("arrival", "rate", "field")
_EXAMPLES = ('"arrival"', '{ rate = "1 kHz" }', '{ field = "t", unit = "us" }')


def check_time(value: object, path: Path, typed: TypedCheck, report: Report) -> TimeOptions | None:
    """The time axis, or None where there is a problem."""
    if isinstance(value, str):
        return _by_word(value, path, report)
    if not isinstance(value, dict):
        report.add(path, expected(choice(_EXAMPLES), value))
        return None
    table = dict(value)
    if "type" in table:
        word = table.pop("type")
        if word not in WORDS:
            report.add((*path, "type"), no_word(word, WORDS, path))
            return None
    else:
        word = next((word for word in WORDS if word in table), None)
        if word is None:
            report.add(path, sentence("expected {what}", what=choice(_EXAMPLES)))
            return None
    return _by_table(word, table, path, typed)


def _by_word(word: str, path: Path, report: Report) -> TimeOptions | None:
    if word == "arrival":
        return Arrival()
    report.add(path, expected(choice(_EXAMPLES), word))
    return None


def _by_table(word: str, table: dict[str, object], path: Path, typed: TypedCheck) -> TimeOptions | None:
    match word:
        case "rate":
            made = typed.struct(RateWords, table, path)
            return None if made is BAD else Rate(rate_hz=float(made.rate))
        case "field":
            made = typed.struct(FieldTime, table, path)
        case _:
            made = typed.struct(Arrival, table, path)
    return None if made is BAD else made
