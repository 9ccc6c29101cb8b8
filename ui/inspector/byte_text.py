"""A pane of bytes in hex and text: as many a line as fit, never beyond its width, selectable, with a visible focus."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from ui.focus_edge import FocusEdge
from ui.inspector.hexdump import columns
from ui.slim_scroll_bar import slim
from ui.theme.fonts import fixed_font
from ui.theme.palette import Theme
from ui.theme.tokens import MARGIN, TextSize

PER_LINE = (16, 8, 4)


class ByteText(QWidget):
    """Shows text made of hexdumps; keeps its place while that changes, and its text while some of it is selected."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QPlainTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setFont(fixed_font(TextSize.SMALL))
        self._text.setAccessibleName(name)
        self._text.setTabChangesFocus(True)
        self._text.document().setDocumentMargin(0)
        self._text.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        slim(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(FocusEdge(theme, self._text, self))
        row.addSpacing(MARGIN - 2)
        row.addWidget(self._text)

    @property
    def is_held(self) -> bool:
        """Whether someone is copying."""
        return self._text.textCursor().hasSelection()

    def per_line(self, stop: int) -> int:
        """Bytes a line that fit, where positions go up to `stop`."""
        room = self._text.viewport().width() / QFontMetricsF(self._text.font()).horizontalAdvance("0")
        return next((count for count in PER_LINE if columns(count, stop) <= room), PER_LINE[-1])

    def text(self) -> str:
        return self._text.toPlainText()

    def show_text(self, text: str) -> None:
        """The place stays; who has scrolled to the end stays there."""
        bar = self._text.verticalScrollBar()
        at_end, position = bar.maximum() > 0 and bar.value() >= bar.maximum(), bar.value()
        self._text.setPlainText(text)
        bar.setValue(bar.maximum() if at_end else position)
