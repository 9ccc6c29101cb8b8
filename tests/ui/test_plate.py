"""The ground of buttons and fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ui.plate import paint_plate


@pytest.mark.parametrize("ratio", [1, 2])
def test_its_edge_is_whole_on_the_outermost_pixels_and_its_corners_are_round(ratio: int) -> None:
    image = QImage(40 * ratio, 24 * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_plate(painter, QRect(0, 0, 40, 24), "#ffffff", "#ff0000")
    painter.end()
    middle = image.height() // 2
    edges = [image.pixelColor(x, middle) for x in (0, image.width() - 1)]
    assert edges == [QColor("#ff0000")] * 2
    assert image.pixelColor(ratio, middle) == QColor("#ffffff")
    assert image.pixelColor(0, 0).alpha() < 128
