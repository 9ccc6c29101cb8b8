"""The dock of figures as a widget."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from ui.flat_button import FlatButton
from ui.plots.reading.figures import FigureLine, heads
from ui.plots.reading.figures_panel import FiguresPanel, places
from ui.theme.palette import Theme

LINE = FigureLine("imu/ax", "m/s²", tuple("1" * (n + 1) for n in range(len(heads()))))


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> FiguresPanel:
    panel = FiguresPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(900, 200)
    panel.show()
    return panel


def button(panel: FiguresPanel, name: str) -> FlatButton:
    return next(b for b in panel.findChildren(FlatButton) if b.accessibleName() == name)


@pytest.mark.parametrize("width", [1, 200, 600, 1200, 3000])
def test_names_and_cells_never_overlap_however_narrow_it_is(qtbot: QtBot, width: int) -> None:
    found = places(QRect(0, 0, width, 24))
    assert len(found) == len(heads()) + 1
    assert all(a.right() < b.left() or a.isEmpty() or b.isEmpty() for a, b in pairwise(found))


def test_rows_are_read_by_a_screen_reader_whole(panel: FiguresPanel) -> None:
    panel.show_lines([LINE], can_clear=True)
    model = panel.rows.model()
    text = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith("imu/ax m/s², A 1, B 11")


def test_a_hostile_name_is_not_markup_in_the_tip(panel: FiguresPanel) -> None:
    panel.show_lines([FigureLine("<b>x</b>", "", LINE.cells)], can_clear=True)
    tip = panel.rows.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip


def test_buttons_ask_and_are_off_where_there_is_nothing(panel: FiguresPanel, qtbot: QtBot) -> None:
    panel.show_lines([], can_clear=False)
    assert not button(panel, "Copy the figures").isEnabled()
    assert not button(panel, "Clear the cursors").isEnabled()
    panel.show_lines([LINE], can_clear=True)
    with qtbot.waitSignals([panel.copyWished, panel.clearWished]):
        qtbot.mouseClick(button(panel, "Copy the figures"), Qt.MouseButton.LeftButton)
        qtbot.mouseClick(button(panel, "Clear the cursors"), Qt.MouseButton.LeftButton)


def test_it_is_painted_with_many_rows_and_with_none(panel: FiguresPanel) -> None:
    empty = panel.grab().toImage()
    panel.show_lines([LINE] * 500, can_clear=True)
    assert panel.grab().toImage() != empty
