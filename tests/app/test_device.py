"""A device joins a link to a pipeline: what comes is kept, what ends leaves its gap, and the account has both sides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from app.clock import now_ns
from app.decoding.factory import make_decoder
from app.decoding.options import Arrival, Csv
from app.device import Device
from app.framing.factory import make_framer
from app.framing.options import Length, Line
from app.health.ledger import Kernel
from app.link.options import TcpOptions
from app.pipeline import BATCH_BYTES, Pipeline
from app.quantities import ByteSize
from app.session.schema import DeviceOptions
from app.stream import Chunk, End
from tests.ui.fake_link import FakeLink

OPTIONS = DeviceOptions(
    name="imu",
    address="tcp://127.0.0.1:7001",
    link=TcpOptions(host="127.0.0.1", port=7001),
    decoding=Csv(fields=("a", "b")),
)


class Heard:
    """What a device said, in order."""

    def __init__(self, device: Device) -> None:
        self.said: list[str] = []
        device.received.connect(self._receive)
        device.ended.connect(self._end)

    def _receive(self) -> None:
        self.said.append("received")

    def _end(self, reason: str) -> None:
        self.said.append(reason)


@pytest.fixture
def device(qapp: QCoreApplication) -> Iterator[Device]:
    pipeline = Pipeline(
        make_framer(Line()), make_decoder(OPTIONS.decoding, Arrival()), history_ns=600 * 10**9, history_bytes=64 << 20
    )
    device = Device(OPTIONS, FakeLink(OPTIONS.link), pipeline)
    yield device
    device.deleteLater()


@pytest.fixture
def link(device: Device) -> FakeLink:
    assert isinstance(device.link, FakeLink)
    return device.link


def test_bytes_wait_in_the_pipeline_and_are_told(device: Device, link: FakeLink) -> None:
    heard = Heard(device)
    link.accept()
    link.receive(b"1,2\n")
    assert heard.said == ["received"]
    assert (device.pipeline.pending, device.pipeline.tables) == (4, {})


def test_bytes_that_join_others_that_wait_are_not_told_again(device: Device, link: FakeLink) -> None:
    heard = Heard(device)
    link.accept()
    link.receive(b"1,2\n")
    link.receive(b"3,4\n")
    assert heard.said == ["received"]
    device.process()
    link.receive(b"5,6\n")
    assert heard.said == ["received", "received"]


def test_bytes_behind_a_flood_that_was_processed_at_once_are_told(device: Device, link: FakeLink) -> None:
    heard = Heard(device)
    link.accept()
    for _ in range(3):
        link.receive(b"1,2\n" * (BATCH_BYTES // 4))
    assert heard.said == ["received"] * 3


def test_more_bytes_than_may_wait_are_processed_at_once(device: Device, link: FakeLink) -> None:
    link.accept()
    link.receive(b"1,2\n" * (BATCH_BYTES // 4))
    assert device.pipeline.pending == 0
    assert device.pipeline.tables[""].in_history == BATCH_BYTES // 4


def test_an_ended_connection_is_told_when_all_its_bytes_are_in_the_history_or_counted(
    device: Device, link: FakeLink
) -> None:
    seen: list[tuple[int, int]] = []
    device.ended.connect(lambda _: seen.append((device.pipeline.pending, device.pipeline.tables[""].in_history)))
    heard = Heard(device)
    link.accept()
    link.receive(b"1,2\n3,4\n5,")
    link.lose("reset by the device")
    assert seen == [(0, 2)]
    assert heard.said == ["received", "reset by the device"]
    assert dict(device.pipeline.byte_account().discarded) == {"truncated at EOF": 2}


def test_a_lost_connection_is_a_gap_with_its_reason_until_the_next_row(device: Device, link: FakeLink) -> None:
    link.accept()
    link.receive(b"1,2\n")
    link.lose("closed by the device")
    (gap,) = device.pipeline.tables[""].gaps(0, now_ns())
    assert (gap.cause, gap.end_ns) == ("closed by the device", None)
    link.accept()
    link.receive(b"3,4\n")
    device.pipeline.process()
    (gap,) = device.pipeline.tables[""].gaps(0, now_ns())
    assert gap.end_ns is not None


def test_a_silence_is_a_gap_behind_the_last_row_until_the_device_speaks_again(device: Device, link: FakeLink) -> None:
    link.accept()
    link.receive(b"1,2\n")
    assert device.pipeline.pending  # nobody has asked for a refresh
    link.staleChanged.emit(True)
    table = device.pipeline.tables[""]
    (gap,) = table.gaps(0, now_ns())
    assert (gap.cause, gap.start_ns, gap.end_ns) == ("silent", table.last_ns, None)
    link.receive(b"3,4\n")
    device.pipeline.process()
    link.staleChanged.emit(False)
    (gap,) = table.gaps(0, now_ns())
    assert (gap.cause, gap.end_ns) == ("silent", table.last_ns)


def test_a_silence_that_ends_with_the_connection_is_one_gap_with_both_causes(device: Device, link: FakeLink) -> None:
    link.accept()
    link.receive(b"1,2\n")
    link.staleChanged.emit(True)
    link.lose("timed out")
    link.staleChanged.emit(False)
    (gap,) = device.pipeline.tables[""].gaps(0, now_ns())
    assert gap.cause == "silent, then timed out"


def test_a_device_that_has_never_spoken_has_no_gap(device: Device, link: FakeLink) -> None:
    link.accept()
    link.staleChanged.emit(True)
    assert device.pipeline.tables == {}


def test_a_suspend_is_a_gap_that_blames_this_computer(device: Device, link: FakeLink) -> None:
    link.accept()
    link.receive(b"1,2\n")
    device.pipeline.process()
    device.mark_gap("this computer was suspended", now_ns())
    (gap,) = device.pipeline.tables[""].gaps(0, now_ns())
    assert gap.cause == "this computer was suspended"


def test_the_account_has_what_the_link_read_and_what_the_kernel_saw(device: Device, link: FakeLink) -> None:
    link.accept()
    link.receive(b"1,2\n")
    link.kernel = Kernel(4, 4, 4)
    account = device.ledger(link.statistics())
    assert (account.thread.read, account.bytes.received, account.kernel) == (4, 4, Kernel(4, 4, 4))
    assert account.balanced


def test_bytes_that_the_link_read_and_never_handed_on_unbalance_it(device: Device, link: FakeLink) -> None:
    link.accept()
    link.receive(b"1,2\n")
    link.extra_read = 1
    assert device.ledger(link.statistics()).failures() == ("thread: read 5 is not received 4 + in flight 0",)


def test_a_kernel_that_disagrees_unbalances_it(device: Device, link: FakeLink) -> None:
    link.accept()
    link.receive(b"1,2\n")
    link.kernel = Kernel(5, 4, 5)
    (failure,) = device.ledger(link.statistics()).failures()
    assert failure.startswith("kernel: ")


def test_a_chunk_taken_twice_is_a_failure(device: Device, link: FakeLink) -> None:
    chunk = Chunk(memoryview(b"1,2\n"), 0, 1, 1, 1)
    link.bytesReceived.emit(chunk)
    link.bytesReceived.emit(chunk)
    assert any("chunk" in failure for failure in device.pipeline.ledger().failures())


def test_an_end_at_another_place_than_the_last_byte_is_a_failure(device: Device, link: FakeLink) -> None:
    link.accept()
    link.receive(b"1,2\n")
    link.ended.emit(End(5, 1, "closed by the device", now_ns()))
    assert any("end" in failure for failure in device.pipeline.ledger().failures())


def test_a_device_owns_its_link_and_has_the_sessions_name(device: Device, link: FakeLink) -> None:
    assert link.parent() is device
    assert device.name == "imu"


def test_a_violation_is_told_once_a_connection_and_as_soon_as_it_is_cut(qapp: QCoreApplication) -> None:
    framer = make_framer(Length(size=1, max_frame=ByteSize(8)))
    pipeline = Pipeline(framer, make_decoder(OPTIONS.decoding, Arrival()), history_ns=10**9, history_bytes=1 << 20)
    device = Device(OPTIONS, FakeLink(OPTIONS.link), pipeline)
    link, told = device.link, []
    assert isinstance(link, FakeLink)
    device.violated.connect(told.append)
    for _ in range(2):
        link.accept()
        link.receive(b"\x09")
        assert told == [] or link.statistics().opened == 2  # it waits for a refresh still
        device.process()
        link.receive(b"more")
        device.process()
        link.lose("restarted")
    assert told == ["length 9 is beyond max_frame 8"] * 2
    link.accept()
    link.receive(b"\x09" * BATCH_BYTES)  # too many bytes to wait
    assert len(told) == 3
    device.deleteLater()
