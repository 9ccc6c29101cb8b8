"""The raw tail: what one looks at first when no frame comes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from tests.ui.desk import decoded, session_of
from ui.inspector.raw_view import NOTHING, USUAL, RawView


@pytest.fixture
def view(qtbot, theme):
    view = RawView(theme)
    qtbot.addWidget(view)
    view.resize(308, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def device(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    return rig.devices[0], link


def text(view: RawView) -> str:
    return view.findChild(QPlainTextEdit).toPlainText()


def note(view: RawView) -> str:
    return view.findChild(QLabel).text()


def test_before_any_byte_it_says_what_will_stand_here(view, device):
    view.show_device(device[0])
    assert note(view) == NOTHING
    assert text(view) == ""


def test_bytes_without_a_frame_are_shown_with_the_framing_to_compare(view, device):
    view.show_device(decoded(*device, b"HTTP/1.1 <b>200</b> \x00\x1b[2J"))
    assert note(view) == "25 B received and no frame: compare the first bytes with the session's framing, line."
    assert text(view).splitlines()[:2] == ["First bytes of this connection", "0000  48 54 54 50 2f 31 2e 31  HTTP/1.1"]
    assert text(view).isprintable() or "\n" in text(view)
    assert "\x1b" not in text(view)


def test_the_first_and_the_newest_bytes_are_both_there(view, device):
    view.show_device(decoded(*device, b"first row\n" + b"1,2,3\n" * 1000 + b"4,5,6\n"))
    assert note(view) == USUAL
    head, tail = text(view).split("\n\n")
    assert "first ro" in head
    assert tail.startswith("Newest bytes\n")
    assert tail.endswith("4,5,6·")


def test_it_begins_at_the_top_and_keeps_its_place(view, device):
    view.show_device(decoded(*device, b"1,2,3\n" * 1000))
    bar = view.findChild(QPlainTextEdit).verticalScrollBar()
    assert bar.value() == 0
    bar.setValue(7)
    view.show_device(decoded(*device, b"1,2,3\n" * 1000))
    assert bar.value() == 7
    bar.setValue(bar.maximum())
    view.show_device(decoded(*device, b"1,2,3\n" * 1000))
    assert bar.value() == bar.maximum()


def test_what_is_selected_is_held(view, device):
    view.show_device(decoded(*device, b"1,2,3\n"))
    edit = view.findChild(QPlainTextEdit)
    edit.moveCursor(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    held = text(view)
    view.show_device(decoded(*device, b"4,5,6\n"))
    assert text(view) == held
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    view.show_device(device[0])
    assert text(view) != held


def test_another_device_is_shown_whatever_is_selected(view, make_rig):
    rig, links = make_rig(session_of("imu", "scope"))
    for one, link, data in zip(rig.devices, links, (b"aaaa\n", b"bbbb\n"), strict=True):
        link.accept()
        decoded(one, link, data)
    view.show_device(rig.devices[0])
    view.findChild(QPlainTextEdit).selectAll()
    view.show_device(rig.devices[1])
    assert "bbbb" in text(view)


@pytest.mark.parametrize(("width", "per_line"), [(220, 4), (308, 8), (700, 16)])
def test_as_many_bytes_stand_in_a_line_as_fit(view, device, width: int, per_line: int, qtbot):
    view.resize(width, 400)
    qtbot.waitUntil(lambda: view.width() == width)
    view.show_device(decoded(*device, bytes(range(65, 91)) * 4))
    second = text(view).splitlines()[2]
    assert int(second[:4], 16) == per_line
    assert view.findChild(QPlainTextEdit).horizontalScrollBar().maximum() == 0


def test_tab_leaves_the_bytes(view):
    assert view.findChild(QPlainTextEdit).tabChangesFocus()
    assert view.findChild(QPlainTextEdit).focusPolicy() & Qt.FocusPolicy.TabFocus
