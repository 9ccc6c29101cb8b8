"""When a link counts as starved: its bytes wait while the loop goes round for others."""

from __future__ import annotations

import pytest

from app.link.connection import GATHER_MOST, MOST, PASSED_OVER
from tests.app.link.one_connection import MS, Bench


@pytest.fixture
def bench() -> Bench:
    return Bench()


def beat(bench: Bench, times: int = 1) -> None:
    for _ in range(times):
        bench.clock.now += 10 * MS
        bench.connection.beat()


def test_bytes_that_wait_while_the_loop_goes_round_for_others_are_counted_as_starved(bench: Bench) -> None:
    bench.socket.arrive(10)
    beat(bench, PASSED_OVER)
    assert bench.connection.starved == 0
    beat(bench)
    assert bench.connection.starved == 1
    beat(bench, 3 * PASSED_OVER)
    assert bench.connection.starved == 4


def test_a_turn_ends_the_starving(bench: Bench) -> None:
    for _ in range(10):
        bench.socket.arrive(10)
        beat(bench, PASSED_OVER)
        bench.turn()
        beat(bench)
    assert bench.connection.starved == 0


def test_a_flood_whose_queue_is_never_empty_is_not_starved_while_it_has_turns(bench: Bench) -> None:
    for _ in range(100):
        bench.turn(2 * MOST)
        beat(bench)
    assert len(bench.socket.kernel) > MOST
    assert bench.connection.starved == 0


def test_a_loop_that_stands_still_has_starved_nobody(bench: Bench) -> None:
    bench.socket.arrive(10)
    bench.clock.now += 5_000 * MS
    beat(bench)
    bench.turn()
    assert bench.connection.starved == 0


def test_bytes_that_we_leave_with_qt_are_not_starved(bench: Bench) -> None:
    bench.socket.arrive(3 * MOST)
    bench.socket.notify()
    beat(bench, 10 * PASSED_OVER)
    assert bench.connection.starved == 0


def test_bytes_too_few_to_wake_us_are_not_starved(bench: Bench) -> None:
    for _ in range(4):
        bench.turn(MOST)
    beat(bench)  # a flood: the kernel is to gather
    assert bench.witness.marks == [GATHER_MOST]
    bench.socket.arrive(GATHER_MOST - 1)
    beat(bench)
    assert bench.connection._passes == 0
    beat(bench)  # the mark is down again by now
    assert bench.connection._passes == 1


def test_without_a_witness_there_is_no_telling_who_starves() -> None:
    bench = Bench(with_witness=False)
    bench.socket.arrive(10)
    beat(bench, 3 * PASSED_OVER)
    assert bench.connection.starved is None
