"""gpsd is killed and started again under a watching rig: what is told at each step, and that data flows again.

gpsd sends nothing but its version until it has been asked (`?WATCH`): reports after the second start prove that
on_connect was sent again.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.devices import nmea_log, servers
from tests.environment.children import Told, observed, reports, state_is

pytestmark = pytest.mark.devices

LINK = {"retry": 100_000_000, "retry_most": 200_000_000}
GREETINGS = 3  # VERSION, and what ?WATCH is answered with: DEVICES, WATCH
SESSION = """
[[device]]
name = "gps"
link = "tcp://127.0.0.1:{port}"
on_connect = ['?WATCH={{"enable":true,"json":true}};\\n']
framing = {{ type = "line" }}
decoding = {{ type = "json", by = "class" }}
"""


@pytest.mark.parametrize("mode", ["gui", "thread"])
def test_a_link_to_a_gpsd_that_was_killed_is_back_with_the_next_one_and_asks_again(tmp_path: Path, mode):
    log, session, port = tmp_path / "own.nmea", tmp_path / "gps.toml", servers.free_port()
    log.write_bytes(nmea_log.log())
    session.write_text(SESSION.format(port=port))
    with servers.receiver(log) as source, observed(session, link={**LINK, "transport": mode}) as rig:
        rig.await_(state_is("waiting", "refused"), "that nobody is there yet")
        with servers.gpsd_on(source, port) as gpsd:
            before = rig.await_(has_frames(GREETINGS + 10), "reports")
            gpsd.kill()
            gpsd.wait()
        rig.await_(state_is("waiting", "by the device"), "that it has gone", len(rig.told) - 1)
        since = len(rig.told)
        rig.await_(state_is("waiting", "refused"), "that it is away", since)
        with servers.gpsd_on(source, port):
            rig.await_(state_is("open"), "the next one", since)
            rig.await_(has_frames(before["decoded"] + GREETINGS + 10), "its reports", since)
            (device,) = reports(rig.end())
    assert device["opened"] == 2
    assert device["state"] == "open"
    assert device["ledger"]["balanced"], device["ledger"]
    assert device["ledger"]["kernel"]["agrees"] is True


def has_frames(count: int) -> object:
    def holds(told: Told) -> bool:
        return told["event"] == "second" and told["decoded"] >= count

    return holds
