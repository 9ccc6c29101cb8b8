"""One device, judged look by look, whatever the looks are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.health.examination import Examination
from app.health.figures import Axis, Computer, Kept, Orders, Reads
from app.health.findings import CALM
from app.health.judgement import Level, Slow
from tests.app.health.looks import BUFFER, SECOND, ledger, look

COUNT = st.sampled_from([0, 1, 50, 5000])
EVENT = st.none() | st.just((1000 * SECOND, SECOND))
MAYBE = st.none() | COUNT
LINE = {
    "state": st.sampled_from(["open", "open", "open", "waiting", "connecting", "idle", "failed"]),
    "connection": st.integers(1, 3),
    "opened": st.integers(1, 9),
    "failed_in_row": st.integers(0, 4),
    "last_reason": st.sampled_from(["", "refused"]),
    "in_flight": st.sampled_from([0, BUFFER]),
    "unsent": st.sampled_from([0, 9000]),
    "written": st.sampled_from([0, 0, 1]),
    "silent_ns": st.none() | st.sampled_from([0, 3 * SECOND, 9 * SECOND]),
    "stale_after_ns": st.none() | st.just(5 * SECOND),
    "is_stale": st.booleans(),
    "starved": MAYBE,
    "waiting": st.none() | st.sampled_from([0, BUFFER // 50, BUFFER // 2]),
    "rcv_window": st.sampled_from([None, 0, 65536]),
    "rcv_ooopack": MAYBE,
    "last_data_recv_ms": MAYBE,
    "probes": MAYBE,
    "buffer": st.sampled_from([None, 0, BUFFER]),
    "buffer_note": st.just("asked for 4 MiB"),
    "was_capped": st.booleans(),
    "asked_for": st.booleans(),
}
REASONS = st.dictionaries(st.sampled_from(["oversize", "resync", "truncated at EOF"]), st.integers(0, 5000), max_size=3)
LOOK = st.fixed_dictionaries(
    {f"line__{name}": values for name, values in LINE.items()}
    | {
        "rejected": st.dictionaries(st.sampled_from(["not a number", "not UTF-8"]), st.integers(0, 500), max_size=2),
        "discarded": REASONS,
        "reads": st.builds(Reads, COUNT, MAYBE, MAYBE, st.none() | st.just(200.0), st.booleans()),
        "axis": st.builds(
            Axis, kind=st.sampled_from(["arrival", "field"]), offset_ns=st.none() | st.integers(0, 9 * SECOND),
            reordered=COUNT, untimed=COUNT,
        ),
        "kept": st.builds(
            Kept, short_table=st.sampled_from(["", "TPV"]), short_ns=st.none() | st.integers(0, 10**12),
            span_ns=st.sampled_from([0, 600 * SECOND]), crowded_out=COUNT, forgotten=COUNT,
        ),
        "computer": st.builds(
            Computer, wished_hz=st.just(60.0), rate_hz=st.sampled_from([0.0, 15.0, 60.0]),
            slow_reason=st.sampled_from(["", "busy"]), cost_ms=st.sampled_from([None, 90.0]),
            lag_ms=st.sampled_from([None, 30.0]), unserved=st.sampled_from([None, 0.1, 0.9]), suspended=EVENT,
            wall_set=EVENT,
        ),
        "orders": st.builds(Orders, COUNT, COUNT),
        "failures": st.sampled_from([(), ("bytes: x",), ("kernel: y",)]),
        "unnoticed": st.sampled_from(["", "blind"]),
        "violations": COUNT,
        "violation": st.just("length 9"),
    }
)  # fmt: skip


def judge(changes: list[dict[str, Any]], examination: Examination) -> None:
    """A look a second, and what must hold of each."""
    for second, change in enumerate(changes):
        lost = {"rejected": change.pop("rejected"), "discarded": change.pop("discarded")}
        health = examination.look(look(second, **change, ledger=ledger(second, **lost)))
        assert health.because
        for gauge in health.gauges:
            assert gauge.value is not None or gauge.level is None
        for finding in health.findings:
            assert finding.title
            assert finding.cause
            assert finding.remedy
            assert finding.since_ns <= 1000 * SECOND + second * SECOND
        levels = [finding.level for finding in health.findings]
        assert levels == sorted(levels, key=lambda level: level is not Level.BAD)


@given(st.lists(LOOK, max_size=12))
@settings(max_examples=40, deadline=None)
def test_whatever_is_seen_is_judged_in_words_and_goes_away_when_all_is_well(changes: list[dict[str, Any]]) -> None:
    examination = Examination()
    judge(changes, examination)
    calm = len(changes) + 61  # the memory of all rules is a minute
    for second in range(calm, calm + CALM + 8):
        health = examination.look(look(second, line__connection=9, line__opened=9, line__starved=9999))
    assert health.findings == ()
    assert health.slow is Slow.NOT_THIS_PC


def test_what_came_and_went_with_a_look_is_told_once() -> None:
    examination = Examination()
    examination.look(look(0))
    examination.look(look(1, line__state="waiting", line__last_reason="refused"))
    assert [finding.key for finding in examination.begun] == ["connection"]
    examination.look(look(2))
    assert examination.begun == ()
    assert [finding.key for finding in examination.over] == ["connection"]


@pytest.mark.parametrize(
    "trouble",
    [
        {"line__state": "waiting", "line__last_reason": "refused"},
        {"line__is_stale": True, "line__silent_ns": 9 * SECOND, "reads": Reads()},
    ],
    ids=["no connection", "silent"],
)
def test_a_link_that_is_open_and_sends_again_is_not_said_to_be_gone_or_silent(trouble: dict[str, Any]) -> None:
    examination = Examination()
    examination.look(look(0))
    assert examination.look(look(1, **trouble)).findings
    assert examination.look(look(2)).findings == ()
