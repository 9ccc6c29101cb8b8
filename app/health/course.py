"""The last minute of looks at one device, and how its counters grew within it. Pure."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from app.health.figures import Figures

SECOND = 1_000_000_000
SPAN_NS = 60 * SECOND
MOST_LOOKS = 150  # looks come once a second; a few more where somebody asks in between
RECENT_NS = 10 * SECOND  # long enough that nobody misses what was seen, short enough that it is about now

Counter = Callable[[Figures], int | None]


class Course:
    """The looks of the last SPAN_NS, oldest first. Never empty once one was added."""

    def __init__(self) -> None:
        self._looks: deque[Figures] = deque(maxlen=MOST_LOOKS)

    def add(self, look: Figures) -> None:
        self._looks.append(look)
        while look.at_ns - self._looks[0].at_ns > SPAN_NS:
            self._looks.popleft()

    @property
    def now(self) -> Figures:
        return self._looks[-1]

    @property
    def before(self) -> Figures | None:
        """The look before this one."""
        return self._looks[-2] if len(self._looks) > 1 else None

    def within(self, span_ns: int) -> Iterator[Figures]:
        """The looks of the last `span_ns`, newest first."""
        for look in reversed(self._looks):
            if self.now.at_ns - look.at_ns > span_ns:
                return
            yield look

    def of_connection(self, span_ns: int) -> list[Figures]:
        """Those of the last `span_ns` at which this connection was open, newest first."""
        found = []
        for look in self.within(span_ns):
            if not look.line.is_open or look.line.connection != self.now.line.connection:
                break
            found.append(look)
        return found

    def grown(self, counter: Counter, span_ns: int = RECENT_NS) -> int | None:
        """How much a counter of the whole run grew within the last `span_ns`; None where it is not available."""
        oldest = self.now
        for look in self.within(span_ns):
            oldest = look
        last, first = counter(self.now), counter(oldest)
        return None if last is None or first is None else last - first

    def grown_here(self, counter: Counter, span_ns: int = RECENT_NS) -> int | None:
        """The same of a counter that begins anew with each connection."""
        looks = self.of_connection(span_ns)
        last, first = (counter(looks[0]), counter(looks[-1])) if looks else (None, None)
        return None if last is None or first is None else last - first
