"""A rig on fake links for the comparison's tests: links that go over at once, late or never, and that keep sending."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, QTimer, Slot

from app.decoding.options import Csv
from app.health.stamps import UNKNOWN, Stamps
from app.link.contract import LinkStatistics
from app.link.options import LinkOptions, TcpOptions
from app.rig import Rig
from app.session.schema import DeviceOptions, Session
from tests.ui.fake_link import FakeLink

ROW = b"1.5,2.5\n"
SEND_MS = 2


class Link(FakeLink):
    """A fake link that may be slow to change who reads.

    Attributes:
        asked: the modes that it was asked for, in order.
        is_slow: it stays where it is until `go_over`.
    """

    def __init__(self, options: LinkOptions) -> None:
        super().__init__(options)
        self.asked: list[str] = []
        self.is_slow = False
        self._read_by = "gui"

    def set_transport(self, mode: str) -> None:
        self.asked.append(mode)
        super().set_transport(mode)
        if not self.is_slow:
            self.go_over()

    def go_over(self) -> None:
        if self._read_by != self.wished_transport:
            self._read_by = self.wished_transport
            self.transportChanged.emit(self._read_by)

    def statistics(self) -> LinkStatistics:
        return replace(super().statistics(), transport=self._read_by)


class Bench(QObject):
    """A rig and its links; `keep_sending` lets all open ones receive a row every few ms."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.links: dict[str, Link] = {}
        self._names = iter(names)
        options = tuple(
            DeviceOptions(
                name=name,
                address="tcp://127.0.0.1:7001",
                link=TcpOptions(host="127.0.0.1", port=7001),
                decoding=Csv(fields=("a", "b")),
            )
            for name in names
        )
        self.rig = Rig(Session(devices=options, title="Bench"), self._link, self)
        self.rig.start()
        self._timer = QTimer(self, interval=SEND_MS)
        self._timer.timeout.connect(self._send)

    def _link(self, options: LinkOptions) -> Link:
        return self.links.setdefault(next(self._names), Link(options))

    def accept(self, *names: str) -> None:
        for name in names or tuple(self.links):
            self.links[name].accept()

    def keep_sending(self) -> None:
        self._timer.start()

    def fall_silent(self) -> None:
        self._timer.stop()

    @Slot()
    def _send(self) -> None:
        for link in self.links.values():
            if link.state == "open":
                link.receive(ROW)

    def close(self) -> None:
        self._timer.stop()
        self.rig.stop()


MakeBench = Callable[..., Bench]


def stamps(*waits: tuple[int, int], backlog: int = UNKNOWN) -> Stamps:
    """Chunks of ten bytes with these (known empty, read) times; received, stored and painted a little later."""
    empty = np.array([wait[0] for wait in waits], np.int64)
    read = np.array([wait[1] for wait in waits], np.int64)
    same = np.full(len(waits), 10, np.int64)
    unknown = np.full(len(waits), UNKNOWN, np.int64)
    behind = np.full(len(waits), backlog, np.int64)
    return Stamps(same, behind, unknown, empty, read, read + 1_000_000, read + 2_000_000, read + 3_000_000)
