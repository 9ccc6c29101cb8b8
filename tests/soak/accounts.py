"""The two accounts of each connection of a device, compared while a soak runs, and then forgotten."""

from __future__ import annotations

from app.device import Device
from tests.faults.oracle import Received, Sent, shortfall
from tests.faults.simulator import Simulator
from tests.faults.tap import Tap

NOTHING = Received(0, 0, "")
MOST_COMPLAINTS = 20  # one is a failure already


class Accounts:
    """Attributes:
    compared: connections whose bytes were, by their digest.
    unknown: those that the simulator no longer knew.
    complaints: what did not hold.
    """

    def __init__(self, device: Device, simulator: Simulator) -> None:
        self.compared = 0
        self.unknown = 0
        self.complaints: list[str] = []
        self._device = device
        self._simulator = simulator
        self._tap = Tap(device.link)
        self._candidates: list[int] = []  # of theirs, opened and not joined to one of ours
        self._joined: dict[int, Received] = {}  # by their number; the simulator has not closed it yet
        self._closed: dict[int, Sent] = {}  # not joined yet
        self._open: dict[int, int] = {}  # by their number: ours, which were open when the end came

    def opened(self, connection: int) -> None:
        self._candidates.append(connection)

    def closed(self, sent: Sent) -> None:
        if sent.connection in self._candidates:
            self._closed[sent.connection] = sent
        else:  # joined before, or passed over: nothing came of it
            self._judge(self._joined.pop(sent.connection, NOTHING), sent)

    def settle(self) -> None:
        """Judge the connections of ours that have ended since. Runs the event loop while the simulator answers."""
        ended, self._tap.ended = self._tap.ended, []
        for end in ended:
            mine = self._tap.forget(end.connection)
            if mine.count:
                self._join(mine)

    def settle_open(self) -> None:
        """Join the connection that is open to theirs by what has come so far; judged by `finish`, once they have closed
        it and all has come."""
        for mine in self._tap.received():
            if mine.count and (place := self._place(mine)) is not None:
                self.compared += 1
                self._open[self._candidates[place]] = mine.connection

    def finish(self) -> None:
        """All of theirs are closed, and so are ours."""
        for number, connection in self._open.items():
            if number in self._closed:
                self._judge(self._tap.forget(connection), self._closed.pop(number))

    def _join(self, mine: Received) -> None:
        place = self._place(mine)
        if place is not None:
            self.compared += 1
            self._pass(place, mine)
            return
        place = self._forgotten(mine)
        if place is None:
            self._complain(f"the {mine.count} bytes of connection {mine.connection} are the beginning of none sent")
            return
        self.unknown += 1
        self._pass(place, mine)

    def _forgotten(self, mine: Received) -> int | None:
        """Of theirs that may have carried so much, and of which the simulator no longer knows what."""
        for place, number in enumerate(self._candidates):
            closed = self._closed.get(number)
            is_known = self._simulator.digest(self._device.name, number, mine.count) is not None
            if closed is not None and closed.taken >= mine.count and not is_known:
                return place
        return None

    def _place(self, mine: Received) -> int | None:
        """Of theirs that begins with the same bytes, among those that are not joined."""
        for place, number in enumerate(self._candidates):
            if self._simulator.digest(self._device.name, number, mine.count) == mine.digest:
                return place
        return None

    def _pass(self, place: int, mine: Received) -> None:
        """That one of theirs is `mine`; nothing came of those before it."""
        number = self._candidates[place]
        for skipped in self._candidates[:place]:
            if skipped in self._closed:
                self._judge(NOTHING, self._closed.pop(skipped))
        del self._candidates[: place + 1]
        sent = self._closed.pop(number, None)
        if sent is None:
            self._joined[number] = mine
        else:
            self._judge(mine, sent)

    def _judge(self, mine: Received, theirs: Sent) -> None:
        for line in shortfall(mine, theirs):
            self._complain(line)

    def _complain(self, line: str) -> None:
        if len(self.complaints) < MOST_COMPLAINTS:
            self.complaints.append(f"{self._device.name}: {line}")
