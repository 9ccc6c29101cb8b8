"""A rig keeps each device's trouble with that device, its history for as long as there is room, and always ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from app.decoding.options import Csv
from app.health.stamps import UNKNOWN
from app.link.contract import Link, LinkStatistics, ReceiveBuffer, State
from app.link.options import LinkOptions, TcpOptions
from app.quantities import ByteSize, Duration
from app.rig import Rig, in_turn
from app.session.schema import DeviceOptions, Session
from app.stream import Chunk, End

SECOND = 1_000_000_000
NO_BUFFER = ReceiveBuffer(None, None, None, None, "")


class FakeLink(Link):
    """Open once opened; the test says what comes."""

    def __init__(self) -> None:
        super().__init__()
        self.fails_to_close = False
        self._state = State.IDLE
        self._offset = 0

    @property
    def state(self) -> State:
        return self._state

    def open(self) -> None:
        self._enter(State.OPEN)

    def close(self) -> None:
        if self.fails_to_close:
            raise RuntimeError("cannot close")
        if self._state is State.OPEN:
            self.ended.emit(End(self._offset, 1, "closed here", 0))
        self._enter(State.IDLE)

    def receive(self, data: bytes, at_ns: int) -> None:
        chunk = Chunk(memoryview(data), self._offset, 1, at_ns, at_ns)
        self._offset = chunk.stop
        self.bytesReceived.emit(chunk)

    def lose(self, at_ns: int) -> None:
        self._state = State.WAITING
        self.ended.emit(End(self._offset, 1, "closed by the device", at_ns))
        self.stateChanged.emit(State.WAITING)

    def statistics(self) -> LinkStatistics:
        return LinkStatistics(
            self._state, "gui", "", 1, self._offset, 0, 0, 0, 0, 0, 1, {}, "", None, NO_BUFFER, None, None
        )  # fmt: skip

    def _enter(self, state: State) -> None:
        self._state = state
        self.stateChanged.emit(state)


class Bench:
    """A rig on fake links, and the hands of its clock.

    Attributes:
        now_ns: the time, as the rig sees it.
        links: in the order of the devices.
        stopped: how often the rig said that it had stopped.
    """

    def __init__(self, names: str, history_bytes: int) -> None:
        self.now_ns = 1000 * SECOND
        self.links: list[FakeLink] = []
        devices = tuple(
            DeviceOptions(
                name=name,
                address="tcp://127.0.0.1:7001",
                link=TcpOptions(host="127.0.0.1", port=7001),
                decoding=Csv(fields=("a", "b")),
            )
            for name in names
        )
        self.rig = Rig(
            Session(devices=devices, history=Duration(600 * SECOND), history_bytes=ByteSize(history_bytes)),
            self._link,
            now=lambda: self.now_ns,
        )
        self.stopped = 0
        self.rig.stopped.connect(self._note_stop)
        self.rig.start()

    def _link(self, _options: LinkOptions) -> Link:
        self.links.append(FakeLink())
        return self.links[-1]

    def _note_stop(self) -> None:
        self.stopped += 1

    def rows(self, device: int) -> int:
        return sum(table.in_history for table in self.rig.devices[device].pipeline.tables.values())

    def second(self, *rows: int) -> None:
        """A second goes by in which each device sends so many rows, a tenth of them at a time."""
        for _ in range(10):
            self.now_ns += SECOND // 10
            for link, count in zip(self.links, rows, strict=False):
                if count:
                    link.receive(b"1.5,2.5\n" * (count // 10), self.now_ns)
            self.rig.clock.refreshed.emit(None)
        self.rig.clock.second.emit()


@pytest.fixture
def bench(qapp: QCoreApplication) -> Iterator[Callable[..., Bench]]:
    made: list[Bench] = []

    def make(names: str = "a", history_bytes: int = 64 << 20) -> Bench:
        made.append(Bench(names, history_bytes))
        return made[-1]

    yield make
    for each in made:
        each.rig.clock.stop()
        each.rig.deleteLater()


def test_a_step_of_the_wall_clock_is_logged_once(bench, caplog):
    made = bench()
    made.second()
    assert "wall clock" not in caplog.text
    made.rig._computer.wall.offset_ns -= 5 * SECOND
    made.second()
    made.second()
    assert caplog.text.count("the wall clock was set by +5.000 s") == 1


# -- history


def test_nothing_is_forgotten_while_there_is_room(bench):
    b = bench("ab")
    for _ in range(5):
        b.second(200_000, 10)
    assert [b.rows(0), b.rows(1)] == [1_000_000, 50]


def test_a_device_that_falls_silent_keeps_what_it_sent(bench):
    b = bench("ab")
    for _ in range(4):
        b.second(200_000, 10)
    b.links[0].lose(b.now_ns)
    for _ in range(60):
        b.second(0, 10)
    assert b.rows(0) == 800_000


def test_a_quiet_device_that_begins_to_flood_has_room_for_it(bench):
    b = bench("ab")
    for _ in range(5):
        b.second(10, 10)
    b.second(500_000, 10)
    assert b.rows(0) == 500_050


def test_the_bytes_of_the_history_bound_all_devices_together(bench):
    b = bench("ab", history_bytes=4 << 20)
    for _ in range(6):
        b.second(200_000, 100_000)
    held = sum(table.nbytes for device in b.rig.devices for table in device.pipeline.tables.values())
    assert held <= 4 << 20
    assert b.rows(0) / b.rows(1) == pytest.approx(2, rel=0.2)
    assert b.rig.ledgers_balanced


# -- trouble


def test_an_exception_in_one_device_leaves_the_others_and_the_window_running(bench, qtbot, monkeypatch):
    b = bench("abc")
    monkeypatch.setattr(b.rig.devices[1].pipeline.framer, "feed", _raise)
    painted = []
    b.rig.refreshed.connect(painted.append)
    with qtbot.capture_exceptions() as caught:
        b.second(10, 10, 10)
    assert [b.rows(0), b.rows(1), b.rows(2)] == [10, 0, 10]
    assert len(painted) == 10
    assert {str(error) for _, error, _ in caught} == {"a bug"}


def test_a_device_that_cannot_be_asked_does_not_keep_the_others_from_their_share(bench, monkeypatch):
    made = bench("ab")
    made.rig.clock.refreshed.emit(None)
    monkeypatch.setattr(made.links[0], "statistics", lambda: 1 / 0)
    for link in made.links:
        link.receive(b"1.5,2.5\n", made.now_ns)
        made.rig.clock.refreshed.emit(None)
    shared = []
    monkeypatch.setattr(made.rig.devices[1].pipeline, "set_history_bytes", shared.append)
    with pytest.raises(ZeroDivisionError):
        made.rig._second()
    assert [list(given) for given in shared] == [[""]]


def test_bytes_that_an_exception_swallowed_unbalance_the_ledger(bench, qtbot, monkeypatch):
    b = bench("ab")
    monkeypatch.setattr(b.rig.devices[1].pipeline.framer, "feed", _raise)
    with qtbot.capture_exceptions():
        b.second(10, 10)
    assert list(b.rig.failures) == ["b"]


def test_a_rig_stops_although_a_device_raises_on_its_way_out(bench, qtbot, monkeypatch):
    b = bench("abc")
    b.second(10, 10, 10)
    monkeypatch.setattr(b.rig.devices[0].pipeline, "process", _raise)
    monkeypatch.setattr(b.links[1], "statistics", _raise)
    with qtbot.capture_exceptions(), pytest.raises(RuntimeError):
        b.rig.stop()
    assert b.rig.is_stopped
    assert b.stopped == 1


def test_a_link_that_cannot_close_does_not_keep_the_others_open(bench):
    b = bench("abc")
    b.links[0].fails_to_close = True
    with pytest.raises(RuntimeError, match="cannot close"):
        b.rig.stop()
    assert [link.state for link in b.links] == [State.OPEN, State.IDLE, State.IDLE]
    assert not b.rig.is_stopped


def test_all_are_done_in_turn_and_what_was_raised_goes_on_behind_them():
    done: list[str] = []
    with pytest.raises(ExceptionGroup) as caught:
        in_turn(_raise, lambda: done.append("between"), _raise, lambda: done.append("last"))
    assert done == ["between", "last"]
    assert [str(error) for error in caught.value.exceptions] == ["a bug", "a bug"]


def _raise(*_arguments: object) -> None:
    raise RuntimeError("a bug")


# -- how old the data is


def test_each_second_the_chunks_whose_way_has_ended_are_given_out_once(bench):
    b, heard = bench("ab"), []
    b.rig.stamped.connect(lambda name, stamps: heard.append((name, len(stamps))))
    b.second(100, 0)
    b.second(100, 50)
    assert heard == [("a", 10), ("a", 10), ("b", 10)]
    b.rig.collect()
    assert len(heard) == 3
    b.links[0].receive(b"1.5,2.5\n", b.now_ns)
    b.rig.clock.refreshed.emit(None)
    b.rig.collect()
    assert heard[3:] == [("a", 1)]
    assert [b.rig.ages[name].summary("received_stored").count for name in "ab"] == [21, 10]


def test_what_waits_for_a_paint_is_given_out_unpainted_when_the_rig_stops(bench):
    b, heard = bench("a"), []
    b.rig.drawn({"a"})
    b.rig.stamped.connect(lambda _name, stamps: heard.extend(stamps.painted_ns.tolist()))
    b.links[0].receive(b"1.5,2.5\n", b.now_ns)
    b.rig.clock.refreshed.emit(None)
    b.rig.drawn({"a"})
    b.rig.painted(b.now_ns, 10 * b.now_ns)
    b.links[0].receive(b"1.5,2.5\n", b.now_ns)
    b.rig.stop()
    assert heard == [10 * b.now_ns, UNKNOWN]
    assert b.rig.paint_spans() == [(b.now_ns, 10 * b.now_ns)]
