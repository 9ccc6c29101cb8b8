"""The list of fields: the table, the text, and the way from one to the other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.device_dialogs.field_shapes import CsvFields, StructFields
from ui.device_dialogs.fields_entry import FieldsEntry
from ui.theme.palette import Theme

BITS = {"name": "s", "type": "u8", "bits": [{"name": "on", "at": 0}]}


@pytest.fixture
def entry(theme: Theme, qtbot: QtBot) -> FieldsEntry:
    entry = FieldsEntry(theme, ("decoding", "fields"), "Fields", StructFields())
    entry.resize(480, 300)
    qtbot.addWidget(entry)
    entry.show()
    entry.activateWindow()
    qtbot.waitUntil(entry.isActiveWindow)
    return entry


def put(entry: FieldsEntry, row: int, column: int, text: str, qtbot: QtBot) -> None:
    """Type into a cell: the first key begins."""
    view = entry.table.view
    view.setFocus()
    view.setCurrentIndex(entry.table.model.index(row, column))
    qtbot.keyClicks(view, text[:1])
    editor = next(each for each in view.findChildren(QLineEdit) if each.isVisible())  # an old one goes later
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert view.state() != view.State.EditingState


def test_typing_in_the_last_row_begins_a_field(entry: FieldsEntry, qtbot: QtBot):
    put(entry, 0, 0, "t", qtbot)
    assert entry.value() == [{"type": "f32", "name": "t"}]
    put(entry, 0, 1, "u64", qtbot)
    put(entry, 1, 0, "u", qtbot)
    put(entry, 1, 3, "0.5", qtbot)
    assert entry.value() == [{"type": "u64", "name": "t"}, {"type": "f32", "name": "u", "scale": 0.5}]


def test_emptying_a_cell_takes_its_word_away(entry: FieldsEntry):
    entry.show_value([{"name": "t", "type": "u64", "unit": "us"}])
    model = entry.table.model
    model.setData(model.index(0, 2), " ")
    assert entry.value() == [{"name": "t", "type": "u64"}]


def test_words_that_no_column_shows_stay_with_their_row(entry: FieldsEntry):
    entry.show_value([{"name": "t", "type": "u64"}, dict(BITS)])
    model = entry.table.model
    model.setData(model.index(1, 0), "status")
    assert entry.value() == [{"name": "t", "type": "u64"}, BITS | {"name": "status"}]


def test_delete_takes_a_row_away_and_alt_with_an_arrow_moves_it(entry: FieldsEntry, qtbot: QtBot):
    rows = [{"name": name, "type": "u8"} for name in "abc"]
    entry.show_value(rows)
    view = entry.table.view
    view.setFocus()
    view.setCurrentIndex(entry.table.model.index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row["name"] for row in entry.value()] == ["a", "c", "b"]
    assert view.currentIndex().row() == 2
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)  # it is the last one already
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert [row["name"] for row in entry.value()] == ["a", "c"]


def test_a_table_becomes_text_and_text_a_table(entry: FieldsEntry, qtbot: QtBot):
    entry.show_value([dict(BITS)])
    entry.show_as_text()
    text = entry.pane.text
    assert text.toPlainText() == '{ name = "s", type = "u8", bits = [{ name = "on", at = 0 }] }'
    text.setPlainText(text.toPlainText() + '\n{ name = "u", type = "f32" }')
    assert entry.value() == [BITS, {"name": "u", "type": "f32"}]
    qtbot.mouseClick(entry._way.segments["table"], Qt.MouseButton.LeftButton)
    assert entry.table.model.rowCount() == 3


def test_text_that_cannot_be_read_says_so_and_does_not_become_an_empty_table(entry: FieldsEntry, qtbot: QtBot):
    entry.show_value([dict(BITS)])
    entry.show_as_text()
    entry.pane.text.setPlainText("{ name = ")
    assert entry.trouble
    assert entry.value() == "{ name = "
    qtbot.mouseClick(entry._way.segments["table"], Qt.MouseButton.LeftButton)
    assert entry.pane.isVisible()
    entry.pane.text.setPlainText("")
    assert not entry.trouble


def test_hostile_cells_are_shown_plain(theme: Theme, qtbot: QtBot):
    entry = FieldsEntry(theme, ("decoding", "fields"), "Fields", CsvFields())
    qtbot.addWidget(entry)
    entry.show_value(["<b>\x1b\u202e" + "x" * 4000, "", "[m]"] * 20)
    entry.show()
    assert not entry.grab().isNull()
    cell = entry.table.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert cell.isprintable()
    assert len(cell) < 400
    QApplication.sendPostedEvents()


def test_a_table_of_a_thousand_rows_stays_as_high_as_eight(entry: FieldsEntry):
    entry.show_value([{"name": f"f{n}", "type": "f32"} for n in range(1000)])
    assert entry.table.view.height() <= 8 * 24


def test_a_row_can_be_removed_where_there_is_one(entry: FieldsEntry, qtbot: QtBot):
    assert not entry._remove.isVisible()
    put(entry, 0, 0, "t", qtbot)
    assert entry._remove.isVisible()
    entry.table.view.setCurrentIndex(entry.table.model.index(0, 0))
    qtbot.mouseClick(entry._remove, Qt.MouseButton.LeftButton)
    assert entry.value() in (None, [])
    assert not entry._remove.isVisible()
