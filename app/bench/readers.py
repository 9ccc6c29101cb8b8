"""The readers that are compared, each in a process of its own so that its CPU time is its own.

    python -m app.bench.readers KIND SECONDS PORT...

KIND is one of READERS. Prints {"bytes": ..., "cpu": ...} for the time from the first byte on.
"""

from __future__ import annotations

import json
import selectors
import socket
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot

from app.bench.bare_threads import bare_thread_count
from app.bench.counting import Counting, Result
from app.bench.fixed_frames import fixed_frames
from app.link.contract import Link, State
from app.link.factory import make_link
from app.link.options import TcpOptions
from app.rig import Rig
from app.session.schema import Transport

BUFFER = 256 << 10  # what one recv_into may take; more bought nothing in the measurements
BLOCK_ROWS = 1 << 16
COLUMNS = 8


def bare(seconds: float, ports: list[int], consume: Callable[[int, memoryview], None]) -> Result:
    """selectors and recv_into, as fast as Python can."""
    with ExitStack() as opened:
        chooser = opened.enter_context(selectors.DefaultSelector())
        for index, port in enumerate(ports):
            connection = opened.enter_context(socket.create_connection(("127.0.0.1", port)))
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
            connection.setblocking(False)
            chooser.register(connection, selectors.EVENT_READ, index)
        return _read(chooser, seconds, consume)


def _read(chooser: selectors.BaseSelector, seconds: float, consume: Callable[[int, memoryview], None]) -> Result:
    view = memoryview(bytearray(BUFFER))
    total, begun = 0, time.process_time()
    stop = time.monotonic() + seconds
    while time.monotonic() < stop:
        for key, _ in chooser.select(0.1):
            count = key.fileobj.recv_into(view)  # type: ignore[union-attr]  # registered as sockets above
            total += count
            consume(key.data, view[:count])
    return {"bytes": total, "cpu": time.process_time() - begun}


def bare_count(seconds: float, ports: list[int]) -> Result:
    return bare(seconds, ports, lambda _index, _data: None)


class BareBlocks:
    """Copies whole rows of eight float32 into a block a connection, over and over: storing without a pyramid."""

    def __init__(self, count: int) -> None:
        self.blocks = [np.zeros((COLUMNS, BLOCK_ROWS), np.float32) for _ in range(count)]
        self.positions = [0] * count

    def consume(self, index: int, data: memoryview) -> None:
        rows = np.frombuffer(data[: len(data) // 32 * 32], np.float32).reshape(-1, COLUMNS)
        at = self.positions[index]
        if at + len(rows) > BLOCK_ROWS:
            at = 0
        self.blocks[index][:, at : at + len(rows)] = rows.T
        self.positions[index] = at + len(rows)


def bare_struct(seconds: float, ports: list[int]) -> Result:
    return bare(seconds, ports, BareBlocks(len(ports)).consume)


def link_count(seconds: float, ports: list[int], transport: Transport = "gui") -> Result:
    """Five TcpLinks and a sink that adds up lengths."""
    application = QCoreApplication([])
    sink = Counting(seconds)
    links = [make_link(TcpOptions(host="127.0.0.1", port=port, transport=transport)) for port in ports]
    for link in links:
        link.bytesReceived.connect(sink.take)
        link.open()
    application.exec()
    closing = _Closing(links)
    application.exec()
    closing.deleteLater()
    return sink.result


def link_thread_count(seconds: float, ports: list[int]) -> Result:
    """The same, each read by a SocketThread."""
    return link_count(seconds, ports, "thread")


class _Closing(QObject):
    """Closes links and ends the loop when the last and its thread have ended: the process would not survive them."""

    def __init__(self, links: list[Link]) -> None:
        super().__init__()
        self._links = links
        for link in links:
            link.stateChanged.connect(self._look, Qt.ConnectionType.QueuedConnection)
            link.close()
        QTimer.singleShot(0, self, self._look)

    @Slot()
    def _look(self) -> None:
        if all(link.state is State.IDLE for link in self._links):
            QCoreApplication.exit()


class _RigCount(Counting):
    """Counts what the devices of a rig have received when the time is over."""

    def __init__(self, rig: Rig, seconds: float) -> None:
        super().__init__(seconds)
        self._rig = rig
        for device in rig.devices:
            device.link.bytesReceived.connect(self.take)

    @property
    def result(self) -> Result:
        failures = [text for found in self._rig.failures.values() for text in found]
        if failures:
            raise SystemExit(f"the ledger does not add up: {failures}")
        return super().result


def rig_struct(seconds: float, ports: list[int]) -> Result:
    """A whole rig: five devices, fixed frames of eight float32, to history with pyramid and ledger."""
    application = QCoreApplication([])
    rig = Rig(fixed_frames(ports, "f32", COLUMNS))
    sink = _RigCount(rig, seconds)
    rig.start()
    application.exec()
    return sink.result


READERS: dict[str, Callable[[float, list[int]], Result]] = {
    "bare-count": bare_count,
    "bare-struct": bare_struct,
    "link-count": link_count,
    "link-thread-count": link_thread_count,
    "bare-thread-count": bare_thread_count,
    "rig-struct": rig_struct,
}


if __name__ == "__main__":
    print(json.dumps(READERS[sys.argv[1]](float(sys.argv[2]), [int(word) for word in sys.argv[3:]])))
