"""Everyday tasks with devices: a silent one, a new one, what was lost, a command, and whether a thread would help."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.link.contract import TicketState
from tests.app.link.peers import Server
from tests.screenshots.stage import S, Stage
from tests.tasks.bench import open_bench
from tests.tasks.eye import coloured, lines, plot_of, tip_at, words_in_sight
from tests.tasks.hand import Hand
from tests.tasks.table import ADD, LOST, SEND, SILENT, THREADS
from tests.ui.desk import ROW, Desk
from ui.comparison import compare_bar

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True)
STRIP = "Health of the devices"
FRAME = b'{"rpm": 3000, "oil": 81.5}\n'
PATIENCE_MS = 60_000
LEAST_HOLE = 3  # px
ANSWERS = ("One thread is enough", "A thread helps", "No difference")


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


def test_why_a_device_is_silent_is_told(staged: Stage, hand: Hand) -> None:
    room = open_bench(staged)["room"]
    staged.run(6)
    room.is_silent = True
    room.link.more = {"is_stale": True, "silent_ns": 9 * S, "stale_after_ns": 5 * S}
    room.link.staleChanged.emit(True)
    staged.run(9)
    hand.click_row(STRIP, "room: silent for 9 s", twice=True)
    told = words_in_sight()
    assert "Nothing came for 9.0 s; nothing waits here; expected within 5.0 s" in told
    assert "Is the device stopped, or waiting for a command?" in told
    assert hand.steps == SILENT.steps


def test_a_device_of_an_unknown_format_is_added_and_its_channels_are_seen(
    desk: Desk, live_hand: Hand, qtbot: QtBot, server: Server
) -> None:
    desk.open("imu")
    live_hand.choose("Device", "Add device…")
    live_hand.type(f"127.0.0.1:{server.port}")
    live_hand.click("Test connection")
    server.accept().sendall(30 * FRAME)
    qtbot.waitUntil(lambda: "These frames are JSON objects" in words_in_sight())
    live_hand.click("Use this")
    qtbot.waitUntil(lambda: any("81.5" in row for row in lines("Decoded rows")))
    live_hand.click("Add device")
    desk.links[-1].accept()
    desk.links[-1].receive(FRAME)
    desk.refreshed()
    assert lines("Devices and channels")[-2:] == ["rpm: 3000", "oil: 81.5"]
    assert live_hand.steps == ADD.steps


def test_whether_data_was_lost_and_where_is_seen(staged: Stage, hand: Hand) -> None:
    pump = open_bench(staged)["pump"]
    staged.run(60)
    pump.link.lose("The device gave up the connection (reset)")
    staged.run(6)
    pump.link.accept()
    staged.run(60)
    hand.press("A")
    gap = _hole_in(plot_of("pump"))
    assert gap is not None
    assert _hole_in(plot_of("motor")) is None
    assert "The device gave up the connection (reset)" in tip_at(plot_of("pump"), gap)
    assert "Every byte is accounted for" in words_in_sight()
    assert hand.steps == LOST.steps


def _hole_in(plot: QWidget) -> QPoint | None:
    """The middle of the widest part of the picture without a curve, where that is wider than the distance of dots."""
    points = sorted(coloured(plot), key=lambda at: at.x())
    pairs = [(one, other) for one, other in pairwise(points) if other.x() - one.x() > LEAST_HOLE]
    if not pairs:
        return None
    one, other = max(pairs, key=lambda pair: pair[1].x() - pair[0].x())
    return QPoint((one.x() + other.x()) // 2, one.y() - 10)


def test_whether_a_thread_would_help_is_answered(
    desk: Desk, live_hand: Hand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compare_bar, "DEFAULT_ROUNDS", 2)  # waiting is no step, but it is a test's time
    monkeypatch.setattr(compare_bar, "DEFAULT_FOR_NS", compare_bar.SHORTEST_FOR_NS)
    desk.open("imu", "scope")

    def send() -> None:
        for link in desk.links:
            link.receive(ROW)

    sending = QTimer(desk.window, interval=10)
    sending.timeout.connect(send)
    sending.start()
    live_hand.press("Ctrl+M")
    live_hand.click("Compare now")
    qtbot.waitUntil(lambda: "What it rests on" in words_in_sight(), timeout=PATIENCE_MS)
    sending.stop()
    told = words_in_sight()
    assert any(answer in told for answer in ANSWERS), told
    assert live_hand.steps == THREADS.steps


def test_a_command_is_sent_and_seen_to_arrive(staged: Stage, hand: Hand) -> None:
    supply = open_bench(staged)["supply"]
    staged.run(3)
    hand.click_row(STRIP, "supply")
    hand.press("Ctrl+E")
    hand.type("OUTP ON")
    hand.press("Return")
    (ticket,) = supply.link.commands
    assert ticket.data == b"OUTP ON\n"
    assert "OUTP ON\\n: queued" in lines("Commands sent to this device")[0]
    ticket.state = TicketState.ACCEPTED
    ticket.accepted_ns = staged.clock.at_ns
    staged.run(1)
    assert "accepted" in lines("Commands sent to this device")[0]
    assert hand.steps == SEND.steps
