"""A catalogue of translations: Qt's .ts, read and written so that it changes where sentences change and nowhere else.

One context for all (ui.translate), sentences by their text, no line numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.etree import ElementTree as tree
from xml.sax.saxutils import escape

from ui.translate import CONTEXT

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="{language}">\n'


def read(path: Path) -> dict[str, str]:
    """Sentences and their translations; "" where there is none yet."""
    if not path.exists():
        return {}
    messages = tree.parse(path).getroot().iter("message")
    return {message.findtext("source") or "": message.findtext("translation") or "" for message in messages}


def text(language: str, translations: Mapping[str, str], said_in: Mapping[str, Iterable[str]]) -> str:
    """The file's text; `said_in`: the files of each sentence, for those who translate."""
    parts = [HEAD.format(language=language), f"<context>\n    <name>{CONTEXT}</name>\n"]
    for sentence in sorted(translations):
        parts.append("    <message>\n")
        parts += [
            f'        <location filename="../../{escape(file)}"/>\n' for file in sorted(said_in.get(sentence, ()))
        ]
        translation = translations[sentence]
        state = "" if translation else ' type="unfinished"'
        parts.append(f"        <source>{escape(sentence)}</source>\n")
        parts.append(f"        <translation{state}>{escape(translation)}</translation>\n    </message>\n")
    return "".join([*parts, "</context>\n</TS>\n"])
