"""A number to type over."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.number_field import NumberField, number_field
from ui.theme.palette import Theme


def test_its_edge_is_a_quiet_line_and_shows_the_focus(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field, other = NumberField(), QLineEdit()
    box = QVBoxLayout(window)
    box.addWidget(other)
    box.addWidget(field)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    middle = field.width() // 2
    assert field.grab().toImage().pixelColor(middle, 0) == QColor(theme.tokens.line)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert field.grab().toImage().pixelColor(middle, 0) == QColor(theme.tokens.accent)


def test_what_it_is_fitted_to_has_room(qtbot: QtBot, theme: Theme) -> None:
    field = NumberField()
    qtbot.addWidget(field)
    field.fit("10000 ms")
    field.resize(field.minimumWidth(), field.height())
    line = field.lineEdit()
    margins = line.textMargins()
    assert line.width() - margins.left() - margins.right() >= field.fontMetrics().horizontalAdvance("10000 ms")


def test_a_number_has_its_unit_bounds_and_name(qtbot: QtBot, theme: Theme) -> None:
    field = number_field("Length of the stall", "s", 0.5, 4.0, 9.0, decimals=1)
    qtbot.addWidget(field)
    assert (field.text(), field.accessibleName()) == (
        field.locale().toString(4.0, "f", 1) + " s",
        "Length of the stall",
    )
    assert number_field("Rounds", "", 1, 9, 3).text() == "3"
