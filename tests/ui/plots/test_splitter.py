from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.plots.splitter import ThinSplitter, parted
from ui.theme.palette import Theme
from ui.theme.tokens import DARK


def test_the_line_between_panels_is_one_pixel_in_the_themes_colour(qtbot: QtBot, theme: Theme) -> None:
    splitter = made(qtbot, theme)
    line = splitter.sizes()[0]
    image = splitter.grab().toImage()
    assert image.pixelColor(50, line) == QColor(DARK.line)
    assert image.pixelColor(50, line + 1) != QColor(DARK.line)


def test_the_line_can_be_dragged(qtbot: QtBot, theme: Theme) -> None:
    splitter = made(qtbot, theme)
    before = splitter.sizes()
    handle = splitter.handle(1)
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(50, 1))
    qtbot.mouseMove(handle, QPoint(50, 31))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(50, 31))
    assert splitter.sizes()[0] > before[0]


def made(qtbot: QtBot, theme: Theme) -> ThinSplitter:
    splitter = ThinSplitter(theme)
    qtbot.addWidget(splitter)
    for _ in range(2):
        splitter.addWidget(QWidget())
    splitter.resize(100, 200)
    splitter.show()
    qtbot.waitExposed(splitter)
    return splitter


def test_sizes_follow_from_weights_at_every_size(qtbot: QtBot, theme: Theme) -> None:
    splitter = made(qtbot, theme)
    splitter.set_weights((3.0, 1.0))
    for height in (201, 801):
        splitter.resize(100, height)
        assert splitter.sizes() == [(height - 1) * 3 // 4, (height - 1) // 4]


def test_a_part_of_a_fixed_size_keeps_it(qtbot: QtBot, theme: Theme) -> None:
    splitter = made(qtbot, theme)
    splitter.widget(1).setFixedHeight(40)
    splitter.set_weights((1.0, 9.0))
    assert splitter.sizes() == [159, 40]


def test_the_weights_are_told_once_when_a_line_is_let_go(qtbot: QtBot, theme: Theme) -> None:
    splitter = made(qtbot, theme)
    splitter.set_weights((1.0, 1.0))
    told: list[tuple[float, ...]] = []
    splitter.weightsChanged.connect(told.append)
    handle = splitter.handle(1)
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(50, 1))
    for y in (11, 21, 51):
        qtbot.mouseMove(handle, QPoint(50, y))
    assert told == []
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(50, 1))
    assert len(told) == 1
    assert told[0][0] > 1.2 > 0.8 > told[0][1]
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(50, 1))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(50, 1))
    assert len(told) == 1


def test_room_is_parted_to_the_pixel() -> None:
    assert parted(999, (1, 1), (0, 0)) == [500, 499]
    assert sum(parted(1000, (1, 1, 1, 0.3), (0, 0, 0, 0))) == 1000
    assert parted(100, (1, 5, 1), (0, 30, 0)) == [50, 30, 50]
    assert parted(0, (1, 1), (0, 0)) == [1, 1]
