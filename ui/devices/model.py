"""The devices and their channels as a Qt item model.

Two levels: a device, and under it the channels of all its tables. Values are read when the view asks, so the cost
is that of the rows on screen, not of the channels that exist; `refresh` only says what may have changed.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.device import Device
from app.report import channel_name
from app.rig import DeviceStatus, Rig
from app.store.table import Table
from ui.plain import plain, shown_number, shown_rate

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Role(IntEnum):
    """What the delegate and the filter ask for, beside the display text."""

    STATE = Qt.ItemDataRole.UserRole + 1
    DETAIL = Qt.ItemDataRole.UserRole + 2
    VALUE = Qt.ItemDataRole.UserRole + 3
    UNIT = Qt.ItemDataRole.UserRole + 4
    PATH = Qt.ItemDataRole.UserRole + 5
    BALANCED = Qt.ItemDataRole.UserRole + 6


class _Channels:
    """A device's channels in one list, as they are known; grows only."""

    def __init__(self, device: Device) -> None:
        self.device = device
        self.entries: list[tuple[Table, int, str]] = []
        self._taken: dict[str, int] = {}
        self.versions = -1

    def fresh(self) -> list[tuple[Table, int, str]]:
        """Channels that have appeared since the last call; not yet in `entries`."""
        found: list[tuple[Table, int, str]] = []
        for name, table in self.device.pipeline.tables.items():
            columns = table.columns
            fresh = range(self._taken.get(name, 0), len(columns))
            found += [(table, index, channel_name(name, columns[index].name)) for index in fresh]
            self._taken[name] = len(columns)
        return found

    def changed(self) -> bool:
        versions = sum(table.version for table in self.device.pipeline.tables.values())
        changed, self.versions = versions != self.versions, versions
        return changed


class DeviceModel(QAbstractItemModel):
    """Devices of a rig, in the session's order.

    Attributes:
        rig: what is shown; None for an empty window.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rig: Rig | None = None
        self._channels: list[_Channels] = []

    def set_rig(self, rig: Rig | None) -> None:
        self.beginResetModel()
        self.rig = rig
        self._channels = [_Channels(device) for device in rig.devices] if rig else []
        self.endResetModel()

    def device(self, index: Index) -> Device | None:
        """The device of a row, or of the device above it."""
        if not index.isValid():
            return None
        row = index.internalId() - 1 if index.internalId() else index.row()
        return self._channels[row].device

    def refresh(self) -> None:
        """Insert new channels, and say which values may have changed."""
        for row, channels in enumerate(self._channels):
            parent = self.index(row, 0)
            fresh = channels.fresh()
            if fresh:
                first = len(channels.entries)
                self.beginInsertRows(parent, first, first + len(fresh) - 1)
                channels.entries.extend(fresh)
                self.endInsertRows()
            self.dataChanged.emit(parent, parent, [Role.STATE, Role.DETAIL, Role.VALUE, Role.BALANCED])
            if channels.entries and channels.changed():
                last = self.index(len(channels.entries) - 1, 0, parent)
                self.dataChanged.emit(self.index(0, 0, parent), last, [Role.VALUE])

    # -- QAbstractItemModel

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        if column != 0 or row < 0 or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]  # QObject.parent() shares the name
        owner = index.internalId() if index.isValid() else 0
        return self.createIndex(owner - 1, 0, 0) if owner else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        if not parent.isValid():
            return len(self._channels)
        return 0 if parent.internalId() else len(self._channels[parent.row()].entries)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.rig is None:
            return None
        if index.internalId():
            return self._channel_data(self._channels[index.internalId() - 1], index.row(), role)
        return self._device_data(self.rig, self._channels[index.row()].device, role)

    # -- what stands in a row

    @staticmethod
    def _channel_data(channels: _Channels, row: int, role: int) -> Any:
        table, column, name = channels.entries[row]
        if role == Role.PATH:
            return f"{channels.device.name}/{name}"
        if role == Role.VALUE:
            return shown_number(table.last_value(column))
        info = table.columns[column]
        if role == Role.UNIT:
            return plain(info.unit, 12)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return plain(name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{plain(name)} {shown_number(table.last_value(column))} {plain(info.unit, 12)}"
        return None

    @classmethod
    def _device_data(cls, rig: Rig, device: Device, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Role.PATH):
            return plain(device.name)
        if role == Role.STATE:
            return device.link.state
        status = rig.status(device)
        if role == Role.VALUE:
            return shown_rate(status.frames_per_s, "Hz")
        if role == Role.UNIT:
            return "frames"
        if role == Role.BALANCED:
            return not rig.failures.get(device.name)
        if role in (Role.DETAIL, Qt.ItemDataRole.ToolTipRole):
            return cls._detail(device, status)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{plain(device.name)}, {device.link.state}, {cls._detail(device, status)}"
        return None

    @staticmethod
    def _detail(device: Device, status: DeviceStatus) -> str:
        """The second line of a device: where it leads, or what is wrong, in words."""
        statistics = status.statistics
        if device.link.state != "open" and statistics.last_reason:
            return plain(statistics.last_reason, 120)
        if statistics.connection and status.ledger.bytes.received and not status.ledger.frames.framed:
            return f"{status.ledger.bytes.received} bytes, no frame yet: see the raw tail"
        return f"{plain(device.options.address, 80)}  {shown_rate(status.bytes_per_s, 'B/s')}"
