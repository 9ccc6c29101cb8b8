"""Address space that becomes memory where it is touched, and can be given back."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

import pytest

from app.store.memory import HEAP_BYTES, PAGE_BYTES, Reserve, has_room

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc/self/statm")
MIB = 1 << 20


def resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


@linux_only
def test_reserving_costs_no_memory_touching_does_and_releasing_gives_it_back():
    before = resident_bytes()
    reserve = Reserve(64 * MIB)
    assert resident_bytes() - before < 8 * MIB
    reserve.touch(0, 32 * MIB)
    assert resident_bytes() - before > 24 * MIB
    reserve.release(0, 32 * MIB)
    assert resident_bytes() - before < 8 * MIB


def test_only_whole_pages_within_the_stretch_are_released():
    reserve = Reserve(HEAP_BYTES + 4 * PAGE_BYTES)
    reserve.bytes[:] = 7
    reserve.release(PAGE_BYTES - 1, 2 * PAGE_BYTES + 1)
    assert reserve.bytes[:PAGE_BYTES].min() == 7
    assert reserve.bytes[2 * PAGE_BYTES :].min() == 7


def test_a_small_reserve_comes_from_the_heap_and_releasing_it_changes_nothing():
    reserve = Reserve(1000)
    reserve.bytes[:] = 3
    reserve.release(0, 1000)
    assert reserve.bytes.min() == 3


def test_too_much_is_a_memory_error_that_says_how_much():
    with pytest.raises(MemoryError, match=str(1 << 62)):
        Reserve(1 << 62)


@linux_only
@pytest.mark.parametrize("is_populated", [True, False], ids=["populated", "an older kernel"])
def test_touching_makes_memory_of_the_stretch_alone(is_populated, monkeypatch):
    if not is_populated:
        monkeypatch.setattr(Reserve, "_populate", lambda *_: False)
    reserve = Reserve(64 * MIB)
    before = resident_bytes()
    reserve.touch(8 * MIB + 100, 40 * MIB)
    assert 24 * MIB < resident_bytes() - before < 40 * MIB


def test_touching_changes_nothing_before_the_stretch():
    reserve = Reserve(HEAP_BYTES + 4 * PAGE_BYTES)
    reserve.bytes[: PAGE_BYTES + 100] = 7
    reserve.touch(PAGE_BYTES + 100, 3 * PAGE_BYTES)
    assert reserve.bytes[: PAGE_BYTES + 100].min() == 7


@linux_only
def test_address_space_beyond_the_machines_memory_can_be_reserved():
    Reserve(1 << 42)


def test_whether_there_is_room_is_asked_without_taking_it():
    assert has_room(64 * MIB)
    assert not has_room(1 << 62)
    assert not has_room(1 << 70)
