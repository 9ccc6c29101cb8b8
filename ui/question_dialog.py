"""A question over the window: one sentence, what it means, and the answers as buttons in one row."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from ui.flat_button import FlatButton
from ui.labels import wrapped
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, TextSize

WIDTH = 96 * GRID
CANCEL = "cancel"  # the answer of who closes it, too


class QuestionDialog(QDialog):
    """Attributes: text, more, what it says; buttons, by answer.

    Signals:
        answered(str): once, when it is closed: the key of the answer.
    """

    answered = Signal(str)

    def __init__(
        self, theme: Theme, text: str, more: str, answers: Mapping[str, str], main: str, parent: QWidget
    ) -> None:
        """`answers`: their words by key, from left to right; `main`: the one that Return gives."""
        super().__init__(parent)
        self.setWindowTitle("Quintet")
        self.text, self.more = text, more
        self.buttons = {key: FlatButton(theme, word, self, is_main=key == main) for key, word in answers.items()}
        self._answer = CANCEL
        self._place()
        for button in self.buttons.values():
            button.clicked.connect(self._clicked)
        self.buttons[main].setDefault(True)
        self.buttons[main].setFocus()
        self.setAccessibleName(text)
        self.setAccessibleDescription(more)

    def _place(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(1)
        for button in self.buttons.values():
            row.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, 2 * MARGIN)
        box.setSpacing(GAP)
        box.addWidget(_label(self.text, strong=True))
        box.addWidget(_label(self.more))
        box.addSpacing(MARGIN)
        box.addLayout(row)
        box.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)

    @Slot()
    def _clicked(self) -> None:
        self._answer = next(key for key, button in self.buttons.items() if button is self.sender())
        self.accept()

    def done(self, result: int) -> None:
        super().done(result)
        self.answered.emit(self._answer)


def _label(text: str, *, strong: bool = False) -> QLabel:
    label = wrapped(text, TextSize.BODY, strong=strong, muted=not strong)
    label.setFixedWidth(WIDTH)
    return label
