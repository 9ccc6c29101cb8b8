"""The panels, one above the other, with the time axis below and words where there is nothing to show.

Where each panel stands and how wide its legend is; what it draws and when is the stack's business.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.plots.gestures import TimeGestures
from ui.plots.layout import Arrangement, PanelPlan
from ui.plots.numerals import shown_name
from ui.plots.panel import AXIS_WIDTH, PlotPanel
from ui.plots.ruler import TimeRuler
from ui.plots.source import Source
from ui.plots.splitter import ThinSplitter
from ui.slim_scroll_bar import scrolled
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GRID, MARGIN, TextSize

NAMED = 6  # devices that are waited for by name; the rest are counted
LEGEND_SHARE = 0.24  # of the width
LEGEND_GREATEST_SHARE = 0.4  # however narrow the window is
LEGEND_LEAST, LEGEND_MOST = 36 * GRID, 60 * GRID


class PanelColumn(QStackedWidget):
    """See the module.

    Attributes:
        panels: from the top.
        ruler: the time axis.
    """

    def __init__(self, theme: Theme, gestures: TimeGestures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._gestures = gestures
        self.panels: list[PlotPanel] = []
        self.ruler = TimeRuler(theme, gestures)
        self._device: str | None = None
        self._splitter = ThinSplitter(theme)
        self._footer = _label(TextSize.SMALL)
        self._footer.setContentsMargins(AXIS_WIDTH, GRID, MARGIN, GRID)
        self._empty = _label(TextSize.BODY)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll = self._build_scroll()
        self.addWidget(self._empty)
        self.addWidget(self._build_page())
        self._scroll.verticalScrollBar().rangeChanged.connect(self._share_width)  # it takes width from the panels

    # -- parts

    def _build_scroll(self) -> QScrollArea:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._splitter, 1)
        column.addWidget(self._footer)
        return scrolled(content)

    def _build_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.ruler)
        return page

    # -- what is shown

    def select_device(self, name: str | None) -> None:
        """Let the device's panels stand out, and bring the first of them into sight."""
        self._device = name
        chosen = [panel for panel in self.panels if self._is_of_device(panel)]
        for panel in self.panels:
            panel.legend.set_highlighted(panel in chosen)
        if chosen:
            self._scroll.ensureWidgetVisible(chosen[0], 0, 0)

    def _is_of_device(self, panel: PlotPanel) -> bool:
        return any(channel.source.device == self._device for channel in panel.plan.channels)

    def place(self, arrangement: Arrangement) -> None:
        """Show these panels; those that stay are kept."""
        kept = {panel.plan.key: panel for panel in self.panels}
        self.panels = [self._panel(plan, kept.pop(plan.key, None)) for plan in arrangement.panels]
        for panel in kept.values():
            panel.hide()
            panel.setParent(None)
            panel.deleteLater()
        for index, panel in enumerate(self.panels):
            self._splitter.insertWidget(index, panel)
            self._splitter.setStretchFactor(index, 0 if panel.plan.lanes else 1)
        self._share_width()
        self.select_device(self._device)

    def _panel(self, plan: PanelPlan, kept: PlotPanel | None) -> PlotPanel:
        if kept is not None:
            if plan != kept.plan:
                kept.set_plan(plan)
            return kept
        if plan.lanes:
            from ui.plots.lane_panel import LanePanel

            return LanePanel(self._theme, self._gestures, plan)
        from ui.plots.curve_panel import CurvePanel

        return CurvePanel(self._theme, self._gestures, plan)

    def say_what_is_missing(self, arrangement: Arrangement, sources: Sequence[Source]) -> None:
        """And what to do about it."""
        waiting = arrangement.waiting
        more = f" and {len(waiting) - NAMED} more" if len(waiting) > NAMED else ""
        names = ", ".join(shown_name(name) for name in waiting[:NAMED]) + more
        if not sources:
            self._empty.setText("No devices: the session names none")
        elif not self.panels:
            self._empty.setText(f"Waiting for the first data from {names}…" if names else "Nothing to plot")
        words = [f"Waiting for the first data from {names}"] if names else []
        if arrangement.unplaced:
            words.append(f"+{arrangement.unplaced} more channels without a plot")
        self._footer.setText("  ·  ".join(words))
        self._footer.setVisible(bool(words))
        self.setCurrentIndex(1 if self.panels else 0)

    def retheme(self) -> None:
        self.ruler.update()
        self._splitter.update()
        for panel in self.panels:
            panel.retheme()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    @Slot()
    def _share_width(self) -> None:
        wished = min(max(self.width() * LEGEND_SHARE, LEGEND_LEAST), LEGEND_MOST)
        legend = round(min(wished, self.width() * LEGEND_GREATEST_SHARE))
        for panel in self.panels:
            panel.set_legend_width(legend)
        bar = self._scroll.verticalScrollBar()
        self.ruler.set_sides(AXIS_WIDTH, legend + (bar.sizeHint().width() if bar.maximum() else 0))


def _label(size: TextSize) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(text_font(size))
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setBackgroundRole(QPalette.ColorRole.Base)
    label.setAutoFillBackground(True)
    return label
