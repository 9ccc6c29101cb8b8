"""Which span of time all panels show, and whether it follows the newest data.

Pure: the clock is a parameter. Pixels are columns on one grid that is fixed in time: column i of a span
covers [(first + i) * step, (first + i + 1) * step) nanoseconds. As the step is a whole number of
nanoseconds, a column that scrolls keeps its samples, and what was drawn once needs no second drawing.

States: live, the right edge is now. Not live, the right edge stands still: because of a pause (Space), or
because someone zoomed or dragged. Data goes on being stored in either case.
"""

from __future__ import annotations

from dataclasses import dataclass

LEAST_SPAN_NS = 20_000  # 20 us: the columns of a wide window are then still several nanoseconds each
GREATEST_SPAN_NS = 30 * 86_400 * 10**9  # a month: longer than any history that fits in memory
FIT_MARGIN = 0.02  # of the span, on each side


@dataclass(frozen=True, slots=True)
class Columns:
    """`count` pixel columns of `step_ns` each, the first one number `first` since the clock's zero."""

    first: int
    step_ns: int
    count: int

    @property
    def stop(self) -> int:
        return self.first + self.count

    @property
    def start_ns(self) -> int:
        return self.first * self.step_ns

    @property
    def end_ns(self) -> int:
        return self.stop * self.step_ns

    @property
    def span_ns(self) -> int:
        return self.count * self.step_ns

    def column_of(self, time_ns: int) -> int:
        """The absolute number of the column that a time falls in."""
        return time_ns // self.step_ns


@dataclass(frozen=True, slots=True)
class TimeState:
    """All that a hand can have changed of a view; while live the right edge says nothing, and is 0."""

    live: bool
    paused: bool
    window_ns: int
    live_window_ns: int
    right_ns: int


class TimeView:
    """Attributes: live; paused (by hand, as against zoomed or dragged); window_ns, the length of what is seen."""

    def __init__(self, window_ns: int = 10 * 10**9) -> None:
        self.live = True
        self.paused = False
        self.window_ns = window_ns
        self._live_window_ns = window_ns
        self._right_ns = 0
        self._now_ns = 0

    @property
    def right_ns(self) -> int:
        return self._now_ns if self.live else self._right_ns

    @property
    def left_ns(self) -> int:
        return self.right_ns - self.window_ns

    def state(self) -> TimeState:
        right_ns = 0 if self.live else self._right_ns
        return TimeState(self.live, self.paused, self.window_ns, self._live_window_ns, right_ns)

    def restore(self, state: TimeState) -> None:
        """Back to a state that has been."""
        self.live, self.paused = state.live, state.paused
        self.window_ns, self._live_window_ns, self._right_ns = state.window_ns, state.live_window_ns, state.right_ns

    def set_now(self, now_ns: int) -> None:
        """The clock; while live the right edge goes with it."""
        self._now_ns = max(now_ns, self._now_ns)

    def set_window(self, window_ns: int) -> None:
        """The length that is shown while live."""
        self._live_window_ns = _bounded(window_ns)
        if self.live:
            self.window_ns = self._live_window_ns

    def columns(self, count: int, quantum: int = 1) -> Columns:
        """The span as `count` columns; the first column is a multiple of `quantum` (pixels of one logical pixel)."""
        step_ns = max(1, -(-self.window_ns // max(1, count)))
        stop = -(-(self.right_ns // step_ns + 1) // quantum) * quantum
        return Columns(stop - count, step_ns, count)

    def pause(self) -> None:
        if self.live:
            self._leave()
        self.paused = True

    def go_live(self) -> None:
        """Follow the newest data again, at the length it was followed with before."""
        self.live, self.paused = True, False
        self.window_ns = self._live_window_ns

    def zoom(self, factor: float, at: float) -> None:
        """Make the span `factor` times as long, with the time at the fraction `at` of its width standing still."""
        self._leave()
        anchor_ns = self.left_ns + round(at * self.window_ns)
        length = _bounded(round(self.window_ns * factor))
        self._place(anchor_ns + round((1 - at) * length), length)

    def pan(self, fraction: float) -> None:
        """Move by a fraction of the span; positive shows later times."""
        self._leave()
        self._place(self._right_ns + round(fraction * self.window_ns), self.window_ns)

    def show(self, first_ns: int, last_ns: int) -> None:
        """Show all from `first_ns` to `last_ns`, with a little room."""
        self._leave()
        margin = round((last_ns - first_ns) * FIT_MARGIN)
        self._place(last_ns + margin, _bounded(last_ns - first_ns + 2 * margin))

    def keep_in_sight(self, first_ns: int) -> None:
        """Do not let the view leave the history on its old side."""
        if not self.live and self._right_ns < first_ns:
            self._right_ns = min(first_ns + self.window_ns // 2, self._now_ns)

    def _leave(self) -> None:
        if self.live:
            self._right_ns, self.live = self._now_ns, False

    def _place(self, right_ns: int, length_ns: int) -> None:
        self.window_ns = length_ns
        self._right_ns = min(right_ns, self._now_ns)  # there is nothing to see in the future


def _bounded(length_ns: int) -> int:
    return min(max(length_ns, LEAST_SPAN_NS), GREATEST_SPAN_NS)
