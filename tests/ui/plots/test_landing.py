"""Where a drag would land."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.plots.board.moves import Side
from ui.plots.landing import Landing, LandingMark, landing, landing_words
from ui.theme.palette import Theme

TILES = [("a", QRect(0, 0, 200, 100)), ("b", QRect(200, 0, 200, 100))]
GROUND = QRect(0, 0, 400, 300)


@pytest.mark.parametrize(
    ("at", "key", "side", "mark"),
    [
        ((100, 50), "a", None, (0, 0, 200, 100)),
        ((3, 50), "a", Side.LEFT, (0, 0, 100, 100)),
        ((196, 50), "a", Side.RIGHT, (99, 0, 101, 100)),
        ((100, 3), "a", Side.ABOVE, (0, 0, 200, 50)),
        ((100, 97), "a", Side.BELOW, (0, 49, 200, 51)),
        ((203, 50), "b", Side.LEFT, (200, 0, 100, 100)),
        ((5, 1), "a", Side.ABOVE, (0, 0, 200, 50)),
        ((100, 200), None, None, (0, 0, 400, 300)),
    ],
)
def test_the_middle_of_a_tile_its_edges_and_the_ground_are_different_places(
    at: tuple[int, int], key: str | None, side: Side | None, mark: tuple[int, int, int, int]
) -> None:
    assert landing(TILES, GROUND, QPoint(*at)) == Landing(key, side, QRect(*mark))


def test_beside_the_ground_nothing_lands() -> None:
    assert landing(TILES, GROUND, QPoint(500, 500)) is None


def test_an_edge_is_no_wider_in_a_large_tile_than_a_hand_needs() -> None:
    found = landing([("a", QRect(0, 0, 4000, 2000))], GROUND, QPoint(120, 1000))
    assert found is not None
    assert found.side is None


def test_a_tile_of_no_size_does_not_divide_by_nothing() -> None:
    assert landing([("a", QRect(0, 0, 1, 1))], GROUND, QPoint(0, 0)) is not None


def test_words_say_what_will_happen() -> None:
    def said(key: str | None, side: Side | None, *, is_plot: bool) -> str:
        return landing_words(Landing(key, side, QRect()), is_plot=is_plot)

    assert said("a", None, is_plot=False) == "Add to this plot"
    assert said("a", None, is_plot=True) == "Merge into this plot"
    assert said(None, None, is_plot=False) == "New plot"
    assert said(None, None, is_plot=True) == "Move to the end"
    assert said("a", Side.LEFT, is_plot=False) == "To the left of this plot"


def test_the_mark_lets_the_mouse_through_and_paints_at_any_size(qtbot: QtBot, theme: Theme) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    mark = LandingMark(theme, ground)
    assert mark.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    for size in (QRect(0, 0, 300, 100), QRect(0, 0, 1, 1)):
        mark.show_at(size, "Add to this plot")
        assert not mark.grab().isNull()
