"""One tile on the screen: its curves, its lanes under them, and a time axis where the page has none in common.

What hands do to a tile is told to one `TileHands` that all tiles of a stack share.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QVBoxLayout, QWidget

from ui.plots.board.moves import Side
from ui.plots.gestures import TimeGestures
from ui.plots.layout import PanelPlan, TilePlan
from ui.plots.panel import AXIS_WIDTH, PlotPanel
from ui.plots.ruler import HEIGHT as RULER
from ui.plots.ruler import TimeRuler
from ui.theme.palette import Theme
from ui.theme.tokens import GRID

LEGEND_SHARE = 0.24  # of the width
LEGEND_GREATEST_SHARE = 0.4  # however narrow the tile is
LEGEND_LEAST, LEGEND_MOST = 36 * GRID, 60 * GRID
LEAST_PICTURE = 0.45  # of the width, beside more axes than one
LEAST_WIDTH = 40 * GRID  # the axis, a legend, and a picture that still shows something


class TileHands(QObject):
    """What hands do to tiles, each of them by its key.

    Signals:
        chosen(key): it was clicked, or has the focus.
        menuWished(key, path, at): the menu of a tile, and of one of its channels where `path` is not "".
        removed(key, path): one of its channels is to go.
        nudged(key, Side as object): one step to a side.
        ranged(panel): a hand has set a range of values, or let it follow again.
        dragged(key, title): its heading is being dragged away.
        renamed(key, title): it is to be called so.
    """

    chosen = Signal(str)
    menuWished = Signal(str, str, QPoint)
    removed = Signal(str, str)
    nudged = Signal(str, object)
    ranged = Signal(object)
    dragged = Signal(str, str)
    renamed = Signal(str, str)


class TileFrame(QWidget):
    """Attributes: plan; panels, from the top; ruler, its own time axis; has_ruler, whether that is seen. Signals:
    resized(), what lies right of the picture may have another width."""

    resized = Signal()

    def __init__(self, theme: Theme, gestures: TimeGestures, hands: TileHands, plan: TilePlan) -> None:
        super().__init__()
        self._theme = theme
        self._gestures = gestures
        self._hands = hands
        self.plan = plan
        self.panels: list[PlotPanel] = []
        self.has_ruler = False
        self._side_axes = 0
        self.ruler = TimeRuler(theme, gestures, self)
        self.ruler.setFixedHeight(0)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setMinimumWidth(LEAST_WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(0)
        self._column.addWidget(self.ruler)
        self.set_plan(plan)

    @property
    def key(self) -> str:
        return self.plan.tile.key

    @property
    def axes_wished(self) -> int:
        """How many axes right of the picture its curves need."""
        return max((len(panel.plan.labelled) - 1 for panel in self.panels if not panel.plan.lanes), default=0)

    def set_plan(self, plan: TilePlan) -> None:
        """Other channels; panels that stay are kept."""
        self.plan = plan
        kept = {panel.plan.key: panel for panel in self.panels}
        self.panels = [self._panel(of_panel, kept.pop(of_panel.key, None)) for of_panel in plan.panels]
        for panel in kept.values():
            panel.hide()
            panel.setParent(None)
            panel.deleteLater()
        for index, panel in enumerate(self.panels):
            self._column.insertWidget(index, panel, 0 if panel.plan.lanes else 1)
        self.share_width()

    def _panel(self, plan: PanelPlan, kept: PlotPanel | None) -> PlotPanel:
        if kept is None:
            return self._made(plan)
        if plan != kept.plan:
            kept.set_plan(plan)
        return kept

    def _made(self, plan: PanelPlan) -> PlotPanel:
        panel: PlotPanel
        if plan.lanes:
            from ui.plots.lane_panel import LanePanel

            panel = LanePanel(self._theme, self._gestures, plan)
        else:
            from ui.plots.curve_panel import CurvePanel

            panel = CurvePanel(self._theme, self._gestures, plan)
        self._connect(panel)
        return panel

    def _connect(self, panel: PlotPanel) -> None:
        body, legend = panel.body(), panel.legend
        (body.viewport() if isinstance(body, QAbstractScrollArea) else body).installEventFilter(self)
        panel.installEventFilter(self)
        panel.ranged.connect(self._hands.ranged)
        legend.pressed.connect(self._chosen)
        legend.dragged.connect(self._dragged)
        legend.nudged.connect(self._nudged)
        legend.removed.connect(self._removed)
        legend.menuWished.connect(self._legend_menu)
        legend.renamed.connect(self._renamed)

    # -- room

    @property
    def lanes_height(self) -> int:
        """What it needs where it has lanes alone."""
        return sum(panel.minimumHeight() for panel in self.panels) + self.ruler.minimumHeight()

    def set_ruler(self, *, shown: bool) -> None:
        """Its own time axis, or the room for more picture."""
        self.has_ruler = shown
        self.ruler.setFixedHeight(RULER if shown else 0)

    def set_side_axes(self, count: int) -> None:
        self._side_axes = count
        self.share_width()

    def share_width(self) -> None:
        """Picture, axes and legend: the same in all tiles of this width."""
        legend, axes = self.legend_width, self.side_axes
        for panel in self.panels:
            panel.set_side_axes(axes)
            panel.set_legend_width(legend)
        self.ruler.set_sides(AXIS_WIDTH, self.right_side)

    @property
    def legend_width(self) -> int:
        wished = min(max(self.width() * LEGEND_SHARE, LEGEND_LEAST), LEGEND_MOST)
        return round(min(wished, self.width() * LEGEND_GREATEST_SHARE))

    @property
    def side_axes(self) -> int:
        """As many axes right of the picture as leave it LEAST_PICTURE of the width."""
        room = self.width() * (1 - LEAST_PICTURE) - AXIS_WIDTH - self.legend_width
        return max(0, min(self._side_axes, int(room // AXIS_WIDTH)))

    @property
    def right_side(self) -> int:
        """What lies right of the picture."""
        return self.legend_width + self.side_axes * AXIS_WIDTH

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()
        self.resized.emit()

    def retheme(self) -> None:
        self.ruler.update()
        for panel in self.panels:
            panel.retheme()

    def show_current(self, *, current: bool) -> None:
        """Whether it is the one that actions are about."""
        for panel in self.panels:
            panel.legend.set_current(current)

    # -- hands

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press on a picture, or the focus in a plot, chooses the tile; whatever else it does."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.FocusIn):
            self._hands.chosen.emit(self.key)
        return super().eventFilter(watched, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._hands.chosen.emit(self.key)
        self._hands.menuWished.emit(self.key, "", event.globalPos())
        event.accept()

    @Slot()
    def _chosen(self) -> None:
        self._hands.chosen.emit(self.key)

    @Slot()
    def _dragged(self) -> None:
        self._hands.dragged.emit(self.key, self.panels[0].plan.title)

    @Slot(Qt.Key)
    def _nudged(self, key: Qt.Key) -> None:
        sides = {
            Qt.Key.Key_Left: Side.LEFT,
            Qt.Key.Key_Right: Side.RIGHT,
            Qt.Key.Key_Up: Side.ABOVE,
            Qt.Key.Key_Down: Side.BELOW,
        }
        self._hands.nudged.emit(self.key, sides[key])

    @Slot(str)
    def _removed(self, path: str) -> None:
        self._hands.removed.emit(self.key, path)

    @Slot(str, QPoint)
    def _legend_menu(self, path: str, at: QPoint) -> None:
        self._hands.menuWished.emit(self.key, path, at)

    @Slot(str)
    def _renamed(self, title: str) -> None:
        self._hands.renamed.emit(self.key, title)
