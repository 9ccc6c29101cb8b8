"""Links to test, each over every transport and mode; servers; and nothing left open behind."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app.link.contract import Link, State
from app.link.factory import LINKS
from app.link.options import TcpOptions
from tests.app.link.peers import Recorder, Server, until

# Each passes every contract test. A new transport or mode is a line here.
TRANSPORTS = [
    pytest.param({"transport": "gui"}, id="tcp-gui"),
    pytest.param({"transport": "thread"}, id="tcp-thread"),
]


def no_luck() -> float:
    """Dice that make each pause before an attempt as long as it may be."""
    return 0.0


NO_SEAMS: Mapping[str, Any] = {}
MakeLink = Callable[..., tuple[Link, Recorder]]


@pytest.fixture(autouse=True)
def _no_look_up_is_left(qapp: QCoreApplication) -> Iterator[None]:
    """Nobody waits for one; but the timer that collects garbage meanwhile is seen as left behind."""
    yield
    until(gc.isenabled, "the look-ups to end")


@pytest.fixture(autouse=True)
def _no_socket_is_left_open(qapp: QCoreApplication) -> Iterator[None]:
    before = _sockets()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert _sockets() <= before, "the test left a socket open"


def _sockets() -> set[str]:
    """The inodes of this process's sockets, each as often as it is open; empty where there is no /proc."""
    found = set()
    for number in os.listdir("/proc/self/fd") if os.path.isdir("/proc/self/fd") else ():
        try:
            target = os.readlink(f"/proc/self/fd/{number}")
        except OSError:  # the listing's own
            continue
        if target.startswith("socket:"):
            found.add(f"{number} {target}")
    return found


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture(params=TRANSPORTS)
def mode(request: pytest.FixtureRequest) -> dict[str, Any]:
    """What the options of a link say of its transport and mode."""
    return dict(request.param)


@pytest.fixture
def link_to(mode: dict[str, Any]) -> Iterator[MakeLink]:
    """Makes links; each is closed at the end of the test, and must then be idle soon."""
    made: list[tuple[Link, Recorder]] = []

    def make(
        server: Server, *, keep: bool = True, seams: Mapping[str, Any] = NO_SEAMS, **options: Any
    ) -> tuple[Link, Recorder]:
        wanted = {"host": server.host, "port": server.port, "retry": 10_000_000, "retry_most": 10_000_000}
        given = TcpOptions(**wanted | mode | options)
        link = LINKS[type(given)](given, random=no_luck, **seams)
        made.append((link, Recorder(link, keep=keep)))
        return made[-1]

    yield make
    for link, _ in made:
        link.close()
    until(lambda: all(link.state is State.IDLE for link, _ in made), "all links to be idle")
