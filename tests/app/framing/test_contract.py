"""Every framer is what the contract says, from its first moment on."""

from __future__ import annotations

import pytest

from app.framing.factory import FRAMERS, make_framer
from app.framing.options import Fixed, FramingOptions, Length, Line, QDataStreamBlocks, Sync

EACH: tuple[FramingOptions, ...] = (Line(), Length(), Fixed(size=4), QDataStreamBlocks(), Sync(word="A5 5A"))
NOTICES_DAMAGE = {Line: True, Length: False, Fixed: False, QDataStreamBlocks: False, Sync: True}


def test_none_is_forgotten_here() -> None:
    assert {type(options) for options in EACH} == set(FRAMERS)


@pytest.mark.parametrize("options", EACH, ids=lambda options: type(options).__name__)
def test_a_new_framer_has_cut_nothing_and_trusts_its_stream(options: FramingOptions) -> None:
    framer = make_framer(options)
    counts = framer.counts
    assert (counts.frames, counts.framed, counts.overhead, dict(counts.discarded)) == (0, 0, 0, {})
    assert (framer.pending, framer.violation) == (0, None)


@pytest.mark.parametrize("options", EACH, ids=lambda options: type(options).__name__)
def test_the_end_of_a_connection_that_brought_nothing_is_nothing(options: FramingOptions) -> None:
    framer = make_framer(options)
    for _ in range(2):
        assert len(framer.end()) == 0
    assert (framer.pending, dict(framer.counts.discarded)) == (0, {})


@pytest.mark.parametrize("options", EACH, ids=lambda options: type(options).__name__)
def test_a_framing_says_whether_it_can_notice_a_lost_byte(options: FramingOptions) -> None:
    assert make_framer(options).detects_damage is NOTICES_DAMAGE[type(options)]
