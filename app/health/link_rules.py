"""What can be wrong with a link, a function each: who is slow, and whether it stands. See catalogue.py."""

from __future__ import annotations

from app.health.course import SECOND, SPAN_NS
from app.health.diagnosis import HIGH, queued, share, was_emptied
from app.health.figures import Figures
from app.health.findings import Case, Wrong
from app.health.judgement import MANY_FAILURES, Level, Slow
from app.quantities import counted, shown_bytes

FLAPPING = 3  # connections within a minute: one loss is an accident, a device that is started again makes two
LET_A_THREAD_READ = (
    " Where the window is busy rather than the computer, let a thread read: then the device need not wait."
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
        "this PC is behind",
        case.because,
        "Nothing is lost, but what is shown is late. Show fewer plots, lower refresh_hz, end other programs."
        + (LET_A_THREAD_READ if _a_thread_helps(case.course.now) else ""),
    )


def _a_thread_helps(look: Figures) -> bool:
    """It empties the queue while the window is busy; what is shown is painted no sooner by that."""
    return look.line.transport == "gui" and not was_emptied(look)


def reordered(case: Case) -> Wrong | None:
    if case.slow is not Slow.NETWORK:
        return None
    return Wrong(
        Level.FAIR,
        "the network loses or reorders",
        case.because,
        "What was lost is sent again: nothing is missing, it is only late. Look at the cable, at the switch's error "
        "counters, at the radio link.",
    )


def silent(case: Case) -> Wrong | None:
    if case.slow is not Slow.DEVICE:
        return None
    return Wrong(
        Level.FAIR,
        "the device is silent",
        case.because,
        "The connection stands and nothing comes. Is the device stopped, or waiting for a command? A device that is "
        "silent by nature wants its own stale_after in the session.",
    )


def absent(case: Case) -> Wrong | None:
    line = case.course.now.line
    if not line.last_reason or flapping(case) is not None:  # dialled for the first time; or told better
        return None
    if line.state == "failed":
        return Wrong(Level.BAD, "no connection", line.last_reason, "Trying again cannot help: correct the address.")
    if not line.is_coming_back:
        return None
    tried = f"{line.failed_in_row} attempts in a row failed; the last: " if line.failed_in_row > 1 else ""
    return Wrong(
        Level.BAD if line.failed_in_row > MANY_FAILURES else Level.FAIR,
        "no connection",
        tried + line.last_reason,
        "It is tried again by itself. Is the device switched on, and is this its address? Refused: nothing listens on "
        "that port there. Timed out or no route: look at the network.",
    )


def flapping(case: Case) -> Wrong | None:
    opened = case.course.grown(lambda look: look.line.opened, SPAN_NS) or 0
    if opened - (case.course.grown(lambda look: look.line.closed_here, SPAN_NS) or 0) < FLAPPING:
        return None
    return Wrong(
        Level.BAD,
        "the connection keeps breaking",
        f"opened {opened} times within a minute; the last end: {case.course.now.line.last_reason}",
        "Does another program use the device, which serves one client at a time? Does it start again and again, or "
        "close for want of a command (on_connect)?",
    )


def capped(case: Case) -> Wrong | None:
    """Only where somebody asked for that size, or the room was needed: every system caps the default."""
    line = case.course.now.line
    if not line.was_capped or not (line.asked_for or _was_high(case)):
        return None
    return Wrong(
        Level.FAIR,
        "the receive buffer is smaller than asked",
        line.buffer_note,
        "A shorter stall of this PC than you planned for makes the device wait. Set net.core.rmem_max as said, and "
        "connect again.",
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
        "others are served first",
        f"its bytes waited {counted(times, 'time')} within 10 s, for 50 ms, while the window's thread served others",
        "Let threads read (the transport of the session, or of this device).",
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
    probes = f"; {counted(line.probes, 'probe')} of its closed window" if line.probes else ""
    return Wrong(
        Level.BAD,
        "the device does not read",
        f"{shown_bytes(line.unsent)} wait to be sent, nothing was taken for {seconds:.0f} s{probes}",
        "It is still received. Commands wait, and are refused once the queue is full: send less, or start the device "
        "again.",
    )


def orders(case: Case) -> Wrong | None:
    """Commands that came to nothing within the last minute."""
    counters = {
        "expired before their start": lambda look: look.orders.expired,
        "refused": lambda look: look.orders.refused,
    }
    counts = {what: case.course.grown(counter, SPAN_NS) or 0 for what, counter in counters.items()}
    said = [f"{count} {what}" for what, count in counts.items() if count]
    if not said:
        return None
    return Wrong(
        Level.FAIR,
        "commands were not sent",
        f"within a minute: {', '.join(said)}",
        "The connection takes less than is asked of it, or there is none. Send less often, or send set-points with a "
        "key, so that a newer one replaces one that waits.",
    )
