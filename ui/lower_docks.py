"""The docks below the plots: they share one place, with a tab each where several are open; none is at first.

QMainWindow makes a tab bar by itself whenever two docks of one place are open, and takes it away again; there is no way
to hand it one. So each is painted from outside, as words in a row instead of Fusion's boxes, and keeps Qt's mouse. It
is no stop of the keyboard's: each dock has a key of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QTabBar, QWidget

from ui.dock_title import make_dock
from ui.face import Face
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, LINE, TextSize
from ui.translate import tr

UNDERLINE = 2  # px
PLACE = Qt.DockWidgetArea.BottomDockWidgetArea


class LowerDocks(QObject):
    """Attributes: docks, in the order in which they came."""

    def __init__(self, theme: Theme, window: QMainWindow) -> None:
        super().__init__(window)
        self.docks: list[QDockWidget] = []
        self._theme = theme
        self._window = window
        self._menu: QMenu | None = None
        window.installEventFilter(self)

    def add(self, name: str, widget: QWidget) -> QDockWidget:
        """Another one, closed; `name` as `make_dock` has it."""
        dock = make_dock(self._theme, self._window, name, widget, PLACE)
        if self.docks:
            self._window.tabifyDockWidget(self.docks[-1], dock)
        dock.hide()
        dock.toggleViewAction().triggered.connect(dock.raise_)
        self.docks.append(dock)
        if self._menu is not None:
            self._menu.insertAction(self._last, dock.toggleViewAction())
        return dock

    def fill(self, menu: QMenu, last: QAction) -> None:
        """Before `last`: which of them are open; of those that are added later too."""
        self._menu, self._last = menu, last
        for dock in self.docks:
            menu.insertAction(last, dock.toggleViewAction())

    def opener(self, dock: QDockWidget, text: str, keys: str, focus: Callable[[], object]) -> QAction:
        """Brings one in front and lets it have the keyboard; its keys hold in the whole window."""
        action = QAction(text, self._window, shortcut=QKeySequence(keys))
        for step in (dock.show, dock.raise_, focus):
            action.triggered.connect(step)
        self._window.addAction(action)
        return action

    @property
    def top(self) -> int | None:
        """Where they begin in the window; None while none is open. One behind the other's tab is out of sight."""
        return max((dock.y() for dock in self.docks if dock.isVisible()), default=None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QTabBar):
            return self._of_bar(watched, event)
        if isinstance(event, QChildEvent) and event.type() == QEvent.Type.ChildPolished:
            bar = event.child()
            if isinstance(bar, QTabBar):
                bar.setDrawBase(False)
                bar.setExpanding(False)
                bar.setFont(text_font(TextSize.SMALL))
                bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                bar.setAccessibleName(tr("Docks below the plots"))
                bar.installEventFilter(self)
        return False

    def _of_bar(self, bar: QTabBar, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint:
            return False
        tokens = self._theme.tokens
        plain, strong = Face(bar.font()), Face(text_font(TextSize.SMALL, strong=True))
        painter = QPainter(bar)
        painter.fillRect(bar.rect(), QColor(tokens.window))
        painter.fillRect(0, 0, bar.width(), LINE, QColor(tokens.line))
        for index in range(bar.count()):
            place = bar.tabRect(index)
            is_chosen = index == bar.currentIndex()
            words = place.adjusted(GAP, UNDERLINE, -GRID, 0)
            (strong if is_chosen else plain).draw(
                painter, words, bar.tabText(index), tokens.text if is_chosen else tokens.muted
            )
            if is_chosen:
                painter.fillRect(place.x() + GRID, 0, place.width() - 2 * GRID, UNDERLINE, QColor(tokens.accent))
        painter.end()
        return True
