"""One question at a time, over the window and without waiting for the answer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.question_dialog import QuestionDialog
from ui.theme.palette import Theme


class Questions(QObject):
    """Attributes: current, the dialog that is open; None while none is."""

    def __init__(self, theme: Theme, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current: QuestionDialog | QFileDialog | None = None
        self._theme = theme
        self._window = window

    def ask(self, text: str, more: str, answers: Mapping[str, str], main: str) -> QuestionDialog:
        """A question with its explanation, opened; whoever asks connects its `answered`."""
        dialog = QuestionDialog(self._theme, text, more, answers, main, self._window)
        self.take(dialog)
        dialog.open()
        return dialog

    def take(self, dialog: QuestionDialog | QFileDialog) -> None:
        """This one is about to open."""
        self.current = dialog
        dialog.finished.connect(self._finished)
        dialog.finished.connect(dialog.deleteLater)

    def dismiss(self) -> None:
        """Nobody needs to answer any more."""
        if self.current is not None:
            self.current.close()

    @Slot()
    def _finished(self) -> None:
        if self.sender() is self.current:
            self.current = None
