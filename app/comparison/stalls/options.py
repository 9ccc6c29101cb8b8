"""Which stall of the window's thread an experiment asks for, in words: `[KIND:]BUSY/PERIOD`. No Qt here."""

from __future__ import annotations

import difflib
import reprlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.quantities import Duration, QuantityError
from app.sentence import Sentence, sentence

if TYPE_CHECKING:
    from app.comparison.schema import StallReport

Kind = Literal["sleep", "python", "native"]

KINDS: dict[Kind, str] = {
    "sleep": sentence(
        "The window's thread waits and leaves Python's lock (the GIL) free, as most native code does: a thread that "
        "reads goes on at once."
    ),
    "python": sentence(
        "The window's thread runs a loop of Python: a thread that reads gets Python's lock (the GIL) about every 5 ms, "
        "and goes on in pieces."
    ),
    "native": sentence(
        "The window's thread is in one call of native code that keeps Python's lock (the GIL): a thread that reads "
        "stands still until it is over."
    ),
}
WINDOWS = sentence("the window's thread")

SHORTEST_BUSY_NS = 1_000_000  # the timers' own step: less could not be told from none
LONGEST_BUSY_NS = 10_000_000_000  # desktops offer to end a window that is silent for longer
LONGEST_PERIOD_NS = 3_600_000_000_000  # a timer's milliseconds have 31 bits; an hour is no experiment any more
EXAMPLE = "sleep:100ms/500ms"
_UNITS = (("s", 10**9), ("ms", 10**6), ("us", 10**3), ("ns", 1))


class StallError(ValueError):
    """No stall that can be made; the message says what was seen and what to write."""


@dataclass(frozen=True, slots=True)
class StallOptions:
    """Busy for `busy_ns` in every `period_ns`, in one of three ways. StallError where that cannot be.

    `str` gives what `parse` takes, exactly.
    """

    busy_ns: int
    period_ns: int
    kind: Kind = "sleep"

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise StallError(_unknown_kind(str(self.kind)))
        if not SHORTEST_BUSY_NS <= self.busy_ns <= LONGEST_BUSY_NS:
            least, most = exact(SHORTEST_BUSY_NS), exact(LONGEST_BUSY_NS)
            text = sentence(
                "expected a busy time from {least} to {most}, got {busy}",
                least=least,
                most=most,
                busy=exact(self.busy_ns),
            )
            raise StallError(text)
        if self.period_ns > LONGEST_PERIOD_NS:
            raise StallError(f"expected a period of {exact(LONGEST_PERIOD_NS)} at most, got {exact(self.period_ns)}")
        if self.busy_ns >= self.period_ns:
            raise StallError(
                sentence(
                    "expected a busy time shorter than its period, such as 100ms/500ms, got {busy}/{period}",
                    busy=exact(self.busy_ns),
                    period=exact(self.period_ns),
                )
            )

    @classmethod
    def parse(cls, text: str) -> StallOptions:
        """Of "[KIND:]BUSY/PERIOD", two times with units; the kind is sleep unless given."""
        kind, colon, times = text.rpartition(":")
        kind = kind.strip() if colon else "sleep"
        if kind not in KINDS:
            raise StallError(_unknown_kind(kind))
        busy, slash, period = times.partition("/")
        if not slash:
            raise StallError(f"expected [KIND:]BUSY/PERIOD such as {EXAMPLE}, got {reprlib.repr(text)}")
        return cls(_time("busy time", busy), _time("period", period), kind)

    def __str__(self) -> str:
        return f"{self.kind}:{exact(self.busy_ns)}/{exact(self.period_ns)}"

    def sentence(self, whose: str = WINDOWS) -> Sentence:
        """As in "the window's thread sleeps 100 ms in every 500 ms"."""
        values = {"whose": whose, "busy": shown(self.busy_ns), "period": shown(self.period_ns)}
        if self.kind == "sleep":
            return sentence("{whose} sleeps {busy} in every {period}", **values)
        if self.kind == "python":
            return sentence("{whose} runs a loop of Python for {busy} in every {period}", **values)
        return sentence("{whose} holds Python's lock in native code for {busy} in every {period}", **values)


def exact(ns: int) -> str:
    """A time that `parse` takes: whole, in the largest unit that allows it."""
    unit, size = next((unit, size) for unit, size in _UNITS if ns % size == 0)
    return f"{ns // size}{unit}"


def shown(ns: float) -> str:
    """A time for people: three digits or its whole seconds."""
    if ns >= 999.5e9:
        return f"{ns / 1e9:.0f} s"
    return f"{ns / 1e9:.3g} s" if ns >= 999.5e6 else f"{ns / 1e6:.3g} ms"


def measured(figures: StallReport | None) -> str:
    """As in "measured: 101 ms": the median of the stalls that were made."""
    if figures is None or figures.median_ms is None:
        return sentence("not measured yet")
    return sentence("measured: {time}", time=shown(figures.median_ms * 1e6))


def _unknown_kind(kind: str) -> str:
    near = difflib.get_close_matches(kind, KINDS, 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"expected the kind sleep, python or native, got {reprlib.repr(kind)}{hint}"


def _time(name: str, text: str) -> int:
    try:
        return int(Duration.parse(text))
    except QuantityError as error:
        raise StallError(f"{name}: {error}") from None
