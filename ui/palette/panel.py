"""The command palette: a line to type in and what was found below it, over the window and a child of it.

No popup of the system's: nothing is grabbed, a click beside it closes it and does what a click there does. The keyboard
stays in the line; up and down move in the list, Enter does what is chosen, Esc goes back to where the focus was. A
screen reader is told each entry as it is chosen, with its keys and why it cannot be done.
"""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QListView, QVBoxLayout, QWidget

from ui.devices.search_field import SearchField
from ui.labels import words
from ui.line_model import LINE, LineModel
from ui.painted_rows import quieten
from ui.palette.entries import Entry
from ui.palette.ranking import Row, ranked
from ui.palette.rows import EntryDelegate
from ui.plate import paint_plate
from ui.slim_scroll_bar import slim
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN
from ui.translate import tr

WIDTH = 150 * GRID
ROWS = 12  # as many are seen
RADIUS = 2 * GRID
PAGE = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -ROWS, Qt.Key.Key_PageDown: ROWS}


class CommandPalette(QWidget):
    """Attributes: line, where one types; rows, what was found.

    Signals:
        chosen(Entry): it is to be done; the palette is closed and the focus is back where it was.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._entries: Sequence[Entry] = ()
        self._used: Sequence[str] = ()
        self._focused: QWidget | None = None
        field = SearchField(theme, tr("Search commands, devices and help"), self)
        self.line = field.line
        self.rows = QListView(self)
        self._model = LineModel(_hint, self)
        self._delegate = EntryDelegate(theme, self.rows)
        self._foot = _foot(self)
        self._build(field)
        self.line.textChanged.connect(self._typed)
        self.rows.clicked.connect(self._clicked)
        self.rows.selectionModel().currentChanged.connect(self._current_changed)
        theme.changed.connect(self.update)
        self.hide()

    def _build(self, field: SearchField) -> None:
        quieten(self.rows, self._theme, tr("Commands"))
        slim(self.rows)
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(self._delegate)
        self.rows.setMouseTracking(True)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setMinimumHeight(1)  # `_place` gives it as much as it needs
        self.setAccessibleName(tr("Command palette"))
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(GAP, GAP, GAP, GAP)
        box.setSpacing(GAP)
        box.addWidget(field)
        box.addWidget(self.rows, 1)
        box.addWidget(self._foot)

    # -- opening and closing

    def open_with(self, entries: Sequence[Entry], used: Sequence[str] = ()) -> None:
        """Offer these. `used`: the keys of those that were used lately."""
        if self.isHidden():
            self._focused = QApplication.focusWidget()
            application = QApplication.instance()
            assert application is not None
            application.installEventFilter(self)
        self._entries, self._used = entries, used
        self.line.clear()
        self._show_found("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def prepare(self, entries: Sequence[Entry]) -> None:
        """Lay out and paint these where nobody sees or hears it: the next opening has its fonts and letters."""
        if self.isHidden():
            self._model.show_lines(ranked("", entries, ()))
            self._place()
            self.grab()
            self._model.show_lines([])

    def shut(self, *, back: bool = True) -> None:
        """`back`: the focus goes to where it was."""
        if self.isHidden():
            return
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        focused, self._focused = self._focused, None
        if back and focused is not None and shiboken6.isValid(focused):
            focused.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self._entries = ()
        self._model.show_lines([])

    def _place(self) -> None:
        """In the upper middle, as wide as it likes and as there is room; as high as what was found."""
        room = self.window().rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        width = min(WIDTH, room.width())
        rows = min(max(len(self._model.lines), 1), ROWS)
        height = min(self._box.minimumSize().height() + rows * self._delegate.height, room.height())
        top = min(self.window().height() // 8, room.bottom() - height)
        self.setGeometry(QRect((self.window().width() - width) // 2, max(MARGIN, top), width, height))

    # -- what is typed

    @Slot(str)
    def _typed(self, text: str) -> None:
        if not self.isHidden():
            self._show_found(text)

    def _show_found(self, text: str) -> None:
        self._model.show_lines(ranked(text, self._entries, self._used))
        self.rows.setCurrentIndex(QModelIndex())
        self._go_to(0)
        if not self._model.lines:
            self._foot.setText(tr("Nothing is called so. Beginnings of words in any order will do, or a few letters."))
        self._place()

    def _go_to(self, row: int) -> None:
        if count := len(self._model.lines):
            self.rows.setCurrentIndex(self._model.index(min(max(row, 0), count - 1)))

    @property
    def current(self) -> Entry | None:
        row = self.rows.currentIndex().data(LINE)
        return row.entry if isinstance(row, Row) else None

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        entry = self.current
        if entry is None:
            return
        cannot = entry.reason or tr("Not available now")
        self._foot.setText(tr("Enter does it, Esc closes") if entry.enabled else cannot)
        self.line.setAccessibleDescription(str(entry))
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, str(entry)))

    # -- keys and mouse

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            self._pressed(watched)
        elif watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        elif watched is self.window() and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self.line and event.type() == QEvent.Type.FocusOut:
            self._focus_lost()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in PAGE:
            self._go_to(self.rows.currentIndex().row() + PAGE[key])
        elif key == Qt.Key.Key_Escape:
            self.shut()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):  # there is nowhere else to go
            return False
        return True

    def _pressed(self, widget: QWidget) -> None:
        if widget is not self and not self.isAncestorOf(widget):
            self.shut()

    def _focus_lost(self) -> None:
        """To a dialog or to another part of the window, which keeps it. Not where the whole window lost it."""
        now = QApplication.focusWidget()
        if now is not None and now is not self.line:
            self.shut(back=False)

    @Slot(QModelIndex)
    def _clicked(self, _index: QModelIndex) -> None:
        self._choose()

    def _choose(self) -> None:
        """What cannot be done stays, with the reason below."""
        entry = self.current
        if entry is not None and entry.enabled:
            self.shut()
            self.chosen.emit(entry)

    # -- looks

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on its edge is not one on the window below."""
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._delegate.make_faces()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        paint_plate(painter, self.rect(), tokens.window, tokens.muted, RADIUS)
        painter.end()


def _hint(row: Row) -> str:
    return row.entry.reason


def _foot(parent: QWidget) -> QLabel:
    label = words("", muted=True)
    label.setParent(parent)
    label.setContentsMargins(GRID, 0, GRID, 0)
    return label
