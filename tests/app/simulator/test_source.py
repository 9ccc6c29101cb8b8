"""Which frames a connection gets next."""

from __future__ import annotations

import numpy as np

from app.simulator.schedule import Schedule
from app.simulator.source import AHEAD_NS, FIFO_NS, FlatOutSource, PacedSource, SharedStream, batch_frames
from app.simulator.tape import segment_of

MS = 1_000_000
EPOCH = 10**12
RECORD = np.dtype([("frame", "<i8"), ("stamp", "<i8"), ("revision", "<i8")])


class Device:
    """Frames that say which they are."""

    name, sends, rate_hz = "fake", "records", 1000.0
    frame_bytes = RECORD.itemsize
    time = framing = decoding = ""
    plots = ()

    def __init__(self, tape_frames=10**9):
        self.revision = 0
        self.renderings = 0
        self._tape_frames = tape_frames

    def render(self, first, stamps_ns):
        self.renderings += 1
        stamps_ns = stamps_ns[: self._tape_frames - first % self._tape_frames]
        frames = np.zeros(len(stamps_ns), RECORD)
        frames["frame"] = first + np.arange(len(stamps_ns))
        frames["stamp"] = stamps_ns
        frames["revision"] = self.revision
        return segment_of(frames)

    def console(self):
        return None


def paced(device, now_ns=EPOCH, count=None):
    return PacedSource(SharedStream(device, Schedule(EPOCH, device.rate_hz)), now_ns, count)


def taken(source, now_ns):
    """All frames that are to be had now."""
    pieces = []
    while (segment := source.take(now_ns)) is not None:
        pieces.append(np.frombuffer(segment.data, RECORD))
    return np.concatenate(pieces) if pieces else np.zeros(0, RECORD)


def test_frames_come_when_they_are_due_each_once_with_the_moment_they_were_due():
    source = paced(Device())
    frames = np.concatenate([taken(source, EPOCH + ms * MS) for ms in (3, 4, 4, 300)])
    assert frames["frame"].tolist() == list(range(1, 301))
    assert (frames["stamp"] - EPOCH).tolist() == [ms * MS for ms in range(1, 301)]
    assert source.wake_ns() == EPOCH + 301 * MS


def test_a_late_reader_loses_the_oldest_of_more_than_the_devices_fifo():
    source = paced(Device())
    frames = taken(source, EPOCH + 5 * FIFO_NS)
    assert frames["frame"].tolist() == list(range(4001, 5001))
    assert source.skipped == 4000


def test_what_a_reader_lost_is_counted_although_it_never_reads_again():
    source = paced(Device())
    source.overwrite(EPOCH + 5 * FIFO_NS)
    assert source.skipped == 4000
    assert taken(source, EPOCH + 5 * FIFO_NS)["frame"].tolist() == list(range(4001, 5001))


def test_a_counted_source_waits_for_its_reader_and_skips_nothing():
    source = paced(Device(), count=2500)
    frames = taken(source, EPOCH + 60 * FIFO_NS)
    assert frames["frame"].tolist() == list(range(1, 2501))
    assert (frames["stamp"][-1] - EPOCH) == 2500 * MS
    assert (source.skipped, source.exhausted, source.wake_ns()) == (0, True, None)


def test_a_reader_that_joins_later_begins_with_the_next_frame():
    source = paced(Device(), now_ns=EPOCH + 1_234_567)
    assert taken(source, EPOCH + 3 * MS)["frame"].tolist() == [2, 3]


def test_readers_of_one_device_get_the_same_frames_from_one_rendering():
    device = Device()
    stream = SharedStream(device, Schedule(EPOCH, device.rate_hz))
    sources = [PacedSource(stream, EPOCH, None) for _ in range(3)]
    frames = [taken(source, EPOCH + AHEAD_NS // 2)["frame"].tolist() for source in sources]
    assert frames[0] == frames[1] == frames[2] == list(range(1, 51))
    assert device.renderings == 1


def test_frames_rendered_ahead_are_rendered_again_when_a_command_changed_the_device():
    device = Device()
    source = paced(device)
    assert taken(source, EPOCH + 2 * MS)["revision"].tolist() == [0, 0]
    device.revision = 1
    assert taken(source, EPOCH + 4 * MS)["revision"].tolist() == [1, 1]


def test_a_device_whose_tape_ends_goes_on_with_the_next_frame():
    source = paced(Device(tape_frames=7))
    assert taken(source, EPOCH + 50 * MS)["frame"].tolist() == list(range(1, 51))


def test_flat_out_there_is_always_a_frame_and_its_stamp_never_goes_back_nor_ahead():
    device = Device()
    source = FlatOutSource(device, EPOCH, None)
    stamps = [EPOCH]
    for now_ns in (EPOCH, EPOCH + 7, EPOCH + MS, EPOCH + 10**10, EPOCH + 10**10 + 1):
        segment = source.take(now_ns)
        assert source.wake_ns() <= now_ns
        stamps += np.frombuffer(segment.data, RECORD)["stamp"].tolist()
        assert stamps == sorted(stamps)
        assert stamps[-1] == now_ns


def test_flat_out_frames_do_not_claim_to_be_as_old_as_the_readers_pause():
    source = FlatOutSource(Device(), EPOCH, None)
    stamps = np.frombuffer(source.take(EPOCH + 10**10).data, RECORD)["stamp"]
    assert stamps[0] > EPOCH + 10**10 - 10 * MS


def test_a_counted_flat_out_source_has_exactly_its_frames_across_tapes():
    device = Device(tape_frames=1000)
    count = 2 * batch_frames(device) + 13
    source = FlatOutSource(device, EPOCH, count)
    frames = taken(source, EPOCH + MS)
    assert frames["frame"].tolist() == list(range(count))
    assert (source.exhausted, source.wake_ns()) == (True, None)


def test_one_rendering_is_bounded():
    device = Device()
    assert len(FlatOutSource(device, EPOCH, None).take(EPOCH + MS)) == batch_frames(device)
    assert len(paced(device, count=10**9).take(EPOCH + 10**15)) == batch_frames(device)
