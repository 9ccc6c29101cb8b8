"""The comparison's dock as the window knows it: empty until it is shown for the first time.

What it needs (the meter, the statistics, numpy) takes a quarter of a second to import, and most windows never show it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.comparison.hindrances import PRESSURE, UNDER_WAY
from ui.theme.palette import Theme
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from app.comparison.stalls.control import StallControl
    from app.rig import Rig
    from ui.comparison.content import ComparisonContent


class ComparisonPanel(QWidget):
    """Attributes: content, None before it was shown. Signals: underWay(bool), a comparison that was asked for here
    begins, or is over."""

    underWay = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content: ComparisonContent | None = None
        self._theme = theme
        self._rig: Rig | None = None
        self._stall: StallControl | None = None
        self._hindrance = ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def sizeHint(self) -> QSize:
        return QSize(200 * GRID, 92 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(100 * GRID, 26 * GRID)  # beside the other docks in the least window

    def show_control(self, stall: StallControl) -> None:
        """Whose stalls are chosen here; once, before it is shown."""
        self._stall = stall

    def show_rig(self, rig: Rig | None) -> None:
        self._rig = rig
        if self.content is not None:
            self.content.show_rig(rig)

    @Slot()
    def end_session(self) -> None:
        """The links are about to close."""
        if self.content is not None:
            self.content.end_session()

    @Slot(bool)
    def hold(self, held: bool) -> None:
        """Another comparison is under way, that of the command line."""
        self._hold(UNDER_WAY if held else "")

    @Slot(bool)
    def stand_back(self, stands_still: bool) -> None:
        """The back-pressure experiment is under way: its stalls are no figures of the links."""
        self._hold(PRESSURE if stands_still else "")

    def _hold(self, why: str) -> None:
        self._hindrance = why
        if self.content is not None:
            self.content.hold(why)

    @Slot()
    def focus(self) -> None:
        """By keyboard it can be used at once."""
        if self.content is not None:
            self.content.tabs.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.content is None and self._stall is not None:
            self._build(self._stall)

    def _build(self, stall: StallControl) -> None:
        from ui.comparison.content import ComparisonContent

        self.content = ComparisonContent(self._theme, stall)
        self.content.underWay.connect(self.underWay)
        self._box.addWidget(self.content)
        self.content.show_rig(self._rig)
        self.content.hold(self._hindrance)
        self.content.show()  # a layout would show it later, and the focus would find nothing
