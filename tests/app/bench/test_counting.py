"""The sink counts whatever form the bytes come in."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QCoreApplication

from app.bench.counting import Counting
from app.stream import Chunk


def test_chunks_and_bare_arrays_count_alike(qapp: QCoreApplication) -> None:
    sink = Counting(30.0)
    sink.take_bare(QByteArray(b"abc"))
    sink.take(Chunk(memoryview(b"de"), 3, 1, 1, 1))
    assert sink.total == 5
    assert sink._timer.isActive()
    sink._timer.stop()
