"""Packed binary structures, as numpy record arrays over the frames' own buffer.

Frames of one length at equal distance (`Frames.run`) are one strided view; any others of the right length are
gathered into one array. Either way a field is a column without a copy, as long as its bytes are those of this
machine and it has no scale: then a call costs the same for ten frames as for ten thousand.

A field with `repeat` is a block of samples a frame. Its table has a row for each sample, so the fields beside it,
which have one value a frame, go to a table of their own, `frame` (the time field alone makes no table: it is in the
times). Blocks of one length and `dt` share a table; the first has no name, others are `block2`, `block3`...

The kinds kept: integers and floats are stored as they are, scaled ones as float64; `bool` is true for any byte but 0;
one bit is a truth value, more are the smallest unsigned integer that holds them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from app.decoding.labels import Labels
from app.decoding.options import ONCE, BitField, Struct, StructField
from app.decoding.output import Output
from app.decoding.rows import Values
from app.decoding.timing import Moments, TimeAxis
from app.health.counts import DecodingCounts
from app.sentence import sentence
from app.stream import Batch, Column, Frames, Int64Array, Side

WRONG_LENGTH = sentence("wrong length")

_FORMATS = {"u": "u", "i": "i", "f": "f"}


@dataclass(frozen=True, slots=True)
class _Channel:
    """A channel: which field of the record, and what is made of its raw values."""

    name: str
    unit: str
    field: str
    convert: Callable[[Values], Values] | None  # None: the column is the field as it is, a view

    def values(self, records: npt.NDArray[np.void]) -> Values:
        raw = records[self.field]
        return raw if self.convert is None else self.convert(raw)


@dataclass(frozen=True, slots=True)
class _Table:
    """Channels with the same number of samples a frame. `per_row`: samples of the first table a row stands for."""

    name: str
    repeat: int
    dt_ns: int
    per_row: float
    channels: tuple[_Channel, ...]


class StructDecoder:
    """Binary frames of one layout."""

    def __init__(self, options: Struct, axis: TimeAxis) -> None:
        self.counts = DecodingCounts()
        self.axis = axis
        self._record = _record(options)
        self._tables = _tables(options, axis.field)
        self._time = _time_channel(options, axis.field)

    def decode(self, frames: Frames) -> list[Batch]:
        output = Output(frames, self.counts, self.axis)
        records, places = self._records(frames, output)
        if len(records):
            self.counts.decoded += len(records)
            read_ns = frames.read_ns if places is None else frames.read_ns[places]
            device = None if self._time is None else self._time.values(records)
            for table in self._tables:
                output.batch(self._batch(table, records, read_ns, device))
        return output.batches

    def relabel(self, options: Struct) -> Labels:
        old, self._tables = self._tables, _tables(options, self.axis.field)
        self._time = _time_channel(options, self.axis.field)
        return {
            was.name: {a.name: Side(b.name, b.unit) for a, b in zip(was.channels, now.channels, strict=True)}
            for was, now in zip(old, self._tables, strict=True)
        }

    def end(self) -> None:
        self.axis.end()

    def _records(self, frames: Frames, output: Output) -> tuple[npt.NDArray[np.void], Int64Array | None]:
        """The sound frames as records, and their places; None for all."""
        size, run = self._record.itemsize, frames.run
        if run is not None and run.length == size and run.count:
            view = np.ndarray(run.count, self._record, frames.buffer, run.first, (run.stride,))
            return view, None
        fitting = frames.ends - frames.starts == size
        places = np.flatnonzero(fitting)
        output.reject_all(WRONG_LENGTH, np.flatnonzero(~fitting))
        if not len(places):
            return np.empty(0, self._record), places
        windows = np.lib.stride_tricks.sliding_window_view(np.frombuffer(frames.buffer, np.uint8), size)
        return windows[frames.starts[places]].view(self._record)[:, 0], places

    def _batch(self, table: _Table, records: npt.NDArray[np.void], read_ns: Int64Array, device: Values | None) -> Batch:
        moments = Moments(read_ns, device, None, table.repeat, table.dt_ns, table.per_row)
        times, breaks = self.axis.stamp(table.name, moments)
        columns = [Column(c.name, c.values(records), c.unit) for c in table.channels]
        return Batch(table.name, times, tuple(columns), breaks)


def _record(options: Struct) -> np.dtype[np.void]:
    """The frame as a numpy record; field i is called "fi"."""
    names, formats, offsets, at = [], [], [], 0
    for index, field in enumerate(options.fields):
        if field.type != "pad":
            names.append(f"f{index}")
            formats.append((_raw_type(field, options.order), (field.repeat,) if field.repeat > 1 else ()))
            offsets.append(at)
        at += field.bytes_each * field.repeat
    return np.dtype({"names": names, "formats": formats, "offsets": offsets, "itemsize": at})


def _raw_type(field: StructField, order: str) -> np.dtype[Any]:
    if field.type == "bool":
        return np.dtype(np.uint8)  # numpy's bool is undefined for bytes but 0 and 1
    return np.dtype(f"{'<' if order == 'little' else '>'}{_FORMATS[field.type[0]]}{field.bytes_each}")


def _tables(options: Struct, time_field: str | None) -> tuple[_Table, ...]:
    names = options.tables
    groups: dict[tuple[int, int], list[_Channel]] = {}
    for index, field in enumerate(options.fields):
        if field.type != "pad":
            groups.setdefault(field.block, []).extend(_channels(field, f"f{index}", options.order))
    blocks = [kind for kind in groups if kind != ONCE]
    main = blocks[0][0] if blocks else 1
    tables = [_Table(names[kind], *kind, main / kind[0], tuple(groups[kind])) for kind in blocks]
    scalars = groups.get(ONCE, [])
    if not blocks or any(channel.name != time_field for channel in scalars):
        tables.append(_Table(names.get(ONCE, ""), *ONCE, float(main), tuple(scalars)))
    return tuple(tables)


def _time_channel(options: Struct, name: str | None) -> _Channel | None:
    """The channel that has the device's time, once a frame."""
    for index, field in enumerate(options.fields):
        if field.repeat == 1 and field.type != "pad":
            for channel in _channels(field, f"f{index}", options.order):
                if channel.name == name:
                    return channel
    return None


def _channels(field: StructField, record_field: str, order: str) -> list[_Channel]:
    own = [_Channel(field.name, field.unit, record_field, _conversion(field, order))] if field.name else []
    return own + [_Channel(bit.name, "", record_field, _bits(bit, field.bytes_each)) for bit in field.bits]


def _conversion(field: StructField, order: str) -> Callable[[Values], Values] | None:
    """Raw values, one or `repeat` a frame, to a column."""
    scale, offset = field.scale, field.offset
    if field.type == "bool":
        return lambda raw: _flat(raw != 0)
    if (scale, offset) == (1.0, 0.0):
        if field.repeat == 1 and _raw_type(field, order).isnative:
            return None
        return lambda raw: _flat(_native(raw))

    def scaled(raw: Values) -> Values:
        with np.errstate(all="ignore"):  # infinities and signalling NaNs are values that a device may send
            return _flat(raw.astype(np.float64) * scale + offset)

    return scaled


def _flat(values: Values) -> Values:
    return values if values.ndim == 1 else values.reshape(-1)


def _native(values: Values) -> Values:
    return values if values.dtype.isnative else values.astype(values.dtype.newbyteorder("="))


def _bits(bit: BitField, size: int) -> Callable[[Values], Values]:
    unsigned = np.dtype(f"u{size}")
    at, mask = unsigned.type(bit.at), unsigned.type((1 << bit.width) - 1)
    if bit.width == 1:
        return lambda raw: _flat((_native(raw).view(unsigned) >> at) & mask != 0)
    kept = np.min_scalar_type((1 << bit.width) - 1)
    return lambda raw: _flat(((_native(raw).view(unsigned) >> at) & mask).astype(kept))
