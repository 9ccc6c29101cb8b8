"""Reads a session file: `read_session(path)` gives a Session, or raises SessionError with all that is wrong.

Theory of operation. Three steps, each of which may end it: the bytes must be text (`source`), the text must be TOML
(`places` walks it first and bounds it, then `tomllib` parses it), and the values must be what the words of the file
want (`typed`, `devices`, `channels`). The last step goes on after a problem and reports all of them, in the order of
the file. Keys that stand twice are a matter of the second step, but those of a table's own lines are blanked out,
so that the rest of the file is checked all the same.

Nothing that a file can hold makes this raise anything but SessionError, or take longer than a few seconds.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from os import PathLike
from typing import Any

from app.sentence import sentence
from app.session.channels import Named, check_plot_channel, check_range, check_ranges
from app.session.devices import DeviceCheck
from app.session.places import Path, Places, Repeat, TooMuchError, find_places
from app.session.problems import Problem, SessionError, printable, quoted, shown
from app.session.report import Report
from app.session.schema import PlotOptions, Session
from app.session.source import SourceError, decode, read_bytes
from app.session.typed import TypedCheck
from app.session.wording import expected, unknown_key
from app.session.words import MAX_DEVICES, MAX_PLOTS, SECTIONS, VERSION, PlotWords, SessionWords

_POSITION = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_LONG_INTEGER = re.compile(r"(?<![\w])[0-9][0-9_]{4299,}")
_REPEATS = ("Cannot overwrite a value", "Cannot declare", "Duplicate inline table key")
_BARE_TEXT = re.compile(r"""=\s*+(?!true\b|false\b)([0-9.]*\s*[^\W\d][^"'\[\]{}#,=]*?)\s*(?:#|$)""")
MAX_EXCERPT = 72


def read_session(path: str | PathLike[str]) -> Session:
    """The session of a file. Raises SessionError with every problem found."""
    session, problems = _read(path)
    if session is None or problems:
        raise SessionError(path, problems)
    return session


def read_with_data(path: str | PathLike[str]) -> tuple[Session, bytes]:
    """As `read_session`, with the bytes of the file. Raises SessionError."""
    try:
        data = read_bytes(path)
        return parse_session(decode(data), path), data
    except SourceError as error:
        raise SessionError(path, [error.problem]) from error


def check_session(path: str | PathLike[str]) -> list[Problem]:
    """What is wrong with a session file; nothing where it is sound."""
    return list(_read(path)[1])


def parse_session(text: str, path: str | PathLike[str] = "session") -> Session:
    """The session of a text that is not (yet) in a file; `path` is what the SessionError calls it."""
    session, problems = _parse(text)
    if session is None or problems:
        raise SessionError(path, problems)
    return session


def _read(path: str | PathLike[str]) -> tuple[Session | None, tuple[Problem, ...]]:
    try:
        text = decode(read_bytes(path))
    except SourceError as error:
        return None, (error.problem,)
    return _parse(text)


def _parse(text: str) -> tuple[Session | None, tuple[Problem, ...]]:
    try:
        places = find_places(text)
    except TooMuchError as error:
        return None, (Problem(sentence("{what}: no session file", what=error.args[0]), error.line),)
    document, syntax = _document(text, places)
    report = Report(places, document)
    for repeat in places.repeats:
        report.add(repeat.path, _told(repeat), repeat.line)
    if syntax is not None:
        return None, tuple(sorted((*report.problems(), syntax), key=lambda problem: problem.line or 0))
    session = _Assembly(document, report).session()
    return session, report.problems()


# -- the text is TOML


def _document(text: str, places: Places) -> tuple[dict[str, Any], Problem | None]:
    """The values, or what keeps the text from being TOML where that is more than a key that stands twice."""
    try:
        return tomllib.loads(_without(text, places.repeats)), None
    except (ValueError, RecursionError) as error:
        if places.repeats and str(error).startswith(_REPEATS):
            return {}, None
        return {}, _syntax(str(error), text)


def _without(text: str, repeats: list[Repeat]) -> str:
    """`text` with the repeats blanked out that can be; every line stays where it is."""
    pieces, at = [], 0
    for repeat in repeats:
        if repeat.span is not None:
            start, end = repeat.span
            pieces += [text[at:start], "\n" * text.count("\n", start, end)]
            at = end
    return "".join((*pieces, text[at:]))


def _syntax(message: str, text: str) -> Problem:
    if long := _LONG_INTEGER.search(text):  # Python's own words for it speak to programmers, and say no line
        return Problem(sentence("not TOML: an integer of thousands of digits"), text.count("\n", 0, long.start()) + 1)
    position = _POSITION.search(message)
    lines = text.split("\n")
    if position is None or position[1] is None:
        line = len(lines) - (not lines[-1] and len(lines) > 1)
        if position is None:
            return Problem(sentence("not TOML: {why}", why=printable(message)), line)
        why = printable(message[: position.start()])
        return Problem(sentence("not TOML: {why} at the end of the file", why=why), line)
    line, column = int(position[1]), int(position[2])
    excerpt = printable(lines[line - 1].strip())[:MAX_EXCERPT]
    reason = printable(message[: position.start()])
    bare = _BARE_TEXT.search(lines[line - 1][:MAX_EXCERPT])
    told = sentence("not TOML: {why}, at column {column} of: {text}", why=reason, column=column, text=excerpt)
    if bare:
        told = sentence("{problem} (a text stands in quotes: {example})", problem=told, example=quoted(bare[1]))
    return Problem(told, line)


def _told(repeat: Repeat) -> str:
    if repeat.path not in (("device",), ("plot",)):
        return sentence("stands here again, after line {line}", line=repeat.first_line)
    return sentence(
        "stands here again, after line {line}: tables of which there are several have two brackets, {example}",
        line=repeat.first_line,
        example=f"[[{repeat.path[0]}]]",
    )


# -- the values are a session


class _Assembly:
    """One document made into a Session; what is wrong goes to the report."""

    def __init__(self, document: dict[str, Any], report: Report) -> None:
        self._document = document
        self._report = report
        self._typed = TypedCheck(report)

    def session(self) -> Session | None:
        if self._is_newer():
            return None
        for key in self._document:
            if key not in SECTIONS and not self._report.full:
                self._report.add((key,), unknown_key(key, list(SECTIONS), ()))
        words = self._session_words()
        checks = DeviceCheck(self._typed, self._report)
        transport = "gui" if words is None else words.transport
        devices = [checks.device(table, path, transport) for path, table in self._tables("device", MAX_DEVICES)]
        plots = [self._plot(table, path, checks.channels) for path, table in self._tables("plot", MAX_PLOTS)]
        if words is None or self._report.count:
            return None
        return Session(
            title=words.title,
            transport=words.transport,
            refresh_hz=words.refresh_hz,
            history=words.history,
            history_bytes=words.history_bytes,
            devices=tuple(device for device in devices if device is not None),
            plots=tuple(plot for plot in plots if plot is not None),
        )

    def _is_newer(self) -> bool:
        """Whether a later version wrote the file: then nothing else that seems wrong with it is worth a word."""
        section = self._document.get("session")
        version = section.get("version") if isinstance(section, dict) else None
        if not isinstance(version, int) or version <= VERSION:
            return False
        newer = sentence(
            "this file is of version {version}, and this version of Quintet reads version {known}: it needs a newer "
            "Quintet",
            version=shown(version),
            known=VERSION,
        )
        self._report.add(("session", "version"), newer)
        return True

    def _session_words(self) -> SessionWords | None:
        value = self._document.get("session", {})
        if not isinstance(value, dict):
            self._report.add(("session",), expected(sentence("one table, [session] in single brackets"), value))
            return None
        made = self._typed.struct(SessionWords, value, ("session",))
        return made if isinstance(made, SessionWords) else None

    def _tables(self, kind: str, most: int) -> list[tuple[Path, object]]:
        value = self._document.get(kind, [])
        if not isinstance(value, list):
            what = sentence("{example} in double brackets", example=f"[[{kind}]]")
            self._report.add((kind,), expected(what, value))
            return []
        if len(value) > most:
            told = sentence("more than {most} of {kind}: {seen}", most=most, kind=f"[[{kind}]]", seen=len(value))
            self._report.add((kind, most), told)
        return [((kind, index), table) for index, table in enumerate(value[:most])]

    def _plot(self, table: object, path: Path, channels: Mapping[str, Named]) -> PlotOptions | None:
        if not isinstance(table, dict):
            self._report.add(path, expected(sentence("a table"), table))
            return None
        values = self._typed.fields(PlotWords, table, path)
        for index, channel in enumerate(_texts(values.get("channels"))):
            check_plot_channel(channel, channels, (*path, "channels", index), self._report)
        check_range(values.get("range"), (*path, "range"), self._report)
        check_ranges(values.get("ranges"), (*path, "ranges"), self._report)
        return None if self._report.count else PlotOptions(**values)


def _texts(channels: object) -> tuple[str, ...]:
    return channels if isinstance(channels, tuple) else ()
