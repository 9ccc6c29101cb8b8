"""Tabs as words in a row, the chosen one underlined: Fusion's are boxes on top of a box."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from ui.face import Face
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, LINE, TextSize

UNDERLINE = 2  # px


class WordTabs(QTabBar):
    """Keyboard and mouse are QTabBar's; focus shows as a line around the word."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._make_faces()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    def _make_faces(self) -> None:
        self._face, self._strong = Face(text_font(TextSize.SMALL)), Face(text_font(TextSize.SMALL, strong=True))

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(self._strong.width(self.tabText(index)) + 2 * GAP, self._face.height + 3 * GRID)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Where the bar is narrow the words move together: a tab that is cut off cannot be clicked. The first stays in
        line with what is below."""
        return self.tabSizeHint(index) - QSize(2 * GAP - GRID - (2 * GRID if index == 0 else 0), 0)

    def has_room(self, index: int, text: str) -> bool:
        """Whether all tabs could be seen if this one were called so."""
        others = sum(self.minimumTabSizeHint(each).width() for each in range(self.count()) if each != index)
        return others + self._strong.width(text) + GRID <= self.width()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._make_faces()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(0, self.height() - LINE, self.width(), LINE, QColor(tokens.line))
        pointer = self.mapFromGlobal(self.cursor().pos()) if self.underMouse() else None
        for index in range(self.count()):
            place = self.tabRect(index)
            chosen = index == self.currentIndex()
            lively = chosen or (pointer is not None and place.contains(pointer))
            face = self._strong if chosen else self._face
            word = self._word(index)
            left = word.x() + (word.width() - face.width(self.tabText(index))) // 2
            words = QRect(left, place.y(), place.right() - left + GAP, place.height() - UNDERLINE)
            face.draw(painter, words, self.tabText(index), tokens.text if lively else tokens.muted)
            if chosen:
                self._paint_chosen(painter, place, word)
        painter.end()

    def _word(self, index: int) -> QRect:
        """Where a tab's word stands while it is chosen."""
        place, width = self.tabRect(index), self._strong.width(self.tabText(index))
        left = place.x() + (GAP if index == 0 else (place.width() - width) // 2)
        return QRect(left, place.y(), width, place.height())

    def _paint_chosen(self, painter: QPainter, place: QRect, word: QRect) -> None:
        accent = QColor(self._theme.tokens.accent)
        painter.fillRect(QRect(word.x(), place.bottom() + 1 - UNDERLINE, word.width(), UNDERLINE), accent)
        if self.hasFocus():
            painter.setPen(accent)
            painter.drawRoundedRect(place.adjusted(GRID // 2, GRID // 2, -GRID // 2, -GRID), GRID // 2, GRID // 2)
