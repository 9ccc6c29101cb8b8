"""Bytes for people: position, hex, text; sixteen or eight a line."""

from __future__ import annotations


def hexdump(data: bytes, start: int = 0, per_line: int = 16) -> str:
    """Classic three columns. `start` is the position of the first byte in its stream.

    Bytes outside printable ASCII show as "·", so that nothing in them can act on whoever shows the text.
    """
    width = len(f"{start + len(data):x}")
    lines = []
    for at in range(0, len(data), per_line):
        piece = data[at : at + per_line]
        text = "".join(chr(b) if 32 <= b < 127 else "·" for b in piece)
        lines.append(f"{start + at:0{max(width, 4)}x}  {piece.hex(' '):{per_line * 3 - 1}}  {text}")
    return "\n".join(lines)
