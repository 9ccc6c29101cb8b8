"""Frames with a sync word in front, a length, a payload and a checksum.

    word | length | payload | checksum

Goals: after any damage the next good frame is found and no good frame is lost to a false sync word; nothing is handed
on that fails its checksum; the work is linear in the bytes, with hostile input too; what is counted does not depend
on how the bytes were cut into chunks.

Plan: in a sound stream frame follows frame and nothing is searched; equal frames in a row are judged all at once
(sync_runs.py). Where the word is missing, it is searched for
and what lies before it is discarded as `resync`. A candidate whose length is impossible or whose checksum fails
costs its first byte alone: the search goes on right behind it, since the next true word may lie within what the
false length claimed. The bytes that are then skipped count to the candidate's own reason as far as it reached.

Bound of the work: each byte is searched once, but candidates may overlap: a word every other byte, each with a length
of 64 KiB, would have 64 KiB checked for each two bytes. So failed checks draw on a credit, which grows with each byte
that is passed and is some megabytes to begin with. A candidate beyond the credit is not checked and counts
as failed (`too many sync words`). Damage in real streams comes nowhere near it.

What it leaves out: a false word with a long length holds back the frames behind it until that many bytes have come
(none is lost; `max_frame` bounds the delay). Without a checksum (`none`) a false word that is met while searching
invents a frame, and nobody can notice.
"""

from __future__ import annotations

import re
import struct

import numpy as np

from app.framing.arrivals import Arrivals
from app.framing.checksums import CHECKSUMS, Checksum
from app.framing.options import Sync
from app.framing.sync_runs import RUN_WORTH, Runs
from app.framing.tail import EMPTY, Tail
from app.health.counts import FramingCounts
from app.sentence import sentence
from app.stream import Chunk, Frames, Int64Array, Run

RESYNC = sentence("resync")
FAILED = sentence("checksum")
OVERSIZE = sentence("oversize")
UNCHECKED = sentence("too many sync words")
TRUNCATED = sentence("truncated at EOF")

CREDIT_PER_BYTE = 16  # bytes that failed checks may cost for each byte passed: a check is far cheaper than a search
MOST_CREDIT = 4 << 20  # bytes of failed checks at once, at least two longest frames: some ms

BYTE_ORDER = {"little": "<", "big": ">"}
UNSIGNED = {1: "B", 2: "H", 4: "I"}
Found = list[tuple[int, int, int]]  # good frames: (start, bytes on the wire, how many of these in a row)


class SyncFramer:
    detects_damage = True
    violation: str | None = None

    def __init__(self, options: Sync) -> None:
        order = BYTE_ORDER[options.order]
        self.counts = FramingCounts()
        self._word = options.word_bytes
        self._pattern = re.compile(re.escape(self._word))
        self._head = struct.Struct(f"{order}{len(self._word)}s{UNSIGNED[options.length_size]}")
        self._checksum: Checksum | None = CHECKSUMS.get(options.checksum)
        self._trailer = struct.Struct(order + UNSIGNED[self._checksum.size] if self._checksum else "")
        self._runs = Runs(len(self._word), self._head.size, order, self._checksum)
        self._most_credit = self._credit = 0
        self.set_bounds(options)
        self._tail = Tail()
        self._begin()

    def set_bounds(self, options: Sync) -> None:
        most = max(MOST_CREDIT, 2 * (self._head.size + options.max_frame + self._trailer.size))
        self._credit = min(self._credit + max(most - self._most_credit, 0), most)  # the next frame may need it all
        self._max_frame, self._most_credit = options.max_frame, most

    def _begin(self) -> None:
        """A new connection."""
        self._arrivals = Arrivals()
        self._passed = 0  # position in the connection's stream of the window's first byte
        self._blame: str = RESYNC  # why bytes of the window before `_blame_stop` are skipped, where they are
        self._blame_stop = 0
        self._credit = self._most_credit
        self._credited = 0  # position in the connection's stream up to which the credit has grown

    @property
    def pending(self) -> int:
        return len(self._tail)

    def feed(self, chunk: Chunk) -> Frames:
        self._arrivals.add(chunk)
        window = self._tail.extended(chunk.data)
        found: Found = []
        position = self._cut(window, 0, found)
        frames = self._frames(window, found)
        self._tail.drop(position)
        self._arrivals.forget(self._passed + position)
        self._passed += position
        self._blame_stop = max(self._blame_stop - position, 0)
        return frames

    def end(self) -> Frames:
        """The candidate that waits is truncated; there may be good frames within what its length claimed.

        Without a checksum nothing tells them from its payload, so they are not looked for.
        """
        window = self._tail.extended(EMPTY)
        found: Found = []
        position = 0
        while position < len(window):
            self._fail(TRUNCATED, len(window))
            if self._checksum is None:
                self._skip(position, len(window))
                break
            position = self._cut(window, self._seek(window, position, position + 1), found)
        frames = self._frames(window, found)
        self._tail.drop(len(window))
        self._begin()
        return frames

    def _cut(self, window: memoryview, position: int, found: Found) -> int:
        """Find good frames from `position` on; returns where the candidate starts that is not whole yet."""
        head, around, size = self._head.size, self._head.size + self._trailer.size, len(window)
        last, streak = 0, RUN_WORTH  # a feed begins in the middle of a run, most often
        while size - position >= head:
            word, length = self._head.unpack_from(window, position)
            if word != self._word:
                position = self._seek(window, position, position)
                continue
            stop = position + around + length
            if length > self._max_frame:
                self._fail(OVERSIZE, position + len(self._word))
            elif stop > size:
                return position
            elif self._is_sound(window, position, stop):
                wire = stop - position
                streak = streak + 1 if wire == last or not last else 0
                count, last = 1, wire
                if streak >= RUN_WORTH:
                    count, streak = self._runs.length(window, position, wire), 0
                found.append((position, wire, count))
                position, self._blame_stop = position + count * wire, 0
                continue
            position = self._seek(window, position, position + 1)
        return self._seek(window, position, position)

    def _is_sound(self, window: memoryview, start: int, stop: int) -> bool:
        """Whether the checksum holds; if not, the candidate is marked as failed."""
        if self._checksum is None:
            return True
        if stop - start > self._credit and not self._earn_credit(start, stop - start):
            self._fail(UNCHECKED, start + len(self._word))
            return False
        trailer = stop - self._checksum.size
        if (self._checksum.compute(window[start + len(self._word) : trailer]),) == self._trailer.unpack_from(
            window, trailer
        ):
            return True
        self._credit -= stop - start
        self._fail(FAILED, stop)
        return False

    def _earn_credit(self, position: int, wanted: int) -> bool:
        """Let the credit grow by what has been passed since it last did; whether it is enough now."""
        passed = self._passed + position
        self._credit = min(self._credit + CREDIT_PER_BYTE * (passed - self._credited), self._most_credit)
        self._credited = passed
        return self._credit >= wanted

    def _fail(self, reason: str, stop: int) -> None:
        """What is skipped before `stop` is skipped for `reason`, unless an earlier failure reaches as far."""
        if stop > self._blame_stop:
            self._blame, self._blame_stop = reason, stop

    def _seek(self, window: memoryview, position: int, first: int) -> int:
        """Skip from `position` to where a word begins, or may begin with the window's last bytes, from `first` on."""
        begin = self._next_word(window, first)
        self._skip(position, begin)
        return begin

    def _next_word(self, window: memoryview, first: int) -> int:
        match = self._pattern.search(window, first)
        if match is not None:
            return match.start()
        size = len(window)
        for begin in range(max(first, size - len(self._word) + 1), size):
            if window[begin:] == self._word[: size - begin]:
                return begin
        return size

    def _skip(self, position: int, stop: int) -> None:
        blamed = min(max(self._blame_stop, position), stop)
        self.counts.discard(self._blame, blamed - position)
        self.counts.discard(RESYNC, stop - blamed)

    def _frames(self, window: memoryview, found: Found) -> Frames:
        if not found:
            return Frames.none()
        head, around = self._head.size, self._head.size + self._trailer.size
        begins, wire = _one_by_one(found)
        stops = begins + wire
        self.counts.cut(len(begins), int(wire.sum()) - len(begins) * around, len(begins) * around)
        times = self._arrivals.times(stops + self._passed)
        if len(found) == 1:
            start, size, count = found[0]
            return Frames.of_run(window, Run(start + head, size - around, size, count), times)
        return Frames(window, begins + head, stops - self._trailer.size, wire, times)


def _one_by_one(found: Found) -> tuple[Int64Array, Int64Array]:
    """int64[n] each: where every frame starts, and its bytes on the wire."""
    starts, wire, counts = np.array(found, np.int64).T
    if len(counts) == (total := int(counts.sum())):
        return starts, wire
    wire = np.repeat(wire, counts)
    within = np.arange(total) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(starts, counts) + within * wire, wire
