"""`header` of a CSV: none, the lines up to the first number, or so many lines."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.session.places import Path
from ui.device_dialogs.entries import Entry
from ui.device_dialogs.values import whole
from ui.field import Field
from ui.plain import as_hint, plain
from ui.segments import Segments
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID
from ui.translate import tr

NONE, FOUND, COUNTED = "none", "found", "counted"


class HeaderEntry(Entry):
    """Attributes: count, the field for so many lines; only seen where they are counted."""

    def __init__(self, theme: Theme, path: Path, title: str) -> None:
        super().__init__(
            theme, path, title, tr("What stands before the rows of a connection; its last line names them")
        )
        self._value: object = None
        texts = {NONE: tr("none"), FOUND: tr("until numbers"), COUNTED: tr("lines:")}
        self._choice = Segments(theme, texts, title)
        abouts = {
            NONE: tr("Every line is a row"),
            FOUND: tr("Lines until the first one with a number in it; the last of them names the columns"),
            COUNTED: tr("So many lines; the last of them names the columns"),
        }
        for key, segment in self._choice.segments.items():
            segment.setAccessibleName(f"{title}: {texts[key]}")
            segment.setToolTip(as_hint(abouts[key]))
        self.count = Field(theme, tr("Lines of the header"), "1")
        self.count.setFixedWidth(14 * GRID)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._choice)
        row.addWidget(self.count)
        whole_row = QWidget()
        whole_row.setLayout(row)
        self._place(whole_row, is_wide=False)
        self._choice.wished.connect(self._wished)
        self.count.line.textEdited.connect(self._typed)
        self.count.line.editingFinished.connect(self._leave)
        self.show_value(None)

    @property
    def control(self) -> QWidget:
        return self._choice

    def choose(self, key: str) -> None:
        """As a click on the word does."""
        self._wished(key)

    def value(self) -> object:
        return self._value

    def show_value(self, value: object) -> None:
        self._value = value
        is_counted = value is not None and not isinstance(value, bool)
        key = COUNTED if is_counted else FOUND if value is True else NONE
        self._choice.show_choice(key)
        self.count.setVisible(key == COUNTED)
        text = plain(str(value)) if is_counted else ""
        if is_counted and whole(self.count.line.text()) != value:
            self.count.line.setText(text)

    @Slot(str)
    def _wished(self, key: str) -> None:
        text = self.count.line.text()
        counted = whole(text) if text.strip() else 1
        self.show_value({NONE: None, FOUND: True, COUNTED: counted}[key])
        self.changed.emit()
        self._leave()

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._value = whole(text) if text.strip() else ""
        self.changed.emit()
