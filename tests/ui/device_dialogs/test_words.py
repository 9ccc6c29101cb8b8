"""What the form calls the words of the session file."""

from __future__ import annotations

import msgspec
import pytest

from ui.device_dialogs.words import FRAMINGS, framing_abouts, framing_titles, framing_words


@pytest.mark.parametrize("kind", FRAMINGS)
def test_every_word_of_a_framing_has_a_field_with_a_title_of_its_own(kind: str):
    words = framing_words(kind)
    assert [word.path[1] for word in words] == [f.encode_name for f in msgspec.structs.fields(FRAMINGS[kind])]
    assert all(word.title != word.path[1] for word in words)
    assert len({word.title for word in words}) == len(words)


@pytest.mark.parametrize("kind", FRAMINGS)
def test_every_framing_has_a_title_and_says_what_it_is(kind: str):
    assert framing_titles()[kind] != kind
    assert framing_abouts()[kind]


def test_defaults_stand_where_nothing_is_typed():
    words = {word.path[1]: word for word in framing_words("length")}
    assert words["max_frame"].default == "1 MiB"
    assert words["size"].choices == (("1", 1), ("2", 2), ("4", 4), ("8", 8))
    assert words["order"].choices == (("little", "little"), ("big", "big"))
    assert words["keep_header"].default == "no"
