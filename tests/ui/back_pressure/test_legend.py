"""The legend: all names, in as many rows as it takes."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.back_pressure.legend import Legend, Look
from ui.theme.tokens import LIGHT

LOOKS = (Look("one of the curves", 0), Look("another of the curves", 1, dashed=True), Look("the shade", None))


def test_names_go_to_the_next_row_where_there_is_no_room(qtbot, theme):
    legend = Legend(theme, LOOKS, 0)
    qtbot.addWidget(legend)
    legend.resize(1000, 20)
    one_row = legend.sizeHint().height()
    legend.resize(160, 20)
    assert legend.sizeHint().height() == 3 * one_row


def test_it_is_painted_in_the_colours_of_the_curves(qtbot, theme):
    legend = Legend(theme, LOOKS, 0)
    qtbot.addWidget(legend)
    legend.resize(1000, legend.sizeHint().height())
    image = legend.grab().toImage()
    assert image.pixelColor(4, legend.height() // 2).name().upper() == LIGHT.curve(0)


def test_a_dashed_curve_has_a_dashed_pen():
    assert LOOKS[1].pen(LIGHT, 1).style() == Qt.PenStyle.DashLine
    assert LOOKS[0].pen(LIGHT, 1).style() == Qt.PenStyle.SolidLine


def test_a_screen_reader_is_told_the_names(qtbot, theme):
    legend = Legend(theme, LOOKS, 0)
    qtbot.addWidget(legend)
    assert legend.accessibleName() == "Curves: one of the curves, another of the curves, the shade"
