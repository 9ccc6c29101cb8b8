"""Which of a name's addresses is tried when (RFC 8305, Happy Eyeballs, section 5). Pure: the time is passed in.

The addresses are tried in the resolver's order (RFC 6724), but the families take turns, so that a family without a
route costs one step and not all of its addresses. Each has ADDRESS_NS. The next one begins NEXT_NS after the one
before, at once when that has failed; those before go on meanwhile. The first that stands wins, and whoever runs the
race closes the others.

A name server may invent any number of addresses: the first MOST in that order are tried, the rest is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, zip_longest

from app.sentence import joined, sentence

ADDRESS_NS = 5_000_000_000  # a SYN is repeated after 1 s and 3 s; what has not answered then is not there
NEXT_NS = 250_000_000  # RFC 8305's own: longer than nearly every handshake, shorter than anyone's patience
MOST = 16  # sockets at once; twice what the largest services publish for a name


def take_turns(addresses: Sequence[str]) -> list[str]:
    """IP addresses with their families alternating, the first one's family first; each once."""
    once = list(dict.fromkeys(addresses))
    first = [address for address in once if (":" in address) == (":" in once[0])]
    other = [address for address in once if (":" in address) != (":" in once[0])]
    return [address for address in chain.from_iterable(zip_longest(first, other)) if address is not None]


class Race:
    """One attempt at the addresses of a device, at least one. Ask `overdue`, then `next` until it has none, then wait
    until `due_ns` or until one has failed.
    """

    def __init__(self, addresses: Sequence[str], now_ns: int) -> None:
        in_order = take_turns(addresses)
        self._left = in_order[:MOST]
        self._omitted = len(in_order) - len(self._left)
        self._began_ns: dict[str, int] = {}  # of those being tried, in the order of their beginning
        self._reasons: dict[str, str] = {}  # of all that were begun, in that order; "" while being tried
        self._newest = ""
        self._next_ns = now_ns

    @property
    def is_lost(self) -> bool:
        """None is left, and none is being tried."""
        return not self._left and not self._began_ns

    @property
    def due_ns(self) -> int | None:
        """When something is to be done without anything happening; None where the race is lost."""
        oldest = next(iter(self._began_ns.values()), None)
        times = [self._next_ns] if self._left else []
        return min([*times, oldest + ADDRESS_NS] if oldest is not None else times, default=None)

    def next(self, now_ns: int) -> str | None:
        """The address to begin now, which counts as begun; None: not yet, or none is left."""
        if not self._left or now_ns < self._next_ns:
            return None
        self._newest = self._left.pop(0)
        self._began_ns[self._newest] = now_ns
        self._reasons[self._newest] = ""
        self._next_ns = now_ns + NEXT_NS
        return self._newest

    def failed(self, address: str, reason: str, now_ns: int) -> None:
        """An address that is being tried is out of the question."""
        del self._began_ns[address]
        self._reasons[address] = reason
        if address == self._newest:
            self._next_ns = now_ns

    def overdue(self, now_ns: int) -> list[str]:
        """Those whose time is over; each has failed herewith."""
        late = [address for address, began_ns in self._began_ns.items() if now_ns - began_ns >= ADDRESS_NS]
        for address in late:
            self.failed(address, sentence("timed out after {seconds} s", seconds=f"{ADDRESS_NS / 1e9:g}"), now_ns)
        return late

    def reason(self, host: str) -> str:
        """Why each of them failed: "::1 refused, 127.0.0.1 timed out after 5 s". Where `host`, which was asked for, is
        itself the address, that goes without saying."""
        told = [
            reason if address == host else joined(" ", (address, reason)) for address, reason in self._reasons.items()
        ]
        return joined(", ", [*told, sentence("{count} more not tried", count=self._omitted)] if self._omitted else told)
