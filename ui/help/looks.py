"""Dresses a page that Qt has read from markdown: room around headings, quiet tables, a ground under code.

Qt's reader sets sizes and rules of its own; what is dressed here goes over them, in the theme's colours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from ui.theme.fonts import fixed_font, text_font
from ui.theme.tokens import GAP, GRID, LINE, MARGIN, TextSize, Tokens

LINE_HEIGHT = 135.0  # per cent
_ABOVE = {1: 0, 2: 6 * GRID, 3: 4 * GRID}


def dress(document: QTextDocument, tokens: Tokens, anchors: Sequence[str]) -> None:
    """`anchors`: the names of the headings, in their order, "" for none."""
    document.setDocumentMargin(0)
    names = iter(anchors)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for block in _blocks(document):
        cursor.setPosition(block.position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        if block.blockFormat().headingLevel():
            _dress_heading(cursor, block, next(names, ""))
        else:
            _dress_block(cursor, block, tokens)
    cursor.endEditBlock()
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    headless = [table for table in tables if not _has_head(table)]
    first = max(map(_natural_width, headless), default=0)
    for table in tables:
        _dress_table(table, tokens)
    for table in headless:
        _align(table, first)


def indent(document: QTextDocument, side: int) -> None:
    """Room at both sides of the page."""
    frame = document.rootFrame()
    form = frame.frameFormat()
    form.setLeftMargin(side)
    form.setRightMargin(side)
    form.setTopMargin(MARGIN)
    form.setBottomMargin(2 * MARGIN)
    frame.setFrameFormat(form)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _dress_heading(cursor: QTextCursor, block: QTextBlock, anchor: str) -> None:
    level = block.blockFormat().headingLevel()
    space = QTextBlockFormat()
    space.setTopMargin(_ABOVE.get(level, MARGIN))
    space.setBottomMargin(GAP)
    cursor.mergeBlockFormat(space)
    ink = cursor.charFormat()
    ink.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)  # Qt's reader has more sizes; it goes over any other
    ink.setFont(text_font(TextSize.TITLE if level == 1 else TextSize.BODY, strong=True))
    if anchor:
        ink.setAnchor(True)
        ink.setAnchorNames([anchor])
    cursor.setCharFormat(ink)


def _dress_block(cursor: QTextCursor, block: QTextBlock, tokens: Tokens) -> None:
    """Code is recognised by what Qt's reader has noted of its language and fence."""
    space = QTextBlockFormat()
    form = block.blockFormat()
    if form.hasProperty(QTextBlockFormat.Property.BlockCodeFence):
        space.setBackground(QBrush(QColor(tokens.raised)))
        space.setLeftMargin(GAP)
        _set_fixed(cursor)
    elif QTextCursor(block).currentTable() is None:
        space.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        space.setBottomMargin(GRID if block.textList() is not None else GAP)
    cursor.mergeBlockFormat(space)


def _set_fixed(cursor: QTextCursor) -> None:
    form = QTextCharFormat()
    form.setFont(fixed_font(TextSize.SMALL), QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
    cursor.mergeCharFormat(form)


def _dress_table(table: QTextTable, tokens: Tokens) -> None:
    """No boxes: a line between rows."""
    is_headed = _has_head(table)
    if not is_headed:  # markdown has no table without a head
        table.removeRows(0, 1)
    form = table.format()
    assert isinstance(form, QTextTableFormat)
    form.setBorder(0)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    form.setCellPadding(GRID)
    form.setBottomMargin(MARGIN)
    table.setFormat(form)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            cell_format = cell.format().toTableCellFormat()
            cell_format.setBottomBorder(LINE)
            cell_format.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            cell_format.setBottomBorderBrush(QBrush(QColor(tokens.line)))
            cell_format.setRightPadding(MARGIN)
            if column == 0:
                cell_format.setLeftPadding(0)  # in line with the text above
            cell.setFormat(cell_format)
            if row == 0 and is_headed:
                _quieten_head(table, column, tokens)


def _natural_width(table: QTextTable) -> int:
    """Of the first column."""
    metrics = QFontMetrics(text_font())
    cells = (table.cellAt(row, 0).firstCursorPosition().block().text() for row in range(table.rows()))
    return max(map(metrics.horizontalAdvance, cells), default=0) + GRID + MARGIN


def _align(table: QTextTable, first: int) -> None:
    """All tables without a head are one list, in sections: their second columns begin at one place, and their lines
    end at one."""
    form = table.format()
    assert isinstance(form, QTextTableFormat)
    kinds = QTextLength.Type
    form.setWidth(QTextLength(kinds.PercentageLength, 100))
    form.setColumnWidthConstraints([QTextLength(kinds.FixedLength, first), QTextLength(kinds.VariableLength, 0)])
    table.setFormat(form)


def _has_head(table: QTextTable) -> bool:
    return any(table.cellAt(0, n).firstCursorPosition().block().text() for n in range(table.columns()))


def _quieten_head(table: QTextTable, column: int, tokens: Tokens) -> None:
    cell = table.cellAt(0, column)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    form = QTextCharFormat()
    form.setForeground(QColor(tokens.muted))
    form.setFontWeight(QFont.Weight.Normal.value)
    cursor.mergeCharFormat(form)
