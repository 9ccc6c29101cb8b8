"""The log of what happened on a link."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.health.events import Event, EventKind, EventLog, plain
from app.sentence import Sentence, joined, sentence

MOST = 5


def test_the_same_in_a_row_is_counted_and_not_repeated() -> None:
    log = EventLog()
    for at in (1, 2, 3):
        log.add(at, EventKind.FAILED, "refused")
    log.add(4, EventKind.OPENED, "127.0.0.1:7001")
    assert log.newest(9) == (Event(4, EventKind.OPENED, "127.0.0.1:7001"), Event(3, EventKind.FAILED, "refused", 3))


@given(st.lists(st.tuples(st.sampled_from(EventKind), st.sampled_from("ab")), max_size=30))
def test_no_event_is_lost_without_being_counted(events: list[tuple[EventKind, str]]) -> None:
    log, runs = EventLog(MOST), 0
    for at, (kind, text) in enumerate(events):
        runs += at == 0 or events[at - 1] != (kind, text)
        log.add(at, kind, text)
    assert len(log) + log.forgotten == runs
    assert len(log) <= MOST
    assert log.version == len(events)
    assert [event.at_ns for event in log.newest(MOST)] == sorted((e.at_ns for e in log.newest(MOST)), reverse=True)


@given(st.text(max_size=80), st.integers(1, 60))
def test_any_text_becomes_one_line_that_shows_as_it_is(text: str, longest: int) -> None:
    shown = plain(text, longest)
    assert shown.isprintable()
    assert len(shown) <= longest
    if text.isprintable() and len(text) <= longest:
        assert shown == text


HOSTILE = st.text(st.sampled_from("ab{}\n\x1b\u00a0\u202e\u2028é"), max_size=20)


@given(what=HOSTILE, where=HOSTILE, longest=st.integers(1, 60))
def test_a_sentence_of_any_texts_stays_one_that_can_be_translated_where_it_is_not_too_long(
    what: str, where: str, longest: int
) -> None:
    said = joined("; ", (sentence("{count} times {what}", count=3, what=what), sentence("at {where}", where=where)))
    shown = plain(said, longest)
    whole = f"3 times {plain(what)}; at {plain(where)}"
    assert shown.isprintable()
    if len(whole) > longest:
        assert shown == whole[: longest - 1] + "…"
        return
    assert shown == whole
    assert isinstance(shown, Sentence)
    assert shown.template == said.template
    assert [part.template for part in shown.values.values() if isinstance(part, Sentence)] == [
        "{count} times {what}",
        "at {where}",
    ]


def test_a_space_that_does_not_break_is_shown_as_a_space() -> None:
    assert plain(sentence("failed: {reason}", reason="erreur\u00a0: refus")) == "failed: erreur : refus"
