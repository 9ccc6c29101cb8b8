"""What must hold after every event, whatever it was.

Each check takes a station and says what is wrong. Those of `ALWAYS` hold at any moment; those of `AT_REST` once the
event loop has nothing left to do at this time: until then a busy window may be late for anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.device import Device
from app.health.counts import DecodingCounts
from app.health.events import MOST_EVENTS
from app.health.trail import MAX_CHUNKS, MAX_DONE
from app.link.connection import LOOKS_KEPT, MOST
from app.link.contract import LinkStatistics, State
from app.link.outbox import BOUND, HANDED
from app.link.pulse import pulse
from app.link.reasons import MAX_REASONS
from app.link.reconnect import LASTED_NS
from app.link.resolver import MAX_UNANSWERED
from app.link.watchdog import GRACE_NS, LEAST_NS
from app.pipeline import BATCH_BYTES, TAIL_BYTES
from app.rig import Rig
from app.store.gaps import MAX_GAPS
from tests.app.simulation.clock import MS, SECOND, Clock
from tests.app.simulation.world import HISTORY_BYTES, MAX_FRAME, Station

BOUNDS = {
    "unsent": BOUND,
    "in Qt's buffer": MOST,
    "in Qt's hands": HANDED,
    "reasons": MAX_REASONS + 1,
    "pending": BATCH_BYTES + MOST + MAX_FRAME + 64,
    "the raw head": TAIL_BYTES,
    "the trail": MAX_CHUNKS + MAX_DONE,
    "events": MOST_EVENTS,
    "rejects kept": DecodingCounts.KEPT,
    "look-ups": MAX_UNANSWERED,
    "looks at the queue": LOOKS_KEPT,
    "gaps": MAX_GAPS,
    "the history": 2 * HISTORY_BYTES,
}
FOUND_WITHIN_NS = 75 * SECOND  # a peer that is gone: a minute, and the steps in which it is looked for
DIALLING = (State.RESOLVING, State.CONNECTING)


class Watch:
    """What is known of one station from one event to the next."""

    def __init__(self, station: Station, device: Device, rig: Rig, clock: Clock) -> None:
        self.station = station
        self.device = device
        self.rig = rig
        self.clock = clock
        self.connection = 0
        self.read = 0
        self.failed_in_row = 0
        self.waits_since: tuple[int, int] | None = None  # the planned try, and when it was first seen
        self.events = rig.events(device)
        on_connect = sum(map(len, station.plan.on_connect))  # not refused, whatever its length
        self.bounds = [bound + on_connect * (what == "unsent") for what, bound in BOUNDS.items()]
        self.statistics: LinkStatistics
        self.as_it_was: tuple[object, ...] = ()
        station.judge.hold_to_account(device)

    def problems(self, *, at_rest: bool) -> Iterator[str]:
        """What does not hold now."""
        judge = self.station.judge
        self.statistics = self.device.link.statistics()
        judge.look_at_commands()
        if at_rest:
            judge.look_at_rest()
        yield from judge.broken
        for check in (*ALWAYS, *AT_REST) if at_rest else ALWAYS:
            yield from check(self)
        self.connection, self.read = self.statistics.connection, self.statistics.read
        self.as_it_was = self._mark()

    def changes(self) -> Iterator[str]:
        """What has changed of a link since it was looked at last, although nothing has reached it."""
        now = self._mark()
        if now != self.as_it_was:
            yield f"an event of another device changed {self.as_it_was} to {now}"

    def _mark(self) -> tuple[object, ...]:
        link, pipeline, judge = self.station.link, self.device.pipeline, self.station.judge
        counts = pipeline.framer.counts
        return (
            link.state, link._step, pipeline.received, pipeline.pending, counts.frames, counts.framed,
            link._sending.written, link._sending.unsent, judge.received, judge.opened, judge.ends, len(judge.broken),
            link._alarm.due_ns,
        )  # fmt: skip


Check = Callable[[Watch], Iterator[str]]


# -- the account


def the_ledger_balances(watch: Watch) -> Iterator[str]:
    yield from watch.device.ledger(watch.statistics).failures()


def what_came_and_was_not_read_is_told(watch: Watch) -> Iterator[str]:
    """What waits on the open connection, and what earlier ones left when they were closed here."""
    unread, sock = watch.device.ledger(watch.statistics).unread, watch.station.sock
    if unread is None:
        return
    is_known = watch.statistics.state is State.OPEN and sock is not None and sock.wire.has_witness
    waits = sock.wire.arrived - watch.station.judge.offset if is_known and sock is not None else 0
    if unread < waits:
        yield f"{unread} bytes are told to be unread, {waits} wait"


def what_was_read_is_what_was_received(watch: Watch) -> Iterator[str]:
    judge, statistics = watch.station.judge, watch.statistics
    received = watch.device.pipeline.received
    if not judge.received == statistics.read == received:
        yield f"{judge.received} bytes were given out, {statistics.read} read, {received} received"


def the_account_only_grows(watch: Watch) -> Iterator[str]:
    statistics = watch.statistics
    if statistics.connection < watch.connection or statistics.read < watch.read:
        yield f"connection {watch.connection} became {statistics.connection}, read {watch.read} {statistics.read}"


def each_opening_has_one_end(watch: Watch) -> Iterator[str]:
    judge, state = watch.station.judge, watch.statistics.state
    is_open = state in (State.OPEN, State.CLOSING)
    if judge.opened - judge.ends != is_open:
        yield f"{judge.opened} connections began and {judge.ends} ended in state {state}"
    if watch.statistics.opened != judge.opened:
        yield f"{watch.statistics.opened} openings are counted, {judge.opened} there were"


# -- states and plans


def something_is_always_planned(watch: Watch) -> Iterator[str]:
    """No state but idle, failed and open is for ever, so something must be going to happen."""
    station, statistics = watch.station, watch.statistics
    state, next_try = statistics.state, statistics.next_try_ns
    if (state is State.WAITING) != (next_try is not None):
        yield f"{state} with the next try at {next_try}"
    link = station.link
    link_due, dial_due = link._alarm.due_ns, link._dial._alarm.due_ns
    if state is State.WAITING and (link_due is None or next_try is None or link_due > next_try):
        yield f"waiting for {next_try}, and the alarm is set to {link_due}"
    if (state in DIALLING) != (dial_due is not None):
        yield f"{state}, and the alarm of the dial is set to {dial_due}"
    if state is State.CLOSING and link_due is None and not station.reader._patience.isActive():
        yield "closing, and nothing is going to end it"
    if state is State.OPEN and station.reader not in pulse():
        yield "open, and the reader has no beat"


def attempts_belong_to_dialling(watch: Watch) -> Iterator[str]:
    state, attempts = watch.statistics.state, watch.station.attempts
    if attempts and state is not State.CONNECTING:
        yield f"{len(attempts)} attempts go on in state {state}"
    hosts = [attempt.host for attempt in attempts]
    if len(set(hosts)) != len(hosts):
        yield f"the same address is tried twice: {hosts}"


def each_pause_is_within_the_back_off(watch: Watch) -> Iterator[str]:
    """Full jitter: from nothing to the ceiling, which doubles with each failure in a row up to the most."""
    statistics, options = watch.statistics, watch.device.options.link
    next_try = statistics.next_try_ns
    if next_try is None:
        watch.waits_since = None
        return
    if watch.waits_since is None or watch.waits_since[0] != next_try:
        watch.waits_since = next_try, watch.clock.now_ns
    first_seen = watch.waits_since[1]
    row = statistics.failed_in_row
    ceiling = min(options.retry * 2 ** min(row, 20), options.retry_most)
    if next_try - first_seen > ceiling:
        yield f"a pause of {next_try - first_seen} after {row} failures in a row, at most {ceiling}"


def a_connection_that_lasted_ends_the_row(watch: Watch) -> Iterator[str]:
    statistics, sock = watch.statistics, watch.station.sock
    if statistics.state is State.OPEN and sock is not None:
        lasted = watch.clock.now_ns - watch.station.opened_ns >= LASTED_NS
        if lasted and statistics.failed_in_row:
            yield f"{statistics.failed_in_row} failures in a row on a connection that lasts"


def a_socket_that_is_over_is_let_go(watch: Watch) -> Iterator[str]:
    sock, state = watch.station.sock, watch.statistics.state
    if sock is not None and state in (State.OPEN, State.CLOSING) and not sock.is_connected:
        yield f"the socket has been closed, and the link is {state}"


# -- bounds


def every_buffer_is_bounded(watch: Watch) -> Iterator[str]:
    statistics, pipeline, station = watch.statistics, watch.device.pipeline, watch.station
    sock, connection, tables = station.sock, station.reader._connection, pipeline.tables.values()
    sizes = (
        statistics.unsent,
        statistics.in_qt,
        sock.bytesToWrite() if sock is not None else 0,
        len(statistics.reasons),
        pipeline.pending,
        len(pipeline.head),
        len(pipeline.trail),
        len(watch.events),
        len(pipeline.decoder.counts.recent),
        len(station.look_ups),
        len(connection._looks) if connection is not None else 0,
        max([len(table._gaps._closed) for table in tables], default=0),
        sum([table.nbytes for table in tables]),
    )
    for what, size, bound in zip(BOUNDS, sizes, watch.bounds, strict=True):
        if size > bound:
            yield f"{what}: {size}, at most {bound}"


def what_is_unsent_is_counted(watch: Watch) -> Iterator[str]:
    judge, sock, statistics = watch.station.judge, watch.station.sock, watch.statistics
    if sock is not None and statistics.state is State.OPEN:
        expected = judge.commands.unsent + judge.commands.given - sock.wire.written
        if sock.wire.is_over:  # Qt empties its buffer at the end, and the link has not heard of it
            return
        if statistics.unsent != expected:
            yield f"{statistics.unsent} bytes are told to be unsent, {expected} are"


# -- silence


def silence_is_told_and_only_silence(watch: Watch) -> Iterator[str]:
    statistics, judge, options = watch.statistics, watch.station.judge, watch.device.options.link
    silent, limit = statistics.silent_ns, statistics.stale_after_ns
    if statistics.is_stale != judge.is_stale:
        yield f"stale: {statistics.is_stale}, told: {judge.is_stale}"
    if (silent is not None) != (statistics.state is State.OPEN):
        yield f"silent for {silent} in state {statistics.state}"
    if silent is None or limit is None:
        return
    if options.stale_after is not None and limit != options.stale_after:
        yield f"stale after {limit}, the session says {options.stale_after}"
    if options.stale_after is None and limit < LEAST_NS:
        yield f"stale after {limit}, at least {LEAST_NS}"
    if statistics.is_stale and silent < limit:
        yield f"stale after {silent} of silence, the limit is {limit}"


def silence_does_not_go_unnoticed(watch: Watch) -> Iterator[str]:
    statistics, sock = watch.statistics, watch.station.sock
    silent, limit = statistics.silent_ns, statistics.stale_after_ns
    if silent is None or limit is None or sock is None or statistics.is_stale:
        return
    is_unread = sock.wire.waiting or sock.bytesAvailable()
    # A loop that was away begins with a grace.
    late_ns = min(silent - limit, watch.clock.now_ns - watch.clock.jumped_ns)
    if not is_unread and late_ns > GRACE_NS + MS:
        yield f"silent for {silent}, stale after {limit}, and nobody was told"


def a_peer_that_is_gone_is_found(watch: Watch) -> Iterator[str]:
    sock = watch.station.sock
    if sock is None or watch.statistics.state is not State.OPEN or not sock.wire.has_witness:
        return
    cut_ns = sock.wire.cut_ns
    if cut_ns is not None and watch.clock.now_ns - max(cut_ns, sock.wire.last_written_ns) > FOUND_WITHIN_NS:
        yield f"the device is gone for {watch.clock.now_ns - cut_ns} and nobody has noticed"


ALWAYS: tuple[Check, ...] = (
    the_ledger_balances,
    what_came_and_was_not_read_is_told,
    what_was_read_is_what_was_received,
    the_account_only_grows,
    each_opening_has_one_end,
    something_is_always_planned,
    attempts_belong_to_dialling,
    each_pause_is_within_the_back_off,
    a_connection_that_lasted_ends_the_row,
    every_buffer_is_bounded,
    silence_is_told_and_only_silence,
)
AT_REST: tuple[Check, ...] = (
    what_is_unsent_is_counted,
    silence_does_not_go_unnoticed,
    a_peer_that_is_gone_is_found,
    a_socket_that_is_over_is_let_go,
)
