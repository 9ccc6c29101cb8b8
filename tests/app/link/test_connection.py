"""How one connection is read: turns, their budget, and when all was seen empty."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtNetwork import QAbstractSocket

from app.link import connection as module
from app.link.connection import GATHER_LEAST, GATHER_MOST, LEAST, MOST, TURN_NS, low_water
from tests.app.link.one_connection import MS, Bench, Clock


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_a_turn_takes_all_that_qt_has_as_one_chunk(bench: Bench) -> None:
    bench.turn(100)
    bench.turn(50_000)
    assert [(c.offset, len(c.data), c.connection) for c in bench.chunks] == [(0, 100, 7), (100, 50_000, 7)]
    assert (bench.connection.offset, bench.connection.reads) == (50_100, 2)


def test_a_turn_without_bytes_hands_nothing_on(bench: Bench) -> None:
    bench.connection.turn()
    assert bench.chunks == []
    assert bench.connection.reads == 0


def test_a_long_piece_is_taken_without_a_copy_and_a_short_one_without_qts_block(bench: Bench) -> None:
    bench.turn(100)
    bench.turn(100_000)
    assert bench.socket.calls == ["readAll", "read"]


def test_a_chunk_cannot_be_written_to_and_keeps_its_bytes(bench: Bench) -> None:
    bench.turn(1000)
    first = bench.chunks[0].data
    before = bytes(first)
    for _ in range(20):
        bench.turn(1000)
    assert first.readonly
    assert first == before


def test_no_chunk_is_longer_than_the_cap(bench: Bench) -> None:
    bench.socket.arrive(3 * MOST)
    for _ in range(3):
        bench.turn()
    assert bench.sizes() == [MOST] * 3


def test_receivers_that_take_too_long_are_given_less_each_turn(bench: Bench) -> None:
    bench.cost_ns = TURN_NS + 1
    for _ in range(10):
        bench.turn(MOST)
    assert bench.sizes()[:6] == [MOST, MOST // 2, MOST // 4, MOST // 8, MOST // 16, MOST // 32]
    assert bench.sizes()[-1] == LEAST


def test_receivers_that_recover_are_given_more_again(bench: Bench) -> None:
    bench.cost_ns = TURN_NS + 1
    for _ in range(3):
        bench.turn(MOST)
    bench.cost_ns = 0
    bench.chunks.clear()
    for _ in range(5):
        bench.turn(MOST)
    assert bench.sizes() == [MOST // 8, MOST // 4, MOST // 2, MOST, MOST]


def test_within_the_budget_the_bytes_of_a_turn_stay_as_they_are(bench: Bench) -> None:
    bench.cost_ns = TURN_NS // 2
    for _ in range(4):
        bench.turn(MOST)
    assert bench.sizes() == [MOST] * 4


def test_small_chunks_do_not_raise_what_a_turn_may_take(bench: Bench) -> None:
    bench.cost_ns = TURN_NS + 1
    bench.turn(MOST)
    bench.cost_ns = 0
    bench.turn(1000)
    assert bench.socket.bound == MOST // 2


def test_a_loop_that_draws_for_long_has_a_share_of_its_round_for_reading(bench: Bench) -> None:
    bench.turn(10)
    bench.socket.bound = bench.connection.turn_bytes = LEAST
    bench.cost_ns = 2 * TURN_NS
    for _ in range(4):
        bench.clock.now += 200 * MS
        bench.turn(MOST)
    assert bench.sizes()[1:] == [LEAST] * 4
    bench.clock.now += 16 * (8 * TURN_NS + 8)
    bench.turn(MOST)
    bench.turn(MOST)
    assert bench.sizes()[-2:] == [LEAST, 2 * LEAST]


def test_floods_do_not_lengthen_one_anothers_turns(bench: Bench) -> None:
    floods = [bench, *(Bench(beside=bench) for _ in range(49))]
    for flood in floods:
        flood.cost_ns = 2 * TURN_NS
    for _ in range(9):
        for flood in floods:
            flood.turn(MOST)
    assert {flood.sizes()[-1] for flood in floods} == {LEAST}


def test_what_a_loop_did_beside_the_turns_of_others_is_shared_by_all(bench: Bench) -> None:
    other = Bench(beside=bench)
    bench.cost_ns = other.cost_ns = 3 * TURN_NS
    for _ in range(3):
        bench.clock.now += 200 * MS
        bench.turn(MOST)
        other.turn(MOST)
    assert bench.sizes() == other.sizes() == [MOST] * 3


def test_a_turn_that_was_interrupted_by_other_programs_is_not_halved_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    processor = Clock()
    monkeypatch.setattr(module, "now_ns", by_the_clock := Clock())
    monkeypatch.setattr(module.time, "thread_time_ns", processor)
    bench = Bench(clock=by_the_clock)
    bench.cost_ns = 20 * TURN_NS
    bench.turn(MOST)
    assert bench.connection.turn_bytes == MOST
    bench.cost_ns, bench.work_ns, bench.processor = 0, TURN_NS + 1, processor
    bench.turn(MOST)
    assert bench.connection.turn_bytes == MOST // 2


def test_fewer_bytes_than_the_least_turn_are_not_judged(bench: Bench) -> None:
    bench.cost_ns = 10 * TURN_NS
    bench.turn(LEAST - 1)
    assert bench.connection.turn_bytes == MOST


def test_the_first_chunk_dates_from_before_the_connection_stood(bench: Bench) -> None:
    bench.turn(10)
    assert bench.chunks[0].read_ns - bench.chunks[0].known_empty_ns == MS


def test_a_turn_that_empties_everything_is_a_moment_when_all_was_empty(bench: Bench) -> None:
    bench.turn(10)
    emptied = bench.clock.now
    bench.clock.now += 5 * MS
    bench.turn(10)
    assert bench.chunks[1].known_empty_ns == emptied


def test_while_the_kernel_has_more_nothing_is_known_to_be_empty(bench: Bench) -> None:
    bench.turn(10)
    emptied = bench.clock.now
    bench.clock.now += 5 * MS
    bench.socket.arrive(10)
    bench.socket.notify()
    bench.socket.arrive(10)  # after Qt has read
    bench.connection.turn()
    bench.clock.now += 5 * MS
    bench.turn()
    assert [chunk.known_empty_ns for chunk in bench.chunks[1:]] == [emptied, emptied]


def test_in_a_flood_whose_queue_is_never_empty_a_chunk_dates_from_the_last_look_before_it_came(bench: Bench) -> None:
    for _ in range(100):  # a megabyte waits at all times
        bench.clock.now += MS
        bench.socket.arrive(MOST)
        bench.socket.notify()
        bench.connection.turn()
        bench.socket.arrive(MOST)
    waits = [chunk.read_ns - chunk.known_empty_ns for chunk in bench.chunks[10:]]
    queued_turns = len(bench.socket.kernel) // MOST
    assert max(waits) <= (queued_turns + 2) * MS


@given(st.data())
@settings(max_examples=80, deadline=None, derandomize=True)
def test_no_byte_of_a_chunk_had_arrived_when_all_was_last_known_to_be_empty(data: st.DataObject) -> None:
    bench = Bench()
    arrived: list[tuple[int, int]] = []  # position behind, time
    position = 0
    for step in data.draw(st.lists(st.sampled_from(["arrive", "notify", "turn", "beat", "wait"]), max_size=200)):
        bench.clock.now += 1000
        if step == "arrive":
            count = data.draw(st.sampled_from([1, 100, 5000, 300_000]))
            position += count
            bench.socket.arrive(count)
            arrived.append((position, bench.clock.now))
        elif step == "notify":
            bench.socket.notify()
        elif step == "turn":
            bench.connection.turn()
        elif step == "beat":
            bench.connection.beat()
        else:
            bench.clock.now += 7 * MS
    for chunk in bench.chunks:
        came_ns = next(at for behind, at in arrived if behind > chunk.offset)
        assert chunk.known_empty_ns <= came_ns <= chunk.read_ns
        assert chunk.backlog is not None
        assert chunk.backlog >= len(chunk.data)


def test_a_beat_narrows_the_interval_of_what_comes_next(bench: Bench) -> None:
    bench.clock.now += 10 * MS
    bench.connection.beat()
    beaten = bench.clock.now
    bench.clock.now += 3 * MS
    bench.turn(10)
    assert bench.chunks[0].known_empty_ns == beaten


def test_a_beat_right_behind_a_turn_takes_no_look_of_its_own(bench: Bench) -> None:
    bench.turn(10)
    asked = bench.witness.asked
    bench.clock.now += 2 * MS
    bench.connection.beat()
    assert bench.witness.asked == asked
    bench.clock.now += 10 * MS
    bench.connection.beat()  # nothing was read since: it has to look
    assert bench.witness.asked == asked + 1


def test_a_beat_with_bytes_waiting_narrows_nothing(bench: Bench) -> None:
    first = bench.clock.now - MS
    bench.clock.now += 10 * MS
    bench.socket.arrive(10)
    bench.connection.beat()
    bench.turn()
    assert bench.chunks[0].known_empty_ns == first


def test_without_a_witness_an_empty_buffer_counts_as_empty() -> None:
    bench = Bench(with_witness=False)
    bench.clock.now += 10 * MS
    bench.connection.beat()
    beaten = bench.clock.now
    bench.turn(10)
    assert bench.chunks[0].known_empty_ns == beaten


@pytest.mark.parametrize(
    ("in_a_millisecond", "mark"),
    [(0, 1), (GATHER_LEAST - 1, 1), (GATHER_LEAST, GATHER_LEAST), (GATHER_MOST, GATHER_MOST), (1 << 30, GATHER_MOST)],
)
def test_the_kernel_gathers_a_millisecond_of_a_flood_and_nothing_of_less(in_a_millisecond: int, mark: int) -> None:
    assert low_water(in_a_millisecond * 10, 10 * MS) == mark


def test_no_time_at_all_is_no_division_by_nought() -> None:
    assert low_water(0, 0) == 1


def test_the_kernel_is_told_to_gather_while_a_flood_lasts_and_no_longer(bench: Bench) -> None:
    for _ in range(2):
        for _ in range(4):
            bench.turn(MOST)
        bench.clock.now += 10 * MS
        bench.connection.beat()
    bench.clock.now += 10 * MS
    bench.connection.beat()
    assert bench.witness.marks == [GATHER_MOST, 1]


def test_the_rest_is_what_qt_holds_and_what_it_left_in_the_kernel(bench: Bench) -> None:
    bench.socket.arrive(MOST + 100)
    bench.socket.notify()
    bench.socket.arrive(1000)
    bench.socket.current = QAbstractSocket.SocketState.UnconnectedState
    bench.connection.take_rest()
    assert bench.sizes() == [MOST, 1100]
    assert bench.connection.offset == MOST + 1100


def test_on_a_connection_that_stands_the_rest_is_what_qt_holds(bench: Bench) -> None:
    bench.socket.arrive(MOST + 100)
    bench.socket.notify()
    bench.connection.take_rest()
    assert bench.sizes() == [MOST]


@pytest.mark.parametrize(
    ("error", "said", "reason"),
    [
        (QAbstractSocket.SocketError.RemoteHostClosedError, "", "reset by the device"),
        (QAbstractSocket.SocketError.SocketTimeoutError, "", "timed out"),
        (QAbstractSocket.SocketError.NetworkError, "No route to host", "no route to host"),
    ],
)
def test_an_end_is_told_in_words(bench: Bench, error: QAbstractSocket.SocketError, said: str, reason: str) -> None:
    bench.socket.failure, bench.socket.said = error, said
    assert bench.connection.reason() == reason


def test_without_a_witness_a_reset_cannot_be_told_from_a_fin() -> None:
    bench = Bench(with_witness=False)
    bench.socket.failure = QAbstractSocket.SocketError.RemoteHostClosedError
    assert bench.connection.reason() == "closed by the device"


def test_what_was_written_is_acknowledged_once_qt_and_the_kernel_hold_none_of_it(bench: Bench) -> None:
    assert bench.connection.is_acknowledged()
    bench.socket.to_write = 1
    assert not bench.connection.is_acknowledged()
    bench.socket.to_write, bench.witness.unsent = 0, 1
    assert not bench.connection.is_acknowledged()


def test_the_end_lets_go_of_the_witness_and_the_socket_and_says_how_much_came(bench: Bench) -> None:
    bench.turn(10)
    end = bench.connection.end("closed here")
    assert (end.offset, end.connection, end.reason, end.at_ns) == (10, 7, "closed here", bench.clock.now)
    assert bench.witness.is_closed
    assert bench.socket.calls[-2:] == ["disconnectFromHost", "deleteLater"]


def test_what_is_unsent_at_the_end_is_given_up(bench: Bench) -> None:
    bench.socket.to_write = 5
    bench.connection.end("closed here")
    assert bench.socket.calls[-2:] == ["abort", "deleteLater"]
