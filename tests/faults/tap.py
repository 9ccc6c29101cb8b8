"""Listens to a link beside its device: how many bytes came on each connection, and their digest."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QObject, Slot

from app.link.contract import Link
from app.stream import Chunk, End
from tests.faults.oracle import Received

DIGEST_BYTES = 16


class Tap(QObject):
    """Attributes:
    data: the bytes themselves by connection, where `keep`.
    ended: connections whose end has come.
    """

    def __init__(self, link: Link, *, keep: bool = False) -> None:
        super().__init__()
        self.data: dict[int, bytearray] = {}
        self.ended: list[End] = []
        self._link = link
        self._keep = keep
        self._counts: dict[int, int] = {}
        self._digests: dict[int, hashlib.blake2b] = {}
        link.bytesReceived.connect(self._take)
        link.ended.connect(self._end)

    def received(self) -> list[Received]:
        """All connections so far, those on which nothing came included."""
        return [self._received(number) for number in range(1, self._link.statistics().opened + 1)]

    def count(self, connection: int) -> int:
        return self._counts.get(connection, 0)

    def forget(self, connection: int) -> Received:
        """What came on it; not kept any further."""
        received = self._received(connection)
        self._digests.pop(connection, None)
        self._counts.pop(connection, None)
        return received

    def _received(self, connection: int) -> Received:
        digest = self._digests.get(connection) or hashlib.blake2b(digest_size=DIGEST_BYTES)
        return Received(connection, self._counts.get(connection, 0), digest.hexdigest())

    @Slot(object)
    def _take(self, chunk: Chunk) -> None:
        digest = self._digests.get(chunk.connection)
        if digest is None:
            digest = self._digests[chunk.connection] = hashlib.blake2b(digest_size=DIGEST_BYTES)
        digest.update(chunk.data)
        self._counts[chunk.connection] = self._counts.get(chunk.connection, 0) + len(chunk.data)
        if self._keep:
            self.data.setdefault(chunk.connection, bytearray()).extend(chunk.data)

    @Slot(object)
    def _end(self, end: End) -> None:
        self.ended.append(end)
