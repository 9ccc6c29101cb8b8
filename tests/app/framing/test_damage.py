"""A framing that cannot notice damage says so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.framing.damage import on_violation, unnoticed
from app.framing.factory import FRAMERS, make_framer
from app.framing.options import Fixed, FramingOptions, Length, Line, OnViolation, QDataStreamBlocks, Sync
from tests.app.framing.streams import chunks_of, cut
from tests.app.framing.test_sync import encoded, sync

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


PAYLOADS = [bytes([0x30 + number] * 6) for number in range(10)]
FRAMES: list[tuple[FramingOptions, list[bytes]]] = [
    (Line(), [payload + b"\n" for payload in PAYLOADS]),
    (Fixed(size=6), PAYLOADS),
    (Length(size=2), [b"\x00\x06" + payload for payload in PAYLOADS]),
    (QDataStreamBlocks(), [b"\x00\x00\x00\x06" + payload for payload in PAYLOADS]),
    (sync(), [encoded(sync(), payload) for payload in PAYLOADS]),
    (sync(checksum="none"), [encoded(sync(checksum="none"), payload) for payload in PAYLOADS]),
]


@given(sample=st.sampled_from(FRAMES), number=st.integers(0, 7), data=st.data())
def test_a_framing_that_has_no_such_sentence_hands_on_nothing_false_but_what_the_loss_has_touched(
    sample: tuple[FramingOptions, list[bytes]], number: int, data: st.DataObject
) -> None:
    """A byte of one frame is lost: at most that frame and the next are not what was sent, or the sentence says so."""
    framing, frames = sample
    place = data.draw(st.integers(0, len(frames[number]) - 1))
    spoiled = frames[number][:place] + frames[number][place + 1 :]
    seen = cut(make_framer(framing), [b"".join([*frames[:number], spoiled, *frames[number + 1 :]])])
    others = PAYLOADS[:number] + PAYLOADS[number + 2 :]
    if not unnoticed(framing):
        assert [payload for payload in seen.payloads if payload in others] == others
        assert len(seen.payloads) <= len(PAYLOADS)


@settings(max_examples=30)
@given(
    words=st.sampled_from([Length, QDataStreamBlocks]),
    policy=st.sampled_from(["reconnect", "skip"]),
    size=st.integers(1 << 21, 1 << 30),
)
def test_what_is_said_of_an_impossible_length_is_what_the_framer_does(
    words: type[Length | QDataStreamBlocks], policy: OnViolation, size: int
) -> None:
    framing = words(on_violation=policy)
    framer = make_framer(framing)
    framer.feed(next(chunks_of([size.to_bytes(4, "big") + b"rest"])))
    assert (framer.violation is not None) == ("new connection" in on_violation(framing))
    assert (framer.counts.discarded["oversize"] > 0) == ("skipped" in on_violation(framing))
    assert on_violation(Line()) == ""
