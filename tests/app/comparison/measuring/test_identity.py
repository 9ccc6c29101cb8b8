"""The kernel tells which socket a link reads: its inode and its addresses, for one connection of ours alone."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator

import pytest

from app.comparison.measuring.identity import address_of, own_socket_among, own_sockets

linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's tables are Linux's")


@pytest.fixture(params=["127.0.0.1", "::1"])
def listener(request: pytest.FixtureRequest) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in request.param else socket.AF_INET
    with socket.create_server((request.param, 0), family=family) as made:
        yield made


def shown(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


@linux
def test_a_connection_is_known_by_its_inode_and_both_addresses(listener: socket.socket) -> None:
    with socket.create_connection(listener.getsockname()[:2]) as ours:
        found = own_socket_among(own_sockets(), shown(listener))
        assert found is not None
        assert found.inode == os.fstat(ours.fileno()).st_ino
        assert found.local == ours.getsockname()[:2]
        assert found.remote == listener.getsockname()[:2]


@linux
def test_a_duplicate_of_the_descriptor_is_the_same_socket(listener: socket.socket) -> None:
    with socket.create_connection(listener.getsockname()[:2]) as ours, ours.dup():
        found = own_socket_among(own_sockets(), shown(listener))
        assert found is not None
        assert found.inode == os.fstat(ours.fileno()).st_ino


@linux
def test_of_two_connections_to_one_address_none_is_chosen(listener: socket.socket) -> None:
    address = listener.getsockname()[:2]
    with socket.create_connection(address), socket.create_connection(address):
        assert own_socket_among(own_sockets(), shown(listener)) is None


@pytest.mark.parametrize("remote", ["127.0.0.1:1", "", "no address at all", "127.0.0.1"])
def test_where_there_is_no_connection_there_is_none(remote: str) -> None:
    assert own_socket_among(own_sockets(), remote) is None


@pytest.mark.skipif(sys.byteorder != "little", reason="the table's words are in the machine's own order")
@pytest.mark.parametrize(
    ("word", "address"),
    [
        ("0100007F:1B59", ("127.0.0.1", 7001)),
        ("00000000000000000000000001000000:01BB", ("::1", 443)),
        ("B80D0120000000000000000001000000:0050", ("2001:db8::1", 80)),
    ],
)
def test_the_kernels_way_to_print_an_address_is_read(word: str, address: tuple[str, int]) -> None:
    assert address_of(word) == address
