"""The form: which entry a problem belongs to, and what it is called there."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.session.one_device import check_device
from ui.device_dialogs.draft import Draft
from ui.device_dialogs.form import DeviceForm
from ui.theme.palette import Theme

SOUND = {"name": "imu", "link": "tcp://imu:7001"}
LONG = "x" * 70


def form_of(theme: Theme, qtbot: QtBot, words: dict[str, object]) -> DeviceForm:
    draft = Draft()
    draft.words = {"framing": {"type": "line"}, "decoding": {"type": "csv"}} | SOUND | words
    form = DeviceForm(theme, draft)
    qtbot.addWidget(form)
    form.touch_all()
    form.show_problems(check_device(draft.words)[1])
    return form


@pytest.mark.parametrize(
    ("words", "path", "told"),
    [
        ({"name": LONG}, ("name",), "Expected 1 to 64 characters, got 70"),
        ({"framing": {"type": "fixed"}}, ("framing", "size"), "Size is missing"),
        ({"framing": {"type": "fixed", "size": "x"}}, ("framing", "size"), 'Expected an integer, got "x"'),
        ({"framing": {"type": "sync", "word": "XY"}}, ("framing", "word"), "in hex such as"),
        ({"framing": {"type": "line", "delimiter": "\\q"}}, ("framing", "delimiter"), "Unknown escape"),
        ({"decoding": {"type": "struct"}}, ("decoding", "fields"), "Fields is missing"),
        (
            {"decoding": {"type": "struct", "fields": [{"name": "a", "type": "u8"}, {"name": "b", "type": "u23"}]}},
            ("decoding", "fields"),
            "Row 2, type: expected",
        ),
        (
            {"decoding": {"type": "struct", "fields": [{"name": "a", "type": "u8", "bits": [{"name": "x", "at": 9}]}]}},
            ("decoding", "fields"),
            "Row 1, bits: ",
        ),
        ({"decoding": {"type": "json", "only": ["a"]}}, ("decoding", "only"), "needs `by`"),
        ({"decoding": {"type": "csv", "header": "two"}}, ("decoding", "header"), "got"),
        ({"time": {"rate": "fast"}}, ("time", "rate"), "Expected a frequency"),
        ({"time": {"field": ""}, "decoding": {"type": "csv", "fields": ["t"]}}, ("time", "field"), "no channel"),
        ({"time": {"field": "t", "unit": "iso", "epoch": "boot"}}, ("time", "epoch"), "ISO 8601"),
        ({"on_connect": ["a\\q"]}, ("on_connect",), "Row 1: unknown escape"),
        ({"receive_buffer": "atuo"}, ("receive_buffer",), 'did you mean "auto"?'),
        ({"stale_after": "1 ms"}, ("stale_after",), "Expected"),
        ({"transport": "theard"}, ("transport",), 'did you mean "thread"?'),
    ],
)
def test_each_problem_stands_beside_the_entry_that_it_is_about(theme, qtbot, words, path, told):
    form = form_of(theme, qtbot, words)
    assert told in form.entry(path).problem
    others = {entry.path: entry.problem for entry in form.entries if entry.problem and entry.path != path}
    assert others == {}


def test_what_a_framing_cannot_notice_is_said_where_it_is_chosen(theme: Theme, qtbot: QtBot):
    form = form_of(theme, qtbot, {"framing": {"type": "fixed", "size": 4}})
    form.show_facts()
    assert form.framing.note.text().startswith("Nothing in frames of a fixed size")
    form = form_of(theme, qtbot, {})
    form.show_facts()
    assert form.framing.note.isHidden()


def test_links_that_are_not_as_usual_are_unfolded(theme: Theme, qtbot: QtBot):
    assert form_of(theme, qtbot, {}).more.isHidden()
    assert not form_of(theme, qtbot, {"on_connect": ["a"]}).more.isHidden()


def test_an_entry_writes_its_own_word_alone(theme: Theme, qtbot: QtBot):
    form = form_of(theme, qtbot, {"framing": {"type": "line", "first_frame": "never"}, "later": 7})
    qtbot.keyClicks(form.entry(("name",)).control, "x")
    assert form.draft.words["framing"]["first_frame"] == "never"
    assert form.draft.words["later"] == 7
    assert form.draft.words["name"] != "imu"
