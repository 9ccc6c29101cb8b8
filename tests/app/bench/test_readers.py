"""The readers that are compared do the work that they say."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication

from app.bench.counting import Counting
from app.bench.readers import BLOCK_ROWS, COLUMNS, READERS, BareBlocks, _RigCount, bare, bare_count
from app.bench.sender import PIECE, pattern
from app.bench.sockets import rate_of, senders
from app.link.options import TcpOptions
from app.rig import Rig
from app.session.schema import DeviceOptions, Session
from app.stream import Chunk
from tests.ui.fake_link import FakeLink, FakeLinks

SECONDS = 0.1


def test_the_bare_loop_hands_on_every_byte_of_each_connection_in_order() -> None:
    heard: dict[int, bytes] = {}

    def consume(index: int, data: memoryview) -> None:
        heard[index] = (heard.get(index, b"") + bytes(data))[: 2 * PIECE]

    with senders("floats") as ports:
        result = bare(SECONDS, [int(port) for port in ports], consume)
    whole = pattern("floats") * 2
    assert sorted(heard) == [0, 1, 2, 3, 4]
    assert all(data == whole[: len(data)] for data in heard.values())
    assert result["bytes"] >= sum(map(len, heard.values()))
    assert result["cpu"] > 0


def test_counting_counts_what_came() -> None:
    with senders("zeros") as ports:
        result = bare_count(SECONDS, [int(ports[0])])
    assert result["bytes"] > 0


def rows(start: int, count: int) -> memoryview:
    return memoryview(np.arange(start * COLUMNS, (start + count) * COLUMNS, dtype=np.float32).tobytes())


def test_bare_storing_puts_rows_into_columns_one_behind_the_other() -> None:
    store = BareBlocks(2)
    store.consume(1, rows(0, 3))
    store.consume(1, rows(3, 2))
    assert store.blocks[1][:, :5].T.ravel().tolist() == list(range(5 * COLUMNS))
    assert not store.blocks[0].any()


def test_bare_storing_begins_again_where_the_block_is_full() -> None:
    store = BareBlocks(1)
    store.consume(0, rows(0, BLOCK_ROWS - 1))
    store.consume(0, rows(7, 2))
    assert store.blocks[0][:, :2].T.ravel().tolist() == list(range(7 * COLUMNS, 9 * COLUMNS))


def test_bare_storing_takes_whole_rows_alone() -> None:
    store = BareBlocks(1)
    store.consume(0, memoryview(bytes(rows(0, 2)) + b"abc"))
    assert store.positions == [2]


def test_the_time_of_a_reader_begins_with_the_first_byte(qapp: QCoreApplication, qtbot) -> None:
    sink = Counting(30.0)
    assert sink.result == {"bytes": 0, "cpu": 0.0}
    assert not sink._timer.isActive()
    sink.take(Chunk(memoryview(b"abc"), 0, 1, 1, 1))
    sink.take(Chunk(memoryview(b"de"), 3, 1, 1, 1))
    assert (sink.total, sink._timer.isActive(), sink._timer.interval()) == (5, True, 30_000)
    sink._timer.stop()


@pytest.fixture
def rig(qapp: QCoreApplication) -> Iterator[tuple[Rig, FakeLink]]:
    device = DeviceOptions(name="d", address="tcp://127.0.0.1:1", link=TcpOptions(host="127.0.0.1", port=1))
    links = FakeLinks()
    rig = Rig(Session(devices=(device,)), links)
    yield rig, links.made[0]
    rig.clock.stop()
    rig.deleteLater()


def test_a_rig_whose_ledger_fails_gives_no_figure(rig: tuple[Rig, FakeLink]) -> None:
    whole, link = rig
    sink = _RigCount(whole, 30.0)
    link.accept()
    link.receive(b"abc\n")
    sink._timer.stop()
    assert sink.result["bytes"] == 4
    link.extra_read = 1
    whole.clock.second.emit()
    with pytest.raises(SystemExit, match="does not add up"):
        _ = sink.result


def test_each_comparison_has_both_its_sides() -> None:
    ours = {"link-count", "rig-struct", "link-thread-count"}
    assert set(READERS) == ours | {"bare-count", "bare-struct", "bare-thread-count"}


@pytest.mark.parametrize("kind", ["link-count", "link-thread-count", "bare-thread-count"])
def test_a_reader_in_qts_loop_counts_in_a_process_that_ends_by_itself(kind: str) -> None:
    with senders("zeros") as ports:
        assert rate_of(kind, ports, SECONDS) > 0
