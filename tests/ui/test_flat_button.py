"""A button of one quiet ground."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from ui.flat_button import FlatButton


@pytest.mark.parametrize("is_main", [False, True])
def test_its_states_can_be_told_apart(qtbot, theme, is_main):
    button = FlatButton(theme, "Begin", is_main=is_main)
    qtbot.addWidget(button)
    button.setCheckable(True)
    seen = [button.grab().toImage()]
    button.setChecked(True)
    seen.append(button.grab().toImage())
    button.setEnabled(False)
    seen.append(button.grab().toImage())
    theme.set_scheme("dark")
    seen.append(button.grab().toImage())
    assert all(one != other for one, other in pairwise(seen))


def test_it_is_pressed_by_mouse_and_keyboard(qtbot, theme):
    button = FlatButton(theme, "Begin")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 2


def test_its_words_are_never_cut(qtbot, theme):
    button = FlatButton(theme, "Begin")
    qtbot.addWidget(button)
    narrow = button.minimumSizeHint().width()
    button.setText("Begin the longest of all comparisons")
    assert button.minimumSizeHint().width() > narrow
