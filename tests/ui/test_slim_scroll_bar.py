"""Scroll bars of which only the thumb is seen."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QListWidget, QTableWidget, QWidget

from ui.slim_scroll_bar import WIDTH, SlimScrollBar, scrolled, slim


@pytest.fixture
def area(qtbot, theme):
    area = QListWidget()
    qtbot.addWidget(area)
    slim(area)
    area.resize(200, 100)
    area.show()
    qtbot.waitExposed(area)
    return area


def painted(area) -> int:
    """How many colours the bar shows."""
    image = area.verticalScrollBar().grab().toImage()
    return len({image.pixelColor(WIDTH // 2, y).name() for y in range(image.height())})


def test_a_list_that_fits_shows_no_bar(area):
    area.addItem("one")
    assert not area.verticalScrollBar().isVisible()


def test_the_thumb_shows_where_one_is(area, qtbot):
    area.addItems([str(n) for n in range(100)])
    bar = area.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    assert bar.width() == WIDTH
    assert painted(area) > 1
    before = bar.grab().toImage()
    bar.setValue(bar.maximum())
    assert bar.grab().toImage() != before


def test_nothing_is_painted_where_both_bars_end(qtbot, theme):
    area = QTableWidget(50, 50)
    qtbot.addWidget(area)
    slim(area)
    area.resize(300, 200)
    area.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().isVisible() and area.horizontalScrollBar().isVisible())
    frame = area.frameWidth()
    corner = QRect(area.width() - frame - WIDTH, area.height() - frame - WIDTH, WIDTH, WIDTH)
    image = area.grab().toImage().copy(corner)
    assert len({image.pixelColor(x, y).name() for x in range(WIDTH) for y in range(WIDTH)}) == 1


def test_the_mouse_scrolls_as_everywhere(area, qtbot):
    area.addItems([str(n) for n in range(100)])
    bar = area.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(WIDTH // 2, bar.height() - 20))
    assert bar.value() > 0


def test_a_scrolled_content_scrolls_upright_alone_and_is_no_stop_for_the_keyboard(qtbot):
    content = QWidget()
    content.setMinimumSize(300, 1000)
    area = scrolled(content)
    qtbot.addWidget(area)
    area.resize(200, 200)
    area.show()
    assert area.widget() is content
    assert isinstance(area.verticalScrollBar(), SlimScrollBar)
    assert area.verticalScrollBar().maximum() > 0
    assert not area.horizontalScrollBar().isVisible()
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
