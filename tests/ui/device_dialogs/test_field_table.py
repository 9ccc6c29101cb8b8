"""Fields as a table in which one types."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from app.decoding.options import StructField
from ui.device_dialogs.field_shapes import StructFields
from ui.device_dialogs.field_table import BESIDE, FieldTable
from ui.theme.palette import Theme


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> FieldTable:
    table = FieldTable(theme, StructFields(), "Fields")
    table.resize(440, 200)
    qtbot.addWidget(table)
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    return table


def test_every_word_of_a_field_has_a_column_but_for_bits(table: FieldTable):
    words = {field.encode_name for field in msgspec.structs.fields(StructField)}
    assert {column.key for column in table.model.columns} == words - {"bits"}


def test_there_is_always_one_row_more_to_type_in(table: FieldTable):
    assert table.model.rowCount() == 1
    table.model.setData(table.model.index(0, 0), "t")
    assert table.model.rowCount() == 2
    assert not table.model.setData(table.model.index(1, 0), "")  # nothing was typed, so nothing begins
    assert table.model.rowCount() == 2


def test_bits_are_told_beside_the_name(table: FieldTable):
    table.model.show_rows([{"name": "s", "type": "u8", "bits": [{"name": "on", "at": 0}]}])
    assert table.model.index(0, 0).data(BESIDE) == "1 bit"
    assert not table.model.index(0, 1).data(BESIDE)
    assert not table.grab().isNull()


def test_return_edits_the_cell_and_never_reaches_the_dialog(table: FieldTable, qtbot: QtBot):
    table.view.setFocus()
    table.view.setCurrentIndex(table.model.index(0, 0))
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    editor = table.view.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "t")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(table.model.rows))
    assert table.model.rows == [{"type": "f32", "name": "t"}]


def test_return_takes_what_was_typed_though_another_field_is_clicked_in_the_same_breath(
    table: FieldTable, qtbot: QtBot
):
    table.view.setFocus()
    table.view.edit(table.model.index(0, 0))
    editor = table.view.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "t")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert table.model.rows == [{"type": "f32", "name": "t"}]
    table.setFocus()
    QCoreApplication.processEvents()  # Qt would complain by now
    assert table.view.state() == QTableView.State.NoState


def test_return_begins_with_the_first_cell_where_other_rows_have_come(table: FieldTable, qtbot: QtBot):
    table.view.setCurrentIndex(table.model.index(0, 2))
    table.model.show_rows([{"name": "t", "type": "u64"}])
    table.view.setFocus()
    assert not table.view.currentIndex().isValid()
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert table.view.currentIndex() == table.model.index(0, 0)
    assert table.view.state() == QTableView.State.EditingState


def test_escape_in_a_cell_keeps_what_was_there(table: FieldTable, qtbot: QtBot):
    table.model.show_rows([{"name": "t", "type": "u64"}])
    table.view.setFocus()
    table.view.setCurrentIndex(table.model.index(0, 0))
    qtbot.keyClicks(table.view, "x")
    editor = table.view.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert table.model.rows == [{"name": "t", "type": "u64"}]


def test_the_row_to_type_in_cannot_be_removed_or_moved(table: FieldTable):
    table.model.remove(0)
    assert not table.model.move(0, 1)
    table.remove_current()
    assert table.model.rowCount() == 1


def test_a_cell_is_read_with_its_column_and_row(table: FieldTable):
    table.model.show_rows([{"name": "t", "type": "u64"}])
    assert table.model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Type of field 1: u64"
    assert table.model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Type of field 2: empty"
