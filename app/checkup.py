"""One device's checkup, once a second: figures taken from its parts, judged in app.health."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

from app.device import Device
from app.framing.damage import unnoticed
from app.health.examination import Examination
from app.health.figures import Axis, Computer, Figures, Kept, Line, Orders, Reads, reads_of
from app.health.judgement import Finding, Health
from app.health.ledger import Ledger
from app.health.rates import RateMeter, RecentGrowth
from app.health.stamps import Stamps
from app.link.contract import LinkStatistics
from app.link.options import DEFAULT_RECEIVE_BUFFER
from app.link.reader import CLOSED_HERE
from app.session.schema import DEFAULT_HISTORY

FRESH_NS = 1_500_000_000  # what the chunks of the last second said holds until the next second's have come
_DOUBLED = 2 if sys.platform == "linux" else 1  # Linux counts its bookkeeping in what it grants (man 7 socket)


@dataclass(frozen=True, slots=True)
class DeviceStatus:
    """One device at the last second's check; rates are over the last seconds, None before the first check.

    row_rates: rows a second, by table. state_since_ns: when the link entered its state.
    """

    statistics: LinkStatistics
    ledger: Ledger
    bytes_per_s: float | None
    frames_per_s: float | None
    row_rates: dict[str, float | None]
    health: Health
    state_since_ns: int


class _Rows:
    """How fast a table's rows come, and how many came within the history's span."""

    def __init__(self, span_ns: int, since_ns: int) -> None:
        self.rate = RateMeter()
        self.recent = RecentGrowth(span_ns)
        self._span_ns = span_ns
        self.rate.add(0, since_ns)  # a table begins empty: its rate is known at its first check

    def add(self, total: int, now_ns: int) -> None:
        self.rate.add(total, now_ns)
        self.recent.add(total, now_ns)

    @property
    def in_span(self) -> float:
        """Rows that the whole span holds: at this rate, or as many as have come if that is more, so that a device
        that falls silent keeps what it has sent."""
        return max((self.rate.per_second or 0.0) * self._span_ns / 1e9, self.recent.grown)


class Checkup:
    """Rates and health of one device.

    Attributes:
        begun, over: the findings that came and went with the last check.
    """

    def __init__(self, device: Device, history_ns: int, now: Callable[[], int]) -> None:
        self._device = device
        self._history_ns = history_ns
        self._now = now
        self._bytes = RateMeter()
        self._frames = RateMeter()
        self._rows: dict[str, _Rows] = {}
        self._checked_ns = now()
        self._bytes.add(0, self._checked_ns)
        self._frames.add(0, self._checked_ns)
        self._examination = Examination()
        self._unnoticed = unnoticed(device.options.framing)
        self._reads = Reads()
        self._noted_ns = self._checked_ns

    @property
    def begun(self) -> tuple[Finding, ...]:
        return self._examination.begun

    @property
    def over(self) -> tuple[Finding, ...]:
        return self._examination.over

    def note(self, stamps: Stamps) -> None:
        """The chunks whose way has ended since the last check."""
        self._reads = reads_of(stamps)
        self._noted_ns = self._now()

    def rows_in_span(self, table: str) -> float:
        """Rows of a table that the history's whole span holds; 0 before its first check."""
        rows = self._rows.get(table)
        return rows.in_span if rows is not None else 0.0

    def check(self, computer: Computer, failures: tuple[str, ...], expired: int, since_ns: int) -> DeviceStatus:
        """Ask the link, measure, judge. `expired`: commands that were too old before they were started; `since_ns`:
        when the link entered its state."""
        at = self._now()
        statistics = self._device.link.statistics()
        account = self._device.ledger(statistics)
        self._bytes.add(statistics.read, at)
        self._frames.add(account.frames.framed, at)
        rates = {}
        for name, table in self._device.pipeline.tables.items():
            rows = self._rows.setdefault(name, _Rows(self._history_ns, self._checked_ns))
            rows.add(table.appended, at)
            rates[name] = rows.rate.per_second
        self._checked_ns = at
        health = self._examination.look(
            Figures(
                at_ns=at,
                line=_line(statistics),
                ledger=account,
                reads=self._reads if at - self._noted_ns < FRESH_NS else Reads(),
                axis=self._axis(),
                kept=self._kept(),
                computer=computer,
                orders=Orders(expired, statistics.refused),
                failures=failures,
                unnoticed=self._unnoticed,
                violations=self._device.pipeline.framer.counts.violations,
                violation=self._device.pipeline.framer.counts.violation,
            )
        )
        return DeviceStatus(
            statistics, account, self._bytes.per_second, self._frames.per_second, rates, health, since_ns
        )

    def _axis(self) -> Axis:
        axis = self._device.pipeline.decoder.axis
        return Axis(kind=axis.kind, offset_ns=axis.offset_ns, reordered=axis.reordered, untimed=axis.untimed)

    def _kept(self) -> Kept:
        pipeline = self._device.pipeline
        crowded = {name: table for name, table in pipeline.tables.items() if table.crowded_out}
        held = {name: (table.last_ns or 0) - (table.first_ns or 0) for name, table in crowded.items()}
        short = min(held, key=lambda name: held[name], default="")
        return Kept(
            short_table=short,
            short_ns=held.get(short),
            span_ns=self._history_ns,
            asked_for=self._history_ns != DEFAULT_HISTORY,
            crowded_out=sum(table.crowded_out for table in crowded.values()),
            forgotten=pipeline.trail.forgotten,
        )


def _line(statistics: LinkStatistics) -> Line:
    buffer, info = statistics.receive_buffer, statistics.tcp_info
    asked, granted = buffer.asked, buffer.granted
    return Line(
        state=str(statistics.state),
        address=statistics.address,
        transport=statistics.transport,
        connection=statistics.connection,
        opened=statistics.opened,
        failed_in_row=statistics.failed_in_row,
        closed_here=statistics.reasons.get(CLOSED_HERE, 0),
        last_reason=statistics.last_reason,
        next_try_ns=statistics.next_try_ns,
        read=statistics.read,
        in_qt=statistics.in_qt,
        in_flight=statistics.in_flight,
        written=statistics.written,
        unsent=statistics.unsent,
        acknowledged=statistics.acknowledged,
        lost=statistics.lost,
        silent_ns=statistics.silent_ns,
        stale_after_ns=statistics.stale_after_ns,
        is_stale=statistics.is_stale,
        starved=statistics.starved,
        waiting=info.waiting if info else None,
        rcv_window=info.rcv_window if info else None,
        rcv_ooopack=info.rcv_ooopack if info else None,
        # the kernel counts from the opening where nothing has come
        last_data_recv_ms=info.last_data_recv_ms if info and info.bytes_received != 0 else None,
        probes=info.probes if info else None,
        retransmits=info.retransmits if info else None,
        buffer=buffer.effective,
        buffer_asked=asked,
        buffer_note=buffer.note,
        was_capped=asked is not None and granted is not None and granted < asked * _DOUBLED,
        asked_for=asked != DEFAULT_RECEIVE_BUFFER,
    )
