"""The middle of the window while no session is open: what Quintet is, and the ways to begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.help.asking import HelpButton, help_at
from ui.labels import wrapped
from ui.plain import as_hint, plain
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, TextSize
from ui.translate import marked, tr
from ui.way_button import WayButton
from ui.word_button import WordButton

RECENT_SHOWN = 5  # the menu has the rest
WIDTH = 96 * GRID  # of the column; longer lines are hard to read
LEAST_WIDTH = 60 * GRID  # where docks stand at both sides of the least window

TITLE = "Quintet"
WHAT = marked("A handful of remote devices, live in one window, and every byte accounted for.")
DEMO = marked("Try the demo")
ADD = marked("Add a device…")
OPEN = marked("Open a session file…")
DEMO_ABOUT = marked("Five simulated devices; no hardware is needed")
ADD_ABOUT = marked("Its address, and how its bytes become numbers")
OPEN_ABOUT = marked("Which devices, what they send, what to draw")


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

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._title = _label(TITLE, TextSize.TITLE, strong=True)
        self._what = _label(tr(WHAT), TextSize.BODY)
        self._demo = WayButton(theme, "play", tr(DEMO), tr(DEMO_ABOUT), self)
        self._add = WayButton(theme, "add", tr(ADD), tr(ADD_ABOUT), self)
        self._open = WayButton(theme, "open", tr(OPEN), tr(OPEN_ABOUT), self)
        self._new = WordButton(tr("Begin with an empty session"), TextSize.SMALL, self)
        self._help = HelpButton("start", self, tr("Getting started"))
        self._recent_title = _label(tr("Recent sessions"), TextSize.SMALL)
        self._recent = [_Recent() for _ in range(RECENT_SHOWN)]
        self._ways = (self._demo, self._add, self._open, self._new, self._help)
        self._place()
        self._connect()
        self.show_recent([])

    def _connect(self) -> None:
        help_at(self, "start")
        self._demo.clicked.connect(self.demoWished)
        self._add.clicked.connect(self.addWished)
        self._new.clicked.connect(self.newWished)
        self._open.clicked.connect(self._open_clicked)
        for recent in self._recent:
            recent.button.clicked.connect(self._recent_clicked)

    def _place(self) -> None:
        column = QWidget(self)
        column.setMinimumWidth(LEAST_WIDTH)
        column.setMaximumWidth(WIDTH)
        box = QVBoxLayout(column)
        box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        box.setSpacing(GAP)
        box.addWidget(self._title)
        box.addWidget(self._what)
        box.addSpacing(GAP)
        for way in (self._demo, self._add, self._open):
            box.addWidget(way)
        box.addLayout(self._words())
        box.addSpacing(MARGIN)
        box.addWidget(self._recent_title)
        for recent in self._recent:
            box.addWidget(recent)
        middle = QHBoxLayout()  # stretches, since an alignment would take the labels' height for their width away
        middle.addStretch(1)
        middle.addWidget(column, WIDTH)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addStretch(2)
        whole.addLayout(middle)
        whole.addStretch(3)

    def _words(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._new)
        row.addStretch(1)
        row.addWidget(self._help)
        return row

    def show_recent(self, paths: list[Path]) -> None:
        """Sessions that were open before, one click away."""
        shown = paths[:RECENT_SHOWN]
        self._recent_title.setVisible(bool(shown))
        for recent, path in zip(self._recent, [*shown, *[None] * RECENT_SHOWN], strict=False):
            recent.show_path(path)

    def focus_first(self) -> None:
        self._demo.setFocus()

    def greet(self) -> None:
        """What to do without a session, as at the start."""
        self._title.setText(TITLE)
        self._what.setText(tr(WHAT))
        for way in self._ways:
            way.show()
        self.show_recent([recent.path for recent in self._recent if recent.path is not None])

    def say(self, title: str, what: str = "") -> None:
        """Something is on its way: there is nothing to choose until it is here."""
        self._title.setText(title)
        self._what.setText(what)
        for widget in (*self._ways, self._recent_title, *self._recent):
            widget.hide()

    @Slot()
    def _open_clicked(self) -> None:
        self.openWished.emit("")

    @Slot()
    def _recent_clicked(self) -> None:
        for recent in self._recent:
            if recent.button is self.sender():
                self.openWished.emit(str(recent.path))


class _Recent(QWidget):
    """A file's name, which opens it, and its folder. Attributes: button; path, None while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.path: Path | None = None
        self.button = WordButton()
        self._folder = _label("", TextSize.SMALL)
        self._folder.setWordWrap(False)
        self._folder.setMinimumWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.button)
        row.addWidget(self._folder, 1)

    def show_path(self, path: Path | None) -> None:
        self.path = path
        self.setVisible(path is not None)
        if path is not None:
            home, folder = str(Path.home()), str(path.parent)
            self.button.setText(plain(path.name, 40).replace("&", "&&"))
            self.button.setAccessibleName(tr("Open {file}").format(file=plain(path.name)))
            self._folder.setText(plain("~" + folder[len(home) :] if folder.startswith(home) else folder, 40))
            self.setToolTip(as_hint(plain(str(path), 400)))
            self.button.setToolTip(self.toolTip())


def _label(text: str, size: TextSize, *, strong: bool = False) -> QLabel:
    return wrapped(text, size, strong=strong, muted=not strong)
