import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.plots.reading.overlay import Look, Mark, PanelOverlay
from ui.theme.palette import Theme

PLACE = QRect(10, 0, 100, 60)


def painted(theme: Theme, qtbot: QtBot, look: Look, ground: str = "") -> QImage:
    canvas = QWidget()
    qtbot.addWidget(canvas)
    overlay = PanelOverlay(theme, canvas)
    overlay.show_look(look)
    image = QImage(120, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(ground or theme.tokens.surface))
    painter = QPainter(image)
    overlay.paint(painter, PLACE)
    painter.end()
    return image


def columns_touched(image: QImage, theme: Theme) -> set[int]:
    ground = QColor(theme.tokens.surface).rgb()
    return {x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(image.height()))}


def test_nothing_is_shown_of_an_empty_look() -> None:
    assert Look().is_empty
    assert not Look(line=5).is_empty
    assert not Look(cursors=(("A", 5),)).is_empty


def test_a_line_is_one_pixel_wide(theme: Theme, qtbot: QtBot) -> None:
    assert columns_touched(painted(theme, qtbot, Look(line=40)), theme) == {40}


def test_nothing_is_painted_beside_the_picture(theme: Theme, qtbot: QtBot) -> None:
    look = Look(line=3, marks=(Mark(5, 0),), cursors=(("A", 200),), span=(0, 8), band=(0, 0, 9, 9))
    assert columns_touched(painted(theme, qtbot, look), theme) == set()


def test_a_mark_has_the_colour_of_its_curve(theme: Theme, qtbot: QtBot) -> None:
    image = painted(theme, qtbot, Look(line=40, marks=(Mark(30, 1),)))
    assert QColor(image.pixel(40, 30)) == QColor(theme.tokens.curve(1))


def test_a_pixel_of_several_samples_has_a_bar_from_the_least_to_the_greatest(theme: Theme, qtbot: QtBot) -> None:
    image = painted(theme, qtbot, Look(line=40, marks=(Mark(30, 1, 10, 50),)))
    ground = QColor(theme.tokens.surface).rgb()
    assert [image.pixel(37, y) != ground for y in (10, 20, 50)] == [True, False, True]


def test_the_cursors_differ_by_letter_and_stroke_and_not_by_colour_alone(theme: Theme, qtbot: QtBot) -> None:
    whole, dashed = (painted(theme, qtbot, Look(cursors=((name, 40),))) for name in ("A", "B"))
    ground = QColor(theme.tokens.surface).rgb()
    assert all(whole.pixel(40, y) != ground for y in range(60))
    assert any(dashed.pixel(40, y) == ground for y in range(60))
    assert [x for x in columns_touched(whole, theme) if x > 42]


@pytest.mark.parametrize(("a", "b"), [(40, 44), (44, 40)])
def test_letters_of_cursors_that_stand_close_do_not_lie_over_each_other(
    theme: Theme, qtbot: QtBot, a: int, b: int
) -> None:
    touched = columns_touched(painted(theme, qtbot, Look(cursors=(("A", a), ("B", b)))), theme)
    assert min(touched) < 37
    assert max(touched) > 47


def test_a_letter_is_not_struck_out_by_a_curve_behind_it(theme: Theme, qtbot: QtBot) -> None:
    image, alone = (painted(theme, qtbot, Look(cursors=(("A", 40),)), ground) for ground in ("red", ""))
    letter = QRect(44, 2, 4, 8)
    assert image.copy(letter) == alone.copy(letter)


@pytest.mark.parametrize("x", [10, 109])
def test_a_letter_at_an_edge_stands_in_the_picture(theme: Theme, qtbot: QtBot, x: int) -> None:
    assert len(columns_touched(painted(theme, qtbot, Look(cursors=(("A", x),))), theme)) > 4


@pytest.mark.parametrize("same", [True, False])
def test_a_look_is_painted_anew_only_where_it_is_another(theme: Theme, qtbot: QtBot, same: bool) -> None:
    class Canvas(QWidget):
        asked = 0

        def update(self) -> None:  # type: ignore[override]
            self.asked += 1

    canvas = Canvas()
    qtbot.addWidget(canvas)
    overlay = PanelOverlay(theme, canvas)
    overlay.show_look(Look(line=3))
    overlay.show_look(Look(line=3 if same else 4))
    assert canvas.asked == (1 if same else 2)
