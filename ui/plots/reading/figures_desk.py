"""Joins the cursors to the dock that shows their figures, and both to the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolTip

from ui.plain import as_hint
from ui.plots.reading.figures import SpanFigures, crosshair_table, head_words, line_of, span_table
from ui.plots.reading.figures_panel import FiguresPanel
from ui.plots.reading.span_work import SpanWork
from ui.plots.reading.speech import announce
from ui.plots.reading.values import read_channels
from ui.plots.source import Channel
from ui.plots.stack import PlotStack
from ui.translate import tr

if TYPE_CHECKING:  # an empty window needs no numpy, and is there sooner
    from app.store.moment import Reading
    from app.store.views import Gap

LOOK_NS = 1_000_000_000  # how often gaps and late values at the cursors are looked at again


class FiguresDesk(QObject):
    """One for a stack and its dock. Signals: begun(), the first cursor was placed."""

    begun = Signal()

    def __init__(self, stack: PlotStack, panel: FiguresPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._stack = stack
        self._panel = panel
        self._desk = stack.reading
        self._had_cursors = False
        self._told_of = (-1, -1)  # results and percent that are shown
        self._looked_ns = 0
        self.work = SpanWork(self)
        self.work.changed.connect(self._progressed)
        self._desk.cursorsChanged.connect(self._cursors_changed)
        self._desk.refreshedAt.connect(self._refreshed)
        panel.copyWished.connect(self.copy)
        panel.clearWished.connect(self._desk.clear_cursors)
        self._show()

    # -- what is shown

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Of the plots in sight, each once."""
        found = {channel.path: channel for panel in self._stack.panels for channel in panel.plan.channels}
        return tuple(found.values())

    def figures(self) -> list[SpanFigures]:
        """Of all curves, as far as they are known; none without both cursors."""
        cursors, channels = self._desk.cursors, self.channels
        if cursors.a_ns is None or cursors.b_ns is None or cursors.span is None:
            return []
        at_a, at_b = self._read(channels, cursors.a_ns), self._read(channels, cursors.b_ns)
        results = self.work.results if len(self.work.results) == len(channels) else [None] * len(channels)
        gaps = [_gaps(channel, cursors.span) for channel in channels]
        return [SpanFigures(*row) for row in zip(channels, at_a, at_b, results, gaps, strict=True)]

    def _read(self, channels: tuple[Channel, ...], time_ns: int) -> tuple[Reading, ...]:
        return read_channels(channels, time_ns, time_ns, time_ns + 1)

    def _show(self) -> None:
        cursors = self._desk.cursors
        percent = int(100 * self.work.fraction)
        self._told_of = sum(m is not None for m in self.work.results), percent
        busy = self.work.fraction if self.work.is_busy and None in self.work.results else None
        self._panel.say(head_words(cursors.delta_ns, busy))
        self._panel.show_lines([line_of(f) for f in self.figures()], can_clear=bool(cursors.placed))

    def _ask(self) -> None:
        span = self._desk.cursors.span
        if span is None:
            self.work.drop()
        else:
            self.work.ask(self.channels, span)

    # -- slots

    @Slot()
    def _cursors_changed(self) -> None:
        has_cursors = bool(self._desk.cursors.placed)
        if has_cursors and not self._had_cursors:
            self.begun.emit()
        self._had_cursors = has_cursors
        self._panel.told.show_words("")
        self._ask()
        self._show()

    @Slot()
    def _progressed(self) -> None:
        known = sum(m is not None for m in self.work.results)
        if (known, int(100 * self.work.fraction)) != self._told_of or not self.work.is_busy:
            self._show()

    @Slot(object)
    def _refreshed(self, now_ns: int) -> None:
        if not self._panel.isVisible() or now_ns - self._looked_ns < LOOK_NS:
            return
        self._looked_ns = now_ns
        self._ask()  # other curves than before
        self.work.refreshed(now_ns)
        self._show()

    # -- copying

    @Slot()
    def copy(self) -> None:
        """The cursors' figures, else the values at the crosshair; says what was copied."""
        figures = self.figures()
        if figures:
            self._copy_span(figures)
        elif self._desk.crosshair.is_shown and self.channels:
            self._copy_values()
        else:
            self._tell(tr("Nothing to copy: show the crosshair (C), or place two cursors (1 and 2)"))

    def _copy_span(self, figures: list[SpanFigures]) -> None:
        cursors, telling = self._desk.cursors, self._desk.telling
        assert cursors.a_ns is not None
        assert cursors.b_ns is not None
        text = span_table(figures, telling.unix_ns(cursors.a_ns), telling.unix_ns(cursors.b_ns))
        QGuiApplication.clipboard().setText(text)
        if any(f.moments is None for f in figures):
            self._tell(
                tr("Copied what is known so far of {count} curves: figures are still computed").format(
                    count=len(figures)
                )
            )
        else:
            self._tell(tr("Copied the figures of {count} curves as a table").format(count=len(figures)))

    def _copy_values(self) -> None:
        channels, time_ns = self.channels, self._desk.crosshair.time_ns
        span = self._desk.pixel_span()
        unix_ns = self._desk.telling.unix_ns(time_ns)
        text = crosshair_table(channels, read_channels(channels, time_ns, *span), unix_ns, unix_ns - time_ns)
        QGuiApplication.clipboard().setText(text)
        told = tr("Copied the values of {count} curves at {time}")
        self._tell(told.format(count=len(channels), time=self._desk.telling.time()))

    def _tell(self, text: str) -> None:
        """In the dock where that is open; else over the plots."""
        self._panel.told.show_words(text)
        announce(self._stack, text)
        if not self._panel.isVisible() and self._stack.isVisible():
            QToolTip.showText(self._stack.mapToGlobal(QPoint(0, 0)), as_hint(text), self._stack)


def _gaps(channel: Channel, span: tuple[int, int]) -> tuple[Gap, ...]:
    """Those that cut into a span; not those that begin or end with it."""
    start_ns, last_ns = span[0], span[1] - 1
    found = channel.source.table.gaps(start_ns, last_ns)
    return tuple(g for g in found if g.start_ns < last_ns and (g.end_ns is None or g.end_ns > start_ns))
