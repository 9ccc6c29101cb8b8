"""One mode's newest figures, for a display that follows a rig: laps of a meter over a moving window of time.

The verdict adds up all of a mode's time in histograms; here old laps must go again, and asking comes once a second. So
the newest chunks themselves are kept, bounded, and quantiles are taken from them exactly: to sort some thousand
integers costs less than a histogram's recording. They are weighted and bounded as in app.health.ages.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

import numpy as np

from app.comparison.measuring.known import most_known
from app.comparison.measuring.lags import Lags
from app.comparison.measuring.meter import LinkMeasured, Measured, with_refreshes
from app.comparison.schema import MEASURES, Distribution, LinkFigures, ModeFigures
from app.health.ages import NS_PER_MS, PERCENTS, Observed, least_count, observed
from app.health.stamps import Int64Array

SPAN_NS = 30_000_000_000  # a stall that was switched on or off has left the figures after that
MOST_CHUNKS = 4096  # a link's newest, forty beyond p99; five links are told in some milliseconds then
MOST_LAPS = 120


class LiveTally:
    """See the module. Laps come in their order."""

    def __init__(self) -> None:
        self._laps: deque[Measured] = deque(maxlen=MOST_LAPS)

    def add(self, lap: Measured) -> None:
        self._laps.append(lap)
        while lap.end_ns - self._laps[0].begin_ns > SPAN_NS and len(self._laps) > 1:
            self._laps.popleft()

    @property
    def seconds(self) -> float:
        return sum(lap.seconds for lap in self._laps)

    def figures(self) -> ModeFigures | None:
        """None before the first lap."""
        if not self._laps:
            return None
        lags = Lags()
        for lap in self._laps:
            lags.merge(lap.lags)
        gap_ms = max(lap.refresh_gap_ms for lap in self._laps)
        return ModeFigures(
            seconds=self.seconds,
            links={name: self._link(name) for name in self._laps[-1].links},
            loop=with_refreshes(lags, sum(lap.refreshes for lap in self._laps), gap_ms),
            cpu=self._per_second([lap.cpu_s for lap in self._laps]),
            wake_ups_per_s=self._per_second([lap.wake_ups for lap in self._laps]),
        )

    def _per_second(self, laps: Sequence[Mapping[str, float | None]]) -> dict[str, float | None]:
        """Where one lap has no figure there is none: a sum over the others would be too low."""
        found: dict[str, float | None] = {}
        for who in laps[-1]:
            known = [value for value in (lap.get(who) for lap in laps) if value is not None]
            found[who] = sum(known) / self.seconds if len(known) == len(laps) and self.seconds else None
        return found

    def _link(self, name: str) -> LinkFigures:
        with_it = [lap for lap in self._laps if name in lap.links]
        links = [lap.links[name] for lap in with_it]
        seconds = sum(lap.seconds for lap in with_it)
        held = [link.block.held_ms for link in links]
        known = [each for each in held if each is not None]
        return LinkFigures(
            measures={measure: _distribution(_newest(links, measure)) for measure in MEASURES},
            bytes_per_s=sum(link.block.bytes for link in links) / seconds if seconds else 0.0,
            held_share=min(1.0, sum(known) / 1e3 / seconds) if seconds and len(known) == len(held) else None,
            backlog_high=most_known(link.block.backlog_high for link in links),
            in_flight_high=most_known(link.block.in_flight_high for link in links),
            painting_read_ms=_painting(links),
        )


def _newest(links: Sequence[LinkMeasured], measure: str) -> Observed:
    """A measure of the newest chunks."""
    parts: list[Observed] = []
    count = 0
    for link in reversed(links):
        if count >= MOST_CHUNKS:
            break
        parts.append(_last(observed(link.stamps, measure), MOST_CHUNKS - count))
        count += len(parts[-1].spans_ns)
    return _joined(parts)


def _last(seen: Observed, count: int) -> Observed:
    return Observed(seen.spans_ns[-count:], seen.doubts_ns[-count:], seen.weights[-count:])


def _joined(parts: Sequence[Observed]) -> Observed:
    none: Int64Array = np.zeros(0, np.int64)
    return Observed(
        np.concatenate([none, *(part.spans_ns for part in parts)]),
        np.concatenate([none, *(part.doubts_ns for part in parts)]),
        np.concatenate([none, *(part.weights for part in parts)]),
    )


def _painting(links: Sequence[LinkMeasured]) -> float | None:
    waits = [observed(link.painting, "readable_read") for link in links]
    return _distribution(_last(_joined(waits), MOST_CHUNKS)).p99_ms


def _distribution(seen: Observed) -> Distribution:
    count = len(seen.spans_ns)
    if not count:
        return Distribution(count=0)
    order = np.argsort(seen.spans_ns)
    ascending, filled = seen.spans_ns[order], np.cumsum(seen.weights[order])
    wanted = [percent for percent in PERCENTS if count >= least_count(percent)]
    places = np.searchsorted(filled, [percent / 100 * int(filled[-1]) for percent in wanted])
    at = {percent: float(ascending[place]) / NS_PER_MS for percent, place in zip(wanted, places, strict=True)}
    return Distribution(
        count=count,
        mean_ms=seen.sum_ns / int(filled[-1]) / NS_PER_MS,
        p50_ms=at.get(50),
        p90_ms=at.get(90),
        p95_ms=at.get(95),
        p99_ms=at.get(99),
        max_ms=float(ascending[-1]) / NS_PER_MS,
    )
