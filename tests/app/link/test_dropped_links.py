"""Links that nobody closes: they are forgotten in cycles, and Python's collector takes them apart in its own order.

It may empty one Python object of a cycle before Qt destroys another and says so, so that a slot of the first runs on
half an object. Whatever the order: no exception comes out of it, the device gets its FIN, and no thread is left.
"""

from __future__ import annotations

import gc
import random
import sys
from collections.abc import Iterator
from types import TracebackType

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from app.link import socket_thread
from app.link.pulse import pulse
from app.link.reader import SocketReader
from app.link.tcp import TcpLink
from tests.app.link.peers import Server, until
from tests.app.link.points_of_life import brought

STANDS_STILL = pytest.mark.skip(
    reason="PySide 6.11 can deadlock here: a reader's moveToThread keeps Python's lock and waits for one of Qt's, "
    "~QObject in the window's thread has that one and waits for Python's; seen once in four whole runs"
)
BEFORE = [
    "dialling",
    "home",
    *(pytest.param(each, marks=STANDS_STILL) for each in ("going", "away", "coming", "closing")),
]
ROUNDS, AT_ONCE = 10, 10


@pytest.fixture
def raised(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What came out of slots and of finalizers; the test fails by it."""
    raised: list[str] = []

    def note(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        raised.append(f"{kind.__name__}: {error}")

    monkeypatch.setattr(sys, "excepthook", note)
    yield raised
    assert not raised


def forget(links: list[TcpLink], dice: random.Random) -> None:
    """Tie them and what they hold together, let the collector put them in another order a few times, and drop all."""
    parts: list[QObject] = [link._handover._reader for link in links]
    parts += [each for link in links for each in (link, link._handover, link._dial, *link._dial._running.values())]
    dice.shuffle(parts)
    for part in parts:
        if not isinstance(part, SocketReader):  # those in a thread are held by it: all would be
            part.others = parts  # type: ignore[attr-defined]
    for generation in range(dice.randrange(4)):
        held = dice.sample(parts, dice.randrange(len(parts)))
        gc.collect(min(generation, 2))
        del held
    del part, parts
    links.clear()
    gc.collect()


@pytest.mark.parametrize("before", BEFORE)
def test_links_that_are_forgotten_in_a_cycle_let_go_of_all(server: Server, raised: list[str], before: str) -> None:
    dice = random.Random(before)
    for _ in range(ROUNDS):
        links = [brought(server, before) for _ in range(dice.randrange(1, AT_ONCE))]
        peers = [server.accept() for _ in links]
        forget(links, dice)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        until(lambda: not socket_thread._running, "the threads' end")
        until(lambda: not pulse()._timer.isActive(), "the pulse to miss its members")
        assert not raised
        for peer in peers:
            assert peer.recv(100) in (b"", b"unread")
            peer.close()
