"""How swaps are awaited, and how the gaps between refreshes are attributed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from app.bench.counters import counters
from app.bench.fixed_frames import fixed_frames
from app.bench.swapping import COLUMNS, Gaps, Swapping, Toggled, problems
from app.link.contract import Link
from app.rig import Rig
from app.stream import Chunk
from tests.ui.fake_link import FakeLinks

MS = 1_000_000


class Moving(Link):
    """A link that settles when it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.mode = self.wished = "gui"

    @property
    def wished_transport(self) -> str:
        return self.wished

    def set_transport(self, mode: str) -> None:
        self.wished = mode
        self.transportChanged.emit(self.mode)

    def settle(self, mode: str) -> None:
        self.mode = mode
        self.transportChanged.emit(mode)


@pytest.fixture
def moving(qapp: QCoreApplication) -> tuple[Moving, Toggled, QObject]:
    owner, link = QObject(), Moving()
    return link, Toggled(link, owner), owner


def test_a_toggle_is_over_when_the_link_has_settled_in_the_other_mode(moving) -> None:
    link, toggled, _ = moving
    toggled.toggle(1)
    assert (link.wished, toggled.is_settled) == ("thread", False)
    link.settle("thread")
    assert toggled.is_settled
    toggled.toggle(1)
    assert link.wished == "gui"


def test_a_toggle_that_is_taken_back_is_not_over_halfway(moving) -> None:
    link, toggled, _ = moving
    link.mode = link.wished = "thread"
    toggled.toggle(1)
    link.settle("thread")
    toggled.toggle(2)
    assert (link.wished, toggled.is_settled) == ("thread", False)
    link.settle("gui")
    assert not toggled.is_settled
    link.settle("thread")
    assert toggled.is_settled


def test_what_a_link_receives_is_checked(moving) -> None:
    link, toggled, _ = moving
    link.bytesReceived.emit(Chunk(memoryview(counters(0, 3)), 0, 1, 1, 1))
    link.bytesReceived.emit(Chunk(memoryview(counters(4, 3)), 24, 1, 1, 1))
    assert (toggled.check.received, toggled.check.lost) == (48, 8)


def gaps_of(times_ms: list[int], swaps: list[tuple[int, int]], quiet: list[tuple[int, int]]) -> Gaps:
    gaps = Gaps()
    gaps.times.extend(at * MS for at in times_ms)
    for name, spans in (("swaps", swaps), ("quiet", quiet)):
        for begin, end in spans:
            gaps.add(name, begin * MS, end * MS)
    return gaps


def test_the_longest_gap_of_each_phase_is_found() -> None:
    gaps = gaps_of([0, 10, 20, 50, 60, 70, 80, 95, 100], [(10, 60)], [(60, 100)])
    assert gaps.longest_ms("swaps") == [30.0]
    assert gaps.longest_ms("quiet") == [15.0]


def test_a_gap_over_the_border_of_two_phases_belongs_to_the_swaps() -> None:
    gaps = gaps_of([0, 10, 20, 60, 70, 80], [(10, 40)], [(40, 80)])
    assert gaps.longest_ms("swaps") == [40.0]
    assert gaps.longest_ms("quiet") == [10.0]


def test_a_phase_without_a_refresh_is_one_gap() -> None:
    assert gaps_of([], [(10, 90)], []).longest_ms("swaps") == [80.0]


def test_a_ledger_that_fails_and_a_second_connection_are_problems(qapp: QCoreApplication) -> None:
    links = FakeLinks()
    rig = Rig(fixed_frames([7001, 7002], "u64", COLUMNS), links)
    swapping = Swapping(rig, 10, 1)
    assert problems(rig, swapping) == []
    links.made[0].accept()
    links.made[0].lose("gone")
    links.made[0].accept()
    rig.failures["d7002"] = ["bytes: no"]
    swapping.problem = "stuck"
    assert problems(rig, swapping) == ["stuck", "d7002: bytes: no", "d7001 was connected again"]
    swapping._stuck.stop()
    rig.clock.stop()
