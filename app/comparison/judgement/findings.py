"""What the verdict rests on, found once: who stands where, which link is the worst, what differs."""

from __future__ import annotations

from dataclasses import dataclass

from app.comparison.judgement.contrast import Contrast, Held, contrast, held
from app.comparison.judgement.rows import FEWEST_PAIRS, Rows, Standing
from app.comparison.judgement.wording import finite
from app.comparison.schema import Comparison
from app.sentence import sentence

# What is judged: how old the data is when it is seen; where nothing was painted, as far along its way as it came.
JUDGED = {
    "readable_painted": sentence("painted"),
    "readable_received": sentence("received"),
    "readable_read": sentence("read"),
}


@dataclass(frozen=True, slots=True)
class Findings:
    """Of a comparison with something to judge.

    measure      what is judged, one of JUDGED
    standings    the links that can be judged
    worst        the link with the largest figure in either mode
    worst_gui, worst_thread   the links with each mode's own largest figure
    reading      from readable to read, and
    receiving    to received, of the worst link; None where it is not to be had
    """

    comparison: Comparison
    rows: Rows
    measure: str
    standings: tuple[Standing, ...]
    worst: Contrast
    worst_gui: Contrast
    worst_thread: Contrast
    reading: Contrast | None
    receiving: Contrast | None
    held: Held

    @property
    def limit_ms(self) -> float:
        return self.comparison.acceptable_ms

    @property
    def gui_is_within(self) -> bool:
        return self.worst_gui.standing.gui_ms <= self.limit_ms

    @property
    def thread_is_within(self) -> bool:
        return self.worst_thread.standing.thread_ms <= self.limit_ms

    @property
    def verb(self) -> str:
        return JUDGED[self.measure]


def find(comparison: Comparison) -> Findings | None:
    """None where there is nothing to judge: too few sound pairs, or no link with the observations for a median."""
    rows = Rows(comparison)
    measure = judged_measure(rows)
    if len(rows.pairs) < FEWEST_PAIRS or measure is None:
        return None
    limit_ms = comparison.acceptable_ms
    standings = rows.standings(measure)
    worst = max(standings, key=lambda each: each.worst_ms)
    worst_gui = max(standings, key=lambda each: each.gui_ms)
    worst_thread = max(standings, key=lambda each: each.thread_ms)
    return Findings(
        comparison=comparison,
        rows=rows,
        measure=measure,
        standings=standings,
        worst=contrast(rows, worst, limit_ms),
        worst_gui=contrast(rows, worst_gui, limit_ms),
        worst_thread=contrast(rows, worst_thread, limit_ms),
        reading=_contrast(rows, worst.link, "readable_read", limit_ms),
        receiving=_contrast(rows, worst.link, "readable_received", limit_ms),
        held=held(rows),
    )


def judged_measure(rows: Rows) -> str | None:
    return next((measure for measure in JUDGED if rows.standings(measure)), None)


def _contrast(rows: Rows, link: str, measure: str, limit_ms: float) -> Contrast | None:
    standing = rows.standing(link, measure)
    return contrast(rows, standing, limit_ms) if standing is not None else None


HOPS = {
    "readable_read": sentence("from readable to read"),
    "read_received": sentence("from read to received"),
    "received_stored": sentence("from received to stored"),
    "stored_painted": sentence("from stored to painted"),
}
_MOST_OF_IT = 0.5  # a cause explains an age if it is at least half as long
_NEARLY = 0.9  # the collector explains the loop's lag if its own longest is nearly as long


@dataclass(frozen=True, slots=True)
class Cause:
    """Why data was late. `kind`: "stall", "collector", "loop", "hop" or "unknown"; `hop` is one of HOPS, or ""."""

    kind: str
    figure_ms: float | None = None
    hop: str = ""


def likely_cause(findings: Findings) -> Cause:
    """Of the worst link's age. A stall that was made on purpose comes first, then what keeps the GUI thread busy."""
    age_ms = _MOST_OF_IT * findings.worst.standing.worst_ms
    stall = findings.comparison.stall
    if stall is not None and (finite(stall.longest_ms) or finite(stall.busy_ms) or 0.0) >= age_ms:
        return Cause("stall")
    lag_ms, collector_ms = longest_lag(findings.comparison), longest_collection(findings.comparison)
    if lag_ms is not None and lag_ms >= age_ms:
        by_collector = collector_ms is not None and collector_ms >= _NEARLY * lag_ms
        return Cause("collector", collector_ms) if by_collector else Cause("loop", lag_ms)
    return _slowest_hop(findings)


def longest_lag(comparison: Comparison) -> float | None:
    """The event loop's lag (p99) in the mode where it was longer."""
    lags = (finite(mode.loop.lag_p99_ms) for mode in comparison.modes.values())
    return max((lag for lag in lags if lag is not None), default=None)


def longest_collection(comparison: Comparison) -> float | None:
    lags = (finite(mode.loop.gc_lag_ms) for mode in comparison.modes.values())
    return max((lag for lag in lags if lag is not None), default=None)


def _slowest_hop(findings: Findings) -> Cause:
    hops = [each for hop in HOPS if (each := findings.rows.standing(findings.worst.link, hop)) is not None]
    slowest = max(hops, key=lambda each: each.worst_ms, default=None)
    if slowest is None or slowest.worst_ms < _MOST_OF_IT * findings.worst.standing.worst_ms:
        return Cause("unknown")
    return Cause("hop", slowest.worst_ms, slowest.measure)
