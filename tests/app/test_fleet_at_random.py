"""Devices come, change and go at random while bytes flow over links that break: the ledger is the oracle."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QCoreApplication

from app.device import Device
from app.link.contract import State
from app.report import report
from app.session.change import change_of
from tests.app.fleet_scene import ROWS, Scene, options

Stored = list[list[object]]


def stored(device: Device) -> list[Stored]:
    """The rows in its history, without what they are called."""
    tables = device.pipeline.tables.values()
    return [[times.tolist(), *cells] for t in tables for times, cells in [t.rows(range(len(t.columns)), 0, 1 << 62)]]


def goes_on(before: list[Stored], after: list[Stored]) -> bool:
    """Whether all that was stored still is: what waited may have come behind it."""
    return all(
        column == now[: len(column)]
        for was, is_ in zip(before, after, strict=False)
        for column, now in zip(was, is_, strict=True)
    )


class Life(RuleBasedStateMachine):
    """Adds, removes, edits and undoes while bytes flow over links that break; each byte is in one account."""

    @initialize()
    def begin(self) -> None:
        self.scene = Scene("a", "b")
        self.sent = 0
        self.number = 0
        self.undo: Device | None = None

    def teardown(self) -> None:
        if hasattr(self, "scene"):
            rig = self.scene.rig
            rig.stop()
            for device in (*rig.devices, *rig.leaving):
                self._close(device)
            assert rig.is_stopped
            self.everything_adds_up()
            rig.deleteLater()

    def _close(self, device: Device) -> None:
        link = self.scene.link(device)
        if link.state is State.CLOSING:
            link.finish_closing()

    def _any(self, pick: int) -> Device | None:
        devices = self.scene.rig.devices
        return devices[pick % len(devices)] if devices else None

    @rule(at=st.integers(0, 5), slow=st.booleans())
    def add(self, at: int, slow: bool) -> None:
        self.number += 1
        device = self.scene.rig.add(options(f"d{self.number}"), at)
        self.scene.link(device).closes_slowly = slow

    @rule(pick=st.integers(0, 9))
    def remove(self, pick: int) -> None:
        if (device := self._any(pick)) is not None:
            if self.undo is not None:
                self.scene.rig.forget(self.undo)
            self.scene.rig.remove(device)
            self.undo = device

    @rule(at=st.integers(0, 5))
    def take_back(self, at: int) -> None:
        device, self.undo = self.undo, None
        if device is not None and device.name not in self.scene.names():
            self.scene.rig.put_back(device, at)

    @rule(
        pick=st.integers(0, 9),
        renamed=st.booleans(),
        port=st.integers(7001, 7002),
        fields=st.sampled_from((("a", "b"), ("x", "y"), ("b [V]", "a"), ("a",))),
    )
    def edit(self, pick: int, renamed: bool, port: int, fields: tuple[str, ...]) -> None:
        if (device := self._any(pick)) is not None:
            self.number += 1
            new = options(f"d{self.number}" if renamed else device.name, port=port, fields=fields)
            before, clears = stored(device), change_of(device.options, new).clears_history
            now = self.scene.rig.replace(device, new)
            assert (now is device) != clears
            assert clears or goes_on(before, stored(now))

    @rule(pick=st.integers(0, 9), size=st.integers(1, 40))
    def send(self, pick: int, size: int) -> None:
        devices = (*self.scene.rig.devices, *self.scene.rig.leaving)
        if devices:
            link = self.scene.link(devices[pick % len(devices)])
            if link.state in (State.OPEN, State.CLOSING):
                link.receive((ROWS * 2)[:size])
                self.sent += size

    @rule(pick=st.integers(0, 9))
    def connect_or_lose(self, pick: int) -> None:
        if (device := self._any(pick)) is not None:
            link = self.scene.link(device)
            if link.state is State.CONNECTING:
                link.accept()
            elif link.state is State.OPEN:
                link.lose("reset")
            else:
                self._close(device)

    @rule()
    def finish_a_removed_one(self) -> None:
        for device in self.scene.rig.leaving:
            self._close(device)

    @rule(second=st.booleans())
    def tick(self, second: bool) -> None:
        self.scene.refresh()
        if second:
            self.scene.rig.clock.second.emit()

    @invariant()
    def everything_adds_up(self) -> None:
        if not hasattr(self, "scene"):
            return
        rig = self.scene.rig
        names = self.scene.names()
        gone = [attended.device for attended in rig.removed]
        every = (*rig.devices, *gone)
        assert sum(device.pipeline.received for device in every) == self.sent
        assert all(device.ledger(device.link.statistics()).balanced for device in every)
        assert rig.ledgers_balanced
        assert len(set(names)) == len(names)
        assert set(rig.ages) == set(names)
        assert [each.name for each in rig.session.devices] == names
        assert not set(rig.devices) & set(gone)
        told = report(rig)
        assert sum(each["ledger"]["bytes"]["received"] for each in told["devices"]) <= self.sent


def test_whatever_comes_changes_and_goes_every_byte_is_in_one_account(qapp: QCoreApplication):
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Life, settings=settings(max_examples=60, stateful_step_count=40, deadline=None)
    )
