"""Finds sections of the help by words, pure of widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ui.help.pages import Page


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in the help: a chapter (`heading` is then its title, `within` empty) or a section of one."""

    chapter: str
    anchor: str
    heading: str
    within: str = ""

    def __str__(self) -> str:
        return f"{self.heading}, {self.within}" if self.within else self.heading


def contents(pages: Mapping[str, Page]) -> list[Hit]:
    """All chapters."""
    return [Hit(name, "", page.title) for name, page in pages.items()]


def found(typed: str, pages: Mapping[str, Page]) -> list[Hit]:
    """The sections in which each of the words stands somewhere; those whose headings have them come first."""
    asked = typed.casefold().split()
    ranked = []
    for name, page in pages.items():
        for number, section in enumerate(page.sections):
            heading = section.heading.casefold()
            whole = f"{heading} {section.anchor} {section.words.casefold()}"
            if all(word in whole for word in asked):
                within = page.title if number else ""
                missing = sum(word not in heading for word in asked)
                ranked.append((missing, Hit(name, section.anchor, section.heading, within)))
    ranked.sort(key=lambda each: each[0])
    return [hit for _, hit in ranked]
