"""One thread against SocketThreads, measured in turn on the links of a running rig. A state machine without waiting.

    opening -> warming up (each mode once) -> [ handing over -> settling -> measuring -> trailing ] x blocks -> done
                                                     ^                                       |
                                                     +---------------------------------------+

Handing over ends when every link says that it reads in the mode that it was asked for; settling is a fixed pause, so
that what waited in the other mode has been read and painted; trailing waits until what was read in the block has been
painted. Each of these has a bound, and what was not met is said: a block that could not begin as it should is broken.

A link that closes breaks the block. If it is not back before the next one can begin it is left out from there on, and
that is said; without a link that is open the comparison ends with what it has.

The refresh clock gives way under load, and comes back seconds later: blocks of one mode would pay for those of the
other. So it is kept at the rate at which the warm-up left it, for all blocks, and let go at the end.

However it ends (done, cancelled, the rig stopped), each link is given back the mode that it had, once. What was
measured by then is judged: nobody has to start anew to see it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.comparison.judgement.verdict import complete
from app.comparison.measuring.meter import Meter
from app.comparison.rounds.awaiting import Awaiting
from app.comparison.rounds.chosen import ChosenLinks
from app.comparison.rounds.record import CompareOptions, Record
from app.comparison.rounds.schedule import BLOCKS_A_ROUND, Step, Timing, plan, timing
from app.comparison.schema import Block, Comparison, Mode
from app.comparison.stalls.control import StallControl
from app.rig import Rig
from app.sentence import sentence

HAND_OVER_NS = 5_000_000_000  # one takes milliseconds, a stall longer; a reconnect takes a second and more
TRAIL_NS = 1_000_000_000  # a paint takes milliseconds: what is not painted by then is not shown at all
STALLS_OF_PATIENCE = 4  # a stalled window needs that many periods for what another does at once


class ComparisonRun(QObject):
    """One comparison; made for it and dropped after it.

    Attributes:
        options: what was asked.
        names: the links that are compared; those that the options name, else all.
        is_running: from `start` to `finished` or `failed`.
        is_cancelled: ended before its last block by `cancel`.

    Signals:
        progress(str as object, float): what it does now, in words, and how much of it all is done, 0 to 1.
        blockDone(Block): one more, broken or not.
        finished(Comparison): judged, to the end or as far as it came.
        failed(str): there is nothing to judge, and why.
    """

    progress = Signal(object, float)
    blockDone = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self, rig: Rig, options: CompareOptions, parent: QObject | None = None, *, stall: StallControl | None = None
    ) -> None:
        super().__init__(parent)
        self.options = options
        self.is_running = False
        self.is_cancelled = False
        self._rig = rig
        self._stall = stall
        self._stall_before = stall.options if stall is not None else None
        self._was_stalled = False
        self._links = ChosenLinks(rig, options.names)
        self._timing = _timed(options, stall)
        self._steps = plan(options.rounds)
        self._place = 0
        self._meter = Meter(rig, self.names, self)
        self._record = Record(rig, self.names, options, self._timing)
        self._then: Callable[[bool], None] = self._opened
        self._awaiting = Awaiting(self)
        self._awaiting.over.connect(self._go_on)
        rig.stopped.connect(self.cancel)

    @property
    def names(self) -> tuple[str, ...]:
        return self._links.names

    # -- life

    def start(self) -> None:
        """Begin; `finished` or `failed` follows. ValueError for a link that the session does not have."""
        if unknown := self._links.unknown():
            raise ValueError(f"no link {', '.join(unknown)} in the session")
        if not self.names:
            raise ValueError("the session has no links to compare")
        self.is_running = True
        self._links.remember()
        if self._stall is not None:
            self._was_stalled = self._stall.is_on
            self._stall.changed.connect(self._stall_changed)
        self._say(sentence("Waiting for the links"))
        self._await(self._links.are_open, self.options.open_ns, self._opened)

    @Slot()
    def cancel(self) -> None:
        """End now; what was measured is judged. Safe to call at any time."""
        if self.is_running:
            self.is_cancelled = True
            self._conclude()

    def comparison(self) -> Comparison:
        """The report as it is now, judged."""
        stall = self._stall if self._was_stalled else None  # a control goes on telling of a stall that is over
        return complete(self._record.comparison(stall.figures() if stall is not None else None))

    def _conclude(self, reason: str = "") -> None:
        self.is_running = False
        self._awaiting.stop()
        self._meter.abandon()
        if self._stall is not None:
            self._stall.changed.disconnect(self._stall_changed)
        comparison = self.comparison() if self._record.blocks else None
        self._links.restore()
        if self._record.refresh_hz is not None:
            self._rig.clock.pin(None)
        if comparison is not None:
            self._say(sentence("Done"))
            self.finished.emit(comparison)
        else:
            self.failed.emit(reason or sentence("ended before anything was measured"))

    # -- waiting

    def _await(self, condition: Callable[[], bool] | None, ns: int, then: Callable[[bool], None]) -> None:
        """Go on with `then` when the condition holds or the patience of `ns` is over; None: after that time."""
        self._then = then
        if condition is None:
            self._awaiting.for_time(ns)
        else:
            self._awaiting.until(condition, ns)

    @Slot(bool)
    def _go_on(self, met: bool) -> None:
        if self._rig.at_stop is not None:
            self.cancel()
        elif self.is_running:
            self._then(met)

    def _patience_ns(self, ns: int) -> int:
        """A stalled window takes some of its periods for what another does at once."""
        options = self._stall.options if self._stall is not None else None
        return ns + (STALLS_OF_PATIENCE * options.period_ns if options is not None else 0)

    # -- opening and warming up

    def _opened(self, _met: bool) -> None:
        self._record.began()
        self._links.leave_out_closed()
        if self._links.active:
            self._warm_up("gui", self._warm_up_thread)
        else:
            seconds = f"{self.options.open_ns / 1e9:g}"
            reasons = self._links.reasons()
            self._conclude(sentence("no link opened within {seconds} s: {reasons}", seconds=seconds, reasons=reasons))

    def _warm_up(self, mode: Mode, then: Callable[[bool], None]) -> None:
        """What a mode does for the first time (a thread, its caches) is not what is compared."""
        self._say(sentence("Warming up: {mode}", mode=_words(mode)))
        self._ask(mode)
        self._await(None, self.options.warm_up_ns, then)

    def _warm_up_thread(self, _met: bool) -> None:
        self._warm_up("thread", self._warmed_up)

    def _warmed_up(self, _met: bool) -> None:
        rate_hz = self._rig.clock.rate_hz
        self._rig.clock.pin(rate_hz)
        self._record.refresh_hz = rate_hz
        self._begin_step()

    # -- a block

    @property
    def _step(self) -> Step:
        return self._steps[self._place]

    def _begin_step(self) -> None:
        self._say(self._where(self._step))
        self._ask(self._step.mode)
        self._await(self._is_handed_over, self._patience_ns(HAND_OVER_NS), self._handed_over)

    def _ask(self, mode: Mode) -> None:
        self._record.mode_asked(mode)
        self._links.ask(mode)

    def _is_handed_over(self) -> bool:
        return self._links.are_read_by(self._step.mode)

    def _handed_over(self, _met: bool) -> None:
        step = self._step
        closed = self._links.leave_out_closed()
        self._record.notes += [
            sentence("{device} (closed in round {number} and did not come back)", device=name, number=step.round)
            for name in closed
        ]
        if not self._links.active:
            self._conclude(sentence("no link is open any more"))
        elif late := self._links.late_for(step.mode):
            reason = sentence(
                "not within {seconds} s: {mode} {links}",
                seconds=f"{self._patience_ns(HAND_OVER_NS) / 1e9:g}",
                mode=_words(step.mode),
                links=", ".join(late),
            )
            self._done(self._record.add_missing(step, reason))
        else:
            self._meter.names = self._links.active
            self._meter.prepare()
            self._await(None, self._timing.settle_ns, self._settled)

    def _settled(self, _met: bool) -> None:
        self._meter.begin()
        self._await(None, self._timing.block_ns, self._block_over)

    def _block_over(self, _met: bool) -> None:
        self._meter.close()
        self._await(self._meter.is_complete, self._patience_ns(TRAIL_NS), self._trailed)

    def _trailed(self, met: bool) -> None:
        if not met:
            self._record.notes.append(sentence("the last chunks of some blocks (their way had no end in time)"))
        self._done(self._record.add(self._step, self._meter.finish()))

    def _done(self, block: Block) -> None:
        if self._step.ends_round:
            self._record.keep_ledgers()
        self._place += 1
        self.blockDone.emit(block)
        if not self.is_running:  # who heard of it has cancelled
            return
        if self._place < len(self._steps):
            self._begin_step()
        else:
            self._conclude()

    # -- words

    def _where(self, step: Step) -> str:
        number = self._place % BLOCKS_A_ROUND + 1
        return sentence(
            "Round {round} of {rounds}, block {block} of {blocks}: {mode}",
            round=step.round,
            rounds=self.options.rounds,
            block=number,
            blocks=BLOCKS_A_ROUND,
            mode=_words(step.mode),
        )

    def _say(self, text: str) -> None:
        self.progress.emit(text, self._place / len(self._steps))

    @Slot()
    def _stall_changed(self) -> None:
        if self._stall is not None and self._stall.options != self._stall_before:  # else it ends with its run
            self._record.notes.append(sentence("the stall of the window (it was changed meanwhile)"))


def _timed(options: CompareOptions, stall: StallControl | None) -> Timing:
    chosen = stall.options if stall is not None else None
    found = timing(options.for_ns, chosen.period_ns if chosen is not None else None)
    return found if options.settle_ns is None else Timing(found.block_ns, options.settle_ns, found.note)


def _words(mode: Mode) -> str:
    return sentence("the GUI thread reads") if mode == "gui" else sentence("SocketThreads read")
