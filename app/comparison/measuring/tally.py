"""All blocks of one mode, added up: what they measured together, in the report's words.

Ages are gathered from the chunks of all blocks, so that a quantile is one over all of a mode's time and not a mean of
quantiles. Broken blocks are left out by whoever adds.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.comparison.measuring.distributions import distribution
from app.comparison.measuring.known import most_known
from app.comparison.measuring.lags import Lags
from app.comparison.measuring.meter import LinkMeasured, Measured, with_refreshes
from app.comparison.schema import MEASURES, LinkFigures, ModeFigures
from app.health.ages import Ages, Measure


class ModeTally:
    """See the module."""

    def __init__(self) -> None:
        self._seconds = 0.0
        self._links: dict[str, _LinkTally] = {}
        self._lags = Lags()
        self._refreshes = 0
        self._refresh_gap_ms: float | None = None
        self._cpu_s: dict[str, float | None] = {}
        self._wake_ups: dict[str, float | None] = {}

    def add(self, measured: Measured) -> None:
        self._seconds += measured.seconds
        for name, link in measured.links.items():
            self._links.setdefault(name, _LinkTally()).add(link, measured.seconds)
        self._lags.merge(measured.lags)
        self._refreshes += measured.refreshes
        self._refresh_gap_ms = max(self._refresh_gap_ms or 0.0, measured.refresh_gap_ms)
        _add_up(self._cpu_s, measured.cpu_s)
        _add_up(self._wake_ups, measured.wake_ups)

    def figures(self) -> ModeFigures:
        return ModeFigures(
            seconds=self._seconds,
            links={name: tally.figures() for name, tally in self._links.items()},
            loop=with_refreshes(self._lags, self._refreshes, self._refresh_gap_ms),
            cpu=_per(self._cpu_s, self._seconds),
            wake_ups_per_s=_per(self._wake_ups, self._seconds),
        )


class _LinkTally:
    """One link; its time is that of the blocks in which it was measured."""

    def __init__(self) -> None:
        self._seconds = 0.0
        self._bytes = 0
        self._ages = Ages()
        self._painting = Ages()
        self._held_ms: float | None = 0.0
        self._backlog_high: int | None = None
        self._in_flight_high: int | None = None

    def add(self, link: LinkMeasured, seconds: float) -> None:
        block = link.block
        self._seconds += seconds
        self._bytes += block.bytes
        self._ages.add(link.stamps)
        self._painting.add(link.painting)
        self._held_ms = None if self._held_ms is None or block.held_ms is None else self._held_ms + block.held_ms
        self._backlog_high = most_known((self._backlog_high, block.backlog_high))
        self._in_flight_high = most_known((self._in_flight_high, block.in_flight_high))

    def figures(self) -> LinkFigures:
        known = self._held_ms is not None and self._seconds > 0
        return LinkFigures(
            measures={measure: distribution(self._ages, measure) for measure in MEASURES},
            bytes_per_s=self._bytes / self._seconds if self._seconds else 0.0,
            held_share=min(1.0, (self._held_ms or 0.0) / 1e3 / self._seconds) if known else None,
            backlog_high=self._backlog_high,
            in_flight_high=self._in_flight_high,
            painting_read_ms=self._painting.summary(Measure.READABLE_READ).p99_ms,
        )


def _add_up(totals: dict[str, float | None], more: Mapping[str, float | None]) -> None:
    """Not to be had once, not to be had at all: a sum over fewer blocks would be a lower rate."""
    for name, value in more.items():
        before = totals.setdefault(name, 0.0)
        totals[name] = None if before is None or value is None else before + value


def _per(totals: dict[str, float | None], seconds: float) -> dict[str, float | None]:
    return {name: None if value is None or not seconds else value / seconds for name, value in totals.items()}
