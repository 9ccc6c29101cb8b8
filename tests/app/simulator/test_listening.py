"""Opening ports, and the words for what goes wrong."""

from __future__ import annotations

import socket
import sys

import pytest

from app.simulator.listening import CannotListenError, link_text, listen, reachable_host


def test_the_system_chooses_a_port_that_can_be_connected_to():
    with listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        assert listener.getsockname()[1] > 0
        assert listener.getblocking() is False


def test_a_taken_port_is_named():
    with listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(CannotListenError, match=f"port {port} is taken: another program listens on 127.0.0.1"):
            listen("127.0.0.1", port)


def test_a_port_is_free_again_at_once_after_its_connections():
    with listen("127.0.0.1", 0) as listener:
        address = listener.getsockname()
        client = socket.create_connection(address)
        listener.setblocking(True)
        server, _ = listener.accept()
        server.close()  # first, so that this side keeps the connection in TIME_WAIT
        client.close()
    listen(*address).close()


@pytest.mark.parametrize("host", ["no such host", "a..b", "host.invalid"])
def test_an_unknown_host_is_said_to_be_unknown(host):
    with pytest.raises(CannotListenError, match="is not known"):
        listen(host, 0)


def test_an_address_of_another_machine_is_said_to_be_one():
    with pytest.raises(CannotListenError, match="not an address of this machine"):
        listen("192.0.2.1", 0)  # of the block for documentation (RFC 5737)


def test_a_wildcard_is_reached_by_the_loopback_address():
    with listen("0.0.0.0", 0) as listener:
        assert reachable_host(listener) == "127.0.0.1"


def test_ipv6_addresses_stand_in_brackets():
    assert link_text("::1", 7001) == "tcp://[::1]:7001"
    assert link_text("127.0.0.1", 7001) == "tcp://127.0.0.1:7001"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a socket that does not listen gives its port back")
def test_a_socket_that_stops_listening_keeps_its_port_though_the_system_chose_it():
    with listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)
        assert listener.getsockname()[1] == port
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port))
        listener.listen()
        socket.create_connection(("127.0.0.1", port)).close()
