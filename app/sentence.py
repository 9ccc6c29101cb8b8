"""Sentences that the core says and a window may say in another language.

The core knows no Qt and no language. What it says is an English text, as ever; a Sentence is that text, and remembers
of what it was made, so that a window can translate the template and put the values in again (`ui.translate.told`).
Whoever does not care treats it as the str that it is: compares, logs, writes it into a report. Qt makes a plain str
of it where a signal says `str`, so those that carry sentences say `object`; msgspec asks its hook (`enc_hook=str`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable


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

    def with_values(self, change: Callable[[str], str]) -> Sentence:
        """The same of other texts."""
        changed = {name: change(value) if isinstance(value, str) else value for name, value in self.values.items()}
        return Sentence(self.template, **changed)

    def __deepcopy__(self, _known: object) -> Sentence:
        return self  # never changes

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (str(self),)  # elsewhere it is a text


def sentence(template: str, **values: object) -> Sentence:
    """The template with its values. The template is a literal, so that translators find it."""
    return Sentence(template, **values)


def numbered(count: int, one: str, many: str, **values: object) -> Sentence:
    """`one` where the count is 1, else `many`: two sentences, since a language has more than an "s" for that. Both are
    literals; `count` is a value of either."""
    return Sentence(one if count == 1 else many, count=count, **values)


def joined(separator: str, parts: Iterable[str]) -> Sentence:
    """Parts beside each other, each of which may be a sentence. The separator is no word: ", " or "; "."""
    values: dict[str, object] = {f"part{place}": part for place, part in enumerate(parts)}
    return Sentence(separator.join(f"{{{name}}}" for name in values), **values)
