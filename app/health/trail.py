"""The way of one device's chunks, from known empty to painted, collected as they go it.

Goals: every chunk is given out once, in order, when its way has ended; the cost a chunk stays below that of a slot
call; memory stays bounded whoever looks or does not look.

Plan. The chunks that a pipeline stores at once share the moment of it, and nothing of theirs can be painted earlier or
later than the rest: they are one block, and stored, drawn and painted are marks on blocks. A chunk costs a few numbers
appended to arrays; all else is a block's cost, and numpy sees the numbers only when they are taken.

    stored ──► waiting ──drawn──► on their way to the screen ──painted──► done ──► take
                  └── no window paints, or too many wait: done at once, painted UNKNOWN ──┘

Where no window paints (none there, hidden, minimised, the view paused) a way ends in the history. That is judged when
the chunks are stored and when the painting stops, never later: what was stored behind a paused view is not "painted
after ten minutes" when the view goes on.

Bounds: MAX_CHUNKS wait for the paint; older ones are done unpainted. MAX_DONE are done and not taken; beyond it the
oldest are forgotten, and counted: a second of 40-byte chunks fits, so it happens only where nobody takes.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.health.sent import SentByRead
from app.health.stamps import UNKNOWN, Int64Array, Stamps
from app.stream import Chunk

MAX_CHUNKS = 1 << 16  # 2.6 MB; a minute of 1 000 chunks a second behind a window that does not get to paint
MAX_DONE = 2 * MAX_CHUNKS


@dataclass(slots=True)
class _Block:
    """Chunks that were stored at once; a number a chunk in each array."""

    sizes: array[int]
    backlog: array[int]
    known_empty_ns: array[int]
    read_ns: array[int]
    received_ns: array[int]
    stored_ns: int
    sent: Sequence[SentByRead]
    painted_ns: int = UNKNOWN

    def __len__(self) -> int:
        return len(self.sizes)


class Trail:
    """See the module. All times on one clock.

    Attributes:
        forgotten: chunks that were done and taken by nobody in time.
    """

    def __init__(self) -> None:
        self.forgotten = 0
        self._paints = False
        self._waiting: deque[_Block] = deque()  # for the paint, oldest first
        self._waiting_chunks = 0
        self._drawn = 0  # blocks of them that are on their way to the screen
        self._done: deque[_Block] = deque()
        self._done_chunks = 0

    # -- the chunks' way

    def stored(
        self, chunks: Sequence[Chunk], received_ns: array[int], stored_ns: int, sent: Sequence[SentByRead] = ()
    ) -> None:
        """These chunks, received at these times, are in the history. `sent`: what their rows say of their sending."""
        if not chunks:
            return
        block = _Block(
            array("q", [len(c.data) for c in chunks]),
            array("q", [UNKNOWN if c.backlog is None else c.backlog for c in chunks]),
            array("q", [c.known_empty_ns for c in chunks]),
            array("q", [c.read_ns for c in chunks]),
            received_ns,
            stored_ns,
            sent,
        )
        self._waiting.append(block)
        self._waiting_chunks += len(block)
        if not self._paints:
            self._give_up(0)
        elif self._waiting_chunks > MAX_CHUNKS:
            self._give_up(MAX_CHUNKS)

    @property
    def paints(self) -> bool:
        """Whether a window shows what is stored; else a chunk's way ends in the history."""
        return self._paints

    @paints.setter
    def paints(self, paints: bool) -> None:
        self._paints = paints
        if not paints:
            self._give_up(0)

    def drawn(self) -> None:
        """All that is stored is drawn, and will be on the screen with the next paint."""
        self._drawn = len(self._waiting)

    def painted(self, painted_ns: int) -> None:
        """The window was painted: what was drawn before can be seen."""
        for _ in range(self._drawn):
            self._finish(painted_ns)
        self._drawn = 0

    def _give_up(self, most: int) -> None:
        """Of those that wait for the paint keep `most` chunks."""
        while self._waiting_chunks > most:
            self._finish(UNKNOWN)
            self._drawn = max(0, self._drawn - 1)

    def _finish(self, painted_ns: int) -> None:
        block = self._waiting.popleft()
        block.painted_ns = painted_ns
        self._waiting_chunks -= len(block)
        self._done.append(block)
        self._done_chunks += len(block)
        while self._done_chunks > MAX_DONE and len(self._done) > 1:
            lost = len(self._done.popleft())
            self._done_chunks -= lost
            self.forgotten += lost

    # -- given out

    def take(self) -> Stamps:
        """The chunks whose way has ended since the last call, in the order of their reading."""
        done, self._done, self._done_chunks = self._done, deque(), 0
        counts = [len(block) for block in done]
        read_ns = _joined([block.read_ns for block in done])
        return Stamps(
            sizes=_joined([block.sizes for block in done]),
            backlog=_joined([block.backlog for block in done]),
            sent_ns=_sent_ns(read_ns, [pair for block in done for pair in block.sent]),
            known_empty_ns=_joined([block.known_empty_ns for block in done]),
            read_ns=read_ns,
            received_ns=_joined([block.received_ns for block in done]),
            stored_ns=np.repeat(np.array([block.stored_ns for block in done], np.int64), counts),
            painted_ns=np.repeat(np.array([block.painted_ns for block in done], np.int64), counts),
        )

    def __len__(self) -> int:
        """Chunks that are kept here."""
        return self._waiting_chunks + self._done_chunks


def _joined(columns: Sequence[array[int]]) -> Int64Array:
    whole = array("q")
    for column in columns:
        whole.extend(column)
    return np.array(whole, np.int64)


def _sent_ns(read_ns: Int64Array, sent: Sequence[SentByRead]) -> Int64Array:
    """When the newest row of each chunk was sent: rows know the read that brought their last byte, and so does a
    chunk. A chunk in which no row ends has none."""
    newest = np.full(len(read_ns), UNKNOWN, np.int64)
    if not sent or not len(read_ns):
        return newest
    reads = np.concatenate([pair[0] for pair in sent])
    times = np.concatenate([pair[1] for pair in sent])
    places = np.minimum(np.searchsorted(read_ns, reads), len(read_ns) - 1)
    known = read_ns[places] == reads
    np.maximum.at(newest, places[known], times[known])
    return newest
