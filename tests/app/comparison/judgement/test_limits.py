"""What a verdict cannot know is said beside it."""

from __future__ import annotations

import msgspec
import pytest

from app.comparison.judgement.limits import is_off_screen
from app.comparison.judgement.verdict import judge
from tests.app.comparison.made import ENVIRONMENT, GOOD, SLEEP, Way, made

FEW = Way(chunks=3)


def limits_of(*ways, **fields):
    return judge(made(*ways, **fields)).limits


def test_it_always_says_that_ages_are_upper_bounds_and_what_it_holds_for():
    said = " ".join(limits_of(GOOD, GOOD))
    assert "upper bounds" in said
    assert "the compositor" in said
    assert "It holds for this machine and Python 3.11.2, under the load that it had, as it was in 30 s a mode." in said


@pytest.mark.parametrize(
    "environment",
    [
        {"display": "offscreen"},
        {"display": {"platform": "offscreen"}},
        {"platform": "Off screen, 1 x 1"},
        {"off_screen": True},
    ],
)
def test_off_screen_is_seen_wherever_the_environment_says_it(environment):
    assert is_off_screen(environment)
    assert any(each.startswith("Off screen") for each in limits_of(GOOD, GOOD, environment=environment))


@pytest.mark.parametrize("environment", [{}, ENVIRONMENT, {"display": None}])
def test_on_a_display_the_compositor_is_what_is_not_known(environment):
    assert not is_off_screen(environment)


def test_links_that_could_not_be_judged_or_by_less_are_named():
    said = limits_of({"scope": GOOD, "gps": FEW, "dead": Way(chunks=0)}, {"scope": GOOD, "gps": FEW, "dead": GOOD})
    assert "Not judged, with under 20 chunks painted in a mode: dead." in said
    assert "With fewer chunks than p99 needs, judged by less: gps by p50." in said


def test_a_quantile_below_p99_is_said_to_be_one():
    assert "There were too few chunks for p90; it would be later than p50." in limits_of(FEW, FEW)


def test_a_link_with_chunks_in_few_pairs_is_said_to_be_untested():
    rows = made({"scope": GOOD, "gps": Way(chunks=10)}, {"scope": GOOD, "gps": Way(chunks=10)})
    blocks = tuple(
        block if block.pair <= 5 else msgspec.structs.replace(block, links={"scope": block.links["scope"]})
        for block in rows.blocks
    )
    said = judge(msgspec.structs.replace(rows, blocks=blocks)).limits
    assert "Not tested, with chunks in under 8 pairs: gps." in said


def test_what_could_not_be_kept_fixed_is_listed_and_cut():
    said = limits_of(GOOD, GOOD, not_fixed=("the load.", "x" * 500))
    (line,) = [each for each in said if each.startswith("Could not be kept fixed")]
    assert line.startswith("Could not be kept fixed: the load and xxx")
    assert len(line) < 200


def test_a_stall_made_on_purpose_is_no_statement_about_the_window_without_it():
    assert any("made on purpose" in each for each in limits_of(GOOD, GOOD, stall=SLEEP))


def test_a_hostile_reason_is_cleaned_and_cut():
    said = limits_of(GOOD, GOOD, broken={2: "\x1b[31m" + "y" * 999})
    (line,) = [each for each in said if "could not be used" in each]
    assert "\x1b" not in line
    assert len(line) < 250
