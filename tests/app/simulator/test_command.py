"""The command: what it prints, writes and refuses, with which exit code."""

from __future__ import annotations

import hashlib
import json
import os
import re
import socket
import subprocess
import sys
import tomllib

import pytest

from app.simulator.command import main
from app.simulator.faults.catalogue import KINDS
from tests.app.simulator.process import DEVICES, SIMULATOR, STUCK_S, received, simulate, simulating
from tests.command import ROOT, surroundings

BAD_USAGE = (
    "--port 70000", "--port -1", "--port x", "--rate 0", "--rate nan", "--count 0", "--for 10", "--device toaster",
    "--faults drip", "more",
)  # fmt: skip


@pytest.mark.parametrize("words", BAD_USAGE)
def test_bad_usage_is_code_2_with_words(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(words.split())
    assert ended.value.code == 2
    assert words.split()[-1] in capsys.readouterr().err


def test_a_port_that_leaves_no_room_for_five_is_refused_with_the_last_one_needed(capsys):
    assert main(["--port", "65533"]) == 2
    assert "port 65533 is too high: 5 devices need ports up to 65537" in capsys.readouterr().err


def test_a_taken_port_is_code_1_and_named():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ended = simulate("--port", port, "--device", "imu")
    assert ended.code == 1
    assert f"quintet simulate: port {port} is taken" in ended.said
    assert "Traceback" not in ended.said


def test_an_unknown_host_is_code_1():
    ended = simulate("--host", "host.invalid")
    assert ended.code == 1
    assert "host 'host.invalid' is not known" in ended.said


def test_help_teaches_by_examples():
    ended = simulate("--help")
    assert ended.code == 0
    assert "examples:" in ended.printed
    assert all(device in ended.printed for device in DEVICES)


def test_the_start_names_each_device_its_address_and_what_it_sends():
    with simulating() as simulator:
        assert list(simulator.addresses) == list(DEVICES)
        text = "\n".join(simulator.table)
    assert "1,000  CSV lines" in text
    assert "takes commands" in text


def test_ports_follow_the_first():
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    with simulating("--device", "imu", ports=port) as simulator:
        assert simulator.addresses == {"imu": ("127.0.0.1", port)}


def test_the_session_is_there_once_all_listen_and_leads_to_them(tmp_path):
    file = tmp_path / "bench.toml"
    with simulating("--session", file) as simulator:
        links = {device["name"]: device["link"] for device in tomllib.loads(file.read_text("utf-8"))["device"]}
        assert links == {name: f"tcp://{host}:{port}" for name, (host, port) in simulator.addresses.items()}
        for name in DEVICES:
            simulator.connect(name).close()
    assert list(tmp_path.iterdir()) == [file]


def test_only_the_wanted_devices_are_served_in_their_usual_order(tmp_path):
    file = tmp_path / "bench.toml"
    with simulating("--device", "motor", "--device", "scope", "--session", file) as simulator:
        assert list(simulator.addresses) == ["scope", "motor"]
    session = tomllib.loads(file.read_text("utf-8"))
    assert [device["name"] for device in session["device"]] == ["scope", "motor"]
    assert {plot["channels"][0].split("/")[0] for plot in session["plot"]} == {"scope", "motor"}


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6 here")
def test_it_listens_on_ipv6_and_writes_the_address_in_brackets(tmp_path):
    file = tmp_path / "bench.toml"
    with simulating("--host", "::1", "--device", "imu", "--session", file) as simulator:
        simulator.connect("imu").close()
    assert "tcp://[::1]:" in file.read_text("utf-8")


def test_the_report_on_standard_output_is_alone_there():
    ended = simulate("--port", 0, "--for", "50ms", "--json", "-")
    assert ended.code == 0
    assert [device["name"] for device in json.loads(ended.printed)["devices"]] == list(DEVICES)
    assert "ready" in ended.said


@pytest.mark.parametrize("option", ["--session", "--json"])
def test_a_file_that_cannot_be_written_is_code_1_before_anything_is_served(tmp_path, option, capsys):
    for path in (tmp_path / "missing" / "file", tmp_path):
        assert main(["--port", "0", option, str(path)]) == 1
        printed, said = capsys.readouterr()
        assert f"quintet simulate: cannot write {path}" in said
        assert printed == ""


def test_a_full_disk_is_code_1_with_its_words():
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    with open("/dev/full", "w") as full:
        ended = subprocess.run(
            [*SIMULATOR, "--port", "0", "--for", "10ms", "--json", "-"],
            cwd=ROOT, env=surroundings(), stdout=full, stderr=subprocess.PIPE, text=True, timeout=STUCK_S, check=False,
        )  # fmt: skip
    assert ended.returncode == 1
    assert "cannot write the output: No space left on device" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_nobody_has_to_read_what_it_prints():
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "w") as nobody:
        ended = subprocess.run(
            [*SIMULATOR, "--port", "0", "--for", "10ms"],
            cwd=ROOT, env=surroundings(), stdout=nobody, stderr=subprocess.PIPE, text=True, timeout=STUCK_S,
            check=False,
        )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_standard_input_that_never_waits_has_ended_already():
    ended = simulate("--port", 0, "--until-eof")  # its standard input is the null device
    assert ended.code == 0


def test_it_imports_nothing_of_ours_and_no_qt():
    code = (
        "import sys, app.simulator.command\n"
        "print(*sorted(name for name in sys.modules if name.split('.')[0] in ('app', 'ui', 'PySide6', 'msgspec')"
        " and not name.startswith('app.simulator')))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT, env=surroundings(), capture_output=True, text=True, timeout=STUCK_S, check=True,
    )  # fmt: skip
    assert ended.stdout.split() == ["app"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--faults", "imu:rst@1s", "--count", "5"), "--count does not go with --faults"),
        (("--control", "--count", "5"), "--count does not go with --faults and --control"),
        (
            ("--faults", "imu:rst@1s", "--device", "scope"),
            "--faults: device 'imu' is not served: expected one of scope",
        ),
    ],
)
def test_what_does_not_go_together_is_code_2_with_words(words, said, capsys):
    assert main(list(words)) == 2
    assert said in capsys.readouterr().err


def test_the_seed_is_printed_where_there_are_faults_and_can_be_chosen():
    plan = ("--faults", "random/1s", "--for", "10ms", "--port", 0)
    assert "seed 12\n" in simulate(*plan, "--seed", 12).printed
    first, second = (re.search("seed ([0-9]+)\n", simulate(*plan).printed)[1] for _ in range(2))
    assert first != second
    assert "seed" not in simulate("--for", "10ms", "--port", 0).printed


def test_a_witness_reports_what_each_connection_was_sent(tmp_path):
    file = tmp_path / "sent.json"
    with simulating("--device", "motor", "--count", 50, "--rate", "max", "--witness", "--json", file) as simulator:
        with simulator.connect("motor") as client:
            data = received(client)
        assert simulator.outcome().code == 0
    (device,) = json.loads(file.read_text())["devices"]
    assert device["streams"] == [
        {
            "connection": 1, "bytes": 1100, "unsent": 0, "frames": 50, "damaged": 0, "how": "fin",
            "digest": hashlib.blake2b(data, digest_size=16).hexdigest(),
        }
    ]  # fmt: skip


def test_help_names_every_fault():
    printed = simulate("--help").printed
    assert all(f"  {name}" in printed for name in KINDS)
