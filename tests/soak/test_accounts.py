"""Connections are compared as they end, whichever side says so first, and what does not hold is told."""

from __future__ import annotations

import hashlib
from types import SimpleNamespace

import pytest

from app.link.contract import Link
from app.stream import Chunk, End
from tests.faults.oracle import Sent
from tests.soak.accounts import Accounts

STREAMS = {1: b"one" * 20, 2: b"two" * 20, 3: b"three" * 20}


class OneLink(Link):
    """Says what it is told to say."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = 0

    def statistics(self):
        return SimpleNamespace(opened=self.opened)

    def carry(self, data: bytes) -> None:
        self.opened += 1
        self.bytesReceived.emit(Chunk(memoryview(data), 0, self.opened, 0, 0))

    def end(self, count: int) -> None:
        self.ended.emit(End(count, self.opened, "closed", 0))


def digest(_device: str, connection: int, count: int) -> str | None:
    data = STREAMS[connection]
    return hashlib.blake2b(data[:count], digest_size=16).hexdigest() if count <= len(data) else None


def sent(connection: int, how="fin", unsent=0) -> Sent:
    size = len(STREAMS[connection])
    return Sent(connection, size, size, unsent, frames=20, damaged=0, how=how)


@pytest.fixture
def link() -> OneLink:
    return OneLink()


@pytest.fixture
def accounts(link) -> Accounts:
    made = Accounts(SimpleNamespace(name="d", link=link), SimpleNamespace(digest=digest))
    for connection in STREAMS:
        made.opened(connection)
    return made


@pytest.mark.parametrize("they_close_first", [True, False])
def test_a_connection_that_carried_what_was_sent_is_compared_and_well(link, accounts, they_close_first):
    link.carry(STREAMS[1])
    link.end(60)
    if they_close_first:
        accounts.closed(sent(1))
    accounts.settle()
    if not they_close_first:
        accounts.closed(sent(1))
    assert (accounts.compared, accounts.complaints) == (1, [])


def test_bytes_that_are_missing_at_the_end_are_told(link, accounts):
    link.carry(STREAMS[1][:-1])
    link.end(59)
    accounts.settle()
    accounts.closed(sent(1))
    assert accounts.complaints == ["d: connection 1 (fin): expected 60 bytes, received 59"]


def test_bytes_that_nobody_sent_are_told(link, accounts):
    link.carry(b"nobody")
    link.end(6)
    accounts.settle()
    (line,) = accounts.complaints
    assert "the beginning of none sent" in line


@pytest.mark.parametrize(("count", "is_short"), [(50, False), (49, True)])
def test_where_the_simulator_no_longer_knows_the_bytes_their_number_is_judged_all_the_same(link, count, is_short):
    accounts = Accounts(SimpleNamespace(name="d", link=link), SimpleNamespace(digest=lambda *_: None))
    accounts.opened(1)
    link.carry(STREAMS[1][:count])
    link.end(count)
    accounts.closed(sent(1, how="rst", unsent=10))
    accounts.settle()
    assert (accounts.compared, accounts.unknown) == (0, 1)
    assert bool(accounts.complaints) is is_short


@pytest.mark.parametrize("closed_late", [True, False])
def test_a_connection_of_which_nothing_came_though_it_was_acknowledged_is_told(link, accounts, closed_late):
    if not closed_late:
        accounts.closed(sent(1, how="rst"))
    link.carry(STREAMS[2])
    link.end(60)
    accounts.settle()
    if closed_late:
        accounts.closed(sent(1, how="rst"))
    assert accounts.complaints == ["d: connection 1 (rst): expected 60 bytes, received 0"]


def test_a_connection_that_is_open_at_the_end_is_compared_too(link, accounts):
    link.carry(STREAMS[1][:30])
    accounts.settle_open()
    accounts.closed(sent(1))
    link.bytesReceived.emit(Chunk(memoryview(STREAMS[1][30:]), 30, 1, 0, 0))
    link.end(60)
    accounts.finish()
    assert (accounts.compared, accounts.complaints) == (1, [])
