"""Collects the problems of one session file while it is checked, and gives each its place in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.sentence import sentence
from app.session.places import Path, Places
from app.session.problems import Problem, printable, quoted

MAX_PROBLEMS = 100  # whoever has more than these has another kind of file; also bounds the time spent on words


class Report:
    """Problems by their path in the document. `full`: no more are taken, so none need to be looked for."""

    def __init__(self, places: Places, document: Mapping[str, Any]) -> None:
        self._places = places
        self._document = document
        self._problems: list[Problem] = []

    @property
    def count(self) -> int:
        return len(self._problems)

    @property
    def full(self) -> bool:
        return self.count >= MAX_PROBLEMS

    def add(self, path: Path, message: str, line: int | None = None) -> None:
        """`line`: where it is not that of `path`."""
        if not self.full:
            where, rest = self._where(path)
            self._problems.append(Problem(message, line or self._places.line(path), where, dotted(rest)))

    def line(self, path: Path) -> int | None:
        return self._places.line(path)

    def problems(self) -> tuple[Problem, ...]:
        """In the order of the file."""
        found = sorted(self._problems, key=lambda problem: problem.line or 0)
        if self.full:
            found.append(Problem(sentence("more than {most} problems; these are the first", most=MAX_PROBLEMS)))
        return tuple(found)

    def _where(self, path: Path) -> tuple[str, Path]:
        match path:
            case ("device" | "plot" as kind, int(index), *rest):
                return self._titled(str(kind), index), tuple(rest)
            case ("session", *rest):
                return sentence("session"), tuple(rest)
        return "", path

    def _titled(self, kind: str, index: int) -> str:
        """`device "imu"`, or `device 2` where it has no name of use."""
        try:
            title = self._document[kind][index]["name" if kind == "device" else "title"]
        except (LookupError, TypeError):
            title = None
        name = quoted(title) if isinstance(title, str) and title else str(index + 1)
        return sentence("device {name}", name=name) if kind == "device" else sentence("plot {name}", name=name)


def dotted(path: Path) -> str:
    """("fields", 1, "name") as `fields[1].name`; what is no plain key stands in quotes."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            plain = part.replace("-", "").replace("_", "").isalnum() and printable(part) == part and len(part) <= 64
            text += ("." if text else "") + (part if plain else quoted(part))
    return text
