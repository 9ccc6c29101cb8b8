"""Two looks at the counters make a block's differences; what one of them could not see is not there."""

from __future__ import annotations

import socket
import sys
from dataclasses import replace

import pytest

from app.comparison.measuring.look import Look, Looks, breaks, cpu_s, held_ms, wake_ups
from app.threads import ThreadTimes
from tests.app.comparison.bench import Bench, MakeBench

EMPTY = Look(0, {}, {}, None, {}, ThreadTimes(0, 0))


def test_times_of_all_readers_add_up() -> None:
    first = replace(EMPTY, readers={1: ThreadTimes(10**9, 5), 2: ThreadTimes(0, 0)})
    last = replace(EMPTY, readers={1: ThreadTimes(2 * 10**9, 7), 2: ThreadTimes(10**9, 100)})
    assert cpu_s(first, last)["readers"] == 2.0
    assert wake_ups(first, last)["readers"] == 102


def test_a_reader_that_was_not_there_before_has_no_difference() -> None:
    last = replace(EMPTY, readers={3: ThreadTimes(10**9, 5)})
    assert cpu_s(EMPTY, last)["readers"] is None
    assert wake_ups(EMPTY, last)["readers"] is None


def test_a_thread_that_the_system_hides_has_no_figures() -> None:
    first, last = replace(EMPTY, gui=None), replace(EMPTY, gui=ThreadTimes(10, 1))
    assert cpu_s(first, last)["gui"] is None
    known = replace(EMPTY, gui=ThreadTimes(0, None))
    assert (cpu_s(known, last)["gui"], wake_ups(known, last)["gui"]) == (1e-8, None)


def test_the_time_that_senders_were_held_is_a_difference() -> None:
    first, last = replace(EMPTY, held_ns={"a": 10**6, "b": None}), replace(EMPTY, held_ns={"a": 5 * 10**6, "b": 1})
    assert (held_ms(first, last, "a"), held_ms(first, last, "b")) == (4.0, None)


@pytest.fixture
def bench(make_bench: MakeBench) -> Bench:
    bench = make_bench("imu")
    bench.accept()
    return bench


def test_the_same_links_break_nothing(bench: Bench) -> None:
    looks = Looks(lambda: 7)
    first, last = looks.take(bench.rig.devices), looks.take(bench.rig.devices)
    assert breaks(first, last) == []
    assert first.at_ns == 7


@pytest.mark.skipif(sys.platform != "linux", reason="sock_diag is Linux's")
def test_how_long_a_sender_on_this_machine_was_held_is_known_once_its_socket_is(bench: Bench) -> None:
    link = bench.links["imu"]
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        peer, _ = server.accept()
        plain = link.statistics
        host, port = server.getsockname()
        link.statistics = lambda: replace(plain(), address=f"{host}:{port}")  # type: ignore[method-assign]
        looks = Looks(lambda: 0)
        assert looks.take(bench.rig.devices).held_ns == {"imu": None}
        looks.prepare(bench.rig.devices)
        assert looks.take(bench.rig.devices).held_ns == {"imu": 0}
        peer.close()
