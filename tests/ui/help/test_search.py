"""Which sections of the help are found by words."""

import pytest

from ui.help.pages import Page, read_page
from ui.help.search import Hit, contents, found


@pytest.fixture
def pages() -> dict[str, Page]:
    return {
        "a": read_page("# Links\nA link is silent.\n## Buffers {#buffer}\nHow much waits."),
        "b": read_page("# Buffers and more\nNothing of links."),
    }


def test_without_words_all_chapters_are_listed(pages):
    assert contents(pages) == [Hit("a", "", "Links"), Hit("b", "", "Buffers and more")]


def test_a_section_is_found_where_all_words_stand(pages):
    assert found("WAITS how", pages) == [Hit("a", "buffer", "Buffers", "Links")]
    assert found("waits silent", pages) == []


def test_a_heading_with_the_words_comes_before_a_text_with_them(pages):
    assert [hit.heading for hit in found("links", pages)] == ["Links", "Buffers and more"]


def test_a_screen_reader_is_told_the_chapter_of_a_section():
    assert str(Hit("a", "buffer", "Buffers", "Links")) == "Buffers, Links"
