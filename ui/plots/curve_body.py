"""What a panel of curves stands on: pyqtgraph's view box and value axis, the area that draws, words where none does."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGraphicsGridLayout, QLabel, QWidget

from ui.plots.gestures import TimeGestures
from ui.plots.layout import PanelPlan
from ui.plots.numerals import shown_name
from ui.plots.panel import AXIS_WIDTH
from ui.plots.scrolling_area import ScrollingArea
from ui.plots.view_box import TimeViewBox, ValueAxis
from ui.theme.palette import Theme
from ui.theme.tokens import GAP
from ui.translate import tr

NAMED = 3  # channels that are waited for by name; the rest are counted


class CurveBody(QObject):
    """Attributes: view, the widget; box, axis, canvas: its parts.

    Signals:
        zoomed(axis, factor, at), panned(axis, fraction), reset(axis): over the axis at the left, number 0.
    """

    zoomed = Signal(int, float, float)
    panned = Signal(int, float)
    reset = Signal(int)

    def __init__(self, theme: Theme, gestures: TimeGestures, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = TimeViewBox(gestures)
        self.axis = ValueAxis(theme, AXIS_WIDTH)
        self.view = self._build_view(theme, parent)
        self.canvas = ScrollingArea(theme, self.view.viewport())
        self._words = self._build_words()
        self.box.sigResized.connect(self.lay_area)
        self.box.valuesZoomed.connect(self._zoomed)
        self.box.valuesPanned.connect(self._panned)
        self.box.valuesReset.connect(self._reset)

    def _build_view(self, theme: Theme, parent: QWidget) -> pg.GraphicsView:
        """Axis and view box side by side. Not a PlotWidget: each of those makes seven menus that nobody opens."""
        view = pg.GraphicsView(parent, background=theme.tokens.surface)
        item = pg.GraphicsWidget()
        grid = QGraphicsGridLayout(item)
        grid.setContentsMargins(0, GAP, 0, GAP)
        grid.setSpacing(0)
        grid.addItem(self.axis, 0, 0)
        grid.addItem(self.box, 0, 1)
        self.axis.linkToView(self.box)
        view.setCentralWidget(item)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setAcceptDrops(False)  # who lays the panels out takes what is dropped
        view.viewport().setAcceptDrops(False)
        return view

    def _build_words(self) -> QLabel:
        words = QLabel(self.view.viewport())
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return words

    def show_plan(self, plan: PanelPlan) -> None:
        """The unit over the axis where there are several, and what to do where there is no curve."""
        unit = shown_name(plan.units[0]) if plan.units[0] else "–"
        of_first = [number for number, channel in enumerate(plan.channels) if channel.unit == plan.units[0]]
        if len(plan.units) > 1:
            self.axis.set_unit(unit, of_first[0] if len(of_first) == 1 else None)
        else:
            self.axis.set_unit("")
        self.axis.setStyle(showValues=bool(plan.channels))
        self._words.setText(_missing(plan.missing))
        self._words.setVisible(not plan.channels)

    def retheme(self, theme: Theme) -> None:
        self.view.setBackground(theme.tokens.surface)
        self.axis.retheme()
        self.canvas.repaint_all()

    @Slot()
    def lay_area(self) -> None:
        """The drawing over the view box; its sides where lanes and the time axis have theirs, to the pixel."""
        rect = self.box.sceneBoundingRect()
        top, width = round(rect.top()), max(0, self.view.width() - AXIS_WIDTH)
        self.canvas.setGeometry(QRect(AXIS_WIDTH, top, width, round(rect.bottom()) - top))
        self._words.setGeometry(self.canvas.geometry())

    @Slot(float, float)
    def _zoomed(self, factor: float, at: float) -> None:
        self.zoomed.emit(0, factor, at)

    @Slot(float)
    def _panned(self, fraction: float) -> None:
        self.panned.emit(0, fraction)

    @Slot()
    def _reset(self) -> None:
        self.reset.emit(0)


def _missing(paths: tuple[str, ...]) -> str:
    if not paths:
        return tr("Drag channels here from the list of devices, or choose them there and press Ctrl+Return")
    names = ", ".join(shown_name(path) for path in paths[:NAMED])
    if len(paths) > NAMED:
        names = tr("{names} and {count} more").format(names=names, count=len(paths) - NAMED)
    return tr("Waiting for {names}").format(names=names)
