"""The main window: places docks, menus and the plots. Nothing else; `ui.compose` joins it to a rig."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QVBoxLayout, QWidget

from ui.devices.panel import DevicePanel
from ui.inspector.panel import Inspector
from ui.notice import Notice
from ui.plain import plain
from ui.plots.stack import PlotStack
from ui.status_bar import StatusBar
from ui.theme.palette import Theme
from ui.theme.tokens import GRID

LAYOUT_VERSION = 1  # saved layouts of another version are not restored


class MainWindow(QMainWindow):
    """Devices left, plots in the middle, the inspector right, a status bar below.

    Attributes:
        devices, plots, inspector, notice, status: the parts.

    Signals:
        openWished(str): a session file was chosen; "" asks for the file dialog.
        schemeWished(str): "system", "dark" or "light".
        closing(): the window is about to close.
    """

    openWished = Signal(str)
    schemeWished = Signal(str)
    closing = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle("Quintet")
        self.resize(1280, 800)
        self.devices = DevicePanel(theme)
        self.inspector = Inspector(theme)
        self.plots = PlotStack(theme)
        self.notice = Notice(theme)
        self.status = StatusBar()
        self.setStatusBar(self.status)
        self.setCentralWidget(self._build_centre())
        self._docks = [
            self._dock("Devices", self.devices, Qt.DockWidgetArea.LeftDockWidgetArea, 68 * GRID),
            self._dock("Inspector", self.inspector, Qt.DockWidgetArea.RightDockWidgetArea, 76 * GRID),
        ]
        self._recent_menu = QMenu("Open &recent", self)
        self._build_menus()
        self.devices.deviceChosen.connect(self._device_chosen)

    # -- parts

    def _build_centre(self) -> QWidget:
        centre = QWidget()
        box = QVBoxLayout(centre)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.notice)
        box.addWidget(self.plots, 1)
        return centre

    def _dock(self, title: str, widget: QWidget, area: Qt.DockWidgetArea, width: int) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(title.lower())
        dock.setWidget(widget)
        dock.setFeatures(dock.features() & ~QDockWidget.DockWidgetFeature.DockWidgetFloatable)
        self.addDockWidget(area, dock)
        self.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
        return dock

    def _build_menus(self) -> None:
        bar = self.menuBar()
        file_menu = bar.addMenu("&File")
        self._action(file_menu, "&Open session…", "Ctrl+O", self._open)
        file_menu.addMenu(self._recent_menu)
        file_menu.addSeparator()
        self._action(file_menu, "&Quit", "Ctrl+Q", self.close)
        view = bar.addMenu("&View")
        self.pause = self._action(view, "&Pause the view", "Space", None)
        self.pause.setCheckable(True)
        self.pause.toggled.connect(self.plots.set_paused)
        self._action(view, "&Fit", "A", self.plots.fit)
        self._action(view, "Back to &live", "End", self._back_to_live)
        view.addSeparator()
        for dock in self._docks:
            view.addAction(dock.toggleViewAction())
        view.addSeparator()
        self._build_schemes(view.addMenu("&Colours"))
        self._full_screen = self._action(view, "F&ull screen", "F11", self._toggle_full_screen)
        find = QAction("Filter devices and channels", self, shortcut=QKeySequence(QKeySequence.StandardKey.Find))
        find.triggered.connect(self.devices.focus_filter)
        self.addAction(find)

    def _action(self, menu: QMenu, text: str, keys: str, slot: Callable[[], object] | None) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        if slot is not None:
            action.triggered.connect(slot)
        menu.addAction(action)
        return action

    def _build_schemes(self, menu: QMenu) -> None:
        self._schemes = QActionGroup(self)
        for name in ("system", "light", "dark"):
            action = QAction(f"{'As the s' if name == 'system' else name[0].upper()}{name[1:]}", self, checkable=True)
            action.setData(name)
            self._schemes.addAction(action)
            menu.addAction(action)
        self._schemes.actions()[0].setChecked(True)
        self._schemes.triggered.connect(self._scheme_chosen)

    # -- what others ask of it

    def show_recent(self, paths: list[Path]) -> None:
        """Fill the menu of recent sessions."""
        self._recent_menu.clear()
        for path in paths:
            action = self._recent_menu.addAction(plain(str(path), 80).replace("&", "&&"))
            action.setData(str(path))
            action.triggered.connect(self._open_recent)
        self._recent_menu.setEnabled(bool(paths))

    def mark_scheme(self, name: str) -> None:
        for action in self._schemes.actions():
            action.setChecked(action.data() == name)

    def restore(self, settings: QSettings) -> None:
        """Size, place and docks as they were left."""
        geometry, state = settings.value("window/geometry"), settings.value("window/state")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        if isinstance(state, QByteArray):
            self.restoreState(state, LAYOUT_VERSION)

    def keep(self, settings: QSettings) -> None:
        settings.setValue("window/geometry", self.saveGeometry())
        settings.setValue("window/state", self.saveState(LAYOUT_VERSION))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    # -- slots

    @Slot(object)
    def _device_chosen(self, device: object) -> None:
        self.inspector.show_device(self.devices.rig, device)  # type: ignore[arg-type]

    @Slot()
    def _open(self) -> None:
        self.openWished.emit("")

    @Slot()
    def _open_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.openWished.emit(action.data())

    @Slot()
    def _back_to_live(self) -> None:
        self.pause.setChecked(False)
        self.plots.go_live()

    @Slot()
    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    @Slot(QAction)
    def _scheme_chosen(self, action: QAction) -> None:
        self.schemeWished.emit(action.data())
