"""Many lines of numbers at once: they become one flat JSON array, which simdjson reads faster than anything else.

Lines joined with "," are the inside of a JSON array; the array's doubles are the table, row by row. What proves that
they are: every line has exactly its separators between its own ends (a sum alone would take 5 + 7 cells for 6 + 6),
and there are as many doubles as cells. JSON's numbers are a part of what Python's float takes, with the same values,
so whatever is read here would read the same cell by cell. Whatever is not (a word, an empty cell, `nan`, `+1`, `.5`,
`007`, an integer beyond 64 bits, a bracket, a header, a comment) makes the whole stretch go the slow way.

Cost: 60 % of it is simdjson's own.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import simdjson

from app.decoding.lines import Text
from app.stream import FEW

Float64Array = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]
BLANK = 32


class NumberLines:
    """Reads stretches of lines whose cells are all numbers. `separator` b"" stands for runs of blanks."""

    def __init__(self, separator: bytes) -> None:
        self._separator = separator
        self._parser = simdjson.Parser()

    def table(self, text: Text, width: int) -> Float64Array | None:
        """float64[lines, width], or None where a line is not `width` plain numbers."""
        if b"[" in text.data or (self._separator != b"," and b"," in text.data):
            return None
        if not self._every_line_has(text, width):
            return None
        values = self._numbers(self._commas(text))
        count = len(text.starts)
        return values.reshape(count, width) if values is not None and len(values) == count * width else None

    def _every_line_has(self, text: Text, width: int) -> bool:
        if self._separator and len(text.starts) <= FEW:
            lines = text.data.split(text.delimiter)
            return len(lines) == len(text.starts) and {line.count(self._separator) for line in lines} == {width - 1}
        data = np.frombuffer(text.data, np.uint8)
        if self._separator:
            return _each_line_holds(data == ord(self._separator), width - 1, text)
        begins = data > BLANK
        begins[1:] &= data[:-1] <= BLANK
        return _each_line_holds(begins, width, text)

    def _commas(self, text: Text) -> bytes:
        """The lines with commas between all cells."""
        if not self._separator:
            return b",".join(text.data.split())
        data = text.data if self._separator == b"," else text.data.replace(self._separator, b",")
        return data.replace(text.delimiter, b",") if len(text.starts) > 1 else data

    def _numbers(self, cells: bytes) -> Float64Array | None:
        array = None
        try:
            array = self._parser.parse(b"[%b]" % cells)
            assert isinstance(array, simdjson.Array)
            return np.frombuffer(array.as_buffer(of_type="d"), np.float64)
        except (ValueError, TypeError):  # no JSON; JSON, but not of numbers
            return None
        finally:
            del array  # simdjson reuses its memory once nobody holds the document


def _each_line_holds(marks: BoolArray, each: int, text: Text) -> bool:
    """Whether `each` of the marked bytes are in every line.

    The sums by line wrap around at 256, which is the fastest that numpy adds: no matter, since a line with 256 more
    than its due would need others with as many less than theirs for the total to be right, and they have not so many.
    """
    if int(np.count_nonzero(marks)) != each * len(text.starts) or int(text.starts[-1]) >= len(marks):
        return False
    narrow = np.uint8 if each < 256 else np.uint16
    sums = np.add.reduceat(marks.view(np.uint8), text.starts, dtype=narrow)
    return bool((sums == each).all())
