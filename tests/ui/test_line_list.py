"""A list of frozen lines."""

from __future__ import annotations

from ui.line_list import LineList
from ui.painted_rows import RowDelegate
from ui.theme.tokens import GAP, MARGIN, ROW_HEIGHT


class Rows(RowDelegate):
    def paint_row(self, painter, area, index, tokens):
        painter.fillRect(area, tokens.accent)


def inked(rows: LineList) -> set[int]:
    """The columns of the first row in which something stands."""
    image = rows.grab().toImage()
    ground = image.pixelColor(1, 1)
    return {x for x in range(image.width()) for y in range(GAP, ROW_HEIGHT) if image.pixelColor(x, y) != ground}


def test_small_words_stand_where_there_is_no_line_and_give_way_to_the_first(qtbot, theme):
    rows = LineList(theme, Rows, "Commands", empty="Nothing was sent", left=GAP)
    qtbot.addWidget(rows)
    assert GAP <= min(inked(rows)) < GAP + MARGIN
    rows.lines.show_lines(["one"])
    image = rows.grab().toImage()
    assert image.pixelColor(MARGIN, ROW_HEIGHT // 2).name() == theme.tokens.accent.lower()
    assert rows.accessibleName() == "Commands"


def test_a_list_with_nothing_to_say_stays_blank(qtbot, theme):
    rows = LineList(theme, Rows, "Commands")
    qtbot.addWidget(rows)
    assert inked(rows) == set()
