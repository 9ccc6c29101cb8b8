"""Times with units."""

from __future__ import annotations

import pytest

from app.simulator.span import span


@pytest.mark.parametrize(
    ("text", "ns"), [("10s", 10**10), (" 1.5 min ", 9 * 10**10), ("200ms", 2 * 10**8), ("1h", 36 * 10**11)]
)
def test_a_time_is_nanoseconds(text, ns):
    assert span(text) == ns


@pytest.mark.parametrize("text", ["", "10", "s", "-1s", "1e3s", "1 day", "9" * 400 + "s"])
def test_what_is_none_is_quoted(text):
    with pytest.raises(ValueError, match="is not a time with its unit") as refused:
        span(text)
    assert repr(text) in str(refused.value)
