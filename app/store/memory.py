"""Room for blocks: address space that is reserved once and becomes memory only where it is touched.

A table's blocks lie at fixed places of one reservation, so that a query can fetch from all of them
with one indexed read instead of a Python loop over blocks. Untouched pages cost nothing; a block that
is no longer needed gives its pages back. Where the system has no private mappings (Windows) a plain
anonymous mapping stands in, and pages are given back only with the whole reservation.
"""

from __future__ import annotations

import mmap
import platform
import sys

import numpy as np
import numpy.typing as npt

PAGE_BYTES = mmap.PAGESIZE
HEAP_BYTES = 64 << 10  # below this the heap packs better than whole pages (many columns, few rows)
# Linux counts a private mapping as memory that is promised, and refuses one larger than the machine's (man 5 proc,
# overcommit_memory), unless told that it is address space. Python has the name from 3.14 on; mips and others differ.
_USUAL = {"x86_64", "i686", "aarch64", "armv7l", "riscv64", "s390x"}
_USUAL_NORESERVE = 0x4000 if sys.platform == "linux" and platform.machine() in _USUAL else 0
NORESERVE: int = getattr(mmap, "MAP_NORESERVE", _USUAL_NORESERVE)
POPULATE_WRITE = 23  # man 2 madvise, Linux 5.14: many pages in one call, two thirds of the cost of faults


def _mapping(nbytes: int) -> mmap.mmap:
    if hasattr(mmap, "MAP_PRIVATE"):  # shared pages, the default, could not be given back one by one
        return mmap.mmap(-1, nbytes, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | NORESERVE)
    return mmap.mmap(-1, nbytes)  # pragma: no cover - Windows


def has_room(nbytes: int) -> bool:
    """Whether the system would reserve so much now: a limit of this process may be lower than what is wished."""
    try:
        _mapping(nbytes).close()
    except (OSError, OverflowError):
        return False
    return True


class Reserve:
    """`nbytes` of address space as `bytes`, a uint8 array. Raises MemoryError where the system refuses."""

    __slots__ = ("_map", "bytes")

    def __init__(self, nbytes: int) -> None:
        self._map: mmap.mmap | None = None
        if nbytes <= HEAP_BYTES:
            self.bytes: npt.NDArray[np.uint8] = np.empty(nbytes, np.uint8)
            return
        try:
            self._map = _mapping(nbytes)
        except (OSError, OverflowError) as error:
            raise MemoryError(f"no room for a history of {nbytes} bytes: {error}") from error
        self.bytes = np.frombuffer(self._map, np.uint8)

    def touch(self, start: int, stop: int) -> None:
        """Make memory of bytes [start, stop), which must not be in use."""
        if not self._populate(start // PAGE_BYTES * PAGE_BYTES, stop):
            self.bytes[start:stop:PAGE_BYTES] = 0  # one write a page

    def _populate(self, start: int, stop: int) -> bool:
        """Whether the system could do it; bytes around the stretch keep what they hold."""
        if self._map is None or sys.platform != "linux":
            return False
        try:
            self._map.madvise(POPULATE_WRITE, start, stop - start)
        except (OSError, ValueError):  # an older kernel; or it can not, as a write then shows
            return False
        return True

    def release(self, start: int, stop: int) -> None:
        """Give the pages that lie wholly in [start, stop) back; what they held is gone."""
        first = -(-start // PAGE_BYTES) * PAGE_BYTES
        length = stop // PAGE_BYTES * PAGE_BYTES - first
        if self._map is not None and length > 0 and hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED, first, length)
