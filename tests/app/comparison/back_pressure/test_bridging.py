"""What follows from a sender's curve and our reads; the numbers are made up, so that the answers are known."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from app.comparison.back_pressure.bridging import COLUMNS, Buffer, CurveError, Run, SentCurve, Stall, Taken, judge

MS = 1_000_000
BEGAN = 5_000 * MS
RATE = 1e6  # bytes/s: a thousand a millisecond
STALL = Stall(BEGAN + 100 * MS, BEGAN + 200 * MS)
BUFFER = Buffer(asked=64 << 10, granted=128 << 10, before=128 << 10, after=128 << 10, note="")


def sent(room: int | None, *, send_buffer: int = 20_000, mss: int = 1000) -> SentCurve:
    """A sender at 1 kHz for 300 ms whose reader stands still from 100 to 200 ms and then reads all at once.

    `room` bytes fit into the reader's kernel; None: any number.
    """
    columns: dict[str, list[int]] = {name: [] for name in COLUMNS}
    limited = 0
    for ms in range(300):
        due = 1000 * ms
        read = due if ms < 100 or ms >= 205 else 99_000
        most = due if room is None or read == due else read + room
        arrived = min(due, most)
        handed = min(due, arrived + send_buffer)
        limited += 1000 if arrived < due else 0
        row = (BEGAN + ms * MS, due, handed, arrived, arrived, handed - arrived,
               (room or 10**6) - (arrived - read), limited, int(handed < due))  # fmt: skip
        for name, value in zip(COLUMNS, row, strict=True):
            columns[name].append(value)
    return SentCurve(RATE, BEGAN, send_buffer, mss, 299_000, "closed", True, {"p50": 1e6, "max": 2e6}, columns)


def taken(**changes: object) -> Taken:
    times = [*range(100), *range(205, 300)]
    values = {
        "read_ns": np.array([BEGAN + ms * MS for ms in times]), "stops": np.array([1000 * ms for ms in times]),
        "wrong_at": None, "end": 299_000, "agrees": True,
    }  # fmt: skip
    return Taken(**{**values, **changes})


def judged(curve: SentCurve, **changes: object) -> Run:
    return judge(curve, taken(**changes), STALL, BUFFER)


def test_the_bridged_time_runs_from_the_stall_to_the_senders_first_wait():
    run = judged(sent(30_000))
    assert run.cause == "window"
    assert run.bridged_ms == pytest.approx(29, abs=1)  # the room is used up 129 ms in
    assert run.queued == 30_000
    assert run.held_most == 30_000
    assert run.closed_ns == BEGAN + 129 * MS
    assert run.refused_ns == BEGAN + 150 * MS  # 20 kB of send buffer later
    assert run.refused_ms == pytest.approx(55)
    assert run.waited_ms == pytest.approx(75)
    assert run.recovered_ns == BEGAN + 205 * MS
    assert run.step_ms == 1
    assert run.sampled_ms == (1, 2)
    assert run.in_order


def test_a_stall_in_which_the_sender_did_not_wait_has_no_bridged_time():
    run = judged(sent(None))
    assert (run.bridged_ms, run.cause, run.first_wait_ns, run.closed_ns, run.refused_ns, run.queued) == (None,) * 6
    assert run.held_most == 101_000
    assert (run.waited_ms, run.refused_ms, run.step_ms) == (0, 0, None)


def test_a_wait_that_the_kernel_had_counted_before_its_sample_began_as_much_earlier():
    curve = sent(30_000)
    counted = curve.columns["rwnd_limited_us"]
    late = [0] * 140 + counted[140:]  # as if it only told every now and then
    run = judged(msgspec.structs.replace(curve, columns={**curve.columns, "rwnd_limited_us": late}))
    assert run.bridged_ms == pytest.approx(29, abs=1)


def test_a_program_that_is_refused_with_the_window_open_waits_for_acknowledgements():
    curve = sent(None)
    blocked = [int(120 <= ms < 130) for ms in range(300)]
    run = judged(msgspec.structs.replace(curve, columns={**curve.columns, "blocked": blocked}))
    assert run.cause == "acknowledgements"
    assert run.bridged_ms == 20
    assert run.waited_ms == 0
    assert run.refused_ms == 10


def test_a_sender_that_does_not_catch_up_has_not_recovered():
    curve = sent(30_000)
    due = [1000 * ms + 500 * (ms >= 200) for ms in range(300)]
    assert judged(msgspec.structs.replace(curve, columns={**curve.columns, "due": due})).recovered_ns is None


@pytest.mark.parametrize("change", [{"end": 298_999}, {"wrong_at": 17}, {"agrees": False}])
def test_what_did_not_arrive_in_its_place_is_not_in_order(change):
    assert not judged(sent(None), **change).in_order


def test_a_kernel_that_does_not_tell_is_not_held_against_the_bytes():
    assert judged(sent(None), agrees=None).in_order


def test_the_read_curve_is_what_had_been_read_at_each_sample():
    run = judged(sent(None))
    assert run.curves.read[50] == 50_000
    assert run.curves.read[150] == 99_000
    assert run.curves.queue[150] == 51_000


def damaged(curve: SentCurve, **columns: list[int]) -> SentCurve:
    return msgspec.structs.replace(curve, columns={**curve.columns, **columns})


@pytest.mark.parametrize(
    ("curve", "why"),
    [
        (msgspec.structs.replace(sent(None), complete=False), "does not span"),
        (msgspec.structs.replace(sent(None), columns={}), "columns t_ns"),
        (damaged(sent(None), acked=[1]), "different lengths"),
        (msgspec.structs.replace(sent(None), columns={name: [] for name in COLUMNS}), "different lengths"),
        (msgspec.structs.replace(sent(None), columns={n: c[:150] for n, c in sent(None).columns.items()}), "span"),
    ],
)
def test_a_curve_that_cannot_be_used_is_refused_with_the_reason(curve, why):
    with pytest.raises(CurveError, match=why):
        judged(curve)
