"""The window on real connections: a server on this machine, TcpLink, and the way from bytes to rows on screen."""

import pytest
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket

from app.link.contract import State
from app.session.reading import parse_session
from tests.ui.desk import Desk, rows

PERIOD = b"0.5,9.81,21.5\n"
UNTIL_REFUSED = 1  # a port that nobody listens on


class Instrument(QObject):
    """A server whose clients are sent rows when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.clients: list[QTcpSocket] = []
        self._server = QTcpServer(self)
        self._server.newConnection.connect(self._accept)
        assert self._server.listen(QHostAddress("127.0.0.1"), 0)

    @property
    def port(self) -> int:
        return self._server.serverPort()

    @Slot()
    def _accept(self) -> None:
        self.clients.append(self._server.nextPendingConnection())

    def send(self, data: bytes) -> None:
        for client in self.clients:
            if client.isOpen():  # one that was reset is not, and Qt says so
                client.write(data)

    def drop(self) -> None:
        """End all connections and listen no more."""
        self._server.close()
        for client in self.clients:
            client.abort()


@pytest.fixture
def instruments(qapp):
    made = [Instrument(), Instrument()]
    yield made
    for each in made:
        each.drop()
        each.deleteLater()


@pytest.fixture
def bench(desk: Desk, instruments):
    """The window on two instruments, connected."""
    text = "".join(
        f'[[device]]\nname = "{name}"\nlink = "tcp://127.0.0.1:{each.port}"\nretry = "100 ms"\n'
        'decoding = { type = "csv", fields = ["ax [m/s²]", "ay [m/s²]", "temperature [°C]"] }\n'
        for name, each in zip(("imu", "scope"), instruments, strict=True)
    )
    with desk.qtbot.waitSignal(desk.dashboard.opened):
        desk.dashboard.open_session(parse_session(text))
    desk.qtbot.waitUntil(lambda: all(each.clients for each in instruments))
    return desk


def listed(desk: Desk) -> list[str]:
    desk.window.devices.refresh()
    return rows(desk.named("Devices and channels"))


def test_rows_that_are_sent_are_on_screen_and_every_byte_is_accounted_for(bench: Desk, instruments):
    for each in instruments:
        each.send(PERIOD * 100)
    bench.qtbot.waitUntil(lambda: sum(row == "ax: 0.5 m/s²" for row in listed(bench)) == 2)
    with bench.qtbot.waitSignal(bench.rig.checked):
        pass
    bench.qtbot.waitUntil(lambda: bench.window.status.text.startswith("Every byte is accounted for"))
    account = bench.rig.status(bench.rig.devices[0]).ledger
    assert (account.bytes.received, account.frames.decoded) == (1400, 100)
    assert bench.window.plots.panels


def test_a_device_that_goes_away_is_told_by_word_while_the_other_runs_on(bench: Desk, instruments):
    first, second = instruments
    first.send(PERIOD)
    bench.qtbot.waitUntil(lambda: "ax: 0.5 m/s²" in listed(bench))
    first.drop()
    bench.qtbot.waitUntil(lambda: bench.rig.devices[0].link.state is not State.OPEN)
    told = listed(bench)[0]
    second.send(PERIOD)
    bench.qtbot.waitUntil(lambda: listed(bench).count("ax: 0.5 m/s²") == 2)
    assert told.startswith(("imu: waiting", "imu: connecting", "imu: looking up the name"))


def test_pausing_the_view_loses_nothing(bench: Desk, instruments):
    bench.press(Qt.Key.Key_Space)
    instruments[0].send(PERIOD * 1000)
    bench.qtbot.waitUntil(lambda: bench.rig.devices[0].pipeline.received == 14_000)
    bench.refreshed()
    assert bench.rig.devices[0].pipeline.tables[""].in_history == 1000
    assert bench.window.plots.paused


def test_closing_the_window_with_open_links_ends_the_program(bench: Desk):
    assert all(device.link.state is State.OPEN for device in bench.rig.devices)
    with bench.qtbot.waitSignal(bench.dashboard.finished):
        bench.window.close()
    assert bench.rig.is_stopped
    assert bench.dashboard.exit_code == 0
