"""ISO 8601 date and time (RFC 3339 and what else `datetime.fromisoformat` reads) as seconds since 1970."""

from __future__ import annotations

from datetime import UTC, datetime

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SHORTEST = len("1970-01-01")  # a bare "1970" is a number, not a date


def iso_seconds(text: object) -> float | None:
    """Seconds since 1970, to about a microsecond; UTC where no zone is given. None for what is no such time."""
    if not isinstance(text, str) or len(text := text.strip()) < SHORTEST:
        return None
    try:
        time = datetime.fromisoformat(text)
        return ((time if time.tzinfo else time.replace(tzinfo=UTC)) - EPOCH).total_seconds()
    except (ValueError, OverflowError):
        return None
