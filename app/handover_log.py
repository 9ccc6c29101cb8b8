"""What the log says of hand-overs: how many, whether the window hesitated, whether everything adds up.

A line in each second that had one. Whoever toggles threads under load finds there what it did to the window.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QObject, Slot

from app.link.contract import Link, State
from app.refresh.clock import RefreshClock

log = logging.getLogger("quintet")


class HandoverLog(QObject):
    """Counts the hand-overs of some links that are done."""

    def __init__(self, links: Iterable[Link], clock: RefreshClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._done: Counter[str] = Counter()
        for link in links:
            self.follow(link)

    def follow(self, link: Link) -> None:
        """Its hand-overs are counted too, for as long as it lives."""
        link.transportChanged.connect(self._changed)

    def tell(self, *, balanced: bool) -> None:
        """Once a second."""
        gap_ms = self._clock.take_longest_gap_ns() / 1e6
        done, self._done = self._done, Counter()
        if done:
            log.info(
                "hand-overs in the last second: %d to threads, %d to the window's thread; longest refresh gap"
                " %.1f ms; %s",
                done["thread"],
                done["gui"],
                gap_ms,
                "all ledgers balanced" if balanced else "a ledger does not add up",
            )

    @Slot(str)
    def _changed(self, mode: str) -> None:
        link = self.sender()
        if isinstance(link, Link) and link.state is State.OPEN and link.wished_transport == mode:
            self._done[mode] += 1
