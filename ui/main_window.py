"""The main window: places docks, menus and the plots. Nothing else; `ui.compose` joins it to a rig."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSettings, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QWhatsThisClickedEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.clock import now_ns
from ui.choice_banner import ChoiceBanner
from ui.comparison.panel import ComparisonPanel
from ui.comparison.run_banner import RunBanner
from ui.comparison.stall_banner import StallBanner
from ui.device_dialogs.actions import DeviceEditActions
from ui.devices.panel import DevicePanel
from ui.display import has_display
from ui.dock_title import make_dock
from ui.export.actions import ExportActions
from ui.health.device_actions import DeviceActions
from ui.health.strip_bar import StripBar
from ui.health.support_desk import SupportDesk
from ui.help.actions import HelpActions
from ui.inspector.panel import HEALTH, Inspector
from ui.lower_docks import LowerDocks
from ui.measure_actions import MeasureActions
from ui.menus import Menus
from ui.motion import Motion
from ui.notice import Notice
from ui.palette.actions import PaletteActions
from ui.plots.actions import PlotActions
from ui.plots.reading.actions import ReadingActions
from ui.plots.stack import PlotStack
from ui.preferences import Preferences
from ui.quiet_menu import QuietMenuBar
from ui.sending.panel import SendPanel
from ui.session_actions import SessionActions
from ui.status_bar import StatusBar
from ui.theme.palette import Theme
from ui.theme.tokens import GRID
from ui.tool_bar import ToolBar
from ui.translate import marked, tr
from ui.transport_control import TransportControl
from ui.view_actions import ViewActions
from ui.welcome import Welcome
from ui.window_action import window_action

LAYOUT_VERSION = 4  # saved layouts of another version are not restored
SIZE = QSize(1280, 800)
LEAST_SIZE = QSize(192 * GRID, 124 * GRID)  # three docks side by side; all bars and two rows as low as they can be


def first_size(room: QSize, *, is_seen: bool) -> QSize:
    """As large as the window likes to be, or as its screen allows; off screen there is no one to ask."""
    return SIZE.boundedTo(room).expandedTo(LEAST_SIZE) if is_seen else SIZE


class MainWindow(QMainWindow):
    """Devices left, plots in the middle, the inspector right, a status bar below.

    Attributes:
        devices, plots, inspector, notice, experiment, comparison, compare, sending, tools, status, welcome: the parts.
        menus: the menu bar's; view_actions, session_actions, export, editing, arranging, reading, opener, help: the
            actions in them, by what they are about.
        transport: who reads the links; measure, deeds: the actions of the menus "Measure" and "Device"; health: the
            bar with the health strip; below: the docks under the plots.
        choice: what can be answered to, above the plots; may_close: asked before it closes.
        pause: the action that holds the view; checked while it is held.
        preferences: what the user likes; None until `show_preferences`.
        subject: what the window is about: the name of the session; "" without one.

    Signals:
        openWished(str): a session file was chosen; "" asks for the file dialog.
        recentClearWished(): the list of recent sessions is to be forgotten.
        closing(): the window is about to close.
        painted(int as object, int as object): it was painted, from then to then on app.clock; what the compositor adds
            is not known.
    """

    openWished = Signal(str)
    recentClearWished = Signal()
    closing = Signal()
    painted = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle("Quintet")
        self.resize(first_size(self.screen().availableSize(), is_seen=has_display()))
        self._theme = theme
        self.preferences: Preferences | None = None
        self.subject = ""
        self.devices = DevicePanel(theme)
        self.inspector = Inspector(theme)
        self.plots = PlotStack(theme)
        self.notice = Notice(theme)
        self.experiment = StallBanner(theme)
        self.comparison = RunBanner(theme)
        self.choice = ChoiceBanner(theme)
        self.may_close: Callable[[], bool] = lambda: True
        self.transport = TransportControl(self)
        self.measure = MeasureActions(self, self.transport)
        self.tools = ToolBar(theme, self.transport, self.measure)
        self.addToolBar(self.tools)
        self.deeds = DeviceActions(self, self.transport)
        self.health = StripBar(theme)
        self.support = SupportDesk(self)
        self.addToolBarBreak()
        self.addToolBar(self.health)
        self.compare = ComparisonPanel(theme)
        self.sending = SendPanel(theme)
        self.welcome = Welcome(theme)
        self.status = StatusBar(theme)
        self.setStatusBar(self.status)
        self._centre = self._build_centre()
        self.setCentralWidget(self._centre)
        self._docks = [
            make_dock(theme, self, marked("Devices"), self.devices, Qt.DockWidgetArea.LeftDockWidgetArea),
            make_dock(theme, self, marked("Inspector"), self.inspector, Qt.DockWidgetArea.RightDockWidgetArea),
        ]
        self.below = LowerDocks(theme, self)
        self._build_menus()
        self._connect()
        self.view_actions.lead(self.tools)
        self.tools.order_stops()
        self.welcome.focus_first()
        needed = self.minimumSizeHint().width()  # of words that are longer than in English
        self.setMinimumSize(max(LEAST_SIZE.width(), needed), LEAST_SIZE.height())

    # -- parts

    def _build_centre(self) -> QWidget:
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self.plots)
        centre = QWidget()
        box = QVBoxLayout(centre)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.experiment)
        box.addWidget(self.comparison)
        box.addWidget(self.notice)
        box.addWidget(self.choice)
        box.addWidget(self._pages, 1)
        return centre

    def _build_menus(self) -> None:
        self.setMenuBar(QuietMenuBar(self))
        self.menus = menus = Menus(self.menuBar())
        quit_action = window_action(self, tr("&Quit"), "Ctrl+Q")
        quit_action.triggered.connect(self.close)
        self.view_actions = ViewActions(self, self._docks)
        self.pause = self.view_actions.pause
        self.session_actions = SessionActions(self)
        self.export = ExportActions(self)
        self.editing = DeviceEditActions(self)
        self.arranging = PlotActions(self)
        self.reading = ReadingActions(self)
        self.opener = PaletteActions(self)
        self.help = HelpActions(self)
        self.session_actions.fill(menus)
        self.export.fill(menus)
        self.view_actions.fill(menus)
        for part in (self.arranging, self.reading, self.editing, self.opener, self.help):
            part.fill(menus)
        self.deeds.fill(menus.device)
        self.measure.fill(menus.measure)
        menus.file.addSeparator()
        menus.file.addAction(quit_action)
        menus.hide_empty()

    def _connect(self) -> None:
        self.session_actions.openWished.connect(self.openWished)
        self.session_actions.recentClearWished.connect(self.recentClearWished)
        self.devices.deviceChosen.connect(self._device_chosen)
        self.devices.deviceChosen.connect(self.measure.show_device)
        self.devices.deviceChosen.connect(self.deeds.show_device)
        self.devices.deviceChosen.connect(self.health.strip.choose)
        self.devices.show_control(self.transport)
        self._connect_health()
        comparison = self.below.add(marked("Comparison"), self.compare)
        for step in (comparison.show, comparison.raise_, self.compare.focus):
            self.measure.compare.triggered.connect(step)
        self.compare.underWay.connect(self.transport.hold_for_comparison)
        self.comparison.underWay.connect(self.transport.hold_for_comparison)
        self.comparison.underWay.connect(self.compare.hold)
        self.welcome.openWished.connect(self.openWished)
        self._theme.changed.connect(self.update)

    def _connect_health(self) -> None:
        strip = self.health.strip
        strip.deviceChosen.connect(self.devices.choose)
        strip.menuWished.connect(self.devices.open_menu)
        strip.retryWished.connect(self.deeds.retry_device)
        strip.pageWished.connect(self.show_health)
        self.deeds.health.triggered.connect(self.show_health)
        self.inspector.reportWished.connect(self.deeds.report.trigger)
        self.inspector.bundleWished.connect(self.deeds.bundle.trigger)
        self.deeds.report.triggered.connect(self.support.copy_report)
        self.deeds.bundle.triggered.connect(self.support.save_bundle)
        self.support.told.connect(self.inspector.tell)
        self.support.failed.connect(self.notice.alarm)

    # -- what others ask of it

    @Slot()
    def show_health(self) -> None:
        """The health page of the chosen device, wherever it was."""
        self._docks[1].show()
        self._docks[1].raise_()
        self.inspector.show_page(HEALTH)

    @property
    def theme(self) -> Theme:
        return self._theme

    def show_preferences(self, preferences: Preferences) -> None:
        """Whose wishes hold here; once, before the window is shown."""
        self.preferences = preferences
        self.view_actions.show_preferences(preferences)
        Motion(self, preferences)
        self.reading.show_preferences(preferences)

    def show_session(self, shown: bool) -> None:
        """The plots in the middle, or what to do without a session."""
        focused = self.focusWidget()
        self._pages.setCurrentWidget(self.plots if shown else self.welcome)
        self.tools.show_view(shown=shown)
        if shown and (focused is None or self.welcome.isAncestorOf(focused)):
            self.devices.focus_list()

    def show_subject(self, name: str) -> None:
        """Title of the session that is open; "" for none."""
        self.subject = name
        marked = name.replace("[*]", "[*][*]")  # else Qt would take it for the place of its own mark
        self.setWindowTitle(f"{marked}[*] – Quintet" if name else "Quintet[*]")

    def show_recent(self, paths: list[Path]) -> None:
        """Fill the menu and the welcome page."""
        self.session_actions.show_recent(paths)
        self.welcome.show_recent(paths)

    def restore(self, settings: QSettings) -> None:
        """Size, place and docks as they were left."""
        geometry, state = settings.value("window/geometry"), settings.value("window/state")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        if isinstance(state, QByteArray):
            self.restoreState(state, LAYOUT_VERSION)
        self.view_actions.full_screen.setChecked(self.isFullScreen())
        self.opener.restore(settings)

    def keep(self, settings: QSettings) -> None:
        settings.setValue("window/geometry", self.saveGeometry())
        settings.setValue("window/state", self.saveState(LAYOUT_VERSION))
        self.opener.keep(settings)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line on each side of the plots. Fusion has drawn dots where docks can be resized, and a style sheet against
        them would keep the palette of the first theme in half of the widgets."""
        tokens = self._theme.tokens
        gaps = QRegion(self.rect())
        bars = (self.menuBar(), self.tools, self.health, self.statusBar())
        for child in (*bars, self._centre, *self._docks, *self.below.docks):
            if child.isVisible():
                gaps -= QRegion(child.geometry())
        painter = QPainter(self)
        painter.setClipRegion(gaps)
        painter.fillRect(event.rect(), QColor(tokens.window))
        painter.setPen(QColor(tokens.line))
        painter.drawRect(self._centre.geometry().adjusted(-1, -1, 0, 0))
        if self.below.top is not None:
            painter.drawLine(0, self.below.top - 1, self.width(), self.below.top - 1)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Space pauses the view, but where the focus is on a button it presses that. An UpdateRequest paints all that
        asked for it, in this window and inside it (QWidget.scroll's strips too), and hands it to the screen."""
        if isinstance(event, QWhatsThisClickedEvent):
            self.help.open_target(event.href())
            return True
        if event.type() == QEvent.Type.UpdateRequest:
            began = now_ns()
            done = super().event(event)
            self.painted.emit(began, now_ns())
            return done
        is_space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        on_button = is_space and isinstance(QApplication.focusWidget(), QAbstractButton)
        if on_button and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    # -- slots

    @Slot(object)
    def _device_chosen(self, device: object) -> None:
        self.inspector.show_device(self.devices.rig, device)  # type: ignore[arg-type]  # a Device, as the signal says
        self.support.show_device(self.devices.rig, device)  # type: ignore[arg-type]
        self.sending.show_device(self.devices.rig, device)  # type: ignore[arg-type]
        self.plots.select_device(device.name)  # type: ignore[attr-defined]
