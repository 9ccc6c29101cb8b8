from __future__ import annotations

import msgspec
import pytest

from app.quantities import (
    ByteSize,
    Duration,
    Frequency,
    QuantityError,
    counted,
    decode_hook,
    name_and_unit,
    shown_bytes,
    unit_for,
)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("0 B", 0),
        ("4 MiB", 4 << 20),
        ("4MiB", 4 << 20),
        (" 64  KiB ", 64 << 10),
        ("1.5 KiB", 1536),
        ("2 kB", 2000),
        ("3 MB", 3_000_000),
        ("1 GB", 10**9),
        ("1 GiB", 1 << 30),
        ("0.1 kB", 100),
        ("9007199254740993 B", 9007199254740993),  # one more than a float can hold
        ("9007199254740993.0 B", 9007199254740993),
    ],
)
def test_a_size_is_an_int_of_bytes(text: str, size: int):
    assert ByteSize.parse(text) == size


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("1 ns", 1),
        ("20 us", 20_000),
        ("20 µs", 20_000),
        ("0.5 ms", 500_000),
        ("10 min", 600 * 10**9),
        ("2 h", 7200 * 10**9),
    ],
)
def test_a_duration_is_an_int_of_nanoseconds(text: str, span: int):
    assert Duration.parse(text) == span


def test_a_frequency_is_a_float_of_hertz():
    assert Frequency.parse("1.5 kHz") == 1500.0
    assert Frequency.parse("0.1 Hz") == 0.1


def test_a_duration_in_seconds_is_a_float():
    assert Duration.parse("1.5 s").seconds == 1.5


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4",
        "MiB",
        "4 mib",
        "-4 MiB",
        "4,5 MiB",
        "1e3 B",
        "4 MiB 5",
        "4 5 MiB",
        ".5 MiB",
        "5. MiB",
        "4 min",
        "٤ MiB",
        "4 MiB\n;",
    ],
)
def test_what_is_no_size_is_refused_with_the_units_and_an_example(text: str):
    with pytest.raises(QuantityError, match=r'with a unit \(B, KiB, MiB, .*\) such as "4 MiB", got '):
        ByteSize.parse(text)


@pytest.mark.parametrize("value", [4096, 4.5, True, None, ["4 MiB"]])
def test_a_bare_number_is_refused_since_its_unit_would_be_a_guess(value: object):
    with pytest.raises(QuantityError, match="expected a text with a unit"):
        ByteSize.parse(value)


@pytest.mark.parametrize("digits", [400, 5000, 100_000])
@pytest.mark.parametrize("fraction", ["", ".5"])
def test_an_absurdly_long_number_is_refused_like_any_other_mistake(digits: int, fraction: str):
    with pytest.raises(QuantityError, match="expected a number") as refused:
        ByteSize.parse("9" * digits + fraction + " MiB")
    assert len(str(refused.value)) < 200


def test_a_quantity_stays_what_it_is():
    assert ByteSize.parse(ByteSize(5)) == 5
    assert type(ByteSize.parse("5 B")) is ByteSize


def test_msgspec_says_where_a_quantity_is_wrong():
    class Options(msgspec.Struct):
        size: ByteSize
        span: Duration

    assert msgspec.convert({"size": "1 KiB", "span": "1 s"}, Options, dec_hook=decode_hook) == Options(
        ByteSize(1024), Duration(10**9)
    )
    with pytest.raises(msgspec.ValidationError, match=r"such as \"500 ms\", got '1 KiB' - at `\$\.span`"):
        msgspec.convert({"size": "1 KiB", "span": "1 KiB"}, Options, dec_hook=decode_hook)


def test_the_hook_knows_quantities_alone():
    with pytest.raises(NotImplementedError):
        decode_hook(complex, "1 B")


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("ax [m/s²]", "ax", "m/s²"),
        ("  ax  [ m/s² ] ", "ax", "m/s²"),
        ("ax", "ax", ""),
        ("ax[V]", "ax", "V"),
        ("a[0] [V]", "a[0]", "V"),
        ("ax []", "ax", ""),
        ("[V]", "[V]", ""),
        ("ax [V] raw", "ax [V] raw", ""),
        ("", "", ""),
    ],
)
def test_a_unit_stands_in_brackets_behind_its_name(text: str, name: str, unit: str):
    assert name_and_unit(text) == (name, unit)


def test_one_is_told_in_the_singular():
    assert [counted(count, "frame") for count in (0, 1, 2)] == ["0 frames", "1 frame", "2 frames"]
    assert [counted(count, "byte was", "bytes were") for count in (1, 2)] == ["1 byte was", "2 bytes were"]


def test_a_unit_that_is_a_word_follows_its_value_and_a_symbol_does_not():
    assert [unit_for(value, "attempts") for value in (0, 1, 1.5)] == ["attempts", "attempt", "attempts"]
    assert [unit_for(1, symbol) for symbol in ("s", "ms", "%", "KiB")] == ["s", "ms", "%", "KiB"]


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (1024, "1 KiB"),
        (12_595, "12.3 KiB"),
        (1000 << 10, "1000 KiB"),
        (999.7 * 1024, "1000 KiB"),
        (1023.9 * 1024, "1024 KiB"),
        (4 << 20, "4 MiB"),
        (5000 << 30, "5000 GiB"),
        (-2048, "-2 KiB"),
    ],
)
def test_bytes_are_shown_in_powers_of_1024_with_three_digits(count: float, text: str):
    assert shown_bytes(count) == text
