"""Whoever drives a reader: the link's place, played by a test."""

from __future__ import annotations

import socket

from PySide6.QtCore import QObject, QThread, Signal, Slot

from app.clock import now_ns
from app.link.attempt import Connected
from app.link.connection import MOST
from app.link.dial import Dial
from app.link.options import TcpOptions
from app.link.reader import Sample, SocketReader
from app.link.resolver import Names, system_resolver
from app.stream import Chunk, End
from tests.app.link.peers import Server, until


class Owner(QObject):
    """Drives a reader by signals alone, as a link does, from the GUI thread."""

    adopted = Signal(object)
    writeAsked = Signal(object)
    finishAsked = Signal()
    abortAsked = Signal(str)
    sampleAsked = Signal()
    homeAsked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reader = SocketReader()
        self.data = bytearray()
        self.ends: list[End] = []
        self.samples: list[Sample] = []
        self.written = 0
        self.acknowledged: list[int] = []
        self.acknowledged_at_end: int | None = None
        self.expected = 0
        self.adopted.connect(self.reader.adopt)
        self.writeAsked.connect(self.reader.write)
        self.finishAsked.connect(self.reader.finish)
        self.abortAsked.connect(self.reader.abort)
        self.sampleAsked.connect(self.reader.sample)
        self.reader.bytesReceived.connect(self._take)
        self.reader.ended.connect(self._end)
        self.reader.bytesWritten.connect(self._count)
        self.reader.bytesAcknowledged.connect(self._note_acknowledged)
        self.reader.sampled.connect(self._keep)

    @Slot(object)
    def _take(self, chunk: Chunk) -> None:
        assert QThread.currentThread() is self.thread()
        assert chunk.offset == self.expected
        self.expected = chunk.stop
        self.data += chunk.data

    @Slot(object)
    def finish(self, _: Chunk) -> None:
        self.finishAsked.emit()

    @Slot(object)
    def _end(self, end: End) -> None:
        self.ends.append(end)
        self.acknowledged_at_end = self.acknowledged[-1] if self.acknowledged else None

    @Slot(object)
    def _count(self, count: int) -> None:
        self.written += count

    @Slot(object)
    def _note_acknowledged(self, until: int) -> None:
        assert until <= self.written
        self.acknowledged.append(until)

    @Slot(object)
    def _keep(self, sample: Sample) -> None:
        self.samples.append(sample)

    def sample(self) -> Sample:
        count = len(self.samples)
        self.sampleAsked.emit()
        until(lambda: len(self.samples) > count)
        return self.samples[-1]


class Dialled(QObject):
    def __init__(self, dial: Dial) -> None:
        super().__init__()
        self.connected: Connected | None = None
        dial.succeeded.connect(self._keep)

    @Slot(object)
    def _keep(self, connected: Connected) -> None:
        self.connected = connected


def connect(server: Server) -> tuple[Connected, socket.socket]:
    dial = Dial(TcpOptions(host=server.host, port=server.port), Names(system_resolver), MOST, now_ns)
    dialled = Dialled(dial)
    dial.start()
    until(lambda: dialled.connected is not None)
    assert dialled.connected is not None
    return dialled.connected, server.accept()
