"""What settings make of captured bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.decoding.options import Arrival, Csv, FieldTime, Json, Rate, Struct, StructField
from app.framing.options import Fixed, Length, Line, QDataStreamBlocks, Sync
from app.preview import (
    KEPT_FRAMES,
    KEPT_ROWS,
    MOST_COLUMNS,
    MOST_FRAMES,
    MOST_NS,
    MOST_TABLES,
    Piece,
    Settings,
    preview_of,
)

U32 = Struct(fields=(StructField(name="n", type="u32"),))
SKIPPING = Length(size=1, order="little", on_violation="skip")
FRAMINGS = (Line(), Line(delimiter="\x00"), Length(), SKIPPING, Fixed(size=4), QDataStreamBlocks(),
            Sync(word="A5 5A"), Sync(word="00", checksum="none"))  # fmt: skip
DECODINGS = (
    Csv(),
    Csv(header=True),
    Csv(separator="blanks", fields=("a", "b [V]")),
    Json(),
    Json(by="k", only=("x",)),
    U32,
)
TIMES = (Arrival(), Rate(rate_hz=50), FieldTime(field="n"), FieldTime(field="c1", unit="iso", epoch="unix"))


def capture(*pieces: bytes) -> list[Piece]:
    return [Piece(data, 1_000_000_000 + number * 10_000_000) for number, data in enumerate(pieces)]


def test_lines_become_rows_with_their_names_units_and_times():
    settings = Settings(Line(), Csv(fields=("ax [m/s²]", "on")), Arrival())
    seen = preview_of(capture(b"1.5,0\n2.5", b",1\n"), settings)
    assert [(frame.head, frame.length) for frame in seen.frames] == [(b"1.5,0", 5), (b"2.5,1", 5)]
    (table,) = seen.tables
    assert table.units == {"ax": "m/s²", "on": ""}
    assert table.rows == [{"ax": 1.5, "on": 0.0}, {"ax": 2.5, "on": 1.0}]
    assert table.times == [0, 10_000_000]
    assert (seen.cut, seen.decoded, seen.pending) == (2, 2, 0)


def test_a_frame_whose_end_is_missing_waits_unless_the_device_has_ended():
    settings = Settings(Line(), Csv(), Arrival())
    assert preview_of(capture(b"1\n2"), settings).pending == 1
    ended = preview_of(capture(b"1\n2"), settings, ended=True)
    assert (ended.pending, sum(ended.discarded.values())) == (0, 1)


def test_a_length_that_cannot_be_true_ends_the_look_and_is_told():
    seen = preview_of(capture(b"\xff" * 64), Settings(Length(), U32, Arrival()))
    assert seen.violation is not None
    assert "4294967295" in seen.violation


def test_the_work_is_bounded_and_says_how_much_was_looked_at():
    seen = preview_of(capture(b"1\n" * 32768), Settings(Line(), Csv(), Arrival()))
    assert seen.cut == MOST_FRAMES
    assert seen.received == 65536
    assert seen.looked_at < seen.received
    assert len(seen.frames) == KEPT_FRAMES
    assert len(seen.tables[0].rows) == KEPT_ROWS


def test_bytes_that_take_long_are_looked_at_in_part():
    times = iter(range(0, 10 * MOST_NS, MOST_NS // 2))
    seen = preview_of(capture(b"7" * 65536), Settings(Line(), Csv(), Arrival()), clock=lambda: next(times))
    assert 0 < seen.looked_at < seen.received


def test_a_thousand_columns_and_tables_are_shown_in_part():
    wide = b",".join(b"%d" % n for n in range(1000))
    seen = preview_of(capture(wide + b"\n"), Settings(Line(), Csv(), Arrival()))
    assert len(seen.tables[0].units) == MOST_COLUMNS
    assert seen.tables[0].left_out == 1000 - MOST_COLUMNS
    many = b"".join(b'{"k": "t%d", "v": 1}\n' % n for n in range(100))
    assert len(preview_of(capture(many), Settings(Line(), Json(by="k"), Arrival())).tables) == MOST_TABLES


def test_a_key_that_comes_later_is_missing_in_the_rows_before():
    seen = preview_of(capture(b'{"a": 1}\n{"a": 2, "b": "x"}\n'), Settings(Line(), Json(), Arrival()))
    assert seen.tables[0].rows == [{"a": 1}, {"a": 2, "b": "x"}]


@given(
    st.lists(st.binary(max_size=300), max_size=8),
    st.sampled_from(FRAMINGS),
    st.sampled_from(DECODINGS),
    st.sampled_from(TIMES),
    st.booleans(),
)
def test_no_bytes_make_it_raise_and_every_frame_has_an_end(pieces, framing, decoding, time, ended):
    seen = preview_of(capture(*pieces), Settings(framing, decoding, time), ended=ended)
    assert seen.looked_at <= seen.received == sum(map(len, pieces))
    assert seen.cut == seen.decoded + sum(seen.rejected.values()) + sum(seen.set_aside.values())
    for table in seen.tables:
        assert len(table.rows) == len(table.times) <= KEPT_ROWS
