"""A device that floods at the machine's limit leaves the others their turns, over every transport and mode."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from app.link.contract import Link, State
from tests.app.link.conftest import MakeLink
from tests.app.link.peers import Flood, Recorder, Server, until, words

CALM = 4
ROUNDS = 60
TURNS_BETWEEN = 10  # of the flood while a calm device's bytes wait: a round of the loop is one of each, and some slack


@pytest.fixture
def servers() -> Iterator[list[Server]]:
    servers = [Server() for _ in range(1 + CALM)]
    yield servers
    for server in servers:
        server.close()


def opened(link_to: MakeLink, servers: list[Server]) -> list[tuple[Link, Recorder]]:
    made = [link_to(server, keep=False) for server in servers]
    for link, _ in made:
        link.open()
    until(lambda: all(link.state is State.OPEN for link, _ in made), "all links to open")
    return made


def test_one_flood_starves_nobody(link_to: MakeLink, servers: list[Server], mode: dict[str, Any]) -> None:
    made = opened(link_to, servers)
    (_, heard_flood), calm = made[0], [heard for _, heard in made[1:]]
    flood = Flood(servers[0].accept())
    peers = [server.accept() for server in servers[1:]]
    waited = []
    try:
        until(lambda: heard_flood.turns > ROUNDS, "the flood")
        for number in range(ROUNDS):
            before = heard_flood.turns
            for peer in peers:
                peer.sendall(words(number, 1))
            until(lambda sent=number + 1: all(heard.count == 8 * sent for heard in calm), "the calm devices' bytes")
            waited.append(heard_flood.turns - before)
    finally:
        flood.stop()
    until(lambda: heard_flood.count == flood.sent, "all of the flood")
    until(lambda: all(link.statistics().starved is not None for link, _ in made), "the threads' answers")
    assert [link.statistics().starved for link, _ in made] == [0] * (1 + CALM)
    if mode["transport"] == "gui":  # in threads the flood's turns are not the window's
        assert sorted(waited)[ROUNDS // 2] <= TURNS_BETWEEN
