"""Who makes the data late: this PC, the network, or the device? Pure.

What can be seen from here. A queue that the reader empties again and again says that nothing waits for this PC. A queue
that was never seen empty for STANDING_NS, and holds more than noise, says that it does: TCP then holds the sender back,
and nothing is lost, but all of it is late. The queue is what waits in the kernel, in Qt's buffer, and on the way from a
reading thread to the window. It is looked at once a second and behind each read in between.

    nothing came for longer than it should, and nothing waits      device silent
    something waited at each look of the last seconds              this PC
    it was emptied, and what came is painted late all the same     this PC
    the queue was empty, and segments come out of order            network likely
    the queue was empty                                            not this PC
    something waits, for not so long                               as before
    no connection, no figures                                      cannot tell

The network's order. Segments overtake each other where one was lost and sent again, or where paths differ; a few an
hour are ordinary, so it takes OUT_OF_ORDER of them within SEEN_NS, in more than one look. What it cannot see: a network
that is slow and in order looks like a slow device, and the words say "not this PC" and no more.

Lateness. A window that stands still for half a second and then takes all at once empties its queue, too. So what came
must have been painted (stored, where nothing is painted) within LATE_MS, as the mean of a second's bytes; where it was
not for several seconds, this PC is the slow one whatever the queue says.

Steadiness. A new answer is given when it came STEADY looks in a row; silence has its own patience (the link's
watchdog), and so has the end of a connection, so both are told at once.

Where the system does not tell the length of its queue, an empty Qt buffer proves nothing; a full one, or a window that
does not take what its thread has read, does.
"""

from __future__ import annotations

from app.health.course import SECOND, Course
from app.health.figures import Figures, Line
from app.health.judgement import Slow
from app.quantities import shown_bytes
from app.sentence import Sentence, joined, sentence

STANDING_NS = 3 * SECOND  # a stall of the window or a burst of the device is over by then
SEEN_NS = 5 * SECOND
OUT_OF_ORDER = 5  # one a second
STEADY = 2  # looks, a second apart
NOISE = 64 << 10  # a flood keeps so much in the queue between two turns, whoever reads (connection.GATHER_LEAST)
LATE_MS = 200.0  # at 15 refreshes a second, the least, bytes are some 50 ms old when they are painted
HIGH = 0.2  # of the receive buffer: full enough that the sender will soon have to wait
AT_ONCE = frozenset({Slow.DEVICE, Slow.UNKNOWN})

Answer = tuple[Slow, str]


class Diagnosis:
    """One link's answer, look by look."""

    def __init__(self) -> None:
        self._said: Answer = (Slow.UNKNOWN, sentence("not looked at for long enough"))
        self._other = Slow.UNKNOWN
        self._times = 0

    def judge(self, course: Course) -> Answer:
        """After each look. The reasons are those of the newest look that gave this answer."""
        answer = judged(course)
        if answer is None:
            return self._said
        slow, because = answer
        if slow is self._said[0] or slow in AT_ONCE or self._said[0] in AT_ONCE:
            self._times = 0
            self._said = (slow, because)
            return self._said
        self._times = self._times + 1 if slow is self._other else 1
        self._other = slow
        if self._times >= STEADY:
            self._times = 0
            self._said = (slow, because)
        return self._said


def judged(course: Course) -> Answer | None:
    """What the looks up to now say, without regard to what was said before; None where they say nothing new."""
    now = course.now
    line = now.line
    if not line.is_open:
        return Slow.UNKNOWN, _unconnected(line.last_reason)
    standing = _standing(course)
    if standing is not None:
        return Slow.THIS_PC, standing
    if line.is_stale and not queued(line):
        return Slow.DEVICE, _silence(line)
    if line.waiting is None:
        return Slow.UNKNOWN, sentence("this system does not tell how much waits in its queue")
    if not was_emptied(now):
        return None
    late = _late(course)
    if late is not None:
        return Slow.THIS_PC, late
    overtaken = _out_of_order(course)
    if overtaken is not None:
        return Slow.NETWORK, overtaken
    return Slow.NOT_THIS_PC, _emptied(now)


def _unconnected(reason: str) -> str:
    return sentence("not connected: {reason}", reason=reason) if reason else sentence("not connected yet")


def queued(line: Line) -> int:
    """Bytes that have come and are not with the window yet, as far as is known."""
    return (line.waiting or 0) + line.in_qt + line.in_flight


def share(count: int | None, line: Line) -> float | None:
    """Of the receive buffer in effect."""
    return None if count is None or not line.buffer else count / line.buffer


def was_emptied(look: Figures) -> bool:
    """Whether the queue was seen empty at this look or behind a read since the one before."""
    return queued(look.line) == 0 or look.reads.least_left == 0


def _standing(course: Course) -> str | None:
    """Why this PC is the slow one; None where it cannot be said to be."""
    looks = course.of_connection(STANDING_NS)
    oldest, line = looks[-1], course.now.line
    lasts = course.now.at_ns - oldest.at_ns >= STANDING_NS - SECOND
    if not lasts or len(looks) < STEADY + 1 or any(was_emptied(look) for look in looks):
        return None
    now_waits, grown = queued(line), queued(line) - queued(oldest.line)
    part = share(now_waits, line)
    is_high = part is not None and part >= HIGH
    if min(queued(look.line) for look in looks) <= NOISE and not is_high and line.rcv_window != 0:
        return None
    seconds = (course.now.at_ns - oldest.at_ns) / SECOND
    movement = f"{'+' if grown >= 0 else '−'}{shown_bytes(abs(grown))}"
    waits = _waiting(line, movement, f"{seconds:.0f}")
    if line.rcv_window == 0:
        return joined("; ", (waits, sentence("the sender has to wait: we offer it no room")))
    return waits


def _late(course: Course) -> str | None:
    ages = [look.reads.age_ms for look in course.of_connection(SEEN_NS) if look.reads.age_ms is not None]
    if len(ages) <= STEADY or min(ages) < LATE_MS:
        return None
    age = f"{ages[0]:.0f}"
    if course.now.reads.is_painted:
        late = sentence("what comes is painted {age} ms after it could be read, though the queue is emptied", age=age)
    else:
        late = sentence("what comes is stored {age} ms after it could be read, though the queue is emptied", age=age)
    return joined(": ", (late, _who_is_busy(course.now)))


def _who_is_busy(look: Figures) -> Sentence:
    is_computer = look.computer.has_too_much_to_do
    return sentence("this computer is busy") if is_computer else sentence("the window is busy")


def _waiting(line: Line, movement: str, seconds: str) -> Sentence:
    """How much waits, and how it moved."""
    size, part = shown_bytes(queued(line)), share(queued(line), line)
    if part is None:
        return sentence(
            "{size} wait here, {movement} in {seconds} s, never empty", size=size, movement=movement, seconds=seconds
        )
    return sentence(
        "{size} wait here ({percent} % of the receive buffer), {movement} in {seconds} s, never empty",
        size=size,
        percent=f"{100 * part:.0f}",
        movement=movement,
        seconds=seconds,
    )


def _silence(line: Line) -> str:
    said = [sentence("nothing waits here")]
    if line.silent_ns is not None:
        said.insert(0, sentence("nothing came for {seconds} s", seconds=f"{line.silent_ns / SECOND:.1f}"))
    if line.stale_after_ns is not None:
        said.append(sentence("expected within {seconds} s", seconds=f"{line.stale_after_ns / SECOND:.1f}"))
    if line.last_data_recv_ms is not None:
        ago = f"{line.last_data_recv_ms / 1e3:.1f}"
        said.append(sentence("the kernel's last data came {seconds} s ago", seconds=ago))
    return joined("; ", said)


def _out_of_order(course: Course) -> str | None:
    looks = course.of_connection(SEEN_NS)
    known = [look.line.rcv_ooopack for look in looks if look.line.rcv_ooopack is not None]
    is_state = len(set(known)) > STEADY  # else all of them came at one look: an accident
    if not is_state or known[0] - known[-1] < OUT_OF_ORDER:
        return None
    seconds = (looks[0].at_ns - looks[-1].at_ns) / SECOND
    return sentence(
        "{count} segments came out of order in {seconds} s; the queue here was empty",
        count=known[0] - known[-1],
        seconds=f"{seconds:.0f}",
    )


def _emptied(look: Figures) -> str:
    reads = look.reads
    if reads.chunks and reads.most is not None:
        most = shown_bytes(reads.most)
        return sentence("the queue was emptied; {size} at most waited in the last second", size=most)
    return sentence("the queue is empty")
