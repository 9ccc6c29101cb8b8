"""The counters of links and threads at one moment; a block is the difference of two."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.comparison.measuring.held import held_ns
from app.comparison.measuring.identity import SocketIdentity, own_socket_among, own_sockets
from app.device import Device
from app.link.contract import LinkStatistics, State
from app.sentence import sentence
from app.threads import ThreadTimes, process_times, thread_times

NS_PER_MS = 1_000_000
NS_PER_S = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Look:
    """`held_ns` by link; `readers` by the system's number of each SocketThread."""

    at_ns: int
    statistics: dict[str, LinkStatistics]
    held_ns: dict[str, int | None]
    gui: ThreadTimes | None
    readers: dict[int, ThreadTimes | None]
    process: ThreadTimes | None


class Looks:
    """Takes them, in the thread whose times are the GUI's."""

    def __init__(self, clock: Callable[[], int]) -> None:
        self._clock = clock
        self._gui_thread = threading.get_native_id()
        self._sockets: dict[tuple[str, int], SocketIdentity | None] = {}  # by link and connection

    def prepare(self, devices: Sequence[Device]) -> None:
        """Find out which sockets these links read, once a connection, so that a look takes no time of its own."""
        statistics = {device.name: device.link.statistics() for device in devices}
        new = {(name, each.connection): each.address for name, each in statistics.items()}
        if new.keys() <= self._sockets.keys():
            return
        sockets = own_sockets()
        self._sockets |= {key: own_socket_among(sockets, address) for key, address in new.items()}

    def take(self, devices: Sequence[Device]) -> Look:
        statistics = {device.name: device.link.statistics() for device in devices}
        readers = [each.thread.native_id for each in statistics.values() if each.thread is not None]
        return Look(
            at_ns=self._clock(),
            statistics=statistics,
            held_ns={name: self._held_ns(name, each) for name, each in statistics.items()},
            gui=thread_times(self._gui_thread),
            readers={native_id: thread_times(native_id) for native_id in readers},
            process=process_times(),
        )

    def _held_ns(self, name: str, statistics: LinkStatistics) -> int | None:
        """How long the sender has been held back in all."""
        if statistics.state is not State.OPEN:
            return None
        identity = self._sockets.get((name, statistics.connection))
        return held_ns(identity.local, identity.remote) if identity is not None else None


def breaks(first: Look, last: Look) -> list[str]:
    """What differs between two looks and must not, in words."""
    found: list[str] = []
    for name, before in first.statistics.items():
        after = last.statistics[name]
        if before.state is not State.OPEN or after.state is not State.OPEN:
            found.append(sentence("{device} was not open", device=name))
        elif (before.connection, before.opened) != (after.connection, after.opened):
            found.append(sentence("{device} reconnected", device=name))
        if before.transport != after.transport or after.transport != after.wished:
            found.append(sentence("{device} was handed over", device=name))
    return found


def held_ms(first: Look, last: Look, name: str) -> float | None:
    before, after = first.held_ns[name], last.held_ns[name]
    return None if before is None or after is None else max(0, after - before) / NS_PER_MS


def cpu_s(first: Look, last: Look) -> dict[str, float | None]:
    """Seconds on a processor: "gui", "readers" (all SocketThreads), "process" (all threads)."""
    return {
        who: None if before is None or after is None else (after.cpu_ns - before.cpu_ns) / NS_PER_S
        for who, (before, after) in _by_thread(first, last).items()
    }


def wake_ups(first: Look, last: Look) -> dict[str, int | None]:
    return {who: _woken(before, after) for who, (before, after) in _by_thread(first, last).items()}


def _woken(before: ThreadTimes | None, after: ThreadTimes | None) -> int | None:
    if before is None or after is None or before.wake_ups is None or after.wake_ups is None:
        return None
    return after.wake_ups - before.wake_ups


def _by_thread(first: Look, last: Look) -> dict[str, tuple[ThreadTimes | None, ThreadTimes | None]]:
    before = _total([first.readers.get(native_id) for native_id in last.readers])
    return {
        "gui": (first.gui, last.gui),
        "readers": (before, _total(list(last.readers.values()))),
        "process": (first.process, last.process),
    }


def _total(times: Sequence[ThreadTimes | None]) -> ThreadTimes | None:
    """Of no threads nothing was used, which is a figure; None where that of one is not to be had."""
    known = [each for each in times if each is not None]
    if len(known) < len(times):
        return None
    woken = [each.wake_ups for each in known if each.wake_ups is not None]
    return ThreadTimes(sum(each.cpu_ns for each in known), sum(woken) if len(woken) == len(known) else None)
