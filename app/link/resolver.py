"""Looking up a name without anyone waiting for it.

getaddrinfo blocks for as long as a silent name server likes (half a minute and more), cannot be cancelled, and Qt's
own look-up holds up the end of the application (QHostInfo's threads are waited for). So each look-up runs in a daemon
thread of its own, which the end of the process does not wait for, and leaves its answer in a plain object. There is no
Qt in that thread: a signal emitted from it could meet a receiver that is just being destroyed, and Python's collector,
which would destroy Qt's objects in whichever thread it runs, is kept out of it (garbage.py). Whoever asked looks at
`LookUp.answer` by a timer, and forgets the look-up when it is no longer of interest.

A server that stays silent must not gather threads: past `MAX_UNANSWERED` a new question is refused until an old
one has come back. What an old one finds serves whoever asks then: where the first two of three name servers are dead
each look-up takes longer than anybody waits for it, and the name would be unknown for ever.

The resolver itself is a parameter (a seam for tests, and for a session's own table of names). It is called in that
thread.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.link import garbage
from app.sentence import sentence

MAX_UNANSWERED = 4  # look-ups of one link under way at once: one in use and a few given up

Resolver = Callable[[str, int], Sequence[str]]
"""IP addresses of a name, the preferred one first. Raises OSError (socket.gaierror) or UnicodeError."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a look-up: addresses, or none and the reason in words."""

    addresses: tuple[str, ...]
    reason: str = ""


def system_resolver(host: str, port: int) -> list[str]:
    """The system's addresses of a name, in its order (RFC 6724), link-local ones with their zone."""
    found: dict[str, None] = {}
    for family, _, _, _, where in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        address = str(where[0])
        if family == socket.AF_INET6 and len(where) == 4 and where[3] and "%" not in address:
            address = f"{address}%{where[3]}"
        found[address] = None
    return list(found)


class LookUp:
    """One question under way. `answer` is None until there is one."""

    def __init__(self, resolver: Resolver, host: str, port: int) -> None:
        self.answer: Answer | None = None
        self._resolver = resolver
        self._host = host
        self._port = port
        self._thread = threading.Thread(target=self._run, name=f"look-up of {host}", daemon=True)
        try:
            garbage.start(self._thread)
        except RuntimeError:  # a limit of this computer's
            self.answer = Answer(
                (), sentence("name look-up of {host} failed: this computer has no thread to spare", host=host)
            )

    @property
    def is_running(self) -> bool:
        return self._thread.is_alive()

    def _run(self) -> None:
        try:
            addresses = tuple(self._resolver(self._host, self._port))
        except (OSError, UnicodeError) as error:
            self.answer = Answer((), _in_words(error, self._host))
        else:
            self.answer = Answer(addresses, "" if addresses else sentence("name unknown: {host}", host=self._host))


LookUpMaker = Callable[[Resolver, str, int], LookUp]
"""Starts one; a seam for a simulation, whose look-ups are answered at a time of its own clock and without a thread."""


class Names:
    """The look-ups of one link, those included that it no longer waits for."""

    def __init__(self, resolver: Resolver, look_up_maker: LookUpMaker = LookUp) -> None:
        self._resolver = resolver
        self._look_up_maker = look_up_maker
        self._running: list[LookUp] = []

    def ask(self, host: str, port: int) -> LookUp | None:
        """A look-up, started; None while too many earlier ones have not come back."""
        self._running = [look_up for look_up in self._running if look_up.is_running]
        if len(self._running) >= MAX_UNANSWERED:
            return None
        look_up = self._look_up_maker(self._resolver, host, port)
        self._running.append(look_up)
        return look_up

    def found(self) -> Answer | None:
        """The addresses that one of those under way when `ask` was called last has found, or `ask`'s own."""
        answers = (look_up.answer for look_up in self._running)
        return next((answer for answer in answers if answer is not None and answer.addresses), None)


def _in_words(error: OSError | UnicodeError, host: str) -> str:
    if isinstance(error, UnicodeError):
        return sentence("name unknown: {host} is not a host name", host=host)
    if isinstance(error, socket.gaierror):
        if error.errno == socket.EAI_AGAIN:
            return sentence("name server does not answer for {host}", host=host)
        return sentence("name unknown: {host}", host=host)
    return sentence("name look-up of {host} failed: {why}", host=host, why=error.strerror or str(error))
