"""What the simulator says it sent against what `quintet watch` says it received, and how both end."""

from __future__ import annotations

import json
import signal

import pytest

from tests.command import appears, assert_sound, by_name, outcome, report, run, start

COUNT = 400


@pytest.mark.parametrize("attempt", range(3))
def test_received_equals_sent_to_the_byte_on_five_devices(simulated, tmp_path, attempt):
    file = tmp_path / "report.json"
    with simulated("--count", COUNT, "--rate", "max", "--json", "-") as (session, simulator):
        ended = run("watch", session, "--for", "3s", "--json", file)
        simulator_ended = outcome(simulator)
    assert ended.code == 0, ended
    assert simulator_ended.code == 0, simulator_ended
    sent = by_name(json.loads(simulator_ended.printed)["devices"])
    received = by_name(report(file)["devices"])
    assert len(sent) == 5
    for name, device in received.items():
        assert_sound(device)
        frames = device["ledger"]["frames"]
        assert device["ledger"]["bytes"]["received"] == sent[name]["bytes_sent"]
        assert device["ledger"]["bytes"]["pending"] == 0
        assert frames["decoded"] + sum(frames["set_aside"].values()) == sent[name]["frames_sent"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_watch_that_is_told_to_end_does_so_in_order_with_its_report(simulated, tmp_path, number):
    file = tmp_path / "report.json"
    with simulated() as (session, _simulator), start("watch", session, "--json", file) as watch:
        watch.stdout.readline()  # it prints once a second: at the second line all are open
        watch.stdout.readline()
        watch.send_signal(number)
        ended = outcome(watch)
    assert ended.code == 0, ended
    for device in report(file)["devices"]:
        assert device["state"] == "open"
        assert_sound(device)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_simulator_that_is_told_to_end_does_so_in_order_with_its_report(tmp_path, number):
    session, file = tmp_path / "simulated.toml", tmp_path / "sent.json"
    with start("simulate", "--port", 0, "--session", session, "--json", file) as simulator:
        appears(session, simulator)
        simulator.send_signal(number)
        ended = outcome(simulator)
    assert ended.code == 0, ended
    assert len(report(file)["devices"]) == 5


def test_a_device_that_never_opens_makes_the_watch_fail(tmp_path):
    session = tmp_path / "nobody.toml"
    session.write_text('[[device]]\nname = "nobody"\nlink = "tcp://127.0.0.1:1"\n')
    file = tmp_path / "report.json"
    ended = run("watch", session, "--for", "1s", "--json", file)
    assert ended.code == 1, ended
    (device,) = report(file)["devices"]
    assert device["opened"] == 0
    assert sum(device["reasons"].values()) >= 1


def test_a_session_that_is_not_there_is_bad_usage_and_no_traceback(tmp_path):
    ended = run("watch", tmp_path / "missing.toml")
    assert ended.code == 2, ended
    assert "missing.toml" in ended.said
    assert "Traceback" not in ended.said
