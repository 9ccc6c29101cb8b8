r"""What is typed and the bytes that it means; what is wrong with it, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.session.escapes import to_text
from ui.sending.draft import ENDINGS, LONGEST, Draft, Notation, Problem, compose, escaped, shown_hex


def text(written: str, ending: str = "none") -> Draft:
    return Draft(written).with_ending(ending)


def in_hex(written: str, ending: str = "none") -> Draft:
    return Draft(written, Notation.HEX).with_ending(ending)


@pytest.mark.parametrize(
    ("draft", "data"),
    [
        (text("OUTP ON"), b"OUTP ON"),
        (text(r"a\r\n\t\0\x7f\\"), b"a\r\n\t\x00\x7f\\"),
        (text("µ"), b"\xc2\xb5"),
        (in_hex("A5 5A 01"), b"\xa5\x5a\x01"),
        (in_hex("a55a01"), b"\xa5\x5a\x01"),
        (in_hex("  A5\t5a\N{NO-BREAK SPACE}01 "), b"\xa5\x5a\x01"),
        (Draft("OUTP ON"), b"OUTP ON\n"),
        (Draft("4f", Notation.HEX), b"O"),
    ],
)
def test_a_draft_means_these_bytes(draft: Draft, data: bytes) -> None:
    assert compose(draft) == data


@pytest.mark.parametrize(("ending", "data"), [(word, b"X" + end) for word, end in ENDINGS.items()])
def test_the_ending_stands_behind_either_notation(ending: str, data: bytes) -> None:
    assert compose(text("X", ending)) == data
    assert compose(in_hex("58", ending)) == data


def test_nothing_written_is_nothing_to_send_whatever_the_ending() -> None:
    assert compose(Draft("")) == b""
    assert compose(in_hex("  ", "CRLF")) == b""


def test_each_notation_keeps_its_own_ending() -> None:
    draft = Draft("41").with_ending("CRLF")
    assert (draft.ending, Draft(draft.text, Notation.HEX, draft.text_ending).ending) == ("CRLF", "none")


@pytest.mark.parametrize(
    ("draft", "said", "marked"),
    [
        (text(r"VOLT \q 12"), "At character 6: unknown escape \\q", r"\q"),
        (text("a\\"), "At character 2: unknown escape", "\\"),
        (in_hex("A5 5G"), "At character 5: “G” is no hex digit", "G"),
        (in_hex("0xA5"), "At character 2: “x” is no hex digit", "x"),
        (in_hex("A5 5"), "At character 4: “5”: a byte has two hex digits", "5"),
        (in_hex("A5F 01"), "At character 3: “A5F”: a byte has two hex digits", "F"),
        (text("a\ud800"), "At character 2: half a character", "\ud800"),
    ],
)
def test_a_mistake_is_told_with_its_place(draft: Draft, said: str, marked: str) -> None:
    problem = compose(draft)
    assert isinstance(problem, Problem)
    assert str(problem).startswith(said)
    assert draft.text[problem.at : problem.at + problem.length] == marked


def test_what_is_too_long_is_refused_and_not_cut() -> None:
    assert compose(text("x" * LONGEST)) == b"x" * LONGEST
    problem = compose(text("x" * (LONGEST + 1)))
    assert isinstance(problem, Problem)
    assert (problem.at, problem.length) == (LONGEST, 1)


@given(st.binary(min_size=1, max_size=40), st.sampled_from(list(ENDINGS)))
def test_any_bytes_can_be_written_in_both_notations(data: bytes, ending: str) -> None:
    assert compose(text(to_text(data), ending)) == data + ENDINGS[ending]
    assert compose(in_hex(data.hex(" "), ending)) == data + ENDINGS[ending]


@given(st.text(max_size=40), st.sampled_from(list(Notation)))
def test_whatever_is_typed_is_bytes_or_a_problem_with_a_place_inside_it(written: str, notation: Notation) -> None:
    result = compose(Draft(written, notation))
    if isinstance(result, Problem):
        assert 0 <= result.at < len(written)
        assert result.at + result.length <= len(written)


@given(st.text(max_size=40))
def test_characters_that_a_line_does_not_show_become_escapes_of_the_same_bytes(pasted: str) -> None:
    shown = escaped(pasted)
    assert shown.isprintable()
    if "\\" not in pasted:
        assert compose(text(shown)) == pasted.encode()


@pytest.mark.parametrize(("most", "shown"), [(3, "01 02 AB"), (2, "01 02 …")])
def test_hex_is_cut_where_it_is_long(most: int, shown: str) -> None:
    assert shown_hex(b"\x01\x02\xab", most) == shown
