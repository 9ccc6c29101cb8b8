"""A small table of what came."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.device_dialogs.quiet_table import WIDEST, Head, QuietTable
from ui.theme.palette import Theme

HEADS = (Head("ax", "m/s²", is_figure=True), Head("begins with", is_code=True))


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> QuietTable:
    table = QuietTable(theme, "Rows")
    table.resize(300, 200)
    qtbot.addWidget(table)
    table.show()
    return table


def test_a_cell_is_read_with_its_head(table: QuietTable):
    table.show_cells(HEADS, [("9.81", "abc")])
    index = table.model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "ax m/s²: 9.81"
    assert table.model.headerData(0, Qt.Orientation.Horizontal) == "ax m/s²"
    assert table.view.accessibleName() == "Rows"


def test_the_same_cells_again_leave_the_view_where_it_is(table: QuietTable):
    rows = [(str(n), "x") for n in range(100)]
    table.show_cells(HEADS, rows)
    table.view.scrollToBottom()
    place = table.view.verticalScrollBar().value()
    table.show_cells(HEADS, [*rows])
    assert table.view.verticalScrollBar().value() == place > 0


def test_a_figure_of_a_hundred_digits_does_not_widen_its_column(table: QuietTable):
    table.show_cells(HEADS, [("9" * 100, "x")])
    assert table.view.columnWidth(0) <= WIDEST


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_it_can_be_painted_empty_and_full(table: QuietTable, theme: Theme, scheme: str):
    theme.set_scheme(scheme)
    assert not table.grab().isNull()
    table.show_cells(HEADS, [("–", "00 ff")] * 50)
    table.view.setFocus()
    table.view.selectRow(1)
    assert not table.grab().isNull()
    table.show_cells((), ())
    assert not table.grab().isNull()
