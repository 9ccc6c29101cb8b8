"""Sentences that the core says and a window may say in another language.

The core knows no Qt and no language. What it says is an English text, as ever; a Sentence is that text, and remembers
of what it was made, so that a window can translate the template and put the values in again (`ui.translate.told`).
Whoever does not care treats it as the str that it is: compares, logs, writes it into a report.
"""

from __future__ import annotations


class Sentence(str):
    """Attributes: template, a whole sentence with `str.format` fields; values, by the names of the fields, texts and
    numbers already rounded, or sentences themselves."""

    __slots__ = ("template", "values")

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, **values: object) -> Sentence:
        made = super().__new__(cls, template.format(**values))
        made.template, made.values = template, values
        return made


def sentence(template: str, **values: object) -> Sentence:
    """The template with its values. The template is a literal, so that translators find it."""
    return Sentence(template, **values)
