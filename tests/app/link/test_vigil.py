"""Who watches over an open connection: what is asked of the reader, and what is made of its answers."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Signal, Slot

from app.link.contract import TcpInfo
from app.link.flight import Count
from app.link.options import TcpOptions
from app.link.reader import Sample
from app.link.unanswered import LOOK_NS, PATIENCE_NS
from app.link.vigil import NO_ANSWER, SILENT, Vigil
from app.link.watchdog import GRACE_NS
from app.quantities import Duration
from app.stream import Chunk

MS = 1_000_000
S = 1000 * MS
STALE_AFTER = 3 * S + S // 2
INFO = TcpInfo(
    bytes_received=0, waiting=0, rcv_rtt_ms=None, rcv_ooopack=0, last_data_recv_ms=3_600_000, rcv_space=None,
    snd_mss=None, rcv_mss=None, bytes_acked=0, last_ack_recv_ms=3_600_000, retransmits=0, probes=0,
)  # fmt: skip


class Reader(QObject):
    """A handover whose answers the test writes: each is new, unless it does not answer."""

    bytesReceived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.now = 0
        self.answers = True
        self.sample_now = Sample(tcp_info=INFO)
        self.in_flight = 0
        self.lane: list[Chunk] = []
        self._sample = self.sample_now

    def hand_on(self) -> None:
        while self.lane:
            self.bytesReceived.emit(self.lane.pop(0))

    def sample(self) -> Sample:
        if self.answers:
            self._sample = replace(self.sample_now)
        return self._sample

    def count(self, sample: Sample) -> Count:
        return Count(0, self.in_flight, 0)


class Heard(QObject):
    def __init__(self, vigil: Vigil) -> None:
        super().__init__()
        self.said: list[object] = []
        vigil.staleChanged.connect(self._say)
        vigil.gone.connect(self._gone)

    @Slot(bool)
    def _say(self, is_stale: bool) -> None:
        self.said.append(is_stale)

    @Slot(str)
    def _gone(self, reason: str) -> None:
        self.said.append(reason)


class Bench:
    """A vigil over a connection that opened at 0."""

    def __init__(self, on_silence: str = "tell") -> None:
        options = TcpOptions(host="h", port=1, stale_after=Duration(STALE_AFTER), on_silence=on_silence)
        self.reader = Reader()
        self.link = QObject()
        self.link.setObjectName("imu")
        self.vigil = Vigil(options, self.reader, lambda: self.reader.now, self.link)  # type: ignore[arg-type]
        self.heard = Heard(self.vigil)
        self.vigil.opened()

    def go_on_until(self, now_ns: int) -> None:
        """Wake it whenever it is due."""
        while self.vigil.due_ns is not None and self.vigil.due_ns <= now_ns:
            self.reader.now = self.vigil.due_ns
            self.vigil.wake()
        self.reader.now = now_ns

    def chunk(self) -> Chunk:
        return Chunk(memoryview(b"x"), 0, 1, self.reader.now, self.reader.now)


@pytest.fixture
def bench(qapp: QObject) -> Bench:
    return Bench()


def test_before_a_connection_and_behind_it_nothing_is_due(qapp: QObject) -> None:
    vigil = Vigil(TcpOptions(host="h", port=1), Reader(), lambda: 0, QObject())  # type: ignore[arg-type]
    assert vigil.due_ns is None
    vigil.opened()
    assert vigil.due_ns == LOOK_NS
    assert not vigil.ended()
    assert vigil.due_ns is None


def test_a_look_is_taken_once_a_second_also_while_the_device_is_silent(bench: Bench) -> None:
    bench.go_on_until(20 * S)
    assert bench.heard.said == [True]
    assert bench.vigil.due_ns == 21 * S


def test_silence_is_told_after_a_grace_with_its_figure_in_the_log(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "quintet")
    bench.go_on_until(STALE_AFTER + GRACE_NS - 1)
    assert bench.heard.said == []
    bench.go_on_until(STALE_AFTER + GRACE_NS)
    assert bench.heard.said == [True]
    assert caplog.messages == ["imu: silent for 3.6 s"]
    assert bench.vigil.ended()
    assert not bench.vigil.ended()


def test_a_device_that_speaks_again_is_told_and_watched_anew(bench: Bench) -> None:
    bench.go_on_until(5 * S)
    bench.reader.bytesReceived.emit(bench.chunk())
    bench.reader.bytesReceived.emit(bench.chunk())
    assert bench.heard.said == [True, False]
    bench.go_on_until(10 * S)
    assert bench.heard.said == [True, False, True]


@pytest.mark.parametrize(
    "waiting",
    [
        {"sample_now": Sample(tcp_info=replace(INFO, waiting=1))},
        {"sample_now": Sample(tcp_info=INFO, in_qt=1)},
        {"in_flight": 1},
        {"answers": False},
    ],
    ids=["in the kernel", "in Qt", "on its way from a thread", "nobody knows"],
)
def test_while_bytes_wait_unread_the_device_is_not_silent(bench: Bench, waiting: dict[str, object]) -> None:
    for name, value in waiting.items():
        setattr(bench.reader, name, value)
    bench.go_on_until(60 * S)
    assert bench.heard.said == []
    bench.reader.in_flight, bench.reader.answers, bench.reader.sample_now = 0, True, Sample(tcp_info=INFO)
    bench.go_on_until(61 * S)
    assert bench.heard.said == [True]


def test_where_the_kernel_does_not_tell_what_waits_qts_buffer_decides(bench: Bench) -> None:
    bench.reader.sample_now = Sample()
    bench.go_on_until(5 * S)
    assert bench.heard.said == [True]


def test_what_a_thread_has_read_is_handed_on_before_it_is_judged(bench: Bench) -> None:
    bench.go_on_until(STALE_AFTER)
    bench.reader.lane.append(bench.chunk())
    bench.go_on_until(STALE_AFTER + S)
    assert bench.heard.said == []


def test_where_the_session_says_so_silence_ends_the_connection(qapp: QObject) -> None:
    bench = Bench("reconnect")
    bench.go_on_until(4 * S)
    assert bench.heard.said == [True, SILENT]


def test_where_a_receiver_has_ended_it_already_silence_does_not_end_it_again(qapp: QObject) -> None:
    bench = Bench("reconnect")
    bench.vigil.staleChanged.connect(bench.vigil.ended)
    bench.go_on_until(4 * S)
    assert bench.heard.said == [True]


def test_a_device_that_answers_nothing_is_gone_with_its_figure_in_the_log(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "quintet")
    bench.reader.sample_now = Sample(tcp_info=replace(INFO, retransmits=7))
    bench.go_on_until(PATIENCE_NS - S)
    assert NO_ANSWER not in bench.heard.said
    bench.go_on_until(PATIENCE_NS)
    assert bench.heard.said == [True, NO_ANSWER]
    assert caplog.messages[-1] == "imu: no answer for 35 s to what was sent"


def test_an_answer_that_was_seen_already_is_not_counted_twice(bench: Bench) -> None:
    bench.reader.sample_now = Sample(tcp_info=replace(INFO, retransmits=7))
    bench.go_on_until(5 * S)
    bench.reader.answers = False
    bench.go_on_until(600 * S)
    assert NO_ANSWER not in bench.heard.said


def test_a_receiver_of_what_is_handed_on_may_end_the_connection(bench: Bench) -> None:
    bench.reader.bytesReceived.connect(bench.vigil.ended)
    bench.reader.lane.append(bench.chunk())
    bench.go_on_until(60 * S)
    assert bench.heard.said == []
    assert bench.vigil.due_ns is None
