"""What a display that follows one mode is told: the newest chunks of the newest laps."""

from dataclasses import replace

import numpy as np
import pytest

from app.comparison.measuring.lags import Lags
from app.comparison.measuring.live import MOST_CHUNKS, SPAN_NS, LiveTally
from app.comparison.measuring.meter import LinkMeasured, Measured
from app.comparison.schema import LinkBlock
from app.health.ages import Ages
from app.health.stamps import UNKNOWN, Stamps

SECOND = 1_000_000_000
MS = 1_000_000


def stamps(count: int, wait_ms: float, at_ns: int = 0, *, size: int = 100) -> Stamps:
    """Chunks that waited so long for their read, and were painted 10 ms behind it."""
    read = np.arange(count, dtype=np.int64) + at_ns + 1000 * SECOND
    unknown = np.full(count, UNKNOWN, np.int64)
    return Stamps(
        sizes=np.full(count, size, np.int64),
        backlog=unknown,
        sent_ns=unknown,
        known_empty_ns=read - round(wait_ms * MS),
        read_ns=read,
        received_ns=read,
        stored_ns=read,
        painted_ns=read + 10 * MS,
    )


def lap(
    number: int, *, count: int = 100, wait_ms: float = 1.0, held_ms: float | None = 0.0, size: int = 100, **more
) -> Measured:
    """A second of one link."""
    block = LinkBlock(observations=count, bytes=5000, means_ms={}, held_ms=held_ms, backlog_high=number)
    fields = {"cpu_s": {"gui": 0.25}, "wake_ups": {"gui": 100}, **more}
    return Measured(
        begin_ns=number * SECOND,
        end_ns=(number + 1) * SECOND,
        links={"imu": LinkMeasured(block, stamps(count, wait_ms, size=size), stamps(0, 0))},
        lags=Lags(),
        refreshes=60,
        refresh_gap_ms=20.0 + number,
        broken="",
        **fields,
    )


def tally_of(*laps: Measured) -> LiveTally:
    tally = LiveTally()
    for each in laps:
        tally.add(each)
    return tally


def test_before_the_first_lap_there_is_nothing():
    assert LiveTally().figures() is None


def test_rates_are_of_all_laps_and_highs_of_the_highest():
    figures = tally_of(*(lap(number) for number in range(4))).figures()
    assert figures.seconds == 4.0
    assert figures.cpu == {"gui": 0.25}
    assert figures.wake_ups_per_s == {"gui": 100.0}
    assert figures.links["imu"].bytes_per_s == 5000.0
    assert figures.links["imu"].backlog_high == 3
    assert (figures.loop.refreshes, figures.loop.refresh_gap_ms) == (240, 23.0)


def test_ages_are_exact_and_a_quantile_needs_its_chunks():
    found = tally_of(lap(0, count=100, wait_ms=2.5)).figures().links["imu"].measures["readable_painted"]
    assert (found.count, found.p50_ms, found.p90_ms, found.p99_ms, found.max_ms) == (100, 12.5, 12.5, None, 12.5)


def test_the_largest_in_a_hundred_shows_in_p99():
    laps = [lap(number, count=500, wait_ms=1.0) for number in range(3)]
    late = lap(3, count=50, wait_ms=90.0)
    found = tally_of(*laps, late).figures().links["imu"].measures["readable_read"]
    assert found.p50_ms == pytest.approx(1.0)
    assert found.p99_ms == pytest.approx(90.0)


def test_ages_are_those_of_the_bytes():
    found = tally_of(lap(0, count=99, wait_ms=1.0, size=10), lap(1, count=1, wait_ms=90.0, size=100_000)).figures()
    ages = found.links["imu"].measures["readable_read"]
    assert ages.p50_ms == pytest.approx(90.0)


def test_a_mean_counts_from_the_middle_of_the_time_in_which_bytes_came():
    ages = tally_of(lap(0, wait_ms=4.0)).figures().links["imu"].measures
    assert ages["readable_read"].mean_ms == pytest.approx(2.0)
    assert ages["readable_painted"].mean_ms == pytest.approx(12.0)


def test_live_figures_agree_with_those_over_a_whole_run():
    made = stamps(3000, 5.0)
    spread = np.random.default_rng(3).integers(0, 50 * MS, 3000)
    way = replace(made, known_empty_ns=made.known_empty_ns - spread, sizes=spread % 977 + 1)
    whole = Ages()
    whole.add(way)
    second = lap(0)
    link = replace(second.links["imu"], stamps=way)
    live = tally_of(replace(second, links={"imu": link})).figures().links["imu"].measures["readable_painted"]
    summed = whole.summary("readable_painted")
    assert live.mean_ms == pytest.approx(summed.mean_ms)
    assert live.p50_ms == pytest.approx(summed.p50_ms, rel=0.02)
    assert live.p99_ms == pytest.approx(summed.p99_ms, rel=0.02)


def test_what_is_older_than_the_window_has_left_the_figures():
    seconds = SPAN_NS // SECOND
    laps = [lap(0, wait_ms=500.0), *(lap(number) for number in range(1, seconds + 1))]
    figures = tally_of(*laps).figures()
    assert figures.seconds == seconds
    assert figures.links["imu"].measures["readable_read"].max_ms == pytest.approx(1.0)


def test_a_flood_is_told_by_its_newest_chunks():
    found = tally_of(lap(0, count=MOST_CHUNKS, wait_ms=9.0), lap(1, count=MOST_CHUNKS, wait_ms=1.0)).figures()
    ages = found.links["imu"].measures["readable_read"]
    assert (ages.count, ages.max_ms) == (MOST_CHUNKS, pytest.approx(1.0))


def test_a_rate_that_one_lap_has_not_is_not_to_be_had():
    figures = tally_of(lap(0), lap(1, cpu_s={"gui": None}, held_ms=None)).figures()
    assert figures.cpu == {"gui": None}
    assert figures.links["imu"].held_share is None


def test_a_sender_that_was_held_is_told_as_a_share_of_the_time():
    figures = tally_of(lap(0, held_ms=100.0), lap(1, held_ms=300.0)).figures()
    assert figures.links["imu"].held_share == pytest.approx(0.2)
