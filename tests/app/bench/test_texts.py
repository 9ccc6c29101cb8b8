"""The rows of `ingest-csv` and `ingest-json`, on so few lines that only their shape means anything."""

from __future__ import annotations

import pytest

from app.bench import texts
from app.bench.rows import MeasurementError
from app.bench.texts import NAMES, PIECE, ingest_csv, ingest_json
from app.decoding.options import Csv
from tests.app.bench import brief


@pytest.fixture(autouse=True)
def _few_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "LINES", 3_500)


def test_ingest_of_csv_is_compared_with_the_parser_alone() -> None:
    (row,) = ingest_csv(rounds=1)
    brief.compares(row, "ingest-csv", "M lines/CPU s", goal=0.4, floor=0.15)


def test_ingest_of_json_is_compared_with_typed_decoding_alone() -> None:
    (row,) = ingest_json(rounds=1)
    brief.compares(row, "ingest-json", "M lines/CPU s", goal=0.4, floor=0.2)


def test_both_sides_decode_the_same_bytes() -> None:
    lines = [f"{number},1\n".encode() for number in range(2_500)]
    assert b"".join(texts._batches(lines)) == b"".join(lines)
    assert [batch.count(b"\n") for batch in texts._batches(lines)] == [1000, 1000, 500]
    data = b"".join(lines) * 20
    pieces = texts._pieces(data)
    assert b"".join(pieces) == data
    assert {len(piece) for piece in pieces[:-1]} == {PIECE}


def test_lines_that_were_not_decoded_give_no_figure() -> None:
    with pytest.raises(MeasurementError, match="3499 of 3500 lines decoded"):
        texts._ours(b"1,2,3,4,5,6\n" * 3_499 + b"1,2,3\n", Csv(fields=NAMES))
