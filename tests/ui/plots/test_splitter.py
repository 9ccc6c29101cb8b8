from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.plots.splitter import ThinSplitter
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
