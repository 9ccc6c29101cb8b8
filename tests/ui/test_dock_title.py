"""The title of a dock."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QToolButton

from ui.dock_title import DockTitle


@pytest.fixture
def window(qtbot, theme):
    window = QMainWindow()
    qtbot.addWidget(window)
    dock = QDockWidget("Devices", window)
    dock.setTitleBarWidget(DockTitle(theme, dock))
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_it_says_the_name_and_its_button_hides_the_dock(window, qtbot):
    dock = window.findChild(QDockWidget)
    assert dock.titleBarWidget().findChild(QLabel).text() == "Devices"
    button = dock.findChild(QToolButton)
    assert button.accessibleName() == "Hide Devices"
    assert "View" in button.toolTip()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dock.isHidden()


def test_its_cross_follows_the_theme(window, theme):
    button = window.findChild(QToolButton)
    before = button.icon().cacheKey()
    theme.set_scheme("dark")
    assert button.icon().cacheKey() != before
