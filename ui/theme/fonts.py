"""Fonts: the system's own sans in three sizes, and the same with figures of one width.

Numbers that change stand in `figures_font`: a proportional 1 beside an 8 makes a live value jump. The
OpenType feature "tnum" does that where the font has it; fonts without it (DejaVu, Noto Sans Mono) have
figures of one width anyway.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from ui.theme.tokens import TextSize

LEAST_POINTS = 8.0  # below that text is not read but guessed


def text_font(size: TextSize = TextSize.BODY, *, strong: bool = False) -> QFont:
    """The application's font at one of the three sizes."""
    font = QFont(QApplication.font())
    if font.pointSizeF() > 0:  # a font set in pixels has none
        font.setPointSizeF(max(LEAST_POINTS, font.pointSizeF() * size.value))
    else:
        font.setPixelSize(max(1, round(font.pixelSize() * size.value)))
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def figures_font(size: TextSize = TextSize.BODY, *, strong: bool = False) -> QFont:
    """As `text_font`, with figures of one width."""
    font = text_font(size, strong=strong)
    tag = QFont.Tag.fromString("tnum")
    if tag is not None:
        font.setFeature(tag, 1)
    return font


def fixed_font(size: TextSize = TextSize.BODY) -> QFont:
    """The system's font with letters of one width, for bytes in columns."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(text_font(size).pointSizeF())
    return font
