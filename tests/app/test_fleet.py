"""Devices come, change and go while bytes flow, and every byte of each stays accounted for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from app.decoding.options import Csv
from app.device import Device
from app.fleet import MAX_REMOVED
from app.link.contract import State
from app.quantities import Duration
from app.report import report
from app.rig import Rig
from app.session.schema import Session
from tests.app.fleet_scene import ROWS, SECOND, Scene, Server, options
from tests.ui.fake_link import FakeLink, FakeLinks

MakeScene = Callable[..., Scene]


@pytest.fixture
def scene(qapp: QCoreApplication) -> Iterator[MakeScene]:
    made: list[Scene] = []

    def make(*names: str, prepare: Callable[[FakeLink], None] = lambda link: None) -> Scene:
        made.append(Scene(*names, prepare=prepare))
        return made[-1]

    yield make
    for each in made:
        each.rig.clock.stop()
        each.rig.deleteLater()


# -- add


def test_a_device_that_is_added_is_connected_and_read_like_any_other(scene: MakeScene):
    s = scene("a", "c")
    new = s.rig.add(options("b"), 1)
    assert (s.names(), s.said) == (["a", "b", "c"], ["changing", "changed"])
    assert new.link.state is State.CONNECTING
    s.link(new).accept()
    s.receive(new)
    s.rig.clock.second.emit()
    assert s.rows(new) == 4
    assert s.rig.status(new).ledger.balanced
    assert s.rig.session.devices[1] == options("b")
    assert [told["name"] for told in report(s.rig)["devices"]] == ["a", "b", "c"]


def test_a_device_that_is_added_before_the_start_is_opened_with_the_others(qapp: QCoreApplication):
    links = FakeLinks()
    rig = Rig(Session(), links)
    rig.add(options("a"))
    assert links.made[0].state is State.IDLE
    rig.start()
    assert links.made[0].state is State.CONNECTING
    rig.stop()
    rig.deleteLater()


def test_a_name_that_is_taken_is_refused_and_nothing_has_changed(scene: MakeScene):
    s = scene("a", "b")
    with pytest.raises(ValueError, match="there is a device called a already"):
        s.rig.add(options("a"))
    with pytest.raises(ValueError, match="called b already"):
        s.rig.replace(s.rig.devices[0], options("b"))
    assert (s.names(), s.said, len(s.links.made)) == (["a", "b"], [], 2)


def test_a_rig_that_was_stopped_is_not_changed(scene: MakeScene):
    s = scene("a")
    s.rig.stop()
    for change in (
        lambda: s.rig.add(options("b")),
        lambda: s.rig.remove(s.rig.devices[0]),
        lambda: s.rig.replace(s.rig.devices[0], options("c")),
    ):
        with pytest.raises(RuntimeError, match="the session is over"):
            change()


# -- remove


def test_a_removed_device_is_gone_at_once_and_its_link_closes_without_anybody_waiting(scene: MakeScene):
    s = scene("a", "b", prepare=lambda link: setattr(link, "closes_slowly", True))
    a = s.rig.devices[0]
    s.receive(a)
    s.rig.remove(a)
    assert (s.names(), a.link.state, s.rig.leaving) == (["b"], State.CLOSING, (a,))
    s.link(a).receive(ROWS)  # what comes while it closes is counted
    s.link(a).finish_closing()
    assert s.rig.leaving == ()
    told = report(s.rig)["removed"]
    assert [(each["name"], each["ledger"]["samples"]["decoded"]) for each in told] == [("a", 8)]
    assert told[0]["ledger"]["balanced"]
    assert told[0]["state"] == "open"  # as it was before it was removed


def test_a_ledger_that_did_not_add_up_fails_the_run_though_its_device_is_gone(scene: MakeScene):
    s = scene("a", "b")
    a = s.rig.devices[0]
    s.link(a).extra_read = 1
    s.rig.clock.second.emit()
    assert not s.rig.ledgers_balanced
    s.rig.remove(a)
    assert (s.rig.failures, s.rig.ledgers_balanced) == ({}, False)
    assert not report(s.rig)["removed"][0]["ledger"]["balanced"]


def test_bytes_that_are_missing_when_a_removed_device_has_closed_are_found(scene: MakeScene):
    s = scene("a")
    a = s.rig.devices[0]
    s.link(a).closes_slowly = True
    s.rig.remove(a)
    s.link(a).extra_read = 3
    s.link(a).finish_closing()
    assert not s.rig.ledgers_balanced


def test_a_new_device_has_nothing_of_a_removed_one_of_the_same_name(scene: MakeScene):
    s = scene("a")
    a = s.rig.devices[0]
    s.link(a).extra_read = 1
    s.receive(a)
    s.rig.clock.second.emit()
    s.rig.remove(a)
    new = s.rig.add(options("a"))
    assert (s.rig.failures, s.rows(new), s.rig.status(new).ledger.bytes.received) == ({}, 0, 0)
    assert s.rig.ages["a"].summary("received_stored").count == 0
    assert len(s.rig.events(new)) == 0


def test_a_stop_waits_for_a_removed_device_that_is_closing(scene: MakeScene):
    s = scene("a", "b", prepare=lambda link: setattr(link, "closes_slowly", True))
    a, b = s.rig.devices
    s.rig.remove(a)
    s.rig.stop()
    s.link(b).finish_closing()
    assert not s.rig.is_stopped
    s.link(a).finish_closing()
    assert s.rig.is_stopped


# -- put back


def test_a_removed_device_comes_back_with_its_history_and_its_account(scene: MakeScene):
    s = scene("a", "b")
    a = s.rig.devices[0]
    s.receive(a)
    s.rig.remove(a)
    s.rig.put_back(a, 0)
    assert (s.names(), s.rows(a), s.rig.removed) == (["a", "b"], 4, [])
    assert a.link.state is State.CONNECTING
    s.link(a).accept()
    s.receive(a)
    s.rig.clock.second.emit()
    assert (s.rows(a), s.rig.ledgers_balanced) == (8, True)
    assert s.rig.ages["a"].summary("received_stored").count == 2


def test_what_failed_before_it_was_removed_is_said_again_when_it_is_back(scene: MakeScene):
    s = scene("a")
    a = s.rig.devices[0]
    s.link(a).extra_read = 1
    s.rig.clock.second.emit()
    s.rig.remove(a)
    s.rig.put_back(a)
    assert list(s.rig.failures) == ["a"]


def test_a_device_that_was_stopped_comes_back_stopped(scene: MakeScene):
    s = scene("a")
    a = s.rig.devices[0]
    a.link.close()
    s.rig.remove(a)
    s.rig.put_back(a)
    assert a.link.state is State.IDLE


def test_one_that_is_forgotten_gives_its_history_back_and_does_not_come_again(scene: MakeScene):
    s = scene("a", "b")
    a = s.rig.devices[0]
    s.receive(a)
    s.rig.remove(a)
    assert s.rows(a) == 4
    s.rig.forget(a)
    assert s.rows(a) == 0
    with pytest.raises(ValueError, match="not to be had back"):
        s.rig.put_back(a)
    account = report(s.rig)["removed"][0]
    assert account["ledger"]["balanced"]
    assert [channel["count"] for channel in account["channels"]] == [4, 4]


def test_accounts_of_removed_devices_are_bounded_but_for_those_that_failed(scene: MakeScene):
    s = scene("bad")
    s.link(s.rig.devices[0]).extra_read = 1
    s.rig.clock.second.emit()
    s.rig.remove(s.rig.devices[0])
    for number in range(MAX_REMOVED + 5):
        device = s.rig.add(options(f"d{number}"))
        s.rig.remove(device)
        s.rig.forget(device)
    assert len(s.rig.removed) == MAX_REMOVED
    assert s.rig.removed[0].device.name == "bad"


# -- replace


def test_another_name_interrupts_nothing_and_all_that_is_kept_follows(scene: MakeScene):
    s = scene("a", "b")
    a = s.rig.devices[0]
    s.receive(a)
    s.link(a).extra_read = 1
    s.rig.clock.second.emit()
    assert s.rig.replace(a, options("x")) is a
    assert (s.names(), a.link.state, s.rows(a)) == (["x", "b"], State.OPEN, 4)
    assert list(s.rig.failures) == ["x"]
    assert s.rig.ages["x"].summary("received_stored").count == 1
    assert "a" not in s.rig.ages
    assert [told["name"] for told in report(s.rig)["devices"]] == ["x", "b"]
    assert s.rig.session.devices[0].name == "x"
    assert s.link(a).objectName() == "x"


def test_how_a_link_is_looked_after_holds_at_once(scene: MakeScene):
    s = scene("a")
    a = s.rig.devices[0]
    new = options("a", stale_after=Duration(SECOND), transport="thread")
    assert s.rig.replace(a, new) is a
    assert (s.link(a).options, a.link.wished_transport, a.link.state) == (new.link, "thread", State.OPEN)


def test_another_address_makes_a_new_connection_and_keeps_the_history(scene: MakeScene):
    s = scene("a", prepare=lambda link: setattr(link, "closes_slowly", True))
    a = s.rig.devices[0]
    s.receive(a)
    assert s.rig.replace(a, options("a", port=7002)) is a
    assert a.link.state is State.CLOSING
    s.link(a).finish_closing()
    assert (a.link.state, s.rows(a)) == (State.CONNECTING, 4)
    s.link(a).accept()
    s.receive(a)
    s.rig.clock.second.emit()
    assert (s.rows(a), s.rig.ledgers_balanced) == (8, True)
    (table,) = a.pipeline.tables.values()
    assert [gap.cause for gap in table.gaps(0, 1 << 62)] == ["closed here"]


@pytest.mark.parametrize("state", [State.CONNECTING, State.WAITING, State.FAILED])
def test_another_address_is_tried_at_once_where_the_old_one_did_not_answer(scene: MakeScene, state: State):
    s = scene("a")
    a = s.rig.devices[0]
    s.link(a).lose("reset")
    s.link(a).enter(state)
    s.rig.replace(a, options("a", port=7002))
    assert a.link.state is State.CONNECTING


def test_a_stopped_link_stays_stopped_whatever_is_edited(scene: MakeScene):
    s = scene("a")
    s.rig.devices[0].link.close()
    s.rig.replace(s.rig.devices[0], options("a", port=7002))
    assert s.rig.devices[0].link.state is State.IDLE
    s.rig.replace(s.rig.devices[0], options("a", port=7002, fields=("x",)))
    assert s.rig.devices[0].link.state is State.IDLE


def test_another_decoding_puts_a_new_device_in_the_place_of_the_old_one(scene: MakeScene):
    s = scene("a", "b", prepare=lambda link: setattr(link, "closes_slowly", True))
    a = s.rig.devices[0]
    s.receive(a)
    new = s.rig.replace(a, msgspec.structs.replace(options("a"), decoding=Csv(fields=("x", "y"), header=True)))
    assert new is not a
    assert (s.names(), s.rows(new), new.link.state) == (["a", "b"], 0, State.IDLE)
    s.link(a).finish_closing()  # one that takes a single client takes the next one now
    assert new.link.state is State.CONNECTING
    assert s.rows(a) == 0
    told = report(s.rig)
    assert [each["ledger"]["samples"]["cleared"] for each in told["removed"]] == [4]
    assert s.rig.ledgers_balanced


def test_an_edit_while_the_link_closes_for_the_edit_before_still_ends_connected(scene: MakeScene):
    s = scene("a", prepare=lambda link: setattr(link, "closes_slowly", True))
    a = s.rig.devices[0]
    s.rig.replace(a, options("a", port=7002))
    new = s.rig.replace(a, options("a", port=7003, fields=("x",)))
    newest = s.rig.replace(new, options("a", port=7004, fields=("y",)))
    s.link(a).finish_closing()
    assert newest.link.state is State.CONNECTING
    assert s.rig.devices == (newest,)


def test_a_second_edit_before_the_first_has_closed_the_link_connects_when_it_is_closed(scene: MakeScene):
    s = scene("a", prepare=lambda link: setattr(link, "closes_slowly", True))
    a = s.rig.devices[0]
    new = s.rig.replace(a, options("a", fields=("x",)))
    newest = s.rig.replace(new, options("a", fields=("y",)))
    assert newest.link.state is State.IDLE  # the device may take one client alone
    s.link(a).finish_closing()
    assert newest.link.state is State.CONNECTING


def test_one_that_waits_for_the_link_before_it_comes_back_connected_from_a_removal(scene: MakeScene):
    s = scene("a", prepare=lambda link: setattr(link, "closes_slowly", True))
    a = s.rig.devices[0]
    new = s.rig.replace(a, options("a", fields=("x",)))
    s.rig.remove(new)
    s.link(a).finish_closing()
    assert new.link.state is State.IDLE
    s.rig.put_back(new)
    assert new.link.state is State.CONNECTING


def test_one_that_comes_and_goes_while_its_link_closes_ends_connected(scene: MakeScene):
    s = scene("a", prepare=lambda link: setattr(link, "closes_slowly", True))
    a = s.rig.devices[0]
    for _ in range(2):
        s.rig.remove(a)
        assert a.link.state is State.CLOSING
        s.rig.put_back(a)
    s.link(a).finish_closing()
    assert a.link.state is State.CONNECTING


def test_one_that_waited_for_the_link_before_it_and_was_edited_stays_stopped_by_hand(scene: MakeScene):
    s = scene("a", prepare=lambda link: setattr(link, "closes_slowly", True))
    a = s.rig.devices[0]
    new = s.rig.replace(a, options("a", fields=("x",)))
    s.rig.replace(new, options("a", port=7002, fields=("x",)))
    s.link(a).finish_closing()
    assert new.link.state is State.CONNECTING
    new.link.close()
    assert new.link.state is State.IDLE


def test_who_reads_a_link_by_hand_goes_on_with_the_device_that_takes_its_place(scene: MakeScene):
    s = scene("a")
    a = s.rig.devices[0]
    a.link.set_transport("thread")
    assert s.rig.replace(a, options("a", fields=("x",))).link.wished_transport == "thread"


def test_an_edit_is_written_into_the_log_of_the_device(scene: MakeScene):
    s = scene("a")
    s.rig.replace(s.rig.devices[0], options("b"))
    assert [event.text for event in s.rig.events(s.rig.devices[0]).newest(1)] == [
        "The connection goes on and the history stays."
    ]


# -- real sockets


@pytest.mark.parametrize("transport", ["gui", "thread"])
def test_on_real_sockets_each_edit_interrupts_what_it_says_and_every_byte_is_accounted_for(
    qtbot: QtBot, transport: str
):
    here, there = Server(), Server()
    rig = Rig(Session(devices=(options("a", port=here.serverPort(), transport=transport),)))
    rig.start()
    (a,) = rig.devices

    def rows(device: Device) -> int:
        return sum(table.in_history for table in device.pipeline.tables.values())

    qtbot.waitUntil(lambda: rows(a) == 4)
    quiet = options("b", port=here.serverPort(), transport=transport, stale_after=Duration(60 * SECOND))
    assert rig.replace(a, quiet) is a
    assert len(here.clients) == 1
    assert a.link.statistics().stale_after_ns == 60 * SECOND
    moved = options("b", port=there.serverPort(), transport=transport)
    assert rig.replace(a, moved) is a
    qtbot.waitUntil(lambda: rows(a) == 8)
    assert (len(here.clients), len(there.clients)) == (1, 1)
    assert rig.replace(a, options("b", port=there.serverPort(), transport=transport, fields=("x", "y [V]"))) is a
    assert (len(here.clients), len(there.clients), rows(a)) == (1, 1, 8)
    other = rig.replace(a, msgspec.structs.replace(moved, decoding=Csv(fields=("a", "b"), header=True)))
    qtbot.waitUntil(lambda: rows(other) == 4)
    rig.remove(other)
    qtbot.waitUntil(lambda: rig.leaving == ())
    rig.put_back(other)
    qtbot.waitUntil(lambda: rows(other) == 8)
    with qtbot.waitSignal(rig.stopped):
        rig.stop()
    assert rig.ledgers_balanced
    told = report(rig)
    assert [each["ledger"]["bytes"]["received"] for each in told["devices"]] == [2 * len(ROWS)]
    assert [each["ledger"]["bytes"]["received"] for each in told["removed"]] == [2 * len(ROWS)]
    for server in (here, there):
        server.close()
        server.deleteLater()
    rig.deleteLater()
