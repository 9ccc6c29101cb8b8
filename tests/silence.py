"""Fails a test that leaves a thread, a child process or a signal handler behind.

A pytest plugin, without Qt so that the core's tests have it too; tests/silence_qt.py adds what Qt can leave behind, and
pytest itself fails on warnings, unraisable exceptions and exceptions in threads.

The fixture below is set up before every other one of the test and torn down behind them, so what a test's own fixtures
clean up is not held against it. What was there before (of a module's or the session's fixtures) is not either. Things
that are about to end are waited for, at most GRACE_S in all.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

GRACE_S = 2.0  # a look-up or a child that was told to end needs milliseconds; a stuck one is found soon enough
HANDLED = (signal.SIGINT, signal.SIGTERM)

call_failed = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    if call.when == "call":
        item.stash[call_failed] = report.failed
    return report


def judge(request: pytest.FixtureRequest, left: list[str]) -> None:
    """Fail the test that left these; a test that failed already keeps its own reason (its frames hold things)."""
    if left and not request.node.stash.get(call_failed, False):
        told = [f"{what} ({count} times)" if count > 1 else what for what, count in Counter(left).items()]
        pytest.fail("the test left behind: " + "; ".join(told), pytrace=False)


@pytest.fixture(autouse=True)
def _nothing_is_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    threads, children, handlers = set(threading.enumerate()), _children(), _handlers()
    yield
    deadline = time.monotonic() + GRACE_S
    left = [*_threads_beyond(threads, deadline), *_children_beyond(children, deadline)]
    changed = [f"a handler of {name}" for name, was in handlers.items() if _handlers()[name] is not was]
    judge(request, left + changed)


def _threads_beyond(before: set[threading.Thread], deadline: float) -> list[str]:
    found = []
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, threading._DummyThread):  # a native thread that once called Python: Qt's are judged there
            continue
        thread.join(max(0.0, deadline - time.monotonic()))
        if thread.is_alive():
            found.append(f"a running thread, {thread.name}")
    return found


def _children() -> set[int]:
    """The process ids of our children; empty where the system does not tell (not Linux)."""
    found: set[int] = set()
    for file in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(OSError):  # a thread that ended meanwhile
            found.update(map(int, file.read_text().split()))
    return found


def _children_beyond(before: set[int], deadline: float) -> list[str]:
    return [f"a child process, {_command(pid)}" for pid in _children() - before if not _ends(pid, deadline)]


def _ends(pid: int, deadline: float) -> bool:
    try:
        descriptor = os.pidfd_open(pid)  # readable once the process has ended
    except OSError:
        return True
    try:
        return bool(select.select([descriptor], [], [], max(0.0, deadline - time.monotonic()))[0])
    finally:
        os.close(descriptor)


def _command(pid: int) -> str:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return str(pid)
    return f"{pid}: {b' '.join(words).decode(errors='replace')[:120]}"


def _handlers() -> dict[str, object]:
    return {number.name: signal.getsignal(number) for number in HANDLED}
