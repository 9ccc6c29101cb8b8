"""Every word of a session has its decoder and its axis."""

from typing import get_args

import pytest

from app.decoding.factory import AXES, DECODERS, make_decoder
from app.decoding.options import Arrival, Csv, DecodingOptions, FieldTime, Json, Rate, Struct, StructField, TimeOptions
from tests.app.decoding.streams import Watched, run_of

DECODINGS = [
    (Csv(fields=("a", "b")), b"1,2"),
    (Json(), b'{"a":1,"b":2}'),
    (Struct(fields=(StructField(name="a", type="u8"), StructField(name="b", type="u8"))), b"\x01\x02"),
]
TIMES = [Arrival(), Rate(rate_hz=100), FieldTime(field="a", unit="ms")]


def test_no_word_is_without_a_class():
    assert set(DECODERS) == set(get_args(DecodingOptions)) == {type(options) for options, _ in DECODINGS}
    assert set(AXES) == set(get_args(TimeOptions)) == {type(time) for time in TIMES}


@pytest.mark.parametrize("time", TIMES, ids=lambda time: type(time).__name__)
@pytest.mark.parametrize(("options", "payload"), DECODINGS, ids=lambda each: type(each).__name__)
def test_every_decoder_runs_with_every_axis(options, payload, time):
    watched = Watched(options, time)
    for _ in range(3):
        watched.feed(run_of([payload] * 5))
        watched.decoder.end()
    assert watched.rows.column("b") == [2] * 15
    assert (
        watched.decoder.axis.kind == {"Arrival": "arrival", "Rate": "rate", "FieldTime": "field"}[type(time).__name__]
    )
    assert (watched.decoder.axis.offset_ns is not None) == (watched.decoder.axis.kind == "field")


def test_a_decoder_begins_with_an_empty_account():
    counts = make_decoder(Csv(), Arrival()).counts
    assert (counts.decoded, counts.samples, dict(counts.rejected), dict(counts.set_aside)) == (0, 0, {}, {})
