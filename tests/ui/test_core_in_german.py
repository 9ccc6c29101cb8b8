"""What the core says, said in German by the real catalogue: no word of English is left in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from app.comparison.judgement.verdict import complete
from app.comparison.schema import Comparison
from app.framing.damage import unnoticed
from app.framing.options import Fixed, Length
from app.health import computer_rules, data_rules, link_rules
from app.health.ages import ADVICE
from app.health.diagnosis import Diagnosis
from app.health.events import EventKind, plain
from app.health.figures import Reads
from app.health.findings import Rule
from app.health.gauges import gauges
from app.link.address import AddressError, parse_address
from app.link.contract import State, TicketState
from app.link.race import ADDRESS_NS, Race
from app.sentence import Sentence, sentence
from app.session.change import change_of
from app.session.one_device import check_device
from app.session.problems import SessionError
from app.session.reading import parse_session
from tests.app.comparison.made import GOOD, SLEEP, STALLED_GUI, STALLED_THREAD, Way, made
from tests.app.health.looks import BUFFER, SECOND, course_of, found, ledger, look, seconds
from ui.language import Language
from ui.translate import told

ENGLISH = {
    "the", "of", "with", "and", "is", "are", "not", "after", "that", "its", "were", "from", "against", "than", "this",
    "nothing", "expected", "got", "or", "has", "have", "it", "seconds", "device", "no", "waits", "on",
}  # fmt: skip


@pytest.fixture(autouse=True)
def german(qapp: QApplication) -> Iterator[None]:
    language = Language("de")
    yield
    language.close()


def english(text: str) -> set[str]:
    """The words of a text that are English; names of the session's words and quoted values aside."""
    said = re.sub(r'"[^"]*"|`[^`]*`|\S*[_.]\S+', " ", text)
    return {word for word in re.findall(r"[A-Za-zÄÖÜäöüß]+", said) if word in ENGLISH}


def test_english_words_are_found():
    assert english("the device is silent") == {"the", "device", "is"}
    assert english('das Gerät ist still: "the device"') == set()


LATE = Way(late=0.2, late_ms=100.0)
SCENES: dict[str, Callable[[], Comparison]] = {
    "enough": lambda: made(GOOD, GOOD),
    "helps": lambda: made(LATE, GOOD),
    "one": lambda: made(GOOD, LATE),
    "neither": lambda: made(STALLED_GUI, STALLED_THREAD, stall=SLEEP, yardstick=True),
    "late": lambda: made(LATE, LATE),
    "too few": lambda: made(GOOD, GOOD, rounds=1),
    "nothing": lambda: made({}, {}, rounds=0),
    "broken": lambda: made(GOOD, GOOD, broken={2: sentence("{device} reconnected", device="imu")}),
    "unpainted": lambda: made(Way(painted=False, held_share=None), Way(painted=False, held_share=None)),
}


@pytest.mark.parametrize("scene", SCENES)
def test_a_comparison_answers_in_german(scene: str):
    moved = (sentence("the stall of the window (it was changed meanwhile)"),)
    done = complete(msgspec.structs.replace(SCENES[scene](), not_fixed=moved))
    said = [told(text) for text in (done.verdict, *done.evidence, *done.limits)]
    assert {text: english(text) for text in said if english(text)} == {}


REFUSED = sentence("refused")
NOT_JSON = sentence("not JSON")
STANDING = {"line__waiting": 2 << 20, "reads": Reads(10, 4096, 2 << 20, 5.0, True)}
WRONG: list[tuple[Rule, list]] = [
    (link_rules.behind, seconds(6, lambda _: STANDING)),
    (link_rules.behind, seconds(6, lambda _: {**STANDING, "line__rcv_window": 0, "line__buffer": None})),
    (link_rules.behind, seconds(9, lambda _: {"reads": Reads(100, 0, 4096, 900.0, True)})),
    (link_rules.reordered, seconds(8, lambda second: {"line__rcv_ooopack": 5 * second})),
    (link_rules.silent, [*seconds(3), look(3, line__is_stale=True, line__silent_ns=9 * SECOND, reads=Reads())]),
    (link_rules.absent, [look(0, line__state="waiting", line__last_reason=REFUSED, line__failed_in_row=4)]),
    (link_rules.absent, [look(0, line__state="failed", line__last_reason=REFUSED)]),
    (link_rules.flapping, seconds(9, lambda second: {"line__opened": 1 + second, "line__last_reason": REFUSED})),
    (link_rules.starved, seconds(9, lambda second: {"line__starved": second // 8})),
    (link_rules.unread, seconds(9, lambda _: {"line__unsent": 4096, "line__probes": 2})),
    (data_rules.violated, seconds(5, lambda second: {"violations": second, "violation": REFUSED})),
    (data_rules.rejected, seconds(5, lambda second: {"ledger": ledger(second, rejected={NOT_JSON: second})})),
    (data_rules.discarded, seconds(9, lambda second: {"ledger": ledger(second, discarded={"checksum": second})})),
    (data_rules.forgetting, seconds(5, lambda second: {
        "kept__short_ns": SECOND, "kept__crowded_out": second, "kept__short_table": "TPV"
    })),
    (computer_rules.suspended, [look(0, computer__suspended=(1000 * SECOND, 3 * SECOND))]),
    (computer_rules.clock_set, [look(0, computer__wall_set=(1000 * SECOND, 3 * SECOND))]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "looks"), WRONG)
def test_a_finding_is_told_in_german(rule: Rule, looks: list):
    wrong = found(rule, looks)
    assert wrong is not None
    for text in (wrong.title, wrong.cause, wrong.remedy):
        assert isinstance(text, Sentence)
        assert english(told(text)) == set(), told(text)


def test_gauges_ages_and_the_diagnosis_are_told_in_german():
    course = course_of(seconds(12, lambda _: {"line__buffer": BUFFER}))
    texts = [part for gauge in gauges(course) for part in (gauge.name, gauge.hint, gauge.good, gauge.bad) if part]
    texts += [part for words in ADVICE.values() for part in words]
    texts += [Diagnosis().judge(course)[1], unnoticed(Fixed(size=4)), unnoticed(Length())]
    assert {told(text): english(told(text)) for text in texts if english(told(text))} == {}
    assert {str(text) for text in texts if told(text) == text} <= {"none"}


@pytest.mark.parametrize("words", [State, TicketState, EventKind])
def test_states_have_a_word_in_german(words: type[State] | type[TicketState] | type[EventKind]):
    assert [word for word in words if told(word) == word] == []


def test_why_no_address_answered_is_told_in_german():
    race = Race(["::1", "127.0.0.1"], 0)
    for at in (0, ADDRESS_NS // 10):
        race.next(at)
    race.failed("::1", REFUSED, ADDRESS_NS // 9)
    race.overdue(2 * ADDRESS_NS)
    assert race.reason("imu.local") == "::1 refused, 127.0.0.1 timed out after 5 s"
    assert told(plain(race.reason("imu.local"))) == "::1 abgelehnt, 127.0.0.1 Zeitüberschreitung nach 5 s"


def test_what_no_network_may_do_to_a_line_leaves_it_a_sentence():
    said = plain(sentence("name unknown: {host}", host="a\x1bb"))
    assert said == "name unknown: a·b"
    assert told(said) == "Name unbekannt: a·b"


@pytest.mark.parametrize("address", ["tpc://a:1", "a", "a:b", "u@a:1", "fe80::1:1", "[fe80::1]:1", "1.2.3:4", "-:1"])
def test_what_is_wrong_with_an_address_is_told_in_german(address: str):
    with pytest.raises(AddressError) as caught:
        parse_address(address)
    assert english(told(caught.value.args[0])) == set(), told(caught.value.args[0])


SESSION = """
[sesion]
[session]
refresh_hz = 1000
history = "5 parsec"
title = 5
[[device]]
name = "a/b"
link = "udp://a:1"
framing = { type = "lime" }
decoding = { type = "struct", fields = [{ name = "a", type = "u8", bits = [{ name = "b", at = 9 }] }] }
time = { unit = "s" }
stale_after = 3
[[device]]
name = "imu"
link = "host:1"
framing = { type = "length", max_frame = "0 B" }
on_connect = ['\\q']
[[plot]]
channels = ["imo/ax", "ax"]
range = [1.0]
row = 0
"""


def test_what_is_wrong_with_a_session_is_told_in_german():
    with pytest.raises(SessionError) as caught:
        parse_session(SESSION)
    said = [told(problem.text("s.toml")) for problem in caught.value.problems]
    assert len(said) > 12
    assert {text: english(text) for text in said if english(text)} == {}


def test_what_an_edit_does_is_told_in_german():
    imu = {"name": "imu", "link": "tcp://a:1", "decoding": {"type": "csv", "fields": ["ax"]}}
    device, _ = check_device(imu)
    words = [
        {"name": "imu"},
        {"decoding": {"type": "csv", "fields": ["bx [g]"]}},
        {"decoding": {"type": "csv", "fields": ["bx"]}, "link": "tcp://b:1"},
        {"link": "tcp://b:1", "receive_buffer": "1 MiB"},
        {"framing": {"type": "fixed", "size": 4}},
    ]
    for changed in ({}, *words):
        other, problems = check_device({**imu, "retry": "1 s", **changed})
        assert not problems
        assert device is not None
        assert other is not None
        assert english(told(change_of(device, other).sentence)) == set()
