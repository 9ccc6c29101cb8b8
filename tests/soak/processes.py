"""What the system says of a process: memory, descriptors, threads (man 5 proc)."""

from __future__ import annotations

import os
from pathlib import Path

from tests.soak.flatness import Sample

PAGE_BYTES = os.sysconf("SC_PAGESIZE")


def sample(pid: int, at_s: float) -> Sample | None:
    """None where there is no such process any more."""
    place = Path(f"/proc/{pid}")
    try:
        resident = int((place / "statm").read_text().split()[1])
        descriptors = len(os.listdir(place / "fd"))
        threads = len(os.listdir(place / "task"))
    except (FileNotFoundError, ProcessLookupError):
        return None
    return Sample(at_s, resident * PAGE_BYTES, descriptors, threads)


class Watched:
    """Attributes: `name`, for people; `samples` so far; `also`: bytes by which its memory may grow for a reason
    of its own."""

    def __init__(self, name: str, pid: int, also: int = 0) -> None:
        self.name = name
        self.also = also
        self.samples: list[Sample] = []
        self._pid = pid

    def look(self, at_s: float) -> None:
        found = sample(self._pid, at_s)
        if found is not None:
            self.samples.append(found)
