"""What is read off the plots: crosshair, cursors, values. The stack tells it which panels there are and when they
were drawn; it paints over them by their overlays and shows its figures beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.plots.stack import PlotStack
    from ui.theme.palette import Theme


class ReadingDesk(QObject):
    """One for a stack."""

    def __init__(self, theme: Theme, stack: PlotStack) -> None:
        super().__init__(stack)
        self._theme = theme
        self._stack = stack

    def panels_changed(self) -> None:
        """The stack has other panels than before, or another page of them."""

    def refreshed(self, now_ns: int) -> None:
        """The panels in sight have been drawn anew; the view may have moved."""
