"""What the tests of the senders have in common: a client, without a network."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from tests.command import STUCK_S


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    """A sender's end and its client's, which waits a bounded time."""
    ours, theirs = socket.socketpair()
    theirs.settimeout(STUCK_S)
    with ours, theirs:
        yield ours, theirs
