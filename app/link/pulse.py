"""The beat of the readers at home: one wake-up of the window's loop for all of them.

A timer each woke the loop five hundred times a second for five devices, an eighth of all that reading and storing took.
The one timer here runs while there are readers, and nothing is made before the first of them has come. A reader in a
thread of its own has its own timer, since its loop serves nobody else.

Readers are held weakly, and without an object between: one that is part of a garbage cycle is told to let go while
the collector clears what it held.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import Protocol
from weakref import ref

from PySide6.QtCore import QObject, QTimer, Slot

BEAT_MS = 10  # how far an idle loop may widen the interval of a chunk's age


class Beating(Protocol):
    def beat(self) -> None: ...


class Pulse(QObject):
    """Calls `beat` of its members, in the order in which they joined."""

    def __init__(self) -> None:
        super().__init__()
        self._members: list[ref[Beating]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._ring)

    def join(self, member: Beating) -> None:
        if member not in self:
            self._members.append(ref(member))
        if not self._timer.isActive():
            self._timer.start()

    def leave(self, member: Beating | None) -> None:
        """Nor are those kept that are no more."""
        self._members = [each for each in self._members if each() not in (None, member)]
        if not self._members:
            with suppress(RuntimeError):  # a process may end with readers that outlive Qt's part of the timer
                self._timer.stop()

    def __contains__(self, member: object) -> bool:
        return any(each() is member for each in self._members)

    @Slot()
    def _ring(self) -> None:
        raised: list[Exception] = []
        for each in self._members:
            member = each()
            if member is None:
                self.leave(None)
                continue
            try:
                member.beat()
            except Exception as error:  # noqa: BLE001  # passed on when all have had their turn
                raised.append(error)
        if raised:
            raise raised[0]


@cache
def pulse() -> Pulse:
    """The window's; made in its thread, by the first reader that is at home there."""
    return Pulse()
