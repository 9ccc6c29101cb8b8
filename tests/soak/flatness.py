"""Does a process stay as it is? Pure: samples over time in, figures and complaints out.

What comes in the first while (imports, the history that fills, the first flood) is let pass. The rest is cut into
thirds, and the last is held against the first:

    memory       the medians: what a flood needs for a moment is in neither
    descriptors  the least of each: links come and go all the time, but all are open in some second of each third, and
    threads      what is never given back raises the least

In a short time few links come and go. But once all links are closed again there must be no more descriptors and threads
than before the first was opened, and that can be told to the last one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

MEBI = 1 << 20
MEMORY_TOLERANCE = 8 * MEBI  # of the allocator's, which gives back when it likes
SHORT_S, SHORT_TOLERANCE = 600.0, 24 * MEBI  # in a short third the history is as full as the faults in it let it be
DESCRIPTORS_TOLERANCE = 6  # of two links: a short third may see two of five devices fewer away at once than another
THREADS_TOLERANCE = 1
FEWEST = 9  # samples that can be judged: three a third


@dataclass(frozen=True, slots=True)
class Sample:
    """A process at one moment; `at_s` since the soak began."""

    at_s: float
    memory: int
    descriptors: int
    threads: int


@dataclass(frozen=True, slots=True)
class Flatness:
    """First and last third: medians of memory (bytes), least descriptors and threads; `peak`: the most memory."""

    memory: tuple[int, int]
    descriptors: tuple[int, int]
    threads: tuple[int, int]
    peak: int
    seconds: float

    def complaints(self, also: int = 0) -> list[str]:
        """What has grown. `also`: bytes by which its memory may, for a reason of its own."""
        found = []
        allowed = (SHORT_TOLERANCE if self.seconds < SHORT_S else MEMORY_TOLERANCE) + also
        if _growth(self.memory) > allowed:
            first, last = (value / MEBI for value in self.memory)
            found.append(f"memory grew from {first:.1f} to {last:.1f} MiB (medians of the first and last third)")
        if _growth(self.descriptors) > DESCRIPTORS_TOLERANCE:
            found.append("at least {} descriptors were open, then at least {}".format(*self.descriptors))
        if _growth(self.threads) > THREADS_TOLERANCE:
            found.append("at least {} threads ran, then at least {}".format(*self.threads))
        return found

    def __str__(self) -> str:
        memory = " -> ".join(f"{value / MEBI:.1f}" for value in self.memory)
        descriptors = " -> ".join(map(str, self.descriptors))
        threads = " -> ".join(map(str, self.threads))
        return (
            f"memory {memory} MiB (peak {self.peak / MEBI:.1f}), descriptors {descriptors}, threads {threads}, "
            f"over {self.seconds:.0f} s"
        )


def flatness(samples: Sequence[Sample], settled_s: float) -> Flatness | None:
    """Of the samples from `settled_s` on; None where they are too few to be judged."""
    judged = [sample for sample in samples if sample.at_s >= settled_s]
    if len(judged) < FEWEST:
        return None
    third = len(judged) // 3
    first, last = judged[:third], judged[-third:]
    return Flatness(
        memory=(_median(first), _median(last)),
        descriptors=(min(s.descriptors for s in first), min(s.descriptors for s in last)),
        threads=(min(s.threads for s in first), min(s.threads for s in last)),
        peak=max(sample.memory for sample in judged),
        seconds=judged[-1].at_s - judged[0].at_s,
    )


def left_behind(before: Sample, after: Sample) -> list[str]:
    """What there is more of when all links are closed than before they were opened."""
    found = []
    if after.descriptors > before.descriptors:
        found.append(f"{before.descriptors} descriptors were open before, {after.descriptors} behind the end")
    if after.threads > before.threads:
        found.append(f"{before.threads} threads ran before, {after.threads} behind the end")
    return found


def _median(samples: Sequence[Sample]) -> int:
    return int(median(sample.memory for sample in samples))


def _growth(pair: tuple[int, int]) -> int:
    return pair[1] - pair[0]
