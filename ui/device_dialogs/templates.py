"""Devices to begin with, from resources/templates: a session of one [[device]] each; its comment says what for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from app.session.one_device import device_words
from app.session.reading import parse_session

ANYWHERE = "tcp://192.0.2."  # RFC 5737: an address of no device, where a template does not know one


@dataclass(frozen=True, slots=True)
class Template:
    """`words` as in `device_words`; without "link" where the device may be anywhere."""

    title: str
    about: str
    words: dict[str, object]


@cache
def templates() -> tuple[Template, ...]:
    """In the order in which they are shown, that of their files' numbers."""
    folder = files("resources") / "templates"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(_template(f.read_text(encoding="utf-8"), f.name) for f in found)


def _template(text: str, name: str) -> Template:
    session = parse_session(text, name)
    words = device_words(session.devices[0])
    if str(words["link"]).startswith(ANYWHERE):
        del words["link"]
    comment = text.partition("\n\n")[0]
    about = " ".join(line.removeprefix("#").strip() for line in comment.splitlines())
    return Template(session.title, about, words)
