"""One device by itself, in the words of the file: what a form shows and checks before there is a line in a file."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from app.sentence import sentence
from app.session.devices import DeviceCheck
from app.session.places import Places
from app.session.problems import Problem, quoted
from app.session.report import Report
from app.session.schema import DeviceOptions, Session, Transport
from app.session.typed import TypedCheck
from app.session.writing import session_text


def device_words(device: DeviceOptions) -> dict[str, Any]:
    """The device as the values that a file would have; `check_device` makes an equal one of them."""
    words: dict[str, Any] = tomllib.loads(session_text(Session(devices=(device,))))["device"][0]
    return words


def check_device(
    table: Mapping[str, Any], taken: Collection[str] = (), transport: Transport = "gui"
) -> tuple[DeviceOptions | None, tuple[Problem, ...]]:
    """The device that these words mean, or what is wrong with them; `key` of a problem says which word.

    `taken`: the names of the session's other devices. `transport`: the session's, for a device without its own.
    """
    document = {"device": [dict(table)]}
    report = Report(Places(), document)
    device = DeviceCheck(TypedCheck(report), report).device(document["device"][0], ("device", 0), transport)
    other = _alike(table.get("name"), taken)
    if other is not None:
        taken = sentence("another device of this session is called {name} already", name=quoted(other))
        report.add(("device", 0, "name"), taken)
    return (None if report.count else device), report.problems()


def free_name(name: str, taken: Collection[str]) -> str:
    """`name`, or the first of "name 2", "name 3"... that no other device has."""
    base, _, number = name.rpartition(" ")
    stem = base if base and number.isascii() and number.isdigit() else name
    free, count = name, 2
    while _alike(free, taken) is not None:
        free, count = f"{stem} {count}", count + 1
    return free


def _alike(name: object, taken: Collection[str]) -> str | None:
    """The one of `taken` that is the same name: upper and lower case are, as in the session's own check."""
    folded = _folded(name) if isinstance(name, str) else None
    return next((other for other in taken if _folded(other) == folded), None)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
