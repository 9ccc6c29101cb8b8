"""A block holds what was read in it, each chunk once, and the differences of all counters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import SIGNAL

from app.comparison.measuring import look
from app.comparison.measuring.meter import Meter
from app.health.stamps import Stamps
from app.link.contract import LinkStatistics
from app.refresh.clock import Refresh
from tests.app.comparison.bench import ROW, Bench, Link, MakeBench, stamps

MS = 1_000_000


class Clock:
    def __init__(self) -> None:
        self.now_ns = 1_000 * MS

    def __call__(self) -> int:
        return self.now_ns


class Metered:
    """A meter on fake links, and its time."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.clock = Clock()
        self.meter = Meter(bench.rig, tuple(bench.links), bench, clock=self.clock)

    def give(self, name: str, given: Stamps) -> None:
        self.bench.rig.stamped.emit(name, given)

    def pass_ms(self, ms: float) -> int:
        self.clock.now_ns += round(ms * MS)
        return self.clock.now_ns


@pytest.fixture
def metered(make_bench: MakeBench) -> Metered:
    bench = make_bench("imu", "scope")
    bench.accept()
    return Metered(bench)


def test_a_chunk_at_a_border_counts_once(metered: Metered) -> None:
    counts = []
    borders = [metered.clock.now_ns + step * 10 * MS for step in range(4)]
    reads = sorted([*borders, *(border + MS for border in borders), *(border - 1 for border in borders)])
    for _ in range(3):
        metered.meter.begin()
        metered.pass_ms(10)
        metered.meter.close()
        metered.give("imu", stamps(*((at - MS, at) for at in reads)))
        counts.append(metered.meter.finish().links["imu"].block.observations)
    inside = [at for at in reads if borders[0] <= at < borders[3]]
    assert sum(counts) == len(inside)
    assert counts == [3, 3, 3]


def test_what_takes_its_time_is_done_before_a_block_begins(metered: Metered, monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []
    monkeypatch.setattr(look, "own_sockets", lambda: searched.append("sockets") or ())
    metered.bench.rig.stamped.connect(lambda name, _: searched.append(name))
    metered.meter.prepare()
    searched.clear()
    metered.meter.begin()
    assert searched == []
    metered.meter.abandon()


def test_what_comes_between_the_preparations_and_the_begin_does_not_count(metered: Metered) -> None:
    metered.meter.prepare()
    at = metered.pass_ms(10)
    metered.bench.links["imu"].lose("reset")
    metered.bench.links["imu"].accept()
    metered.meter.begin()
    end = metered.pass_ms(10)
    metered.give("imu", stamps((at - MS, at - 1), (at, at), (at, end)))
    metered.bench.links["imu"].receive(ROW)
    measured = metered.meter.finish()
    assert measured.links["imu"].block.observations == 1
    assert measured.broken == ""


def test_what_was_read_in_the_block_and_painted_behind_it_counts(metered: Metered) -> None:
    begin = metered.clock.now_ns
    metered.meter.begin()
    end = metered.pass_ms(10)
    metered.meter.close()
    metered.pass_ms(50)
    metered.give("imu", stamps((begin, end - 1), (begin, end)))
    block = metered.meter.finish().links["imu"].block
    assert block.observations == 1
    assert block.means_ms["readable_read"] == pytest.approx(5, abs=0.001)
    assert block.means_ms["readable_painted"] == pytest.approx(8, abs=0.001)
    assert block.means_ms["sent_readable"] is None


def test_a_block_is_complete_when_a_chunk_from_behind_it_has_come(metered: Metered) -> None:
    metered.meter.begin()
    end = metered.pass_ms(10)
    for link in metered.bench.links.values():
        link.receive(ROW)  # received, not stored: its way has not ended
    assert not metered.meter.is_complete()
    metered.meter.close()
    assert not metered.meter.is_complete()
    metered.give("imu", stamps((end, end + 1)))
    assert not metered.meter.is_complete()
    metered.give("scope", stamps((end, end + 1)))
    assert metered.meter.is_complete()


def test_a_silent_link_is_not_waited_for(metered: Metered) -> None:
    metered.meter.begin()
    end = metered.pass_ms(10)
    metered.meter.close()
    metered.give("imu", stamps((end, end + 1)))
    assert metered.meter.is_complete()


def test_bytes_are_those_of_the_block_alone(metered: Metered) -> None:
    link = metered.bench.links["imu"]
    link.receive(ROW)
    metered.meter.begin()
    link.receive(ROW * 3)
    metered.pass_ms(10)
    metered.meter.close()
    link.receive(ROW)
    measured = metered.meter.finish()
    assert {name: each.block.bytes for name, each in measured.links.items()} == {"imu": 3 * len(ROW), "scope": 0}
    assert measured.seconds == 0.01
    assert measured.broken == ""


def test_refreshes_are_counted_and_the_longest_gap_reaches_the_borders(metered: Metered) -> None:
    begin = metered.clock.now_ns
    metered.meter.begin()
    for ms in (1, 5, 6):
        metered.bench.rig.refreshed.emit(Refresh(begin + ms * MS, 16.0, 1, ms))
    metered.pass_ms(30)
    metered.meter.close()
    metered.bench.rig.refreshed.emit(Refresh(begin + 31 * MS, 16.0, 1, 4))
    loop = metered.meter.finish().loop
    assert (loop.refreshes, loop.refresh_gap_ms) == (3, 24.0)


def test_the_backlog_is_the_most_that_waited_at_a_read(metered: Metered) -> None:
    at = metered.clock.now_ns
    metered.meter.begin()
    metered.give("imu", stamps((at, at + 1), backlog=500))
    metered.give("imu", stamps((at, at + 2), backlog=70))
    metered.pass_ms(10)
    links = metered.meter.finish().links
    assert (links["imu"].block.backlog_high, links["scope"].block.backlog_high) == (500, None)


def test_the_processor_time_of_no_reader_is_none_at_all_and_the_guis_is_measured(metered: Metered) -> None:
    metered.meter.begin()
    sum(range(200_000))
    metered.pass_ms(10)
    measured = metered.meter.finish()
    assert measured.cpu_s["readers"] == 0.0
    assert measured.wake_ups["readers"] == 0
    assert (measured.cpu_s["process"] or 0) > 0
    assert set(measured.cpu_s) == set(measured.wake_ups) == {"gui", "readers", "process"}


# -- what breaks a block


def whole(metered: Metered, act: Callable[[], object]) -> str:
    """Why a block with data is broken in which this is done."""
    metered.meter.begin()
    metered.bench.links["imu"].receive(ROW)
    act()
    metered.pass_ms(10)
    return metered.meter.finish().broken


def test_a_block_with_data_and_no_trouble_is_sound(metered: Metered) -> None:
    assert whole(metered, lambda: None) == ""


def test_a_link_that_closed_or_came_back_breaks_it(metered: Metered) -> None:
    scope = metered.bench.links["scope"]
    assert whole(metered, lambda: scope.lose("reset")) == "scope was not open"
    scope.accept()
    assert whole(metered, lambda: [scope.lose("reset"), scope.accept()]).startswith("scope was not open")


def test_a_mode_that_changed_breaks_it_also_where_it_changed_back(metered: Metered) -> None:
    imu = metered.bench.links["imu"]
    assert whole(metered, lambda: imu.set_transport("thread")) == "imu was handed over"
    assert whole(metered, lambda: [imu.set_transport("gui"), imu.set_transport("thread")]) == "imu was handed over"


def test_a_ledger_that_failed_breaks_it(metered: Metered) -> None:
    failed = metered.bench.rig.failed
    assert whole(metered, lambda: failed.emit("imu", "bytes: 1 is not 2")) == "the ledger of imu did not add up"


def test_what_happens_behind_a_block_does_not_break_it(metered: Metered) -> None:
    metered.meter.begin()
    metered.bench.links["imu"].receive(ROW)
    metered.pass_ms(10)
    metered.meter.close()
    metered.bench.links["scope"].lose("reset")
    assert metered.meter.finish().broken == ""


def test_a_block_in_which_nothing_came_is_broken(metered: Metered) -> None:
    metered.meter.begin()
    metered.pass_ms(10)
    assert metered.meter.finish().broken == "nothing was received"


# -- laps


def test_laps_give_each_chunk_once_in_the_lap_in_which_its_way_ended(metered: Metered) -> None:
    begin = metered.clock.now_ns
    metered.meter.begin()
    metered.give("imu", stamps((begin - 2, begin - 1), (begin, begin + MS)))
    metered.pass_ms(10)
    first = metered.meter.lap()
    metered.give("imu", stamps((begin, begin + 9 * MS), (begin, begin + 12 * MS)))
    metered.pass_ms(10)
    second = metered.meter.lap()
    assert [lap.links["imu"].block.observations for lap in (first, second)] == [1, 2]
    assert first.end_ns == second.begin_ns
    metered.meter.abandon()


def test_a_block_that_has_not_begun_has_no_end(metered: Metered) -> None:
    with pytest.raises(RuntimeError, match="has not begun"):
        metered.meter.finish()
    with pytest.raises(RuntimeError, match="has not begun"):
        metered.meter.lap()


def test_nothing_is_connected_and_nothing_runs_while_nothing_is_measured(metered: Metered) -> None:
    rig = metered.bench.rig

    def receivers() -> list[int]:
        return [rig.receivers(SIGNAL(each)) for each in ("stamped(QString,PyObject)", "refreshed(PyObject)")]

    before = receivers()
    for _ in range(3):
        metered.meter.begin()
        assert receivers() == [count + 1 for count in before]
        metered.meter.finish()
    for start in (metered.meter.begin, metered.meter.prepare):
        start()
        metered.meter.abandon()
        assert receivers() == before
    assert not metered.meter.is_measuring


def test_bytes_in_flight_are_waited_for(metered: Metered, monkeypatch: pytest.MonkeyPatch) -> None:
    """A chunk between thread and GUI is received by nobody yet, and was read in the block all the same."""
    plain = Link.statistics
    flying = {"bytes": 8}

    def statistics(link: Link) -> LinkStatistics:
        return replace(plain(link), in_flight=flying["bytes"])

    monkeypatch.setattr(Link, "statistics", statistics)
    metered.meter.begin()
    metered.pass_ms(10)
    metered.meter.close()
    assert not metered.meter.is_complete()
    flying["bytes"] = 0
    assert metered.meter.is_complete()
