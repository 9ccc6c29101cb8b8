"""The ages of the simulated devices' data: their own stamps are a second witness of the rig's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.health.stamps import UNKNOWN, Stamps
from app.rig import Rig
from app.session.reading import read_session
from tests.app.link.peers import until
from tests.app.simulator.process import DEVICES, simulating

STAMPED = tuple(name for name in DEVICES if name != "motor")  # whose clock is its own
ENOUGH_ROWS = 8  # of the slowest device: most of a second


class Collected(QObject):
    """All chunks of a rig, by device, in the order in which they were given out."""

    def __init__(self, rig: Rig) -> None:
        super().__init__()
        self._parts: dict[str, list[Stamps]] = {}
        rig.stamped.connect(self.take)

    @Slot(str, object)
    def take(self, device: str, stamps: Stamps) -> None:
        self._parts.setdefault(device, []).append(stamps)

    def of(self, device: str) -> Stamps:
        parts = self._parts[device]
        return Stamps(*(np.concatenate([getattr(part, name) for part in parts]) for name in Stamps.__slots__))


@pytest.fixture(scope="module")
def run(qapp: QCoreApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Rig, Collected]]:
    """A rig that has run on the five devices, and all that it gave out."""
    session: Path = tmp_path_factory.mktemp("simulated") / "session.toml"
    with simulating("--session", session, "--until-eof"):
        rig = Rig(read_session(session))
        collected = Collected(rig)
        rig.start()
        weather = next(device for device in rig.devices if device.name == "weather")
        until(lambda: weather.pipeline.decoder.counts.samples >= ENOUGH_ROWS, "rows of the slowest device")
        rig.stop()
        until(lambda: rig.is_stopped, "the rig to stop")
    yield rig, collected
    rig.deleteLater()


@pytest.mark.parametrize("name", DEVICES)
def test_every_byte_that_was_received_is_in_a_chunk_that_was_given_out(run, name):
    rig, collected = run
    device = next(device for device in rig.devices if device.name == name)
    stamps = collected.of(name)
    assert int(stamps.sizes.sum()) == device.pipeline.received
    assert len(stamps) == rig.status(device).statistics.reads


@pytest.mark.parametrize("name", DEVICES)
def test_the_times_of_a_chunk_are_in_the_order_of_its_way(run, name):
    _, collected = run
    stamps = collected.of(name)
    assert (np.diff(stamps.read_ns) > 0).all()
    assert (stamps.known_empty_ns <= stamps.read_ns).all()
    assert (stamps.read_ns <= stamps.received_ns).all()
    assert (stamps.received_ns <= stamps.stored_ns).all()
    assert (stamps.painted_ns == UNKNOWN).all()


@pytest.mark.parametrize("name", STAMPED)
def test_the_devices_own_stamps_agree(run, name):
    """What a chunk brings was sent after the rig had begun and before it was read, later than what came before it."""
    rig, collected = run
    stamps = collected.of(name)
    known = stamps.sent_ns != UNKNOWN
    sent = stamps.sent_ns[known]
    assert known.sum() >= ENOUGH_ROWS / 2
    assert (sent > rig.started_ns).all()
    assert (sent <= stamps.read_ns[known]).all()
    assert (np.diff(sent) > 0).all()
    ages = rig.ages[name]
    assert ages.summary("sent_readable").count == known.sum()
    assert ages.summary("readable_read").count == len(stamps)


def test_a_device_with_a_clock_of_its_own_has_no_time_of_sending(run):
    rig, collected = run
    assert (collected.of("motor").sent_ns == UNKNOWN).all()
    assert rig.ages["motor"].summary("sent_readable").count == 0


def test_no_offset_is_estimated_where_the_clock_is_ours(run):
    rig, _ = run
    offsets = {device.name: device.pipeline.decoder.axis.offset_ns for device in rig.devices}
    assert {name: offsets[name] for name in STAMPED} == dict.fromkeys(STAMPED, 0)
    assert offsets["motor"] not in (0, None)
    assert all(device.pipeline.decoder.axis.untimed == 0 for device in rig.devices)
