"""A panel of lanes: texts and booleans over time, one row a channel, each state a bar with its word.

A lane has few bars, so all of it is painted each time; its cost is bounded by the pixels of its width.
Where rows are denser than columns the table's envelope says in which columns the state changed; those
are hatched, since a column cannot show two words.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.store.table import Table
from app.store.views import Float64Array, Gap
from app.stream import Int64Array
from ui.plots.area import Overlay
from ui.plots.gestures import TimeGestures, TimeStrip
from ui.plots.layout import PanelPlan
from ui.plots.legend import heading_height
from ui.plots.numerals import shown_name
from ui.plots.panel import AXIS_WIDTH, PlotPanel
from ui.plots.source import Channel
from ui.plots.ticks import TimeTicks
from ui.plots.timeview import Columns
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GRID, LINE, TextSize
from ui.translate import tr

LANE = 6 * GRID
BAR = 4 * GRID
LEAST_WORD = 6 * GRID  # narrower bars have no word
ROWS_A_COLUMN = 4  # beyond that the envelope is asked
TINT = 0.28  # of a bar's colour over the ground
MIXED = -3  # code of columns that saw more than one state


@dataclass(frozen=True, slots=True)
class Bar:
    """A state from one pixel column to another of the window; `code` as in the column, or MIXED."""

    first: int
    stop: int
    code: int


def bars_of(table: Table, column: int, columns: Columns) -> list[Bar]:
    """The states of one column in a span of time, oldest first."""
    gaps = table.gaps(columns.start_ns, columns.end_ns)
    if table.rows_between(columns.start_ns, columns.end_ns) > ROWS_A_COLUMN * columns.count:
        envelope = table.envelopes([column], columns.start_ns, columns.step_ns, columns.count)[0]
        there = np.flatnonzero(~np.isnan(envelope.lows))
        lows = envelope.lows[there]
        codes = np.where(lows == envelope.highs[there], lows, MIXED)
        return _bars(there.astype(np.int64), codes, gaps, columns)
    samples = table.samples(column, columns.start_ns, columns.end_ns)
    known = ~np.isnan(samples.values)
    places = np.clip(samples.times[known] // columns.step_ns - columns.first, 0, columns.count)
    return _bars(places, samples.values[known], gaps, columns)


def _bars(places: Int64Array, codes: Float64Array, gaps: list[Gap], columns: Columns) -> list[Bar]:
    """Runs of one code; each reaches to the next, the last one to the right edge; a gap ends one."""
    if not len(places):
        return []
    ends = {int(g.end_ns) // columns.step_ns - columns.first for g in gaps if g.end_ns is not None}
    cuts = np.isin(places, list(ends)) & (np.diff(places, prepend=-1) > 0)
    starts = np.flatnonzero((np.diff(codes, prepend=np.nan) != 0) | cuts)
    firsts = places[starts]
    stops = np.append(firsts[1:], columns.count)
    silences = sorted(max(0, g.start_ns // columns.step_ns + 1 - columns.first) for g in gaps)
    bars = []
    for first, stop, code in zip(firsts.tolist(), stops.tolist(), codes[starts].tolist(), strict=True):
        silence = next((s for s in silences if first <= s < stop), stop)
        bars.append(Bar(first, max(silence, first + 1), int(code)))
    return bars


class LanesArea(TimeStrip):
    """Paints the lanes. Attributes: bars, per channel, as painted; overlay, what is painted over them."""

    def __init__(self, theme: Theme, gestures: TimeGestures, parent: QWidget) -> None:
        super().__init__(gestures, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._channels: tuple[Channel, ...] = ()
        self._times: tuple[float, ...] = ()
        self.bars: list[list[Bar]] = []
        self.overlay: Overlay | None = None
        self.set_sides(AXIS_WIDTH, 0)

    def set_channels(self, channels: tuple[Channel, ...]) -> None:
        self._channels, self.bars = channels, [[] for _ in channels]  # may be painted before `follow`
        self.update()

    def follow(self, columns: Columns, ticks: TimeTicks) -> None:
        bars = [bars_of(c.source.table, c.column, columns) for c in self._channels]
        times = ticks.positions if ticks.offsets_ns else ()  # as in the curves' panels: none while following
        if (bars, times) != (self.bars, self._times):
            self.bars, self._times = bars, times
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), QColor(tokens.surface))
        for at in (at for at in self._times if 0 < at < 1):
            x = min(round(at * self.span_width), self.span_width - 1)
            painter.fillRect(self._left + x, 0, LINE, self.height(), QColor(tokens.grid))
        painter.setFont(text_font(TextSize.SMALL))
        ratio = self.devicePixelRatio()
        for row, (channel, bars) in enumerate(zip(self._channels, self.bars, strict=True)):
            top = heading_height() + row * LANE + (LANE - BAR) // 2
            for bar in bars:
                left, right = round(bar.first / ratio), round(bar.stop / ratio)
                self._paint_bar(painter, QRect(self._left + left, top, max(1, right - left), BAR), channel, bar.code)
        if self.overlay is not None and self.overlay.is_shown():
            self.overlay.paint(painter, self.rect().adjusted(self._left, 0, -self._right, 0))
        painter.end()

    def _paint_bar(self, painter: QPainter, rect: QRect, channel: Channel, code: int) -> None:
        tokens = self._theme.tokens
        if code == MIXED:
            painter.fillRect(rect, QBrush(QColor(tokens.muted), Qt.BrushStyle.BDiagPattern))
            return
        colour = QColor(tokens.curve(code))
        painter.fillRect(rect.left(), rect.top(), min(2, rect.width()), rect.height(), colour)
        colour.setAlphaF(TINT)
        painter.fillRect(rect.adjusted(2, 0, -1, 0), colour)
        if rect.width() >= LEAST_WORD:
            painter.setPen(QColor(tokens.text))
            inner = rect.adjusted(GRID + 2, 0, -GRID, 0)
            word = QFontMetrics(painter.font()).elidedText(
                _word(channel, code), Qt.TextElideMode.ElideRight, inner.width()
            )
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), word)


def _word(channel: Channel, code: int) -> str:
    if channel.vocabulary is None:
        return tr("on") if code else tr("off")
    return shown_name(channel.vocabulary.text(code))


class LanePanel(PlotPanel):
    """Attributes: area, the lanes."""

    def __init__(self, theme: Theme, gestures: TimeGestures, plan: PanelPlan) -> None:
        super().__init__(theme, plan)
        self.area = LanesArea(theme, gestures, self)
        self.legend.set_row_height(LANE)
        self.set_plan(plan)

    def body(self) -> QWidget:
        return self.area

    def span_width(self) -> tuple[int, int]:
        return round(self.area.span_width * self.devicePixelRatio()), 1

    def set_plan(self, plan: PanelPlan) -> None:
        super().set_plan(plan)
        self.area.set_channels(plan.channels)
        self._columns: Columns | None = None
        self.setFixedHeight(self.legend.minimumSizeHint().height())

    def canvas(self) -> QWidget:
        return self.area

    def picture(self) -> QRect:
        return self.area.rect().adjusted(AXIS_WIDTH, 0, 0, 0)

    def shown(self) -> Columns | None:
        return self._columns

    def set_overlay(self, overlay: Overlay | None) -> None:
        self.area.overlay = overlay
        self.area.update()

    def stands(self, columns: Columns) -> bool:
        return columns == self._columns

    def refresh(self, columns: Columns, ticks: TimeTicks, now_ns: int) -> None:
        self._columns = columns
        self.area.follow(columns, ticks)

    def retheme(self) -> None:
        super().retheme()
        self.area.update()
