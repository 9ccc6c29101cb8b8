"""What the health page says, as values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.health.events import Event, EventKind
from app.health.judgement import Finding, Gauge, Health, Level, Slow
from tests.ui.desk import session_of
from ui.health.content import event_entries, health_figures
from ui.health.recent_ages import Recent
from ui.inspector.content import NOT_AVAILABLE
from ui.inspector.figures import Dated, Entry, Figure, Heading, Judged, Note, as_text
from ui.theme.tokens import State

BACKLOG = Gauge("Backlog", 3.14159, "%", Level.GOOD, "under 4 %", "over 20 %", "of the receive buffer")
FAIR = Finding("a", Level.FAIR, "Bytes had to wait", "5 times in 10 s", "let it send less", 0)
BAD = Finding("b", Level.BAD, "No room", "0 B are free", "make room", 0)
HOUR = 3600 * 1_000_000_000


@pytest.fixture
def page(make_rig):
    """page(health, ...): what stands on the page of an open device."""
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    rig._second()

    def page(health: Health | None = None, recent: Recent | None = None, failures=(), log=()) -> list[Entry]:
        status = rig.status(rig.devices[0])
        status = replace(status, health=health or status.health)
        return health_figures(status, recent or Recent(), failures, log)

    return page


def section(entries: list[Entry], heading: str) -> list[Entry]:
    """What stands below a heading."""
    start = entries.index(Heading(heading)) + 1
    length = next((n for n, entry in enumerate(entries[start:]) if isinstance(entry, Heading)), None)
    return entries[start:] if length is None else entries[start : start + length]


@pytest.mark.parametrize(
    ("slow", "mark", "words"),
    [
        (Slow.THIS_PC, State.WARNING, "This PC"),
        (Slow.NOT_THIS_PC, State.GOOD, "Not this PC"),
        (Slow.NETWORK, State.WARNING, "Network likely"),
        (Slow.DEVICE, State.STALE, "Device silent"),
        (Slow.UNKNOWN, State.OFFLINE, "Cannot tell"),
    ],
)
def test_who_is_slow_comes_first_with_what_it_follows_from(page, slow: Slow, mark: State, words: str) -> None:
    entries = page(Health(slow, "3 MiB wait here"))
    assert entries[:3] == [Heading("Who is slow"), Note(words, mark), Note("3 MiB wait here", part=True)]


def test_without_findings_the_page_is_calm(page) -> None:
    assert section(page(Health(Slow.UNKNOWN, "")), "Findings") == [Note("Nothing is wrong", State.GOOD)]


def test_a_finding_has_title_cause_remedy_and_help_and_the_worst_is_first(page) -> None:
    of_bad, of_fair = f"findings#{BAD.key}", f"findings#{FAIR.key}"
    assert section(page(Health(Slow.UNKNOWN, "", findings=(FAIR, BAD))), "Findings") == [
        Note("No room", State.ALARM, target=of_bad), Note("0 B are free", part=True, target=of_bad),
        Note("Make room", part=True, target=of_bad), Note("Bytes had to wait", State.WARNING, target=of_fair),
        Note("5 times in 10 s", part=True, target=of_fair), Note("Let it send less", part=True, target=of_fair),
    ]  # fmt: skip


def test_a_gauge_has_its_level_by_mark_and_word_and_its_limits_beside_it(page) -> None:
    (judged,) = section(page(Health(Slow.UNKNOWN, "", (BACKLOG,))), "Against their limits")
    limits = "good under 4 %, bad over 20 %"
    assert judged == Judged("Backlog", "3.14", "%", State.GOOD, "good", limits, "of the receive buffer")


def test_a_gauge_that_is_not_to_be_had_has_no_level_and_keeps_its_limits(page) -> None:
    (judged,) = section(
        page(Health(Slow.UNKNOWN, "", (replace(BACKLOG, value=None, level=None),))), "Against their limits"
    )
    assert (judged.value, judged.unit, judged.tone, judged.word) == (NOT_AVAILABLE, None, None, "")
    assert judged.limits == "good under 4 %, bad over 20 %"


def test_a_gauge_without_limits_is_a_figure_as_every_other(page) -> None:
    gauge = replace(BACKLOG, level=None, good="", bad="")
    (found,) = section(page(Health(Slow.UNKNOWN, "", (gauge,))), "Against their limits")
    assert found == Figure("Backlog", "3.14", None, "of the receive buffer", "%")


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (4096.0, "B", ("4", "KiB")),
        (12.0, "ms", ("12", "ms")),
        (0.0, "", ("0", "")),
        (0.0004, "%", ("< 0.01", "%")),
        (123456.7, "", ("123\u202f457", "")),
    ],
)
def test_gauges_are_shown_in_units_for_people(page, value: float, unit: str, shown: tuple[str, str]) -> None:
    gauge = replace(BACKLOG, value=value, unit=unit)
    (judged,) = section(page(Health(Slow.UNKNOWN, "", (gauge,))), "Against their limits")
    assert (judged.value, judged.unit) == shown


def test_ages_say_which_quantile_they_are_and_are_not_invented(page) -> None:
    shown = {entry.name: entry.value for entry in section(page(recent=Recent(12.0, 30.0, 0)), "Lately")}
    assert shown["Age on screen, p99"] == "12 ms"
    assert shown["Left behind a read"] == "0 B"
    shown = {entry.name: entry.value for entry in section(page(), "Lately")}
    assert (shown["Age on screen"], shown["Left behind a read"]) == (NOT_AVAILABLE, NOT_AVAILABLE)


def test_the_ledgers_verdict_stands_on_the_page(page) -> None:
    assert section(page(), "Ledger") == [Note("Every byte is accounted for", State.GOOD)]
    told = section(page(failures=["bytes: received 1 is not 2"]), "Ledger")
    assert told == [Note("The ledger does not add up", State.ALARM), Note("bytes: received 1 is not 2", part=True)]


def test_the_commonest_reason_is_first(make_rig) -> None:
    rig, (link,) = make_rig(session_of("imu"))
    link.refuse("timed out after 5 s")
    link.refuse("refused")
    link.refuse("refused")
    rig._second()
    entries = health_figures(rig.status(rig.devices[0]), Recent(), [], [])
    assert [(entry.name, entry.value) for entry in section(entries, "Connections") if isinstance(entry, Figure)] == [
        ("Opened", "0"), ("refused", "2"), ("timed out after 5 s", "1")]  # fmt: skip


# -- the log


def test_events_stand_with_their_time_and_how_often_they_came() -> None:
    events = (Event(2 * HOUR, EventKind.FAILED, "refused", 1200), Event(HOUR, EventKind.OPENED, "127.0.0.1:7001"))
    heading, first, second = event_entries(events, 0, 0)
    assert heading == Heading("What happened")
    assert isinstance(first, Dated)
    assert first.text == "attempt failed: refused  ×1\u202f200"
    assert second.text == "opened: 127.0.0.1:7001"
    assert len(first.when) == len("14:02:31")


def test_the_wall_clock_labels_them() -> None:
    (_, at_boot), (_, later) = (event_entries((Event(0, EventKind.FRESH, ""),), 0, at) for at in (0, HOUR))
    assert at_boot.text == "speaks again"
    hours = [int(entry.when[:2]) for entry in (at_boot, later)]
    assert (hours[1] - hours[0]) % 24 == 1


def test_a_day_is_named_where_it_changes_and_what_is_not_shown_is_counted() -> None:
    events = (Event(40 * HOUR, EventKind.OPENED, "a"), Event(0, EventKind.OPENED, "b"))
    entries = event_entries(events, 7, 0)
    assert [type(entry) for entry in entries] == [Heading, Dated, Note, Dated, Note]
    assert "1970" in entries[2].text
    assert entries[-1] == Note("and 7 older ones")


def test_a_log_without_events_says_so() -> None:
    assert event_entries((), 0, 0)[1:] == [Note("Nothing yet")]


def test_nothing_that_came_from_outside_can_act(page) -> None:
    hostile = "\x1b[2J\u202ex"
    finding = Finding("a", Level.BAD, hostile, hostile, hostile, 0)
    log = event_entries((Event(0, EventKind.ENDED, hostile),), 0, 0)
    text = as_text(page(Health(Slow.UNKNOWN, hostile, findings=(finding,)), failures=[hostile], log=log))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert text.count("·[2J·x") == 6


@pytest.mark.parametrize(("value", "unit"), [(0.0, "times"), (1.0, "time"), (2.0, "times")])
def test_a_unit_that_is_a_word_follows_its_number(page, value: float, unit: str) -> None:
    gauge = replace(BACKLOG, value=value, unit="times")
    (judged,) = section(page(Health(Slow.UNKNOWN, "", (gauge,))), "Against their limits")
    assert judged.unit == unit


def test_one_older_event_is_one() -> None:
    assert event_entries([Event(0, EventKind.SENT, "")], 1, 0)[-1] == Note("and 1 older one")


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_of_event_has_its_word(kind: EventKind) -> None:
    (_, entry) = event_entries([Event(0, kind, "")], 0, 0)
    assert isinstance(entry, Dated)
    assert entry.text == str(kind)


def test_the_day_is_said_in_the_windows_language(in_german) -> None:
    noon, day = 12 * HOUR, 24 * HOUR
    entries = event_entries([Event(day + noon, EventKind.SENT, ""), Event(noon, EventKind.SENT, "")], 0, 0)
    assert entries[2] == Note("Donnerstag, 01. Januar 1970")
