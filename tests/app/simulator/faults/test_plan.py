"""Faults by time: what is taken, what is refused, and that the seed says it all."""

from __future__ import annotations

import itertools

import pytest

from app.simulator.clock import NS
from app.simulator.faults.catalogue import KINDS
from app.simulator.faults.plan import Act, PlanError, Timetable, read_plan
from app.simulator.faults.possible import reason_not
from tests.app.simulator.process import DEVICES


def test_a_plan_is_devices_faults_times_and_spans():
    plan = read_plan("imu:stall@5s/2s, motor:rst@500ms,scope:drip@1min")
    assert list(plan.schedule(DEVICES, 1)) == [
        Act(NS // 2, "motor", "rst"),
        Act(5 * NS, "imu", "stall", 2 * NS),
        Act(60 * NS, "scope", "drip"),
    ]


def test_random_faults_are_possible_ones_about_so_far_apart_and_the_same_for_a_seed():
    plan = read_plan("random/3s")
    acts = list(itertools.islice(plan.schedule(DEVICES, 5), 2000))
    assert acts == list(itertools.islice(plan.schedule(DEVICES, 5), 2000))
    assert acts != list(itertools.islice(plan.schedule(DEVICES, 6), 2000))
    assert 2.7 < acts[-1].after_ns / NS / 2000 < 3.3
    assert not any(reason_not(act.device, act.kind) for act in acts)
    assert {act.kind for act in acts} == set(KINDS)
    assert {act.device for act in acts} == set(DEVICES)
    assert all((act.span_ns is not None) == KINDS[act.kind].lasts for act in acts)


def test_timed_and_random_faults_go_together_in_order():
    acts = list(itertools.islice(read_plan("imu:stall@1s,random/1s,random/1s").schedule(DEVICES, 1), 50))
    assert acts == sorted(acts, key=lambda act: act.after_ns)
    assert Act(NS, "imu", "stall") in acts


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "'' is not a fault"),
        ("drip", "'drip' is not a fault"),
        ("imu:stall", "is not a fault"),
        ("imu:gremlins@1s", "there is no fault 'gremlins': expected one of stall"),
        ("imu:stall@5", "'5' is not a time with its unit"),
        ("imu:stall@5s/0s", "span 0s of 'imu:stall@5s/0s' is not above 0"),
        ("imu:rst@5s/1s", "rst happens at once and has no span"),
        ("motor:endless-line@1s", "motor cannot have endless-line: its frames have a sync word"),
        ("random/1ms", "random/1ms is too often"),
        ("imu:stall@5s/2s/3s", "is not a fault"),
        (",".join(["imu:stall@1s"] * 10_001), "10001 faults are too many"),
    ],
)
def test_what_cannot_be_meant_is_said_with_what_was_seen(text, said):
    with pytest.raises(PlanError) as refused:
        read_plan(text)
    assert said in str(refused.value)


def test_a_device_that_is_not_served_is_named_with_those_that_are():
    with pytest.raises(PlanError, match="device 'imu' is not served: expected one of scope, motor"):
        read_plan("imu:stall@1s").check(("scope", "motor"))


class Player:
    def __init__(self):
        self.played = []

    def play(self, kind, span_ns, now_ns):
        self.played.append((kind, span_ns, now_ns))


def test_a_timetable_plays_each_act_once_when_it_is_due_and_none_after_its_stop():
    player = Player()
    acts = read_plan("imu:stall@1s/1s,imu:rst@2s,imu:rst@3s").schedule(("imu",), 1)
    timetable = Timetable(acts, {"imu": player}, 100)
    assert timetable.wake_ns() == NS + 100
    timetable.turn(NS)
    assert player.played == []
    timetable.turn(2 * NS + 100)
    assert player.played == [("stall", NS, 2 * NS + 100), ("rst", None, 2 * NS + 100)]
    timetable.stop(2 * NS + 200)
    assert timetable.wake_ns() is None
    timetable.turn(9 * NS)
    assert len(player.played) == 2
