"""Plain values as TOML."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.quantities import ByteSize, Duration, Frequency
from app.session.toml_text import pair, quantity_text, value_text

PLAIN = st.recursive(
    st.text(max_size=8)
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.sampled_from(['"', "'", "\\", "a'b\"c", "\x00\n\x7f", "\U0001f4c8\u202e"]),
    lambda items: st.lists(items, max_size=3) | st.dictionaries(st.text(max_size=4), items, max_size=3),
    max_leaves=8,
)


@given(st.text(max_size=5), PLAIN)
def test_any_plain_value_is_read_back_by_the_parser(key: str, value: Any) -> None:
    assert tomllib.loads(pair(key, value)) == {key: value}


@given(st.integers(1, 10**18 - 1))
def test_a_size_and_a_duration_are_written_exactly(number: int) -> None:
    for kind in (ByteSize, Duration):
        assert kind.parse(quantity_text(kind(number))) == number


@given(st.floats(0.1, 1e12))
def test_a_frequency_is_written_exactly(number: float) -> None:
    assert Frequency.parse(quantity_text(Frequency(number))) == number


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (Duration(600 * 10**9), "10 min"),
        (Duration(90 * 10**9), "90 s"),
        (Duration(1500 * 10**6), "1500 ms"),
        (Duration(20_000), "20 us"),
        (Duration(7200 * 10**9), "2 h"),
        (ByteSize(4 << 20), "4 MiB"),
        (ByteSize(10**6), "1 MB"),
        (ByteSize(1), "1 B"),
        (Frequency(1500), "1500 Hz"),
        (Frequency(50_000), "50 kHz"),
        (Frequency(0.1), "0.1 Hz"),
        (Frequency(1e-7), "0.0000001 Hz"),
    ],
)
def test_a_quantity_is_written_in_the_unit_that_a_person_would_take(quantity: Any, text: str) -> None:
    assert quantity_text(quantity) == text
    assert value_text(quantity) == f'"{quantity_text(quantity)}"'


def test_quotes_are_chosen_so_that_little_needs_an_escape() -> None:
    assert value_text('?WATCH={"enable":true};\\n') == """'?WATCH={"enable":true};\\n'"""
    assert value_text("it's") == '"it\'s"'
    assert value_text("both ' and \"") == '"both \' and \\""'
    assert value_text('"\n') == '"\\"\\n"'


def test_long_arrays_and_arrays_of_tables_stand_one_element_a_line() -> None:
    assert value_text(["a", "b"]) == '["a", "b"]'
    assert value_text([{"a": 1}]) == "[{ a = 1 }]"
    assert value_text([{"a": 1}, {"a": 2}]) == "[\n  { a = 1 },\n  { a = 2 },\n]"
    assert value_text(["x" * 60, "y" * 60]).count("\n") == 3


def test_what_toml_has_no_form_for_is_refused() -> None:
    with pytest.raises(TypeError, match="no form for None"):
        value_text(None)
