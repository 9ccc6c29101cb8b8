"""Faults that end the connections there are; the device takes new ones meanwhile."""

from __future__ import annotations

import contextlib
import socket

from app.simulator.connection import Connection, Ending, How
from app.simulator.deafness import deafen, silence
from app.simulator.faults.contract import Fault


class _End(Fault):
    """Ends each connection as `ending` says; a client that does not read cannot put it off for ever."""

    how: How = "fin"

    def begin(self, now_ns: int) -> None:
        self._ended: list[Connection] = []

    def ending(self) -> Ending:
        """Of the next connection."""
        return Ending(self.how)

    def apply(self, connection: Connection, now_ns: int) -> None:
        connection.end_with(self.ending(), now_ns)
        self._ended.append(connection)

    def opened(self, connection: Connection, now_ns: int) -> None:
        """It comes to those who were there."""

    @property
    def done(self) -> bool:
        return all(connection.state != "sending" for connection in self._ended)

    def lift(self, connection: Connection, now_ns: int) -> None:
        if connection in self._ended:
            connection.end_now(self.how, now_ns)


class Reset(_End):
    how = "rst"


class ResetInFrame(_End):
    how = "rst"

    def ending(self) -> Ending:
        return Ending(self.how, self.chance.random())


class FinInFrame(_End):
    def ending(self) -> Ending:
        return Ending(self.how, self.chance.random())


class HeaderChange(_End):
    def begin(self, now_ns: int) -> None:
        super().begin(now_ns)
        self.station.device.change_columns()


class SlowClose(Fault):
    """The FIN, and then neither a look at what the client says nor a close."""

    def apply(self, connection: Connection, now_ns: int) -> None:
        connection.deaf = True
        connection.end(now_ns)

    def opened(self, connection: Connection, now_ns: int) -> None:
        """It comes to those who were there."""

    def lift(self, connection: Connection, now_ns: int) -> None:
        connection.deaf = False


class HalfOpen(Fault):
    """Gone without a word. New connections are taken, as by a device that has started again."""

    def begin(self, now_ns: int) -> None:
        self._silenced: list[socket.socket] = []

    def apply(self, connection: Connection, now_ns: int) -> None:
        deafen(connection.socket)
        if silence(connection.socket):
            self._silenced.append(connection.socket)
        else:
            self.station.abandon(connection.socket)
        connection.vanish()

    def opened(self, connection: Connection, now_ns: int) -> None:
        """It comes to those who were there."""

    def end(self, now_ns: int) -> None:
        for sock in self._silenced:
            with contextlib.suppress(OSError):
                sock.close()
