"""A name server that is silent, a name that is unknown until later: what is told, and that nobody waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.environment.children import child, observed, reports, state_is
from tests.environment.namespaces import Namespace, namespace

RETRY_NS = 50_000_000
LINK = {"retry": RETRY_NS, "retry_most": RETRY_NS}
NAME = "bench.invalid"  # RFC 2606: never there by itself
SESSION = f"""
[[device]]
name = "bench"
link = "tcp://{NAME}:7001"
decoding = {{ type = "csv", fields = ["n"] }}
"""
SILENT = """
import socket, sys
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
    server.bind(("127.0.0.1", 53))
    print('{"event": "silent"}', flush=True)
    sys.stdin.read()
"""
DEVICE = """
import socket, sys
with socket.create_server(("127.0.0.1", 7001)) as listener:
    print('{"event": "listens"}', flush=True)
    peer, _ = listener.accept()
    peer.sendall(b"1\\n2\\n")
    sys.stdin.read()
"""


@pytest.fixture
def session(tmp_path: Path) -> Path:
    file = tmp_path / "named.toml"
    file.write_text(
        f'[[device]]\nname = "bench"\nlink = "tcp://{NAME}:7001"\ndecoding = {{ type = "csv", fields = ["n"] }}\n'
    )
    return file


def test_quitting_does_not_wait_for_a_name_server_that_never_answers(session):
    with observed(session, resolver="silent", link=LINK) as rig:
        rig.await_(state_is("resolving"), "the look-up")
        (device,) = reports(rig.end())
    assert device["state"] == "resolving"
    assert (device["opened"], device["ledger"]["balanced"]) == (0, True)


@pytest.fixture
def own_names(tmp_path: Path) -> Iterator[tuple[Namespace, Path]]:
    """A network with a name server that gets every question and answers none, and the file of known hosts."""
    hosts, resolver = tmp_path / "hosts", tmp_path / "resolv.conf"
    hosts.write_text("127.0.0.1 localhost\n")
    resolver.write_text("nameserver 127.0.0.1\noptions timeout:1 attempts:1\n")
    with namespace({"/etc/hosts": hosts, "/etc/resolv.conf": resolver}) as network:
        yield network, hosts


def test_a_name_that_is_unknown_until_later_is_told_at_each_step(own_names, session):
    network, hosts = own_names
    with (
        child("-c", SILENT, inside=network.inside) as server,
        child("-c", DEVICE, inside=network.inside) as device,
    ):
        server.await_(lambda told: told["event"] == "silent", "the name server")
        device.await_(lambda told: told["event"] == "listens", "the device")
        with observed(session, inside=network.inside, link=LINK) as rig:
            rig.await_(state_is("waiting", f"name server does not answer for {NAME}"), "the reason")
            hosts.write_text(f"127.0.0.1 localhost {NAME}\n")
            rig.await_(state_is("open"), "the device")
            rig.await_(lambda told: told["event"] == "second" and told["decoded"] == 2, "its rows")
            (told,) = reports(rig.end())
    assert told["ledger"]["balanced"]
    assert told["opened"] == 1
