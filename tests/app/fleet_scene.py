"""What the tests of a fleet share: a rig whose links are the test's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket

from app.decoding.options import Csv
from app.device import Device
from app.link.options import TcpOptions
from app.quantities import ByteSize
from app.rig import Rig
from app.session.schema import DeviceOptions, Session
from tests.ui.fake_link import FakeLink, FakeLinks

SECOND = 1_000_000_000
ROWS = b"1.5,2.5\n" * 4


def options(name: str, *, port: int = 7001, fields: tuple[str, ...] = ("a", "b"), **link: object) -> DeviceOptions:
    return DeviceOptions(
        name=name,
        address=f"tcp://127.0.0.1:{port}",
        link=TcpOptions(host="127.0.0.1", port=port, **link),  # type: ignore[arg-type]
        decoding=Csv(fields=fields),
    )


class Scene:
    """A running rig whose links are the test's, and what it said of its devices."""

    def __init__(self, *names: str, prepare: Callable[[FakeLink], None] = lambda link: None) -> None:
        self.links = FakeLinks(prepare)
        session = Session(devices=tuple(map(options, names)), history_bytes=ByteSize(64 << 20))
        self.rig = Rig(session, self.links)
        self.said: list[str] = []
        self.rig.devicesChanging.connect(lambda: self.said.append("changing"))
        self.rig.devicesChanged.connect(lambda: self.said.append("changed"))
        self.rig.start()
        for link in self.links.made:
            link.accept()

    def link(self, device: Device) -> FakeLink:
        link = device.link
        assert isinstance(link, FakeLink)
        return link

    def receive(self, device: Device, data: bytes = ROWS) -> None:
        self.link(device).receive(data)
        self.refresh()

    def refresh(self) -> None:
        self.rig.clock.refreshed.emit(None)

    def names(self) -> list[str]:
        return [device.name for device in self.rig.devices]

    def rows(self, device: Device) -> int:
        return sum(table.in_history for table in device.pipeline.tables.values())


class Server(QTcpServer):
    """Sends rows to whoever connects, and keeps them."""

    def __init__(self) -> None:
        super().__init__()
        self.clients: list[QTcpSocket] = []
        self.newConnection.connect(self._accept)
        assert self.listen(QHostAddress("127.0.0.1"), 0)

    @Slot()
    def _accept(self) -> None:
        self.clients.append(self.nextPendingConnection())
        self.clients[-1].write(ROWS)
