"""A quiet list of frozen lines, painted by rows of ours; small words where there is no line yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.line_model import LineModel
from ui.painted_rows import RowDelegate, paint_empty, quieten
from ui.slim_scroll_bar import slim
from ui.theme.palette import Theme
from ui.theme.tokens import MARGIN, ROW_HEIGHT


class LineList(QListView):
    """`rows`: what paints them; `name`: for who cannot see it; `about`: the tool tip of a line. `empty`: what is said,
    `left` pixels from the edge, where there is no line.

    Attributes: lines, the model.
    """

    def __init__(
        self,
        theme: Theme,
        rows: type[RowDelegate],
        name: str,
        about: Callable[[Any], str] = str,
        parent: QWidget | None = None,
        *,
        empty: str = "",
        left: int = MARGIN,
    ) -> None:
        super().__init__(parent)
        self._empty, self._left = empty, left
        self.lines = LineModel(about, self)
        self.setModel(self.lines)
        self.setItemDelegate(rows(theme, self))
        quieten(self, theme, name)
        slim(self)
        self.setMinimumHeight(2 * ROW_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty and not self.lines.rowCount():
            paint_empty(self, self._empty, self._left)
