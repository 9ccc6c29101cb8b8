"""One question at a time, over the window and without waiting for the answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


class Questions(QObject):
    """Attributes: current, the dialog that is open; None while none is."""

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current: QMessageBox | QFileDialog | None = None
        self._window = window

    def box(self, text: str, more: str) -> QMessageBox:
        """A question with its explanation; whoever asks adds the answers and opens it."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle("Quintet")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setInformativeText(more)
        self.take(box)
        return box

    def take(self, dialog: QMessageBox | QFileDialog) -> None:
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
