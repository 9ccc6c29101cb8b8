"""Figures with their limits: what a health page prints, as "0.3 %, good under 4 %, bad over 20 %". Pure.

The limits are for a person who looks: they say nothing by themselves. What is wrong is said by findings.
"""

from __future__ import annotations

from app.health.course import SECOND, Course
from app.health.diagnosis import OUT_OF_ORDER, SEEN_NS, share
from app.health.figures import Figures
from app.health.judgement import MANY_FAILURES, Gauge, Level
from app.sentence import joined, sentence

# (good up to, bad beyond), each with its reason
QUEUE = (4.0, 20.0)  # % of the receive buffer: SpikeGLX's limits, good also here: five such stalls still fit
AGE_MS = (100.0, 500.0)  # what a hand on the device's knob does not notice, and what nobody calls live
SILENCE = (50.0, 100.0)  # % of what makes a link stale
LOST_PERCENT = (0.0, 1.0)  # of what came: none is normal, one in a hundred spoils a measurement
REFRESH_PERCENT = (99.0, 30.0)  # of the wished rate: 15 of 60 Hz no longer look live
LAG_MS = (20.0, 100.0)  # a refresh at 60 Hz; a tenth of a second is felt in every click
STARVED = (0.0, 10.0)  # times in ten seconds: one in each is a loop that is not fair
FAILED = (0.0, float(MANY_FAILURES))  # attempts in a row
UNSENT = (16.0, 64.0)  # KiB: commands are short; the queue refuses at 256
HISTORY_PERCENT = (90.0, 50.0)  # of the session's span
FORGOTTEN = (0.0, 0.0)


def gauges(course: Course) -> tuple[Gauge, ...]:
    """All figures of a look, in the order of a page: what comes, what becomes of it, what goes out, this computer."""
    now = course.now
    return (
        _queue(now),
        _age(now),
        _silence(now),
        _order(course),
        _starved(course),
        _failed(now),
        _share(
            sentence("rejected frames"),
            _rejected(course),
            sentence("frames that could not be decoded, of those of the last 10 s"),
        ),
        _share(
            sentence("discarded bytes"),
            _discarded(course),
            sentence("bytes that belong to no frame, of those of the last 10 s"),
        ),
        _history(now),
        _unsent(now),
        _refresh(now),
        _lag(now),
        _unmeasured(now),
    )


def _queue(now: Figures) -> Gauge:
    line = now.line
    waited = line.waiting if now.reads.most is None else max(now.reads.most, line.waiting or 0)
    part = share(waited, line)
    hint = sentence("the most that waited to be read in the last second, of the receive buffer (SIOCINQ)")
    return _rising(sentence("queue"), None if part is None else 100 * part, "%", QUEUE, hint)


def _age(now: Figures) -> Gauge:
    hint = sentence("from when bytes could be read until they were stored: the mean of the last second's")
    if now.reads.is_painted:
        hint = sentence("from when bytes could be read until they were painted: the mean of the last second's")
    return _rising(sentence("age"), now.reads.age_ms, "ms", AGE_MS, hint)


def _silence(now: Figures) -> Gauge:
    silent, after = now.line.silent_ns, now.line.stale_after_ns
    hint = sentence("how long nothing has come; beyond its limit the link is stale")
    if silent is None or not after:
        return Gauge(sentence("silence"), None if silent is None else silent / SECOND, "s", None, "", "", hint)
    good, bad = (limit / 100 * after / SECOND for limit in SILENCE)
    return _rising(sentence("silence"), silent / SECOND, "s", (good, bad), hint)


def _order(course: Course) -> Gauge:
    grown = course.grown_here(lambda look: look.line.rcv_ooopack, SEEN_NS)
    hint = sentence(
        "segments that overtook others within the last 5 s (tcpi_rcv_ooopack): lost on the way and sent again"
    )
    return _rising(sentence("out of order"), grown, sentence("segments"), (0.0, float(OUT_OF_ORDER)), hint)


def _starved(course: Course) -> Gauge:
    grown = course.grown(lambda look: look.line.starved)
    return _rising(
        sentence("starved"),
        grown,
        sentence("times"),
        STARVED,
        sentence("bytes waited while others were served, in the last 10 s"),
    )


def _failed(now: Figures) -> Gauge:
    return _rising(
        sentence("failed in a row"),
        now.line.failed_in_row,
        sentence("attempts"),
        FAILED,
        sentence("since the last that lasted"),
    )


def _rejected(course: Course) -> float | None:
    rejected = course.grown(lambda look: sum(look.ledger.frames.rejected.values()))
    return percent(rejected, course.grown(lambda look: look.ledger.frames.framed))


def _discarded(course: Course) -> float | None:
    discarded = course.grown(lambda look: sum(look.ledger.bytes.discarded.values()))
    return percent(discarded, course.grown(lambda look: look.ledger.bytes.received))


def percent(part: int | None, whole: int | None) -> float | None:
    """At most 100: what was received earlier may be discarded now. None where there was nothing."""
    return min(100.0, 100 * part / whole) if part is not None and whole else None


def _share(name: str, value: float | None, hint: str) -> Gauge:
    return _rising(name, value, "%", LOST_PERCENT, hint)


def _history(now: Figures) -> Gauge:
    kept = now.kept
    held = 100.0 * kept.short_ns / kept.span_ns if kept.short_ns is not None and kept.span_ns else None
    hint = sentence("what the history holds of its span, where its bound in bytes is reached first")
    return _falling(sentence("history"), held, "%", HISTORY_PERCENT, hint)


def _unsent(now: Figures) -> Gauge:
    return _rising(
        sentence("unsent"), now.line.unsent / 1024, "KiB", UNSENT, sentence("written to the device and still here")
    )


def _refresh(now: Figures) -> Gauge:
    rate, wished = now.computer.rate_hz, now.computer.wished_hz
    limits = (wished * REFRESH_PERCENT[0] / 100, wished * REFRESH_PERCENT[1] / 100)
    return _falling(
        sentence("refresh"), rate or None, "Hz", limits, sentence("refreshes a second at most, of all devices")
    )


def _lag(now: Figures) -> Gauge:
    hint = sentence("how late the window's loop came to its timers: p99 of the newest 600")
    return _rising(sentence("loop lag"), now.computer.lag_ms, "ms", LAG_MS, hint)


def _unmeasured(now: Figures) -> Gauge:
    hint = sentence("chunks whose ages were measured and taken by nobody in time: ages say less than they seem to")
    return _rising(sentence("unmeasured"), now.kept.forgotten, sentence("chunks"), FORGOTTEN, hint)


def _rising(name: str, value: float | None, unit: str, limits: tuple[float, float], hint: str) -> Gauge:
    """The more the worse."""
    good, bad = limits
    level = None
    if value is not None:
        level = Level.GOOD if value <= good else Level.BAD if value > bad else Level.FAIR
    good_until = sentence("up to {limit}", limit=_with_unit(good, unit)) if good else sentence("none")
    return Gauge(name, value, unit, level, good_until, sentence("over {limit}", limit=_with_unit(bad, unit)), hint)


def _falling(name: str, value: float | None, unit: str, limits: tuple[float, float], hint: str) -> Gauge:
    """The less the worse."""
    good, bad = limits
    level = None
    if value is not None:
        level = Level.GOOD if value >= good else Level.BAD if value < bad else Level.FAIR
    good_from = sentence("from {limit}", limit=_with_unit(good, unit))
    return Gauge(name, value, unit, level, good_from, sentence("under {limit}", limit=_with_unit(bad, unit)), hint)


def _with_unit(value: float, unit: str) -> str:
    return joined(" ", (f"{value:.3g}", unit))
