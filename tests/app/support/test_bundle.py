"""The support bundle: all that is needed, and nobody's secrets."""

from __future__ import annotations

import io
import json
import platform
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication

from app.decoding.options import Json
from app.link.options import TcpOptions
from app.quantities import ByteSize
from app.rig import Rig
from app.session.problems import SaveError
from app.session.schema import DeviceOptions, Session
from app.support import bundle as module
from app.support.bundle import CUT, LOG_BYTES, LOG_FILES, packed, snapshot, write
from tests.ui.fake_link import FakeLinks

SECRETS = (b"LOGIN admin\nhunter2-hunter2\r\n", b'{"pw":"corr\xc3\xa9ct h\\u00f6rse"}\n', b"\x02\xfe\xfdraw\x03")


class Run:
    """A rig of one device that logs in, on a fake link; and a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.links = FakeLinks()
        link = TcpOptions(host="10.0.0.1", port=7001, on_connect=SECRETS)
        device = DeviceOptions(name="imu", address="tcp://10.0.0.1:7001", link=link, decoding=Json())
        self.rig = Rig(Session(title="Bench 3", devices=(device,), history_bytes=ByteSize(1 << 20)), self.links)
        self.rig.start()
        self.links.made[0].accept()
        self.links.made[0].receive(b'{"v":12345.678,"status":"measured-secret"}\nnot json at all\n')
        self.rig.clock.refreshed.emit(None)
        self.rig.clock.second.emit()

    def log(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def members(self, *logs: Path) -> dict[str, str]:
        with zipfile.ZipFile(io.BytesIO(packed(snapshot(self.rig, logs, ["1920 x 1080 at 60 Hz"])))) as archive:
            assert archive.testzip() is None
            return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


@pytest.fixture
def run(qapp: QCoreApplication, tmp_path: Path) -> Iterator[Run]:
    run = Run(tmp_path)
    yield run
    run.rig.clock.stop()
    run.rig.deleteLater()


def test_it_holds_what_somebody_needs_who_was_not_there(run: Run) -> None:
    members = run.members(run.log("quintet.log", "2026 INFO started\n"))
    assert set(members) == {
        "README.txt", "report.txt", "report.json", "events.json", "session.toml", "environment.json", "log/quintet.log",
    }  # fmt: skip
    report = json.loads(members["report.json"])
    (device,) = report["devices"]
    assert device["ledger"]["balanced"] is True
    assert device["health"]["findings"][0]["key"] == "rejected"
    assert "imu: open since" in members["report.txt"]
    assert [event["kind"] for event in json.loads(members["events.json"])["imu"]] == ["finding", "opened"]
    assert json.loads(members["environment.json"])["screens"] == ["1920 x 1080 at 60 Hz"]
    assert 'link = "tcp://10.0.0.1:7001"' in members["session.toml"]
    assert "started" in members["log/quintet.log"]


def test_secrets_never_get_in(run: Run) -> None:
    written = [
        f"sent {SECRETS[0]!r}", f"sent {SECRETS[1].decode()}", "hex " + SECRETS[2].hex(),
        "device: hunter2-hunter2 denied", "device: no such horse as corréct",
        f"File {Path.home()}/quintet.py on {platform.node()}", "tcp://me:swordfish@10.0.0.9:1 refused",
        "db_password=swordfish", "Authorization: Bearer swordfish",
    ]  # fmt: skip
    whole = "\n".join(run.members(run.log("quintet.log", "\n".join(written))).values())
    for secret in ("hunter2", "corréct", "corr\\u00e9ct", "admin", SECRETS[2].hex(), "swordfish", "measured-secret",
                   "12345.678", "not json at all"):  # fmt: skip
        assert secret not in whole
    assert "(removed: 29 bytes)" in whole
    if str(Path.home()) != "/":
        assert str(Path.home()) not in whole


@pytest.mark.parametrize("way", ["removed", "replaced", "greeted otherwise"])
def test_secrets_of_a_device_that_is_gone_or_was_edited_never_get_in(run: Run, way: str) -> None:
    (device,) = run.rig.devices
    log = run.log("quintet.log", "\n".join(repr(secret) for secret in SECRETS) + "\n" + "hunter2-hunter2\n")
    if way == "removed":
        run.rig.remove(device)
    else:
        link = msgspec.structs.replace(device.options.link, on_connect=())
        decoding = Json(by="x") if way == "replaced" else Json()
        run.rig.replace(device, msgspec.structs.replace(device.options, link=link, decoding=decoding))
    text = "\n".join(run.members(log).values())
    assert "hunter2" not in text
    assert "12345.678" not in text
    assert "measured-secret" not in text


def test_the_session_is_not_changed_by_being_shown_without_its_commands(run: Run) -> None:
    run.members()
    assert run.rig.session.devices[0].link.on_connect == SECRETS


def test_a_long_log_is_there_by_its_end(run: Run) -> None:
    lines = "".join(f"line {n} of the log\n" for n in range(80_000))
    (text,) = [text for name, text in run.members(run.log("quintet.log", lines)).items() if name.startswith("log/")]
    assert text.splitlines()[-1] == "line 79999 of the log"
    assert text.splitlines()[0].startswith("line ")
    assert len(text) <= LOG_BYTES


def test_a_log_that_cannot_be_read_says_why_and_there_are_never_more_than_some(run: Run) -> None:
    logs = [run.folder / f"{n}.log" for n in range(LOG_FILES + 3)]
    members = run.members(*logs)
    found = [name for name in members if name.startswith("log/")]
    assert len(found) == LOG_FILES
    assert "could not be read: No such file" in members[found[0]]


def test_whatever_is_too_long_is_cut_and_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MEMBER_BYTES", 100)
    members = run.members()
    assert members["report.txt"].endswith(CUT)
    assert len(members["report.txt"]) <= 100 + len(CUT)


def test_it_is_written_in_one_step_or_not_at_all(run: Run) -> None:
    taken, path = snapshot(run.rig), run.folder / "bundle.zip"
    write(taken, path)
    assert zipfile.is_zipfile(path)
    assert [each.name for each in run.folder.iterdir()] == ["bundle.zip"]
    with pytest.raises(SaveError, match="could not be saved"):
        write(taken, run.folder / "missing" / "bundle.zip")
