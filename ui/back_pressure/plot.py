"""The curve of one stall: above, bytes handed over, acknowledged and read; below, what waited and what window was open.

Time counts from the stall's begin, bytes from what had been read by then. The stall is shaded; what happened is marked.
Built of pyqtgraph's view boxes and axes alone: a PlotItem makes menus that nobody opens.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGraphicsGridLayout, QVBoxLayout, QWidget

from app.comparison.back_pressure.bridging import Run
from app.quantities import shown_bytes
from ui.back_pressure.legend import Legend, Look, shade_of
from ui.back_pressure.words import shown_span
from ui.theme.fonts import figures_font, text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, TextSize, Tokens
from ui.translate import marked, tr

AXIS_WIDTH = 20 * GRID
LEAST_HEIGHT = 84 * GRID  # below it the marks' words would overlap
BEFORE_S, AFTER_S = 0.15, 0.15  # shown around the stall and the recovery, as shares of that span
HEADROOM, ROOM = 0.5, 0.06  # above the highest value, of it; in the upper plot for the marks' words
LABEL_STEP = 0.075  # of the plot's height, from one mark's word to the next
GRID_OPACITY = 40  # of 255
MARKS = 4  # the most that a run has

Float64Array = npt.NDArray[np.float64]


DUE, HANDED = Look(marked("due by the schedule"), 7, dashed=True), Look(marked("handed to TCP"), 4)
ACKED, READ = Look(marked("acknowledged"), 0), Look(marked("read by the window"), 2)
QUEUE, WINDOW = Look(marked("waiting in this computer's kernel"), 1), Look(marked("window offered to the sender"), 5)
STANDING = Look(marked("the window stands still"), None)


class BackPressurePlot(QWidget):
    """Shows one run. What is drawn is made once and moved: pyqtgraph's items do not outlive being taken out safely."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._run: Run | None = None
        self._axes = (_ByteAxis("left"), _ByteAxis("left"), _TimeAxis("bottom"))
        self._upper = _Panel((DUE, HANDED, ACKED, READ), HEADROOM)
        self._lower = _Panel((WINDOW, QUEUE), ROOM)
        self._labels = [pg.TextItem() for _ in range(MARKS)]
        for text in self._labels:
            self._upper.box.addItem(text, ignoreBounds=True)
        self._view = self._build_view()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addWidget(Legend(theme, (DUE, HANDED, ACKED, READ), AXIS_WIDTH, self))
        box.addWidget(self._view, 1)
        box.addWidget(Legend(theme, (QUEUE, WINDOW, STANDING), AXIS_WIDTH, self))
        theme.changed.connect(self._draw)

    def _build_view(self) -> pg.GraphicsView:
        view = pg.GraphicsView(self)
        item = pg.GraphicsWidget()
        grid = QGraphicsGridLayout(item)
        grid.setContentsMargins(0, GRID, MARGIN, 0)
        grid.setSpacing(0)
        grid.setVerticalSpacing(GAP)
        for row, (panel, axis) in enumerate(((self._upper, self._axes[0]), (self._lower, self._axes[1]))):
            axis.setWidth(AXIS_WIDTH)
            axis.linkToView(panel.box)
            grid.addItem(axis, row, 0)
            grid.addItem(panel.box, row, 1)
        grid.setRowStretchFactor(0, 3)
        grid.setRowStretchFactor(1, 2)
        self._axes[2].linkToView(self._lower.box)
        grid.addItem(self._axes[2], 2, 1)
        view.setCentralWidget(item)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setMinimumHeight(LEAST_HEIGHT)
        return view

    def show_run(self, run: Run) -> None:
        self._run = run
        self.setAccessibleName(tr("Curve of the stall"))
        said = [tr("{what} at {time}").format(what=tr(what), time=shown_span(at * 1000)) for what, at in marks(run)]
        self.setAccessibleDescription(", ".join(said))
        self._draw()

    @Slot()
    def _draw(self) -> None:
        self._view.setBackground(self._theme.tokens.surface)
        for axis in self._axes:
            axis.retheme(self._theme)
        if self._run is not None:
            self._draw_run(self._run)

    def _draw_run(self, run: Run) -> None:
        curves, begin, tokens = run.curves, run.stall.begin_ns, self._theme.tokens
        seconds = (curves.t_ns - begin) / 1e9
        shown = (seconds >= _span(run)[0]) & (seconds <= _span(run)[1])
        base = int(curves.read[max(0, int(np.searchsorted(curves.t_ns, begin, "right")) - 1)])
        moved = [column - base for column in (curves.due, curves.handed, curves.acked, curves.read)]
        found = marks(run)
        moments = [at for _, at in found]
        for panel, columns in ((self._upper, moved), (self._lower, [curves.snd_wnd, curves.queue])):
            panel.show(tokens, seconds[shown], [column[shown].astype(np.float64) for column in columns])
            panel.place(tokens, _span(run), run.stall.ms / 1000, moments)
        self._place_labels(found, sum(_span(run)) / 2)

    def _place_labels(self, found: list[tuple[str, float]], middle: float) -> None:
        """Words beside their lines: from the top down where they are close, to the left of those at the end."""
        (_, _), (low, high) = self._upper.box.viewRange()
        for number, text in enumerate(self._labels):
            text.setVisible(number < len(found))
            if number < len(found):
                what, at = found[number]
                is_late = at > middle
                row = sum((other > middle) == is_late for _, other in found[:number])
                text.setText(tr(what), color=self._theme.tokens.text)
                text.setFont(text_font(TextSize.SMALL))
                text.setAnchor((1.0 if is_late else 0.0, 0.0))
                text.setPos(at, high - (high - low) * LABEL_STEP * row)


class _Panel:
    """A view box with its curves, the shade of the stall and the lines of the marks."""

    def __init__(self, looks: tuple[Look, ...], room: float) -> None:
        self.box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self.box.disableAutoRange()
        self._looks = looks
        self._room = room
        self._range = (0.0, 1.0)
        self._shade = pg.LinearRegionItem((0.0, 1.0), movable=False, pen=pg.mkPen(None))
        self._shade.setZValue(-10)
        self._curves = [pg.PlotCurveItem(connect="all") for _ in looks]
        self._lines = [pg.InfiniteLine() for _ in range(MARKS)]
        for item in (self._shade, *self._curves, *self._lines):
            self.box.addItem(item, ignoreBounds=True)

    def show(self, tokens: Tokens, seconds: Float64Array, columns: list[Float64Array]) -> None:
        for look, curve, column in zip(self._looks, self._curves, columns, strict=True):
            curve.setData(seconds, column, pen=look.pen(tokens, 1))
        low, high = min(float(c.min()) for c in columns), max(float(c.max()) for c in columns)
        high = max(high, 1.0)
        self._range = (min(low, -high * ROOM), high * (1 + self._room))

    def place(self, tokens: Tokens, span: tuple[float, float], stall_s: float, moments: list[float]) -> None:
        self._shade.setBrush(shade_of(tokens))
        self._shade.setRegion((0.0, stall_s))
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(moments))
            line.setPen(pg.mkPen(tokens.muted, style=Qt.PenStyle.DotLine))
            if number < len(moments):
                line.setValue(moments[number])
        self.box.setRange(xRange=span, yRange=self._range, padding=0.0)


def marks(run: Run) -> list[tuple[str, float]]:
    """What happened, in marked words, and when: seconds from the stall's begin."""
    refusal = None if run.cause == "acknowledgements" else run.refused_ns
    found = (
        (marked("the sender waits"), run.first_wait_ns),
        (marked("the window is closed"), run.closed_ns),
        (marked("its program is refused"), refusal),
        (marked("recovered"), run.recovered_ns),
    )
    return [(what, (at - run.stall.begin_ns) / 1e9) for what, at in found if at is not None]


def _span(run: Run) -> tuple[float, float]:
    """The part of the time that is worth seeing, in seconds."""
    end = run.stall.end_ns if run.recovered_ns is None else run.recovered_ns
    length = (end - run.stall.begin_ns) / 1e9
    last = (int(run.curves.t_ns[-1]) - run.stall.begin_ns) / 1e9
    return -BEFORE_S * length, min(length * (1 + AFTER_S), last)


class _QuietAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Labels in the theme's second colour."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation, maxTickLength=0)
        self.enableAutoSIPrefix(False)
        self.setStyle(tickTextOffset=GAP, autoExpandTextSpace=False, maxTickLevel=0)

    def retheme(self, theme: Theme) -> None:
        self.setPen(pg.mkPen(theme.tokens.line))
        self.setTickPen(pg.mkPen(theme.tokens.muted))
        self.setTextPen(pg.mkPen(theme.tokens.muted))
        self.setTickFont(figures_font(TextSize.SMALL))


class _ByteAxis(_QuietAxis):
    """Sizes in powers of 1024, as everywhere in the window, with a faint grid."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self.setGrid(GRID_OPACITY)

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        step = 1.0
        most = max(2.0, size / (6 * GRID))
        while (high - low) / step > most:
            step *= 2
        return [(step, 0.0)]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [shown_bytes(value).replace("-", "\N{MINUS SIGN}") for value in values]


class _TimeAxis(_QuietAxis):
    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        decimals = 0 if spacing >= 1 else 1 if spacing >= 0.1 else 2 if spacing >= 0.01 else 3
        return [f"{value:.{decimals}f} s".replace("-", "\N{MINUS SIGN}") for value in values]
