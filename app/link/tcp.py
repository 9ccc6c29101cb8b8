"""A device on a TCP port: dials, reads, writes, comes back after a loss.

    open() -> Dial -> Connected -> Handover -> SocketReader (owns the socket) -> ended -> Reconnect -> Dial ...

The link itself owns no socket. It keeps the state and joins those who know: Reconnect when to try again, Sending what
is on its way, Vigil whether anybody is there. All speak to the reader through the Handover, so that nothing here
changes when the reader lives in a thread: in the GUI thread they are direct calls, and `statistics` tells of this
moment; across threads they are queued, and `statistics` tells the last answer, but for `read` and `in_flight`, which
are always of this moment.

What is due without anything happening rings one alarm, set to the earliest of it: the next attempt, the vigil's look, a
command that grows too old, the end of the patience with a close. Whoever changes such a time says so.

Receivers may call `open`, `close`, `send` and `retry_now` from any signal. So each step first changes all that it
changes and emits last; where it emits several times it looks whether a receiver has moved on in between (`_step`).

Half-closed connections are not kept: when the device sends its FIN Qt closes, and what was unsent is lost with the
connection (as after every loss; a repeated command is the user's business).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from app.clock import now_ns
from app.link import socket_options
from app.link.address import AddressError, parse_address, shown
from app.link.alarm import Alarm, AlarmMaker
from app.link.attempt import Attempt, AttemptMaker, Connected
from app.link.connection import FIRST
from app.link.contract import Link, LinkStatistics, State, Ticket
from app.link.dial import Dial
from app.link.handover import Handover
from app.link.options import TcpOptions
from app.link.reader import CLOSED_HERE
from app.link.reasons import Reasons
from app.link.reconnect import Reconnect
from app.link.resolver import LookUp, LookUpMaker, Names, Resolver, system_resolver
from app.link.sending import Sending
from app.link.vigil import SILENT, Vigil
from app.stream import End

CLOSE_NS = 1_000_000_000  # how long a close goes on writing; the reader then waits as long for the acknowledgement


class TcpLink(Link):
    """A TCP client's link. What stands behind the star are seams for tests and for the simulation.

    Attributes:
        state: see contract.State.

    Signals: see contract.Link.
    """

    def __init__(
        self,
        options: TcpOptions,
        parent: QObject | None = None,
        *,
        resolver: Resolver = system_resolver,
        clock: Callable[[], int] = now_ns,
        attempt_maker: AttemptMaker = Attempt,
        alarm_maker: AlarmMaker = Alarm,
        look_up_maker: LookUpMaker = LookUp,
        random: Callable[[], float] = random.random,
    ) -> None:
        super().__init__(parent)
        self._options = options
        self._clock = clock
        self._state = State.IDLE
        self._step = 0
        self._reopens = False
        self._connection = 0
        self._reasons = Reasons()
        self._receive_buffer = socket_options.unasked(options.receive_buffer)
        self._reconnect = Reconnect(options.retry, options.retry_most, random)
        self._close_by_ns: int | None = None
        self._alarm = alarm_maker(clock, self)
        names = Names(resolver, look_up_maker)
        self._dial = Dial(options, names, FIRST, clock, self, attempt_maker=attempt_maker, alarm_maker=alarm_maker)
        self._handover = Handover(options.transport, clock, self)
        self._handover.bytesReceived.connect(self.bytesReceived)  # first: before the vigil says that it speaks again
        self._sending = Sending(self._handover, clock, self)
        self._vigil = Vigil(options, self._handover, clock, self)
        self._join()

    def _join(self) -> None:
        dial, handover, sending, vigil = self._dial, self._handover, self._sending, self._vigil
        dial.resolving.connect(self._dialling)
        dial.trying.connect(self._dialling)
        dial.succeeded.connect(self._opened)
        dial.failed.connect(self._wait)
        handover.ended.connect(self._connection_ended)
        handover.changed.connect(self.transportChanged)
        sending.taken.connect(self.bytesSent)
        sending.taken.connect(self._finish_if_sent)
        sending.ticketChanged.connect(self.ticketChanged)
        sending.dueChanged.connect(self._set_alarm)
        vigil.staleChanged.connect(self.staleChanged)
        vigil.gone.connect(self.restart)
        self._alarm.due.connect(self._ring)

    # -- what the contract asks

    @property
    def state(self) -> State:
        return self._state

    @property
    def wished_transport(self) -> str:
        return self._handover.wished

    def set_transport(self, mode: str) -> None:
        self._handover.wish(mode)

    def set_options(self, options: TcpOptions) -> None:
        before, self._options = self._options, options
        self._reconnect.set_pauses(options.retry, options.retry_most)
        self._dial.set_options(options)
        self._vigil.set_options(options)
        self._set_alarm()  # silence may be due earlier, or later
        if options.transport != before.transport:  # else what was wished by hand meanwhile holds
            self._handover.wish(options.transport)

    def hand_on(self) -> None:
        self._handover.hand_on()

    def open(self) -> None:
        if self._state is State.CLOSING:
            self._reopens = True
        elif self._state in (State.IDLE, State.FAILED, State.WAITING):
            self._dial_again()

    def close(self) -> None:
        self._reopens = False
        if self._state is State.OPEN:
            self._close_by_ns = self._clock() + CLOSE_NS
            self._enter(State.CLOSING)
            self._finish_if_sent()
        elif self._state not in (State.IDLE, State.CLOSING):
            self._dial.cancel()
            self._reconnect.begin_anew()
            self._enter(State.IDLE)

    @Slot(object)
    def restart(self, reason: str) -> None:
        if self._state is State.OPEN:
            self._handover.abort(reason)

    def retry_now(self) -> None:
        if self._state is State.WAITING:
            self._dial_again()

    def send(self, data: bytes, *, expires_ns: int | None = None, key: str = "") -> Ticket:
        return self._sending.put(data, expires_ns=expires_ns, key=key)

    def tickets(self) -> tuple[Ticket, ...]:
        return self._sending.tickets()

    def statistics(self) -> LinkStatistics:
        now, handover, watchdog = self._clock(), self._handover, self._vigil.watchdog
        sample = handover.sample()
        count = handover.count(sample)
        return LinkStatistics(
            state=self._state,
            transport=handover.mode,
            wished=handover.wished,
            thread=handover.thread_now,
            address=self._dial.address,
            connection=self._connection,
            read=count.read,
            in_qt=sample.in_qt,
            in_flight=count.in_flight,
            most_in_flight=count.most,
            reads=sample.reads,
            written=self._sending.written,
            unsent=self._sending.unsent,
            acknowledged=self._sending.acknowledged,
            lost=self._sending.lost,
            refused=self._sending.refused,
            starved=sample.starved,
            opened=self._connection,
            reasons=self._reasons.counts(),
            last_reason=self._reasons.last,
            next_try_ns=self._reconnect.next_try_ns,
            receive_buffer=replace(self._receive_buffer, effective=sample.effective),
            tcp_info=sample.tcp_info,
            kernel=sample.kernel,
            failed_in_row=self._reconnect.failed_in_row(now),
            silent_ns=watchdog.silent_ns(now) if self._state is State.OPEN else None,
            stale_after_ns=watchdog.limit_ns if self._connection else None,
            is_stale=watchdog.is_stale,
        )

    # -- dialling

    @Slot()
    def _dial_again(self) -> None:
        self._reopens = False
        self._reconnect.started()
        try:
            parse_address(shown(self._options.host, self._options.port))
        except AddressError as error:  # trying again cannot help
            self._reasons.note(error.args[0])
            self._leave(State.FAILED, None)
        else:
            self._dial.start()

    @Slot()
    def _dialling(self) -> None:
        state = State.RESOLVING if self._dial.is_resolving else State.CONNECTING
        if self._state is not state:  # else the next address of the same attempt
            self._enter(state)

    @Slot(object)
    def _opened(self, connected: Connected) -> None:
        self._connection += 1
        self._receive_buffer = connected.receive_buffer
        self._reconnect.opened(self._clock())
        self._vigil.opened()
        self._sending.open(self._connection, self._options.on_connect)
        self._handover.adopt(connected)
        step = self._enter(State.OPEN, announced=False)
        self._sending.pump()
        self.stateChanged.emit(State.OPEN)
        if self._step == step:
            self.connected.emit()

    # -- the end

    @Slot()
    def _finish_if_sent(self) -> None:
        if self._state is State.CLOSING and not self._sending.queued:
            self._handover.finish()

    @Slot(object)
    def _connection_ended(self, end: End) -> None:
        self._sending.drop()
        if self._state is not State.CLOSING:
            self._wait(end.reason, end)
            return
        self._reasons.note(end.reason)
        self._reconnect.begin_anew()
        self._leave(State.IDLE, end)

    @Slot(object)
    def _wait(self, reason: str, end: End | None = None) -> None:
        self._reasons.note(reason)
        self._reconnect.failed(self._clock(), in_vain=end is not None and reason == SILENT and not end.offset)
        self._leave(State.WAITING, end)

    def _leave(self, state: State, end: End | None) -> None:
        """Tell of an end, in the contract's order."""
        was_stale = self._vigil.ended()
        step = self._enter(state, announced=False)
        if end is not None:
            self.ended.emit(end)
        if was_stale:
            self.staleChanged.emit(False)
        self.disconnected.emit(self._reasons.last)
        if self._step == step:
            self.stateChanged.emit(state)
        if self._step == step and self._reopens:
            self.open()

    def _enter(self, state: State, *, announced: bool = True) -> int:
        """Change the state; the number of the step that did it."""
        self._state = state
        self._step += 1
        step = self._step
        self._set_alarm()
        if announced:
            self.stateChanged.emit(state)
        return step

    # -- what is due without anything happening

    @property
    def _due_ns(self) -> int | None:
        """Of what this state waits for."""
        match self._state:
            case State.WAITING:
                return self._reconnect.next_try_ns
            case State.OPEN:
                return self._vigil.due_ns
            case State.CLOSING:
                return self._close_by_ns
        return None

    @Slot()
    def _set_alarm(self) -> None:
        times = (self._due_ns, self._sending.due_ns)
        self._alarm.set_to(min((time for time in times if time is not None), default=None))

    @Slot()
    def _ring(self) -> None:
        if _is_past(self._sending.due_ns, self._clock()):
            self._sending.wake()
        if _is_past(self._due_ns, self._clock()):
            if self._state is State.WAITING:
                self._dial_again()
            elif self._state is State.OPEN:
                self._vigil.wake()
            else:  # closing: the device does not read; what is unsent is given up
                self._close_by_ns = None
                self._handover.abort(CLOSED_HERE)
        self._set_alarm()


def _is_past(due_ns: int | None, now_ns: int) -> bool:
    return due_ns is not None and now_ns >= due_ns
