"""The strip that shows which pane has the keyboard."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QWidget

from ui.focus_edge import FocusEdge, with_focus_edge
from ui.theme.tokens import DARK, LIGHT


def test_it_is_seen_while_the_pane_has_the_focus_in_the_themes_colour(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    pane = QListWidget(window)
    edge = FocusEdge(theme, pane, window)
    edge.resize(edge.width(), 50)
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


def test_in_high_contrast_it_is_wider(qtbot, theme):
    whole = with_focus_edge(theme, QListWidget())
    qtbot.addWidget(whole)
    whole.resize(100, 50)
    whole.show()
    edge = whole.findChild(FocusEdge)
    assert edge is not None
    usual = edge.width()
    theme.set_scheme("contrast")
    assert edge.width() > usual
    assert edge.height() == whole.height()


def test_it_takes_no_room_of_what_is_in_the_pane(qtbot, theme):
    pane = QListWidget()
    whole = with_focus_edge(theme, pane)
    qtbot.addWidget(whole)
    whole.resize(100, 50)
    whole.show()
    assert pane.geometry() == whole.rect()
