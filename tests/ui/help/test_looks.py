"""How a page that was read from markdown is dressed."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication

from ui.help.looks import dress
from ui.theme.tokens import LIGHT

PAGE = """# Keys

## File

| | |
| --- | --- |
| Ctrl+N | New |
| Ctrl+Shift+S | Save under another name, in a folder of your choice |

## Edit

| | |
| --- | --- |
| Ctrl+Z | Undo |
"""


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:
    document = QTextDocument()
    document.setMarkdown(PAGE)
    document.setTextWidth(600)
    dress(document, LIGHT, ["", "", ""])
    return document


def tables(document: QTextDocument) -> list[QTextTable]:
    return [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]


def test_tables_without_a_head_are_one_list_their_columns_and_lines_in_line(document: QTextDocument):
    layout = document.documentLayout()
    places = [layout.frameBoundingRect(table) for table in tables(document)]
    assert len(places) == 2
    assert places[0].left() == places[1].left()
    assert places[0].right() == places[1].right()
    assert places[0].width() == pytest.approx(600, abs=2)
    seconds = [
        layout.blockBoundingRect(table.cellAt(0, 1).firstCursorPosition().block()).x() for table in tables(document)
    ]
    assert seconds[0] == seconds[1]


def test_the_words_of_a_table_stand_under_those_of_its_heading(document: QTextDocument):
    layout = document.documentLayout()
    (heading,) = [b for b in _blocks(document) if b.text() == "File"]
    first = tables(document)[0].cellAt(0, 0).firstCursorPosition().block()
    assert layout.blockBoundingRect(first).x() == layout.blockBoundingRect(heading).x()


def _blocks(document: QTextDocument):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
