"""The once-a-second check of one device."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from app.checkup import FRESH_NS, Checkup, DeviceStatus
from app.decoding.factory import make_decoder
from app.decoding.options import Arrival, Csv
from app.device import Device
from app.framing.factory import make_framer
from app.framing.options import Fixed, FramingOptions, Line
from app.health.figures import Computer
from app.health.judgement import Gauge, Level, Slow
from app.link.contract import ReceiveBuffer, TcpInfo
from app.link.options import DEFAULT_RECEIVE_BUFFER, TcpOptions
from app.pipeline import Pipeline
from app.session.schema import DeviceOptions
from tests.ui.fake_link import FakeLink

SECOND = 1_000_000_000
MIB = 1 << 20


def info(**fields: Any) -> TcpInfo:
    return TcpInfo(**dict.fromkeys(TcpInfo.__match_args__[:8]) | fields)


class Ward:
    """A device on a fake link, its checkup, and the hands of its clock."""

    def __init__(
        self,
        framing: FramingOptions = Line(),  # noqa: B008
        history_bytes: int = MIB,
        history_ns: int = 600 * SECOND,
    ) -> None:
        options = DeviceOptions(name="imu", address="tcp://h:1", link=TcpOptions(host="h", port=1), framing=framing)
        decoder = make_decoder(Csv(fields=("a", "b")), Arrival())
        pipeline = Pipeline(make_framer(framing), decoder, history_ns=history_ns, history_bytes=history_bytes)
        self.link = FakeLink(options.link)
        self.device = Device(options, self.link, pipeline)
        self.now_ns = 100 * SECOND
        self.checkup = Checkup(self.device, history_ns, lambda: self.now_ns)

    def second(self, data: bytes = b"", failures: tuple[str, ...] = ()) -> DeviceStatus:
        self.now_ns += SECOND
        if data:
            self.link.receive(data)
            self.device.process()
        stamps = self.device.pipeline.trail.take()
        if len(stamps):
            self.checkup.note(stamps)
        return self.checkup.check(Computer(wished_hz=60.0, rate_hz=60.0), failures, 0, 7)

    def gauge(self, status: DeviceStatus, name: str) -> Gauge:
        (only,) = [each for each in status.health.gauges if each.name == name]
        return only


@pytest.fixture
def ward(qapp: QCoreApplication) -> Iterator[Ward]:
    ward = Ward()
    ward.link.accept()
    yield ward
    ward.device.deleteLater()


def test_rates_are_those_of_bytes_frames_and_rows(ward: Ward) -> None:
    for _ in range(4):
        status = ward.second(b"1,2\n" * 100)
    assert (status.bytes_per_s, status.frames_per_s, status.row_rates) == (400.0, 100.0, {"": 100.0})
    assert status.state_since_ns == 7
    assert ward.checkup.rows_in_span("") == 60_000
    assert ward.checkup.rows_in_span("another") == 0


def test_what_is_not_available_stays_so(ward: Ward) -> None:
    status = ward.second(b"1,2\n")
    assert status.health.slow is Slow.UNKNOWN
    assert "does not tell" in status.health.because
    assert {name: ward.gauge(status, name).value for name in ("queue", "out of order", "silence", "starved")} == {
        "queue": None, "out of order": None, "silence": None, "starved": None,
    }  # fmt: skip


def test_the_kernels_figures_are_those_of_its_answer(ward: Ward) -> None:
    ward.link.buffer = ReceiveBuffer(None, None, 4 * MIB, None, "")
    ward.link.info = info(waiting=MIB)
    ward.link.more = {"starved": 0, "silent_ns": SECOND, "stale_after_ns": 5 * SECOND}
    status = ward.second()
    assert ward.gauge(status, "queue").value == 25.0
    assert ward.gauge(status, "silence").value == 1.0
    assert ward.gauge(status, "starved").value == 0


def test_before_anything_has_come_the_kernel_knows_of_no_last_data(ward: Ward) -> None:
    ward.link.more = {"is_stale": True, "silent_ns": 9 * SECOND}
    ward.link.info = info(waiting=0, last_data_recv_ms=9000, bytes_received=0)
    assert "last data" not in ward.second().health.because
    ward.link.info = info(waiting=0, last_data_recv_ms=9000, bytes_received=10)
    assert "last data came 9.0 s ago" in ward.second().health.because


def test_connections_ended_from_here_are_no_breaking_ones(ward: Ward) -> None:
    for reason in ("closed here", "closed by the device"):
        found: tuple[str, ...] = ()
        for n in range(5):
            ward.link.more = {"opened": n, "reasons": {reason: n}}
            found = tuple(finding.key for finding in ward.second().health.findings)
        assert ("flapping" in found) == (reason == "closed by the device")


def test_the_age_is_that_of_the_last_seconds_chunks_and_of_no_older_ones(ward: Ward) -> None:
    status = ward.second(b"1,2\n")
    assert ward.gauge(status, "age").value is not None
    ward.now_ns += FRESH_NS
    assert ward.gauge(ward.checkup.check(Computer(), (), 0, 0), "age").value is None


def test_findings_that_come_and_go_are_told_with_the_check(ward: Ward) -> None:
    ward.second(b"1,2\n")
    ward.second(b"a\n" * 10)
    assert [finding.key for finding in ward.checkup.begun] == ["rejected"]
    for _ in range(15):
        ward.second(b"1,2\n")
        if ward.checkup.over:
            break
    assert [finding.key for finding in ward.checkup.over] == ["rejected"]


def test_a_framing_that_cannot_notice_damage_is_suspected_with_the_frames_that_it_spoils(qapp: object) -> None:
    ward = Ward(Fixed(size=4))
    ward.link.accept()
    ward.second(b"1,2\n")
    status = ward.second(b"xxxx" * 4)
    assert "unnoticed" in {finding.key for finding in status.health.findings}


@pytest.mark.parametrize(
    ("asked", "granted", "is_told"),
    [
        (MIB, 2 * MIB, False),
        (MIB, MIB, True),
        (int(DEFAULT_RECEIVE_BUFFER), MIB, False),  # the default is capped on every system
        (None, None, False),
    ],
)
def test_a_buffer_that_was_cut_is_told_where_somebody_asked_for_it(
    ward: Ward, monkeypatch: pytest.MonkeyPatch, asked: int | None, granted: int | None, is_told: bool
) -> None:
    monkeypatch.setattr("app.checkup._DOUBLED", 2)
    ward.link.buffer = ReceiveBuffer(asked, granted, granted, None, "a note")
    assert ("capped" in {finding.key for finding in ward.second().health.findings}) == is_told


@pytest.mark.parametrize(("history_s", "level"), [(600, Level.GOOD), (300, Level.FAIR)], ids=["default", "asked for"])
def test_a_history_that_makes_room_says_how_much_it_holds(qapp: object, history_s: int, level: Level) -> None:
    ward = Ward(history_bytes=64 << 10, history_ns=history_s * SECOND)
    ward.link.accept()
    ward.second()
    for _ in range(4):
        status = ward.second(b"1,2\n" * 20_000)
    assert ("history", level) in {(finding.key, finding.level) for finding in status.health.findings}
    assert (ward.gauge(status, "history").value or 0) < 50


def test_failures_of_the_ledger_are_findings_for_good(ward: Ward) -> None:
    status = ward.second(failures=("bytes: received 2 is not framed 1",))
    assert [finding.key for finding in status.health.findings] == ["ledger"]
