"""The time axis of a device."""

from __future__ import annotations

import pytest

from app.decoding.options import Arrival, FieldTime, Rate, TimeOptions
from app.session.reading import parse_session
from tests.app.session.bench import told_of_device


@pytest.mark.parametrize(
    ("time", "made"),
    [
        ('"arrival"', Arrival()),
        ('{ type = "arrival" }', Arrival()),
        ('{ rate = "1 kHz" }', Rate(rate_hz=1000.0)),
        ('{ type = "rate", rate = "0.5 Hz" }', Rate(rate_hz=0.5)),
        ('{ field = "t" }', FieldTime(field="t")),
        (
            '{ type = "field", field = "t", unit = "iso", epoch = "unix" }',
            FieldTime(field="t", unit="iso", epoch="unix"),
        ),
        ('{ field = "t", unit = "ns", epoch = "boot" }', FieldTime(field="t", unit="ns", epoch="boot")),
    ],
)
def test_the_key_says_which_time_is_meant(time: str, made: TimeOptions) -> None:
    assert parse_session(f'[[device]]\nname = "a"\nlink = "tcp://h:1"\ntime = {time}').devices[0].time == made


EXPECTED = 'expected "arrival", { rate = "1 kHz" } or { field = "t", unit = "us" }'


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ('"arival"', f'time: {EXPECTED}, got "arival"'),
        ("3", f"time: {EXPECTED}, got 3"),
        ("[]", f"time: {EXPECTED}, got an array"),
        ("{}", f"time: {EXPECTED}"),
        ('{ unit = "us" }', f"time: {EXPECTED}"),
        (
            '{ type = "rat", rate = "1 Hz" }',
            'time.type: expected "arrival", "rate" or "field", got "rat": did you mean "rate"',
        ),
        ("{ type = [] }", 'time.type: expected "arrival", "rate" or "field", got an array'),
        ("{ rate = 1000 }", 'time.rate: expected a frequency such as "1 kHz", got 1000'),
        ('{ rate = "1 khz" }', 'time.rate: expected a frequency such as "1 kHz", got "1 khz": did you mean "kHz"?'),
        ('{ rate = "0 Hz" }', 'time.rate: expected a frequency such as "1 kHz", got "0 Hz"'),
        ('{ rate = "1 Hz", unit = "us" }', "time.unit: unknown key; those known here are rate"),
        ('{ field = "t", unit = "sec" }', 'time.unit: expected "h", "iso", "min", "ms", "ns", "s" or "us", got "sec"'),
        (
            '{ field = "t", unit = "iso", epoch = "boot" }',
            'time.epoch: "boot" is a number since boot, and ISO 8601 text counts from 1970',
        ),
        ('{ field = "t", epoc = "unix" }', 'time.epoc: unknown key: did you mean "epoch"?'),
        ('{ type = "arrival", x = 1 }', "time.x: unknown key"),
        ('{ type = "field" }', "time: field is missing: expected a text in quotes"),
    ],
)
def test_what_is_wrong_with_a_time_is_told(time: str, expected: str) -> None:
    (problem,) = told_of_device(f"time = {time}")
    assert problem.startswith(f's.toml:4: device "imu": {expected}')


def test_a_time_field_that_the_device_does_not_have_is_told() -> None:
    (problem,) = told_of_device('decoding = { type = "csv", fields = ["time [s]", "ax"] }\ntime = { field = "tme" }')
    assert problem == 's.toml:5: device "imu": time.field: "tme" is no channel of this device: did you mean "time"?'


@pytest.mark.parametrize("decoding", ['{ type = "csv", header = true }', '{ type = "json" }'])
def test_a_time_field_that_only_the_data_can_name_is_taken(decoding: str) -> None:
    assert told_of_device(f'decoding = {decoding}\ntime = {{ field = "t" }}') == []
