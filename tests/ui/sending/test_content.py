"""The send box in a window, by keys and mouse, on links whose far end is the test."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QScrollArea

from app.clock import now_ns
from app.link.contract import SendRefusedError, State, Ticket, TicketState
from tests.ui.desk import Desk, called, rows
from ui.sending.content import SendContent
from ui.sending.kept import KeptHistories

CTRL = Qt.KeyboardModifier.ControlModifier

OpenBox = Callable[..., SendContent]


@pytest.fixture
def open_box(desk: Desk) -> OpenBox:
    """open_box(*names): a session of these devices, the box opened by keyboard."""

    def open_box(*names: str, accept: bool = True) -> SendContent:
        desk.open(*names, accept=accept)
        desk.press(Qt.Key.Key_E, CTRL)
        content = desk.window.sending.content
        assert content is not None
        return content

    return open_box


def write(desk: Desk, content: SendContent, text: str, *, enter: bool = True) -> None:
    desk.focus(content.editor.command.line)
    desk.qtbot.keyClicks(content.editor.command.line, text)
    if enter:
        desk.press(Qt.Key.Key_Return)


def choose(desk: Desk, number: int) -> None:
    desk.window.devices.deviceChosen.emit(desk.rig.devices[number])


def text_of(content: SendContent) -> str:
    return content.editor.command.text


# -- sending


def test_a_window_that_never_shows_it_does_not_build_it(desk: Desk) -> None:
    desk.open("supply")
    assert desk.window.sending.content is None
    assert desk.window.findChild(QDockWidget, "send").isHidden()


def test_ctrl_e_shows_it_with_the_focus_in_the_line_and_return_sends(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply")
    assert content.editor.command.line.hasFocus()
    write(desk, content, "OUTP ON")
    assert desk.links[0].sent == b"OUTP ON\n"
    assert text_of(content) == ""


def test_what_will_be_sent_is_shown_before_it_is(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply")
    write(desk, content, r"A\x00", enter=False)
    assert content.editor.preview.text == "3 bytes: 41 00 0A"
    desk.qtbot.mouseClick(content.editor.ending.segments["CRLF"], Qt.MouseButton.LeftButton)
    assert content.editor.preview.text == "4 bytes: 41 00 0D 0A"
    desk.qtbot.mouseClick(content.editor.notation.segments["hex"], Qt.MouseButton.LeftButton)
    assert content.editor.preview.text.startswith("At character 2: “\\” is no hex digit")
    assert desk.links[0].sent == b""


def test_a_mistake_is_not_sent(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply")
    write(desk, content, r"VOLT \q")
    assert desk.links[0].sent == b""
    assert content.editor.preview.text.startswith("At character 6: unknown escape")
    assert text_of(content) == r"VOLT \q"


def test_nothing_is_not_sent_whatever_the_ending(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply")
    write(desk, content, "")
    assert desk.links[0].sent == b""
    assert content.editor.preview.text == "Not sent: Nothing is written"


def test_what_is_pasted_with_a_line_end_in_it_shows_it(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply")
    QApplication.clipboard().setText("OUTP ON\nVOLT 1")
    desk.press(Qt.Key.Key_V, CTRL)
    QApplication.clipboard().clear()
    assert text_of(content) == r"OUTP ON\nVOLT 1"
    assert content.editor.command.line.cursorPosition() == len(text_of(content))


def test_set_point_and_expiry_go_with_the_command(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply")
    content.editor.set_point.line.setText(" volts ")
    content.editor.expiry.setValue(2.5)
    before = now_ns()
    write(desk, content, "VOLT 12.5")
    (ticket,) = desk.links[0].commands
    assert ticket.key == "volts"
    assert before + 2_500_000_000 <= ticket.expires_ns <= now_ns() + 2_500_000_000


def test_a_link_that_refuses_is_told_in_place_and_the_command_stays(
    desk: Desk, open_box: OpenBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = open_box("supply")

    def refuse(*_: object, **__: object) -> Ticket:
        raise SendRefusedError("8 bytes refused: 262144 bytes already wait")

    monkeypatch.setattr(desk.links[0], "send", refuse)
    write(desk, content, "OUTP ON")
    assert content.editor.preview.text == "Not sent: 8 bytes refused: 262144 bytes already wait"
    assert text_of(content) == "OUTP ON"
    write(desk, content, "1", enter=False)
    assert content.editor.preview.text.startswith("9 bytes")


def test_without_a_connection_it_says_so_and_sends_nothing_later(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply", accept=False)
    assert "Nothing can be sent until it is connected" in content.editor.head.text
    assert not content.editor.send.isEnabled()
    write(desk, content, "OUTP ON")
    assert content.editor.preview.text == "Not sent: Nothing can be sent until it is connected"
    desk.links[0].accept()
    assert content.editor.head.text == "supply: open"
    assert content.editor.send.isEnabled()
    assert desk.links[0].sent == b""
    assert text_of(content) == "OUTP ON"


def test_a_connection_that_is_lost_is_told_at_once(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply")
    desk.links[0].lose("reset by the device")
    assert desk.links[0].state is State.WAITING
    assert content.editor.head.text.startswith("supply: waiting")
    assert not content.editor.send.isEnabled()


# -- devices


def test_each_device_has_its_own_half_written_command_and_set_point(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply", "motor")
    write(desk, content, "VOLT 12", enter=False)
    content.editor.set_point.line.setText("volts")
    choose(desk, 1)
    assert (text_of(content), content.editor.key) == ("", "")
    write(desk, content, "GO")
    assert (desk.links[0].sent, desk.links[1].sent) == (b"", b"GO\n")
    choose(desk, 0)
    assert (text_of(content), content.editor.key) == ("VOLT 12", "volts")


def test_a_session_that_is_closed_leaves_nothing_to_send_to(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply")
    desk.window.sending.show_device(None, None)
    assert content.editor.head.text == "No session open"
    assert not content.editor.isEnabled()
    desk.open("motor")
    assert content.editor.head.text == "motor: open"


def test_a_long_name_from_a_file_is_shown_plainly(desk: Desk) -> None:
    desk.open("<b>" + "x" * 60)
    desk.press(Qt.Key.Key_E, CTRL)
    assert desk.window.sending.content.editor.head.text == "<b>" + "x" * 60 + ": open"
    assert "&lt;b&gt;" in desk.window.sending.content.editor.head.toolTip()


# -- history


def test_up_and_down_walk_through_what_was_sent(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply")
    write(desk, content, "OUTP ON")
    write(desk, content, "VOLT 1")
    write(desk, content, "half", enter=False)
    seen = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        desk.press(key)
        seen.append(text_of(content))
    assert seen == ["VOLT 1", "OUTP ON", "OUTP ON", "VOLT 1", "half", "half"]


def test_a_recalled_command_comes_with_its_notation_and_ending(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply")
    desk.qtbot.mouseClick(content.editor.notation.segments["hex"], Qt.MouseButton.LeftButton)
    write(desk, content, "A5 5a")
    desk.qtbot.mouseClick(content.editor.notation.segments["text"], Qt.MouseButton.LeftButton)
    desk.focus(content.editor.command.line)
    desk.press(Qt.Key.Key_Up)
    assert content.editor.preview.text == "2 bytes: A5 5A"
    assert content.editor.notation.segments["hex"].isChecked()


def test_histories_are_in_memory_alone_unless_asked_for(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply", "motor")
    write(desk, content, "PASS secret")
    assert not KeptHistories(desk.settings).is_kept("supply")
    desk.qtbot.mouseClick(content.editor.keep.segments["disk"], Qt.MouseButton.LeftButton)
    write(desk, content, "OUTP ON")
    kept = KeptHistories(desk.settings)
    assert [draft.text for draft in kept.load("supply")] == ["PASS secret", "OUTP ON"]
    choose(desk, 1)
    assert content.editor.keep.segments["memory"].isChecked()
    choose(desk, 0)
    assert content.editor.keep.segments["disk"].isChecked()
    desk.qtbot.mouseClick(content.editor.keep.segments["memory"], Qt.MouseButton.LeftButton)
    assert not kept.is_kept("supply")
    desk.press(Qt.Key.Key_E, CTRL)
    desk.press(Qt.Key.Key_Up)
    assert text_of(content) == "OUTP ON"  # still in memory


def test_what_was_kept_is_there_in_the_next_window(desk: Desk, open_box: OpenBox) -> None:
    from ui.sending.draft import Draft

    KeptHistories(desk.settings).save("supply", [Draft("OUTP ON")])
    content = open_box("supply")
    desk.press(Qt.Key.Key_Up)
    assert text_of(content) == "OUTP ON"


# -- tickets


def test_commands_are_listed_newest_first_and_follow_their_tickets(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply")
    write(desk, content, "OUTP ON")
    write(desk, content, "VOLT 1")
    first, second = desk.links[0].commands
    assert [row.split(", ", 1)[1] for row in rows(content.tickets.rows)] == [
        "VOLT 1\\n: queued, 0 s so far",
        "OUTP ON\\n: queued, 0 s so far",
    ]
    first.state, first.accepted_ns = TicketState.ACCEPTED, first.queued_ns + 2_000_000
    second.state, second.ended_ns = TicketState.LOST, second.queued_ns + 3_000_000
    desk.links[0].ticketChanged.emit(first)
    desk.qtbot.waitUntil(lambda: "accepted, 2.00 ms" in rows(content.tickets.rows)[1])
    assert rows(content.tickets.rows)[0].endswith("VOLT 1\\n: lost, 3.00 ms")


def test_while_it_is_hidden_it_follows_nothing_and_shown_again_it_knows_all(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply")
    dock = desk.window.findChild(QDockWidget, "send")
    dock.hide()
    desk.links[0].send(b"X")
    desk.links[0].ticketChanged.emit(desk.links[0].commands[0])
    assert (content._followed, content._told.isActive(), rows(content.tickets.rows)) == (None, False, [])
    dock.show()
    desk.qtbot.waitUntil(lambda: len(rows(content.tickets.rows)) == 1)


# -- shape


def test_a_narrow_dock_has_the_list_below(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply")
    desk.window.resize(1280, 800)
    desk.qtbot.waitUntil(lambda: content.tickets.x() > content.editor.x())
    assert content.tickets.width() >= content.tickets.least_width
    desk.window.resize(760, 600)
    desk.qtbot.waitUntil(lambda: content.tickets.y() > content.editor.y())
    assert content.tickets.x() == content.editor.x()


def test_a_low_dock_cuts_nothing_that_has_room(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply")
    desk.window.resize(1280, 800)
    area = content.findChild(QScrollArea)
    least = area.widget().minimumSizeHint().height()
    desk.window.resizeDocks([desk.window.findChild(QDockWidget, "send")], [least + 60], Qt.Orientation.Vertical)
    desk.qtbot.waitUntil(lambda: least <= area.viewport().height() < least + 60)
    assert area.verticalScrollBar().maximum() == 0


def test_by_keyboard_it_goes_from_the_line_over_the_button_to_the_choices(desk: Desk, open_box: OpenBox) -> None:
    content = open_box("supply")
    seen = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        seen.append(called(focused) if focused is not None else "")
        desk.press(Qt.Key.Key_Tab)
    notations = ["Notation: Text", "Notation: Hex"]
    endings = [f"Ending: {word}" for word in ("none", "LF", "CR", "CRLF", "NUL")]
    rest = ["Set-point", "Expires after", "Commands sent to this device"]
    assert seen == ["Command", "Send", *notations, *endings, *rest]
    content.editor.command.setFocus()
    desk.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert called(QApplication.focusWidget()) == "History: on disk"  # it stands above
    assert content.isVisible()
