from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.store.rows_as_csv import RowsAsCsv
from tests.ui.export.conftest import figure_with
from ui.export.dialogs import CsvDialog, PictureDialog

AT = datetime(2026, 11, 30, 14, 2, 3)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def test_a_picture_can_be_three_kinds_and_is_an_image_at_first(qtbot: QtBot, parent: QWidget):
    dialog = PictureDialog(figure_with(), AT, parent)
    assert [name.split("(")[1] for name in dialog.nameFilters()] == ["*.png)", "*.svg)", "*.pdf)"]
    assert dialog.defaultSuffix() == "png"


def test_a_name_with_a_suffix_of_ones_own_is_left_alone_by_another_kind(parent: QWidget, tmp_path: Path):
    dialog = PictureDialog(figure_with(), AT, parent)
    dialog.selectFile(str(tmp_path / "mine.v2"))
    dialog._filter_selected(dialog.nameFilters()[2])
    assert "mine.v2" in dialog.selectedFiles()[0]


def test_what_is_chosen_comes_with_what_the_dialog_is_about(qtbot: QtBot, parent: QWidget):
    rows = RowsAsCsv([], 0, 1, 0)
    dialog = CsvDialog(rows, "Bench", AT, parent)
    with qtbot.waitSignal(dialog.chosen) as caught:
        dialog.fileSelected.emit("/tmp/x.csv")
    assert caught.args[0].rows is rows
    assert caught.args[1] == "/tmp/x.csv"
