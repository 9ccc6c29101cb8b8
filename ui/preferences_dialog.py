"""The preferences as a dialog: a line for each, its words beside each other; a click holds at once.

There is nothing to confirm: what was chosen is kept, and another click takes it back.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.flat_button import FlatButton
from ui.labels import words, wrapped
from ui.preferences import CHOICES, Preferences
from ui.segments import Segments
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, TextSize
from ui.translate import marked, tr
from ui.word_button import WordButton

WIDTH = 130 * GRID
TITLES = {
    "colours": (marked("Colours"), ""),
    "drag": (marked("Dragging in a plot"), marked("With the left button; the wheel zooms either way.")),
    "start": (marked("Begin with"), marked("Where Quintet is started without a session.")),
    "motion": (marked("Motion"), marked("Whether anything moves by itself but data.")),
    "language": (marked("Language"), marked("Holds from the next start on.")),
}
WORDS = {
    "colours": {
        "system": marked("As the system"),
        "light": marked("Light"),
        "dark": marked("Dark"),
        "contrast": marked("High contrast"),
    },
    "drag": {"pan": marked("Moves in time"), "zoom": marked("Zooms to a box")},
    "start": {"last": marked("Where I left off"), "welcome": marked("The welcome page")},
    "motion": {"system": marked("As the system"), "off": marked("Off")},
    "language": {"system": marked("As the system"), "en": "English", "de": "Deutsch"},  # each in its own language
}


class PreferencesDialog(QDialog):
    """Goes when it is closed. Attributes: choices, the words of each preference by its name; restore, close_button."""

    def __init__(self, theme: Theme, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Preferences"))
        self._preferences = preferences
        self.choices = {name: _segments(theme, name, self) for name in CHOICES}
        self.restore = WordButton(tr("Restore defaults"), TextSize.BODY, self)
        self.close_button = FlatButton(theme, tr("Close"), self)
        self._place()
        for choice in self.choices.values():
            choice.wished.connect(self._wished)
        self.restore.clicked.connect(self._restore)
        self.close_button.clicked.connect(self.accept)
        preferences.changed.connect(self._show)
        self._show()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(WIDTH, 0))

    def _place(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * MARGIN)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        for number, (name, choice) in enumerate(self.choices.items()):
            title, about = TITLES[name]
            grid.addWidget(words(tr(title), TextSize.BODY), 3 * number, 0)
            grid.addWidget(choice, 3 * number, 1, Qt.AlignmentFlag.AlignLeft)
            if about:
                choice.setAccessibleDescription(tr(about))
                grid.addWidget(wrapped(tr(about), muted=True), 3 * number + 1, 1)
            grid.setRowMinimumHeight(3 * number + 2, GAP)
        below = QHBoxLayout()
        below.addWidget(self.restore)
        below.addStretch(1)
        below.addWidget(self.close_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, MARGIN)
        box.setSpacing(MARGIN)
        box.addLayout(grid)
        box.addStretch(1)
        box.addLayout(below)

    @Slot()
    def _show(self) -> None:
        for name, choice in self.choices.items():
            choice.show_choice(self._preferences.get(name))

    @Slot(str)
    def _wished(self, word: str) -> None:
        for name, choice in self.choices.items():
            if choice is self.sender():
                self._preferences.set(name, word)

    @Slot()
    def _restore(self) -> None:
        self._preferences.restore_defaults()


def _segments(theme: Theme, name: str, parent: QWidget) -> Segments:
    words = {word: tr(text) for word, text in WORDS[name].items()}
    choice = Segments(theme, words, tr(TITLES[name][0]), parent)
    for segment in choice.segments.values():
        segment.setAccessibleName(
            tr("{word}: {preference}").format(word=segment.text(), preference=choice.accessibleName())
        )
    return choice
