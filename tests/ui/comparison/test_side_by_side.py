"""The table of both modes, as it is painted and pointed at."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.app.comparison.made import GOOD, Way, made
from ui.comparison.figures_of_modes import age_section, cost_section
from ui.comparison.side_by_side import Head, SideBySide, When

BOTH = made(GOOD, Way(late=0.5, late_ms=400.0)).modes
HEADS = (Head("One thread", When.LIVE), Head("Threads", When.BEFORE))


@pytest.fixture
def table(qtbot, theme) -> SideBySide:
    made_table = SideBySide(theme)
    qtbot.addWidget(made_table)
    made_table.show_section(age_section(BOTH), HEADS)
    made_table.resize(made_table.sizeHint())
    return made_table


def test_what_is_live_looks_otherwise_than_what_was_before(table):
    live = table.grab().toImage()
    table.show_section(age_section(BOTH), tuple(reversed(HEADS)))
    assert table.grab().toImage() != live


def test_the_colours_follow_the_theme(table, theme):
    light = table.grab().toImage()
    theme.set_scheme("dark")
    assert table.grab().toImage() != light


def test_more_rows_make_it_higher(table):
    high = table.sizeHint().height()
    table.show_section(cost_section(BOTH), HEADS)
    assert table.sizeHint().height() < high


def test_a_row_tells_what_it_means_where_the_pointer_is(table):
    rows = {table.row_at(y).name for y in range(table.height()) if table.row_at(y) is not None}
    assert rows == {row.name for row in table.section.rows}
    assert table.row_at(0) is None


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_the_tool_tip_is_the_rows(table, qtbot):
    table.show()
    row = table.section.rows[0]
    y = next(y for y in range(table.height()) if table.row_at(y) is row)
    at = QPoint(5, y)
    QApplication.sendEvent(table, QHelpEvent(QEvent.Type.ToolTip, at, table.mapToGlobal(at)))
    assert "age of what is on the screen" in QToolTip.text()
    QToolTip.hideText()


def test_a_narrow_table_is_painted_without_complaint(table):
    table.resize(120, table.height())
    assert not table.grab().isNull()
