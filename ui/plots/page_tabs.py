"""The row of pages above the plots: quiet words, the one in sight underlined; there only where there is more than one.

Dragged to another place, renamed by a double click, with a menu; the arrows go from one to the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from app.session.words import MAX_NAME
from ui.plain import as_hint, plain
from ui.plots.inline_edit import InlineEdit
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import CONTROL_HEIGHT, GAP, GRID, LINE, MARGIN, TextSize
from ui.translate import tr

LONGEST = 24  # characters of a name on its tab; the hint has all of it
UNDERLINE = 2


class PageTabs(QTabBar):
    """See the module.

    Signals:
        chosen(int): a page is to be in sight, by its number.
        placed(int, int): a page was dragged from one place to another.
        renamed(int, str): a page is to be called so.
        menuWished(int, QPoint): the menu of a page; it is in sight.
    """

    chosen = Signal(int)
    placed = Signal(int, int)
    renamed = Signal(int, str)
    menuWished = Signal(int, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: list[str] = []
        self._edited = -1
        self._field = InlineEdit(self, tr("Name of the page"), MAX_NAME)
        self._field.done.connect(self._rename)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setFixedHeight(CONTROL_HEIGHT)
        self.setAccessibleName(tr("Pages of plots"))
        self.currentChanged.connect(self._changed)
        self.tabMoved.connect(self._moved)
        theme.changed.connect(self.update)
        self.hide()

    def show_pages(self, names: Sequence[str], current: int) -> None:
        """These pages, from the left, and which one is in sight."""
        self.blockSignals(True)  # it only shows what has been decided
        if list(names) != self._names:
            self._names = list(names)
            while self.count() > len(names):
                self.removeTab(self.count() - 1)
            for number, name in enumerate(names):
                if number == self.count():
                    self.addTab("")
                self.setTabText(number, plain(name, LONGEST).replace("&", "&&"))
                self.setTabToolTip(number, as_hint(name))
        self.setCurrentIndex(current)
        self.blockSignals(False)
        self.setVisible(len(names) > 1)
        self.update()

    def edit(self, page: int) -> None:
        """Let the name of a page be changed where it stands."""
        if 0 <= page < len(self._names):
            self._edited = page
            place = self.tabRect(page).adjusted(MARGIN - GRID, GRID, 0, -GRID)
            place.setWidth(max(place.width(), 30 * GRID))
            self._field.open(place, self._names[page], text_font(TextSize.SMALL))

    @Slot(str)
    def _rename(self, name: str) -> None:
        self.renamed.emit(self._edited, name)

    @Slot(int)
    def _changed(self, page: int) -> None:
        self.chosen.emit(page)

    @Slot(int, int)
    def _moved(self, page: int, to: int) -> None:
        self._names.insert(to, self._names.pop(page))
        self.placed.emit(page, to)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit(self.tabAt(event.position().toPoint()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        page = self.currentIndex() if by_keyboard else self.tabAt(event.pos())
        if page >= 0:
            self.setCurrentIndex(page)
            self.menuWished.emit(page, self.mapToGlobal(self.tabRect(page).bottomLeft()))
        event.accept()

    # -- look

    def tabSizeHint(self, index: int) -> QSize:
        words = QFontMetrics(text_font(TextSize.SMALL)).size(int(Qt.TextFlag.TextShowMnemonic), self.tabText(index))
        return QSize(words.width() + 2 * MARGIN, CONTROL_HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.surface))
        painter.fillRect(0, self.height() - LINE, self.width(), LINE, QColor(tokens.line))
        painter.setFont(text_font(TextSize.SMALL))
        for index in range(self.count()):
            self._paint_tab(painter, index, self.tabRect(index))
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int, place: QRect) -> None:
        tokens, is_current = self._theme.tokens, index == self.currentIndex()
        painter.setPen(QColor(tokens.text if is_current else tokens.muted))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine)
        painter.drawText(place, flags, self.tabText(index))
        if is_current:
            line = QRect(place.left() + MARGIN, place.bottom() - UNDERLINE + 1, place.width() - 2 * MARGIN, UNDERLINE)
            painter.fillRect(line, QColor(tokens.accent))
            if self.hasFocus():
                painter.setPen(QColor(tokens.accent))
                around = place.adjusted(MARGIN - GAP, GRID // 2, -(MARGIN - GAP), -GRID)
                painter.drawRoundedRect(around, GRID // 2, GRID // 2)
