"""The compared links are asked together, and are left out when they are gone."""

from __future__ import annotations

import pytest

from app.comparison.rounds.chosen import ChosenLinks
from tests.app.comparison.bench import Bench, MakeBench


@pytest.fixture
def bench(make_bench: MakeBench) -> Bench:
    return make_bench("imu", "scope", "gps")


def test_without_names_all_are_chosen(bench: Bench) -> None:
    assert ChosenLinks(bench.rig, ()).names == ("imu", "scope", "gps")
    assert ChosenLinks(bench.rig, ("gps", "motor")).unknown() == ["motor"]


def test_only_those_that_are_still_compared_are_asked(bench: Bench) -> None:
    links = ChosenLinks(bench.rig, ("imu", "scope"))
    bench.accept("imu")
    assert not links.are_open()
    assert links.leave_out_closed() == ["scope"]
    assert (links.active, links.names) == (("imu",), ("imu", "scope"))
    links.ask("thread")
    assert [link.asked for link in bench.links.values()] == [["thread"], [], []]
    assert links.are_read_by("thread")


def test_one_that_has_not_gone_over_is_late(bench: Bench) -> None:
    links = ChosenLinks(bench.rig, ("imu", "scope"))
    bench.accept()
    bench.links["scope"].is_slow = True
    links.ask("thread")
    assert links.late_for("thread") == ["scope"]
    assert not links.are_read_by("thread")
    bench.links["scope"].go_over()
    assert links.are_read_by("thread")


def test_every_chosen_one_gets_its_mode_back_also_if_it_was_left_out(bench: Bench) -> None:
    bench.links["scope"].set_transport("thread")
    links = ChosenLinks(bench.rig, ("imu", "scope"))
    links.remember()
    bench.accept("imu", "scope")
    links.ask("gui")
    bench.links["scope"].lose("reset")
    links.leave_out_closed()
    links.restore()
    assert [link.wished_transport for link in bench.links.values()] == ["gui", "thread", "gui"]


def test_before_the_modes_are_remembered_none_is_given_back(bench: Bench) -> None:
    ChosenLinks(bench.rig, ()).restore()
    assert [link.asked for link in bench.links.values()] == [[], [], []]


def test_why_links_are_not_open_is_said_in_words(bench: Bench) -> None:
    bench.links["gps"].refuse("refused")
    assert ChosenLinks(bench.rig, ("imu", "gps")).reasons() == "imu: no attempt was finished, gps: refused"
