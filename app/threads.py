"""What the system says of this process's threads: time on a processor, and how often each was woken (Linux's /proc).

    /proc/self/task/TID/schedstat  the first field is the time on a processor, in ns (Documentation/scheduler/
                                   sched-stats.rst); kernels without it are asked for the ticks in `stat` (man 5 proc)
    /proc/self/task/TID/status     voluntary_ctxt_switches: how often the thread has gone to sleep of its own accord,
                                   and so how often it was woken; being pushed off a busy processor does not count

Both run on from the thread's start: who wants a rate takes two readings. What is not to be had is None, never zero: no
/proc, a thread that has ended, a kernel that hides it. A thread's number may be given to a new thread once it has
ended, so a reading belongs to a thread only while the caller knows that it lives.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import resource

TASKS = Path("/proc/self/task")
SWITCHES = b"voluntary_ctxt_switches:"
# Fields of /proc/TID/stat behind the name, which may hold blanks and parentheses itself: state is the first.
_UTIME, _STIME = 11, 12
_NS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class ThreadTimes:
    """Since the start of a thread or a process.

    cpu_ns    time on a processor, its own code's and the kernel's for it
    wake_ups  how often it was woken after it had gone to sleep; None where not to be had
    """

    cpu_ns: int
    wake_ups: int | None


def thread_times(native_id: int) -> ThreadTimes | None:
    """One thread of this process, by the system's number for it (threading.get_native_id); None where not to be had."""
    task = TASKS / str(native_id)
    cpu_ns = _from_schedstat(task) or _from_stat(task)
    return ThreadTimes(cpu_ns, _wake_ups(task)) if cpu_ns is not None else None


def process_times() -> ThreadTimes:
    """All threads, those that have ended too."""
    wake_ups = resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw if sys.platform != "win32" else None
    return ThreadTimes(time.process_time_ns(), wake_ups)


def _from_schedstat(task: Path) -> int | None:
    """None where the kernel does not keep it; it then reads 0, which no thread that ever ran has."""
    fields = _read(task / "schedstat").split()
    return int(fields[0]) or None if fields and fields[0].isdigit() else None


def _from_stat(task: Path) -> int | None:
    fields = _read(task / "stat").rpartition(b")")[2].split()
    if len(fields) <= _STIME or not (fields[_UTIME].isdigit() and fields[_STIME].isdigit()):
        return None
    ticks = int(fields[_UTIME]) + int(fields[_STIME])
    return ticks * _NS // os.sysconf("SC_CLK_TCK")


def _wake_ups(task: Path) -> int | None:
    for line in _read(task / "status").splitlines():
        if line.startswith(SWITCHES):
            count = line[len(SWITCHES) :].strip()
            return int(count) if count.isdigit() else None
    return None


def _read(file: Path) -> bytes:
    """b"" where there is no such file, and where its thread ended while it was read (ESRCH)."""
    try:
        return file.read_bytes()
    except OSError:
        return b""
