"""What can be wrong with what comes: the account, frames, bytes, and the device's time. See catalogue.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from app.health.course import RECENT_NS, SECOND, SPAN_NS, Course
from app.health.figures import Figures
from app.health.findings import Case, Wrong
from app.health.judgement import Level
from app.sentence import joined, numbered, sentence

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
        sentence("the ledger does not add up"),
        _and_more(failures),
        sentence(
            "This is a fault of Quintet: please report it with the support bundle. Figures of this run cannot be "
            "trusted."
        ),
    )


def _and_more(failures: list[str]) -> str:
    if len(failures) < 2:
        return failures[0]
    return sentence("{first} (and {count} more)", first=failures[0], count=len(failures) - 1)


def disagreeing(case: Case) -> Wrong | None:
    failures = [line for line in _failures(case) if line.startswith("kernel:")]
    if not failures:
        return None
    return Wrong(
        Level.BAD,
        sentence("the kernel has counted otherwise"),
        failures[0],
        sentence(
            "Bytes were lost or counted twice between the kernel and Quintet: please report it with the support bundle."
        ),
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
        sentence("the stream breaks its framing"),
        sentence("{what}; {count} within a minute", what=case.course.now.violation, count=count),
        sentence(
            "Are framing's size, order and counts those of the device? A longer frame wants a larger max_frame. If it "
            "happens seldom, bytes are damaged or missing before they come here."
        ),
    )


def rejected(case: Case) -> Wrong | None:
    lost = _grown(case.course, lambda look: look.ledger.frames.rejected)
    if not lost:
        return None
    framed = case.course.grown(lambda look: look.ledger.frames.framed) or 0
    return Wrong(
        _level(lost.total(), framed),
        sentence("frames are rejected"),
        sentence("{count} of {all} within 10 s: {reasons}", count=lost.total(), all=framed, reasons=_reasons(lost)),
        sentence(
            "The frame is lost, the next one is not. The inspector shows the newest rejected ones; compare them with "
            "the session's decoding."
        ),
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
        sentence("bytes are discarded"),
        numbered(
            received,
            "{lost} of {count} byte within 10 s: {reasons}",
            "{lost} of {count} bytes within 10 s: {reasons}",
            lost=lost.total(),
            reasons=_reasons(lost),
        ),
        sentence("They belong to no frame. Is the framing that of the device? Else it sends damaged frames."),
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
        sentence("damage may go unnoticed"),
        sentence("{signs}, and {why}", signs=joined(", ", signs), why=look.unnoticed),
        sentence(
            "What is shown since then may be wrong though it looks right. Connect again, which starts at a frame; "
            "where the device can, use a framing with a sync word and a checksum."
        ),
    )


def _signs(case: Case) -> Iterator[str]:
    course = case.course
    if count := course.grown(lambda look: look.violations, SPAN_NS):
        yield numbered(count, "{count} impossible length within a minute", "{count} impossible lengths within a minute")
    if lost := _grown(course, lambda look: look.ledger.frames.rejected):
        yield numbered(
            lost.total(), "{count} frame was rejected within 10 s", "{count} frames were rejected within 10 s"
        )
    if lost := _grown(course, _unexpected):
        yield numbered(
            lost.total(), "{count} byte was discarded within 10 s", "{count} bytes were discarded within 10 s"
        )
    if _jump_ns(course) is not None:
        yield sentence("the time in its frames jumps")


# -- the device's time


def jumping(case: Case) -> Wrong | None:
    axis = case.course.now.axis
    if axis.kind != "field":
        return None
    said = []
    if (jump_ns := _jump_ns(case.course)) is not None:
        moved_by = f"{jump_ns / SECOND:+.3f}"
        said.append(sentence("its clock moved against ours by {seconds} s within 10 s", seconds=moved_by))
    if moved := case.course.grown(lambda look: look.axis.reordered):
        said.append(
            numbered(
                moved,
                "{count} row was older than the row before it: moved up",
                "{count} rows were older than the row before them: moved up",
            )
        )
    if not said:
        return None
    return Wrong(
        Level.FAIR,
        sentence("the device's clock jumps"),
        joined("; ", said),
        sentence(
            "Times before and after do not compare. Is its clock set while it runs (GPS, NTP)? "
            'With time = "arrival" rows are timed here.'
        ),
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
        sentence("the device's clock drifts"),
        sentence(
            "{moved} ms against ours in {seconds} s, {ppm} ppm",
            moved=f"{moved / 1e6:+.0f}",
            seconds=f"{span / SECOND:.0f}",
            ppm=f"{moved / span * 1e6:+.0f}",
        ),
        sentence("Times are corrected for it. A quartz is off by 100 ppm at most: is the unit that of the session?"),
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
        sentence("rows have no time of the device"),
        numbered(
            rows,
            "{missing} of {count} row within 10 s have nothing readable in the time's field",
            "{missing} of {count} rows within 10 s have nothing readable in the time's field",
            missing=missing,
        ),
        sentence("They stand where they came. Is it the right field, and the right unit?"),
    )


# -- the history


def forgetting(case: Case) -> Wrong | None:
    """Good to know; and wrong where somebody asked for that span: the default's bound in bytes is there to be met."""
    kept = case.course.now.kept
    gone = case.course.grown(lambda look: look.kept.crowded_out, SPAN_NS) or 0
    if kept.short_ns is None or not gone or kept.short_ns >= FULL * kept.span_ns:
        return None
    held, span = f"{kept.short_ns / SECOND:.0f}", f"{kept.span_ns / SECOND:.0f}"
    short = sentence("it holds {held} s instead of {span} s: there is no room for more", held=held, span=span)
    if kept.short_table:
        short = sentence(
            "it holds {held} s of {table} instead of {span} s: there is no room for more",
            held=held,
            table=kept.short_table,
            span=span,
        )
    return Wrong(
        Level.FAIR if kept.asked_for else Level.GOOD,
        sentence("the history is shorter than its span"),
        short,
        sentence("Raise history_bytes in the session, or shorten history."),
    )


# -- inside


def _grown(course: Course, counts: Counted) -> Counter[str]:
    """By reason, how much came within the last seconds."""
    looks = list(course.within(RECENT_NS))
    return Counter(counts(looks[0])) - Counter(counts(looks[-1]))


def _reasons(lost: Counter[str]) -> str:
    """The most frequent three."""
    return joined(", ", [joined(" ", (str(count), reason)) for reason, count in lost.most_common(3)])


def _level(lost: int, whole: int) -> Level:
    return Level.BAD if lost > BAD_SHARE * whole else Level.FAIR
