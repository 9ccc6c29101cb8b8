"""A connection that is gone without a word, over both families, without any privilege."""

from __future__ import annotations

import socket
import sys

import pytest

from app.simulator.connection import outstanding
from app.simulator.deafness import deafen, silence
from tests.app.simulator.process import STUCK_S

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="socket filters and TCP signatures are Linux's")


@pytest.fixture(params=[(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")], ids=["IPv4", "IPv6"])
def pair(request):
    family, host = request.param
    try:
        listener = socket.create_server((host, 0), family=family)
    except OSError:
        pytest.skip("no such family here")
    with listener:
        client = socket.create_connection(listener.getsockname()[:2], timeout=STUCK_S)
        server, _ = listener.accept()
    with client, server:
        yield client, server


def test_the_deaf_acknowledge_nothing(pair):
    client, server = pair
    deafen(server)
    client.sendall(b"hello")
    server.settimeout(0.2)
    with pytest.raises(TimeoutError):
        server.recv(1)
    assert outstanding(client) == 5


def test_the_silent_are_not_heard_to_close(pair):
    client, server = pair
    deafen(server)
    if not silence(server):
        pytest.skip("this kernel has no TCP signatures")
    server.close()
    client.settimeout(0.3)
    with pytest.raises(TimeoutError):
        client.recv(1)


def test_a_client_that_has_gone_cannot_be_silenced_and_costs_no_exception():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        client = socket.create_connection(listener.getsockname())
        server, _ = listener.accept()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    client.close()
    with server:
        with pytest.raises(ConnectionResetError):
            server.recv(1)
        assert silence(server) is False
