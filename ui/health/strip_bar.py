"""The bar under the tool bar that holds the health strip: as wide as the window, gone while no session is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolBar, QWidget

from ui.health.strip import HealthStrip
from ui.theme.palette import Theme
from ui.theme.tokens import LINE
from ui.translate import tr

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.rig import Rig
    from ui.health.recent_ages import RecentAges


class StripBar(QToolBar):
    """Attributes: strip."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Health strip"), parent)
        self._theme = theme
        self.setObjectName("health")
        self.setMovable(False)
        self.setFloatable(False)
        self.strip = HealthStrip(theme, self)
        self._held = self.addWidget(self.strip)
        self._held.setVisible(False)
        row = self.layout()
        if row is not None:
            row.setContentsMargins(0, 0, 0, LINE)
            row.setSpacing(0)
        theme.changed.connect(self.update)

    def show_rig(self, rig: Rig | None, ages: RecentAges | None) -> None:
        """An empty row says nothing: without devices there is none."""
        self.strip.show_rig(rig, ages)
        self._held.setVisible(rig is not None and bool(rig.devices))

    def sizeHint(self) -> QSize:
        """Qt keeps a strip of its own for a bar of which nothing is seen."""
        return super().sizeHint() if self._held.isVisible() else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() if self._held.isVisible() else QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One quiet line below instead of Fusion's frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.tokens.window))
        painter.fillRect(0, self.height() - LINE, self.width(), LINE, QColor(self._theme.tokens.line))
        painter.end()
