"""Comparisons and their rounds as lines of a table."""

import msgspec
import pytest

from app.comparison.judgement.verdict import complete
from tests.app.comparison.made import GOOD, Way, made
from ui.comparison.past_runs import KINDS, NONE_YET, NOT_AVAILABLE, PastRun, lines
from ui.theme.tokens import State

LATE = Way(late=0.5, late_ms=400.0)


def run(number: int = 0, *, cancelled: bool = False, **fields) -> PastRun:
    return PastRun(complete(made(LATE, GOOD, **fields)), f"12:00:0{number}", cancelled)


def test_the_newest_comparison_stands_first_with_its_rounds_below():
    found = lines((run(1), run(2)))
    assert [line.cells[0] for line in found] == [
        "12:00:02", "round 1", "round 2", "round 3", "12:00:01", "round 1", "round 2", "round 3"]  # fmt: skip
    assert [line.run for line in found] == [1, 1, 1, 1, 0, 0, 0, 0]


def test_the_line_of_a_whole_comparison_has_the_mark_and_the_word_of_its_verdict():
    first, second, *_ = lines((run(),))
    assert (first.state, first.cells[-1]) == (State.GOOD, "threads help")
    assert (second.state, second.cells[-1]) == (None, "")


def test_a_cancelled_one_says_so():
    assert lines((run(cancelled=True),))[0].cells[-1].endswith(", cancelled")


def test_ages_are_of_the_worst_link():
    (whole, *_) = lines((PastRun(complete(made({"imu": GOOD, "scope": LATE}, GOOD)), "12:00:00"),))
    gui, thread = (float(text.split()[0]) for text in whole.cells[1:3])
    assert gui > 90 > 20 > thread


def test_rounds_of_the_one_under_way_come_first_and_what_is_not_measured_yet_is_a_dash():
    blocks = made(GOOD, GOOD).blocks[:1]
    found = lines((run(),), blocks)
    assert found[0].cells[0] == "round 1"
    assert found[0].cells[2] == NONE_YET
    assert found[0].run == 1


def test_a_broken_block_is_told_with_its_reason_as_plain_text():
    found = lines((run(broken={1: "imu\x1b[31m reconnected"}),))
    assert found[1].cells[-1] == "left out: imu·[31m reconnected"


def test_a_round_in_which_nothing_was_measured_has_no_ages():
    blocks = tuple(msgspec.structs.replace(block, links={}) for block in made(GOOD, GOOD).blocks if block.round == 1)
    assert lines((), blocks)[0].cells[1] == NOT_AVAILABLE


@pytest.mark.parametrize("kind", ["enough", "helps", "neither", "cannot tell", "too few"])
def test_every_kind_of_verdict_has_a_mark_and_a_word(kind):
    assert KINDS[kind][1]


def test_a_verdict_is_a_sentence_from_its_first_letter_to_its_stop():
    sentence = run().sentence
    assert sentence[0].isupper()
    assert sentence.endswith(".")
