"""What a framing and a decoding make of bytes that were captured: for trying settings until they fit.

Pure. The same bytes are cut and decoded again with each change of the settings, from the start, so the work is bounded:
MOST_FRAMES frames or MOST_NS at most, of which the first frames are kept. What came behind is counted as not looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.clock import now_ns
from app.decoding.factory import make_decoder
from app.decoding.options import DecodingOptions, TimeOptions
from app.framing.factory import make_framer
from app.framing.options import FramingOptions
from app.health.counts import Reject
from app.stream import Batch, Chunk, Frames

PIECE_BYTES = 4096  # fed at once: after each it is looked whether that is enough
MOST_FRAMES = 400  # cut and decoded: 4 ms of lines; far more than anybody reads
MOST_NS = 50_000_000  # a sync word that is everywhere costs 4 us a byte of noise, and somebody is typing
KEPT_FRAMES = 100  # to look at
KEPT_ROWS = 100  # of each table
MOST_TABLES = 16
MOST_COLUMNS = 64  # of each table that are shown; the others are counted
HEAD_BYTES = 256  # of a frame

Decode = Callable[[Frames], list[Batch]]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a device's bytes are read."""

    framing: FramingOptions
    decoding: DecodingOptions
    time: TimeOptions


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes of a capture, and when they were read."""

    data: bytes
    read_ns: int


@dataclass(frozen=True, slots=True)
class FrameSeen:
    """The beginning of a frame, and how long it is."""

    head: bytes
    length: int


@dataclass(slots=True)
class TableSeen:
    """The first rows of a table.

    units  by column, in order of appearance; the first MOST_COLUMNS
    rows   values by column; "" is no value
    times  of the rows, ns behind the first one
    left_out  columns beyond MOST_COLUMNS
    """

    name: str
    units: dict[str, str] = field(default_factory=dict)
    rows: list[dict[str, object]] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    first_ns: int = 0
    left_out: int = 0


@dataclass(slots=True)
class Preview:
    """What became of a capture.

    received, looked_at  bytes
    cut, frames          how many were cut, and the first of them
    decoded, tables      how many frames were, and the first rows
    rejected, rejects    frames by reason; the newest of them
    set_aside            frames that are sound and no data (header lines), by reason
    discarded            bytes that belong to no frame, by reason
    pending              bytes of a frame whose end has not come
    violation            why the framer does not trust the rest, None where it does
    """

    received: int = 0
    looked_at: int = 0
    cut: int = 0
    frames: list[FrameSeen] = field(default_factory=list)
    decoded: int = 0
    tables: list[TableSeen] = field(default_factory=list)
    rejected: Mapping[str, int] = field(default_factory=dict)
    rejects: tuple[Reject, ...] = ()
    set_aside: Mapping[str, int] = field(default_factory=dict)
    discarded: Mapping[str, int] = field(default_factory=dict)
    pending: int = 0
    violation: str | None = None


def preview_of(
    capture: Sequence[Piece], settings: Settings, *, ended: bool = False, clock: Callable[[], int] = now_ns
) -> Preview:
    """`ended`: the device ended the connection behind the capture, so that nothing more of a frame will come."""
    stop_ns = clock() + MOST_NS
    framer = make_framer(settings.framing)
    decoder = make_decoder(settings.decoding, settings.time)
    preview = Preview(received=sum(len(piece.data) for piece in capture))
    for chunk in _chunks(capture):
        if preview.cut >= MOST_FRAMES or preview.violation is not None or clock() > stop_ns:
            break
        _take(preview, framer.feed(chunk), decoder.decode)
        preview.looked_at = chunk.stop
        preview.violation = framer.violation
    if ended and preview.looked_at == preview.received:
        _take(preview, framer.end(), decoder.decode)
    preview.decoded = decoder.counts.decoded
    preview.rejected, preview.rejects = dict(decoder.counts.rejected), tuple(decoder.counts.recent)
    preview.set_aside, preview.discarded = dict(decoder.counts.set_aside), dict(framer.counts.discarded)
    preview.pending = framer.pending
    return preview


def _chunks(capture: Sequence[Piece]) -> Iterator[Chunk]:
    offset = 0
    for piece in capture:
        for start in range(0, len(piece.data), PIECE_BYTES):
            data = piece.data[start : start + PIECE_BYTES]
            yield Chunk(memoryview(data), offset, 1, piece.read_ns, piece.read_ns)
            offset += len(data)


def _take(preview: Preview, frames: Frames, decode: Decode) -> None:
    """Frames are valid until the framer's next call, so what is kept of them is copied."""
    left = MOST_FRAMES - preview.cut
    if len(frames) > left:
        frames = frames.part(0, max(0, left))
    preview.cut += len(frames)
    for index in range(min(len(frames), KEPT_FRAMES - len(preview.frames))):
        start, end = int(frames.starts[index]), int(frames.ends[index])
        head = bytes(frames.buffer[start : min(end, start + HEAD_BYTES)])
        preview.frames.append(FrameSeen(head, end - start))
    for batch in decode(frames) if len(frames) else ():
        table = _table(preview, batch.table)
        if table is not None:
            _keep_rows(table, batch)


def _table(preview: Preview, name: str) -> TableSeen | None:
    for table in preview.tables:
        if table.name == name:
            return table
    if len(preview.tables) >= MOST_TABLES:
        return None
    preview.tables.append(TableSeen(name))
    return preview.tables[-1]


def _keep_rows(table: TableSeen, batch: Batch) -> None:
    count = min(len(batch), KEPT_ROWS - len(table.rows))
    if not table.rows and len(batch):
        table.first_ns = int(batch.times[0])
    first = len(table.rows)
    table.times += [int(time) - table.first_ns for time in batch.times[:count]]
    table.rows += [{} for _ in range(count)]
    left_out = 0
    for column in batch.columns:
        if column.name not in table.units and len(table.units) >= MOST_COLUMNS:
            left_out += 1
            continue
        table.units.setdefault(column.name, column.unit)
        values = column.values[:count].tolist()
        for index, value in enumerate(values):
            if column.missing is None or not column.missing[index]:
                shown = value if column.vocabulary is None else column.vocabulary.text(value)
                table.rows[first + index][column.name] = shown
    table.left_out = max(table.left_out, left_out)
