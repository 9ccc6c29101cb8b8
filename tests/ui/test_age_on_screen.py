"""How old the data is on a real link, by three clocks: the rig's stamps, the sender's own, and the test's stall."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Slot

from app.clock import now_ns
from app.health.ages import spans
from app.health.stamps import UNKNOWN, Stamps
from app.report import report
from app.session.reading import parse_session
from tests.app.link.peers import Server
from tests.ui.desk import Desk

STALL_NS = 60_000_000
SESSION = """
[[device]]
name = "imu"
link = "tcp://127.0.0.1:{port}"
transport = "{transport}"
time = {{ field = "t", unit = "ns", epoch = "boot" }}
decoding = {{ type = "csv", fields = ["t", "a"] }}
"""


class Heard(QObject):
    """What a rig gave out of its one device."""

    def __init__(self) -> None:
        super().__init__()
        self.stamps: list[Stamps] = []

    @Slot(str, object)
    def take(self, _device: str, stamps: Stamps) -> None:
        self.stamps.append(stamps)

    def of_row(self, sent_ns: int) -> Stamps | None:
        """The chunk that brought the row that was sent then."""
        for stamps in self.stamps:
            found = stamps.sent_ns == sent_ns
            if found.any():
                return Stamps(*(getattr(stamps, name)[found] for name in Stamps.__slots__))
        return None


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.mark.parametrize("transport", ["gui", "thread"])
def test_a_stall_shows_in_full_in_the_age_of_what_waited(desk: Desk, server: Server, transport: str):
    """A lower bound alone: how much older the data may be is this machine's business, and the bench's."""
    desk.show(parse_session(SESSION.format(port=server.port, transport=transport)), real=True)
    peer, heard = server.accept(), Heard()
    desk.rig.stamped.connect(heard.take)
    desk.qtbot.waitUntil(lambda: peer.send(b"%d,1\n" % now_ns()) and "imu" in desk.window.plots.drawn)

    sent_ns = now_ns()
    peer.sendall(b"%d,2\n" % sent_ns)
    while now_ns() - sent_ns < STALL_NS:  # the window stands still; the bytes wait in the kernel or the thread's hands
        pass
    stall_ns = now_ns() - sent_ns

    desk.qtbot.waitUntil(lambda: desk.rig.collect() or heard.of_row(sent_ns) is not None)
    row = heard.of_row(sent_ns)
    assert row.painted_ns[0] != UNKNOWN
    assert row.received_ns[0] - sent_ns >= stall_ns
    assert spans(row, "sent_painted")[0] >= stall_ns
    assert spans(row, "readable_painted")[0] >= stall_ns - (row.known_empty_ns[0] - sent_ns)
    if transport == "gui":  # nobody else looked at the queue since, so the age tells no less than the sender does
        assert row.read_ns[0] - sent_ns >= stall_ns
        assert spans(row, "readable_read")[0] >= stall_ns
        assert spans(row, "readable_painted")[0] >= spans(row, "sent_painted")[0]
        assert spans(row, "sent_readable")[0] == 0
        (device,) = report(desk.rig)["devices"]
        assert device["age_ms"]["max"] >= stall_ns / 1e6 - 0.001
    desk.rig.stamped.disconnect(heard.take)
