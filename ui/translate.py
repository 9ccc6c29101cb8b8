"""The one way from a sentence in the code to the reader's language.

Sentences stand in the code in English, whole, with their values as `str.format` fields: `tr("{count} samples").format(
count=5)`. Nothing is glued together of parts, since other languages order them otherwise, and nothing is translated
before it is shown: a constant at the top of a module would be made before the language is known.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.sentence import Sentence

CONTEXT = "quintet"  # one for all: the same sentence is said once


def marked(text: str) -> str:
    """`text` as it stands, known to those who translate: for a constant that `tr` is given later, where it is shown."""
    return text


def tr(text: str) -> str:
    """`text` in the language of the window; as it stands where there is no translation of it."""
    return QCoreApplication.translate(CONTEXT, text)


def told(text: str) -> str:
    """What the core says, in the language of the window: a Sentence's template is translated and its values are put
    in again; any other text is a constant of the core's or a name, and is looked up as it stands."""
    if not isinstance(text, Sentence):
        return tr(text) if text.isprintable() else text  # Qt ends a text at a NUL, and has no half characters
    values = {name: told(value) if isinstance(value, Sentence) else value for name, value in text.values.items()}
    return tr(text.template).format(**values)


def told_inside(text: str) -> str:
    """As `told`, inside a sentence: English goes on there with a small letter, another language may have a noun."""
    said = told(text)
    return said[:1].lower() + said[1:] if said == text else said
