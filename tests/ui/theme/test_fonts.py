from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import LEAST_POINTS, figures_font, text_font
from ui.theme.tokens import TextSize


def test_sizes_follow_the_applications_font(qapp: QApplication) -> None:
    before = QFont(qapp.font())
    try:
        large = QFont(before)
        large.setPointSizeF(20)
        qapp.setFont(large)
        assert text_font(TextSize.BODY).pointSizeF() == 20
        assert text_font(TextSize.SMALL).pointSizeF() < 20 < text_font(TextSize.TITLE).pointSizeF()
    finally:
        qapp.setFont(before)


def test_a_font_set_in_pixels_is_scaled_in_pixels(qapp: QApplication) -> None:
    before = QFont(qapp.font())
    try:
        fixed = QFont(before)
        fixed.setPixelSize(20)
        qapp.setFont(fixed)
        assert text_font(TextSize.TITLE).pixelSize() == 26
    finally:
        qapp.setFont(before)


def test_small_text_never_falls_under_the_least_size(qapp: QApplication) -> None:
    assert text_font(TextSize.SMALL).pointSizeF() >= LEAST_POINTS


def test_all_figures_are_of_one_width(qapp: QApplication) -> None:
    metrics = QFontMetrics(figures_font())
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1
