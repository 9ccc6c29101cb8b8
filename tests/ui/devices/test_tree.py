"""The tree paints what reads otherwise, and no more."""

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QImage, QRegion

from tests.ui.desk import Desk


class Painted(QObject):
    """The rectangles that a widget was asked to paint."""

    def __init__(self, widget) -> None:
        super().__init__(widget)
        self.rects: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.rects += list(event.region())
        return False


@pytest.fixture
def tree(desk: Desk):
    desk.open("imu", "scope")
    return desk.named("Devices and channels")


def test_only_digits_that_have_changed_are_painted_again_and_look_as_in_a_list_that_is_painted_whole(desk: Desk, tree):
    def drawn(part: QRegion, under: QImage) -> QImage:
        image = QImage(under)
        tree.viewport().render(image, part.boundingRect().topLeft(), part)
        return image

    blank, whole = QImage(tree.viewport().size(), QImage.Format.Format_RGB32), QRegion(tree.viewport().rect())
    under = drawn(whole, blank)
    painted = Painted(tree.viewport())
    tree.viewport().update()
    desk.qtbot.waitUntil(lambda: bool(painted.rects))
    painted.rects.clear()
    desk.links[0].receive(b"0.5,9.81,21.5\n")  # ax is another one, the rest as before
    desk.refreshed()
    desk.qtbot.waitUntil(lambda: bool(painted.rects))
    row = tree.visualRect(tree.model().index(0, 0, tree.model().index(0, 0)))
    (part,) = painted.rects
    assert row.contains(part)
    assert part.left() > row.center().x()
    assert drawn(QRegion(part), under) == drawn(whole, blank) != under


def test_a_look_at_rows_that_read_as_before_asks_for_nothing(desk: Desk, tree):
    painted = Painted(tree.viewport())
    tree.viewport().update()
    desk.qtbot.waitUntil(lambda: bool(painted.rects))
    painted.rects.clear()
    tree.refresh()
    tree.viewport().update(0, 0, 1, 1)  # painted with what the look asked for
    desk.qtbot.waitUntil(lambda: bool(painted.rects))
    assert painted.rects == [QRect(0, 0, 1, 1)]


def test_an_empty_list_says_why(desk: Desk):
    tree = desk.named("Devices and channels")
    assert tree.empty_text == "No session is open. Open one (Ctrl+O), or try the demo"
    with_text = tree.grab().toImage()
    tree.empty_text = ""
    assert tree.grab().toImage() != with_text
