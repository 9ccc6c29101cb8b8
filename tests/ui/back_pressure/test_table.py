"""The table of buffers: measured figures, chosen by mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QListWidget

from tests.ui.comparison.made_runs import made_result, run_with
from tests.ui.desk import rows
from ui.back_pressure.page import LEAST_WIDTH
from ui.back_pressure.table import BufferTable, cells
from ui.face import Face
from ui.theme.fonts import figures_font
from ui.theme.tokens import MARGIN, ROW_HEIGHT


def test_a_row_tells_asked_granted_bridged_held_and_waited():
    assert cells(run_with(30_000)) == ("64 KiB", "128 KiB", "29 ms", "29.3 KiB", "75 ms")
    assert cells(run_with(None, None)) == ("auto-tuned", "128 KiB", "over 100 ms", "98.6 KiB", "not at all")


def test_the_first_row_is_chosen_and_keys_choose_others(qtbot, theme):
    table = BufferTable(theme)
    qtbot.addWidget(table)
    chosen: list[int] = []
    table.chosen.connect(chosen.append)
    table.show_runs(made_result().runs)
    table.show()
    table.focus()
    qtbot.waitUntil(table._rows.hasFocus)
    qtbot.keyClick(table._rows, Qt.Key.Key_Down)
    assert chosen == [0, 1]
    assert not table.grab().isNull()


def test_no_figure_is_cut_on_the_narrowest_page(qtbot, theme):
    table = BufferTable(theme)
    qtbot.addWidget(table)
    runs = (run_with(30_000), run_with(None, None))
    table.show_runs(runs)
    places = table._columns.places(QRect(0, 0, LEAST_WIDTH - 4 * MARGIN, ROW_HEIGHT))
    face = Face(figures_font(strong=True))
    for row in (cells(run) for run in runs):
        assert all(face.width(text) <= place.width() for text, place in zip(row, places, strict=True))
    assert places[-1].right() <= LEAST_WIDTH - 4 * MARGIN


def test_rows_read_out_what_each_figure_is(qtbot, theme):
    table = BufferTable(theme)
    qtbot.addWidget(table)
    table.show_runs(made_result().runs)
    said = rows(table.findChild(QListWidget))
    assert said[0].startswith("Receive buffer: 64 KiB, Granted: 128 KiB, Stall bridged: 29 ms")


def test_another_result_takes_the_place_of_the_first(qtbot, theme):
    table = BufferTable(theme)
    qtbot.addWidget(table)
    table.show_runs(made_result().runs)
    table.show_runs(made_result().runs[:1])
    assert len(rows(table.findChild(QListWidget))) == 1
