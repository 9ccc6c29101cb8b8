"""A process that is stopped (SIGSTOP: a debugger, a laptop's lid, a swapping machine) for longer than every time-out
that is set: ours, while the device goes on sending, and the device's."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.environment.children import Child, observed, reports, simulated, stale_is, state_is

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="waits for a stopped process by its id (waitid)")

STALE_NS = 400_000_000
MISSED_BYTES = 50_000  # of the imu: about a second, more than twice STALE_NS
LINK = {"retry": 50_000_000, "retry_most": 100_000_000, "stale_after": STALE_NS}


def taken(simulator: Child) -> int:
    """Bytes that its kernel has taken so far."""
    since = len(simulator.told)
    simulator.say(ask="totals")
    (device,) = simulator.await_(lambda told: told["event"] == "totals", "the totals", since)["devices"]
    return device["bytes_sent"]


@pytest.mark.parametrize("mode", ["gui", "thread"])
def test_a_rig_that_was_stopped_has_lost_nothing_and_calls_no_device_silent(tmp_path: Path, mode):
    session = tmp_path / "simulated.toml"
    with (
        simulated(session, "--device", "imu") as simulator,
        observed(session, link={**LINK, "transport": mode, "on_silence": "reconnect"}) as rig,
    ):
        rig.await_(lambda told: told["event"] == "second" and told["decoded"] > 100, "rows")
        rig.stop()
        before = taken(simulator)
        while taken(simulator) < before + MISSED_BYTES:
            pass
        rig.go_on()
        since = len(rig.told)
        rig.await_(lambda told: told["event"] == "second" and told["received"] > before + MISSED_BYTES, "rows", since)
        simulator.say(end=True)
        rig.await_(state_is("waiting"), "the end", since)
        closed = simulator.await_(lambda told: told["event"] == "closed", "the device's account")
        (device,) = reports(rig.end())
    assert [told for told in rig.told if told["event"] == "stale"] == []
    assert (closed["connection"], closed["how"]) == (1, "fin")
    assert device["opened"] == 1
    assert device["ledger"]["balanced"], device["ledger"]
    assert device["ledger"]["bytes"]["received"] == closed["taken"]
    assert device["ledger"]["frames"]["framed"] == closed["frames"]


@pytest.mark.parametrize("mode", ["gui", "thread"])
def test_a_device_that_was_stopped_is_called_silent_until_it_goes_on(tmp_path: Path, mode):
    session = tmp_path / "simulated.toml"
    with (
        simulated(session, "--device", "imu") as simulator,
        observed(session, link={**LINK, "transport": mode}) as rig,
    ):
        rig.await_(lambda told: told["event"] == "second" and told["decoded"] > 100, "rows")
        simulator.stop()
        rig.await_(stale_is(True), "that it is silent")
        simulator.go_on()
        rig.await_(stale_is(False), "that it speaks again")
        since = len(rig.told)
        rig.await_(lambda told: told["event"] == "second" and told["decoded"] > 100, "rows", since)
        (device,) = reports(rig.end())
    assert (device["opened"], device["reasons"]) == (1, {"closed here": 1})
    assert device["ledger"]["balanced"], device["ledger"]
