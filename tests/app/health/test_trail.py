"""Every chunk comes out once, in order, with the times of its way; memory stays bounded whoever looks."""

from __future__ import annotations

from array import array

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.health import trail as module
from app.health.stamps import UNKNOWN, Stamps
from app.health.trail import Trail
from app.stream import Chunk


def chunk(number: int, size: int = 4, backlog: int | None = None) -> Chunk:
    """Chunk `number`, read at 1000 times that and known empty 300 before."""
    return Chunk(memoryview(bytes(size)), number * size, 1, 1000 * number, 1000 * number - 300, backlog=backlog)


def store(trail: Trail, *numbers: int, at: int = 10**9, **words: object) -> None:
    received = array("q", [1000 * number + 20 for number in numbers])
    trail.stored([chunk(number) for number in numbers], received, at, **words)  # type: ignore[arg-type]


def numbers(stamps: Stamps) -> list[int]:
    return (stamps.read_ns // 1000).tolist()


def test_without_a_window_the_way_ends_in_the_history():
    trail = Trail()
    trail.stored([chunk(1, 60, backlog=90), chunk(2, 80)], array("q", [1100, 2100]), 5000)
    stamps = trail.take()
    assert stamps.sizes.tolist() == [60, 80]
    assert stamps.backlog.tolist() == [90, UNKNOWN]
    assert stamps.sent_ns.tolist() == [UNKNOWN, UNKNOWN]
    assert stamps.known_empty_ns.tolist() == [700, 1700]
    assert stamps.read_ns.tolist() == [1000, 2000]
    assert stamps.received_ns.tolist() == [1100, 2100]
    assert stamps.stored_ns.tolist() == [5000, 5000]
    assert stamps.painted_ns.tolist() == [UNKNOWN, UNKNOWN]
    assert len(trail.take()) == 0


def test_only_what_was_drawn_before_a_paint_is_painted_by_it():
    trail = Trail()
    trail.paints = True
    store(trail, 1)
    trail.painted(7)  # of something else: nothing was drawn
    assert len(trail.take()) == 0
    trail.drawn()
    store(trail, 2)
    trail.painted(8)
    stamps = trail.take()
    assert (numbers(stamps), stamps.painted_ns.tolist()) == ([1], [8])
    trail.painted(9)
    assert len(trail.take()) == 0


def test_what_waits_when_the_painting_stops_is_not_painted_later():
    trail = Trail()
    trail.paints = True
    store(trail, 1)
    trail.drawn()
    trail.paints = False
    store(trail, 2)
    trail.paints = True
    trail.drawn()
    trail.painted(9)
    assert trail.take().painted_ns.tolist() == [UNKNOWN, UNKNOWN]


def test_a_chunk_has_the_sending_time_of_its_newest_row_and_none_where_no_row_ends():
    trail = Trail()
    first, second = (np.array([1000, 3000]), np.array([900, 2900])), (np.array([1000]), np.array([950]))
    store(trail, 1, 2, 3, sent=[first, second])
    assert trail.take().sent_ns.tolist() == [950, UNKNOWN, 2900]


def test_a_sending_time_of_a_read_that_is_gone_is_nobodys():
    trail = Trail()
    store(trail, 5, sent=[(np.array([4000, 9000]), np.array([1, 2]))])
    assert trail.take().sent_ns.tolist() == [UNKNOWN]


def test_too_many_that_wait_for_the_paint_are_given_out_unpainted(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MAX_CHUNKS", 3)
    trail = Trail()
    trail.paints = True
    store(trail, 1, 2)
    trail.drawn()
    store(trail, 3, 4)
    assert numbers(trail.take()) == [1, 2]
    trail.painted(9)  # those that were drawn are out
    assert len(trail.take()) == 0
    trail.drawn()
    trail.painted(10)
    assert trail.take().painted_ns.tolist() == [10, 10]


def test_what_nobody_takes_is_forgotten_the_oldest_first_and_counted(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MAX_DONE", 4)
    trail = Trail()
    for number in range(1, 10):
        store(trail, number)
    assert len(trail) == 4
    assert trail.forgotten == 5
    assert numbers(trail.take()) == [6, 7, 8, 9]


class Ways(RuleBasedStateMachine):
    """A trail beside a list of what each chunk should come out with, in any order of events."""

    def __init__(self) -> None:
        super().__init__()
        self.trail = Trail()
        self.now = 0
        self.paints = False
        self.fed = 0
        self.open: list[list[int]] = []  # of the painting ones: number, stored, drawn
        self.due: list[tuple[int, int, int]] = []
        self.out: list[tuple[int, int, int]] = []

    @rule(count=st.integers(1, 4))
    def store(self, count: int) -> None:
        self.now += 1
        taken = range(self.fed + 1, self.fed + 1 + count)
        store(self.trail, *taken, at=self.now)
        self.fed += count
        for number in taken:
            if self.paints:
                self.open.append([number, self.now, 0])
            else:
                self.due.append((number, self.now, UNKNOWN))

    @rule()
    def draw(self) -> None:
        self.trail.drawn()
        for each in self.open:
            each[2] = 1

    @rule()
    def paint(self) -> None:
        self.now += 1
        self.trail.painted(self.now)
        self.due += [(number, stored, self.now) for number, stored, drawn in self.open if drawn]
        self.open = [each for each in self.open if not each[2]]

    @rule(paints=st.booleans())
    def turn(self, paints: bool) -> None:
        self.trail.paints = self.paints = paints
        if not paints:
            self.due += [(number, stored, UNKNOWN) for number, stored, _ in self.open]
            self.open = []

    @rule()
    def take(self) -> None:
        stamps = self.trail.take()
        rows = zip(numbers(stamps), stamps.stored_ns.tolist(), stamps.painted_ns.tolist(), strict=True)
        self.out += rows
        assert self.out == self.due

    @invariant()
    def nothing_is_forgotten(self) -> None:
        assert self.trail.forgotten == 0
        assert len(self.trail) == self.fed - len(self.out)

    def teardown(self) -> None:
        self.turn(paints=False)
        self.take()
        assert [number for number, _, _ in self.out] == list(range(1, self.fed + 1))


TestWays = Ways.TestCase
TestWays.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


@given(
    batches=st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["", "draw", "paint", "take", "hide"])), max_size=25)
)
def test_with_little_room_each_chunk_is_given_out_once_in_order_or_counted_as_forgotten(batches):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MAX_CHUNKS", 5)
        patch.setattr(module, "MAX_DONE", 7)
        trail, fed, out = Trail(), 0, []
        trail.paints = True
        for now, (count, what) in enumerate(batches, start=1):
            assert trail.paints
            store(trail, *range(fed + 1, fed + 1 + count), at=now)
            fed += count
            if what == "draw":
                trail.drawn()
            elif what == "paint":
                trail.painted(now)
            elif what == "hide":
                trail.paints = False
                trail.paints = True
            elif what == "take":
                out += numbers(trail.take())
            assert len(trail) + len(out) + trail.forgotten == fed
            assert len(trail) <= 5 + 7 + 4  # a block is not cut
    trail.paints = False
    out += numbers(trail.take())
    assert out == sorted(set(out))
    assert len(out) + trail.forgotten == fed


@given(st.lists(st.tuples(st.integers(1, 3), st.booleans(), st.integers(0, 99)), min_size=1, max_size=12))
def test_each_chunk_has_the_newest_sending_time_of_the_rows_that_it_brought(chunks):
    """A read may bring no row, and rows may tell of a read that is none of these."""
    trail = Trail()
    rows = {1000 * number: sent for number, (_, has_rows, sent) in enumerate(chunks, start=1) if has_rows}
    rows[999_999_000] = 5
    pairs = (np.array(list(rows), np.int64), np.array(list(rows.values()), np.int64))
    store(trail, *range(1, len(chunks) + 1), sent=[pairs])
    expected = [sent if has_rows else UNKNOWN for _, has_rows, sent in chunks]
    assert trail.take().sent_ns.tolist() == expected
