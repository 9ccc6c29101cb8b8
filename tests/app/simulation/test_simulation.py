"""A rig of five links through a hundred thousand random events on a clock of its own, every invariant after each.

The seed is printed; `python -m tests.app.simulation.run --seed N --until K` plays it again up to an event.
"""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from app.framing.line import LineFramer
from app.health.counts import FramingCounts
from app.link.connection import Connection
from app.link.contract import State, Ticket, TicketState
from app.link.outbox import Outbox
from app.link.reader import SocketReader
from app.link.reasons import Reasons
from app.link.reconnect import Reconnect
from app.link.tcp import TcpLink
from app.link.vigil import Vigil
from app.link.waiting import Waiting
from app.link.watchdog import Watchdog
from app.pipeline import Pipeline
from app.stream import Chunk
from tests.app.simulation.clock import SECOND
from tests.app.simulation.events import EVENTS
from tests.app.simulation.simulation import InvariantBrokenError, Simulation, simulation
from tests.app.simulation.world import LoopSpinsError

pytestmark = pytest.mark.simulation
EVENTS_PLAYED = int(os.environ.get("QUINTET_SIMULATED_EVENTS", "100000"))
SEED = int(os.environ.get("QUINTET_SIMULATION_SEED", "20261130"))
FOUND_WITHIN = 6_000  # events in which each mistake below is found, with one of the seeds
SEEDS = range(3, 8)


@pytest.fixture(autouse=True)
def _quiet(qapp: QCoreApplication, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """What a link says of lost devices is expected here, a hundred thousand times."""
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


def test_every_invariant_holds_after_each_of_many_events() -> None:
    print(f"seed {SEED}")
    with simulation(SEED) as run:
        run.play(EVENTS_PLAYED)
        run.end()
        if EVENTS_PLAYED >= 100_000:
            assert_much_has_happened(run)


def assert_much_has_happened(run: Simulation) -> None:
    """A simulation in which nothing happens proves nothing."""
    judges = [watch.station.judge for watch in run.watches]
    assert set(run.happened) == {event.__name__ for event in EVENTS}
    assert all(judge.opened > 20 and judge.received > 1 << 20 for judge in judges)
    final: Counter[TicketState] = sum((judge.final for judge in judges), Counter())
    assert set(final) >= {state for state in TicketState if state not in (TicketState.QUEUED, TicketState.STARTED)}
    assert {state for judge in judges for state in judge.states} >= set(State) - {State.FAILED}
    reasons = " ".join(reason for judge in judges for reason in judge.reasons)
    for reason in (
        "refused", "no route", "name unknown", "timed out", "reset by the device", "closed by the device",
        "closed here", "silent", "no answer", "name server does not answer", "beyond the framing's bound",
    ):  # fmt: skip
        assert reason in reasons
    discarded = {reason for watch in run.watches for reason in watch.device.pipeline.framer.counts.discarded}
    assert discarded >= {"oversize", "truncated at EOF", "checksum", "resync", "after violation"}


def test_the_same_seed_plays_the_same_events() -> None:
    seen = []
    for _ in range(2):
        with simulation(7) as run:
            run.play(500)
            seen.append([
                (watch.station.judge.received, watch.station.judge.opened, run.world.clock.now_ns, tuple(run.recent))
                for watch in run.watches
            ])  # fmt: skip
    assert seen[0] == seen[1]


# -- that the invariants bite: each of these mistakes is found


def find() -> str:
    """What the simulation has to say of a program with a mistake in it."""
    for seed in SEEDS:
        with simulation(seed) as run:
            try:
                run.play(FOUND_WITHIN)
            except (InvariantBrokenError, LoopSpinsError) as found:
                return str(found).partition("\nafter event")[0]
    pytest.fail("the mistake was not found")


def every(count: int, mistake: Callable[..., object], sound: Callable[..., object]) -> Callable[..., object]:
    """A function that makes the mistake every so many calls."""
    calls = 0

    def either(*arguments: object, **words: object) -> object:
        nonlocal calls
        calls += 1
        return (mistake if calls % count == 0 else sound)(*arguments, **words)

    return either


def test_a_chunk_that_is_dropped_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def drop(connection: Connection, data: memoryview, read_ns: int) -> None:
        connection.offset += len(data)

    monkeypatch.setattr(Connection, "_deliver", every(50, drop, Connection._deliver))
    assert "bytes were given out" in find()


def test_a_chunk_that_the_device_does_not_take_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pipeline, "feed", every(50, lambda *_: None, Pipeline.feed))
    assert "received" in find()


def test_a_chunk_that_is_given_out_twice_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = Pipeline.feed

    def twice(pipeline: Pipeline, chunk: Chunk) -> None:
        sound(pipeline, chunk)
        sound(pipeline, chunk)

    monkeypatch.setattr(Pipeline, "feed", every(50, twice, sound))
    assert "received" in find()


def test_a_byte_that_a_framer_eats_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def less(counts: FramingCounts, frames: int, payload_bytes: int, overhead_bytes: int) -> None:
        counts.frames += frames
        counts.framed += payload_bytes - 1
        counts.overhead += overhead_bytes

    monkeypatch.setattr(FramingCounts, "cut", every(20, less, FramingCounts.cut))
    assert "bytes: received" in find()


def test_a_framer_that_splits_a_sound_frame_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def feed(framer: LineFramer, chunk: Chunk) -> object:
        framer._max_frame = 3
        try:
            return sound(framer, chunk)
        finally:
            framer._max_frame = 8192

    sound = LineFramer.feed
    monkeypatch.setattr(LineFramer, "feed", every(20, feed, sound))
    assert "frames of a sound connection" in find()


def test_a_command_that_is_cut_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = Outbox.next_piece

    def cut(outbox: Outbox, now_ns: int) -> bytes | None:
        piece = sound(outbox, now_ns)
        return piece[:-1] if piece is not None and len(piece) > 1 else piece

    monkeypatch.setattr(Outbox, "next_piece", every(30, cut, sound))
    assert "was written where" in find() or "bytes are told to be unsent" in find()


def test_a_command_that_overtakes_another_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = Waiting.take

    def newest(waiting: Waiting) -> Ticket | None:
        return waiting._remove(next(reversed(waiting._queue))) if waiting._queue else None

    monkeypatch.setattr(Waiting, "take", every(2, newest, sound))
    assert "was written" in find()


def test_an_expiry_that_is_forgotten_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Outbox, "expire", lambda _outbox, _now: None)
    assert "again and again" in find()  # the alarm for it


def test_a_link_that_never_tries_again_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reconnect, "failed", lambda *_arguments, **_words: None)
    assert "next try" in find()


def test_a_pause_beyond_the_back_off_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = Reconnect.failed

    def late(plan: Reconnect, *arguments: object, **words: object) -> None:
        sound(plan, *arguments, **words)
        plan.next_try_ns = (plan.next_try_ns or 0) + 31 * SECOND

    monkeypatch.setattr(Reconnect, "failed", late)
    assert "a pause of" in find()


def test_a_reason_that_is_forgotten_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reasons, "note", every(5, lambda *_: None, Reasons.note))
    assert "disconnected for" in find()


def test_an_end_that_is_not_told_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = SocketReader._end
    monkeypatch.setattr(SocketReader, "_end", every(7, lambda _reader: None, sound))
    assert "the socket has been closed, and the link is open" in find()


def test_a_socket_that_is_kept_open_behind_its_end_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.link.kernel.Witness.close", lambda _witness: None)
    assert "no FIN goes out" in find()


def test_bytes_that_are_left_in_the_kernel_at_the_end_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Connection, "take_rest", lambda _connection: None)
    assert "were given out" in find()


def test_a_device_that_is_called_silent_while_it_speaks_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Watchdog, "limit_ns", property(lambda _watchdog: SECOND // 100))
    assert "stale after" in find()


def test_silence_that_is_told_to_nobody_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Watchdog, "due_ns", None)
    assert "nobody was told" in find()


def test_an_alarm_that_rings_for_ever_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Watchdog, "judge", lambda _watchdog, _now, *, is_empty: False)
    assert "again and again" in find()


def test_a_device_that_is_gone_and_never_missed_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Vigil, "_is_gone", lambda *_: False)
    assert "nobody has noticed" in find()


def test_what_a_slot_raises_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def wake(_vigil: Vigil) -> None:
        raise KeyError("a mistake")

    monkeypatch.setattr(Vigil, "wake", every(40, wake, Vigil.wake))
    assert "a slot: raised KeyError('a mistake')" in find()


def test_a_state_that_is_skipped_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TcpLink, "_dialling", lambda _link: None)
    find()


def test_a_chunk_that_claims_to_be_younger_than_it_is_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Connection, "_none_arrived_ns", lambda connection, _offset: connection._clock())
    assert "known to be empty" in find()
