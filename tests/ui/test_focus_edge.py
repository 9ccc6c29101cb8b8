"""The strip that shows which pane has the keyboard."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QWidget

from ui.focus_edge import EDGE, FocusEdge
from ui.theme.tokens import DARK, LIGHT


def test_it_is_seen_while_the_pane_has_the_focus_in_the_themes_colour(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    pane = QListWidget(window)
    edge = FocusEdge(theme, pane, window)
    edge.resize(EDGE, 50)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    pane.setFocus()
    qtbot.waitUntil(pane.hasFocus)
    assert edge.grab().toImage().pixelColor(0, 20) == QColor(LIGHT.accent)
    theme.set_scheme("dark")
    assert edge.grab().toImage().pixelColor(0, 20) == QColor(DARK.accent)
    pane.clearFocus()
    assert edge.grab().toImage().pixelColor(0, 20) != QColor(DARK.accent)
