"""The middle of the window while no session is open: what to do now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.plain import as_hint, plain
from ui.theme.fonts import text_font
from ui.theme.tokens import GAP, GRID, MARGIN, TextSize
from ui.word_button import WordButton

RECENT_SHOWN = 5  # the menu has the rest
WIDTH = 88 * GRID  # of the column; longer lines are hard to read

TITLE = "No session is open"
WHAT = "A session file says which devices to connect to and what they send."
DEMO = "To try Quintet without a device, start it as: quintet demo"


class Welcome(QWidget):
    """Signals:
    openWished(str): a session file to open; "" asks for the file dialog.
    demoWished(): the simulated devices.
    addWished(): a first device, in a new session.
    newWished(): an empty session.
    """

    openWished = Signal(str)
    demoWished = Signal()
    addWished = Signal()
    newWished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._title = _label(TITLE, TextSize.TITLE, strong=True)
        self._what = _label(WHAT, TextSize.BODY)
        self._demo = _label(DEMO, TextSize.SMALL)
        self._open = QPushButton("Open session…")
        self._open.clicked.connect(self._open_clicked)
        self._recent_title = _label("Recent", TextSize.SMALL)
        self._recent = [self._recent_button() for _ in range(RECENT_SHOWN)]
        self._place()
        self.show_recent([])

    def _recent_button(self) -> QPushButton:
        button = WordButton()
        button.clicked.connect(self._recent_clicked)
        return button

    def _place(self) -> None:
        column = QWidget(self)
        column.setFixedWidth(WIDTH)
        box = QVBoxLayout(column)
        box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        box.setSpacing(GAP)
        box.addWidget(self._title)
        box.addWidget(self._what)
        box.addSpacing(GAP)
        box.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        box.addSpacing(GAP)
        box.addWidget(self._recent_title)
        for button in self._recent:
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addSpacing(GAP)
        box.addWidget(self._demo)
        middle = QHBoxLayout()  # stretches, since an alignment would take the labels' height for their width away
        middle.addStretch(1)
        middle.addWidget(column)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(middle)
        whole.addStretch(3)

    def show_recent(self, paths: list[Path]) -> None:
        """Sessions that were open before, one click away."""
        shown = paths[:RECENT_SHOWN]
        self._recent_title.setVisible(bool(shown))
        for button, path in zip(self._recent, [*shown, *[None] * RECENT_SHOWN], strict=False):
            button.setVisible(path is not None)
            if path is not None:
                button.setText(plain(path.name, 40).replace("&", "&&"))
                button.setToolTip(as_hint(plain(str(path), 400)))
                button.setAccessibleName(f"Open {plain(path.name)}")
                button.setProperty("path", str(path))

    def focus_open(self) -> None:
        self._open.setFocus()

    def say(self, title: str, what: str = "") -> None:
        """Something is on its way: there is nothing to choose until it is here."""
        self._title.setText(title)
        self._what.setText(what)
        for widget in (self._open, self._recent_title, self._demo, *self._recent):
            widget.hide()

    @Slot()
    def _open_clicked(self) -> None:
        self.openWished.emit("")

    @Slot()
    def _recent_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.openWished.emit(str(button.property("path")))


def _label(text: str, size: TextSize, *, strong: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(text_font(size, strong=strong))
    if not strong:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
