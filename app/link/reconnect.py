"""When to try again. Pure: the time is passed in, nothing is waited for.

A constant pause after every loss and every failed attempt. Whoever wants the pause to grow and to differ from link to
link replaces `_pause_ns`; the link asks `failed` for the time of the next attempt and tells `opened` of a success.
"""

from __future__ import annotations


class Reconnect:
    """The plan of one link. `next_try_ns` is set while an attempt is planned."""

    def __init__(self, pause_ns: int) -> None:
        self.next_try_ns: int | None = None
        self._pause = pause_ns

    def failed(self, now_ns: int) -> int:
        """An attempt failed or the connection was lost: nanoseconds to wait before the next attempt."""
        pause = self._pause_ns()
        self.next_try_ns = now_ns + pause
        return pause

    def started(self) -> None:
        """The planned attempt has begun, or was called off."""
        self.next_try_ns = None

    def opened(self) -> None:
        """The connection stands; the next loss begins anew."""
        self.next_try_ns = None

    def _pause_ns(self) -> int:
        return self._pause
