"""The pages of the help as text: markdown with names for headings, cut into the sections that a search finds.

    ## The device is silent {#silent}

is a heading that links can lead to, as `findings#silent`; a heading without a name has none, and the names are the same
in every language. Where a language has no page of a chapter the English one is shown. In the page of keys the line
KEYS stands for what the actions of the window say of themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ui.translate import marked

KEYS = "{{keys}}"
LANGUAGE = marked("en")  # translated: the language of the catalogue, and the folder of its pages
_HEADING = re.compile(r"^(#{1,6}) (.*?)(?: \{#([\w-]+)\})?$")
_FENCE = "```"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, the name that leads to it ("" for none), and the plain words below it."""

    heading: str
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Page:
    """`text`: markdown without the names of headings; `sections`: in the order of the headings, one each."""

    text: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        return self.sections[0].heading if self.sections else ""

    @property
    def anchors(self) -> tuple[str, ...]:
        return tuple(section.anchor for section in self.sections if section.anchor)


@cache
def source(chapter: str, language: str = LANGUAGE) -> str:
    """The page's file as it stands. Raises FileNotFoundError."""
    folder = files("resources") / "help"
    own = folder / language / f"{chapter}.md"
    return (own if own.is_file() else folder / f"{chapter}.md").read_text(encoding="utf-8")


def read_page(markdown: str) -> Page:
    lines = list(_lines(markdown))
    text = "\n".join(f"{mark} {words}" if mark else words for mark, words, _ in lines)
    return Page(text, tuple(_sections(lines)))


def split_target(target: str) -> tuple[str, str]:
    """ "findings#silent": a chapter, and the name of a heading in it or ""."""
    chapter, _, anchor = target.partition("#")
    return chapter, anchor


def _lines(markdown: str) -> Iterator[tuple[str, str, str]]:
    """(the heading's mark or "", the line, its name or "")"""
    is_code = False
    for line in markdown.splitlines():
        is_code ^= line.startswith(_FENCE)
        found = None if is_code else _HEADING.match(line)
        yield (found[1], found[2], found[3] or "") if found else ("", line, "")


def _sections(lines: list[tuple[str, str, str]]) -> Iterator[Section]:
    heading, anchor, words = "", "", list[str]()
    for mark, line, name in lines:
        if not mark:
            words.append(line)
            continue
        if heading:
            yield Section(heading, anchor, _plain(words))
        heading, anchor, words = line, name, []
    if heading:
        yield Section(heading, anchor, _plain(words))


def _plain(lines: list[str]) -> str:
    """Without the marks of markdown, on one line."""
    text = re.sub(r"\]\([^)]*\)", "", " ".join(lines))
    return " ".join(re.sub(r"[`*|\[]|```\w*|-{3,}", " ", text).split())
