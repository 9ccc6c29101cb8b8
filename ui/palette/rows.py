"""How an entry looks in the palette: what was found in its title stands out, its menus are quieter, its keys end the
row. What cannot be done now is dimmed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from ui.face import RIGHT, Face
from ui.line_model import LINE, Index
from ui.painted_rows import RowDelegate
from ui.palette.ranking import Row
from ui.theme.fonts import text_font
from ui.theme.tokens import GAP, GRID, MARGIN, Tokens

CHECK = "✓"
DIMMED = 0.6


class EntryDelegate(RowDelegate):
    def make_faces(self) -> None:
        super().make_faces()
        self._title, self._strong = Face(text_font()), Face(text_font(strong=True))

    @property
    def height(self) -> int:
        return max(7 * GRID, self._title.height + 2 * GRID)

    def paint_row(self, painter: QPainter, area: QRect, index: Index, tokens: Tokens) -> None:
        row: Row = index.data(LINE)
        entry = row.entry
        ink, quiet = QColor(tokens.text), QColor(tokens.muted)
        for colour in (ink, quiet):
            colour.setAlphaF(1.0 if entry.enabled else DIMMED)
        place = area.adjusted(MARGIN, 0, -MARGIN, 0)
        keys = f"{CHECK}   {entry.keys}".rstrip() if entry.checked else entry.keys
        used = self._small.draw(painter, place, keys, quiet, RIGHT)
        place.setRight(place.right() - used - MARGIN)
        place.setLeft(self._draw_title(painter, place, row, ink) + GAP)
        self._small.draw(painter, place, entry.path, quiet)

    def _draw_title(self, painter: QPainter, place: QRect, row: Row, ink: QColor) -> int:
        """Returns where it ends."""
        accent = QColor(self._theme.tokens.accent)
        accent.setAlphaF(ink.alphaF())
        left = place.left()
        for text, is_found in _runs(row):
            face = self._strong if is_found else self._title
            rest = QRect(left, place.top(), place.right() - left, place.height())
            left += face.draw(painter, rest, text, accent if is_found else ink)
        return left


def _runs(row: Row) -> Iterator[tuple[str, bool]]:
    """The title in pieces that were found or were not."""
    title, found = row.entry.title, set(row.places)
    begin = 0
    for end in range(1, len(title) + 1):
        if end == len(title) or (end in found) != (begin in found):
            yield title[begin:end], begin in found
            begin = end
