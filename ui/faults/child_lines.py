"""Cuts what a child process writes into lines. Pure. Bounded: a line without an end is dropped, and that is told."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 64 << 10  # bytes; the longest event is the totals of five devices, a few hundred bytes each


@dataclass(frozen=True, slots=True)
class TooLong:
    """A line of more than LONGEST bytes was dropped."""


class ChildLines:
    """`feed` in any pieces."""

    def __init__(self, longest: int = LONGEST) -> None:
        self._longest = longest
        self._rest = b""
        self._drops = False  # until the end of the line that is too long

    def feed(self, data: bytes) -> list[bytes | TooLong]:
        """The lines that are complete now, without their ends; empty ones are left out."""
        *ended, rest = data.split(b"\n")
        found: list[bytes | TooLong] = []
        for piece in ended:
            line, self._rest = self._rest + piece, b""
            if self._drops:
                self._drops = False
            elif len(line) > self._longest:
                found.append(TooLong())
            elif line.strip():
                found.append(line)
        self._keep(rest, found)
        return found

    def _keep(self, rest: bytes, found: list[bytes | TooLong]) -> None:
        if self._drops:
            return
        self._rest += rest
        if len(self._rest) > self._longest:
            self._rest, self._drops = b"", True
            found.append(TooLong())
