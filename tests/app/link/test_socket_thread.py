"""A thread ends in order whatever becomes of its link and of the program."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot
from pytestqt.qtbot import QtBot

from app.link import connection, socket_thread
from app.link.connection import FIRST, LEAST, MOST, TURN_NS, Turns
from app.link.contract import State
from app.link.flight import Flight
from app.link.options import TcpOptions
from app.link.socket_thread import LONG_ROUND_NS, SocketThread
from app.link.tcp import TcpLink
from app.stream import Chunk
from tests.app.link.one_connection import MS, Clock
from tests.app.link.peers import Server, turn_loop, until
from tests.app.link.points_of_life import brought


@pytest.mark.parametrize("before", ["away", "coming", "going", "closing"])
def test_a_link_that_is_deleted_lets_go_of_its_connection_and_its_thread(server: Server, before: str) -> None:
    """Its QThread would abort the program, now or at its exit."""
    brought(server, before).deleteLater()
    peer = server.accept()
    assert socket_thread._running
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    until(lambda: not socket_thread._running, "the thread's end")
    assert peer.recv(100) in (b"", b"unread")


def test_a_program_that_ends_without_its_loop_ends_its_threads(server: Server) -> None:
    code = f"""
from PySide6.QtCore import QCoreApplication
from app.link.options import TcpOptions
from app.link.tcp import TcpLink
app = QCoreApplication([])
link = TcpLink(TcpOptions(host={server.host!r}, port={server.port}, transport="thread"))
link.open()
while link.statistics().thread is None:
    app.processEvents()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_connection_that_gets_no_thread_tells_that_the_wish_was_given_up(
    qtbot: QtBot, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was wished before the link was opened."""
    monkeypatch.setattr("app.link.socket_thread.SocketThread.start", lambda _: False)
    link = TcpLink(TcpOptions(host=server.host, port=server.port, transport="thread"))
    with qtbot.waitSignal(link.transportChanged) as told:
        link.open()
    assert (told.args, link.wished_transport) == (["gui"], "gui")
    link.close()
    until(lambda: link.state is State.IDLE)


class Lane(QObject):
    """The window's end of a lane whose thread was never started, with a receiver that takes `cost_ns` of the processor
    for each chunk. `beside`: one in the same loop."""

    def __init__(self, beside: Lane | None = None) -> None:
        super().__init__()
        self.processor = beside.processor if beside else Clock()
        self.turns = beside.turns if beside else Turns()
        self.cost_ns = 0
        self.sizes: list[int] = []
        self.flight = Flight()
        self.flight.begin(0, FIRST)
        self.thread_ = SocketThread("lane", self.flight, self.processor, self.turns)
        self.thread_.bytesReceived.connect(self._take)
        self._read = 0

    @Slot(object)
    def _take(self, chunk: Chunk) -> None:
        self.sizes.append(len(chunk.data))
        self.processor.now += self.cost_ns

    def come(self, count: int = 1, size: int = 0) -> None:
        """So many pieces, as large as they may be unless it is said; nobody is woken."""
        for _ in range(count):
            data = bytes(size or self.flight.piece_bytes)
            self._read += len(data)
            self.flight.launch(Chunk(memoryview(data), self._read - len(data), 1, 0, 0), len(data), self._read)

    def turn(self, count: int = 1, *, beside_ns: int = 0) -> list[int]:
        """What is handed on at once when so many pieces have come and the loop did something else for so long."""
        self.come(count)
        self.processor.now += beside_ns
        self.sizes.clear()
        self.thread_.hand_on()
        return self.sizes

    def flood(self) -> int:
        """Until nothing is left; the size of a piece then."""
        self.turn()
        turn_loop()
        return self.flight.piece_bytes


@pytest.fixture
def lane(qapp: QCoreApplication) -> Iterator[Lane]:
    lane = Lane()
    yield lane
    lane.thread_.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_turn_hands_on_for_its_budget_and_the_rest_when_the_loop_has_gone_round(lane: Lane) -> None:
    lane.cost_ns = TURN_NS // 4
    assert lane.turn(6) == [FIRST] * 4
    lane.thread_.hand_on()
    assert len(lane.sizes) == 4
    turn_loop()
    assert len(lane.sizes) == 6


def test_pieces_shrink_while_their_receivers_are_slow_and_grow_again(lane: Lane) -> None:
    lane.cost_ns = TURN_NS + 1
    assert [lane.flood() for _ in range(3)] == [FIRST // 2, LEAST, LEAST]
    lane.cost_ns = 0
    assert [lane.flood() for _ in range(8)][-1] == MOST


def test_a_window_that_draws_for_long_has_a_share_of_its_round_for_what_a_thread_has_read(lane: Lane) -> None:
    lane.cost_ns = TURN_NS
    assert len(lane.turn(6, beside_ns=16 * 4 * TURN_NS)) == 4
    assert lane.flight.piece_bytes == FIRST


def test_a_lane_that_was_empty_for_long_has_no_arrears(lane: Lane) -> None:
    lane.turn()
    lane.cost_ns = TURN_NS
    at_most = LONG_ROUND_NS // 16 // TURN_NS + 1
    assert len(lane.turn(40, beside_ns=60_000 * MS)) == at_most


def test_asking_for_what_is_under_way_when_nothing_is_uses_up_no_share(lane: Lane) -> None:
    lane.cost_ns = TURN_NS
    lane.processor.now += 16 * 4 * TURN_NS
    lane.thread_.hand_on()
    assert len(lane.turn(6)) == 4


def test_lanes_that_flood_do_not_lengthen_one_anothers_turns(lane: Lane) -> None:
    other = Lane(lane)
    lane.cost_ns, other.cost_ns = 80 * TURN_NS, TURN_NS
    lane.turn()
    assert len(other.turn(6)) == 1
    other.thread_.deleteLater()


def test_a_piece_whose_receivers_were_interrupted_by_other_programs_is_not_halved_for_it(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "now_ns", by_the_clock := Clock())
    monkeypatch.setattr(connection.time, "thread_time_ns", processor := Clock())
    lane = Lane()
    thread = SocketThread("lane", lane.flight, by_the_clock, lane.turns)
    lane.thread_.deleteLater()
    lane.thread_, lane.processor, lane.cost_ns = thread, by_the_clock, 20 * TURN_NS
    thread.bytesReceived.connect(lane._take)
    assert len(lane.turn(3)) == 3
    assert lane.flight.piece_bytes == 2 * FIRST
    lane.processor, lane.cost_ns = processor, TURN_NS + 1
    assert len(lane.turn(3)) == 1
    assert lane.flight.piece_bytes == FIRST
    thread.deleteLater()


def test_fewer_bytes_than_the_least_turn_do_not_say_how_large_a_piece_may_be(lane: Lane) -> None:
    lane.cost_ns = 10 * TURN_NS
    lane.come(size=LEAST - 1)
    lane.thread_.hand_on()
    assert lane.flight.piece_bytes == FIRST
