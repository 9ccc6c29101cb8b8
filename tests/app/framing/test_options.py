from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.framing.factory import make_framer
from app.framing.options import (
    FARTHEST_FIELD,
    LARGEST_FRAME,
    LONGEST_WORD,
    Fixed,
    FramingOptions,
    Length,
    Line,
    QDataStreamBlocks,
    Sync,
)
from app.quantities import ByteSize, decode_hook


def convert(**words) -> FramingOptions:
    return msgspec.convert(words, FramingOptions, dec_hook=decode_hook)


def test_each_word_of_the_session_makes_its_options():
    assert convert(type="line") == Line()
    assert convert(type="length", size=2, order="little") == Length(size=2, order="little")
    assert convert(type="fixed", size=32) == Fixed(size=32)
    assert convert(type="qdatastream", max_frame="2 MiB") == QDataStreamBlocks(max_frame=2 << 20)
    assert convert(type="sync", word="A5 5A") == Sync(word="A5 5A")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"type": "line", "delimiter": ""}, "delimiter: expected 1 to 64 bytes, got ''"),
        ({"type": "line", "delimiter": "x" * 65}, "delimiter: expected 1 to 64 bytes"),
        ({"type": "line", "max_frame": "0 B"}, "max_frame: expected 1 B to 256 MiB, got 0 B"),
        ({"type": "line", "max_frame": 80}, "expected a text with a unit"),
        ({"type": "length", "max_frame": "4 GiB"}, "max_frame: expected 1 B to 256 MiB"),
        ({"type": "length", "size": 3}, "Invalid enum value 3"),
        ({"type": "length", "offset": -1}, "offset: expected 0 to 4096, got -1"),
        ({"type": "length", "adjust": 1 << 40}, "adjust: expected at most"),
        ({"type": "fixed", "size": 0}, "size: expected 1 to 268435456 bytes, got 0"),
        ({"type": "fixed", "size": -5}, "size: expected 1"),
        ({"type": "fixed", "size": 1 << 70}, ""),
        ({"type": "fixed"}, "missing required field `size`"),
        ({"type": "qdatastream", "max_frame": "0 B"}, "max_frame"),
        ({"type": "sync", "word": ""}, 'word: expected 1 to 64 bytes in hex such as "A5 5A"'),
        ({"type": "sync", "word": "A5 5"}, "word: expected"),
        ({"type": "sync", "word": "sync"}, "word: expected"),
        ({"type": "sync", "word": "5A" * 65}, "word: expected"),
        ({"type": "sync", "word": "A5", "max_frame": "1 GiB"}, "max_frame"),
        ({"type": "line", "delimeter": ";"}, "unknown field `delimeter`"),
        ({"type": "lines"}, "Invalid value 'lines'"),
    ],
    ids=str,
)
def test_what_cannot_be_meant_is_refused_with_what_was_expected(words: dict[str, object], message: str):
    with pytest.raises(msgspec.ValidationError) as refused:
        convert(**words)
    assert message in str(refused.value)


def test_characters_below_256_are_bytes_and_all_others_make_the_delimiter_utf8():
    assert Line(delimiter="\u00c0").delimiter_bytes == b"\xc0"
    assert Line(delimiter="\x1e\r\n").delimiter_bytes == b"\x1e\r\n"
    assert Line(delimiter="→").delimiter_bytes == b"\xe2\x86\x92"
    assert Line(delimiter="é→").delimiter_bytes == b"\xc3\xa9\xe2\x86\x92"


def test_a_sync_word_is_read_with_or_without_blanks():
    assert Sync(word="A5 5a").word_bytes == Sync(word="a55A").word_bytes == b"\xa5\x5a"


SIZES = st.sampled_from([-1, 0, 1, 64, LARGEST_FRAME, LARGEST_FRAME + 1]).map(ByteSize)


def is_size(size: int) -> bool:
    return 1 <= size <= LARGEST_FRAME


def made(words: type[FramingOptions], **values: object) -> bool:
    """Whether it can be meant. What can be meant can be framed with; what cannot is refused in words."""
    try:
        framer = make_framer(words(**values))
    except ValueError as refused:
        return "expected" not in str(refused)  # a refusal that does not say what was expected is none
    assert framer.pending == 0
    return True


@given(delimiter=st.text(max_size=3) | st.text(min_size=60, max_size=70), max_frame=SIZES)
def test_a_line_ends_with_any_text_of_one_to_sixty_four_bytes(delimiter: str, max_frame: ByteSize):
    size = len(delimiter) if all(ord(each) < 256 for each in delimiter) else len(delimiter.encode())
    assert made(Line, delimiter=delimiter, max_frame=max_frame) == (1 <= size <= LONGEST_WORD and is_size(max_frame))


@given(
    offset=st.sampled_from([-1, 0, 3, FARTHEST_FIELD, FARTHEST_FIELD + 1]),
    adjust=st.sampled_from([-LARGEST_FRAME - 1, -LARGEST_FRAME, 0, LARGEST_FRAME, LARGEST_FRAME + 1]),
    max_frame=SIZES,
)
def test_a_length_field_is_near_the_start_and_adjusted_within_the_largest_frame(
    offset: int, adjust: int, max_frame: ByteSize
):
    can_be = 0 <= offset <= FARTHEST_FIELD and abs(adjust) <= LARGEST_FRAME and is_size(max_frame)
    assert made(Length, offset=offset, adjust=adjust, max_frame=max_frame) == can_be


@given(size=st.sampled_from([-5, 0, 1, 12, LARGEST_FRAME, LARGEST_FRAME + 1]))
def test_a_fixed_size_is_at_least_a_byte_and_at_most_the_largest_frame(size: int):
    assert made(Fixed, size=size) == made(QDataStreamBlocks, max_frame=ByteSize(size)) == is_size(size)


@given(word=st.binary(max_size=3).map(bytes.hex) | st.text(max_size=4) | st.just("5A" * 65), max_frame=SIZES)
def test_a_sync_word_is_hex_of_one_to_sixty_four_bytes(word: str, max_frame: ByteSize):
    try:
        size = len(bytes.fromhex(word))
    except ValueError:
        size = 0
    assert made(Sync, word=word, max_frame=max_frame) == (1 <= size <= LONGEST_WORD and is_size(max_frame))
