"""Other names and units in the midst of a stream: the history is as if they had been there from the start."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.decoding.factory import make_decoder
from app.decoding.labels import gives_same_values, names_of, new_names
from app.decoding.options import (
    Arrival,
    BitField,
    Csv,
    DecodingOptions,
    FieldTime,
    Json,
    Struct,
    StructField,
    TimeOptions,
)
from app.framing.factory import make_framer
from app.framing.options import Fixed, FramingOptions, Line
from app.pipeline import Pipeline
from app.stream import Chunk, End

NAMES = st.text(st.sampled_from("ab c[]<é\u202e\x07\"']."), min_size=1, max_size=6)
MS = 1_000_000
ARRIVAL = Arrival()


def field(name: str, kind: str = "u8", unit: str = "", **words: object) -> StructField:
    return StructField(name=name, type=kind, unit=unit, **words)  # type: ignore[arg-type]


def blocks(a: str, b: str, c: str, unit: str = "") -> Struct:
    bits = (BitField(name=b, at=1), BitField(name=c, at=3, width=2))
    return Struct(
        fields=(field(a, "i16", unit, repeat=3), field("n", bits=bits), field("pad", "pad"), field("t", "u32"))
    )


class Run:
    """A pipeline and what it is fed."""

    def __init__(self, framing: FramingOptions, decoding: DecodingOptions, time: TimeOptions) -> None:
        decoder = make_decoder(decoding, time)
        self.pipeline = Pipeline(make_framer(framing), decoder, history_ns=1 << 60, history_bytes=1 << 20)
        self._connection, self._offset = 1, 0

    def feed(self, data: bytes, number: int) -> None:
        at = (1 + number) * MS
        self.pipeline.feed(Chunk(memoryview(data), self._offset, self._connection, at, at))
        self._offset += len(data)
        self.pipeline.process()

    def end(self, number: int) -> None:
        self.pipeline.end(End(self._offset, self._connection, "closed", (1 + number) * MS))
        self._connection, self._offset = self._connection + 1, 0

    def stored(self) -> dict[str, object]:
        found: dict[str, object] = {}
        for name, table in self.pipeline.tables.items():
            times, cells = table.rows(range(len(table.columns)), 0, 1 << 62)
            found[name] = (times.tolist(), cells, [(each.name, each.unit) for each in table.columns])
        return found


def assert_as_if_from_the_start(
    framing: FramingOptions, old: DecodingOptions, new: DecodingOptions, pieces: list[bytes | None], at: int,
    time: TimeOptions = ARRIVAL,
) -> None:  # fmt: skip
    """`pieces`: None where the connection ends. `at`: before which of them the words change."""
    assert gives_same_values(old, new, getattr(time, "field", None))
    changed, always = Run(framing, old, time), Run(framing, new, time)
    for number, piece in enumerate([*pieces, b""]):
        if number == min(at, len(pieces)):
            before = {name: each[:2] for name, each in changed.stored().items()}  # type: ignore[index]
            changed.pipeline.relabel(new)
            assert {name: each[:2] for name, each in changed.stored().items()} == before  # type: ignore[index]
            assert changed.stored() == always.stored()
        for run in (changed, always):
            if piece is None:
                run.end(number)
            else:
                run.feed(piece, number)
    assert changed.stored() == always.stored()
    assert changed.pipeline.failures() == ()


@given(
    st.lists(NAMES, min_size=2, max_size=2),
    st.lists(NAMES, min_size=2, max_size=2),
    st.lists(
        st.sampled_from([b"1,2\n", b"3,", b"4.5\n", b"5,word\n", b"x\n", b"1e3,-0\n" * 70, b",7\n", None]), max_size=12
    ),
    st.integers(0, 12),
)
def test_fields_of_csv_have_other_names_and_units(
    old: list[str], new: list[str], pieces: list[bytes | None], at: int
) -> None:
    assert_as_if_from_the_start(Line(), Csv(fields=tuple(old)), Csv(fields=tuple(new)), pieces, at)


@given(
    st.lists(st.sampled_from("abcde"), min_size=3, max_size=3, unique=True),
    st.lists(st.binary(min_size=1, max_size=40) | st.none(), max_size=6),
    st.integers(0, 6),
)
def test_fields_and_bits_of_a_structure_have_other_names_and_units(
    new: list[str], pieces: list[bytes | None], at: int
) -> None:
    old = blocks("a", "b", "c", "V")
    assert_as_if_from_the_start(Fixed(size=12), old, blocks(*new, unit="mV"), pieces, at)
    assert_as_if_from_the_start(Fixed(size=12), old, blocks(*new), pieces, at, FieldTime(field="t", unit="us"))


@given(st.integers(0, 8), st.sampled_from([{}, {"a": "V"}, {"A.a": "mV", "a": "V"}, {"a (text)": "°", "q.0": "<b>"}]))
def test_channels_of_json_have_other_units(at: int, units: dict[str, str]) -> None:
    lines = [
        b'{"k":"A","a":1,"q":[2]}\n', b'{"k":"A","a":"x"}\n', b'{"k":"B","a":2.5}\n{"k":"', b'C","a":3}\n', None,
        b'{"k":"A","a":4,"q":[2]}\n' * 40, b'{"k":"B","new":true}\n',
    ]  # fmt: skip
    old = Json(by="k", units={"a": "m"}, only=("A", "B"))
    assert_as_if_from_the_start(Line(), old, Json(by="k", units=units, only=("B", "A")), lines, at)


def test_one_more_table_that_is_wanted_comes_from_then_on_and_the_rest_stays() -> None:
    old, new = Json(by="k", only=("A",)), Json(by="k")
    assert gives_same_values(old, new, None)
    assert not gives_same_values(new, old, None)
    run = Run(Line(), old, Arrival())
    run.feed(b'{"k":"A","a":1}\n{"k":"B","a":1}\n', 0)
    run.pipeline.relabel(new)
    run.feed(b'{"k":"A","a":2}\n{"k":"B","a":2}\n', 1)
    assert {name: table.in_history for name, table in run.pipeline.tables.items()} == {"A": 2, "B": 1}
    assert run.pipeline.failures() == ()


def test_the_unit_of_the_devices_own_time_stays_what_it_is() -> None:
    line = b"2024-01-01T00:00:00Z,1\n"
    time = FieldTime(field="t", unit="iso")
    assert_as_if_from_the_start(Line(), Csv(fields=("t", "a")), Csv(fields=("t", "b [V]")), [line, line], 1, time)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (Csv(fields=("a",)), Csv(fields=("a", "b"))),
        (Csv(), Csv(fields=("a",))),  # only the data says how many there are
        (Csv(fields=("a",)), Csv(fields=("b",), separator=";")),
        (Csv(fields=("a",), header=True), Csv(fields=("b",), header=1)),
        (Csv(fields=("a",)), Json()),
        (Json(by="a"), Json(by="b")),
        (Json(), Json(by="b")),
        (Struct(fields=(field("a"),)), Struct(fields=(field("a", "i8"),))),
        (Struct(fields=(field("a"),)), Struct(fields=(field("a", scale=2.0),))),
        (Struct(fields=(field("a", "u16"),)), Struct(fields=(field("a", "u16"),), order="big")),
        (Struct(fields=(field("a"),)), Struct(fields=(field("a", bits=(BitField(name="b", at=0),)),))),
        (blocks("a", "b", "c"), Struct(fields=blocks("a", "b", "c").fields[:-1])),
    ],
)
def test_what_makes_other_values_of_the_same_bytes_is_told_from_it(old: DecodingOptions, new: DecodingOptions) -> None:
    assert not gives_same_values(old, new, None)


def test_what_says_nothing_where_it_stands_changes_nothing() -> None:
    old = Struct(fields=(field("a", "bool", scale=2.0), field("", "pad", size=2, repeat=2), field("b", "u8", size=7)))
    new = Struct(fields=(field("a", "bool"), field("gap", "pad", size=4), field("b", "u8")))
    assert gives_same_values(old, new, None)
    assert names_of(old) == names_of(new) == ("a", "b")


def test_a_rename_of_the_time_field_or_onto_it_makes_other_times() -> None:
    assert not gives_same_values(Csv(fields=("t", "a")), Csv(fields=("a", "t")), "t")
    assert not gives_same_values(Csv(fields=("x", "a")), Csv(fields=("t", "a")), "t")
    assert gives_same_values(Csv(fields=("t", "a")), Csv(fields=("t [ms]", "b")), "t")


def test_two_channels_may_change_names() -> None:
    assert new_names(Csv(fields=("a [V]", "a", "")), Csv(fields=("x", "a", "a"))) == {
        "a": "x",
        "a (2)": "a",
        "c3": "a (2)",
    }


def test_a_frame_of_the_structure_above_has_the_length_that_its_framing_says() -> None:
    assert blocks("a", "b", "c").frame_bytes == struct.calcsize("<3hBxI") == 12
