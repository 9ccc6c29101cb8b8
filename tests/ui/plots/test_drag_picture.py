"""What hangs at the pointer."""

from ui.plots.drag_picture import NAMED, WIDEST, drag_picture
from ui.theme.palette import Theme


def test_few_names_stand_below_each_other_and_the_rest_is_counted(theme: Theme) -> None:
    one, few, many = (drag_picture([f"imu/{n}" for n in range(count)], theme) for count in (1, NAMED, 200))
    assert one.height() < few.height() < many.height()
    assert many.height() < 1.4 * few.height()


def test_hostile_names_are_cut_and_painted_as_text(theme: Theme) -> None:
    picture = drag_picture(["<b>" + "x" * 10_000, "\x1b[31m", ""], theme, 2.0)
    assert picture.width() <= 2 * WIDEST
    assert picture.devicePixelRatio() == 2.0


def test_nothing_still_has_a_picture(theme: Theme) -> None:
    assert not drag_picture([], theme).isNull()
