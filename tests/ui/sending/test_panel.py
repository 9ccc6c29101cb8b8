"""The dock before it was shown."""

from __future__ import annotations

from ui.sending.panel import SendPanel


def test_it_builds_nothing_before_it_is_seen(qtbot, theme):
    panel = SendPanel(theme)
    qtbot.addWidget(panel)
    panel.show_device(None, None)
    panel.refresh()
    panel.focus()
    assert panel.content is None


def test_seen_without_a_session_it_says_so_and_can_keep_nothing(qtbot, theme):
    panel = SendPanel(theme)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    assert panel.content.editor.head.text == "No session open"
    assert not panel.content.editor.keep.isEnabled()
