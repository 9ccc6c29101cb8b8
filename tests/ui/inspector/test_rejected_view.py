"""Rejected frames: why, how old, how they begin."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit

from app.health.counts import Reject
from tests.ui.desk import decoded, rows, session_of
from ui.inspector.rejected_view import RejectedView, age

S = 10**9


@pytest.fixture
def view(qtbot, theme):
    view = RejectedView(theme)
    qtbot.addWidget(view)
    view.resize(300, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def device(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    return rig.devices[0], link


def listed(view: RejectedView) -> list[str]:
    return rows(view.findChild(QListWidget))


def dump(view: RejectedView) -> str:
    return view.findChild(QPlainTextEdit).toPlainText()


def test_without_a_rejected_frame_it_says_so_and_shows_no_empty_list(view, device):
    view.show_device(decoded(*device, b"1,2,3\n"))
    assert view.findChild(QLabel).text() == "No frame was rejected."
    assert not view.findChild(QListWidget).isVisible()


def test_the_newest_stands_first_with_its_reason_and_beginning(view, device):
    view.show_device(decoded(*device, b"1,2\n<b>z\x1b[2J\n"))
    assert listed(view) == ["wrong field count, 8 bytes: <b>z·[2J", "wrong field count, 3 bytes: 1,2"]
    assert view.findChild(QLabel).text() == "2 rejected; the newest 2:"


def test_the_first_frame_is_chosen_and_its_bytes_are_shown(view, device):
    view.show_device(decoded(*device, b"1,2\n"))
    assert dump(view).startswith("0000  31 2c 32")


def test_a_long_frame_says_that_it_is_cut(view, device):
    view.show_device(decoded(*device, b"x" * 1000 + b"\n"))
    assert dump(view).endswith("The first 256 of 1000 bytes")


def test_the_chosen_frame_stays_chosen_while_others_come(view, device, qtbot):
    view.show_device(decoded(*device, b"1,2\n3,4\n"))
    qtbot.keyClick(view.findChild(QListWidget), Qt.Key.Key_Down)
    assert dump(view).startswith("0000  31 2c 32")
    view.show_device(decoded(*device, b"5,6\n"))
    assert len(listed(view)) == 3
    assert view.findChild(QListWidget).currentRow() == 2
    assert dump(view).startswith("0000  31 2c 32")


def test_a_chosen_frame_that_is_forgotten_gives_way_to_the_newest(view, device):
    view.show_device(decoded(*device, b"1,2\n"))
    view.show_device(decoded(*device, b"5,6\n" * 50))
    assert view.findChild(QListWidget).currentRow() == 0
    assert view.findChild(QLabel).text() == "51 rejected; the newest 20:"


def test_another_device_has_its_own_frames(view, make_rig):
    rig, links = make_rig(session_of("imu", "scope"))
    for one, link in zip(rig.devices, links, strict=True):
        link.accept()
        decoded(one, link, b"1,2\n")
    decoded(rig.devices[1], links[1], b"1,2,3,4\n")
    view.show_device(rig.devices[0])
    view.show_device(rig.devices[1])
    assert len(listed(view)) == 2
    assert view.findChild(QListWidget).currentRow() == 0


@pytest.mark.parametrize(("seconds", "text"), [(0, "0 s ago"), (119, "119 s ago"), (120, "2 min ago"), (-5, "0 s ago")])
def test_ages_are_told_in_seconds_then_minutes(seconds: int, text: str):
    assert age(Reject("x", b"", 0, 1000 * S), 1000 * S + seconds * S) == text
