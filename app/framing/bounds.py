"""Which framings cut a stream at the same places and differ in their bounds alone.

A bound says how much is believed, and what is done where it is passed (`max_frame`, `on_violation`), or what is left
out where a connection begins (`first_frame`). No frame that was cut would have been cut otherwise; so what was made of
it stays true, and another bound can hold from the next byte on.
"""

from __future__ import annotations

import msgspec

from app.framing.options import FramingOptions, Line, Sync

BOUNDS = ("max_frame", "on_violation", "first_frame")


def cuts_alike(old: FramingOptions, new: FramingOptions) -> bool:
    """Whether `new` is `old` with other bounds, or spelled otherwise."""
    if type(old) is not type(new):
        return False
    words = [field.name for field in msgspec.structs.fields(old) if field.name not in BOUNDS]
    return all(_meant(old, word) == _meant(new, word) for word in words)


def _meant(framing: FramingOptions, word: str) -> object:
    match framing, word:
        case Line(), "delimiter":
            return framing.delimiter_bytes
        case Sync(), "word":
            return framing.word_bytes
    return getattr(framing, word)
