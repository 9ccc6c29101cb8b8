"""Which faults a wire can have follows from its framing and its decoding."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.simulator.devices.catalogue import DEVICES
from app.simulator.faults.catalogue import KINDS
from app.simulator.faults.possible import reason_not
from tests.app.simulator.process import STUCK_S
from tests.command import ROOT, surroundings


@pytest.mark.parametrize("name", DEVICES)
def test_a_delimiter_can_be_lost_where_frames_are_lines_and_names_can_change_where_the_stream_has_them(name):
    device = DEVICES[name](1.0)
    impossible = {kind for kind in KINDS if reason_not(name, kind)}
    expected = set()
    if 'type = "line"' not in device.framing:
        expected |= {"lost-delimiter", "endless-line"}
    if 'type = "struct"' in device.decoding:
        expected |= {"header-change"}
    assert impossible == expected


def test_an_unknown_kind_is_no_kind():
    with pytest.raises(KeyError):
        reason_not("imu", "gremlins")


def test_elsewhere_than_on_linux_what_only_linux_can_is_refused(monkeypatch):
    monkeypatch.setattr("app.simulator.deafness.POSSIBLE", False)
    assert {kind for kind in KINDS if reason_not("imu", kind)} == {"half-open", "refuse"}
    assert "Linux" in reason_not("imu", "refuse")


def test_it_is_known_without_numpy_and_without_opening_anything():
    code = "import sys, app.simulator.faults.possible as p; print(p.reason_not('imu', 'stall'), 'numpy' in sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT, env=surroundings(), capture_output=True, text=True, timeout=STUCK_S, check=True,
    )  # fmt: skip
    assert ended.stdout.split() == ["False"]
