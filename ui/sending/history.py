"""What was sent to one device, to be walked through with the arrows up and down. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from ui.sending.draft import Draft

MOST = 50  # commands of one device; whoever needs more writes a script


class History:
    """Newest last, each draft once. While one walks, what stood in the box before is kept and comes back at the end."""

    def __init__(self, drafts: Iterable[Draft] = ()) -> None:
        self._drafts = list(drafts)[-MOST:]
        self._at = len(self._drafts)
        self._unsent = Draft()

    @property
    def drafts(self) -> tuple[Draft, ...]:
        return tuple(self._drafts)

    def add(self, draft: Draft) -> None:
        """It was sent: it is the newest now, and the walk is over."""
        if draft in self._drafts:
            self._drafts.remove(draft)
        self._drafts = [*self._drafts, draft][-MOST:]
        self.rest()

    def older(self, current: Draft) -> Draft | None:
        """The one before; None at the oldest. `current` is what stands in the box."""
        if self._at == len(self._drafts):
            self._unsent = current
        if self._at == 0:
            return None
        self._at -= 1
        return self._drafts[self._at]

    def newer(self) -> Draft | None:
        """The one after, and behind the newest what stood in the box before; None where one is there already."""
        if self._at == len(self._drafts):
            return None
        self._at += 1
        return self._unsent if self._at == len(self._drafts) else self._drafts[self._at]

    def rest(self) -> None:
        """The walk is over: the next one begins at the newest."""
        self._at = len(self._drafts)
