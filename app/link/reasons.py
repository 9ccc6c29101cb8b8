"""Why connections ended and attempts failed: counted in words. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from app.sentence import sentence

MAX_REASONS = 64  # different ones that are counted by name; a name server may invent addresses for ever
OTHER = sentence("(other reasons)")


class Reasons:
    """How often each came; `last` is the newest, "" where there is none."""

    def __init__(self) -> None:
        self.last = ""
        self._counts: Counter[str] = Counter()

    def note(self, reason: str) -> None:
        self.last = reason
        is_known = reason in self._counts or len(self._counts) < MAX_REASONS
        self._counts[reason if is_known else OTHER] += 1

    def counts(self) -> Mapping[str, int]:
        """A snapshot."""
        return MappingProxyType(dict(self._counts))
