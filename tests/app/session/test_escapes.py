r"""Bytes in the session file, such as '?POLL;\n'."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.session.escapes import EscapeError, doubled, to_bytes, to_characters, to_text


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", b""),
        ("plain", b"plain"),
        ("µ", b"\xc2\xb5"),
        (r"?W={};\n", b"?W={};\n"),
        ("a\n", b"a\n"),
        (r"\r\n\t\0\\", b"\r\n\t\0\\"),
        (r"\x02\xfF1", b"\x02\xff1"),
        (r"\\n", rb"\n"),
        (r"\\\n", b"\\\n"),
    ],
)
def test_escapes_are_read_in_any_kind_of_quotes(text: str, data: bytes) -> None:
    assert to_bytes(text) == data


@pytest.mark.parametrize("text", [r"\d", "\\", r"\x1", r"\xgg", r"\u0041", "\\\n", "\\é", r"\x+1"])
def test_an_unknown_escape_is_an_error_not_a_guess(text: str) -> None:
    with pytest.raises(ValueError, match="unknown escape") as caught:
        to_bytes(text)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(("text", "at", "length"), [(r"VOLT \q 1", 5, 2), (r"\n\x1g", 2, 2), ("µ\\", 1, 1)])
def test_an_unknown_escape_is_told_with_its_place(text: str, at: int, length: int) -> None:
    with pytest.raises(EscapeError) as caught:
        to_bytes(text)
    assert (caught.value.at, caught.value.length) == (at, length)


def test_a_delimiter_keeps_bytes_as_characters_and_characters_as_they_are() -> None:
    assert to_characters(r"\xff\r") == "\xff\r"
    assert to_characters("→") == "→"


@given(st.binary(max_size=40) | st.text(max_size=20).map(str.encode))
def test_any_bytes_are_written_printably_and_read_back(data: bytes) -> None:
    text = to_text(data)
    assert text.isprintable()
    assert to_bytes(text) == data


@given(st.text(max_size=20))
def test_any_delimiter_is_written_and_read_back(text: str) -> None:
    assert to_characters(doubled(text)) == text
