"""A name that is changed where it stands: Enter takes it, Escape and a click elsewhere leave it as it was."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class InlineEdit(QLineEdit):
    """A field over a widget; it is there from `open` until it is done with.

    Signals:
        done(str): the new name; nothing where it is the old one.
    """

    done = Signal(str)

    def __init__(self, parent: QWidget, name: str, longest: int) -> None:
        super().__init__(parent)
        self._old = ""
        self.setAccessibleName(name)
        self.setMaxLength(longest)
        self.setFrame(False)
        self.hide()
        self.returnPressed.connect(self._take)

    def open(self, place: QRect, text: str, font: QFont) -> None:
        """Begin with this text, at a place of the parent."""
        self.setFont(font)
        self.setGeometry(place)
        self._old = text
        self.setText(text)
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _take(self) -> None:
        text = "".join(each if each.isprintable() else " " for each in self.text()).strip()  # it may be pasted
        self._leave()
        if text != self._old:
            self.done.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own menu, from which one comes back
            self.hide()

    def _leave(self) -> None:
        parent = self.parentWidget()
        self.hide()
        if parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)
