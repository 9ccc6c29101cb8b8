"""Who reads the links of a session, taken together and in words. Pure of widgets and of links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ui.translate import marked, tr

GUI, THREAD = "gui", "thread"
NAMES = {GUI: marked("One thread"), THREAD: marked("Threads")}
_UNHARMED = marked("Connections go over as they are: nothing is lost or repeated")
ABOUT = {
    GUI: marked("The window's own thread reads all links."),
    THREAD: marked("Each link is read by a thread of its own."),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One link: the mode that it was asked for, the one that it has, and whether it is connected."""

    wished: str
    mode: str
    is_open: bool

    @property
    def is_under_way(self) -> bool:
        return self.is_open and self.mode != self.wished


@dataclass(frozen=True, slots=True)
class Modes:
    """All links. Counts; `waiting` are those that are not connected, for which a mode holds from the next connection.

    hindrance   why nothing can be chosen now, "" where it can
    """

    count: int = 0
    threads: int = 0
    under_way: int = 0
    waiting: int = 0
    hindrance: str = ""

    @classmethod
    def of(cls, readings: Iterable[Reading], hindrance: str = "") -> Modes:
        known = list(readings)
        return cls(
            count=len(known),
            threads=sum(each.wished == THREAD for each in known),
            under_way=sum(each.is_under_way for each in known),
            waiting=sum(not each.is_open for each in known),
            hindrance=hindrance,
        )

    @property
    def can_change(self) -> bool:
        return bool(self.count) and not self.hindrance

    @property
    def common(self) -> str | None:
        """The mode that was asked for of all links; None where they differ and where there is none."""
        if not self.count or 0 < self.threads < self.count:
            return None
        return THREAD if self.threads else GUI

    @property
    def text(self) -> str:
        """What the two words of the switch do not say."""
        if self.hindrance or not self.count:
            return self.hindrance
        said = []
        if self.common is None:
            said.append(tr("Mixed: {threads} of {count} by threads").format(threads=self.threads, count=self.count))
        if self.under_way:
            text = tr("handing over 1 link") if self.under_way == 1 else tr("handing over {count} links")
            said.append(text.format(count=self.under_way))
        if self.waiting:
            said.append(self._waits().format(count=self.waiting))
        text = ", ".join(said)
        return text[:1].upper() + text[1:]

    def _waits(self) -> str:
        if self.count == 1:
            return tr("not connected: holds from the next connection on")
        if self.waiting == 1:
            return tr("1 link not connected: holds from the next connection on")
        return tr("{count} links not connected: holds from the next connection on")


def about(mode: str) -> str:
    """What it is to read that way."""
    return f"{tr(ABOUT[mode])} {tr(_UNHARMED)}"


def one_hint(reading: Reading) -> str:
    """What asking one link for another mode does now."""
    if reading.is_open:
        return tr(_UNHARMED)
    return tr("Not connected: it holds from the next connection on")
