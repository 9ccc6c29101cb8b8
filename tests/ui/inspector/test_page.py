"""A page of figures: copied whole, scrolled by keys, its focus visible."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QScrollArea

from ui.inspector.figures import Figure, Heading
from ui.inspector.page import FigurePage
from ui.theme.tokens import LIGHT


@pytest.fixture
def page(qtbot, theme):
    page = FigurePage(theme, "Ledger")
    qtbot.addWidget(page)
    page.resize(300, 200)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_figures([Heading("Bytes"), *[Figure(f"n{i}", str(i)) for i in range(40)]])
    return page


@pytest.fixture
def area(page, qtbot):
    area = page.findChild(QScrollArea)
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    return area


def test_ctrl_c_copies_all_figures(page, area, qtbot):
    qtbot.keyClick(area, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("Bytes\n  n0: 0\n  n1: 1\n")


def test_keys_scroll_a_page_that_is_longer_than_its_place(page, area, qtbot):
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    qtbot.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0


def test_nothing_scrolls_sideways(page, area):
    page.resize(170, 200)
    assert area.horizontalScrollBar().maximum() == 0


def test_the_focus_shows_at_its_edge(page, area):
    assert page.grab().toImage().pixelColor(0, 100) == QColor(LIGHT.accent)
    area.clearFocus()
    assert page.grab().toImage().pixelColor(0, 100) != QColor(LIGHT.accent)
