"""Runs of frames of one length, each behind its sync word, judged all at once.

A device sends one structure, so a sound stream is long runs of equal frames. Judged one by one they cost 1.5 us each,
and 65 000 a second would take a tenth of the processor. Here the frames are the rows of a matrix: heads are compared
and checksums computed column by column, at some 100 ns a frame.

Bound of the work. Rows are looked at in pieces that grow, so that a run costs what it is long. A length has to come
RUN_WORTH times in a row before it is tried, and tables are made for MOST_LENGTHS lengths only, since a hostile device
could have them made anew with every few frames. Longer frames than LONGEST are few, and judged one by one.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from app.framing.checksums import Checksum, RowsChecksum

UInt8Array = npt.NDArray[np.uint8]
BoolArray = npt.NDArray[np.bool_]

RUN_WORTH = 16  # equal frames in a row that make a look for more pay: it costs about as much as judging these
LONGEST = 256  # bytes of a frame on the wire: a table of up to 256 KiB
MOST_LENGTHS = 4
FIRST_LOOK = 64  # frames judged at once to begin with, then GROWTH times as many, at most MOST_LOOK
GROWTH = 8
MOST_LOOK = 4096  # the columns of that many stay in the second-level cache


class Runs:
    """Finds how far a run of sound frames goes. `head` bytes are the sync word and the length."""

    def __init__(self, word: int, head: int, order: str, checksum: Checksum | None) -> None:
        self._word = word
        self._head = head
        self._checksum = checksum
        self._trailer = np.dtype(f"{order}u{checksum.size}") if checksum is not None else None
        self._rows_checksums: dict[int, RowsChecksum] = {}

    def length(self, window: memoryview, position: int, wire: int) -> int:
        """How many frames of `wire` bytes from `position` on are sound, itself included, which is known to be."""
        most = (len(window) - position) // wire
        if most < RUN_WORTH or wire > LONGEST or not self._is_prepared(wire):
            return 1
        rows = np.ndarray((most, wire), np.uint8, window, position)
        sound, look = 1, FIRST_LOOK
        while sound < most:
            bad = self._unsound(rows[sound : sound + look], rows[0])
            first = int(bad.argmax())
            if bad[first]:
                return sound + first
            sound += len(bad)
            look = min(look * GROWTH, MOST_LOOK)
        return most

    def _is_prepared(self, wire: int) -> bool:
        if self._checksum is None or wire in self._rows_checksums:
            return True
        if len(self._rows_checksums) >= MOST_LENGTHS:
            return False
        covered = wire - self._word - self._checksum.size
        self._rows_checksums[wire] = RowsChecksum(self._checksum, covered)
        return True

    def _unsound(self, rows: UInt8Array, model: UInt8Array) -> BoolArray:
        """bool[n]: another word, another length, or a checksum that does not hold."""
        bad: BoolArray = np.zeros(len(rows), np.bool_)
        for column in range(self._head):
            bad |= rows[:, column] != model[column]
        if self._trailer is not None:
            stop = rows.shape[1] - self._trailer.itemsize
            computed = self._rows_checksums[rows.shape[1]].of(rows[:, self._word : stop])
            bad |= computed != rows[:, stop:].copy().view(self._trailer)[:, 0]
        return bad
