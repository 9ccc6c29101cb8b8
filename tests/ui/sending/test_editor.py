"""What is written and how: without a device behind it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ui.sending.draft import Draft, Notation, Problem
from ui.sending.editor import EMPTY, SendEditor


@pytest.fixture
def editor(qtbot, theme):
    editor = SendEditor(theme)
    qtbot.addWidget(editor)
    editor.show()
    qtbot.waitExposed(editor)
    return editor


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_line_says_which_keys_do_what(editor):
    assert editor.preview.text == EMPTY


def test_what_is_shown_is_not_told_as_edited_and_what_is_typed_is(qtbot, editor):
    heard: list[Draft] = []
    editor.edited.connect(lambda: heard.append(editor.draft))
    editor.show_draft(Draft("A5", Notation.HEX))
    assert (heard, editor.result()) == ([], b"\xa5")
    qtbot.keyClicks(editor.command.line, "5")
    assert [draft.text for draft in heard] == ["A55"]
    assert isinstance(editor.result(), Problem)


def test_one_byte_is_one_byte(qtbot, editor):
    editor.show_draft(Draft("A5", Notation.HEX))
    assert editor.preview.text == "1 byte: A5"


def test_going_to_hex_and_back_changes_no_ending(qtbot, editor):
    click(qtbot, editor.ending.segments["NUL"])
    click(qtbot, editor.notation.segments["hex"])
    assert editor.ending.segments["none"].isChecked()
    click(qtbot, editor.notation.segments["text"])
    assert editor.ending.segments["NUL"].isChecked()


def test_no_expiry_is_never(editor):
    assert (editor.expires_after_ns, editor.expiry.text()) == (None, "never")
    editor.expiry.setValue(0.5)
    assert editor.expires_after_ns == 500_000_000


def test_the_button_says_why_it_cannot_be_pressed(editor):
    editor.show_possible("Nothing can be sent until it is connected")
    assert not editor.send.isEnabled()
    assert "until it is connected" in editor.send.toolTip()
    editor.show_possible("")
    assert editor.send.isEnabled()


def test_where_histories_are_kept_is_asked_not_done(qtbot, editor):
    heard: list[bool] = []
    editor.keepWished.connect(heard.append)
    editor.show_keep(kept=False, possible=True)
    click(qtbot, editor.keep.segments["disk"])
    assert (heard, editor.keep.segments["memory"].isChecked()) == ([True], True)
