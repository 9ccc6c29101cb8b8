"""The rows that decode text in memory: `ingest-csv` and `ingest-json`.

The limit is the fastest decoding that a library here does of the same bytes, with nothing around it: no framing, no
check, no store. Ours is the whole pipeline, fed in pieces as a socket would.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import msgspec
import numpy as np
import simdjson

from app.bench.rows import MeasurementError, Row, paired
from app.decoding.factory import make_decoder
from app.decoding.options import Arrival, Csv, DecodingOptions, Json
from app.framing.factory import make_framer
from app.framing.options import Line
from app.pipeline import Pipeline
from app.stream import Chunk

LINES = 200_000
PIECE = 64 << 10
ROUNDS = 7
HISTORY_NS = 600 * 10**9
HISTORY_BYTES = 64 << 20
NAMES = ("a", "b", "c", "d", "e", "f")
LINES_AT_ONCE = 1000  # facts: the speed of the limit was measured with batches of a thousand


def _numbers() -> list[list[float]]:
    values = np.random.default_rng(7).normal(0, 10, (LINES, len(NAMES)))
    return [[round(value, 4) for value in row] for row in values.tolist()]


def _cpu(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _pieces(data: bytes) -> list[memoryview]:
    view = memoryview(data)
    return [view[at : at + PIECE] for at in range(0, len(data), PIECE)]


def _ours(data: bytes, decoding: DecodingOptions) -> float:
    """Million lines a CPU second through the pipeline."""
    decoder = make_decoder(decoding, Arrival())
    pipeline = Pipeline(make_framer(Line()), decoder, history_ns=HISTORY_NS, history_bytes=HISTORY_BYTES)
    offset, chunks = 0, []
    for number, piece in enumerate(_pieces(data)):
        chunks.append(Chunk(piece, offset, 1, number, number))
        offset += len(piece)

    def work() -> None:
        for chunk in chunks:
            pipeline.feed(chunk)
        pipeline.process()

    seconds = _cpu(work)
    account = pipeline.ledger()
    if not account.balanced or account.samples.decoded != LINES:
        raise MeasurementError(f"ingest: {account.samples.decoded} of {LINES} lines decoded; {account.failures()}")
    return LINES / seconds / 1e6


def _batches(lines: list[bytes]) -> list[bytes]:
    return [b"".join(lines[at : at + LINES_AT_ONCE]) for at in range(0, len(lines), LINES_AT_ONCE)]


def ingest_csv(rounds: int = ROUNDS) -> list[Row]:
    """Lines of six numbers to history, against pysimdjson over the lines joined to one flat array."""
    lines = [(",".join(map(repr, row)) + "\n").encode() for row in _numbers()]
    data, batches = b"".join(lines), _batches(lines)
    parser = simdjson.Parser()

    def bare() -> None:
        for batch in batches:
            text = b"[" + batch[:-1].replace(b"\n", b",") + b"]"
            # the parser refuses to go on while an array of its own lives: no name is given to it
            np.frombuffer(parser.parse(text).as_buffer(of_type="d"), np.float64)  # type: ignore[union-attr]

    return [
        paired(
            "ingest-csv",
            "M lines/CPU s",
            lambda: _ours(data, Csv(fields=NAMES)),
            lambda: LINES / _cpu(bare) / 1e6,
            rounds=rounds,
            goal=0.4,
            floor=0.15,
        )
    ]


def ingest_json(rounds: int = ROUNDS) -> list[Row]:
    """Objects of six numbers to history, against msgspec's typed decoding of the lines alone."""
    rows = [dict(zip(NAMES, row, strict=True)) for row in _numbers()]
    lines = [msgspec.json.encode(row) + b"\n" for row in rows]
    data, batches = b"".join(lines), _batches(lines)
    shape = msgspec.defstruct("Shape", [(name, float) for name in NAMES])
    decoder = msgspec.json.Decoder(shape)

    def bare() -> None:
        for batch in batches:
            decoder.decode_lines(batch)

    return [
        paired(
            "ingest-json",
            "M lines/CPU s",
            lambda: _ours(data, Json()),
            lambda: LINES / _cpu(bare) / 1e6,
            rounds=rounds,
            goal=0.4,
            floor=0.2,
        )
    ]
