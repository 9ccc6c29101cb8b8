"""A stack of plots that runs: a fast device, a slow one with a gap, and a clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.store.table import Table
from ui.plots.panel import PlotPanel
from ui.plots.reading.desk import ReadingDesk
from ui.plots.reading.panel_reader import PanelReader
from ui.plots.reading.places import Place
from ui.plots.source import Source
from ui.plots.stack import PlotStack
from ui.theme.palette import Theme

S = 10**9
START = 5_000 * S


@dataclass
class Plots:
    """`imu` has 1000 rows/s, `psu` ten, and none from 2 s to 3 s."""

    qtbot: QtBot
    stack: PlotStack
    imu: Table
    psu: Table
    append: Callable[..., None]
    make_table: Callable[..., Table]
    now: int = START

    def run(self, seconds: float, *, psu: bool = True) -> None:
        end = self.now + round(seconds * S)
        while self.now < end:
            until = min(end, self.now + S // 10)
            times = np.arange(self.now, until, S // 1000, dtype=np.int64)
            self.append(self.imu, times, unit="m/s²", ax=np.sin((times - START) / S), n=np.arange(len(times)))
            if psu:
                slow = np.arange(self.now, until, S // 10, dtype=np.int64)
                self.append(self.psu, slow, unit="V", voltage=(slow - START) / S)
            self.now = until
            self.refresh()

    def refresh(self) -> None:
        self.stack.refresh(self.now)
        QApplication.processEvents()

    def make(self, device: str) -> Table:
        """A further device's."""
        table = self.make_table()
        sources = [Source("imu", self.imu), Source("psu", self.psu), Source(device, table)]
        self.stack.set_sources(sources)
        return table

    @property
    def desk(self) -> ReadingDesk:
        return self.stack.reading

    def panel(self, title: str) -> PlotPanel:
        return next(panel for panel in self.stack.panels if panel.plan.title == title)

    def reader(self, title: str) -> PanelReader:
        found = self.panel(title).findChild(PanelReader)
        assert isinstance(found, PanelReader)
        return found

    def target(self, title: str) -> QWidget:
        """What the mouse is over."""
        body = self.panel(title).body()
        return body.viewport() if isinstance(body, QAbstractScrollArea) else body

    def place(self, title: str) -> Place:
        place = Place.of(self.panel(title))
        assert place is not None
        return place

    def at(self, title: str, x: float, y: float = 0.5) -> QPoint:
        """A point by parts of the picture, on what the mouse is over."""
        panel, rect = self.panel(title), self.place(title).rect
        point = rect.topLeft() + QPoint(round(x * (rect.width() - 1)), round(y * (rect.height() - 1)))
        return panel.canvas().mapTo(self.target(title), point)

    def drag(
        self,
        title: str,
        start: tuple[float, float],
        end: tuple[float, float],
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        target = self.target(title)
        self.qtbot.mousePress(target, button, modifier, self.at(title, *start))
        for part in (0.5, 1.0):
            x, y = (a + part * (b - a) for a, b in zip(start, end, strict=True))
            self.move(title, x, y, button)
        self.qtbot.mouseRelease(target, button, modifier, self.at(title, *end))
        QApplication.processEvents()

    def move(self, title: str, x: float, y: float = 0.5, button: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
        """As a hand does: QTest's own move tells of no buttons."""
        target, at = self.target(title), QPointF(self.at(title, x, y))
        kind = QEvent.Type.MouseMove
        event = QMouseEvent(
            kind, at, target.mapToGlobal(at), Qt.MouseButton.NoButton, button, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(target, event)
        QApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.stack, key, modifier)
        QApplication.processEvents()

    def focus(self, title: str) -> None:
        self.stack.activateWindow()
        self.panel(title).setFocus(Qt.FocusReason.TabFocusReason)
        self.qtbot.waitUntil(self.panel(title).hasFocus)

    def legend(self, title: str) -> str:
        return self.panel(title).legend.accessibleDescription()


@pytest.fixture
def plots(qtbot: QtBot, theme: Theme, make_table: Callable[..., Table], append: Callable[..., None]) -> Plots:
    """Live, after five seconds of which the slow device was silent for one."""
    stack = PlotStack(theme)
    qtbot.addWidget(stack)
    stack.resize(900, 600)
    stack.show()
    qtbot.waitExposed(stack)
    plots = Plots(qtbot, stack, make_table(), make_table(), append, make_table)
    stack.set_sources([Source("imu", plots.imu), Source("psu", plots.psu)])
    plots.run(2)
    plots.psu.open_gap("reset by the device", plots.now)
    plots.run(1, psu=False)
    plots.run(2)
    return plots
