"""The list of devices: filter, states, rates, newest values."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QSize, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.devices.menu import DeviceMenu
from ui.devices.model import DeviceModel, Role
from ui.devices.search_field import SearchField
from ui.devices.tree import DeviceTree
from ui.plain import plain
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN
from ui.translate import tr

if TYPE_CHECKING:
    from app.device import Device
    from app.rig import Rig
    from ui.transport_control import TransportControl

UNFOLDED_ROWS = 12  # a device with more channels starts folded: the list must stay a list
UNFOLDED_IN_ALL = 40  # so does every device that would make the list longer than a screen


@dataclass(frozen=True)
class _Places:
    """What is kept while devices change: `row` of the chosen one."""

    devices: Sequence[Device] = ()
    chosen: Device | None = None
    row: int = 0
    unfolded: Collection[Device] = ()
    scrolled: int = 0


class DevicePanel(QWidget):
    """Devices and channels, with a filter.

    Attributes:
        menu: what can be done with one device.

    Signals:
        deviceChosen(Device): the current row belongs to another device now.
    """

    deviceChosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = DeviceModel(self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self._model)
        self._proxy.setFilterRole(Role.PATH)
        self._proxy.setRecursiveFilteringEnabled(True)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._field = SearchField(theme, tr("Filter devices and channels"), self)
        self._field.textChanged.connect(self._filter_changed)
        self._tree = DeviceTree(theme, self)
        self._tree.setModel(self._proxy)
        self._tree.selectionModel().currentChanged.connect(self._current_changed)
        self._tree.menuWished.connect(self._menu_wished)
        self._tree.collapsed.connect(self._collapsed)
        self._tree.expanded.connect(self._expanded)
        self._unfolded: set[str] = set()
        self._held = _Places()
        self._control: TransportControl | None = None
        self.menu = DeviceMenu(self)
        self._place()
        self._say_empty()

    def _place(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, GAP, 0, 0)
        box.setSpacing(GAP)
        above = QVBoxLayout()
        above.setContentsMargins(MARGIN, 0, MARGIN, 0)
        above.addWidget(self._field)
        box.addLayout(above)
        box.addWidget(self._tree)

    def sizeHint(self) -> QSize:
        return QSize(64 * GRID, 100 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(44 * GRID, 40 * GRID)

    @property
    def rig(self) -> Rig | None:
        return self._model.rig

    @property
    def list(self) -> DeviceTree:
        """Where the rows are; keys that are a device's hold there."""
        return self._tree

    def show_control(self, control: TransportControl) -> None:
        """Who reads a link is asked of this one, and can be seen at once."""
        self._control = control
        control.changed.connect(self._tree.refresh)

    def set_rig(self, rig: Rig | None) -> None:
        self._unfolded.clear()
        self._model.set_rig(rig)
        self._say_empty()
        if rig is None:
            return
        first = self._proxy.index(0, 0)
        if first.isValid():
            self._tree.setCurrentIndex(first)
        elif rig.devices:
            self.deviceChosen.emit(rig.devices[0])  # all are filtered away; the inspector has something to show

    def hold_places(self) -> None:
        """Devices are about to come, go, or be called otherwise: remember what is chosen, unfolded and in sight."""
        rig = self._model.rig
        devices = rig.devices if rig is not None else ()
        chosen = self._model.device(self._proxy.mapToSource(self._tree.currentIndex()))
        row = devices.index(chosen) if chosen in devices and chosen is not None else 0
        unfolded = {device for device in devices if device.name in self._unfolded}
        self._held = _Places(devices, chosen, row, unfolded, self._tree.verticalScrollBar().value())

    def show_changes(self, rig: Rig) -> None:
        """They have: the same rig with its devices as they are now, in the places that were held."""
        held = self._held
        stands_for = dict(zip([device.name for device in held.devices], held.devices, strict=True))
        old = {device: device if device in held.devices else stands_for.get(device.name) for device in rig.devices}
        self._unfolded = {device.name for device in rig.devices if old[device] in held.unfolded}
        self._model.set_rig(rig)
        for index in self._model.refresh():
            if self._model.device(index) not in held.devices:
                self._unfold_first(index)
        self._filter_changed(self._field.line.text())
        if rig.devices:
            self.choose(held.chosen if held.chosen in rig.devices else rig.devices[min(held.row, len(rig.devices) - 1)])
        self._tree.verticalScrollBar().setValue(held.scrolled)

    @Slot(object)
    def choose(self, device: Device) -> None:
        """Make it the current one, as if its row had been clicked."""
        current = self._proxy.mapToSource(self._tree.currentIndex())
        if self._model.device(current) is device:
            return
        row = self._proxy.mapFromSource(self._model.index_of(device))
        if row.isValid():
            self._tree.setCurrentIndex(row)
            self._tree.reveal(row)
        else:
            self.deviceChosen.emit(device)  # its row is filtered away

    @Slot(object, QPoint)
    def open_menu(self, device: Device, at: QPoint) -> None:
        """What can be done with a device, at a place on the screen."""
        if self._control is not None:
            self.menu.open_for(device, self._control, at)

    def refresh(self) -> None:
        """Take up new channels and values; a device's channels unfold when they first appear."""
        if not self.isVisible():
            return
        for device in self._model.refresh():
            self._unfold_first(device)
        self._tree.refresh()

    def _unfold_first(self, device: QModelIndex) -> None:
        count = self._model.rowCount(device)
        shown = sum(self._model.rowCount(self._index_of(name)) for name in self._unfolded)
        if count <= UNFOLDED_ROWS and shown + count <= UNFOLDED_IN_ALL:
            self._unfolded.add(device.data(Role.PATH))
            self._tree.expand(self._proxy.mapFromSource(device))

    def _index_of(self, name: str) -> QModelIndex:
        rows = (self._model.index(row, 0) for row in range(self._model.rowCount()))
        return next((index for index in rows if index.data(Role.PATH) == name), QModelIndex())

    def chosen_channels(self) -> Sequence[str]:
        """The channels of the chosen rows, as sessions name them; a device's row is all of its channels."""
        rows = sorted(self._tree.selectedIndexes(), key=lambda row: self._tree.visualRect(row).top())
        return self._model.paths(self._proxy.mapToSource(row) for row in rows)

    def focus_list(self) -> None:
        self._tree.setFocus()

    def focus_filter(self) -> None:
        self._field.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.line.selectAll()

    @Slot(str)
    def _filter_changed(self, text: str) -> None:
        self._proxy.setFilterFixedString(text)
        self._say_empty()
        if text:
            self._tree.expandAll()
        else:
            self._restore_folds()
        self._tree.scrollTo(self._tree.currentIndex())

    def _restore_folds(self) -> None:
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            self._tree.setExpanded(self._proxy.mapFromSource(index), index.data(Role.PATH) in self._unfolded)

    def _say_empty(self) -> None:
        text = self._field.line.text()
        if self._model.rig is None:
            self._tree.empty_text = tr("No session is open. Open one (Ctrl+O), or try the demo")
        elif not self._model.rowCount():
            self._tree.empty_text = tr("This session has no devices. Add one (Insert)")
        else:
            said = tr("Nothing here is called “{text}”. Esc clears the filter").format(text=plain(text, 40))
            self._tree.empty_text = said if text else ""

    @Slot(QModelIndex)
    def _collapsed(self, index: QModelIndex) -> None:
        if not self._field.line.text():
            self._unfolded.discard(index.data(Role.PATH))

    @Slot(QModelIndex)
    def _expanded(self, index: QModelIndex) -> None:
        if not self._field.line.text():
            self._unfolded.add(index.data(Role.PATH))

    @Slot(QModelIndex, QPoint)
    def _menu_wished(self, index: QModelIndex, at: QPoint) -> None:
        device = self._model.device(self._proxy.mapToSource(index))
        if device is not None:
            self.open_menu(device, at)

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        device: Device | None = self._model.device(self._proxy.mapToSource(current))
        if device is not None:
            self.deviceChosen.emit(device)
