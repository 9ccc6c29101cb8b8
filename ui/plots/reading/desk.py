"""What is read off the plots: crosshair, cursors, values. The stack tells it which panels there are and when they
were drawn; it paints over them by their overlays and shows its values in their legends.

The mouse follows field.md: touching a live plot leaves live, wherever and however it is touched, says so, and one click
goes back. That holds for zooming about the right edge too: a view that sometimes stays live after a turn of the wheel
and sometimes does not would have to be watched instead of read. A view that stands is there to be read: the crosshair
goes with the pointer then, without being asked for, and is gone with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot

from ui.plots.gestures import TimeGestures
from ui.plots.panel import PlotPanel
from ui.plots.reading.crosshair import Crosshair, time_at
from ui.plots.reading.cursors import NAMES, Cursors, Name
from ui.plots.reading.moves import ViewMoves
from ui.plots.reading.places import Place
from ui.plots.reading.speech import announce
from ui.plots.reading.telling import Telling
from ui.plots.ruler import RulerMark, TimeRuler
from ui.plots.timeview import Columns
from ui.translate import tr

if TYPE_CHECKING:  # an empty window needs no numpy, and is there sooner
    from ui.plots.reading.panel_reader import PanelReader
    from ui.plots.stack import PlotStack
    from ui.theme.palette import Theme

LABEL_NS = 200_000_000  # a time that runs is read five times a second, not sixty
DESCRIBE_NS = 1_000_000_000
DEFAULT_PLACES = {"A": 1 / 3, "B": 2 / 3}  # of the view, for a cursor that is put nowhere else


class ReadingDesk(QObject):
    """One for a stack.

    Attributes:
        crosshair, cursors: where they stand.
        moves: of the view, by box and by keyboard.
        telling: times and gaps in words.
        now_ns: of the last refresh.

    Signals:
        crosshairToggled(bool): it is shown from now on, wherever the pointer is, or not.
        cursorsChanged(): one was placed, moved or taken away.
        refreshedAt(object): the panels were drawn, at this time.
        menuWished(QPoint): a menu for what lies at this point of the screen.
    """

    crosshairToggled = Signal(bool)
    cursorsChanged = Signal()
    refreshedAt = Signal(object)
    menuWished = Signal(QPoint)

    def __init__(self, theme: Theme, stack: PlotStack, gestures: TimeGestures) -> None:
        super().__init__(stack)
        self._theme = theme
        self._stack = stack
        self.moves = ViewMoves(stack, gestures)
        self.telling = Telling(stack)
        self.crosshair = Crosshair()
        self.cursors = Cursors()
        self.now_ns = 0
        self._readers: dict[PlotPanel, PanelReader] = {}
        self._anchor: PlotPanel | None = None  # where the crosshair was put: its columns count
        self._pointer: tuple[PlotPanel, int] | None = None  # where it is or was
        self._is_over = False  # it is there
        self._said_ns = self._described_ns = -LABEL_NS
        self._drag = "pan"
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        stack.liveChanged.connect(self._live_changed)
        self._joined: set[TimeRuler] = set()  # whose handles can be dragged

    # -- what the stack tells

    def panels_changed(self) -> None:
        """The stack has other panels than before, or another page of them."""
        self._joined &= set(self._stack.findChildren(TimeRuler))
        self._readers = {panel: self._reader_of(panel) for panel in self._stack.panels}
        if self._anchor not in self._readers:
            self._anchor = None
        if self._pointer is not None and self._pointer[0] not in self._readers:
            self._pointer, self._is_over = None, False
            self.crosshair.is_pointed = False

    def _reader_of(self, panel: PlotPanel) -> PanelReader:
        from ui.plots.reading.panel_reader import PanelReader

        reader = self._readers.get(panel) or panel.findChild(PanelReader)
        if reader is None:
            reader = PanelReader(self._theme, panel, self)
            reader.mouse.drag = self._drag
        return reader

    def refreshed(self, now_ns: int) -> None:
        """The panels in sight have been drawn anew; the view may have moved."""
        self.now_ns = now_ns
        columns = self._columns()
        if columns is not None:
            self.crosshair.follow(columns, live=self._stack.live)
        is_due = now_ns - self._said_ns >= LABEL_NS
        if is_due:
            self._said_ns = now_ns
            if self.crosshair.is_shown:
                self._renew_words()
            for ruler in self._stack.rulers:
                ruler.show_density(self._stack.samples_per_pixel)
        self._show_readers()
        if is_due and self.crosshair.is_shown:
            self._say_values()
        if now_ns - self._described_ns >= DESCRIBE_NS:
            self._described_ns = now_ns
            for reader in self._in_sight():
                reader.describe()
        self.refreshedAt.emit(now_ns)

    def _in_sight(self) -> list[PanelReader]:
        return [reader for reader in self._readers.values() if reader.is_in_sight]

    def _columns(self) -> Columns | None:
        """The span that the crosshair goes by: that of the panel where it was put."""
        panels = [self._anchor] if self._anchor is not None else []
        shown = (panel.shown() for panel in (*panels, *self._readers))
        return next((columns for columns in shown if columns is not None), None)

    # -- showing

    @Slot()
    def _show(self) -> None:
        """Something was moved by hand: marks, legends and the ruler's label at once."""
        self._renew_words()
        self._show_readers()
        self._say_values()

    def _renew_words(self) -> None:
        columns = self._columns()
        self.telling.renew(self.crosshair.time_ns, self.now_ns, columns.step_ns if columns is not None else 1)

    def _say_values(self) -> None:
        for reader in self._in_sight():
            reader.panel.refresh_legend(self.now_ns)

    def _show_readers(self) -> None:
        is_shown, placed = self.crosshair.is_shown, self.cursors.placed
        for reader in self._readers.values():
            if (is_shown or placed or reader.has_look) and reader.is_in_sight:
                reader.show()
        marks = [RulerMark(self.crosshair.time_ns, self.telling.time())] if is_shown else []
        marks += [RulerMark(at, name, is_handle=True) for name, at in placed]  # above its words
        for ruler in self._stack.rulers:
            if ruler not in self._joined:
                self._joined.add(ruler)
                ruler.markDragged.connect(self._mark_dragged)
            ruler.show_marks(tuple(marks))

    def gap_here(self) -> str:
        """Why there is no data where the pointer is; "" where there is some."""
        return self.telling.gap(*self._pointer, self.now_ns) if self._pointer is not None else ""

    def pixel_span(self) -> tuple[int, int]:
        """Start and end of the pixel that the crosshair stands in."""
        columns, time_ns = self._columns(), self.crosshair.time_ns
        step_ns = columns.step_ns if columns is not None else 1
        return time_ns // step_ns * step_ns, (time_ns // step_ns + 1) * step_ns

    # -- the crosshair

    @Slot(bool)
    def set_crosshair(self, shown: bool) -> None:
        """Show it, where the pointer is or was, or hide it; one that came with the pointer, until that moves."""
        if shown and not self.crosshair.is_shown:
            self._stand_at_first()
        self.crosshair.is_pointed = False
        if shown != self.crosshair.is_wanted:
            self.crosshair.is_wanted = shown
            self.crosshairToggled.emit(shown)
        self._soon.start()

    def _stand_at_first(self) -> None:
        place = Place.of(self._pointer[0]) if self._pointer is not None else None
        if place is not None and self._pointer is not None:
            self.stand(self._pointer[0], place.time_at(self._pointer[1]))
            return
        columns = self._columns()
        if columns is not None:
            self.crosshair.stand_at(time_at(0.5, columns), columns)

    def stand(self, panel: PlotPanel, time_ns: int) -> None:
        """Let the crosshair stand at a time of this panel's span."""
        columns = panel.shown()
        if columns is not None:
            self._anchor = panel
            self.crosshair.stand_at(time_ns, columns)

    def point(self, panel: PlotPanel, x: int | None) -> None:
        """The pointer is at this pixel of a panel, None: it has left. A crosshair that is shown goes there; where the
        view stands it is shown for as long."""
        self._is_over = x is not None
        was_shown, place = self.crosshair.is_shown, Place.of(panel)
        self.crosshair.is_pointed = self._is_over and not self._stack.live and place is not None
        if x is not None:
            self._pointer = panel, x
            if self.crosshair.is_shown and place is not None:
                self.stand(panel, place.time_at(x))
        if was_shown or self.crosshair.is_shown:
            self._soon.start()

    def show_now(self) -> None:
        """At once, not at the next turn: what is read now is about to be said."""
        self._show()

    # -- the cursors

    def here_ns(self, name: Name) -> int | None:
        """Where a cursor is put that is asked for by key or menu: at the crosshair, else at the pointer, else in the
        view; None while there is nothing to put it on."""
        columns = self._columns()
        if columns is None:
            return None
        if self.crosshair.is_shown:
            return self.crosshair.time_ns
        place = Place.of(self._pointer[0]) if self._pointer is not None else None
        if self._pointer is not None and place is not None:
            return place.time_at(self._pointer[1])
        return columns.start_ns + round(DEFAULT_PLACES[name] * columns.span_ns)

    def place_cursor(self, name: Name, time_ns: int | None = None) -> None:
        """At a time, else here."""
        time_ns = self.here_ns(name) if time_ns is None else time_ns
        if time_ns is not None:
            self._set_cursors(self.cursors.moved(name, time_ns))

    @Slot()
    def clear_cursors(self) -> None:
        self._set_cursors(Cursors())

    def _set_cursors(self, cursors: Cursors) -> None:
        if cursors != self.cursors:
            self.cursors = cursors
            self.cursorsChanged.emit()
            self._soon.start()

    @Slot(str, object)
    def _mark_dragged(self, name: str, time_ns: int) -> None:
        for known in NAMES:
            if known == name:
                self.place_cursor(known, time_ns)

    # -- the view

    def anchor_fraction(self) -> float:
        """The part of the width about which keys zoom: at the crosshair, else the middle."""
        columns = self._columns()
        if columns is None or not self.crosshair.is_wanted:
            return 0.5
        return min(max((self.crosshair.time_ns - columns.start_ns) / columns.span_ns, 0.0), 1.0)

    def set_drag(self, word: str) -> None:
        """What the left button does in a plot: "pan" or "zoom"."""
        self._drag = word
        for panel in self._readers:
            self._readers[panel].mouse.drag = word

    @Slot(bool)
    def _live_changed(self, live: bool) -> None:
        self.crosshair.is_pointed = False
        if self._is_over and self._pointer is not None and not self.crosshair.is_wanted:
            self.point(*self._pointer)
        if not live:
            announce(self._stack, tr("Not showing the newest data. End goes back to it"))
        self._soon.start()
