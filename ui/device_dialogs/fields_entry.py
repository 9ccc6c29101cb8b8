"""The list of fields in the form: as a table, or as text in the words of the file."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.session.places import Path
from ui.device_dialogs.entries import PAUSE_MS, Entry, TextPane
from ui.device_dialogs.field_shapes import Shape
from ui.device_dialogs.field_table import FieldTable
from ui.labels import words
from ui.segments import Segments
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, TextSize
from ui.translate import tr
from ui.word_button import WordButton

TABLE, TEXT = "table", "text"


class FieldsEntry(Entry):
    """Attributes: table, pane: both ways; only one is seen."""

    def __init__(self, theme: Theme, path: Path, title: str, shape: Shape, *, about: str = "") -> None:
        super().__init__(theme, path, title, about)
        self._shape = shape
        self._value: object = None
        self._shows = False
        self.table = FieldTable(theme, shape, title)
        self.pane = TextPane(theme, tr("{title} as text").format(title=title), lines=6)
        self.pane.text.setPlaceholderText(shape.example())
        self._way = Segments(theme, {TABLE: tr("Table"), TEXT: tr("Text")}, tr("{title} as").format(title=title))
        for segment in self._way.segments.values():
            segment.setAccessibleName(f"{title}: {segment.text()}")
        self._remove = WordButton(tr("Remove row"), TextSize.SMALL)
        self._note = words("", muted=True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._place_both()
        self._connect()
        self._show_way(TABLE)

    def _place_both(self) -> None:
        self._head = head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._way)
        head.addWidget(self._note, 1)
        head.addWidget(self._remove)
        both = QWidget()
        box = QVBoxLayout(both)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addLayout(head)
        box.addWidget(self.table)
        box.addWidget(self.pane)
        self._place(both)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self._way.wished.connect(self._show_way)
        self._remove.clicked.connect(self.table.remove_current)
        self.table.model.edited.connect(self._table_edited)
        for signal in (self.table.model.rowsInserted, self.table.model.rowsRemoved, self.table.model.modelReset):
            signal.connect(self._offer_removal)
        self.pane.text.textChanged.connect(self._text_edited)
        self.pane.left.connect(self._pane_left)
        self._pause.timeout.connect(self._leave)

    def take_title(self, title: QLabel) -> None:
        """In front of the choice."""
        self._head.insertWidget(0, title)

    @property
    def control(self) -> QWidget:
        return self.table.view if self._is_table else self.pane.text

    @property
    def _is_table(self) -> bool:
        return not self.table.isHidden()

    def value(self) -> object:
        return self._value

    def show_value(self, value: object) -> None:
        self._value, self.trouble = value, ""
        self._show_now()

    def note(self, text: str) -> None:
        """A fact about the fields, beside the choice."""
        self._note.setText(text)

    def _show_now(self) -> None:
        self._shows = True
        self.table.model.show_rows(self._shape.rows(self._value))
        self.pane.text.setPlainText(self._shape.text(self._value))
        self._shows = False

    @Slot(str)
    def _show_way(self, way: str) -> None:
        if way == TABLE and self.trouble:
            return  # there are no rows of what cannot be read; the problem says why
        self._way.show_choice(way)
        self._show_now()
        self.table.setVisible(way == TABLE)
        self.pane.setVisible(way == TEXT)
        self._offer_removal()

    @Slot()
    def _offer_removal(self) -> None:
        """Where there is a row that can be removed."""
        self._remove.setVisible(self._is_table and bool(self.table.model.rows))

    def show_as_text(self) -> None:
        """As a click on the word does."""
        self._show_way(TEXT)

    @Slot()
    def _table_edited(self) -> None:
        self.trouble = ""
        self._value = self._shape.value([*self.table.model.rows])
        self.changed.emit()
        self._leave()

    @Slot()
    def _text_edited(self) -> None:
        if self._shows:
            return
        text = self.pane.text.toPlainText()
        try:
            self._value, self.trouble = self._shape.read(text), ""
        except ValueError as error:
            self._value, self.trouble = text, error.args[0]
        self._pause.start()
        self.changed.emit()

    @Slot()
    def _pane_left(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._leave()
