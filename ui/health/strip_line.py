"""What stands in one cell of the health strip, made from a rig. Pure of widgets, so that each word can be tested."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.health.judgement import Slow
from app.quantities import shown_bytes
from ui.health.deeds import can_retry
from ui.health.outlook import outlook
from ui.plain import plain, shown_rate
from ui.theme.tokens import State
from ui.translate import marked, tr

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.device import Device
    from app.rig import Rig
    from ui.health.recent_ages import Recent

_TOLD = {
    Slow.NETWORK: marked("network likely slow")
}  # of an open link without a finding; that nobody is slow is no news


@dataclass(frozen=True, slots=True)
class StripLine:
    """`state` gives mark and colour, `word` says it. `rate` of frames, `age` of what is on screen, `behind`, what waits
    here, each "" where there is none to tell. `detail`: why, for the hint. `can_retry`: there is a pause to cut short.
    """

    name: str
    state: State
    word: str
    rate: str = ""
    age: str = ""
    behind: str = ""
    detail: str = ""
    can_retry: bool = False

    @property
    def is_calm(self) -> bool:
        return self.state is State.GOOD

    def __str__(self) -> str:
        told = (
            self.word,
            self.rate,
            tr("age {age}").format(age=self.age) if self.age else "",
            self.behind,
            self.detail,
        )
        return f"{self.name}: {', '.join(part for part in told if part)}"


def strip_line(rig: Rig, device: Device, recent: Recent, now_ns: int) -> StripLine:
    """A device now; `recent`: its ages of the last minute."""
    found = outlook(rig, device, now_ns)
    name = plain(device.name)
    if device.link.state != "open":
        return StripLine(name, found.state, found.brief, detail=found.detail, can_retry=can_retry(rig, device))
    word = found.brief
    if found.state is State.GOOD:
        word = tr(_TOLD[slow]) if (slow := rig.health(device).slow) in _TOLD else word
    rate = shown_rate(rig.status(device).frames_per_s, "Hz")
    behind = "" if recent.behind is None else shown_behind(shown_bytes(recent.behind))
    return StripLine(name, found.state, word, rate, shown_age(recent), behind, found.detail)


def shown_behind(size: str) -> str:
    """What waits here."""
    return tr("{size} behind").format(size=size)


def shown_age(recent: Recent) -> str:
    """ "p99 12 ms"; "max 30 ms" where there are too few chunks for that, "" where none was painted."""
    name, value_ms = ("p99", recent.p99_ms) if recent.p99_ms is not None else ("max", recent.most_ms)
    if value_ms is None:
        return ""
    if value_ms < 999.5:
        return f"{name} {value_ms:.3g} ms" if value_ms < 9.95 else f"{name} {value_ms:.0f} ms"
    return f"{name} {value_ms / 1e3:.3g} s" if value_ms < 999_500 else f"{name} {value_ms / 1e3:.0f} s"
