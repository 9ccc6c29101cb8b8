"""Whoever is about to show what there is gets what a thread has read by then, ahead of the event that brings it."""

from __future__ import annotations

import time

import pytest

from app.link.contract import State
from tests.app.link.conftest import MakeLink
from tests.app.link.peers import PATIENCE_S, Server, until


@pytest.fixture
def mode() -> dict[str, str]:
    return {}


def test_what_a_thread_has_read_is_given_out_without_a_turn_of_the_loop(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server, transport="thread")
    link.open()
    until(lambda: link.statistics().thread is not None)
    server.accept().sendall(b"read while the window stood still")
    deadline = time.monotonic() + PATIENCE_S
    while link.statistics().in_flight < 33:
        assert time.monotonic() < deadline
    assert heard.bytes() == b""
    link.hand_on()
    assert heard.bytes() == b"read while the window stood still"
    assert link.statistics().in_flight == 0


@pytest.mark.parametrize("transport", ["gui", "thread"])
def test_there_may_be_nothing_to_give_out(link_to: MakeLink, server: Server, transport: str) -> None:
    link, heard = link_to(server, transport=transport)
    link.hand_on()
    link.open()
    link.hand_on()
    until(lambda: link.state is State.OPEN)
    link.hand_on()
    server.accept().sendall(b"abc")
    until(lambda: heard.bytes() == b"abc")
    link.hand_on()
    assert heard.bytes() == b"abc"
