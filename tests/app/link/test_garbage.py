"""While a SocketThread runs, what Python's collector destroys is destroyed in the GUI thread."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from app.link import garbage
from tests.app.link.peers import turn_loop, until


class Node:
    """Refers to itself: only the collector frees it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True)
def _held(qapp: QCoreApplication) -> Iterator[None]:
    garbage.hold()
    yield
    garbage.release()
    assert gc.isenabled()


def allocate() -> None:
    """More than enough for Python's collector to run, were it on."""
    kept = [[] for _ in range(50_000)]
    kept.clear()


def test_a_cycle_is_freed_by_the_gui_thread_though_another_allocates() -> None:
    freed: list[int] = []
    node = Node()
    weakref.finalize(node, lambda: freed.append(threading.get_native_id()))
    del node
    other = threading.Thread(target=allocate)
    other.start()
    other.join()
    assert not freed
    more = [[] for _ in range(gc.get_threshold()[0] + 1)]
    until(lambda: bool(freed), "the collection")
    assert freed == [threading.get_native_id()]
    assert more


def test_all_generations_are_collected_in_turn() -> None:
    done = {each: gc.get_stats()[each]["collections"] for each in range(3)}
    kept: list[list[int]] = []
    threshold = gc.get_threshold()
    gc.set_threshold(10, 1, 1)
    try:

        def all_were() -> bool:
            kept.extend([number] for number in range(100 + len(gc.get_objects(2))))
            return all(gc.get_stats()[each]["collections"] > done[each] for each in range(3))

        until(all_were, "a collection of each generation")
    finally:
        gc.set_threshold(*threshold)


def test_a_collector_that_somebody_switched_off_by_its_threshold_stays_off() -> None:
    threshold = gc.get_threshold()
    gc.set_threshold(0)
    try:
        before = [each["collections"] for each in gc.get_stats()]
        allocate()
        turn_loop(5)
        assert [each["collections"] for each in gc.get_stats()] == before
    finally:
        gc.set_threshold(*threshold)


def test_a_thread_that_nobody_waits_for_holds_it_until_it_has_ended() -> None:
    ended = threading.Event()
    waits = threading.Thread(target=ended.wait)
    garbage.start(waits)
    garbage.release()
    assert not gc.isenabled()
    ended.set()
    waits.join()
    until(gc.isenabled, "the collector to be Python's again")
    garbage.hold()


def test_the_last_to_release_it_hands_it_back_to_python() -> None:
    garbage.hold()
    garbage.release()
    assert not gc.isenabled()
