"""The rows of a list that paints lines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.line_model import LINE, LineModel


@pytest.fixture
def model(qapp) -> Iterator[LineModel]:
    owner = QObject()
    model = LineModel(lambda line: f"about <{line}>", owner)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, owner)
    yield model
    owner.deleteLater()


def test_a_row_is_its_line_its_words_and_its_hint(model: LineModel) -> None:
    model.show_lines(["a", "b"])
    index = model.index(1)
    assert index.data(LINE) == "b"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "b"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<qt>about &lt;b&gt;</qt>"
    assert index.data(Qt.ItemDataRole.DisplayRole) is None
    assert model.data(QModelIndex()) is None


@pytest.mark.parametrize("lines", [["c", "a", "b"], ["b"], [], ["a", "x"]])
def test_any_lines_take_the_place_of_those_before(model: LineModel, lines: list[str]) -> None:
    model.show_lines(["a", "b"])
    model.show_lines(lines)
    assert [model.index(row).data(LINE) for row in range(model.rowCount())] == lines
    assert list(model.lines) == lines


def test_one_signal_tells_of_all_changes_and_none_of_none(model: LineModel) -> None:
    model.show_lines(["a", "b"])
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.show_lines(["a", "b"])
    assert told == []
    model.show_lines(["b", "c"])
    assert told == [(0, 1)]
