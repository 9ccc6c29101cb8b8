"""Every decoder is what the contract says, from its first moment on."""

from __future__ import annotations

import numpy as np
import pytest

from app.decoding.factory import DECODERS, make_decoder
from app.decoding.options import Arrival, Csv, DecodingOptions, Json, Struct, StructField
from app.stream import Frames

EACH: tuple[DecodingOptions, ...] = (Csv(header=True), Json(), Struct(fields=(StructField(name="a", type="u32"),)))


def of(*payloads: bytes) -> Frames:
    """Frames of these payloads, a delimiter of one byte behind each."""
    lengths = np.array([len(payload) for payload in payloads], np.int64)
    stops = np.cumsum(lengths + 1) - 1
    buffer = memoryview(b"".join(payload + b"\n" for payload in payloads))
    return Frames(buffer, stops - lengths, stops, lengths + 1, np.arange(len(payloads), dtype=np.int64), None)


def test_none_is_forgotten_here() -> None:
    assert {type(options) for options in EACH} == set(DECODERS)


@pytest.mark.parametrize("options", EACH, ids=lambda options: type(options).__name__)
def test_a_new_decoder_has_decoded_nothing_and_has_an_axis(options: DecodingOptions) -> None:
    decoder = make_decoder(options, Arrival())
    counts = decoder.counts
    assert (counts.decoded, counts.samples, dict(counts.rejected), dict(counts.set_aside)) == (0, 0, {}, {})
    assert list(counts.recent) == []
    assert decoder.axis is not None


@pytest.mark.parametrize("options", EACH, ids=lambda options: type(options).__name__)
@pytest.mark.parametrize("payload", [b"", b"\0", b"\xff\xfe\xfd", b"{", b'{"a":', b",,,,", b"nan", b"\x1b[2J" * 99])
def test_nothing_that_comes_makes_it_raise_and_every_frame_is_accounted_for(
    options: DecodingOptions, payload: bytes
) -> None:
    decoder = make_decoder(options, Arrival())
    batches = decoder.decode(of(payload, payload, b"1", payload))
    decoder.end()
    counts = decoder.counts
    assert counts.decoded + sum(counts.rejected.values()) + sum(counts.set_aside.values()) == 4
    assert counts.samples == sum(map(len, batches))
