"""The devices and their channels as a Qt item model.

Two levels: a device, and under it the channels of all its tables. What a row shows is made when the view asks, so the
cost is that of the rows on screen, not of the channels that exist. For the same reason `refresh` announces new rows
and nothing else: values change with every refresh, and `ui.devices.tree` looks which rows on screen read otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.devices.lines import Channel, ChannelLine, device_line
from ui.plain import as_hint, plain
from ui.plots.board.carried import CHANNELS, channels_mime

if TYPE_CHECKING:
    from app.device import Device
    from app.rig import Rig

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Role(IntEnum):
    """What the delegate and the filter ask for."""

    LINE = Qt.ItemDataRole.UserRole + 1  # a DeviceLine or a ChannelLine
    PATH = Qt.ItemDataRole.UserRole + 2  # "imu" or "imu/ax"
    LINE_NOW = Qt.ItemDataRole.UserRole + 3  # what makes the line: to be called for as long as the row is there


class _Channels:
    """A device's channels in one list, as they are known; grows only. The time axis itself is not among them."""

    def __init__(self, device: Device) -> None:
        self.device = device
        self.entries: list[Channel] = []
        self._time_field: str | None = getattr(device.options.time, "field", None)
        self._taken: dict[str, int] = {}

    def fresh(self) -> list[Channel]:
        """Channels that have appeared since the last call; not yet in `entries`."""
        found: list[Channel] = []
        for name, table in self.device.pipeline.tables.items():
            columns = table.columns
            fresh = range(self._taken.get(name, 0), len(columns))
            shown = (index for index in fresh if columns[index].name != self._time_field)
            found += [Channel(table, index, _channel_name(name, columns[index].name)) for index in shown]
            self._taken[name] = len(columns)
        return found


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

    def index_of(self, device: Device) -> QModelIndex:
        """Its row; an invalid one for a device of another rig."""
        rows = (row for row, channels in enumerate(self._channels) if channels.device is device)
        return self.index(next(rows, -1), 0)

    def refresh(self) -> list[QModelIndex]:
        """Insert new channels; the devices that had none before."""
        first_seen = []
        for row, channels in enumerate(self._channels):
            fresh = channels.fresh()
            if not fresh:
                continue
            parent, first = self.index(row, 0), len(channels.entries)
            self.beginInsertRows(parent, first, first + len(fresh) - 1)
            channels.entries.extend(fresh)
            self.endInsertRows()
            if not first:
                first_seen.append(parent)
        return first_seen

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

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags)

    def mimeTypes(self) -> list[str]:
        return [CHANNELS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The channels of these rows; a device's row is all of its channels."""
        return channels_mime(self.paths(indexes))

    def paths(self, indexes: Iterable[Index]) -> list[str]:
        """The channels of these rows, each once, as sessions name them."""
        paths: list[str] = []
        for index in indexes:
            rows = range(self.rowCount(index)) if not index.parent().isValid() else ()
            children = (self.index(row, 0, index) for row in rows)
            paths += [str(each.data(Role.PATH)) for each in (children if rows else [index]) if each.parent().isValid()]
        return list(dict.fromkeys(paths))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.rig is None:
            return None
        owner = index.internalId()
        channels = self._channels[owner - 1 if owner else index.row()]
        if owner:
            return _channel_data(channels.device, channels.entries[index.row()], role)
        return _device_data(self.rig, channels.device, role)


def _device_data(rig: Rig, device: Device, role: int) -> Any:
    if role == Role.LINE:
        return device_line(rig, device)
    if role == Role.LINE_NOW:
        return partial(device_line, rig, device)
    if role == Role.PATH:
        return device.name
    if role == Qt.ItemDataRole.DisplayRole:
        return plain(device.name)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return str(device_line(rig, device))
    if role == Qt.ItemDataRole.ToolTipRole:
        return as_hint(f"{device_line(rig, device)}, {plain(device.options.address, 120)}")
    return None


def _channel_data(device: Device, channel: Channel, role: int) -> Any:
    if role == Role.LINE_NOW:
        return partial(_channel_line, device, channel)
    if role == Role.PATH:
        return f"{device.name}/{channel.name}"
    if role == Qt.ItemDataRole.DisplayRole:
        return plain(channel.name)
    if role not in (Role.LINE, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        return None
    line = _channel_line(device, channel)
    if role == Role.LINE:
        return line
    return as_hint(str(line)) if role == Qt.ItemDataRole.ToolTipRole else str(line)


def _channel_line(device: Device, channel: Channel) -> ChannelLine:
    return channel.line(stale=device.link.state != "open")


def _channel_name(table: str, column: str) -> str:
    """As in the report and in the session's plots: the table comes first where there are several."""
    return f"{table}.{column}" if table else column
