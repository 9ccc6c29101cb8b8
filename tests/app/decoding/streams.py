"""What all tests of decoders share: frames made of payloads, and decoding under the ledger's eye."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from app.decoding.contract import Decoder
from app.decoding.factory import make_decoder
from app.decoding.options import Arrival, DecodingOptions, TimeOptions
from app.stream import Batch, Break, Frames, Run

MS, SECOND = 10**6, 10**9
START = 1000 * SECOND  # a machine that has been up for a while


def frames_of(
    payloads: Sequence[bytes], delimiter: bytes = b"\n", read_ns: int | Sequence[int] = START, lead: bytes = b""
) -> Frames:
    """Frames as a line framer makes them: `delimiter` behind each payload, and `lead` before the first."""
    data = lead + b"".join(payload + delimiter for payload in payloads)
    lengths = np.array([len(payload) for payload in payloads], np.int64)
    wire = lengths + len(delimiter)
    ends = np.cumsum(wire) - len(delimiter) + len(lead)
    times = np.broadcast_to(np.array(read_ns, np.int64), len(payloads)).copy()
    return Frames(memoryview(data), ends - lengths, ends, wire, times)


def run_of(payloads: Sequence[bytes], read_ns: int | Sequence[int] = START, gap: int = 0) -> Frames:
    """Frames of one length at equal distance, as `Frames.of_run` describes them."""
    size = len(payloads[0])
    data = b"".join(b"#" * gap + payload for payload in payloads)
    times = np.broadcast_to(np.array(read_ns, np.int64), len(payloads)).copy()
    return Frames.of_run(memoryview(data), Run(gap, size, size + gap, len(payloads)), times)


@dataclass
class Rows:
    """The rows of one table: a dict of the values that are there, a row."""

    values: list[dict[str, Any]] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    breaks: list[Break] = field(default_factory=list)
    units: dict[str, str] = field(default_factory=dict)
    dtypes: dict[str, str] = field(default_factory=dict)

    def column(self, name: str) -> list[Any]:
        return [row.get(name) for row in self.values]

    def add(self, batch: Batch) -> None:
        start = len(self.values)
        self.values += rows_of(batch)
        self.times += batch.times.tolist()
        self.breaks += [Break(start + each.row, each.cause) for each in batch.breaks]
        for column in batch.columns:
            self.units[column.name] = column.unit
            self.dtypes[column.name] = "text" if column.vocabulary else str(column.values.dtype)


def rows_of(batch: Batch) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [{} for _ in range(len(batch))]
    names = [column.name for column in batch.columns]
    assert len(set(names)) == len(names)
    for column in batch.columns:
        assert len(column.values) == len(batch)
        absent = column.missing if column.missing is not None else np.zeros(len(batch), bool)
        for row, value, missing in zip(rows, column.values.tolist(), absent.tolist(), strict=True):
            if not missing:
                row[column.name] = column.vocabulary.text(value) if column.vocabulary else value
    return rows


class Watched:
    """A decoder whose account is balanced after each call, and the rows it has made so far."""

    def __init__(self, options: DecodingOptions, time: TimeOptions | None = None) -> None:
        self.decoder: Decoder = make_decoder(options, time or Arrival())
        self.tables: dict[str, Rows] = {}
        self.framed = 0

    def feed(self, frames: Frames) -> list[Batch]:
        batches = self.decoder.decode(frames)
        self.framed += len(frames)
        for batch in batches:
            assert len(batch) > 0
            table = self.tables.setdefault(batch.table, Rows())
            assert batch.times.dtype == np.int64
            assert (np.diff(batch.times, prepend=table.times[-1:] or batch.times[:1]) >= 0).all()
            table.add(batch)
        self.check()
        return batches

    def check(self) -> None:
        counts = self.decoder.counts
        assert counts.decoded + counts.rejected.total() + counts.set_aside.total() == self.framed
        assert counts.samples == sum(len(table.times) for table in self.tables.values())
        assert len(counts.recent) == min(counts.rejected.total(), counts.KEPT)

    def lines(self, *payloads: bytes, **how: Any) -> Watched:
        self.feed(frames_of(payloads, **how))
        return self

    def text(self, text: str, **how: Any) -> Watched:
        return self.lines(*text.encode().splitlines(), **how)

    @property
    def rows(self) -> Rows:
        """Of the only table."""
        assert list(self.tables) in ([], [""])
        return self.tables.get("", Rows())

    @property
    def rejected(self) -> dict[str, int]:
        return dict(self.decoder.counts.rejected)

    @property
    def set_aside(self) -> dict[str, int]:
        return dict(self.decoder.counts.set_aside)


def groupings(payloads: Sequence[bytes]) -> Iterable[list[Sequence[bytes]]]:
    """The same frames in calls of every kind: all in one, one a call, split at each place."""
    yield [payloads]
    yield [[payload] for payload in payloads]
    for at in range(1, len(payloads)):
        yield [payloads[:at], payloads[at:]]


def outcome(options: DecodingOptions, calls: Iterable[Sequence[bytes]], delimiter: bytes = b"\n") -> Any:
    """All that must not depend on how frames were grouped: values, the account. (Dtypes may widen later.)"""
    watched = Watched(options)
    for payloads in calls:
        watched.feed(frames_of(payloads, delimiter))
    values = {name: [repr_of(row) for row in table.values] for name, table in watched.tables.items()}
    return values, watched.rejected, watched.set_aside


def repr_of(row: dict[str, Any]) -> dict[str, Any]:
    """NaN is equal to itself here, an int to the float of the same value, True to nothing but True."""
    return {k: str(v) if isinstance(v, bool) or v != v else v for k, v in row.items()}
