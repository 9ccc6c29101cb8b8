"""Good, fair or bad: where a figure of the comparison lies. All limits stand here, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ui.theme.tokens import State
from ui.translate import marked, tr


class Grade(Enum):
    """The word is shown beside its shape."""

    GOOD = marked("good")
    FAIR = marked("fair")
    BAD = marked("bad")

    @property
    def state(self) -> State:
        return _STATES[self]

    @property
    def word(self) -> str:
        """In the window's language."""
        return tr(self.value)


_STATES = {Grade.GOOD: State.GOOD, Grade.FAIR: State.WARNING, Grade.BAD: State.ALARM}


@dataclass(frozen=True, slots=True)
class Limit:
    """Good up to `good`, fair up to `fair`, bad beyond; `unit` for people, `why` for the hint."""

    good: float
    fair: float
    unit: str
    why: str

    def grade(self, value: float) -> Grade:
        return Grade.GOOD if value <= self.good else Grade.FAIR if value <= self.fair else Grade.BAD

    def __str__(self) -> str:
        factor = 100 if self.unit == "%" else 1
        good, fair = (f"{factor * each:g} {self.unit}" for each in (self.good, self.fair))
        return tr("Good up to {good}, fair up to {fair}: {why}.").format(good=good, fair=fair, why=tr(self.why))


# By the name of a figure: ages and lags by their p99, in ms; shares 0 to 1.
LIMITS = {
    "readable_painted": Limit(50, 100, "ms", marked("from 100 ms on a person sees that the screen follows late")),
    "readable_received": Limit(17, 50, "ms", marked("within one refresh at 60 Hz nothing is shown later for it")),
    "readable_read": Limit(10, 50, "ms", marked("what waits longer than 10 ms waits for a thread, not for the timers")),
    "lag_p99": Limit(17, 50, "ms", marked("an event loop that is later than a refresh drops refreshes")),
    "refresh_gap": Limit(34, 100, "ms", marked("one refresh left out at 60 Hz is not seen, and 100 ms are a jerk")),
    "painting_read": Limit(17, 50, "ms", marked("a paint that delays reads by more than a refresh adds to every age")),
    "cpu_gui": Limit(0.5, 0.8, "%", marked("past four fifths of a processor all that a thread does begins to queue")),
    "cpu_readers": Limit(
        0.5, 0.8, "%", marked("they share Python's lock with the window: together they have one processor")
    ),
    "held": Limit(0.01, 0.1, "%", marked("a sender that is held back drops or delays what it measures")),
}


def grade(name: str, value: float | None) -> Grade | None:
    """None where the figure has no limit or is not to be had."""
    limit = LIMITS.get(name)
    return None if limit is None or value is None else limit.grade(value)
