"""A page of figures that scrolls, shows its focus, and is copied whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from ui.focus_edge import with_focus_edge
from ui.inspector.figures import Entry, Figures, as_text
from ui.slim_scroll_bar import slim
from ui.theme.palette import Theme
from ui.translate import tr


class FigurePage(QWidget):
    """Attributes: figures, the widget inside."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = Figures(theme)
        self.figures.setAccessibleName(name)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        slim(area)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.figures)
        area.setAccessibleName(name)
        copy = QAction(tr("Copy all figures"), self, shortcut=QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.triggered.connect(self.copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(with_focus_edge(theme, area))

    def show_figures(self, entries: Sequence[Entry]) -> None:
        self.figures.show_figures(entries)

    @Slot()
    def copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self.figures.entries))
