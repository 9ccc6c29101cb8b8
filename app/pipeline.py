"""One device's way from bytes to history: framer, decoder, tables, and the account of all three.

    feed(chunk)  takes, checks and counts; the bytes wait
    process()    cuts, decodes and stores what waits
    end(end)     the connection is over: process, close the framer, leave a gap with its cause

Cutting and decoding are vectorised, so their cost is a call, not a byte: small chunks wait until the next
refresh and are then taken together (facts: 2 400 slots a second cost more than all their decoding). Waiting is
bounded; past the bound `feed` processes at once, so that a flood never grows the heap.

The bound follows the cost. A quarter of a megabyte of good rows takes two to five ms, but of what has to be judged one
by one (a flood of empty lines, say) half a second, in which the window would stand still. So a batch begins small,
doubles while it takes less than half of BATCH_NS and is halved when it took longer.

Every receiver checks that a chunk is the one it expects, always: a byte lost between the socket and here, or
taken twice, is a failure of the ledger and is never repaired in silence.

How old the data is: the times of each chunk go to the `trail`; that costs a look at the clock and a number a chunk,
all else a batch.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise

import numpy as np

from app.clock import now_ns
from app.decoding.contract import Decoder
from app.decoding.options import DecodingOptions
from app.framing.contract import Framer
from app.health import ledger
from app.health.trail import Trail
from app.sentence import joined, numbered, sentence
from app.store.table import Table
from app.stream import Batch, Chunk, End, Frames, join

BATCH_BYTES = 256 << 10  # at most: larger ones are no cheaper a byte, and this keeps `pending` small
FIRST_BATCH_BYTES = 16 << 10
LEAST_BATCH_BYTES = 4 << 10  # the fixed cost of a call, some 0.2 ms, is then as much as that of its bytes
BATCH_NS = 10_000_000  # beyond it the window would miss a refresh for one device's sake
JOIN_BYTES = BATCH_BYTES  # joining copies at memory speed; a call of the stages costs more than copying 64 KiB
TAIL_BYTES = 4096  # of each connection's start, and of the newest bytes: a screenful of hex
MAX_PARTS = 32  # losses in one feed that are shown one by one; a stream with more of them is noise
MAX_MISMATCHES = 20  # one is a failure already; the rest only repeat it


class Pipeline:
    """The core of a device; pure: bytes and times come in, history and an account stand there. `clock` tells what its
    own work costs, and when a chunk was received and stored; no row's time depends on it.

    tables      by name, in order of appearance ("" for a device with one table)
    received    bytes taken so far, over all connections
    head        the first bytes of this connection
    trail       when each chunk was readable, read, received and stored; whoever paints adds to it
    """

    def __init__(
        self,
        framer: Framer,
        decoder: Decoder,
        *,
        history_ns: int,
        history_bytes: int,
        clock: Callable[[], int] = now_ns,
    ) -> None:
        self.framer = framer
        self.decoder = decoder
        self.tables: dict[str, Table] = {}
        self.received = 0
        self.head = b""
        self.last_read_ns: int | None = None
        self.mismatches: list[str] = []
        self.trail = Trail()
        self._history_ns = history_ns
        self._history_bytes = history_bytes
        self._connection = 0
        self._offset = 0
        self._open = False
        self._waiting: list[Chunk] = []
        self._waiting_bytes = 0
        self._received_ns = array("q")  # of each that waits
        self._batch_bytes = FIRST_BATCH_BYTES
        self._clock = clock
        self._tail = b""

    # -- bytes in

    def feed(self, chunk: Chunk) -> bool:
        """Take one chunk. Its bytes count as received from now on, as pending until `process`. Returns whether so
        many waited that they have been processed."""
        self._received_ns.append(self._clock())
        self._check(chunk.connection, chunk.offset, "chunk")
        size = len(chunk.data)
        self._offset = chunk.offset + size
        self.received += size
        self.last_read_ns = chunk.read_ns
        if len(self.head) < TAIL_BYTES:
            self.head += bytes(chunk.data[: TAIL_BYTES - len(self.head)])
        self._waiting.append(chunk)
        self._waiting_bytes += size
        if self._waiting_bytes < self._batch_bytes:
            return False
        self.process()
        return True

    def end(self, end: End) -> None:
        """The connection is over: what waits is processed, a truncated frame counted, a gap opened."""
        self._check(end.connection, end.offset, "end")
        self._open = False
        try:
            self.process()
        finally:  # whatever was raised: the next connection must not be joined to the rest of this one
            self._close(end)

    def _close(self, end: End) -> None:
        try:
            self._store(self.framer.end())
        finally:
            self.decoder.end()
            self.mark_gap(end.reason, end.at_ns)

    def process(self) -> int:
        """Cut, decode and store what waits; returns the rows stored."""
        if not self._waiting:
            return 0
        waiting, size, received_ns = self._waiting, self._waiting_bytes, self._received_ns
        self._waiting, self._waiting_bytes, self._received_ns = [], 0, array("q")
        began = self._clock()
        batches = _batched(waiting, size)
        self._tail = self._newest(batches)
        rows = 0
        try:
            for chunk in batches:
                rows += self._cut(chunk)
        finally:  # their way ends here also where a stage raised
            ended, sent = self._clock(), self.decoder.axis.sent
            self.trail.stored(waiting, received_ns, ended, sent.take() if sent is not None else ())
        self._batch_bytes = fitting_batch(self._batch_bytes, size, ended - began)
        return rows

    def mark_gap(self, cause: str, at_ns: int) -> None:
        """From here on there is no data in any table, because of `cause`, until the next row."""
        for table in self.tables.values():
            table.open_gap(cause, at_ns)

    def clear(self) -> None:
        """Forget the history, not the account."""
        for table in self.tables.values():
            table.clear()

    def relabel(self, decoding: DecodingOptions) -> None:
        """Other words for the same values: see app.decoding.labels."""
        for name, sides in self.decoder.relabel(decoding).items():
            if name in self.tables:
                self.tables[name].roster.relabel(sides)

    def set_history_bytes(self, shares: dict[str, int]) -> None:
        for name, share in shares.items():
            self.tables[name].set_history_bytes(share)

    # -- what stands there

    @property
    def connection(self) -> int:
        """The number of the connection whose bytes came last; 0 before the first."""
        return self._connection

    @property
    def waits(self) -> bool:
        """Whether there are bytes for `process`."""
        return bool(self._waiting)

    @property
    def pending(self) -> int:
        """Bytes received that wait here or in the framer's tail."""
        return self._waiting_bytes + self.framer.pending

    def raw_tail(self) -> bytes:
        """The newest bytes as they came, at most TAIL_BYTES, those that still wait included."""
        return self._newest(self._waiting)

    def byte_account(self) -> ledger.Bytes:
        counts = self.framer.counts
        return ledger.Bytes(self.received, counts.framed, counts.overhead, dict(counts.discarded), self.pending)

    def frame_account(self) -> ledger.FrameCounts:
        counts = self.decoder.counts
        return ledger.FrameCounts(
            self.framer.counts.frames, counts.decoded, dict(counts.rejected), dict(counts.set_aside)
        )

    def sample_account(self) -> ledger.Samples:
        tables = self.tables.values()
        return ledger.Samples(
            self.decoder.counts.samples,
            sum(t.in_history for t in tables),
            sum(t.aged_out for t in tables),
            sum(t.cleared for t in tables),
        )

    def ledger(self, thread: ledger.Thread | None = None, kernel: ledger.Kernel | None = None) -> ledger.Ledger:
        """The whole account; without a link (`thread` None) what was received is what was read."""
        return ledger.Ledger(
            self.byte_account(),
            self.frame_account(),
            self.sample_account(),
            thread or ledger.Thread(self.received, 0),
            kernel,
            tuple(self.mismatches),
        )

    def failures(self) -> tuple[str, ...]:
        """What does not add up, of the lines that need no link; asked at every refresh: cheap where all does."""
        return () if self._adds_up() else self.ledger().failures()

    # -- inside

    def _adds_up(self) -> bool:
        """The three sums of `ledger.Ledger`, without the account."""
        framed, decoded = self.framer.counts, self.decoder.counts
        discarded, rejected, aside = framed.discarded, decoded.rejected, decoded.set_aside
        samples = 0
        for table in self.tables.values():
            samples += table.in_history + table.aged_out + table.cleared
        return (
            not self.mismatches
            and self.received == framed.framed + framed.overhead + sum(discarded.values()) + self.pending
            and framed.frames == decoded.decoded + sum(rejected.values()) + sum(aside.values())
            and decoded.samples == samples
        )

    def _check(self, connection: int, offset: int, what: str) -> None:
        if connection > self._connection and not self._open:
            self._connection, self._offset, self.head, self._open = connection, 0, b"", True
        if connection == self._connection and offset == self._offset and self._open:
            return
        if len(self.mismatches) < MAX_MISMATCHES:
            self.mismatches.append(self._mismatch(connection, offset, what))
        self._connection = connection

    def _mismatch(self, connection: int, offset: int, what: str) -> str:
        expected = sentence("a new connection")
        if self._open:
            expected = sentence("byte {at} of connection {number}", at=self._offset, number=self._connection)
        return sentence(
            "{what} at byte {at} of connection {number}, expected {expected}",
            what=what,
            at=offset,
            number=connection,
            expected=expected,
        )

    def _cut(self, chunk: Chunk) -> int:
        """Frame, decode and store one chunk; where bytes were discarded the rows around them do not join."""
        before = dict(self.framer.counts.discarded)  # a Counter's own copy costs forty times as much
        frames = self.framer.feed(chunk)
        if dict(self.framer.counts.discarded) == before:
            return self._store(frames)
        lost = self.framer.counts.discarded - Counter(before)
        cause = sentence("discarded {what}", what=joined(", ", map(_lost, lost.items())))
        rows = 0
        for first, stop, gap in parts_between_losses(frames, lost.total()):
            if gap:
                self.mark_gap(cause, chunk.read_ns)
            rows += self._store(frames.part(first, stop))
        return rows

    def _store(self, frames: Frames) -> int:
        rows = 0
        for batch in self.decoder.decode(frames) if len(frames) else ():
            self._table(batch).append(batch)
            rows += len(batch)
        return rows

    def _table(self, batch: Batch) -> Table:
        table = self.tables.get(batch.table)
        if table is None:
            table = Table(batch.table, history_ns=self._history_ns, history_bytes=self._history_bytes)
            self.tables[batch.table] = table
        return table

    def _newest(self, chunks: list[Chunk]) -> bytes:
        """The last TAIL_BYTES of the tail with `chunks` behind it: without a hole, however small the chunks are."""
        pieces: list[bytes] = []
        missing = TAIL_BYTES
        for chunk in reversed(chunks):
            pieces.append(bytes(chunk.data[-missing:]))
            missing -= len(pieces[-1])
            if missing <= 0:
                break
        else:
            pieces.append(self._tail[-missing:])
        return b"".join(reversed(pieces))


def fitting_batch(batch: int, size: int, spent_ns: int) -> int:
    """Bytes of the next batch, where a batch may have `batch` now and the last, of `size` bytes, took so long."""
    if spent_ns > BATCH_NS:
        return max(LEAST_BATCH_BYTES, min(batch, size) // 2)
    if size >= batch and spent_ns < BATCH_NS // 2:
        return min(BATCH_BYTES, 2 * batch)
    return batch


def parts_between_losses(frames: Frames, lost: int) -> list[tuple[int, int, bool]]:
    """Cut `frames`, of a feed in which `lost` bytes were discarded, where these bytes lay.

    Returns (first, stop, gap before it) for each part; an empty last part stands for a loss behind the last frame.
    Two frames join when the second begins where the first ends on the wire. Which end of the feed a loss lay at that
    is not between frames follows from the first frame's position: at worst, for a loss shorter than a header, the
    gap is shown one feed early.
    """
    count = len(frames)
    if not count:
        return [(0, 0, True)]
    distances = frames.starts[1:] - frames.starts[:-1] - frames.wire_lengths[:-1]
    inner = np.flatnonzero(distances)[:MAX_PARTS] + 1
    outer = lost - int(distances.sum())
    front = outer > 0 and int(frames.starts[0]) >= outer
    bounds = [0, *inner.tolist(), count]
    parts = [(a, b, a > 0 or front) for a, b in pairwise(bounds)]
    return [*parts, (count, count, True)] if outer > 0 and not front else parts


def _batched(chunks: list[Chunk], size: int) -> list[Chunk]:
    """The same bytes, of this size, in fewer, larger chunks: small neighbours of one connection are joined."""
    if size <= JOIN_BYTES:
        with suppress(ValueError):  # not all of one connection
            return [join(chunks)]
    return _grouped(chunks)


def _grouped(chunks: list[Chunk]) -> list[Chunk]:
    batches: list[Chunk] = []
    group: list[Chunk] = []
    size = 0
    for chunk in chunks:
        alone = len(chunk.data) >= JOIN_BYTES or chunk.ends is not None
        follows = group and group[-1].connection == chunk.connection and group[-1].stop == chunk.offset
        if group and (alone or not follows or size + len(chunk.data) > JOIN_BYTES):
            batches.append(join(group))
            group, size = [], 0
        if alone:
            batches.append(chunk)
        else:
            group.append(chunk)
            size += len(chunk.data)
    if group:
        batches.append(join(group))
    return batches


def _lost(reason_and_count: tuple[str, int]) -> str:
    reason, count = reason_and_count
    return numbered(count, "{count} byte: {reason}", "{count} bytes: {reason}", reason=reason)
