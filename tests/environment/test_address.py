"""An address that goes away under a connection and comes back, in a network of the test's own.

The device serves an address of the loopback interface. Without the address the kernel cannot deliver what the device
sends; TCP goes on trying, so a short absence is a silence and nothing is lost. A link that was told to reconnect on
silence says why each attempt fails, and is back when the address is.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.environment.children import Told, observed, reports, simulated, stale_is, state_is
from tests.environment.namespaces import Namespace, namespace

ADDRESS = "10.77.0.1"
LINK = {"retry": 100_000_000, "retry_most": 200_000_000, "stale_after": 500_000_000}


@pytest.fixture
def network() -> Iterator[Namespace]:
    with namespace() as network:
        network.ip("address", "add", f"{ADDRESS}/32", "dev", "lo")
        yield network


def has_rows(told: Told) -> bool:
    return told["event"] == "second" and told["decoded"] > 100


@pytest.mark.parametrize("mode", ["gui", "thread"])
def test_an_address_that_goes_and_comes_back_is_a_silence_and_nothing_is_lost(network, tmp_path: Path, mode):
    session = tmp_path / "simulated.toml"
    with (
        simulated(session, "--host", ADDRESS, "--device", "motor", inside=network.inside) as simulator,
        observed(session, inside=network.inside, link={**LINK, "transport": mode}) as rig,
    ):
        rig.await_(has_rows, "rows")
        network.ip("address", "delete", f"{ADDRESS}/32", "dev", "lo")
        rig.await_(stale_is(True), "that it is silent")
        network.ip("address", "add", f"{ADDRESS}/32", "dev", "lo")
        rig.await_(stale_is(False), "that it speaks again")
        simulator.say(end=True)
        rig.await_(state_is("waiting"), "the end")
        closed = simulator.await_(lambda told: told["event"] == "closed", "the device's account")
        (device,) = reports(rig.end())
    assert device["opened"] == 1
    assert device["ledger"]["balanced"], device["ledger"]
    assert device["ledger"]["bytes"]["received"] == closed["taken"] == closed["sent"]
    assert device["ledger"]["frames"]["framed"] == closed["frames"]


@pytest.mark.parametrize("mode", ["gui", "thread"])
def test_a_link_that_reconnects_on_silence_says_why_it_cannot_until_the_address_is_back(network, tmp_path: Path, mode):
    session = tmp_path / "simulated.toml"
    with (
        simulated(session, "--host", ADDRESS, "--device", "motor", inside=network.inside),
        observed(session, inside=network.inside, link={**LINK, "transport": mode, "on_silence": "reconnect"}) as rig,
    ):
        rig.await_(has_rows, "rows")
        network.ip("address", "delete", f"{ADDRESS}/32", "dev", "lo")
        rig.await_(state_is("waiting", "silent"), "that it was silent")
        rig.await_(state_is("waiting", "network unreachable"), "why it cannot connect")
        network.ip("address", "add", f"{ADDRESS}/32", "dev", "lo")
        since = len(rig.told)
        rig.await_(state_is("open"), "the device", since)
        rig.await_(has_rows, "rows", since)
        (device,) = reports(rig.end())
    assert device["opened"] == 2
    assert device["ledger"]["balanced"], device["ledger"]
