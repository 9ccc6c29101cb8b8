"""Watches over an open connection: whether the device speaks (watchdog.py) and whether anybody answers (unanswered.py).

Joins the two pure judges to whoever reads the socket. In thread mode what a look shows is the thread's last answer, so
the watchdog is told that nothing waits unread only by an answer that came after the last look; and what the thread has
read is handed on first. A thread that does not answer keeps a device from being called silent: then nobody knows.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.link.handover import Handover
from app.link.options import TcpOptions
from app.link.reader import Sample
from app.link.unanswered import LOOK_NS, Unanswered
from app.link.watchdog import Watchdog
from app.sentence import sentence
from app.stream import Chunk

SILENT = sentence("silent")  # the reasons are without their figures, so that equal ones are counted together
NO_ANSWER = sentence("no answer")
log = logging.getLogger("quintet")


class Vigil(QObject):
    """One link's.

    Attributes:
        watchdog: its judge of silence.

    Signals:
        staleChanged(bool): see contract.Link; not at the end of a connection.
        gone(str as object): the connection is to be ended, and why.
    """

    staleChanged = Signal(bool)
    gone = Signal(object)

    def __init__(self, options: TcpOptions, handover: Handover, clock: Callable[[], int], link: QObject) -> None:
        super().__init__(link)
        self._link = link
        self.watchdog = Watchdog(options.stale_after)
        self._ends_silence = options.on_silence == "reconnect"
        self._handover = handover
        self._clock = clock
        self._unanswered: Unanswered | None = None  # None: not open
        self._look_ns = 0
        self._seen: Sample | None = None
        handover.bytesReceived.connect(self._heard)

    def set_options(self, options: TcpOptions) -> None:
        """What was learned of the device stays."""
        self.watchdog.set_stale_after(options.stale_after)
        self._ends_silence = options.on_silence == "reconnect"

    @property
    def due_ns(self) -> int | None:
        """When `wake` is to be called, at least every LOOK_NS; None: not open. Bytes that come in between only put it
        off."""
        if self._unanswered is None:
            return None
        due = self.watchdog.due_ns
        return self._look_ns if due is None else min(due, self._look_ns)

    def opened(self) -> None:
        now = self._clock()
        self.watchdog.opened(now)
        self._unanswered = Unanswered(now)
        self._look_ns = now + LOOK_NS

    def ended(self) -> bool:
        """Whether it was stale until now."""
        was_stale = self.watchdog.is_stale
        self.watchdog.ended()
        self._unanswered = None
        return was_stale

    def wake(self) -> None:
        """What was due at `due_ns`."""
        self._handover.hand_on()  # a receiver may end the connection
        now = self._clock()
        sample = self._handover.sample()
        is_new, self._seen = sample is not self._seen, sample
        if now >= self._look_ns:
            self._look_ns = now + LOOK_NS
            if is_new and self._is_gone(sample, now):
                return
        if self.watchdog.judge(now, is_empty=is_new and self._is_empty(sample)):
            self._tell_silence(now)

    def _is_gone(self, sample: Sample, now: int) -> bool:
        unanswered = self._unanswered
        if unanswered is None or sample.tcp_info is None or not unanswered.is_gone(sample.tcp_info, now):
            return False
        log.warning("%s: no answer for %.0f s to what was sent", self._name, unanswered.for_ns / 1e9)
        self.gone.emit(NO_ANSWER)
        return True

    def _is_empty(self, sample: Sample) -> bool:
        """Nothing waits unread: in the kernel, in Qt, or on its way from a thread."""
        in_kernel = sample.tcp_info.waiting if sample.tcp_info is not None else 0
        return not (in_kernel or sample.in_qt or self._handover.count(sample).in_flight)

    def _tell_silence(self, now: int) -> None:
        log.warning("%s: silent for %.1f s", self._name, (self.watchdog.silent_ns(now) or 0) / 1e9)
        self.staleChanged.emit(True)
        if self._ends_silence and self.watchdog.is_stale:  # else a receiver has ended it already
            self.gone.emit(SILENT)

    @property
    def _name(self) -> str:
        return self._link.objectName() or "link"

    @Slot(object)
    def _heard(self, chunk: Chunk) -> None:
        if self.watchdog.heard(chunk.known_empty_ns, chunk.read_ns):
            self.staleChanged.emit(False)
