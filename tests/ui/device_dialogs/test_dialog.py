"""The dialog of one device, driven as a user does."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QWhatsThisClickedEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.decoding.options import Csv, FieldTime, Json, Rate
from app.framing.options import Fixed, Length, Line, Sync
from app.session.reading import parse_session
from app.session.schema import Session
from app.session.writing import session_text
from ui.device_dialogs.fields_entry import FieldsEntry
from ui.flat_button import FlatButton
from ui.segments import Segments
from ui.theme.palette import Theme

EXAMPLE = parse_session((files("resources") / "sessions" / "example.toml").read_text(encoding="utf-8"))
BY_NAME = {device.name: device for device in EXAMPLE.devices}


# -- a new device


def test_a_name_and_an_address_are_all_that_a_new_device_needs(open_dialog):
    opened = open_dialog()
    opened.type(("name",), "")
    assert opened.dialog.says == "A name and an address are missing."
    assert not opened.dialog.accept_button.isEnabled()
    opened.type(("name",), "imu")
    assert opened.dialog.says == "Address is missing."
    opened.type(("link",), "192.168.7.20:7001")
    device = opened.accept()
    assert (device.name, device.address, device.link.port) == ("imu", "tcp://192.168.7.20:7001", 7001)
    assert device.framing == Line()
    assert device.decoding == Csv(header=True)
    assert not opened.dialog.isVisible()


def test_a_new_device_has_a_name_that_no_other_has_and_the_cursor_begins_in_the_address(open_dialog):
    opened = open_dialog(taken=("device", "Device 2"))
    opened.qtbot.waitUntil(opened.line("link").hasFocus)
    assert opened.line("name").text() == "device 3"
    opened.type(("link",), "192.168.7.20:7001")
    assert opened.accept().name == "device 3"


def test_of_a_device_that_is_edited_the_cursor_begins_in_the_name(open_dialog):
    opened = open_dialog(BY_NAME["imu"])
    opened.qtbot.waitUntil(opened.line("name").hasFocus)


def test_nothing_is_called_wrong_before_it_was_touched(open_dialog):
    opened = open_dialog()
    assert not any(entry.problem for entry in opened.dialog.form.entries)


def test_what_is_wrong_stands_beside_its_field_once_that_is_left_and_goes_as_it_is_put_right(open_dialog):
    opened = open_dialog(taken=("imu",))
    opened.type(("name",), "IMU", leave=False)
    entry = opened.entry("name")
    assert not entry.problem  # still being typed
    opened.qtbot.keyClick(opened.line("name"), Qt.Key.Key_Tab)
    assert entry.problem == 'Another device of this session is called "imu" already'
    assert opened.line("name").accessibleDescription() == entry.problem
    opened.type(("name",), "IMU 2", leave=False)
    assert not entry.problem


def test_a_pause_in_typing_is_enough_to_be_judged(open_dialog):
    opened = open_dialog()
    opened.type(("link",), "udp://10.0.0.1:9", leave=False)
    opened.qtbot.waitUntil(lambda: "does not know" in opened.entry("link").problem)


@pytest.mark.parametrize(
    ("address", "told"),
    [("tpc://imu:7001", 'did you mean "tcp"?'), ("imu", "port"), ("tcp://imu:70001", "70001"), ("1.2.3:9", "IPv4")],
)
def test_a_wrong_address_is_told_in_the_sessions_words(open_dialog, address: str, told: str):
    opened = open_dialog()
    opened.type(("link",), address)
    assert told in opened.entry("link").problem
    assert not opened.dialog.preview.test.isEnabled()


def test_a_unit_that_was_meant_is_named(open_dialog):
    opened = open_dialog()
    opened.type(("framing", "max_frame"), "4 Mb")
    assert opened.entry("framing", "max_frame").problem.endswith('did you mean "MB"?')


def test_return_in_a_field_adds_the_device_where_all_is_sound(open_dialog):
    opened = open_dialog()
    opened.type(("name",), "imu")
    opened.type(("link",), "imu:7001", leave=False)
    opened.qtbot.keyClick(opened.line("link"), Qt.Key.Key_Return)
    assert [device.name for device in opened.chosen] == ["imu"]


def test_return_shows_all_that_is_wrong_where_something_is(open_dialog):
    opened = open_dialog()
    opened.type(("name",), "", leave=False)
    opened.qtbot.keyClick(opened.line("name"), Qt.Key.Key_Return)
    assert opened.dialog.isVisible()
    assert not opened.chosen
    assert opened.entry("name").problem
    assert opened.entry("link").problem


def test_escape_closes_and_chooses_nothing(open_dialog):
    opened = open_dialog()
    opened.type(("name",), "imu")
    opened.qtbot.keyClick(opened.line("name"), Qt.Key.Key_Escape)
    assert not opened.dialog.isVisible()
    assert not opened.chosen


def test_a_new_device_is_read_as_its_session_says(open_dialog):
    opened = open_dialog(transport="thread")
    opened.type(("name",), "imu")
    opened.type(("link",), "imu:7001")
    assert opened.accept().link.transport == "thread"


def test_a_problem_of_a_folded_field_unfolds_nothing_but_is_told(open_dialog):
    opened = open_dialog(BY_NAME["imu"])
    opened.dialog.form.unfold()
    opened.type(("retry",), "1 ms")
    assert opened.entry("retry").problem == 'Expected "10 ms" to "24 h", got "1 ms"'
    assert opened.dialog.says.startswith("Retry after: Expected")


# -- kinds


def test_only_the_fields_of_the_chosen_framing_are_there(open_dialog):
    opened = open_dialog()
    opened.kind("framing", "sync")
    paths = {entry.path for entry in opened.dialog.form.entries}
    assert ("framing", "checksum") in paths
    assert ("framing", "delimiter") not in paths
    assert opened.dialog.says == "Address is missing."


def test_each_framing_can_be_described(open_dialog):
    opened = open_dialog()
    opened.type(("name",), "x")
    opened.type(("link",), "x:1")
    opened.kind("framing", "length")
    opened.choose(("framing", "size"), "2")
    opened.choose(("framing", "order"), "little")
    opened.type(("framing", "offset"), "3")
    opened.choose(("framing", "keep_header"), "yes")
    assert opened.dialog.verdict.device.framing == Length(size=2, order="little", offset=3, keep_header=True)
    opened.kind("framing", "fixed")
    assert "Frame has" in opened.dialog.says
    opened.type(("framing", "size"), "12")
    assert opened.dialog.verdict.device.framing == Fixed(size=12)
    opened.kind("framing", "sync")
    opened.type(("framing", "word"), "a5 5a")
    assert opened.dialog.verdict.device.framing == Sync(word="a5 5a")


def test_going_back_to_a_framing_finds_what_was_said_of_it(open_dialog):
    opened = open_dialog()
    opened.type(("framing", "delimiter"), r"\x1e")
    opened.kind("framing", "fixed")
    opened.kind("framing", "line")
    assert opened.line("framing", "delimiter").text() == r"\x1e"


def test_a_time_of_the_device_names_a_channel_that_it_has(open_dialog):
    opened = open_dialog(BY_NAME["imu"])
    opened.kind("time", "field")
    opened.type(("time", "field"), "ay2")
    assert 'did you mean "ay"?' in opened.entry("time", "field").problem
    opened.type(("time", "field"), "ay")
    assert opened.accept().time == FieldTime(field="ay")


def test_a_rate_is_told_with_its_unit(open_dialog):
    opened = open_dialog(BY_NAME["imu"])
    opened.kind("time", "rate")
    opened.type(("time", "rate"), "1 kHz")
    assert opened.accept().time == Rate(rate_hz=1000.0)


def test_json_has_its_table_key_and_tables(open_dialog):
    opened = open_dialog(BY_NAME["imu"])
    opened.kind("decoding", "json")
    opened.type(("decoding", "only"), "TPV, SKY")
    assert "needs `by`" in opened.entry("decoding", "only").problem
    opened.type(("decoding", "by"), "class")
    assert opened.accept().decoding == Json(by="class", only=("TPV", "SKY"))


# -- editing


@pytest.mark.parametrize("name", BY_NAME)
def test_an_edit_keeps_every_word_that_it_does_not_touch(open_dialog, name: str):
    device = BY_NAME[name]
    opened = open_dialog(device, taken=[other for other in BY_NAME if other != name])
    opened.dialog.form.unfold()
    for section in ("framing", "decoding", "time"):  # away and back
        kinds = getattr(opened.dialog.form, section).kinds.segments
        there = next(kind for kind, segment in kinds.items() if segment.isChecked())
        for kind in kinds:
            opened.kind(section, kind)
        opened.kind(section, there)
    opened.type(("retry",), "3 s")
    made = opened.accept()
    assert made.link.retry == 3_000_000_000
    assert session_text(Session(devices=(made,))).replace('"3 s"', '"500 ms"').replace(
        'retry = "500 ms"\n', ""
    ) == session_text(Session(devices=(device,)))


def test_what_an_edit_will_do_is_said_before_it_is_done(open_dialog):
    opened = open_dialog(BY_NAME["imu"], live=True)
    assert opened.dialog.says == "Nothing changes."
    opened.type(("name",), "imu left")
    assert "goes on" in opened.dialog.says
    opened.type(("link",), "tcp://192.168.7.21:7001")
    assert "new connection" in opened.dialog.says
    assert "history stays" in opened.dialog.says
    opened.kind("framing", "qdatastream")
    assert "history of this device is cleared" in opened.dialog.says


def test_its_own_name_is_not_taken(open_dialog):
    opened = open_dialog(BY_NAME["imu"], taken=("scope",))
    opened.type(("name",), "imu")
    assert not opened.entry("name").problem


def test_a_copy_begins_as_the_other_and_is_added(open_dialog):
    opened = open_dialog(BY_NAME["scope"], taken=BY_NAME, is_copy=True)
    assert opened.dialog.accept_button.text() == "Add device"
    opened.type(("name",), "scope 2")
    made = opened.accept()
    assert made.decoding == BY_NAME["scope"].decoding


# -- templates


def test_the_choice_of_a_template_stands_in_line_with_the_entries_below(open_dialog):
    dialog = open_dialog().dialog
    begin = next(b for b in dialog.findChildren(FlatButton) if b.accessibleName().startswith("Begin with"))
    entry = dialog.form.entry(("name",))
    assert begin.mapTo(dialog, QPoint()).x() == entry.mapTo(dialog, QPoint()).x()


def test_a_template_fills_all_but_what_was_typed(open_dialog):
    opened = open_dialog(taken=("gps",))
    opened.type(("link",), "10.0.0.7:2947")
    begin = next(b for b in opened.dialog.findChildren(FlatButton) if b.accessibleName().startswith("Begin with"))
    action = next(a for a in begin.actions_by_key.values() if "gpsd" in a.text())
    action.trigger()
    assert opened.line("name").text() == "gps 2"
    made = opened.accept()
    assert made.address == "tcp://10.0.0.7:2947"
    assert made.link.on_connect == (b'?WATCH={"enable":true,"json":true};\n',)
    assert made.decoding.by == "class"


# -- looks and reach


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_it_fits_a_small_screen_and_scrolls_inside(open_dialog, theme: Theme, scheme: str):
    theme.set_scheme(scheme)
    opened = open_dialog(BY_NAME["motor"])
    opened.dialog.form.unfold()
    opened.dialog.resize(QSize(1024, 640))
    assert opened.dialog.minimumSizeHint().width() <= 1024
    assert opened.dialog.minimumSizeHint().height() <= 640
    assert opened.dialog.accept_button.visibleRegion().boundingRect() == opened.dialog.accept_button.rect()
    theme.set_scheme("light" if scheme == "dark" else "dark")
    assert not opened.dialog.grab().isNull()


def test_every_control_has_a_name_for_who_cannot_see_it(open_dialog):
    opened = open_dialog(BY_NAME["scope"])
    opened.dialog.form.unfold()
    reachable = [w for w in opened.dialog.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [w for w in reachable if w.isVisible() and not (w.accessibleName() or getattr(w, "text", str)())]
    assert nameless == []


def test_the_keyboard_reaches_everything(open_dialog):
    opened = open_dialog()
    opened.type(("name",), "imu")
    opened.type(("link",), "imu:1")
    opened.focus(opened.line("name"))
    seen: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None and focused not in seen and len(seen) < 100:
        seen.append(focused)
        opened.qtbot.keyClick(focused, Qt.Key.Key_Tab)
    kinds = {type(widget) for widget in seen}
    assert opened.dialog.accept_button in seen
    assert opened.dialog.preview.test in seen
    assert opened.line("framing", "max_frame") in seen
    assert kinds >= {QLineEdit, FlatButton}


def test_tab_goes_from_top_to_bottom_also_through_what_was_chosen_last(open_dialog):
    opened = open_dialog(BY_NAME["imu"])
    opened.kind("framing", "length")
    opened.kind("framing", "sync")
    opened.kind("decoding", "json")
    opened.focus(opened.dialog.form.framing.kinds.segments["sync"])
    seen: list[str] = []
    for _ in range(14):
        opened.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().accessibleName())
    titles = [name.split(":")[0] for name in seen]
    assert list(dict.fromkeys(titles))[:7] == [
        "Sync word",
        "Length has",
        "Byte order",
        "Checksum",
        "Longest frame",
        "Decoding",
        "Table by",
    ]


# -- whatever is typed

# Letters of one script, and what is hostile in any: with all of Unicode it is the machine's fonts that are tested.
LETTERS = st.one_of(st.characters(max_codepoint=0x24F), st.sampled_from("\0\u202e\ud800\ufeff\u2028😀"))
WORDS = st.one_of(
    st.sampled_from(["", "imu", "tcp://imu:7001", "4 MiB", "1 s", "auto", "12", "-1", "0x10", "1e99", "a, b", "A5 5A"]),
    st.text(LETTERS, max_size=12),
)
ROWS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 7), WORDS), max_size=4)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.integers(0, 4), min_size=3, max_size=3),
    st.lists(WORDS, min_size=20, max_size=20),
    st.lists(st.integers(0, 30), max_size=6),
    ROWS,
    st.text(LETTERS, max_size=40),
)
def test_nothing_that_is_typed_raises_and_what_is_chosen_reads_back(open_dialog, kinds, texts, clicks, rows, text):
    opened = open_dialog(taken=("scope",))
    form = opened.dialog.form
    form.unfold()
    for section, kind in zip(form.sections, kinds, strict=True):
        segments = [*section.kinds.segments.values()]
        segments[kind % len(segments)].click()
    for entry, words in zip(list(form.entries), texts, strict=False):
        control = entry.control
        if isinstance(control, QLineEdit):
            control.setText(words)
            control.textEdited.emit(words)
            control.editingFinished.emit()
        elif isinstance(control, QPlainTextEdit):
            control.setPlainText(words)
        if isinstance(entry, FieldsEntry):
            model = entry.table.model
            for row, column, words in rows:
                model.setData(model.index(row % model.rowCount(), column % model.columnCount()), words)
            if text:
                entry.show_as_text()
                entry.pane.text.setPlainText(text)
    buttons = [s for w in opened.dialog.findChildren(Segments) for s in w.segments.values()]
    for click in clicks:
        buttons[click % len(buttons)].click()
    verdict = opened.dialog.verdict
    assert opened.dialog.accept_button.isEnabled() == (verdict.device is not None)
    if verdict.device is not None:
        session = Session(devices=(verdict.device,))
        assert parse_session(session_text(session)) == session
    opened.dialog.close()
    opened.dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize("section", ["framing", "decoding", "time"])
def test_each_section_asks_for_its_part_of_the_help(open_dialog, qapp, section):
    opened = open_dialog(BY_NAME["imu"])
    wished: list[str] = []

    class Listener(QObject):
        def eventFilter(self, _watched, event):
            if isinstance(event, QWhatsThisClickedEvent):
                wished.append(event.href())
            return False

    listener = Listener(opened.dialog)
    qapp.installEventFilter(listener)
    opened.click(getattr(opened.dialog.form, section).about)
    qapp.removeEventFilter(listener)
    assert wished == [f"framing#{section}"]
