"""Binary structures: every type in either order, blocks, bits, scales, frames of any layout in their buffer."""

import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.decoding.options import Arrival, BitField, FieldTime, Rate, Struct, StructField
from app.quantities import Duration
from tests.app.decoding.streams import MS, START, Watched, frames_of, run_of

CODES = {
    "u8": "B", "i8": "b", "u16": "H", "i16": "h", "u32": "I", "i32": "i", "u64": "Q", "i64": "q",
    "f32": "f", "f64": "d",
}  # fmt: skip
DTYPES = {"u": "uint", "i": "int", "f": "float"}


def field(name, kind, **more):
    return StructField(name=name, type=kind, **more)


def extremes(kind):
    if kind[0] == "f":
        return [0.0, -1.5, float("inf"), 2.0**100]
    bits, low = int(kind[1:]), kind[0] == "i"
    return [0, 1, 2 ** (bits - low) - 1, -(2 ** (bits - 1)) if low else 2**bits // 3]


@pytest.mark.parametrize("order", ["little", "big"])
@pytest.mark.parametrize("kind", CODES)
def test_every_type_keeps_its_values_and_its_dtype(kind, order):
    mark = "<" if order == "little" else ">"
    payloads = [struct.pack(f"{mark}B{CODES[kind]}", n, value) for n, value in enumerate(extremes(kind))]
    options = Struct(order=order, fields=(field("n", "u8"), field("v", kind, unit="V")))
    for frames in (run_of(payloads), run_of(payloads, gap=3), frames_of(payloads, b"--")):
        watched = Watched(options)
        (batch,) = watched.feed(frames)
        assert watched.rows.column("v") == extremes(kind)
        assert watched.rows.dtypes["v"] == f"{DTYPES[kind[0]]}{kind[1:]}"
        assert watched.rows.units == {"n": "", "v": "V"}
        assert all(column.values.dtype.isnative for column in batch.columns)


def test_any_byte_but_zero_is_true():
    rows = Watched(Struct(fields=(field("b", "bool"),)))
    rows.feed(run_of([b"\x00", b"\x01", b"\x02", b"\xff"]))
    assert rows.rows.column("b") == [False, True, True, True]
    assert rows.rows.dtypes["b"] == "bool"


def test_scale_and_offset_make_float64():
    watched = Watched(Struct(fields=(field("t", "i16", scale=0.5, offset=-10),)))
    watched.feed(run_of([struct.pack("<h", raw) for raw in (0, 100, -100)]))
    assert watched.rows.column("t") == [-10.0, 40.0, -60.0]
    assert watched.rows.dtypes["t"] == "float64"


def test_scaling_infinities_and_nan_is_silent():
    watched = Watched(Struct(fields=(field("t", "f64", scale=1e300), field("u", "f32", scale=0.0))))
    watched.feed(run_of([struct.pack("<df", 1e300, float("inf")), b"\xff" * 12, b"\x01\x00\xa0\x7f" * 3]))
    assert watched.rows.column("t")[0] == float("inf")


def test_padding_is_skipped():
    watched = Watched(Struct(fields=(field("", "pad", size=3), field("a", "u8"), field("", "pad", repeat=2))))
    watched.feed(run_of([b"xxx\x05yy"]))
    assert watched.rows.values == [{"a": 5}]


@pytest.mark.parametrize("order", ["little", "big"])
def test_bits_are_taken_out_of_an_integer(order):
    bits = (BitField(name="on", at=0), BitField(name="mode", at=4, width=3), BitField(name="top", at=15))
    options = Struct(
        order=order, fields=(field("status", "u16", bits=bits), field("", "i8", bits=(BitField(name="sign", at=7),)))
    )
    watched = Watched(options)
    mark = "<" if order == "little" else ">"
    watched.feed(run_of([struct.pack(f"{mark}Hb", 0x8051, -1), struct.pack(f"{mark}Hb", 0x0020, 1)]))
    assert watched.rows.values == [
        {"status": 0x8051, "on": True, "mode": 5, "top": True, "sign": True},
        {"status": 0x0020, "on": False, "mode": 2, "top": False, "sign": False},
    ]
    assert watched.rows.dtypes["mode"] == "uint8"


def test_wide_bits_take_the_smallest_integer_that_holds_them():
    options = Struct(
        fields=(field("", "u64", bits=(BitField(name="a", at=0, width=9), BitField(name="b", at=9, width=55))),)
    )
    watched = Watched(options)
    watched.feed(run_of([b"\xff" * 8]))
    assert watched.rows.values == [{"a": 511, "b": 2**55 - 1}]
    assert watched.rows.dtypes == {"a": "uint16", "b": "uint64"}


def test_a_run_of_floats_is_a_view_of_the_buffer_not_a_copy():
    options = Struct(fields=tuple(field(f"c{n}", "f32") for n in range(8)))
    frames = run_of([struct.pack("<8f", *range(8))] * 100, gap=4)
    (batch,) = Watched(options).feed(frames)
    buffer = np.frombuffer(frames.buffer, np.uint8)
    assert all(np.shares_memory(column.values, buffer) for column in batch.columns)


# -- blocks


BLOCK = Struct(fields=(field("t", "u32"), field("ch1", "i16", repeat=4, dt=Duration(MS)), field("gain", "u8")))


def blocks(*starts):
    return [struct.pack("<I4hB", n * 4000, *range(n, n + 4), 7) for n in starts]


def test_a_block_makes_a_row_for_each_sample_and_a_table_of_frames_for_the_rest():
    watched = Watched(BLOCK)
    watched.feed(run_of(blocks(0, 10)))
    assert watched.tables[""].column("ch1") == [0, 1, 2, 3, 10, 11, 12, 13]
    assert watched.tables["frame"].values == [{"t": 0, "gain": 7}, {"t": 40000, "gain": 7}]
    assert watched.decoder.counts.decoded == 2
    assert watched.decoder.counts.samples == 10


def test_a_blocks_last_sample_happened_at_the_read_the_others_before():
    watched = Watched(BLOCK)
    watched.feed(run_of(blocks(0), read_ns=START))
    assert watched.tables[""].times == [START - 3 * MS, START - 2 * MS, START - MS, START]
    assert watched.tables["frame"].times == [START]


def test_a_blocks_samples_follow_the_devices_time():
    watched = Watched(BLOCK, FieldTime(field="t", unit="us"))
    watched.feed(run_of(blocks(0, 1), read_ns=[START, START + 4 * MS]))
    assert watched.tables[""].times == [START + (n - 3) * MS for n in range(8)]


def test_a_time_field_alone_beside_a_block_makes_no_table():
    options = Struct(fields=(field("t", "u32"), field("ch1", "i16", repeat=4, dt=Duration(MS))))
    watched = Watched(options, FieldTime(field="t", unit="us"))
    watched.feed(run_of([payload[:-1] for payload in blocks(0)]))
    assert list(watched.tables) == [""]


def test_a_rate_counts_the_samples_of_the_first_block():
    watched = Watched(BLOCK, Rate(rate_hz=1000))
    for number in range(5):
        watched.feed(run_of(blocks(0), read_ns=START + number * 4 * MS))
    assert np.diff(watched.tables[""].times).tolist() == [MS] * 19
    assert np.diff(watched.tables["frame"].times).tolist() == [4 * MS] * 4


def test_blocks_of_other_lengths_have_tables_of_their_own():
    fields = (
        field("a", "u8", repeat=2), field("b", "u8", repeat=3), field("c", "u8", repeat=2),
        field("d", "u8", repeat=2, dt=Duration(1)),
    )  # fmt: skip
    watched = Watched(Struct(fields=fields))
    watched.feed(run_of([bytes(range(9))]))
    assert watched.tables[""].values == [{"a": 0, "c": 5}, {"a": 1, "c": 6}]
    assert watched.tables["block2"].column("b") == [2, 3, 4]
    assert watched.tables["block3"].column("d") == [7, 8]


# -- frames that are not sound


def test_frames_of_a_wrong_length_are_rejected_and_the_others_decoded():
    watched = Watched(Struct(fields=(field("a", "u16"),)))
    watched.feed(frames_of([b"\x01\x00", b"", b"\x02\x00\x00", b"\x03\x00"], b"\n"))
    assert watched.rows.column("a") == [1, 3]
    assert watched.rejected == {"wrong length": 2}
    assert [reject.length for reject in watched.decoder.counts.recent] == [0, 3]


def test_a_run_of_a_wrong_length_is_rejected_whole():
    watched = Watched(Struct(fields=(field("a", "u16"),)))
    assert watched.feed(run_of([b"abc"] * 1000)) == []
    assert watched.rejected == {"wrong length": 1000}
    assert len(watched.decoder.counts.recent) == 20


def test_a_call_without_frames_gives_no_batch():
    watched = Watched(BLOCK)
    assert watched.feed(frames_of([])) == []


@settings(max_examples=80)
@given(
    st.lists(st.one_of(st.binary(max_size=20), st.binary(min_size=13, max_size=13)), max_size=30),
    st.sampled_from([Arrival(), Rate(rate_hz=1000.0), FieldTime(field="t", unit="h"), FieldTime(field="t", unit="ns")]),
    st.integers(0, 3),
)
def test_no_frame_makes_it_raise_or_lose_count(payloads, time, gap):
    watched = Watched(BLOCK, time)
    watched.feed(frames_of(payloads, b"\x00" * gap))
    for payload in payloads:
        watched.feed(run_of([payload] * 3))


@settings(max_examples=40)
@given(st.sampled_from([*CODES, "bool"]), st.binary(min_size=24, max_size=240), st.sampled_from(["little", "big"]))
def test_any_bytes_are_a_time(kind, data, order):
    options = Struct(order=order, fields=(field("t", kind),))
    size = options.frame_bytes
    payloads = [data[at : at + size] for at in range(0, len(data) - size + 1, size)]
    for unit in ("ns", "h"):
        watched = Watched(options, FieldTime(field="t", unit=unit))
        for n, payload in enumerate(payloads):
            watched.feed(run_of([payload] * 2, read_ns=START + n * MS))
        assert len(watched.rows.times) == 2 * len(payloads)
