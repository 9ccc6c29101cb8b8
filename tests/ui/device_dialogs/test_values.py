"""Between what one types and what the session file says."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.session.escapes import to_characters
from ui.device_dialogs import values


@pytest.mark.parametrize(("text", "value"), [("7", 7), (" -3 ", -3), ("7.5", "7.5"), ("0x10", "0x10")])
def test_a_whole_number_is_one_and_all_else_stays_a_text(text: str, value: object):
    assert values.whole(text) == value


@pytest.mark.parametrize(("text", "value"), [("1", 1), ("0.01", 0.01), ("-40.", -40.0), ("1e3", 1e3), ("nan", "nan")])
def test_a_number_is_one_and_all_else_stays_a_text(text: str, value: object):
    assert values.number(text) == value


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("imu:7001", "tcp://imu:7001"),
        ("[::1]:9", "tcp://[::1]:9"),
        (" tcp://imu:1 ", "tcp://imu:1"),
        ("udp://imu:1", "udp://imu:1"),
        ("tcp:/imu:1", "tcp:/imu:1"),
    ],
)
def test_a_host_and_a_port_alone_are_tcp(text: str, link: str):
    assert values.address(text) == link


@given(st.lists(st.text(min_size=1, max_size=12).map(str.strip).filter(bool), max_size=6))
def test_a_list_reads_back(texts: list[str]):
    texts = [text for text in texts if text.isprintable()]
    assert values.listed(values.shown_list(texts)) == texts


@given(st.text(alphabet=st.characters(max_codepoint=255), min_size=1, max_size=6))
def test_a_delimiter_reads_back_as_the_file_would_read_it(text: str):
    try:
        meant = to_characters(text)
    except ValueError:
        return  # no delimiter that a file could have
    assert to_characters(values.shown_delimiter(text)) == meant


@pytest.mark.parametrize(
    "text",
    [
        '{ name = "t", type = "u64" }\n{ name = "u", type = "f32" }',
        '{ name = "t", type = "u64" },\n{ name = "u", type = "f32" },',
        '[{ name = "t", type = "u64" }, { name = "u", type = "f32" }]',
    ],
)
def test_rows_are_read_with_commas_or_without(text: str):
    rows = values.toml_rows(text)
    assert rows == [{"name": "t", "type": "u64"}, {"name": "u", "type": "f32"}]
    assert values.toml_rows(values.shown_rows(rows)) == rows


@pytest.mark.parametrize(
    "text", ["{ name = }", "[" * 5000, "a." * 3000 + "b", "{ name = 1979-05-27 }", "\x00", "] = ["]
)
def test_what_is_no_row_is_told_and_nothing_else_happens(text: str):
    with pytest.raises(ValueError, match=r"\w"):
        values.toml_rows(text)


@given(st.text(max_size=80))
def test_no_text_makes_it_raise_anything_else(text: str):
    with contextlib.suppress(ValueError):
        values.toml_rows(text)
    values.listed(text)
