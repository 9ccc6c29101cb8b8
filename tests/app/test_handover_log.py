"""The log of hand-overs."""

from __future__ import annotations

import logging

import pytest

from app.handover_log import HandoverLog
from app.link.options import TcpOptions
from app.refresh.clock import RefreshClock
from tests.ui.fake_link import FakeLink


class Desk:
    def __init__(self) -> None:
        self.now_ns = 0
        self.clock = RefreshClock(60, lambda: self.now_ns)
        self.links = [FakeLink(TcpOptions(host="127.0.0.1", port=1)) for _ in range(2)]
        self.log = HandoverLog(self.links, self.clock)

    def refresh(self, at_ms: float) -> None:
        self.now_ns = round(at_ms * 1e6)
        self.clock.mark()
        self.clock._refresh()


@pytest.fixture
def desk(qapp: object, caplog: pytest.LogCaptureFixture) -> Desk:
    caplog.set_level(logging.INFO, "quintet")
    return Desk()


def test_a_second_without_a_hand_over_says_nothing(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.log.tell(balanced=True)
    assert caplog.messages == []


def test_hand_overs_are_counted_with_the_longest_gap_between_refreshes(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    for link in desk.links:
        link.accept()
        link.set_transport("thread")
    desk.links[0].set_transport("gui")
    for at_ms in (0, 16, 66):
        desk.refresh(at_ms)
    desk.log.tell(balanced=True)
    desk.log.tell(balanced=True)
    (line,) = caplog.messages
    assert "2 to threads, 1 to the window's thread; longest refresh gap 50.0 ms; all ledgers balanced" in line


def test_a_wish_without_a_connection_is_no_hand_over(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.links[0].set_transport("thread")
    desk.log.tell(balanced=True)
    assert caplog.messages == []


def test_a_ledger_that_does_not_add_up_is_said_beside_them(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.links[0].accept()
    desk.links[0].set_transport("thread")
    desk.log.tell(balanced=False)
    assert "a ledger does not add up" in caplog.text
