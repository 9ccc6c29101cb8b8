"""Edits that leave every value what it is: names, units and bounds change in the midst of a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from app.decoding.options import Csv
from app.device import Device
from app.framing.options import Line
from app.link.contract import State
from app.quantities import ByteSize
from app.report import report
from app.rig import Rig
from app.session.schema import Session
from tests.app.fleet_scene import Scene, Server, options

MakeScene = Callable[..., Scene]


@pytest.fixture
def scene(qapp: QCoreApplication) -> Iterator[MakeScene]:
    made: list[Scene] = []

    def make(*names: str) -> Scene:
        made.append(Scene(*names))
        return made[-1]

    yield make
    for each in made:
        each.rig.clock.stop()
        each.rig.deleteLater()


def kept(device: Device) -> tuple[object, ...]:
    """All that is stored, and what it is called."""
    (table,) = device.pipeline.tables.values()
    times, cells = table.rows(range(len(table.columns)), 0, 1 << 62)
    return times.tolist(), cells, [(column.name, column.unit) for column in table.columns]


def test_another_unit_and_another_name_keep_history_connection_and_account_in_mid_row(scene: MakeScene):
    s = scene("a")
    a = s.rig.devices[0]
    s.receive(a, b"1.5,2.5\n7,")
    times, cells, names = kept(a)
    assert names == [("a", ""), ("b", "")]
    assert s.rig.replace(a, options("a", fields=("b [m/s²]", "a"))) is a  # two change names
    assert kept(a) == (times, cells, [("b", "m/s²"), ("a", "")])
    s.receive(a, b"8\n9,10\n")
    assert kept(a)[1] == [[1.5, 7.0, 9.0], [2.5, 8.0, 10.0]]
    assert s.rig.replace(a, options("a", fields=("x", "y [V]"))) is a
    s.link(a).lose("reset")
    s.link(a).accept()
    s.receive(a, b"11,12\n")
    s.rig.clock.second.emit()
    assert kept(a)[1:] == ([[1.5, 7.0, 9.0, 11.0], [2.5, 8.0, 10.0, 12.0]], [("x", ""), ("y", "V")])
    assert s.rig.ledgers_balanced
    assert [(each.name, each.unit) for each in a.pipeline.tables[""].columns] == [("x", ""), ("y", "V")]
    assert report(s.rig)["removed"] == []


def test_a_frame_that_is_longer_than_the_old_bound_comes_through_once_the_bound_is_wider(scene: MakeScene):
    s = scene("a")
    a = s.rig.devices[0]
    s.rig.replace(a, msgspec.structs.replace(a.options, framing=Line(max_frame=ByteSize(4))))
    s.receive(a, b"1.25,2\n1,2\n1.25,")
    s.rig.replace(a, msgspec.structs.replace(a.options, framing=Line(max_frame=ByteSize(40))))
    s.receive(a, b"3\n1.25,4\n")
    assert (s.rows(a), a.link.state, s.rig.ledgers_balanced) == (3, State.OPEN, True)
    assert dict(a.pipeline.byte_account().discarded) == {"oversize": 7}


@pytest.mark.parametrize("transport", ["gui", "thread"])
def test_on_real_sockets_names_units_and_bounds_change_while_rows_stream_and_none_is_lost(qtbot: QtBot, transport: str):
    server, most = Server(), 20_000
    rig = Rig(Session(devices=(options("a", port=server.serverPort(), transport=transport),)))
    rig.start()
    (a,) = rig.devices
    qtbot.waitUntil(lambda: sum(table.in_history for table in a.pipeline.tables.values()) == 4)
    (table,) = a.pipeline.tables.values()
    words = [("a", "b"), ("b [m]", "a [g]"), ("a [<b>]", "b"), ("x", "x")]
    sent, held = 4, 0
    while sent < most:
        rows = b"".join(b"%d,%d\n" % (number, -number) for number in range(sent, sent + 997))
        server.clients[0].write(rows[: len(rows) // 2])
        qtbot.waitUntil(lambda: server.clients[0].bytesToWrite() == 0)
        times, before = table.rows((0, 1), 0, 1 << 62)
        named = msgspec.structs.replace(a.options, decoding=Csv(fields=words[held % 4]), name=f"d{held}")
        bound = Line(max_frame=ByteSize(64 + held), first_frame="drop" if held % 2 else "whole")
        assert rig.replace(a, msgspec.structs.replace(named, framing=bound)) is a
        again, after = table.rows((0, 1), 0, 1 << 62)
        assert (again.tolist(), after) == (times.tolist(), before)
        server.clients[0].write(rows[len(rows) // 2 :])
        sent, held = sent + 997, held + 1
    qtbot.waitUntil(lambda: table.in_history == sent)
    _, (first, second) = table.rows((0, 1), 0, 1 << 62)
    assert first[4:] == [float(number) for number in range(4, sent)]
    assert second[4:] == [-float(number) for number in range(4, sent)]
    assert (len(server.clients), a.link.statistics().read) == (1, a.pipeline.received)
    with qtbot.waitSignal(rig.stopped):
        rig.stop()
    assert rig.ledgers_balanced
    server.close()
    server.deleteLater()
    rig.deleteLater()
