"""A large button that says what it does in a line of its own: an icon, a title, what comes of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.face import Face
from ui.plate import paint_plate
from ui.theme.fonts import text_font
from ui.theme.icons import icon_pixmap
from ui.theme.palette import Theme
from ui.theme.tokens import GRID, ICON_SIZE, MARGIN, TextSize

ICON = ICON_SIZE + GRID


class WayButton(QAbstractButton):
    """As wide as there is room; its edge shows the focus."""

    def __init__(self, theme: Theme, icon: str, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._about = about
        self.setText(title)
        self.setAccessibleDescription(about)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._make_faces()
        theme.changed.connect(self._retheme)
        self._retheme()

    def _make_faces(self) -> None:
        self._title, self._small = Face(text_font(strong=True)), Face(text_font(TextSize.SMALL))

    def sizeHint(self) -> QSize:
        width = max(self._title.width(self.text()), self._small.width(self._about))
        return QSize(width + ICON + 3 * MARGIN, self._title.height + self._small.height + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return QSize(30 * GRID, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_faces()
            self.updateGeometry()

    @Slot()
    def _retheme(self) -> None:
        ratio = self.devicePixelRatioF()
        self._pixmap = icon_pixmap(self._icon, self._theme.tokens.accent, round(ICON * ratio))
        self._pixmap.setDevicePixelRatio(ratio)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        lively = self.underMouse() or self.isDown()
        ground = tokens.selection if self.isDown() else tokens.raised if lively else tokens.surface
        paint_plate(painter, self.rect(), ground, tokens.accent if self.hasFocus() else tokens.line)
        painter.drawPixmap(QPointF(MARGIN, (self.height() - ICON) / 2), self._pixmap)
        left = 2 * MARGIN + ICON
        first = QRect(left, MARGIN, self.width() - left - MARGIN, self._title.height)
        self._title.draw(painter, first, self.text(), tokens.text)
        self._small.draw(painter, first.translated(0, first.height()), self._about, tokens.muted)
        painter.end()
