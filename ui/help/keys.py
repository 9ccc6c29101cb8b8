"""The keys of the window as markdown: told by the actions themselves, so that the page cannot say what is not so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtGui import QAction, QKeySequence

from ui.menus import plain_title
from ui.palette.entries import BETWEEN
from ui.plain import plain

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def keys_markdown(actions: Iterable[tuple[tuple[str, ...], QAction]]) -> str:
    """A table for each menu, its actions in their order; those without keys are in the menus alone."""
    tables: dict[str, list[str]] = {}
    for path, action in actions:
        keys = ", ".join(_shown(action))
        if keys and action.isVisible():
            what = BETWEEN.join((*path[1:], plain_title(action.text()).rstrip("…")))
            tables.setdefault(path[0], []).append(f"| {_escaped(keys)} | {_escaped(plain(what, 120))} |")
    return "\n\n".join(
        f"## {_escaped(menu)}\n\n| | |\n| --- | --- |\n" + "\n".join(rows) for menu, rows in tables.items()
    )


def _shown(action: QAction) -> Iterator[str]:
    for sequence in action.shortcuts():
        yield sequence.toString(QKeySequence.SequenceFormat.NativeText)


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
