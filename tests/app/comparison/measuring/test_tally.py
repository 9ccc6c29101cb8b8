"""The blocks of a mode add up: quantiles are those of all chunks, and what is missing once is missing."""

from __future__ import annotations

import pytest

from app.comparison.measuring.lags import Lags
from app.comparison.measuring.meter import LinkMeasured, Measured
from app.comparison.measuring.tally import ModeTally
from app.comparison.schema import LinkBlock
from tests.app.comparison.bench import stamps

MS = 1_000_000


def block(
    *ages_ms: float,
    size: int = 100,
    held_ms: float | None = 0.0,
    cpu_s: float | None = 0.1,
    most: tuple[int | None, int | None] = (None, None),
    gap_ms: float = 17.0,
) -> Measured:
    """A second of one link whose chunks were read after these ages."""
    given = stamps(*((1_000 * MS, 1_000 * MS + round(age * MS)) for age in ages_ms))
    lags = Lags()
    lags.add([MS])
    link = LinkBlock(
        observations=len(ages_ms),
        bytes=size,
        means_ms={},
        held_ms=held_ms,
        backlog_high=most[0],
        in_flight_high=most[1],
    )
    return Measured(
        0, 10**9, {"imu": LinkMeasured(link, given, stamps())}, lags, 60, gap_ms, {"gui": cpu_s}, {"gui": 50}, ""
    )  # fmt: skip


def test_a_quantile_is_one_of_all_chunks_and_no_mean_of_quantiles() -> None:
    tally = ModeTally()
    tally.add(block(*[1.0] * 90))
    tally.add(block(*[100.0] * 10))
    found = tally.figures().links["imu"].measures["readable_read"]
    assert found.count == 100
    assert found.p50_ms == pytest.approx(1, rel=0.02)
    assert found.p90_ms == pytest.approx(1, rel=0.02)
    assert found.p95_ms is None
    assert found.mean_ms == pytest.approx(5.45)  # from the middle of each interval


def test_rates_and_shares_are_over_the_time_of_all_blocks() -> None:
    tally = ModeTally()
    tally.add(block(size=100, held_ms=500.0, cpu_s=0.1, most=(10, 3)))
    tally.add(block(size=300, held_ms=0.0, cpu_s=0.3, most=(5, 7), gap_ms=40.0))
    figures = tally.figures()
    link = figures.links["imu"]
    assert figures.seconds == 2
    assert (link.bytes_per_s, link.held_share) == (200, 0.25)
    assert (link.backlog_high, link.in_flight_high) == (10, 7)
    assert figures.cpu["gui"] == pytest.approx(0.2)
    assert figures.wake_ups_per_s["gui"] == 50
    assert (figures.loop.refreshes, figures.loop.refresh_gap_ms) == (120, 40.0)
    assert figures.loop.lag_max_ms == 1.0


def test_what_one_block_could_not_measure_the_mode_does_not_have() -> None:
    tally = ModeTally()
    tally.add(block(held_ms=None, cpu_s=0.1))
    tally.add(block(held_ms=5.0, cpu_s=None))
    figures = tally.figures()
    assert figures.links["imu"].held_share is None
    assert figures.cpu["gui"] is None
    assert figures.wake_ups_per_s["gui"] == 50


def test_a_mode_without_a_block_has_no_figures() -> None:
    figures = ModeTally().figures()
    assert (figures.seconds, figures.links, figures.cpu) == (0, {}, {})
    assert figures.loop.refresh_gap_ms is None
