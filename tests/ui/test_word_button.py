"""A button that looks like a word."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.word_button import WordButton


def test_it_is_as_wide_as_its_word_and_is_pressed_by_mouse_and_keys(qtbot, theme):
    button = WordButton("Dismiss")
    qtbot.addWidget(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(True))
    button.resize(button.sizeHint())
    button.show()
    assert button.sizeHint().width() <= button.fontMetrics().horizontalAdvance("Dismiss") + 4
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [True, True]


def test_a_doubled_ampersand_is_one(qtbot, theme):
    one, two = WordButton("a&&b"), WordButton("a+b")
    for button in (one, two):
        qtbot.addWidget(button)
    assert one.sizeHint().width() < WordButton("a&&&&b").sizeHint().width()


def test_the_focus_is_seen(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 300)
    button = WordButton("Dismiss", parent=window)
    button.move(200, 200)  # not under the pointer
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.clearFocus()
    without = button.grab().toImage()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != without
