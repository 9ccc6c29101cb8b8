"""Plain text on a pane."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.labels import Marked, paragraph, words, wrapped
from ui.theme.tokens import TextSize

HOSTILE = "<b>imu</b><br>" + "word " * 30


def test_tags_are_letters_and_long_text_wraps_where_it_may(qtbot):
    line, lines = words(HOSTILE), wrapped(HOSTILE)
    for label in (line, lines):
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText
    lines.resize(200, 20)
    assert lines.heightForWidth(200) > 3 * line.sizeHint().height()
    assert lines.minimumSizeHint().width() < line.sizeHint().width() // 4


def test_a_paragraph_is_selected_by_mouse_and_small_text_is_small(qtbot):
    text, title = paragraph("What came of it"), words("Round", TextSize.TITLE)
    qtbot.addWidget(text)
    qtbot.addWidget(title)
    assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert text.font().pointSizeF() < title.font().pointSizeF()


def test_a_sentence_behind_a_mark_is_there_while_it_says_something(qtbot, theme):
    marked = Marked(theme)
    qtbot.addWidget(marked)
    marked.say("No link is open")
    assert (marked.isHidden(), marked.text) == (False, "No link is open")
    marked.say("")
    assert marked.isHidden()
