"""ISO 8601 texts as seconds since 1970."""

import pytest

from app.decoding.iso_time import iso_seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1970-01-01T00:00:00Z", 0.0),
        ("2026-11-24T10:00:00Z", 1795514400.0),
        ("2026-11-24T10:00:00+01:00", 1795510800.0),
        ("2026-11-24 10:00:00.250", 1795514400.25),
        (" 2026-11-24T10:00:00.123456789Z ", 1795514400.123456),
        ("2026-11-24", 1795478400.0),
        ("1969-12-31T23:59:59Z", -1.0),
    ],
)
def test_dates_and_times_are_read(text, seconds):
    assert iso_seconds(text) == pytest.approx(seconds, abs=1e-6)


@pytest.mark.parametrize("text", ["", "now", "1795514400.0", "20261124", "2026-13-01", "2026-11-24T25:00:00", None, 5])
def test_anything_else_is_no_time(text):
    assert iso_seconds(text) is None


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"])
def test_the_ends_of_the_calendar_do_no_harm(text):
    assert iso_seconds(text) is None or isinstance(iso_seconds(text), float)
