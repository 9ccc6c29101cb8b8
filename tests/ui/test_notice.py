"""The line above the plots."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ui.notice import LINE_LONGEST, LINES, Notice


@pytest.fixture
def notice(qtbot, theme):
    notice = Notice(theme)
    qtbot.addWidget(notice)
    notice.resize(500, 100)
    return notice


def dismiss(notice, qtbot):
    qtbot.mouseClick(notice.findChild(QPushButton), Qt.MouseButton.LeftButton)


def test_it_is_hidden_until_there_is_something_to_say(notice):
    assert notice.isHidden()
    notice.alarm("the disk is full")
    assert not notice.isHidden()
    assert notice.text == "the disk is full"


def test_messages_with_other_keys_stand_below_each_other_as_points(notice):
    notice.alarm("imu", "ledger imu")
    assert notice.text == "imu"
    notice.alarm("scope", "ledger scope")
    notice.alarm("imu again", "ledger imu")
    assert notice.text == "•\N{NO-BREAK SPACE}imu again\n•\N{NO-BREAK SPACE}scope"


def test_what_is_no_longer_true_goes_and_the_rest_stays(notice):
    notice.alarm("a", "a")
    notice.alarm("b", "b")
    notice.retract("a")
    notice.retract("unknown")
    assert notice.text == "b"
    notice.retract("b")
    assert notice.isHidden()


def test_a_dismissed_message_comes_back_only_where_it_may(notice, qtbot):
    told = []
    notice.dismissed.connect(lambda: told.append(True))
    notice.alarm("error", "e", again=False)
    notice.show()
    dismiss(notice, qtbot)
    assert told == [True]
    notice.alarm("error", "e", again=False)
    assert notice.text == ""
    notice.alarm("another error", "e", again=False)
    assert notice.text == "another error"
    dismiss(notice, qtbot)
    notice.alarm("another error", "e")
    assert notice.text == "another error"


def test_it_never_grows_over_the_plots(notice):
    notice.alarm("\n".join(f"bench.toml:{n}: wrong" for n in range(40)))
    lines = notice.text.splitlines()
    assert len(lines) == LINES
    assert lines[-1] == "and 33 more: the log has them all"
    notice.alarm("x" * 5000)
    assert len(notice.text) == LINE_LONGEST


def test_nothing_in_a_message_can_act(notice):
    notice.alarm("<b>x</b>\x1b[2J\u202e")
    assert notice.text == "<b>x</b>·[2J·"
    assert notice.findChild(QLabel).textFormat() == Qt.TextFormat.PlainText


def test_it_is_read_out(notice):
    notice.alarm("the disk is full")
    assert (notice.accessibleName(), notice.accessibleDescription()) == ("Notice", "the disk is full")


def test_it_leads_to_the_help_where_a_message_has_a_page(notice):
    notice.alarm("imu: the ledger does not add up", "ledger imu", target="findings#ledger")
    assert not notice.help.isHidden()
    assert notice.help.target == "findings#ledger"
    notice.alarm("no page of this", "other")
    notice.retract("ledger imu")
    assert notice.help.isHidden()
