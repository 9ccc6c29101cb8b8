"""What a few letters find, and what they find first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.palette.matching import Kind, Match, fold, match, target

LETTERS = st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"])
TITLES = st.text(LETTERS, min_size=1, max_size=40).filter(lambda text: bool(text.split()))
WORDS = st.lists(st.text("abcdefg", min_size=1, max_size=6), min_size=1, max_size=5)


def found(typed: str, title: str, around: str = "") -> Match | None:
    return match(fold(typed), target(title, around))


@given(st.text())
def test_a_folded_text_has_a_letter_for_each_letter(text: str):
    assert len(fold(text)) == len(text[:200])


@given(WORDS, st.data())
def test_each_beginning_of_a_title_finds_it_as_a_beginning(words: list[str], data: st.DataObject):
    title = " ".join(words)
    typed = title[: data.draw(st.integers(1, len(title)))]
    hit = found(typed.upper(), title)
    assert hit is not None
    assert hit.kind is Kind.PREFIX


@given(WORDS, st.data())
def test_beginnings_of_all_words_in_any_order_find_a_title(words: list[str], data: st.DataObject):
    typed = [word[: data.draw(st.integers(1, len(word)))] for word in data.draw(st.permutations(words))]
    # two words may want the same beginning ("a" and "ab"): whole words leave no doubt
    hit = found(" ".join(data.draw(st.permutations(words))), "-".join(words))
    assert hit is not None
    assert hit.kind <= Kind.WORDS
    assert all(found(part, "-".join(words)) is not None for part in typed)


@given(TITLES, st.data())
def test_letters_in_their_order_find_a_title(title: str, data: st.DataObject):
    kept = data.draw(st.lists(st.booleans(), min_size=len(title), max_size=len(title)))
    typed = "".join(letter for letter, is_kept in zip(title, kept, strict=True) if is_kept)
    assert found(typed, title) is not None


@given(st.text("abc ", max_size=6), st.text("abc -", max_size=12))
def test_what_is_found_stands_at_the_places_that_are_told(typed: str, title: str):
    hit = found(typed, title)
    if hit is None:
        return
    assert list(hit.places) == sorted(set(hit.places))
    assert sorted(title[place] for place in hit.places if title[place] != " ") == sorted(typed.replace(" ", ""))


@given(st.text("abc ", max_size=6), st.text("abc -", max_size=12))
def test_a_letter_that_is_nowhere_finds_nothing(typed: str, title: str):
    assert found(typed + "x", title, title) is None


@given(TITLES, TITLES)
def test_nothing_that_is_typed_fails(typed: str, title: str):
    hit = found(typed, title, typed)
    assert hit is None or hit.cost >= 0


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("back", Kind.PREFIX),
        ("exp pres", Kind.WORDS),
        ("pressure", Kind.WORDS),
        ("bpx", Kind.LETTERS),
        ("meas back", Kind.WORDS),
        ("BÄCK", Kind.PREFIX),
    ],
)
def test_a_title_is_found_by(typed: str, kind: Kind):
    hit = found(typed, "Back-pressure experiment…", "Measure")
    assert hit is not None
    assert hit.kind is kind


@pytest.mark.parametrize("typed", ["zoo", "tnemirepxe", "measurement", "back back"])
def test_a_title_is_not_found_by(typed: str):
    assert found(typed, "Back-pressure experiment…", "Measure") is None


def test_words_of_the_title_come_before_words_of_its_menus():
    own, menus = found("view", "Pause the view", "Plot"), found("view", "Fit", "View")
    assert own is not None
    assert menus is not None
    assert own.cost < menus.cost
