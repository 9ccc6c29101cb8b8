"""What cannot be meant is refused, with the key it is about."""

import msgspec
import pytest

from app.decoding.options import BitField, Csv, DecodingOptions, FieldTime, Json, Struct, StructField
from app.quantities import Duration, decode_hook


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (lambda: Csv(header=-1), "header: expected 0 to 1000, got -1"),
        (lambda: Csv(fields=("a",) * 1025), "fields: expected 0 to 1024, got 1025"),
        (lambda: Json(only=("a",)), "only: chooses among tables"),
        (lambda: BitField(name="a", at=64), "at: expected 0 to 63, got 64"),
        (lambda: BitField(name="a", at=60, width=5), "width: expected 1 to 4, got 5"),
        (lambda: BitField(name="", at=0), "name: expected a name"),
        (lambda: StructField(type="u8"), "name: expected a name"),
        (lambda: StructField(name="a", type="u8", repeat=0), "repeat: expected 1 to 1048576, got 0"),
        (lambda: StructField(name="a", type="u8", dt=Duration(0)), "dt: expected a span"),
        (lambda: StructField(type="pad", size=0), "size: expected 1 to"),
        (lambda: StructField(name="a", type="f32", bits=(BitField(name="b", at=0),)), "bits: expected an integer"),
        (lambda: StructField(name="a", type="u8", bits=(BitField(name="b", at=7, width=2),)), "bits: 'b' ends beyond"),
        (lambda: Struct(fields=()), "fields: expected 1 to 1024, got 0"),
        (lambda: Struct(fields=(StructField(type="pad"),)), "fields: expected 1 to 1024, got 0"),
        (lambda: Struct(fields=(StructField(name="a", type="u8"),) * 2), "fields: two channels have the name 'a'"),
        (
            lambda: Struct(fields=tuple(StructField(name=f"c{n}", type="f64", repeat=1 << 20) for n in range(40))),
            "fields: expected 1 to 268435456, got 335544320",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(made, message):
    with pytest.raises(ValueError, match=message.replace("(", r"\(")):
        made()


def test_the_words_of_the_design_are_read():
    struct = {
        "type": "struct",
        "order": "little",
        "fields": [
            {"name": "t", "type": "u64"},
            {"name": "ch1", "type": "f32", "unit": "V", "repeat": 500, "dt": "20 us"},
        ],
    }
    made = msgspec.convert(struct, DecodingOptions, dec_hook=decode_hook)
    assert made.frame_bytes == 2008
    assert made.fields[1].channels == ("ch1",)
    time = msgspec.convert({"field": "t", "unit": "us"}, FieldTime)
    assert (time.field, time.unit, time.epoch) == ("t", "us", "device")
