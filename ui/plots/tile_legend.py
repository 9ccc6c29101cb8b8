"""A legend that hands can use: it takes the focus, its entries can be chosen and removed, its heading be dragged.

Keys: up and down choose an entry, Delete removes it, Escape chooses none; Ctrl and an arrow move the plot.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.session.words import MAX_TITLE
from ui.plots.inline_edit import InlineEdit
from ui.plots.legend import Legend, heading_height
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import MARGIN, TextSize
from ui.translate import tr

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class TileLegend(Legend):
    """See the module.

    Signals:
        pressed(): it was clicked, or the focus has come.
        dragged(): its heading is being dragged away.
        nudged(Qt.Key): Ctrl and this arrow.
        removed(path): this channel is to go.
        menuWished(path, at): of this channel, or of the plot where it is "".
        renamed(title): the plot is to be called so.
    """

    pressed = Signal()
    dragged = Signal()
    nudged = Signal(Qt.Key)
    removed = Signal(str)
    menuWished = Signal(str, QPoint)
    renamed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._paths: tuple[str, ...] = ()
        self._pressed_at: QPoint | None = None
        self._field: InlineEdit | None = None  # made when it is first needed
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab stops at the plot; an action goes on to its legend

    def set_paths(self, paths: Sequence[str]) -> None:
        """The channels that the entries are about, in their order."""
        if tuple(paths) != self._paths:
            self._paths = tuple(paths)
            self._choose(None)

    @property
    def chosen_path(self) -> str:
        """The channel of the entry that is chosen; "" for none."""
        known = self.chosen is not None and self.chosen < len(self._paths)
        return self._paths[self.chosen] if known and self.chosen is not None else ""

    def choose_first(self) -> None:
        """The keyboard comes here, to an entry."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._paths and self.chosen is None:
            self._choose(0)

    def edit_title(self, title: str) -> None:
        """Let the title be changed where it stands."""
        if self._field is None:
            self._field = InlineEdit(self, tr("Title of the plot"), MAX_TITLE)
            self._field.done.connect(self.renamed)
        place = QRect(MARGIN, 0, self.width() - 2 * MARGIN, heading_height())
        self._field.open(place, title, text_font(TextSize.SMALL, strong=True))

    def _choose(self, index: int | None) -> None:
        if index != self.chosen:
            self.chosen = index
            self.update()

    # -- keyboard

    def event(self, event: QEvent) -> bool:
        """Delete is for the chosen entry here, whatever it is for in the window."""
        ours = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete and self.chosen_path
        if ours and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in _ARROWS:
            self.nudged.emit(key)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._paths:
            last, step = len(self._paths) - 1, 1 if key == Qt.Key.Key_Down else -1
            at = (-1 if step > 0 else last + 1) if self.chosen is None else self.chosen
            self._choose(min(max(at + step, 0), last))
        elif key == Qt.Key.Key_Delete and self.chosen_path:
            self.removed.emit(self.chosen_path)
        elif key == Qt.Key.Key_Escape and self.chosen is not None:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.pressed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(self.entry_at(event.position().toPoint().y()))
        self.pressed.emit()
        on_heading = event.position().toPoint().y() < heading_height() and event.button() == Qt.MouseButton.LeftButton
        self._pressed_at = event.position().toPoint() if on_heading else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start, at = self._pressed_at, event.position().toPoint()
        if start is not None and (at - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            self.dragged.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On the heading; elsewhere nothing, as on a list."""
        if event.position().toPoint().y() < heading_height() and event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = None
            self.edit_title(self.title)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        if not by_keyboard:
            self._choose(self.entry_at(event.pos().y()))
        self.pressed.emit()
        below = self.mapToGlobal(QPoint(MARGIN, heading_height()))
        self.menuWished.emit(self.chosen_path, below if by_keyboard else event.globalPos())
        event.accept()
