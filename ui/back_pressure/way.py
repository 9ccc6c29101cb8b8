"""The way of the bytes as a picture: sender, its send buffer, our receive buffer, the window; and where it stops."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.face import Face
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, LINE, TextSize
from ui.translate import marked, tr

CENTRE = Qt.AlignmentFlag.AlignHCenter
ROUND = GRID  # px, of the boxes' corners
BETWEEN, NARROW = 7 * GRID, 4 * GRID  # px, room for an arrow; where the page is narrow
MOST_WIDTH = 160 * GRID
TIP = 5  # px, of an arrow
NAMES = (marked("Sender"), marked("Send buffer"), marked("Receive buffer"), marked("This window"))


class Flow(Enum):
    """How the bytes go. The value: what is said under each part, how full the two buffers are, whether arrows go."""

    STEADY = (
        (marked("sends"), marked("nearly empty"), marked("nearly empty"), marked("reads")),
        (0.08, 0.08),
        (True, True, True),
    )
    STANDING = (
        (marked("has to wait"), marked("fills up last"), marked("fills up first"), marked("stands still")),
        (0.85, 1.0),
        (False, False, False),
    )
    RECOVERING = (
        (marked("sends"), marked("empties"), marked("empties"), marked("reads again")),
        (0.4, 0.5),
        (True, True, True),
    )


class Way(QWidget):
    """Says in its accessible description what it shows."""

    def __init__(self, theme: Theme, flow: Flow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flow = flow
        self._make_faces()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The way of the bytes"))
        self.show_flow(flow)
        theme.changed.connect(self.update)

    def _make_faces(self) -> None:
        self._name, self._word = Face(text_font(TextSize.SMALL, strong=True)), Face(text_font(TextSize.SMALL))

    def show_flow(self, flow: Flow) -> None:
        self._flow = flow
        said = ", ".join(f"{tr(name)}: {tr(word)}" for name, word in zip(NAMES, flow.value[0], strict=True))
        self.setAccessibleDescription(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(MOST_WIDTH, self._name.height + self._word.height + 4 * GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_faces()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        words, levels, moves = self._flow.value
        places = self._places()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (place, word) in enumerate(zip(places, words, strict=True)):
            level = levels[number - 1] if number in (1, 2) else None
            self._paint_part(painter, place, number, word, level)
        for before, behind, is_moving in zip(places, places[1:], moves, strict=False):
            self._paint_arrow(painter, before.right() + GRID, behind.left() - GRID, place.center().y(), is_moving)
        painter.end()

    def _places(self) -> list[QRect]:
        whole = min(self.width(), MOST_WIDTH) - 2
        between = BETWEEN if whole > MOST_WIDTH * 3 // 4 else NARROW
        width = (whole - 3 * between) // 4
        return [QRect(1 + n * (width + between), 1, width, self.height() - 2) for n in range(4)]

    def _paint_part(self, painter: QPainter, place: QRect, number: int, word: str, level: float | None) -> None:
        tokens = self._theme.tokens
        stops = self._flow is Flow.STANDING and number in (0, 3)
        painter.setPen(QPen(QColor(tokens.warning if stops else tokens.line), LINE))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(QRectF(place), ROUND, ROUND)
        if level is not None:
            self._paint_level(painter, place, level)
        inner = place.adjusted(GRID, GAP, -GRID, -GAP)
        upper = QRect(inner.x(), inner.y(), inner.width(), self._name.height)
        lower = QRect(inner.x(), inner.bottom() - self._word.height, inner.width(), self._word.height)
        self._name.draw(painter, upper, tr(NAMES[number]), tokens.text, CENTRE)
        self._word.draw(painter, lower, tr(word), tokens.warning if stops else tokens.muted, CENTRE)

    def _paint_level(self, painter: QPainter, place: QRect, level: float) -> None:
        """How full: a bar along the bottom of the box."""
        tokens = self._theme.tokens
        groove = QRectF(place.x() + GAP, place.bottom() - GRID - 1, place.width() - 2 * GAP, GRID - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, colour in ((1.0, tokens.raised), (level, tokens.curve(1))):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(groove.x(), groove.y(), groove.width() * share, groove.height()), 1, 1)

    def _paint_arrow(self, painter: QPainter, left: int, right: int, y: int, is_moving: bool) -> None:
        tokens = self._theme.tokens
        colour = QColor(tokens.accent if is_moving else tokens.line)
        pen = QPen(colour, 1.5, Qt.PenStyle.SolidLine if is_moving else Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(left, y, right - TIP, y)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(
            QPolygonF([QPointF(right - TIP, y - TIP), QPointF(right, y), QPointF(right - TIP, y + TIP)])
        )
