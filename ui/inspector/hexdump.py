"""Bytes for people: position, hex, text; sixteen or eight a line."""

from __future__ import annotations


def hexdump(data: bytes, start: int = 0, per_line: int = 16) -> str:
    """Classic three columns. `start` is the position of the first byte in its stream.

    Bytes outside printable ASCII show as "·", so that nothing in them can act on whoever shows the text.
    """
    width = _digits(start + len(data))
    lines = []
    for at in range(0, len(data), per_line):
        piece = data[at : at + per_line]
        text = "".join(chr(b) if 32 <= b < 127 else "·" for b in piece)
        lines.append(f"{start + at:0{width}x}  {piece.hex(' '):{per_line * 3 - 1}}  {text}")
    return "\n".join(lines)


def columns(per_line: int, stop: int) -> int:
    """Characters of a line whose dump ends at position `stop`."""
    return _digits(stop) + 2 + 3 * per_line - 1 + 2 + per_line


def _digits(position: int) -> int:
    return max(4, len(f"{position:x}"))
