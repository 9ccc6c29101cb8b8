"""The last step: times, counts, and the frames that are kept to look at."""

import numpy as np

from app.decoding.options import Arrival
from app.decoding.output import Output
from app.decoding.rows import Channel, Filled, Part, Texts
from app.decoding.timing import ArrivalAxis
from app.health.counts import DecodingCounts
from tests.app.decoding.streams import frames_of


def output_of(payloads, read_ns):
    counts = DecodingCounts()
    return Output(frames_of(payloads, read_ns=read_ns), counts, ArrivalAxis(Arrival())), counts


def column(values, missing=None):
    channel = Channel("a", "V")
    channel.become("float", Texts())
    return Filled(channel, np.array(values, float), missing)


def test_rows_get_the_times_of_their_frames():
    output, counts = output_of([b"a", b"b", b"c"], [1, 2, 3])
    output.rows("t", Part(2, [column([5, 6])], np.array([0, 2])))
    (batch,) = output.batches
    assert (batch.table, batch.times.tolist(), batch.columns[0].unit) == ("t", [1, 3], "V")
    assert (counts.decoded, counts.samples) == (2, 2)


def test_a_column_without_a_single_value_is_left_out():
    output, _ = output_of([b"a"], [1])
    output.rows("", Part(1, [column([np.nan], np.array([True]))]))
    assert output.batches[0].columns == ()


def test_no_part_is_no_batch():
    output, counts = output_of([b"a"], [1])
    output.rows("", None)
    assert (output.batches, counts.decoded) == ([], 0)


def test_many_rejected_frames_are_counted_and_the_newest_kept():
    output, counts = output_of([b"%03d" % n for n in range(100)], list(range(100)))
    output.reject_all("odd", np.arange(100))
    assert dict(counts.rejected) == {"odd": 100}
    assert [reject.head for reject in counts.recent] == [b"%03d" % n for n in range(80, 100)]
    output.reject("even", 0)
    assert (counts.recent[-1].reason, counts.recent[-1].read_ns, len(counts.recent)) == ("even", 0, 20)


def test_rejecting_or_setting_aside_nothing_leaves_no_reason_behind():
    output, counts = output_of([b"a"], [1])
    output.reject_all("odd", np.arange(0))
    output.set_aside("class x", 0)
    assert (dict(counts.rejected), dict(counts.set_aside)) == ({}, {})
