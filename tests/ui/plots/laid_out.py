"""A stack of plots with three devices on the screen, for the tests of its layout."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.store.table import Table
from ui.plots.board.carried import channels_mime, plot_mime
from ui.plots.panel import AXIS_WIDTH, PlotPanel
from ui.plots.source import Source
from ui.plots.stack import PlotStack
from ui.plots.tile_frame import TileFrame
from ui.theme.palette import Theme

S = 10**9
START = 5_000 * S
CONTROL = Qt.KeyboardModifier.ControlModifier


class LaidOut:
    """imu with ax and ay in m/s², psu with v in V and i in A, motor with a state; all have sent."""

    def __init__(
        self, qtbot: QtBot, theme: Theme, make_table: Callable[..., Table], append: Callable[..., None]
    ) -> None:
        self.append = append
        self.imu, self.psu, self.motor = make_table(), make_table(), make_table()
        self.now = START
        self.is_taken = False  # whether the last drag was taken when it came in
        self.stack = PlotStack(theme)
        qtbot.addWidget(self.stack)
        self.stack.resize(1000, 700)
        self.stack.show()
        qtbot.waitExposed(self.stack)
        self.send()
        self.stack.set_sources([Source("imu", self.imu), Source("psu", self.psu), Source("motor", self.motor)])
        self.refresh()

    def send(self) -> None:
        times = np.arange(self.now, self.now + S, S // 50, dtype=np.int64)
        x = times / S
        self.append(self.imu, times, unit="m/s²", ax=np.sin(x), ay=np.cos(x))
        self.append(self.psu, times, unit="V", v=12 + 0.1 * np.sin(x))
        self.append(self.psu, times[-1:] + 1, unit="A", i=[2.0])
        self.append(self.motor, times, on=np.floor(x) % 2 == 0)
        self.now += S

    def refresh(self) -> None:
        """Let what was done be laid out and drawn."""
        for _ in range(3):
            QApplication.processEvents()
            self.stack.refresh(self.now)

    @property
    def rows(self) -> list[list[list[str]]]:
        """The channels of each tile of the page in sight, row by row."""
        page = self.stack.arranging.arrangement.pages[self.stack.arranging.page]
        return [[list(plan.tile.channels) for plan in row.tiles] for row in page.rows]

    def frame(self, row: int, column: int = 0) -> TileFrame:
        page = self.stack.arranging.arrangement.pages[self.stack.arranging.page]
        return self.stack.column.frames[page.rows[row].tiles[column].tile.key]

    # -- hands

    def drag(self, paths: Sequence[str], row: int, at: tuple[float, float] = (0.5, 0.5), *, drop: bool = True) -> None:
        """Drag channels over a tile, at a fraction of its width and height, and let them go there."""
        self.drop_at(channels_mime(paths), self.point(row, at), drop=drop)

    def drag_plot(self, row: int, target: int, at: tuple[float, float]) -> None:
        """Drag a tile by its heading over another one, and let it go there."""
        self.drop_at(plot_mime(self.frame(row).key), self.point(target, at))

    def point(self, row: int, at: tuple[float, float]) -> QPoint:
        frame = self.frame(row)
        inside = QPoint(round(frame.width() * at[0]), round(frame.height() * at[1]))
        return frame.mapTo(self.stack.column, inside)

    def drop_at(self, mime: QMimeData, at: QPoint, *, drop: bool = True) -> None:
        """Drag something to a point of the tiles, and let it go there."""
        column, copy = self.stack.column, Qt.DropAction.CopyAction
        none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        enter = QDragEnterEvent(at, copy, mime, left, none)
        QApplication.sendEvent(column, enter)
        self.is_taken = enter.isAccepted()
        if drop:
            event = QDropEvent(QPointF(at), copy, mime, left, none)
            QApplication.sendEvent(column, event)
            self.refresh()

    def leave(self) -> None:
        QApplication.sendEvent(self.stack.column, QDragLeaveEvent())

    def undo(self) -> None:
        self.stack.tiles.undo.trigger()
        self.refresh()

    def redo(self) -> None:
        self.stack.tiles.redo.trigger()
        self.refresh()


def turn_axis(panel: PlotPanel, notches: float, axis: int = 0) -> tuple[float, float]:
    """Turn the wheel over a value axis; the range that it has then."""
    target: QWidget = panel.side if axis else panel.body().viewport()  # type: ignore[attr-defined]
    at = QPointF((axis - 0.5) * AXIS_WIDTH if axis else 20, target.height() // 3)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    by, away = QPoint(0, round(120 * notches)), QPointF(target.mapToGlobal(at.toPoint()))
    event = QWheelEvent(at, away, QPoint(), by, none, Qt.KeyboardModifier.NoModifier, phase, False)
    QApplication.sendEvent(target, event)
    QApplication.processEvents()
    return panel.hand_ranges()[axis]


def move(target: QWidget, at: QPoint) -> None:
    """A move with the left button held, which QTest.mouseMove does not do."""
    point = QPointF(target.mapToGlobal(at))
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), point, none, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, event)
