"""Faults of taking clients: the connections there are end, and for a while new ones fare badly."""

from __future__ import annotations

from app.simulator.clock import NS
from app.simulator.connection import Connection, Ending
from app.simulator.faults.contract import Fault

STORM_MOST_NS = NS // 5  # of a connection's life


class Refuse(Fault):
    def begin(self, now_ns: int) -> None:
        self.station.stop_listening()

    def apply(self, connection: Connection, now_ns: int) -> None:
        connection.end(now_ns)

    def end(self, now_ns: int) -> None:
        self.station.listen_again()


class AcceptClose(Fault):
    def apply(self, connection: Connection, now_ns: int) -> None:
        connection.end(now_ns)


class AcceptSilence(Fault):
    """New connections get nothing; when it is over they get their stream."""

    def apply(self, connection: Connection, now_ns: int) -> None:
        connection.end(now_ns)

    def opened(self, connection: Connection, now_ns: int) -> None:
        connection.held = True

    def lift(self, connection: Connection, now_ns: int) -> None:
        connection.held = False


class ReconnectStorm(Fault):
    """Each connection lives for a moment, and ends with a FIN or a RST: both by chance, in the order of accepting."""

    def begin(self, now_ns: int) -> None:
        self._due: dict[Connection, tuple[int, Ending]] = {}

    def apply(self, connection: Connection, now_ns: int) -> None:
        life_ns = self.chance.randint(0, STORM_MOST_NS)
        self._due[connection] = (now_ns + life_ns, Ending(self.chance.choice(("fin", "rst"))))

    def wake_ns(self) -> int | None:
        return min((moment for moment, _ in self._due.values()), default=None)

    def turn(self, now_ns: int) -> None:
        for connection, (moment, ending) in tuple(self._due.items()):
            if moment <= now_ns:
                del self._due[connection]
                connection.end_with(ending, now_ns)
