"""What can be wrong with what comes: the account, frames, bytes, and the device's time. See catalogue.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from app.health.course import RECENT_NS, SECOND, SPAN_NS, Course
from app.health.figures import Figures
from app.health.findings import Case, Wrong
from app.health.judgement import Level
from app.quantities import counted

# reasons for which bytes are discarded where nothing is wrong with the stream (a client that joins in the middle), or
# where another finding says what: the connection ended within a frame, a length could not be true
EXPECTED = frozenset({"joined in the middle", "truncated at EOF", "after violation"})
AT_FIRST = frozenset({"resync"})  # where a server joins a client in mid-stream
BAD_SHARE = 0.01  # of what came: spoils a measurement
JUMP_NS = SECOND // 10  # in ten seconds; a network's jitter moves the least delay by a few milliseconds
DRIFT = 1e-3  # ten times what a quartz is off by
DRIFT_SEEN_NS = 30 * SECOND
DRIFT_LEAST_NS = 50_000_000
SETTLED = 3  # looks of a connection before the offset is believed: at first it may hand out what it had stored
UNTIMED_SHARE = 0.9  # below it a table without the field is meant
Counted = Callable[[Figures], Mapping[str, int]]
FULL = 0.9  # of the span: the bounds of the history are looked at by blocks, of which it has about 32


def unbalanced(case: Case) -> Wrong | None:
    failures = [line for line in _failures(case) if not line.startswith("kernel:")]
    if not failures:
        return None
    return Wrong(
        Level.BAD,
        "the ledger does not add up",
        failures[0] + (f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""),
        "This is a fault of Quintet: please report it with the support bundle. Figures of this run cannot be trusted.",
    )


def disagreeing(case: Case) -> Wrong | None:
    failures = [line for line in _failures(case) if line.startswith("kernel:")]
    if not failures:
        return None
    return Wrong(
        Level.BAD,
        "the kernel has counted otherwise",
        failures[0],
        "Bytes were lost or counted twice between the kernel and Quintet: please report it with the support bundle.",
    )


def _failures(case: Case) -> tuple[str, ...]:
    """All since the start: an account that was wrong once stays wrong."""
    look = case.course.now
    return tuple(dict.fromkeys((*look.failures, *look.ledger.failures())))


def violated(case: Case) -> Wrong | None:
    count = case.course.grown(lambda look: look.violations, SPAN_NS) or 0
    if not count:
        return None
    return Wrong(
        Level.BAD,
        "the stream breaks its framing",
        f"{case.course.now.violation}; {count} within a minute",
        "Are framing's size, order and counts those of the device? A longer frame wants a larger max_frame. If it "
        "happens seldom, bytes are damaged or missing before they come here.",
    )


def rejected(case: Case) -> Wrong | None:
    lost = _grown(case.course, lambda look: look.ledger.frames.rejected)
    if not lost:
        return None
    framed = case.course.grown(lambda look: look.ledger.frames.framed) or 0
    return Wrong(
        _level(lost.total(), framed),
        "frames are rejected",
        f"{lost.total()} of {framed} within 10 s: {_reasons(lost)}",
        "The frame is lost, the next one is not. The inspector shows the newest rejected ones; compare them with the "
        "session's decoding.",
    )


def discarded(case: Case) -> Wrong | None:
    lost = _grown(case.course, _unexpected)
    looks = case.course.of_connection(RECENT_NS)
    if len(looks) < SETTLED:
        lost = Counter({reason: count for reason, count in lost.items() if reason not in AT_FIRST})
    if not lost:
        return None
    received = case.course.grown(lambda look: look.ledger.bytes.received) or 0
    return Wrong(
        _level(lost.total(), received),
        "bytes are discarded",
        f"{lost.total()} of {counted(received, 'byte')} within 10 s: {_reasons(lost)}",
        "They belong to no frame. Is the framing that of the device? Else it sends damaged frames.",
    )


def _unexpected(look: Figures) -> Mapping[str, int]:
    return {reason: count for reason, count in look.ledger.bytes.discarded.items() if reason not in EXPECTED}


def unnoticed(case: Case) -> Wrong | None:
    look = case.course.now
    signs = list(_signs(case)) if look.unnoticed else []
    if not signs:
        return None
    return Wrong(
        Level.FAIR,
        "damage may go unnoticed",
        f"{', '.join(signs)}, and {look.unnoticed}",
        "What is shown since then may be wrong though it looks right. Connect again, which starts at a frame; where "
        "the device can, use a framing with a sync word and a checksum.",
    )


def _signs(case: Case) -> Iterator[str]:
    course = case.course
    if count := course.grown(lambda look: look.violations, SPAN_NS):
        yield f"{counted(count, 'impossible length')} within a minute"
    if lost := _grown(course, lambda look: look.ledger.frames.rejected):
        yield f"{counted(lost.total(), 'frame was', 'frames were')} rejected within 10 s"
    if lost := _grown(course, _unexpected):
        yield f"{counted(lost.total(), 'byte was', 'bytes were')} discarded within 10 s"
    if _jump_ns(course) is not None:
        yield "the time in its frames jumps"


# -- the device's time


def jumping(case: Case) -> Wrong | None:
    axis = case.course.now.axis
    if axis.kind != "field":
        return None
    said = []
    if (jump_ns := _jump_ns(case.course)) is not None:
        said.append(f"its clock moved against ours by {jump_ns / SECOND:+.3f} s within 10 s")
    if moved := case.course.grown(lambda look: look.axis.reordered):
        one, several = "row was older than the row before it", "rows were older than the row before them"
        said.append(f"{counted(moved, one, several)}: moved up")
    if not said:
        return None
    return Wrong(
        Level.FAIR,
        "the device's clock jumps",
        "; ".join(said),
        'Times before and after do not compare. Is its clock set while it runs (GPS, NTP)? With time = "arrival" rows '
        "are timed here.",
    )


def _jump_ns(course: Course) -> int | None:
    """How far the offset moved within the last seconds, where that is a jump."""
    offsets = _offsets(course, RECENT_NS)
    if len(offsets) < 2:
        return None
    moved = offsets[0][1] - offsets[-1][1]
    return -moved if abs(moved) > JUMP_NS else None  # the offset falls where the device's clock goes forward


def drifting(case: Case) -> Wrong | None:
    offsets = _offsets(case.course, SPAN_NS)
    if len(offsets) < 2 or offsets[0][0] - offsets[-1][0] < DRIFT_SEEN_NS or _jump_ns(case.course) is not None:
        return None
    span, moved = offsets[0][0] - offsets[-1][0], offsets[-1][1] - offsets[0][1]
    if abs(moved) < max(DRIFT_LEAST_NS, DRIFT * span):
        return None
    return Wrong(
        Level.FAIR,
        "the device's clock drifts",
        f"{moved / 1e6:+.0f} ms against ours in {span / SECOND:.0f} s, {moved / span * 1e6:+.0f} ppm",
        "Times are corrected for it. A quartz is off by 100 ppm at most: is the unit that of the session?",
    )


def _offsets(course: Course, span_ns: int) -> list[tuple[int, int]]:
    """(time, offset) at the looks of this connection, once it had settled; newest first."""
    looks = course.of_connection(SPAN_NS)
    is_whole = course.now.at_ns - looks[-1].at_ns >= SPAN_NS - 2 * SECOND if looks else False
    settled = looks if is_whole else looks[:-SETTLED]
    return [
        (look.at_ns, look.axis.offset_ns)
        for look in settled
        if look.axis.offset_ns is not None and course.now.at_ns - look.at_ns <= span_ns
    ]


def untimed(case: Case) -> Wrong | None:
    rows = case.course.grown(lambda look: look.ledger.samples.decoded) or 0
    missing = case.course.grown(lambda look: look.axis.untimed) or 0
    if case.course.now.axis.kind != "field" or not rows or missing < UNTIMED_SHARE * rows:
        return None
    return Wrong(
        Level.FAIR,
        "rows have no time of the device",
        f"{missing} of {counted(rows, 'row')} within 10 s have nothing readable in the time's field",
        "They stand where they came. Is it the right field, and the right unit?",
    )


# -- the history


def forgetting(case: Case) -> Wrong | None:
    """Good to know; and wrong where somebody asked for that span: the default's bound in bytes is there to be met."""
    kept = case.course.now.kept
    gone = case.course.grown(lambda look: look.kept.crowded_out, SPAN_NS) or 0
    if kept.short_ns is None or not gone or kept.short_ns >= FULL * kept.span_ns:
        return None
    table = f" of {kept.short_table}" if kept.short_table else ""
    return Wrong(
        Level.FAIR if kept.asked_for else Level.GOOD,
        "the history is shorter than its span",
        f"it holds {kept.short_ns / SECOND:.0f} s{table} instead of {kept.span_ns / SECOND:.0f} s: there is no room"
        " for more",
        "Raise history_bytes in the session, or shorten history.",
    )


# -- inside


def _grown(course: Course, counts: Counted) -> Counter[str]:
    """By reason, how much came within the last seconds."""
    looks = list(course.within(RECENT_NS))
    return Counter(counts(looks[0])) - Counter(counts(looks[-1]))


def _reasons(lost: Counter[str]) -> str:
    """The most frequent three."""
    return ", ".join(f"{count} {reason}" for reason, count in lost.most_common(3))


def _level(lost: int, whole: int) -> Level:
    return Level.BAD if lost > BAD_SHARE * whole else Level.FAIR
