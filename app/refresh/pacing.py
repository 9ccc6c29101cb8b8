"""When to refresh, and when to do it less often.

Pure: times come in as numbers. The clock (clock.py) asks `due_ns` when something was marked, tells `begin` and `end`
around the refresh, and draws no conclusions of its own.

At most one refresh an interval. While marks keep coming, refreshes keep a grid of intervals, so that timers of
whole milliseconds still give 60 Hz and not 58.8; a late one does not hurry the next by more than half an interval.
After a pause the first refresh is due at once: waiting would only make the data older.

Giving way. What a refresh took (its slots) and how late its timer was, together, are its burden: painting and reading
happen between refreshes, so a loop that cannot keep up shows as lateness. When the *median* burden of the last WINDOW
refreshes is more than GIVE_WAY of the interval, the rate is halved, down to LEAST_HZ. The median, because a single
stall is no reason: fewer refreshes would not have prevented it. The rate comes back when the median has been under
RECOVER of the shorter interval for `patience`; two limits far apart, and a patience that doubles when a recovery did
not last, keep it from swinging.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from statistics import median

from app.sentence import sentence

WINDOW = 20  # refreshes: a third of a second at 60 Hz, felt but not yet annoying
GIVE_WAY = 0.6  # the rest of the interval is left for reading, painting and the user
RECOVER = 0.25  # doubling the rate doubles the load: half of GIVE_WAY would be its edge, this is well below
LEAST_HZ = 15.0  # slower no longer looks live
PATIENCE_NS = 2_000_000_000
LONGEST_PATIENCE_NS = 60_000_000_000
LASTED_NS = 10_000_000_000  # a recovery that held this long was right
KEPT_LAGS = 600  # ten seconds at 60 Hz


@dataclass(frozen=True, slots=True)
class Lag:
    """How late the event loop came to timers, in ms, over the last KEPT_LAGS of them."""

    p50: float
    p99: float
    max: float


@dataclass(frozen=True, slots=True)
class RefreshStatistics:
    """A snapshot.

    refreshes     since the clock was made
    late          refreshes that came more than half an interval after they were due
    skipped       whole intervals that passed while a refresh was due
    rate_hz       at most so many refreshes a second now
    reason        why the rate is lower than wished, in words; "" while it is not
    lag_ms        None until a timer has fired
    last_cost_ms  what the slots of the last refresh took; None before the first
    """

    refreshes: int
    late: int
    skipped: int
    rate_hz: float
    reason: str
    lag_ms: Lag | None
    last_cost_ms: float | None


def rates(wished_hz: float) -> tuple[float, ...]:
    """The wished rate and its halves that are not below LEAST_HZ."""
    if not wished_hz > 0:
        raise ValueError(f"expected more than 0 refreshes a second, got {wished_hz}")
    found = [wished_hz]
    while found[-1] / 2 >= LEAST_HZ:
        found.append(found[-1] / 2)
    return tuple(found)


class Pacing:
    """Decides when a refresh is due and at what rate; see the module."""

    def __init__(self, wished_hz: float) -> None:
        self.refreshes = 0
        self._wished_hz = wished_hz
        self._rates = rates(wished_hz)
        self._step = 0
        self._pinned = False
        self._due_ns: int | None = None  # of the last refresh
        self._began_ns = 0
        self._late_count = 0
        self._skipped = 0
        self._longest_gap_ns = 0
        self._cost_ns: int | None = None
        self._lateness_ns = 0
        self._burdens: deque[tuple[int, int]] = deque(maxlen=WINDOW)  # (slots, lateness) of the last refreshes
        self._lags: deque[int] = deque(maxlen=KEPT_LAGS)
        self._patience_ns = PATIENCE_NS
        self._easy_since_ns: int | None = None
        self._recovered_ns: int | None = None
        self._because = ""

    # ------------------------------------------------------------------ what holds now

    @property
    def rate_hz(self) -> float:
        return self._rates[self._step]

    @property
    def interval_ns(self) -> int:
        return round(1e9 / self.rate_hz)

    @property
    def reason(self) -> str:
        """Why the rate is lower than wished, in words; "" while it is not."""
        if not self._step:
            return ""
        limit_ms = RECOVER * 1e3 / self._rates[self._step - 1]
        return sentence(
            "{because}; at {rate} Hz until it is under {limit} ms",
            because=self._because,
            rate=f"{self.rate_hz:.3g}",
            limit=f"{limit_ms:.1f}",
        )

    def pin(self, hz: float | None) -> None:
        """Keep one rate whatever it costs, for measurements; None gives way again, from the wished rate."""
        self._pinned = hz is not None
        self._rates = rates(self._wished_hz) if hz is None else rates(hz)[:1]
        self._step = 0
        self._forget_burdens()

    # ------------------------------------------------------------------ refreshing

    def due_ns(self, now_ns: int) -> int:
        """When the next refresh should be, if something has been marked by now."""
        if self._due_ns is None:
            return now_ns
        interval = self.interval_ns
        return max(now_ns, self._due_ns + interval, self._began_ns + interval // 2)

    def begin(self, now_ns: int, due_ns: int) -> None:
        """A refresh begins that was due at `due_ns`."""
        self._lateness_ns = max(0, now_ns - due_ns)
        if self.refreshes:  # after a pause the time since the last one is no hesitation, but the lateness is
            gap_ns = min(now_ns - self._began_ns, self.interval_ns + self._lateness_ns)
            self._longest_gap_ns = max(self._longest_gap_ns, gap_ns)
        self.refreshes += 1
        self._due_ns = due_ns
        self._began_ns = now_ns
        self._late_count += self._lateness_ns > self.interval_ns // 2
        self._skipped += self._lateness_ns // self.interval_ns

    def end(self, now_ns: int) -> None:
        """Its slots have returned; may change the rate."""
        self._cost_ns = max(0, now_ns - self._began_ns)
        self._burdens.append((self._cost_ns, self._lateness_ns))
        if not self._pinned and len(self._burdens) == WINDOW:
            self._judge(now_ns)

    def take_longest_gap_ns(self) -> int:
        """The longest time between two refreshes since the last call, idle times aside; 0 where there were none."""
        longest, self._longest_gap_ns = self._longest_gap_ns, 0
        return longest

    def note_lag(self, late_ns: int) -> None:
        """A timer of the loop fired so late."""
        self._lags.append(max(0, late_ns))

    def statistics(self) -> RefreshStatistics:
        return RefreshStatistics(
            self.refreshes,
            self._late_count,
            self._skipped,
            self.rate_hz,
            self.reason,
            self._lag(),
            None if self._cost_ns is None else self._cost_ns / 1e6,
        )

    def _lag(self) -> Lag | None:
        if not self._lags:
            return None
        ordered = sorted(self._lags)
        p50, p99 = (ordered[min(len(ordered) - 1, int(q * len(ordered)))] for q in (0.5, 0.99))
        return Lag(p50 / 1e6, p99 / 1e6, ordered[-1] / 1e6)

    # ------------------------------------------------------------------ giving way

    def _judge(self, now_ns: int) -> None:
        burden = median(cost + late for cost, late in self._burdens)
        if burden > GIVE_WAY * self.interval_ns and self._step + 1 < len(self._rates):
            self._slow_down(now_ns)
        elif self._step and burden < RECOVER * 1e9 / self._rates[self._step - 1]:
            self._maybe_recover(now_ns)
        else:
            self._easy_since_ns = None

    def _slow_down(self, now_ns: int) -> None:
        cost_ms, late_ms = (median(burden[i] for burden in self._burdens) / 1e6 for i in (0, 1))
        self._because = _burden(cost_ms, late_ms, self.interval_ns / 1e6)
        if self._recovered_ns is not None:
            lasted = now_ns - self._recovered_ns >= LASTED_NS
            self._patience_ns = PATIENCE_NS if lasted else min(2 * self._patience_ns, LONGEST_PATIENCE_NS)
        self._step += 1
        self._forget_burdens()

    def _maybe_recover(self, now_ns: int) -> None:
        if self._easy_since_ns is None:
            self._easy_since_ns = now_ns
        elif now_ns - self._easy_since_ns >= self._patience_ns:
            self._step -= 1
            self._recovered_ns = now_ns
            self._forget_burdens()

    def _forget_burdens(self) -> None:
        """Those of another rate say nothing about this one."""
        self._burdens.clear()
        self._easy_since_ns = None


def _burden(cost_ms: float, late_ms: float, interval_ms: float) -> str:
    cost, interval = f"{cost_ms:.1f}", f"{interval_ms:.1f}"
    if late_ms < 0.1:
        return sentence("refreshes took {cost} ms, of {interval} ms", cost=cost, interval=interval)
    return sentence(
        "refreshes took {cost} ms and came {late} ms late, of {interval} ms",
        cost=cost,
        late=f"{late_ms:.1f}",
        interval=interval,
    )
