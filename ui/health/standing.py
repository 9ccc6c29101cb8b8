"""How a link stands, in words: what it is doing, what it waits for and how much longer. Pure of widgets.

One wording for the list, the strip, the inspector and the terminal, so that they never contradict each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.health.judgement import MANY_FAILURES
from ui.plain import plain
from ui.theme.tokens import State
from ui.translate import marked, told, tr

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.device import Device
    from app.link.contract import LinkStatistics
    from app.rig import Rig

_MARKS = {  # by the word of a link's state
    "open": State.GOOD,
    "resolving": State.BUSY,
    "connecting": State.BUSY,
    "closing": State.BUSY,
    "waiting": State.WARNING,
    "failed": State.ALARM,
}
_WORDS = {
    "idle": marked("stopped"),
    "resolving": marked("looking up the name"),
    "connecting": marked("connecting"),
    "open": marked("open"),
    "waiting": marked("waiting"),
    "closing": marked("closing"),
    "failed": marked("failed"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """`state` gives mark and colour, `word` says it. `detail`: where the device is, or why it is not connected.
    `again`: when the next attempt is made ("again in 3.2 s"), `left` how long until then, "" where it is now. `short`:
    the word where there is little room."""

    state: State
    word: str
    detail: str = ""
    again: str = ""
    short: str = ""
    left: str = ""

    @property
    def text(self) -> str:
        """ "waiting: again in 3.2 s"."""
        return f"{self.word}: {self.again}" if self.again else self.word

    @property
    def brief(self) -> str:
        return self.again or self.short or self.word


def mark_of(state: str) -> State:
    """How a link's state is shown: by the mark and the colour of this."""
    return _MARKS.get(state, State.OFFLINE)


def standing(statistics: LinkStatistics, now_ns: int | None) -> Standing:
    """Of a snapshot; `now_ns` on app.clock, or None where time has stopped and nothing counts down any more."""
    state = str(statistics.state)
    if state == "open":
        return _open(statistics)
    mark, word = mark_of(state), tr(_WORDS[state]) if state in _WORDS else state
    reason = "" if state == "idle" else plain(told(statistics.last_reason), 160)
    if state == "waiting":
        mark = State.ALARM if statistics.failed_in_row > MANY_FAILURES else mark
        left = _left(statistics.next_try_ns, now_ns)
        return Standing(mark, word, reason, _again(left), left=left or "")
    if state == "connecting" and statistics.address:
        where = tr("connecting to {address}").format(address=plain(statistics.address, 80))
        return Standing(mark, where, reason, short=word)
    return Standing(mark, word, reason)


def _open(statistics: LinkStatistics) -> Standing:
    address = plain(statistics.address, 80)
    if not statistics.is_stale:
        return Standing(State.GOOD, tr("open"), address)
    if statistics.silent_ns is None:
        return Standing(State.STALE, tr("silent"), address)
    span = shown_span(statistics.silent_ns, whole=True)
    return Standing(State.STALE, tr("silent for {span}").format(span=span), address)


def _left(next_try_ns: int | None, now_ns: int | None) -> str | None:
    """How long until the next attempt: "" where it is now, None where none is planned or nothing counts down."""
    if next_try_ns is None or now_ns is None:
        return None
    return shown_span(next_try_ns - now_ns) if next_try_ns > now_ns else ""


def _again(left: str | None) -> str:
    if left is None:
        return ""
    return tr("again in {span}").format(span=left) if left else tr("again now")


def standing_now(rig: Rig, device: Device, now_ns: int) -> Standing:
    """A device's, at this moment; when the rig was stopped, as it was then."""
    return standing(statistics_now(rig, device), None if rig.at_stop is not None else now_ns)


def statistics_now(rig: Rig, device: Device) -> LinkStatistics:
    """The last check's where the link is open, since the kernel is to be asked once a second; without a connection
    nothing has to be asked, and what the link is doing changes within the second."""
    statistics = rig.status(device).statistics
    if device.link.state == "open" == statistics.state:
        return statistics
    return device.link.statistics()


def shown_span(span_ns: int, *, whole: bool = False) -> str:
    """A span as one reads a clock that runs: "3.2 s", "12 s", "1 min 20 s", "2 h 5 min"; `whole`: no tenths."""
    seconds = max(0, span_ns) / 1e9
    if seconds < 10 and not whole:
        return f"{max(0.1, seconds):.1f} s"
    seconds = int(seconds)
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return f"{seconds // 60} min {seconds % 60} s"
    return f"{seconds // 3600} h {seconds % 3600 // 60} min"
