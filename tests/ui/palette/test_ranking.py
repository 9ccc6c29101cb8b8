"""The order in which entries are shown."""

from __future__ import annotations

from ui.palette.entries import Entry
from ui.palette.ranking import KEPT, ranked, with_used


def entry(title: str, path: str = "View", **words: object) -> Entry:
    return Entry(f"{path}/{title}", title, path, lambda: None, **words)  # type: ignore[arg-type]


def titles(typed: str, *entries: Entry, used: tuple[str, ...] = ()) -> list[str]:
    return [row.entry.title for row in ranked(typed, entries, used)]


def test_a_beginning_comes_before_a_word_and_a_word_before_letters():
    entries = [entry("Folder ticker"), entry("To fit"), entry("Fit")]
    assert titles("fit", *entries) == ["Fit", "To fit"]
    assert titles("ft", entry("Fit"), entry("Ft")) == ["Ft", "Fit"]


def test_what_was_used_lately_comes_first_among_its_kind():
    one, two, three = entry("Fit one"), entry("Fit two"), entry("Fit three")
    assert titles("fit", one, two, three, used=(three.key, two.key)) == ["Fit three", "Fit two", "Fit one"]
    assert titles("", one, two, three, used=(two.key,)) == ["Fit two", "Fit one", "Fit three"]
    assert titles("one", one, entry("Only none"), used=("View/Only none",))[0] == "Fit one"


def test_what_cannot_be_done_comes_behind_what_can():
    assert titles("fit", entry("Fit", enabled=False), entry("Fit all")) == ["Fit all", "Fit"]


def test_the_last_used_are_remembered_once_each():
    used: list[str] = []
    for number in range(2 * KEPT):
        used = with_used(used, str(number))
    used = with_used(used, "50")
    assert used[:2] == ["50", str(2 * KEPT - 1)]
    assert len(used) == KEPT
    assert used.count("50") == 1


def test_a_screen_reader_is_told_all_of_an_entry():
    said = str(entry("Fit", keys="A", enabled=False, reason="No session is open", checked=True))
    assert said == "Fit, View, A, on, No session is open"


def test_a_page_of_the_help_comes_behind_commands_that_are_found_alike():
    assert titles("plot", entry("Of plots", weight=10), entry("Close all of the plots")) == [
        "Close all of the plots",
        "Of plots",
    ]
