"""The two cursors: pure. They are bound to time, so that they go with the data and stay where they were put."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Name = Literal["A", "B"]
NAMES: tuple[Name, Name] = ("A", "B")


@dataclass(frozen=True, slots=True)
class Cursors:
    """Their times; None for one that is not there."""

    a_ns: int | None = None
    b_ns: int | None = None

    def moved(self, name: Name, time_ns: int | None) -> Cursors:
        """With one of them elsewhere, or taken away."""
        return Cursors(time_ns, self.b_ns) if name == "A" else Cursors(self.a_ns, time_ns)

    def time_of(self, name: Name) -> int | None:
        return self.a_ns if name == "A" else self.b_ns

    @property
    def placed(self) -> tuple[tuple[Name, int], ...]:
        """Those that are there, with their times."""
        found = ((name, self.time_of(name)) for name in NAMES)
        return tuple((name, time_ns) for name, time_ns in found if time_ns is not None)

    @property
    def span(self) -> tuple[int, int] | None:
        """[start, end) from the earlier to the later one, both included; None without both."""
        if self.a_ns is None or self.b_ns is None:
            return None
        return min(self.a_ns, self.b_ns), max(self.a_ns, self.b_ns) + 1

    @property
    def delta_ns(self) -> int | None:
        """From A to B; negative where B is the earlier one."""
        return None if self.a_ns is None or self.b_ns is None else self.b_ns - self.a_ns
