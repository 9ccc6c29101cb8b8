"""A stream in which every byte can be checked: 64-bit counters, little-endian, from 0 without a gap.

Its end is two words: END, and how many counters there were, so that bytes which are missing from the tail count too.

`Check` takes pieces cut anywhere, and compares whole pieces with numpy; only what does not fit is looked at one by one:
it searches the place from which on counters count again. What was jumped over is lost, what comes again is repeated,
and bytes that belong to no counter are torn. Bytes that changed places show as lost and as repeated.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

WORD = 8
END = 2**64 - 1
_MOST_WORDS = 1 << 17  # compared at once: 1 MiB, more than a link delivers in a turn

_ramp: npt.NDArray[np.uint64] = np.arange(_MOST_WORDS, dtype=np.uint64)


def counters(first: int, count: int) -> bytes:
    """So many of them, from `first` on."""
    return np.arange(first, first + count, dtype="<u8").tobytes()


def end_of(count: int) -> bytes:
    """What follows the last of `count` counters."""
    return np.array([END, count], "<u8").tobytes()


class Check:
    """Reads one stream.

    Attributes:
        lost, repeated, torn: bytes.
        received: bytes in all.
        is_over: its end has come.
    """

    def __init__(self) -> None:
        self.lost = self.repeated = self.torn = self.received = 0
        self.is_over = False
        self._expected = 0
        self._rest = b""

    @property
    def wrong(self) -> int:
        return self.lost + self.repeated + self.torn

    def feed(self, data: memoryview | bytes) -> None:
        self.received += len(data)
        rest = self._rest + bytes(data)
        while rest and (taken := self._take(rest)):
            rest = rest[taken:]
        self._rest = rest

    def _take(self, data: bytes) -> int:
        """Check from the start of `data` as far as it fits, or over one fault; how many bytes that was."""
        if self.is_over:
            self.torn += len(data)  # nothing can follow the end
            return len(data)
        if len(data) < WORD:
            return 0
        words = np.frombuffer(data, "<u8", min(len(data) // WORD, _MOST_WORDS))
        good = _length_of_agreement(words, self._expected)
        self._expected += good
        if good:
            return good * WORD
        return self._end(words) if words[0] == END else self._search(data)

    def _end(self, words: npt.NDArray[np.uint64]) -> int:
        if len(words) < 2:
            return 0  # the other half of the end is still to come
        self._jump(int(words[1]))
        self.is_over = True
        return 2 * WORD

    def _search(self, data: bytes) -> int:
        """Go on at the first place where two words follow one another."""
        for at in range(len(data) - 2 * WORD + 1):
            first, second = np.frombuffer(data, "<u8", 2, at).tolist()
            if second == first + 1 or (first == END and at):
                self.torn += at
                if first != END:
                    self._jump(first)
                return at or self._take(data)
        kept = 2 * WORD - 1  # the place may begin in these
        taken = max(0, len(data) - kept)
        self.torn += taken
        return taken

    def _jump(self, counter: int) -> None:
        ahead = (counter - self._expected) * WORD
        self.lost += max(0, ahead)
        self.repeated += max(0, -ahead)
        self._expected = counter


def _length_of_agreement(words: npt.NDArray[np.uint64], expected: int) -> int:
    """How many words count on from `expected`."""
    differs = words != _ramp[: len(words)] + np.uint64(expected)
    return int(np.argmax(differs)) if differs.any() else len(words)
