"""What counts as flat, and what as growing."""

from __future__ import annotations

import os
import random

import pytest

from tests.soak.flatness import MEBI, Sample, flatness, left_behind
from tests.soak.processes import sample


def samples(memory, descriptors=lambda _: 20, threads=lambda _: 3, seconds=60) -> list[Sample]:
    return [Sample(at, int(memory(at)), int(descriptors(at)), int(threads(at))) for at in range(seconds)]


def complaints(*arguments, also=0, **words) -> list[str]:
    judged = flatness(samples(*arguments, **words), settled_s=20)
    assert judged is not None
    return judged.complaints(also)


def test_a_process_that_stays_as_it_is_is_flat():
    assert complaints(lambda _: 100 * MEBI) == []


def test_what_grows_while_it_settles_is_let_pass():
    assert complaints(lambda at: min(at, 20) * 10 * MEBI) == []


def test_a_peak_of_a_few_seconds_is_let_pass_and_told():
    judged = flatness(samples(lambda at: (900 if 50 <= at < 54 else 100) * MEBI), settled_s=20)
    assert judged.complaints() == []
    assert "peak 900.0" in str(judged)


def test_memory_that_grows_a_megabyte_a_second_is_told():
    (line,) = complaints(lambda at: (100 + at) * MEBI)
    assert line.startswith("memory grew")
    assert complaints(lambda at: (100 + at) * MEBI, also=10 * MEBI) == []


def test_over_an_hour_memory_that_grows_a_quarter_of_a_megabyte_a_minute_is_told():
    (line,) = complaints(lambda at: (100 + at / 240) * MEBI, seconds=3600)
    assert line.startswith("memory grew")


def test_memory_that_is_given_back_is_no_complaint():
    assert complaints(lambda at: (200 - at) * MEBI) == []


@pytest.mark.parametrize("name", ["descriptors", "threads"])
def test_a_level_that_comes_and_goes_is_flat_and_one_that_only_rises_is_not(name):
    dice = random.Random(1)
    assert complaints(lambda _: MEBI, **{name: lambda _: dice.choice((10, 15))}) == []
    (line,) = complaints(lambda _: MEBI, **{name: lambda at: dice.choice((10, 15)) + at // 3})
    assert name in line


def test_too_few_samples_are_not_judged():
    assert flatness(samples(lambda _: MEBI, seconds=25), settled_s=20) is None


def test_a_process_is_looked_at_and_one_that_has_gone_is_none():
    found = sample(os.getpid(), at_s=1.5)
    assert found.at_s == 1.5
    assert found.memory > MEBI
    assert found.descriptors >= 3
    assert found.threads >= 1
    assert sample(2**22 + 1, at_s=0) is None  # beyond the highest process id of Linux


@pytest.mark.parametrize(
    ("descriptors", "threads", "words"),
    [(7, 2, []), (6, 1, []), (8, 2, ["7 descriptors were open before, 8 behind"]), (7, 3, ["2 threads ran before, 3"])],
)
def test_what_is_there_at_rest_must_not_be_more_than_before(descriptors, threads, words):
    before, after = Sample(0.0, 0, 7, 2), Sample(60.0, 0, descriptors, threads)
    found = left_behind(before, after)
    assert len(found) == len(words)
    assert all(word in line for word, line in zip(words, found, strict=True))
