"""A comparison's report holds what there is, and says what stayed the same and what could not."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from app.comparison.measuring.lags import Lags
from app.comparison.measuring.meter import LinkMeasured, Measured
from app.comparison.rounds.record import CompareOptions, Record
from app.comparison.rounds.schedule import plan, timing
from app.comparison.schema import LinkBlock
from app.link.contract import ReceiveBuffer
from tests.app.comparison.bench import Bench, MakeBench, stamps

MS = 1_000_000
OPTIONS = CompareOptions(for_ns=400 * MS, rounds=2, notes=("the yardstick (imu: refused)",))


@pytest.fixture
def bench(make_bench: MakeBench) -> Bench:
    bench = make_bench("imu", "scope")
    bench.accept()
    return bench


def recorded(bench: Bench, options: CompareOptions = OPTIONS) -> Record:
    record = Record(bench.rig, tuple(bench.links), options, timing(options.for_ns))
    record.began()
    return record


def measured(chunks: int, broken: str = "") -> Measured:
    given = stamps(*((MS * n, MS * n + 1) for n in range(chunks)))
    link = LinkMeasured(LinkBlock(observations=chunks, bytes=10 * chunks, means_ms={}), given, stamps())
    return Measured(0, 100 * MS, {"imu": link}, Lags(), 6, 17.0, {"gui": 0.01}, {"gui": 5}, broken)


def test_blocks_go_into_their_modes_and_broken_ones_into_the_list_alone(bench: Bench) -> None:
    record = recorded(bench)
    for step, chunks, broken in zip(plan(1), (30, 40, 50, 60), ("", "", "reset", ""), strict=False):
        record.add(step, measured(chunks, broken))
    found = record.comparison(None)
    assert [block.broken for block in found.blocks] == ["", "", "reset", ""]
    assert found.modes["gui"].links["imu"].measures["readable_read"].count == 90
    assert found.modes["thread"].links["imu"].measures["readable_read"].count == 40


def test_it_is_ready_for_json_at_any_moment(bench: Bench) -> None:
    record = recorded(bench)
    assert msgspec.json.encode(record.comparison(None), enc_hook=str)
    record.add(plan(1)[0], measured(30))
    told = msgspec.json.decode(msgspec.json.encode(record.comparison(None), enc_hook=str))
    assert told["blocks"][0]["links"]["imu"]["observations"] == 30
    assert told["ledgers"][0]["imu"]["balanced"]


def test_a_socket_that_was_there_to_the_end_stayed_the_same(bench: Bench) -> None:
    record = recorded(bench)
    for step in plan(1)[:3]:
        record.mode_asked(step.mode)
        record.add(step, measured(30))
    fixed = record.comparison(None).fixed
    assert fixed[0] == "The sockets of imu, scope: the same connections after 1 hand-over."


def test_a_buffer_of_a_fixed_size_stayed_the_same_and_one_that_the_kernel_tunes_could_not(bench: Bench) -> None:
    bench.links["imu"].buffer = ReceiveBuffer(1 << 20, 2 << 20, 2 << 20, None, "")
    record = recorded(bench)
    record.add(plan(1)[0], measured(30))
    found = record.comparison(None)
    assert found.fixed[1] == "The receive buffers of imu belong to the sockets and were the same for both."
    assert "the receive buffers that the kernel tunes by itself (scope)" in found.not_fixed
    assert found.links["imu"]["receive_buffer"] == {"asked": 1 << 20, "granted": 2 << 20, "effective": 2 << 20}


def test_that_a_link_reconnected_is_said(bench: Bench) -> None:
    record = recorded(bench)
    bench.links["scope"].lose("reset")
    bench.accept("scope")
    record.add(plan(1)[0], measured(30))
    assert "the socket of scope (it was not the same to the end)" in record.comparison(None).not_fixed


def test_what_the_caller_could_not_fix_stands_in_it(bench: Bench) -> None:
    assert recorded(bench).comparison(None).not_fixed == ("the yardstick (imu: refused)",)


def test_the_surroundings_that_the_caller_knows_are_kept_beside_the_machine(bench: Bench) -> None:
    found = recorded(bench, replace(OPTIONS, environment={"display": "off screen"})).comparison(None).environment
    assert found["display"] == "off screen"
    assert found["block_s"] == 0.1
    assert found["refresh_hz"] == 60.0


def test_an_unfinished_round_keeps_its_ledgers_too(bench: Bench) -> None:
    record = recorded(bench)
    record.add(plan(1)[0], measured(30))
    assert len(record.comparison(None).ledgers) == 1
    assert len(record.comparison(None).ledgers) == 1
