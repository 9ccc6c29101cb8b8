"""All that reading adds to one panel: what stands over it, its mouse, its keys, its words for a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Slot
from PySide6.QtWidgets import QToolTip

from app.store.moment import Reading, row_beside
from ui.face import Face
from ui.plain import as_hint, plain
from ui.plots.legend import SWATCH, Entry
from ui.plots.panel import PlotPanel
from ui.plots.reading.crosshair import stepped, time_at
from ui.plots.reading.cursors import Name
from ui.plots.reading.keys import PlotKeys
from ui.plots.reading.mouse import PlotMouse
from ui.plots.reading.overlay import Look, PanelOverlay
from ui.plots.reading.places import Place
from ui.plots.reading.speech import announce
from ui.plots.reading.values import age_entry, entry_at, marks_of, read_panel, spoken
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, MARGIN, TextSize
from ui.translate import told

if TYPE_CHECKING:
    from ui.plots.reading.desk import ReadingDesk

GRIP = 4  # px from a cursor's line


class PanelReader(QObject):
    """Lives as long as its panel.

    Attributes:
        panel: whose it is.
        readings: of the panel's channels at the crosshair; () while it is not shown.
        keys, mouse, overlay: the parts.
    """

    def __init__(self, theme: Theme, panel: PlotPanel, desk: ReadingDesk) -> None:
        super().__init__(panel)
        self.panel = panel
        self.readings: tuple[Reading, ...] = ()
        self._desk = desk
        self._band = QRect()
        self.overlay = PanelOverlay(theme, panel.canvas())
        self.mouse = PlotMouse(panel, self._cursor_at)
        self.keys = PlotKeys(theme, panel)
        panel.set_overlay(self.overlay)
        panel.readout = self
        self._connect()

    def _connect(self) -> None:
        mouse, keys = self.mouse, self.keys
        mouse.pointed.connect(self._pointed)
        mouse.cursorDragged.connect(self._cursor_dragged)
        mouse.banded.connect(self._banded)
        mouse.boxDrawn.connect(self._box_drawn)
        mouse.menuWished.connect(self._mouse_menu)
        mouse.tipWished.connect(self._tip)
        keys.stepped.connect(self._stepped)
        keys.sampled.connect(self._sampled)
        keys.edged.connect(self._edged)
        keys.paged.connect(self._desk.moves.page)
        keys.zoomed.connect(self._desk.moves.zoom)
        keys.asked.connect(self._asked)
        keys.dismissed.connect(self._dismissed)
        keys.menuWished.connect(self._desk.menuWished)
        keys.focused.connect(self.describe)

    # -- what is shown

    @property
    def is_in_sight(self) -> bool:
        return self.panel.is_in_sight

    @property
    def has_look(self) -> bool:
        """Whether anything was read or marked, which may have to go."""
        return self.keys.is_reading or bool(self.readings) or self.overlay.is_shown() or not self._band.isEmpty()

    def show(self) -> None:
        """Read and mark what the crosshair and the cursors stand at now."""
        crosshair, cursors = self._desk.crosshair, self._desk.cursors.placed
        self.keys.is_reading = crosshair.is_shown
        place = Place.of(self.panel)
        if place is None:
            return
        is_read = crosshair.is_shown and place.holds(crosshair.time_ns)
        self.readings = read_panel(self.panel, place, crosshair.time_ns) if is_read else ()
        line = place.x(crosshair.time_ns) if is_read else None
        marks = marks_of(self.panel, place, self.readings)
        cursors = tuple((name, place.x(at)) for name, at in cursors if place.holds(at))
        self.overlay.show_look(Look(line, marks, cursors, self._span(place), self._band_now()))

    def _span(self, place: Place) -> tuple[int, int] | None:
        span = self._desk.cursors.span
        if span is None:
            return None
        left, right = max(span[0], place.columns.start_ns), min(span[1], place.columns.end_ns - 1)
        return (place.x(left), place.x(right)) if left < right else None

    def _band_now(self) -> tuple[int, int, int, int] | None:
        band = self._band
        return (band.x(), band.y(), band.width(), band.height()) if not band.isEmpty() else None

    def entries(self, panel: PlotPanel, newest: Sequence[Entry]) -> Sequence[Entry]:
        """Readout: what the legend says; below its entries, where there is room, the time and why there is no data."""
        if len(self.readings) == len(newest):
            pairs = zip(panel.plan.channels, self.readings, newest, strict=False)
            shown = [self._fitted(entry_at(panel, *row)) for row in pairs]
            causes = dict.fromkeys(told(reading.gap.cause) for reading in self.readings if reading.gap is not None)
            time = self._desk.telling.time().replace(" (", "  (", 1)  # how long ago goes where it would be cut
            more = [Entry(plain(text), "", "", None, wraps=text != time) for text in (time, *causes)]
        else:
            shown, age = list(newest), age_entry(panel, self._desk.now_ns)
            more = [age] if age is not None else []
        return [*shown, *more[: self._free_rows(len(shown))]]

    def _free_rows(self, used: int) -> int:
        """Of the legend; none beside lanes, whose rows are those of the picture."""
        return 0 if self.panel.plan.lanes else max(0, self.panel.legend.rows - used)

    def _fitted(self, entry: Entry) -> Entry:
        """Without the extremes behind the name where they would be cut."""
        face = Face(text_font(TextSize.SMALL))
        words = face.width(entry.name) + face.width(entry.value) + face.width(entry.unit)
        fits = words + SWATCH + 2 * MARGIN + 3 * GAP <= self.panel.legend.width()
        return entry if fits else replace(entry, name=entry.name.partition("  ")[0])

    def words(self) -> str:
        """The panel's values as one sentence: those at the crosshair, else the newest."""
        newest = self.panel.newest(self._desk.now_ns)
        if len(self.readings) != len(newest):
            return "; ".join(f"{e.name} {e.value} {e.unit or self.panel.plan.unit}".strip() for e in newest)
        pairs = zip(self.panel.plan.channels, self.readings, newest, strict=False)
        shown = [entry_at(self.panel, channel, reading, entry) for channel, reading, entry in pairs]
        return f"{self._desk.telling.time()}: {spoken(self.panel, shown, self.readings)}"

    @Slot()
    def describe(self) -> None:
        """For who asks a screen reader what there is."""
        text = f"{self.words()}. {self._desk.telling.view()}"
        if text != self.panel.accessibleDescription():
            self.panel.setAccessibleDescription(text)

    # -- mouse

    def _cursor_at(self, panel: PlotPanel, at: QPoint) -> Name | None:
        place = Place.of(panel)
        if place is None or not place.rect.contains(at):
            return None
        near = [(abs(x - at.x()), name) for name, x in self.overlay.look.cursors if abs(x - at.x()) <= GRIP]
        return min(near)[1] if near else None

    @Slot(object)
    def _pointed(self, at: QPoint | None) -> None:
        self._desk.point(self.panel, at.x() if at is not None else None)

    @Slot(str, int)
    def _cursor_dragged(self, name: Name, x: int) -> None:
        place = Place.of(self.panel)
        if place is not None:
            self._desk.place_cursor(name, place.time_at(x))

    @Slot(QRect)
    def _banded(self, band: QRect) -> None:
        if self._band.isEmpty() and not band.isEmpty():
            self._desk.moves.hold()
        self._band = QRect(band)
        self.show()

    @Slot(QRect)
    def _box_drawn(self, band: QRect) -> None:
        self._desk.moves.zoom_box(self.panel, band)

    @Slot(QPoint, QPoint)
    def _mouse_menu(self, at: QPoint, on_screen: QPoint) -> None:
        self._desk.point(self.panel, at.x())
        self._desk.menuWished.emit(on_screen)

    @Slot(QPoint, QPoint)
    def _tip(self, at: QPoint, on_screen: QPoint) -> None:
        text = self._desk.telling.gap(self.panel, at.x(), self._desk.now_ns)
        QToolTip.showText(on_screen, as_hint(text), self.panel.canvas())

    # -- keys

    @Slot(int)
    def _stepped(self, by: int) -> None:
        """The first step shows it."""
        columns, crosshair = self.panel.shown(), self._desk.crosshair
        if columns is None:
            return
        if crosshair.is_shown:
            self._desk.stand(self.panel, stepped(crosshair.time_ns, by, columns))
        self._desk.set_crosshair(True)
        self._tell()

    @Slot(int)
    def _sampled(self, by: int) -> None:
        columns = self.panel.shown()
        if columns is None:
            return
        self._desk.set_crosshair(True)
        tables = {id(c.source.table): c.source.table for c in self.panel.plan.channels}
        found = row_beside(tables.values(), self._desk.crosshair.time_ns, by, columns.start_ns, columns.end_ns)
        if found is not None:
            self._desk.stand(self.panel, found)
        self._tell()

    @Slot(float)
    def _edged(self, fraction: float) -> None:
        columns = self.panel.shown()
        if columns is not None:
            self._desk.set_crosshair(True)
            self._desk.stand(self.panel, time_at(fraction, columns))
            self._tell()

    def _tell(self) -> None:
        self._desk.show_now()
        self.describe()
        self._asked()

    @Slot()
    def _asked(self) -> None:
        """Speak what is read."""
        announce(self.panel, self.words())

    @Slot()
    def _dismissed(self) -> None:
        if not self.mouse.cancel():
            self._desk.set_crosshair(False)
