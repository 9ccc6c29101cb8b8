"""The loop that serves all devices: one process, one thread, one selector.

Goals: a slow client delays nobody; the schedule holds; at rate 1 under a twentieth of a core.

Plan: each turn waits for sockets or for the next frame that is due, then lets every connection that has
something to do hand over a bounded amount. A connection whose kernel buffer is full waits for the selector
and costs nothing meanwhile. Turns of small frames are at least TICK_NS apart, so that a fast device sends
its frames in little packs, as a real one's network stack does, instead of waking the machine for each.

Ending, in order: nothing new is accepted, each client gets the rest of the frame that had begun and a FIN,
and the loop goes on until all have closed or END_GRACE_NS has passed. A second signal skips the grace.
"""

from __future__ import annotations

import os
import selectors
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from app.simulator.clock import NS, now_ns
from app.simulator.connection import Connection
from app.simulator.station import Station

TICK_NS = 3_000_000  # a frame waits 1.5 ms in the mean; at 2 ms the loop cost half as much again
END_GRACE_NS = NS
ACCEPT_PAUSE_NS = NS // 5  # after the system had no descriptor to give
STDIN = 0
STDIN_BYTES = 4096

Handler = Callable[[int], None]  # called with the selector's mask


class Task(Protocol):
    """Something else to do at certain moments: faults to begin and to end, events to write. May change what any
    connection and any listener waits for."""

    def wake_ns(self) -> int | None:
        """When `turn` is due; None when nothing is."""

    def turn(self, now_ns: int) -> None: ...

    def stop(self, now_ns: int) -> None:
        """The end has come: what goes on is to end in order."""


@dataclass(slots=True)
class _Watch:
    """What a connection waits for: events, and the moment when something is due (None: only events)."""

    station: Station
    mask: int = 0
    wake_ns: int | None = None


class Server:
    """Serves stations until their counts are done, `stop` is called, or `span_ns` has passed."""

    def __init__(self, stations: Sequence[Station], span_ns: int | None = None) -> None:
        self._stations = stations
        self._selector = selectors.DefaultSelector()
        self._watches: dict[Connection, _Watch] = {}
        self._tasks: list[Task] = []
        self._now = now_ns()
        self._ends_ns = None if span_ns is None else self._now + span_ns
        self._accept_ns: int | None = None
        self._ending = False

    def run(self) -> None:
        self._now = now_ns()
        for station in self._stations:
            station.start(self._now)
        self._accept_from_all()
        try:
            while not self._finished():
                self._turn()
        finally:
            self._close()

    def stop(self) -> None:
        """Ends in order; called again, at once."""
        if self._ending:
            self._ends_ns = self._now
        else:
            self._end()

    def stop_on(self, signals: socket.socket) -> None:
        """Stops when this socket says so; see `signals`."""
        self._selector.register(signals, selectors.EVENT_READ, partial(self._hear_signal, signals))

    def add(self, task: Task) -> None:
        """Takes a task into its turns; they come in the order in which they were added."""
        self._tasks.append(task)

    def stop_at_eof(self, hear: Callable[[bytes], None] | None = None) -> None:
        """Stops when standard input ends: a pipe whose other end a parent holds ends with the parent. What it says
        until then goes to `hear`."""
        if sys.stdin is None:  # closed before we began: its number may be one of our sockets' by now
            self._ends_ns = self._now
            return
        try:
            self._selector.register(STDIN, selectors.EVENT_READ, partial(self._hear_stdin, hear))
        except OSError:  # a file or /dev/null, which epoll refuses since they never make one wait: ended already
            self._ends_ns = self._now

    def _turn(self) -> None:
        events = self._selector.select(self._timeout())
        self._now = now_ns()
        for key, mask in events:
            handler: Handler = key.data
            handler(mask)
        self._do_tasks()
        self._pump_all()
        if self._accept_ns is not None and self._now >= self._accept_ns:
            self._accept_from_all()
        if self._ends_ns is not None and self._now >= self._ends_ns:
            self._abort() if self._ending else self._end()

    def _timeout(self) -> float | None:
        """Seconds until there is something to do; 0 where a turn left work over, None when nothing is due."""
        wakes = [watch.wake_ns for watch in self._watches.values() if watch.wake_ns is not None]
        due = [self._ends_ns, self._accept_ns, *(task.wake_ns() for task in self._tasks)]
        wakes += [moment for moment in due if moment is not None]
        if not wakes:
            return None
        earliest = min(wakes)
        if earliest <= self._now:
            return 0
        return max(0, max(earliest, self._now + TICK_NS) - now_ns()) / NS

    def _finished(self) -> bool:
        if self._ending:
            return not self._watches
        return all(station.done for station in self._stations)

    def _do_tasks(self) -> None:
        wakes = (task.wake_ns() for task in self._tasks)
        if not any(moment is not None and moment <= self._now for moment in wakes):
            return
        for task in self._tasks:
            task.turn(self._now)
        self._follow_all()

    def _follow_all(self) -> None:
        """Watches for what everybody now waits for."""
        for connection, watch in tuple(self._watches.items()):
            self._follow(connection, watch)
        for station in self._stations:
            if not station.accepting:
                self._unwatch(station)
        self._accept_from_all()

    def _pump_all(self) -> None:
        now = self._now
        for connection, watch in tuple(self._watches.items()):
            if watch.wake_ns is not None and watch.wake_ns <= now:
                connection.pump(now)
                self._follow(connection, watch)

    def _handle(self, connection: Connection, watch: _Watch, mask: int) -> None:
        if connection.closed:  # by an earlier event of the same turn
            return
        if mask & selectors.EVENT_WRITE:
            connection.blocked = False
            connection.pump(self._now)
        if mask & selectors.EVENT_READ and not connection.closed:
            connection.read(self._now)
        self._follow(connection, watch)

    def _follow(self, connection: Connection, watch: _Watch) -> None:
        """Watches for what the connection now waits for."""
        if connection.closed:
            self._select(connection, watch, 0)
            del self._watches[connection]
            watch.station.forget(connection)
            self._accept_from_all()
            return
        blocked = connection.blocked and connection.state == "sending"
        hears = connection.listening and not connection.deaf
        mask = selectors.EVENT_READ * hears | selectors.EVENT_WRITE * blocked
        if mask != watch.mask:
            self._select(connection, watch, mask)
        watch.wake_ns = connection.wake_ns()

    def _select(self, connection: Connection, watch: _Watch, mask: int) -> None:
        before, watch.mask = watch.mask, mask
        if before:
            self._selector.unregister(connection.socket)
        if mask:
            self._selector.register(connection.socket, mask, partial(self._handle, connection, watch))

    def _accept(self, station: Station, mask: int) -> None:
        if station.listener is None or not station.accepting:  # closed by an earlier event of the same turn
            return
        try:
            connection = station.accept(self._now)
        except OSError:
            self._stop_accepting()
            self._accept_ns = self._now + ACCEPT_PAUSE_NS
            return
        if connection is not None:
            watch = self._watches[connection] = _Watch(station)
            self._follow(connection, watch)
        if station.serves_no_more:
            self._close_listener(station)
        elif station.full:
            self._unwatch(station)

    def _accept_from_all(self) -> None:
        """Watches every listener that may have clients for us."""
        self._accept_ns = None
        for station in self._stations:
            listener = station.listener
            wanted = station.accepting and not station.full
            if listener is not None and wanted and listener not in self._selector.get_map():
                self._selector.register(listener, selectors.EVENT_READ, partial(self._accept, station))

    def _stop_accepting(self) -> None:
        for station in self._stations:
            self._unwatch(station)

    def _unwatch(self, station: Station) -> None:
        if station.listener is not None and station.listener in self._selector.get_map():
            self._selector.unregister(station.listener)

    def _close_listener(self, station: Station) -> None:
        self._unwatch(station)
        station.close_listener()

    def _hear_signal(self, signals: socket.socket, mask: int) -> None:
        for _ in signals.recv(64):
            self.stop()

    def _hear_stdin(self, hear: Callable[[bytes], None] | None, mask: int) -> None:
        try:
            data = os.read(STDIN, STDIN_BYTES)
        except OSError:  # a terminal that has gone
            data = b""
        if not data:
            self._selector.unregister(STDIN)
            self.stop()
        elif hear is not None:
            hear(data)
            self._follow_all()

    def _end(self) -> None:
        self._ending = True
        self._ends_ns = self._now + END_GRACE_NS
        for task in self._tasks:
            task.stop(self._now)
        for station in self._stations:
            self._close_listener(station)
        for connection, watch in tuple(self._watches.items()):
            connection.end(self._now)
            self._follow(connection, watch)

    def _abort(self) -> None:
        for connection, watch in tuple(self._watches.items()):
            connection.close()
            self._follow(connection, watch)

    def _close(self) -> None:
        """Nothing stays open, whatever ended the loop."""
        self._abort()
        for station in self._stations:
            self._close_listener(station)
            station.close_abandoned()
        self._selector.close()
