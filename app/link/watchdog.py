"""When a device counts as silent. Pure: the time is passed in.

An open connection is no proof of life. How long a silence may be depends on the device, so its interval is learned:

    interval = sum(w s²) / sum(w t)        stale = silent for longer than max(10 x interval, 5 s)

over the silences `s` between its bytes and all the time `t` that was watched, with weights `w` that fall by e every
MEMORY_NS. This is the mean length of the silence that a look at a random moment falls into. A stream of 1 kHz gives
next to nothing and one of 0.1 Hz ten seconds, as any mean would. But a device that sends a hundred chunks at once and
then nothing for a minute gives a minute: the mean and the median of its intervals are a second and a millisecond, and
with either it would be called silent between all its bursts.

One stall must not teach that stalls are usual. So a silence counts as long as it was judged at most: for as much as was
allowed when it began. One of an hour in a stream of 1 kHz counts as 5 s in a minute of such time, and is forgotten a
minute later; a device that has really become slower has taught it after some four of its intervals.

Only what is proven counts: a silence lasts from the last read until the kernel's queue was last seen empty, so a stall
of this computer's is not taken for one of the device's. Nor is the silence before the first bytes of a connection.

The same holds for the judgement. Where this computer was held up (a busy window, SIGSTOP, a suspend) the time for it
comes together with bytes that wait unread. So one that is due is put off by GRACE_NS, in which the event loop goes
round and reads, and again for as long as anything is known to wait.

Cost: once a chunk some comparisons, and learning at most once in GRAIN_NS. What is left out: a device that speaks only
when spoken to is silent by design; its session says `stale_after`.
"""

from __future__ import annotations

from math import exp

LEAST_NS = 5_000_000_000  # below it a network's own hiccup (a SYN or a segment sent twice again) would be told
TIMES = 10
MEMORY_NS = 60_000_000_000  # a minute: what people remember of a stream that they watch
GRAIN_NS = 10_000_000  # shorter silences count as none: ten times that is far below the least
GRACE_NS = 100_000_000  # some turns of the slowest loop; nobody sees the difference to the least


class Watchdog:
    """One link's. `stale_after_ns` None: learned, over all its connections.

    Attributes:
        is_stale: silent for too long.
    """

    def __init__(self, stale_after_ns: int | None = None) -> None:
        self.is_stale = False
        self._fixed = stale_after_ns
        self._heard_ns: int | None = None  # the last bytes, or the opening; None: not open
        self._learned_ns: int | None = None  # how far what came is in the sums; None: nothing has come here
        self._squares = 0.0
        self._time = 0.0
        self._suspect_until_ns: int | None = None

    def set_stale_after(self, stale_after_ns: int | None) -> None:
        """Another bound from now on; one that is called silent stays so until it speaks."""
        self._fixed = stale_after_ns

    # -- what happens

    def opened(self, now_ns: int) -> None:
        """A connection stands; silence counts from here."""
        self._heard_ns = now_ns
        self._learned_ns = self._suspect_until_ns = None
        self.is_stale = False

    def ended(self) -> None:
        """There is no connection."""
        self._heard_ns = self._suspect_until_ns = None
        self.is_stale = False

    def heard(self, known_empty_ns: int, read_ns: int) -> bool:
        """Bytes of the open connection; the times are a Chunk's. Whether it was stale until now."""
        before = self._heard_ns
        if before is None:
            return False
        if self._learned_ns is None:
            self._learned_ns = read_ns
        elif known_empty_ns - before >= GRAIN_NS:
            self._learn(before - self._learned_ns, min(known_empty_ns - before, self.limit_ns))
            self._learned_ns = read_ns
        self._heard_ns = max(before, read_ns)
        self._suspect_until_ns = None
        was_stale, self.is_stale = self.is_stale, False
        return was_stale

    def judge(self, now_ns: int, *, is_empty: bool) -> bool:
        """When `due_ns` has come. `is_empty`: nothing of the connection's waits unread on this computer, as far as a
        look after the last judgement can tell. Whether it has become stale by this.
        """
        due = self.due_ns
        if due is None or now_ns < due:
            return False
        if self._suspect_until_ns is None or not is_empty:
            self._suspect_until_ns = now_ns + GRACE_NS
            return False
        self._suspect_until_ns = None
        self.is_stale = True
        return True

    # -- what is known

    @property
    def due_ns(self) -> int | None:
        """When `judge` is to be called; None: not before something else happens."""
        if self._heard_ns is None or self.is_stale:
            return None
        return self._suspect_until_ns or self._heard_ns + self.limit_ns

    @property
    def interval_ns(self) -> float:
        """As learned; 0 before."""
        busy = (self._heard_ns or 0) - self._learned_ns if self._learned_ns is not None else 0
        squares, time = self._faded(max(busy, 0))
        return squares / time if time else 0.0

    @property
    def limit_ns(self) -> int:
        """After how much silence it is stale."""
        return self._fixed or max(LEAST_NS, round(TIMES * self.interval_ns))

    def silent_ns(self, now_ns: int) -> int | None:
        """How long nothing has come; None without a connection."""
        return max(now_ns - self._heard_ns, 0) if self._heard_ns is not None else None

    # -- learning

    def _faded(self, busy_ns: int) -> tuple[float, float]:
        """The two sums after `busy_ns` without a silence."""
        left = exp(-busy_ns / MEMORY_NS)
        return self._squares * left, self._time * left + MEMORY_NS * (1 - left)

    def _learn(self, busy_ns: int, silence_ns: int) -> None:
        squares, time = self._faded(max(busy_ns, 0))
        left = exp(-silence_ns / MEMORY_NS)
        self._squares = squares * left + float(silence_ns) ** 2
        self._time = time * left + silence_ns
