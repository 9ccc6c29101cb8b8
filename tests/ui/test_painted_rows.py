"""The ground of a row says that it is chosen, pointed at, or has the keyboard; fonts and size are those of all rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QFrame, QListWidget, QStyle, QStyleOptionViewItem, QWidget

from ui.painted_rows import ColumnHeads, RowDelegate, paint_empty, paint_ground, quieten
from ui.theme.tokens import GAP, LIGHT, MARGIN, ROW_HEIGHT

NONE = QStyle.StateFlag.State_None
CHOSEN, POINTED, FOCUS = (
    QStyle.StateFlag.State_Selected,
    QStyle.StateFlag.State_MouseOver,
    QStyle.StateFlag.State_HasFocus,
)


def ground(theme, state, **shown) -> tuple[str, str]:
    """The colours at the row's edge and in its middle; "" where nothing was painted."""
    image = QImage(40, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    option = QStyleOptionViewItem()
    option.rect, option.state = QRect(0, 0, 40, 20), state
    painter = QPainter(image)
    paint_ground(painter, option, theme.tokens, **shown)
    painter.end()
    colours = (image.pixelColor(0, 10), image.pixelColor(20, 10))
    return tuple(colour.name() if colour.alpha() else "" for colour in colours)


def named(*colours: str) -> tuple[str, ...]:
    return tuple(QColor(colour).name() if colour else "" for colour in colours)


def test_a_row_like_the_others_has_no_ground_of_its_own(theme):
    assert ground(theme, NONE) == ("", "")


def test_being_chosen_goes_before_the_pointer_and_the_keyboard_adds_an_edge(theme):
    t = theme.tokens
    assert ground(theme, POINTED) == named(t.raised, t.raised)
    assert ground(theme, CHOSEN | POINTED) == named(t.selection, t.selection)
    assert ground(theme, CHOSEN | FOCUS) == named(t.accent, t.selection)
    assert ground(theme, FOCUS) == named(t.accent, "")


def test_a_list_may_leave_either_out(theme):
    assert ground(theme, CHOSEN, chosen=False) == ("", "")
    assert ground(theme, CHOSEN | POINTED, chosen=False) == named(theme.tokens.raised, theme.tokens.raised)
    assert ground(theme, POINTED, pointed=False) == ("", "")


def test_a_quiet_list_has_a_name_and_no_frame(qtbot, theme):
    rows = QListWidget()
    qtbot.addWidget(rows)
    quieten(rows, theme, "Frames")
    assert (rows.accessibleName(), rows.frameShape()) == ("Frames", QFrame.Shape.NoFrame)


class Rows(RowDelegate):
    def __init__(self, theme, parent):
        self.made = 0
        self.painted: list[tuple[str, int]] = []
        super().__init__(theme, parent)

    def make_faces(self):
        super().make_faces()
        self.made += 1

    def paint_row(self, painter, area, index, tokens):
        self.painted.append((index.data(), area.height()))
        area.adjust(MARGIN, 0, 0, 0)  # is its own


def test_rows_are_painted_on_the_ground_with_fonts_that_are_made_once(qtbot, theme):
    rows = QListWidget()
    qtbot.addWidget(rows)
    delegate = Rows(theme, rows)
    rows.setItemDelegate(delegate)
    quieten(rows, theme, "Frames")
    rows.addItems(["one", "two"])
    rows.setCurrentRow(1)
    image = rows.grab().toImage()
    assert (delegate.painted, delegate.made) == ([("one", ROW_HEIGHT), ("two", ROW_HEIGHT)], 1)
    assert image.pixelColor(100, ROW_HEIGHT + GAP) == QColor(theme.tokens.selection)
    rows.setFont(QFont(rows.font().family(), 21))
    rows.grab()
    rows.grab()
    assert delegate.made == 2


def test_a_list_without_rows_says_why(qtbot, theme):
    class Empty(QListWidget):
        def paintEvent(self, event):
            super().paintEvent(event)
            paint_empty(self, "Nothing was sent")

    rows = Empty()
    qtbot.addWidget(rows)
    quieten(rows, theme, "Commands")
    image = rows.grab().toImage()
    ground = image.pixelColor(1, 1)
    inked = {x for x in range(image.width()) for y in range(GAP, ROW_HEIGHT) if image.pixelColor(x, y) != ground}
    assert inked
    assert min(inked) >= MARGIN


@pytest.mark.parametrize(("words", "inked"), [((0,), "left"), ((), "right")])
def test_heads_stand_at_the_side_of_what_is_below_them(qtbot, theme, words, inked):
    holder = QWidget()
    qtbot.addWidget(holder)
    heads = ColumnHeads(theme, ("I",), lambda area: [area], words, holder)
    heads.resize(200, heads.height())
    image = heads.grab().toImage()
    ground = image.pixelColor(100, 2)
    rows = range(2, heads.height() - 2)
    sides = {
        "left": any(image.pixelColor(x, y) != ground for x in range(LIGHT.edge, 40) for y in rows),
        "right": any(image.pixelColor(x, y) != ground for x in range(160, 200) for y in rows),
    }
    assert [side for side, has_ink in sides.items() if has_ink] == [inked]
