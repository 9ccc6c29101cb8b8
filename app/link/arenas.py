"""Keeps the C library from giving each new thread a heap of its own.

glibc hands threads arenas in turn, eight for each processor, and each keeps what its busiest moment needed (mallopt(3),
M_ARENA_MAX). A reader's thread lives as long as one connection, or until the next toggle, and what it has read is freed
in the GUI thread: so with every new thread another arena may grow to a reader's worst, and a program that reads by
threads for an hour needs more and more. Two are enough: Python's lock lets one thread at a time allocate anyway.
"""

from __future__ import annotations

import ctypes
import sys

_M_ARENA_MAX = -8  # malloc.h of glibc
MOST = 2


def keep_few() -> bool:
    """From now on, for threads that start later. Whether the C library has such a limit."""
    if sys.platform != "linux":
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and mallopt(_M_ARENA_MAX, MOST) == 1
