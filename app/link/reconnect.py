"""When to try again. Pure: the time and the dice are passed in, nothing is waited for.

Exponential back-off with full jitter: each pause is drawn evenly from (0, ceiling], and the ceiling doubles with each
pause from `retry` to `retry_most`. Drawn from all of it, and not from a band around it, since that keeps many clients
of a device that has come back apart best, at the lowest load (M. Brooker, Exponential Backoff And Jitter, AWS
Architecture Blog, 2015).

The back-off begins anew only behind a connection that lasted LASTED_NS. A device that accepts and closes, a port that
something else answers, or a stream that cannot be read opens each time as well; begun anew at each opening, the
back-off would hammer them twice a second for ever. Nor does one count that was ended for its silence and carried
nothing: the patience with it is as long as LASTED_NS.
"""

from __future__ import annotations

from collections.abc import Callable

LASTED_NS = 5_000_000_000  # longer than it takes a device that crashes on its clients to do so


class Reconnect:
    """The plan of one link. `random` gives numbers from [0, 1).

    Attributes:
        next_try_ns: when the next attempt is planned; None while none is.
    """

    def __init__(self, retry_ns: int, retry_most_ns: int, random: Callable[[], float]) -> None:
        self.next_try_ns: int | None = None
        self._least = retry_ns
        self._most = max(retry_ns, retry_most_ns)
        self._random = random
        self._ceiling = retry_ns
        self._failed = 0
        self._opened_ns: int | None = None

    def set_pauses(self, retry_ns: int, retry_most_ns: int) -> None:
        """Other pauses from now on; one that is planned stays. The back-off begins anew where they really differ."""
        most = max(retry_ns, retry_most_ns)
        if (retry_ns, most) != (self._least, self._most):
            self._least, self._most, self._ceiling = retry_ns, most, retry_ns

    def failed_in_row(self, now_ns: int) -> int:
        """Attempts and connections that came to nothing since the last one that lasted."""
        return 0 if self._has_lasted(now_ns) else self._failed

    def failed(self, now_ns: int, *, in_vain: bool = False) -> None:
        """An attempt failed or the connection was lost: plan the next one. `in_vain`: it counts as short, however long
        it lasted."""
        if self._has_lasted(now_ns) and not in_vain:
            self.begin_anew()
        else:
            self._failed += 1
        self._opened_ns = None
        pause = max(round((1 - self._random()) * self._ceiling), 1)
        self._ceiling = min(2 * self._ceiling, self._most)
        self.next_try_ns = now_ns + pause

    def started(self) -> None:
        """The planned attempt has begun."""
        self.next_try_ns = None

    def opened(self, now_ns: int) -> None:
        """The connection stands."""
        self.next_try_ns = None
        self._opened_ns = now_ns

    def begin_anew(self) -> None:
        """Plan nothing and forget what failed: somebody stopped it, or the device had come back."""
        self.next_try_ns = self._opened_ns = None
        self._ceiling = self._least
        self._failed = 0

    def _has_lasted(self, now_ns: int) -> bool:
        return self._opened_ns is not None and now_ns - self._opened_ns >= LASTED_NS
