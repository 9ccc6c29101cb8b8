"""A name that is changed where it stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.plots.inline_edit import InlineEdit


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(parent)
    parent.resize(200, 50)
    parent.show()
    return parent


@pytest.fixture
def field(parent: QWidget, qtbot: QtBot) -> InlineEdit:
    field = InlineEdit(parent, "Title of the plot", 10)
    field.open(QRect(0, 0, 100, 20), "Old", QFont())
    qtbot.waitUntil(field.hasFocus)
    return field


def test_enter_takes_the_new_name_and_gives_the_focus_back(field: InlineEdit, parent: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.done, check_params_cb=lambda text: text == "New"):
        qtbot.keyClicks(field, "New")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not field.isVisible()
    assert parent.hasFocus()


@pytest.mark.parametrize("way_out", ["escape", "elsewhere", "unchanged"])
def test_every_other_way_out_leaves_the_name(field: InlineEdit, qtbot: QtBot, way_out: str) -> None:
    with qtbot.assertNotEmitted(field.done):
        if way_out == "unchanged":
            qtbot.keyClick(field, Qt.Key.Key_Return)
        else:
            qtbot.keyClicks(field, "New")
            if way_out == "escape":
                qtbot.keyClick(field, Qt.Key.Key_Escape)
            else:
                field.clearFocus()
    assert not field.isVisible()


def test_what_no_session_may_have_in_a_name_is_a_blank(field: InlineEdit, qtbot: QtBot) -> None:
    field.setText("a\nb\u202ec\t")  # as it is pasted
    with qtbot.waitSignal(field.done, check_params_cb=lambda text: text == "a b c"):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_name_is_no_longer_than_a_session_may_have(field: InlineEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "x" * 50)
    assert len(field.text()) == 10
