"""The title of a dock: a quiet word, and a button that closes it. Fusion's own is a bar with a frame."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QToolButton, QWidget

from ui.theme.fonts import text_font
from ui.theme.icons import icon_pixmap
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, TextSize
from ui.translate import tr

CROSS = 3 * GRID


def make_dock(theme: Theme, window: QMainWindow, name: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
    """A dock of the window, around that widget; `name` is English and marked: the layout is kept by it, and it is shown
    as the title in the window's language."""
    dock = QDockWidget(tr(name), window)
    dock.setObjectName(name.lower())
    dock.setWidget(widget)
    dock.setFeatures(dock.features() & ~QDockWidget.DockWidgetFeature.DockWidgetFloatable)
    dock.setTitleBarWidget(DockTitle(theme, dock))
    window.addDockWidget(area, dock)
    return dock


class DockTitle(QWidget):
    """Drags the dock as Qt's own title does: what it does not take goes to the dock."""

    def __init__(self, theme: Theme, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._theme = theme
        label = QLabel(dock.windowTitle(), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(text_font(TextSize.SMALL, strong=True))
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setFixedSize(5 * GRID, 5 * GRID)
        self._close.setToolTip(tr("Hide; View > {dock} brings it back").format(dock=dock.windowTitle()))
        self._close.setAccessibleName(tr("Hide {dock}").format(dock=dock.windowTitle()))
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard it is the View menu's
        self._close.setIconSize(QSize(CROSS, CROSS))
        self._close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, GAP, GAP, 0)
        row.addWidget(label, 1)
        row.addWidget(self._close)
        theme.changed.connect(self._retheme)
        self._retheme()

    @Slot()
    def _retheme(self) -> None:
        """The cross is quieter than an action's icon."""
        self._close.setIcon(QIcon(icon_pixmap("close", self._theme.tokens.muted, 3 * CROSS)))
