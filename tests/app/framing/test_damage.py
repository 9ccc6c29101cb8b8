"""A framing that cannot notice damage says so."""

from __future__ import annotations

import pytest

from app.framing.damage import on_violation, unnoticed
from app.framing.factory import FRAMERS, make_framer
from app.framing.options import Fixed, FramingOptions, Length, Line, QDataStreamBlocks, Sync

SAMPLES = (Line(), Length(), Fixed(size=8), QDataStreamBlocks(), Sync(word="A5 5A"), Sync(word="A5", checksum="none"))


@pytest.mark.parametrize("framing", SAMPLES)
def test_whatever_framer_cannot_notice_damage_has_a_sentence(framing: FramingOptions) -> None:
    if not make_framer(framing).detects_damage:
        assert unnoticed(framing)


def test_every_framing_is_judged() -> None:
    assert {type(framing) for framing in SAMPLES} == set(FRAMERS)


def test_a_delimiter_and_a_checksum_find_back_by_themselves() -> None:
    assert (unnoticed(Line()), unnoticed(Sync(word="A5 5A"))) == ("", "")


def test_a_sync_word_without_a_checksum_lets_damaged_values_pass() -> None:
    assert "checksum" in unnoticed(Sync(word="A5", checksum="none"))


def test_what_is_done_about_an_impossible_length_is_told_where_there_are_lengths() -> None:
    assert "new connection" in on_violation(Length())
    assert "skipped" in on_violation(QDataStreamBlocks(on_violation="skip"))
    assert on_violation(Fixed(size=4)) == ""
