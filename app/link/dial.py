"""From a host and a port to a connected socket, without blocking anyone.

    literal address ------------------\\
    name -> look-up (a thread, 10 s) --> Race of an Attempt for each address, 5 s each -> succeeded(Connected)
                                                                                      \\-> failed(reason)

What is tried when is the Race's to say (race.py), how one address is connected the Attempt's (attempt.py), and what a
name means the look-up's (resolver.py). Here they are joined, and driven by one alarm: it rings for the look-up's
answer, for the next address, for one whose time is over and for a lost race. So an address that fails within the call
(without a route) is told from the loop like any other: whoever hears of it may start again.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.link.address import is_literal, shown
from app.link.alarm import Alarm, AlarmMaker
from app.link.attempt import Attempt, AttemptMaker, Connected
from app.link.options import TcpOptions
from app.link.race import Race
from app.link.resolver import LookUp, Names
from app.sentence import sentence

LOOK_UP_NS = 10_000_000_000  # the system's resolver asks again after 5 s by default (man 5 resolv.conf)
ANSWER_POLL_NS = 10_000_000  # only while a look-up is under way; see resolver.py on why nobody is called back


class Dial(QObject):
    """One attempt to connect at a time, at all the addresses of a host.

    Attributes:
        address: the address that stood, else the one begun last, as shown ("127.0.0.1:7001"); "" before the first.

    Signals:
        resolving(): a name is being looked up.
        trying(): an address is being tried, `address`.
        succeeded(Connected): one has answered; the socket has no parent and no connected slots.
        failed(str as object): none has, and why, in words.
    """

    resolving = Signal()
    trying = Signal()
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        options: TcpOptions,
        names: Names,
        read_buffer: int,
        clock: Callable[[], int],
        parent: QObject | None = None,
        *,
        attempt_maker: AttemptMaker = Attempt,
        alarm_maker: AlarmMaker = Alarm,
    ) -> None:
        super().__init__(parent)
        self.address = ""
        self._options = options
        self._names = names
        self._read_buffer = read_buffer
        self._clock = clock
        self._attempt_maker = attempt_maker
        self._look_up: LookUp | None = None
        self._look_up_until_ns: int | None = None  # None: no name is being looked up
        self._race: Race | None = None
        self._running: dict[str, Attempt] = {}
        self._alarm = alarm_maker(clock, self)
        self._alarm.due.connect(self._go_on)

    def set_options(self, options: TcpOptions) -> None:
        """From the next address on that is tried."""
        self._options = options

    @property
    def is_resolving(self) -> bool:
        """Whether a name is being looked up."""
        return self._look_up_until_ns is not None

    def start(self) -> None:
        """Begin anew; what was under way is called off."""
        self.cancel()
        host, now = self._options.host, self._clock()
        if is_literal(host):
            self._race = Race([host], now)
            self._run(self._race)
            return
        self._look_up = self._names.ask(host, self._options.port)
        self._look_up_until_ns = now + LOOK_UP_NS
        self._alarm.set_to(now + ANSWER_POLL_NS)
        self.resolving.emit()

    def cancel(self) -> None:
        """Forget the attempt. An answer that comes later is ignored."""
        self._look_up = self._look_up_until_ns = self._race = None
        self._alarm.set_to(None)
        for host in tuple(self._running):
            self._drop(host)

    @Slot()
    def _go_on(self) -> None:
        if self._look_up_until_ns is not None:
            self._ask(self._clock(), self._look_up_until_ns)
        elif self._race is not None:
            for host in self._race.overdue(self._clock()):
                self._drop(host)
            self._run(self._race)

    # -- the look-up

    def _ask(self, now: int, until_ns: int) -> None:
        if self._look_up is None:  # too many old ones are still under way; one may have come back
            self._look_up = self._names.ask(self._options.host, self._options.port)
        answer = self._names.found() or (self._look_up.answer if self._look_up is not None else None)
        if answer is not None and answer.addresses:
            self._look_up = self._look_up_until_ns = None
            self._race = Race(answer.addresses, now)
            self._run(self._race)
        elif answer is not None:
            self._fail(answer.reason)
        elif now >= until_ns:
            within = f"{LOOK_UP_NS / 1e9:g}"
            host = self._options.host
            self._fail(sentence("name server does not answer for {host} within {seconds} s", host=host, seconds=within))
        else:
            self._alarm.set_to(min(now + ANSWER_POLL_NS, until_ns))

    # -- the race

    def _run(self, race: Race) -> None:
        """Begin what is due. A receiver of `trying` may have called it off in between."""
        if race.is_lost:
            self._fail(race.reason(self._options.host))
            return
        while (beginning := race.next(self._clock())) is not None:
            self._begin(race, beginning)
            if race is not self._race:
                return
        self._alarm.set_to(self._clock() if race.is_lost else race.due_ns)

    def _begin(self, race: Race, host: str) -> None:
        self.address = shown(host, self._options.port)
        attempt = self._attempt_maker(host, self._options, self._read_buffer, self._clock, self)
        self._running[host] = attempt
        problem = attempt.start()
        if problem is None:
            attempt.stood.connect(self._one_stood)
            attempt.failed.connect(self._one_failed)
        else:
            self._drop(host)
            race.failed(host, problem, self._clock())
        self.trying.emit()

    @Slot(object)
    def _one_stood(self, connected: Connected) -> None:
        self.address = shown(self._sender_host(), self._options.port)
        self.cancel()
        self.succeeded.emit(connected)

    @Slot(object)
    def _one_failed(self, reason: str) -> None:
        host = self._sender_host()
        self._drop(host)
        if self._race is not None:  # always: what is called off says nothing any more
            self._race.failed(host, reason, self._clock())
            self._run(self._race)

    def _sender_host(self) -> str:
        attempt = self.sender()
        return next(host for host, running in self._running.items() if running is attempt)

    def _drop(self, host: str) -> None:
        attempt = self._running.pop(host)
        attempt.cancel()
        attempt.deleteLater()

    def _fail(self, reason: str) -> None:
        self.cancel()
        self.failed.emit(reason)
