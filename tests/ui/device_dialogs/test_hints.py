"""What the bytes say about settings that do not fit them."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.decoding.options import Arrival, Csv, DecodingOptions, Json, Struct, StructField
from app.framing.options import Fixed, FramingOptions, Length, Line, QDataStreamBlocks, Sync
from app.preview import Piece, Settings, preview_of
from ui.device_dialogs.draft import Draft
from ui.device_dialogs.hints import MOST_HINTS, Hint, hints_of, looks_like_text

U32 = Struct(fields=(StructField(name="n", type="u32"),))
F32S = Struct(fields=(StructField(name="u", type="f32"), StructField(name="i", type="f32")))
NAMED = Csv(fields=("a", "b", "c"))
BINARY = bytes(range(128, 256)) * 20


def hints(data: bytes, framing: FramingOptions, decoding: DecodingOptions) -> list[Hint]:
    settings = Settings(framing, decoding, Arrival())
    capture = [Piece(data, 1)]
    return hints_of(capture, preview_of(capture, settings), settings)


@pytest.mark.parametrize(
    ("data", "framing", "decoding"),
    [
        (b"1,2,3\n" * 9, Line(), NAMED),
        (b"t,u\n" + b"1,2\n" * 9, Line(), Csv(header=True)),
        (b'{"a": 1}\n' * 9, Line(), Json()),
        (struct.pack("<If", 4, 1.5) * 9, Length(order="little"), U32),
        (struct.pack("<ff", 1, 2) * 9, Fixed(size=8), F32S),
        (b"", Line(), Csv()),
    ],
)
def test_settings_that_fit_are_left_alone(data: bytes, framing: FramingOptions, decoding: DecodingOptions):
    assert hints(data, framing, decoding) == []


def test_no_line_ending_in_64_kib_cannot_be_lines():
    (hint, *_) = hints(b"7" * 65536, Line(), Csv())
    assert hint.text == "No line ending in 64 KiB: a framing by lines cannot be right"


def test_another_delimiter_that_comes_is_offered():
    (hint, *_) = hints(b"1,2\r" * 9, Line(), Csv())
    assert hint.words == {"framing": {"type": "line", "delimiter": "\\r"}}


def test_bytes_that_are_no_text_are_no_lines():
    (hint, *_) = hints(BINARY, Line(), Csv())
    assert "not text" in hint.text


def test_text_is_lines_whatever_the_framing():
    (hint, *_) = hints(b"1,2\n" * 30, Fixed(size=8), F32S)
    assert hint.words == {"framing": {"type": "line"}}


def test_objects_are_json():
    (hint, *_) = hints(b'{"a": 1, "b": [1, 2]}\n' * 9, Line(), Csv())
    assert hint.words == {"decoding": {"type": "json"}}


@pytest.mark.parametrize(("separator", "word"), [(";", ";"), ("\t", "tab")])
def test_another_separator_is_found(separator: str, word: str):
    data = f"1{separator}2{separator}3\n".encode() * 9
    (hint, *_) = hints(data, Line(), Csv(header=True))
    assert hint.words == {"decoding": {"type": "csv", "separator": word}}


def test_cells_between_separators_are_no_json():
    (hint, *_) = hints(b"1;2;3\n" * 9, Line(), Json())
    assert hint.words["decoding"]["type"] == "csv"
    assert hint.words["decoding"]["separator"] == ";"


def test_as_many_names_as_values():
    (hint, *_) = hints(b"1,2,3,4,5,6\n" * 9, Line(), NAMED)
    assert hint.text == "A frame has 6 values, and 3 fields are named"


@pytest.mark.parametrize("decoding", [Csv(), Json()])
def test_frames_that_are_no_text_need_a_struct(decoding: DecodingOptions):
    (hint,) = hints(struct.pack("<If", 4, 1.7) * 9, Length(order="little"), decoding)
    assert hint.text == "These frames are not text: a binary struct reads such ones"


def test_a_size_that_the_fields_do_not_have():
    (hint, *_) = hints(BINARY, Fixed(size=12), F32S)
    assert hint.words == {"framing": {"type": "fixed", "size": 8}}


def test_frames_of_another_length_than_the_fields():
    (hint, *_) = hints(struct.pack("<Iff", 8, 1, 2) * 9, Length(order="little"), U32)
    assert hint.text == "The fields are 4 bytes, and most frames have 8"


@pytest.mark.parametrize("order", ["little", "big"])
@pytest.mark.parametrize("size", [1, 2, 4])
def test_a_length_of_another_size_or_order_is_tried(order: str, size: int):
    frame = (200).to_bytes(size, order) + bytes(range(50, 250))
    wrong = Length(size=8, max_frame=1 << 20)
    found = hints(frame * 20, wrong, U32)
    assert found
    assert found[0].words["framing"]["size"] == size
    assert size == 1 or found[0].words["framing"]["order"] == order


@pytest.mark.parametrize("data", [b'{"a": 1}\n' * 9, b"1;2\n" * 9, b"1,2\r" * 9, struct.pack("<If", 4, 1.5) * 9])
@pytest.mark.parametrize("framing", [Line(), Length(), Fixed(size=7)])
@pytest.mark.parametrize("decoding", [Csv(header=True), Json(), U32])
def test_every_remedy_is_sound(data: bytes, framing: FramingOptions, decoding: DecodingOptions):
    for hint in hints(data, framing, decoding):
        draft = Draft()
        draft.improve(hint.words)
        assert draft.settings() is not None


@given(
    st.one_of(st.binary(max_size=400), st.text(alphabet='{}1,; \n"a:', max_size=200).map(str.encode)),
    st.sampled_from([Line(), Length(), Length(size=1), Fixed(size=3), QDataStreamBlocks(), Sync(word="A5")]),
    st.sampled_from([Csv(), NAMED, Csv(separator="blanks"), Json(), U32]),
)
def test_no_bytes_make_it_raise(data: bytes, framing: FramingOptions, decoding: DecodingOptions):
    found = hints(data, framing, decoding)
    assert len(found) <= MOST_HINTS
    assert all(hint.text for hint in found)


def test_degrees_are_text_and_random_bytes_are_not():
    assert looks_like_text("21.5 °C; 3 µm\r\n".encode() * 4)
    assert not looks_like_text(BINARY)
    assert not looks_like_text(b"\x00\x01\x02\x03" * 9)
    assert not looks_like_text(b"")
