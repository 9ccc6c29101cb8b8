"""`quintet watch` on programs that nobody here wrote: gpsd, vmstat, the kernel's files, JSBSim.

All are watched at once, as five devices on a bench are. gpsd is fed from a log that the tests write, and a second gpsd
from a real receiver's, where that lies beside the checkout.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.command import ROOT, Outcome, assert_sound, by_name, report, run
from tests.devices import nmea_log, servers

pytestmark = pytest.mark.devices

SECONDS = 8
RECEIVERS_LOG = ROOT.parent / "shared" / "devices" / "data" / "ublox-zed-f9p-nmea.log"
CSV = 'framing = {{ type = "line" }}\ndecoding = {{ type = "csv", header = true{more} }}'
GPSD = """\
on_connect = ['?WATCH={"enable":true,"json":true};\\n']
framing = { type = "line" }
decoding = { type = "json", by = "class" }"""

CHANNELS = {
    "kernel": {"t", "user", "system", "idle", "load1", "memfree_kB"},
    "vmstat": {"r", "b", "free", "cache", "in", "cs", "us", "sy", "id", "wa"},
    "flight": {"Time", "h-sl-ft", "vc-kts", "roll-rad", "pitch-rad", "engine-rpm"},
    "gps": {"TPV.lat", "TPV.lon", "TPV.speed", "TPV.mode", "SKY.hdop", "VERSION.release"},
}
if RECEIVERS_LOG.exists():
    CHANNELS["receiver"] = {"TPV.lat", "TPV.lon", "TPV.mode", "SKY.hdop"}


def device(name: str, port: int, format_: str) -> str:
    return f'[[device]]\nname = "{name}"\nlink = "tcp://127.0.0.1:{port}"\n{format_}\n\n'


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A session file on servers that run while the module's tests do."""
    folder = tmp_path_factory.mktemp("devices")
    log = folder / "own.nmea"
    log.write_bytes(nmea_log.log())
    with ExitStack() as running:
        parts = [
            device("kernel", running.enter_context(servers.kernel_csv()), CSV.format(more="")),
            device("vmstat", running.enter_context(servers.vmstat()), CSV.format(more=', separator = "blanks"')),
            device("flight", running.enter_context(servers.jsbsim()), CSV.format(more="")),
            device("gps", running.enter_context(servers.gpsd(log)), GPSD),
        ]
        if "receiver" in CHANNELS:
            parts.append(device("receiver", running.enter_context(servers.gpsd(RECEIVERS_LOG)), GPSD))
        file = folder / "real.toml"
        file.write_text('[session]\ntitle = "Real servers"\n\n' + "".join(parts), encoding="utf-8")
        yield file


@pytest.fixture(scope="module")
def watched(session: Path) -> tuple[Outcome, dict[str, dict[str, Any]]]:
    file = session.with_name("report.json")
    outcome = run("watch", session, "--for", f"{SECONDS}s", "--json", file)
    assert file.exists(), outcome
    return outcome, by_name(report(file)["devices"])


def channels(device: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return by_name(device["channels"])


def test_a_watch_of_all_of_them_ends_with_exit_code_0(watched):
    outcome, _devices = watched
    assert outcome.code == 0, outcome


def test_what_is_watched_is_printed_by_name(watched):
    outcome, devices = watched
    assert [name for name in devices if name not in outcome.printed] == []


@pytest.mark.parametrize("name", CHANNELS)
def test_every_byte_of_it_is_accounted_for_and_none_rejected(watched, name):
    _outcome, devices = watched
    assert devices[name]["state"] == "open"
    assert_sound(devices[name])


@pytest.mark.parametrize("name", CHANNELS)
def test_its_channels_have_the_servers_own_names_and_values(watched, name):
    _outcome, devices = watched
    found = channels(devices[name])
    assert CHANNELS[name] <= set(found)
    assert {channel for channel in CHANNELS[name] if found[channel]["count"] == 0} == set()


def test_the_kernels_clock_and_counters_only_rise(watched):
    found = channels(watched[1]["kernel"])
    assert 0 < found["t"]["last"] - found["t"]["min"] <= 3600
    assert found["idle"]["last"] == found["idle"]["max"]


def test_vmstats_shares_of_the_cpu_are_percentages(watched):
    found = channels(watched[1]["vmstat"])
    assert all(0 <= found[name]["min"] <= found[name]["max"] <= 100 for name in ("us", "sy", "id", "wa"))


def test_the_flight_begins_on_the_ground_with_the_engine_off(watched):
    found = channels(watched[1]["flight"])
    assert found["Time"]["min"] == 0
    assert found["Time"]["count"] == round(found["Time"]["last"] * 20) + 1
    assert found["engine-rpm"]["min"] == 0 < found["engine-rpm"]["max"]


def test_the_boat_stays_on_its_circle(watched):
    found = channels(watched[1]["gps"])
    for name, centre in zip(("TPV.lat", "TPV.lon"), nmea_log.CENTRE, strict=True):
        radius = nmea_log.RADIUS_DEG + 1e-6
        assert centre - radius <= found[name]["min"] <= found[name]["max"] <= centre + radius


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's witness needs TCP_INFO of Linux")
def test_the_kernel_counted_the_same_bytes(watched):
    for device in watched[1].values():
        ledger = device["ledger"]
        assert ledger["kernel"]["bytes_received"] >= ledger["thread"]["read"] > 0
