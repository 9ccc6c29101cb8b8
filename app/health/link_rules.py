"""What can be wrong with a link, a function each: who is slow, and whether it stands. See catalogue.py."""

from __future__ import annotations

from app.health.course import SECOND, SPAN_NS
from app.health.diagnosis import HIGH, queued, share, was_emptied
from app.health.figures import Figures, Line
from app.health.findings import Case, Wrong
from app.health.judgement import MANY_FAILURES, Level, Slow
from app.quantities import shown_bytes
from app.sentence import joined, numbered, sentence

FLAPPING = 3  # connections within a minute: one loss is an accident, a device that is started again makes two
SHOW_LESS = sentence(
    "Nothing is lost, but what is shown is late. Show fewer plots, lower refresh_hz, end other programs."
)
LET_A_THREAD_READ = sentence(
    "Where the window is busy rather than the computer, let a thread read: then the device need not wait."
)
STUCK_NS = 5 * SECOND  # that a device takes none of what we send: longer than one that is busy with a command


def behind(case: Case) -> Wrong | None:
    if case.slow is not Slow.THIS_PC:
        return None
    line = case.course.now.line
    part = share(queued(line), line)
    is_bad = line.rcv_window == 0 or (part is not None and part > HIGH)
    return Wrong(
        Level.BAD if is_bad else Level.FAIR,
        sentence("this PC is behind"),
        case.because,
        joined(" ", (SHOW_LESS, LET_A_THREAD_READ)) if _a_thread_helps(case.course.now) else SHOW_LESS,
    )


def _a_thread_helps(look: Figures) -> bool:
    """It empties the queue while the window is busy, not where the computer is; nor is anything painted sooner."""
    return look.line.transport == "gui" and not was_emptied(look) and not look.computer.has_too_much_to_do


def reordered(case: Case) -> Wrong | None:
    if case.slow is not Slow.NETWORK:
        return None
    return Wrong(
        Level.FAIR,
        sentence("the network loses or reorders"),
        case.because,
        sentence(
            "What was lost is sent again: nothing is missing, it is only late. Look at the cable, at the switch's "
            "error counters, at the radio link."
        ),
    )


def silent(case: Case) -> Wrong | None:
    if case.slow is not Slow.DEVICE:
        return None
    return Wrong(
        Level.FAIR,
        sentence("the device is silent"),
        case.because,
        sentence(
            "The connection stands and nothing comes. Is the device stopped, or waiting for a command? A device that "
            "is silent by nature wants its own stale_after in the session."
        ),
    )


def absent(case: Case) -> Wrong | None:
    line = case.course.now.line
    if not line.last_reason or flapping(case) is not None:  # dialled for the first time; or told better
        return None
    if line.state == "failed":
        remedy = sentence("Trying again cannot help: correct the address.")
        return Wrong(Level.BAD, sentence("no connection"), line.last_reason, remedy)
    if not line.is_coming_back:
        return None
    return Wrong(
        Level.BAD if line.failed_in_row > MANY_FAILURES else Level.FAIR,
        sentence("no connection"),
        _tried(line),
        sentence(
            "It is tried again by itself. Is the device switched on, and is this its address? Refused: nothing listens "
            "on that port there. Timed out or no route: look at the network."
        ),
    )


def _tried(line: Line) -> str:
    if line.failed_in_row < 2:
        return line.last_reason
    return sentence(
        "{count} attempts in a row failed; the last: {reason}", count=line.failed_in_row, reason=line.last_reason
    )


def flapping(case: Case) -> Wrong | None:
    opened = case.course.grown(lambda look: look.line.opened, SPAN_NS) or 0
    if opened - (case.course.grown(lambda look: look.line.closed_here, SPAN_NS) or 0) < FLAPPING:
        return None
    return Wrong(
        Level.BAD,
        sentence("the connection keeps breaking"),
        sentence(
            "opened {count} times within a minute; the last end: {reason}",
            count=opened,
            reason=case.course.now.line.last_reason,
        ),
        sentence(
            "Does another program use the device, which serves one client at a time? Does it start again and again, or "
            "close for want of a command (on_connect)?"
        ),
    )


def capped(case: Case) -> Wrong | None:
    """Only where somebody asked for that size, or the room was needed: every system caps the default."""
    line = case.course.now.line
    if not line.was_capped or not (line.asked_for or _was_high(case)):
        return None
    return Wrong(
        Level.FAIR,
        sentence("the receive buffer is smaller than asked"),
        line.buffer_note,
        sentence(
            "A shorter stall of this PC than you planned for makes the device wait. Set net.core.rmem_max as said, and "
            "connect again."
        ),
    )


def _was_high(case: Case) -> bool:
    parts = (share(_most(look), look.line) for look in case.course.within(SPAN_NS))
    return any(part is not None and part >= HIGH for part in parts)


def _most(look: Figures) -> int:
    return max(look.reads.most or 0, queued(look.line))


def starved(case: Case) -> Wrong | None:
    times = case.course.grown(lambda look: look.line.starved) or 0
    if not times:
        return None
    return Wrong(
        Level.FAIR,
        sentence("others are served first"),
        numbered(
            times,
            "its bytes waited {count} time within 10 s, for 50 ms, while the window's thread served others",
            "its bytes waited {count} times within 10 s, for 50 ms, while the window's thread served others",
        ),
        sentence("Let threads read (the transport of the session, or of this device)."),
    )


def unread(case: Case) -> Wrong | None:
    """What we send is not taken."""
    looks = case.course.of_connection(SPAN_NS)
    stuck = []
    for look in looks:
        if not look.line.unsent or look.line.written != looks[0].line.written:
            break
        stuck.append(look)
    if not stuck or stuck[0].at_ns - stuck[-1].at_ns < STUCK_NS:
        return None
    line, seconds = case.course.now.line, (stuck[0].at_ns - stuck[-1].at_ns) / SECOND
    said = [
        sentence(
            "{size} wait to be sent, nothing was taken for {seconds} s",
            size=shown_bytes(line.unsent),
            seconds=f"{seconds:.0f}",
        )
    ]
    if line.probes:
        said.append(numbered(line.probes, "{count} probe of its closed window", "{count} probes of its closed window"))
    return Wrong(
        Level.BAD,
        sentence("the device does not read"),
        joined("; ", said),
        sentence(
            "It is still received. Commands wait, and are refused once the queue is full: send less, or start the "
            "device again."
        ),
    )


def orders(case: Case) -> Wrong | None:
    """Commands that came to nothing within the last minute."""
    expired = case.course.grown(lambda look: look.orders.expired, SPAN_NS) or 0
    refused = case.course.grown(lambda look: look.orders.refused, SPAN_NS) or 0
    said = [sentence("{count} expired before their start", count=expired)] if expired else []
    said += [sentence("{count} refused", count=refused)] if refused else []
    if not said:
        return None
    return Wrong(
        Level.FAIR,
        sentence("commands were not sent"),
        sentence("within a minute: {counts}", counts=joined(", ", said)),
        sentence(
            "The connection takes less than is asked of it, or there is none. Send less often, or send set-points with "
            "a key, so that a newer one replaces one that waits."
        ),
    )
