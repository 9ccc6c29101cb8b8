"""How a link stands, in words: what it is doing, what it waits for and how much longer. Pure of widgets and of Qt.

One wording for the list, the strip, the inspector and the terminal, so that they never contradict each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.health.judgement import MANY_FAILURES
from ui.plain import plain
from ui.theme.tokens import State

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
_WORDS = {"resolving": "looking up the name", "idle": "stopped"}


@dataclass(frozen=True, slots=True)
class Standing:
    """`state` gives mark and colour, `word` says it. `detail`: where the device is, or why it is not connected.
    `again`: when the next attempt is made ("again in 3.2 s"). `short`: the word where there is little room."""

    state: State
    word: str
    detail: str = ""
    again: str = ""
    short: str = ""

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
    mark, word = mark_of(state), _WORDS.get(state, state)
    reason = "" if state == "idle" else plain(statistics.last_reason, 160)
    if state == "waiting":
        mark = State.ALARM if statistics.failed_in_row > MANY_FAILURES else mark
        return Standing(mark, word, reason, _again(statistics.next_try_ns, now_ns))
    if state == "connecting" and statistics.address:
        return Standing(mark, f"{word} to {plain(statistics.address, 80)}", reason, short=word)
    return Standing(mark, word, reason)


def _open(statistics: LinkStatistics) -> Standing:
    address = plain(statistics.address, 80)
    if not statistics.is_stale:
        return Standing(State.GOOD, "open", address)
    span = "" if statistics.silent_ns is None else f" for {shown_span(statistics.silent_ns, whole=True)}"
    return Standing(State.STALE, f"silent{span}", address)


def _again(next_try_ns: int | None, now_ns: int | None) -> str:
    if next_try_ns is None or now_ns is None:
        return ""
    return f"again in {shown_span(next_try_ns - now_ns)}" if next_try_ns > now_ns else "again now"


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
