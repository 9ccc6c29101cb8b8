"""What can be wrong with this computer: the same for all devices. See catalogue.py.

Their keys begin with "computer": who shows several devices says them once.
"""

from __future__ import annotations

from app.health.course import SECOND, SPAN_NS
from app.health.findings import Case, Wrong
from app.health.judgement import Level

LIVE_HZ = 25.0  # as fast as films once were; a step above it is seen in the gauge, and is what giving way is for
LASTING_NS = 5 * SECOND  # a window that is opened, or another program that starts, is over by then


def giving_way(case: Case) -> Wrong | None:
    computer = case.course.now.computer
    looks = list(case.course.within(LASTING_NS))
    lasts = looks[0].at_ns - looks[-1].at_ns >= LASTING_NS - SECOND
    if not lasts or not all(look.computer.slow_reason and look.computer.rate_hz < LIVE_HZ for look in looks):
        return None
    return Wrong(
        Level.FAIR,
        "the refresh rate has given way",
        f"{computer.rate_hz:.3g} instead of {computer.wished_hz:.3g} refreshes a second: {computer.slow_reason}",
        "All is read and stored, and drawn less often. Show fewer plots, make the window smaller, end other programs.",
    )


def suspended(case: Case) -> Wrong | None:
    found = _within(case, case.course.now.computer.suspended)
    if found is None:
        return None
    return Wrong(
        Level.FAIR,
        "this computer was suspended",
        f"for {found / SECOND:.1f} s",
        "What is missing since then is no fault of the device. Switch the suspend off while you measure.",
    )


def clock_set(case: Case) -> Wrong | None:
    found = _within(case, case.course.now.computer.wall_set)
    if found is None:
        return None
    return Wrong(
        Level.FAIR,
        "this computer's clock was set",
        f"by {found / SECOND:+.3f} s",
        "Nothing is lost, and no row moves: only the labels of times do. Let NTP slew it instead.",
    )


def _within(case: Case, event: tuple[int, int] | None) -> int | None:
    """By how much, while it is not longer ago than a minute."""
    if event is None or case.course.now.at_ns - event[0] > SPAN_NS:
        return None
    return event[1]
