"""Panels with a line of one pixel between them, which can be dragged all the same (Qt widens its grip).

Who is how large follows from weights alone, each time the splitter gets another size: a layout that is shown on another
screen, or made of a file, is the same layout.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from ui.theme.palette import Theme
from ui.theme.tokens import LINE


class ThinSplitter(QSplitter):
    """A QSplitter without the style's handles.

    Attributes:
        fixed: how large it is in another splitter, whatever its weight; 0 where the weight says it. (QSplitter sets its
            own greatest size from its parts', so that cannot say it.)

    Signals:
        weightsChanged(tuple of float as object): a hand has moved a line, and has let go of it.
    """

    weightsChanged = Signal(object)

    def __init__(self, theme: Theme, orientation: Qt.Orientation = Qt.Orientation.Vertical) -> None:
        super().__init__(orientation)
        self.theme = theme
        self.fixed = 0
        self._weights: tuple[float, ...] = ()
        self._moved = False
        self.setHandleWidth(LINE)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._line_moved)

    def createHandle(self) -> QSplitterHandle:
        return _Line(self)

    def set_weights(self, weights: Sequence[float]) -> None:
        """One for each part. Parts of a fixed size have that whatever their weight."""
        self._weights = tuple(weights)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def let_go(self) -> None:
        """A hand has let go of a line."""
        if self._moved and len(self._weights) == self.count():
            self._moved = False
            fixed = [self._fixed(index) for index in range(self.count())]
            free = [size for size, is_fixed in zip(self.sizes(), fixed, strict=True) if not is_fixed]
            mean = max(1.0, sum(free) / max(1, len(free)))
            of_each = zip(self.sizes(), fixed, self._weights, strict=True)
            self._weights = tuple(weight if is_fixed else size / mean for size, is_fixed, weight in of_each)
            self.weightsChanged.emit(self._weights)

    @Slot()
    def _line_moved(self) -> None:
        self._moved = True

    def _extent(self) -> int:
        return self.width() if self.orientation() == Qt.Orientation.Horizontal else self.height()

    def _fixed(self, index: int) -> int:
        """The size of a part that has just one; 0 for the others."""
        part = self.widget(index)
        if part is None:
            return 0
        if isinstance(part, ThinSplitter) and part.fixed:
            return part.fixed
        least, most = part.minimumSize(), part.maximumSize()
        if self.orientation() == Qt.Orientation.Vertical:
            return least.height() if least.height() == most.height() else 0
        return least.width() if least.width() == most.width() else 0

    def _share(self) -> None:
        if len(self._weights) != self.count() or not self.count():
            return
        fixed = [self._fixed(index) for index in range(self.count())]
        room = self._extent() - (self.count() - 1) * self.handleWidth() - sum(fixed)
        self.setSizes(parted(max(0, room), self._weights, fixed))


def parted(room: int, weights: Sequence[float], fixed: Sequence[int]) -> list[int]:
    """`room` among the parts that have no fixed size, to the pixel: the same weights give the same sizes everywhere."""
    free = [0.0 if size else weight for weight, size in zip(weights, fixed, strict=True)]
    total, used, sizes = sum(free) or 1.0, 0.0, []
    for weight, size in zip(free, fixed, strict=True):
        start = round(room * used / total)
        used += weight
        sizes.append(size or max(1, round(room * used / total) - start))
    return sizes


class _Line(QSplitterHandle):
    def __init__(self, splitter: ThinSplitter) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._theme = splitter.theme
        self._splitter = splitter

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._splitter.let_go()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.contentsRect(), QColor(self._theme.tokens.line))
        painter.end()
