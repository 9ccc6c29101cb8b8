"""The list of devices: filter, states, rates, newest values."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QTreeView, QVBoxLayout, QWidget

from app.device import Device
from app.rig import Rig
from ui.devices.delegate import DeviceDelegate
from ui.devices.model import DeviceModel, Role
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, MARGIN

EXPANDED_CHANNELS = 12  # a device with more starts folded: the list must stay a list


class DevicePanel(QWidget):
    """Devices and channels, with a filter.

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
        self._filter = self._build_filter()
        self._tree = self._build_tree()
        self._folded: set[str] = set()
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, GAP, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(self._filter)
        box.addWidget(self._tree)

    def _build_filter(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText("Filter devices and channels")
        line.setAccessibleName("Filter devices and channels")
        line.setClearButtonEnabled(True)
        line.textChanged.connect(self._filter_changed)
        return line

    def _build_tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setModel(self._proxy)
        tree.setItemDelegate(DeviceDelegate(self._theme, tree))
        tree.setHeaderHidden(True)
        tree.setIndentation(GAP)
        tree.setFrameShape(QTreeView.Shape.NoFrame)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        tree.setAccessibleName("Devices and channels")
        tree.selectionModel().currentChanged.connect(self._current_changed)
        tree.collapsed.connect(self._collapsed)
        return tree

    @property
    def rig(self) -> Rig | None:
        return self._model.rig

    def set_rig(self, rig: Rig | None) -> None:
        self._folded.clear()
        self._model.set_rig(rig)
        if rig is not None and rig.devices:
            self._tree.setCurrentIndex(self._proxy.index(0, 0))

    def refresh(self) -> None:
        """Take up new channels and values; a device's channels unfold when they first appear."""
        if not self.isVisible():
            return
        before = [self._model.rowCount(self._model.index(row, 0)) for row in range(self._model.rowCount())]
        self._model.refresh()
        for row, count in enumerate(before):
            index = self._model.index(row, 0)
            now = self._model.rowCount(index)
            if now and not count and now <= EXPANDED_CHANNELS:
                self._tree.expand(self._proxy.mapFromSource(index))

    def focus_filter(self) -> None:
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    @Slot(str)
    def _filter_changed(self, text: str) -> None:
        self._proxy.setFilterFixedString(text)
        if text:
            self._tree.expandAll()
            return
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            wanted = self._model.rowCount(index) <= EXPANDED_CHANNELS and index.data() not in self._folded
            self._tree.setExpanded(self._proxy.mapFromSource(index), wanted)

    @Slot(QModelIndex)
    def _collapsed(self, index: QModelIndex) -> None:
        if not self._filter.text():
            self._folded.add(index.data())

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        device: Device | None = self._model.device(self._proxy.mapToSource(current))
        if device is not None:
            self.deviceChosen.emit(device)
