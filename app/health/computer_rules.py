"""What can be wrong with this computer: the same for all devices. See catalogue.py.

Their keys begin with "computer": who shows several devices says them once.
"""

from __future__ import annotations

from app.health.course import SECOND, SPAN_NS
from app.health.figures import Computer
from app.health.findings import Case, Wrong
from app.health.judgement import Level
from app.sentence import sentence

BURDEN = 0.6  # of an interval: what makes the refresh clock give way (app.refresh.pacing)
LASTING_NS = 5 * SECOND  # a window that is opened, or another program that starts, is over by then


def giving_way(case: Case) -> Wrong | None:
    """That the refresh clock gives way is what it is for, and is seen in its gauge; here it did not help."""
    looks = list(case.course.within(LASTING_NS))
    lasts = looks[0].at_ns - looks[-1].at_ns >= LASTING_NS - SECOND
    if not lasts or not all(_is_overburdened(look.computer) for look in looks):
        return None
    computer = case.course.now.computer
    return Wrong(
        Level.FAIR,
        sentence("drawing does not keep up"),
        sentence(
            "a refresh takes {cost} ms of {interval} ms, though the rate has given way: {rate} instead of {wished} a "
            "second",
            cost=f"{computer.cost_ms:.0f}",
            interval=f"{1e3 / computer.rate_hz:.0f}",
            rate=f"{computer.rate_hz:.3g}",
            wished=f"{computer.wished_hz:.3g}",
        ),
        sentence(
            "All is read and stored, and drawn less often. Show fewer plots, make the window smaller, end other "
            "programs."
        ),
    )


def _is_overburdened(computer: Computer) -> bool:
    is_slower = bool(computer.slow_reason) and computer.rate_hz > 0
    return is_slower and computer.cost_ms is not None and computer.cost_ms * computer.rate_hz > 1e3 * BURDEN


def busy(case: Case) -> Wrong | None:
    """Other programs, or this one's own threads, have the processors."""
    looks = list(case.course.within(LASTING_NS))
    span_ns = looks[0].at_ns - looks[-1].at_ns
    if span_ns < LASTING_NS - SECOND or not all(look.computer.has_too_much_to_do for look in looks):
        return None
    shares = [look.computer.unserved or 0.0 for look in looks]
    return Wrong(
        Level.FAIR,
        sentence("this computer has too much to do"),
        sentence(
            "for {percent} % of the last {seconds} s the window was ready and no processor was free for it",
            percent=f"{100 * sum(shares) / len(shares):.0f}",
            seconds=f"{span_ns / SECOND:.0f}",
        ),
        sentence(
            "Nothing is lost, but all of it is late. End other programs; else show fewer plots, or lower refresh_hz."
        ),
    )


def suspended(case: Case) -> Wrong | None:
    found = _within(case, case.course.now.computer.suspended)
    if found is None:
        return None
    return Wrong(
        Level.FAIR,
        sentence("this computer was suspended"),
        sentence("for {seconds} s", seconds=f"{found / SECOND:.1f}"),
        sentence("What is missing since then is no fault of the device. Switch the suspend off while you measure."),
    )


def clock_set(case: Case) -> Wrong | None:
    found = _within(case, case.course.now.computer.wall_set)
    if found is None:
        return None
    return Wrong(
        Level.FAIR,
        sentence("this computer's clock was set"),
        sentence("by {seconds} s", seconds=f"{found / SECOND:+.3f}"),
        sentence("Nothing is lost, and no row moves: only the labels of times do. Let NTP slew it instead."),
    )


def _within(case: Case, event: tuple[int, int] | None) -> int | None:
    """By how much, while it is not longer ago than a minute."""
    if event is None or case.course.now.at_ns - event[0] > SPAN_NS:
        return None
    return event[1]
