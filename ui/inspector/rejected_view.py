"""The newest frames that could not be decoded, with the reason and their first bytes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.clock import now_ns
from app.device import Device
from app.health.counts import Reject
from ui.plain import plain

PREVIEW = 80


class RejectedView(QWidget):
    """A row a rejected frame, newest first; says so where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Reject, ...] | None = None
        self._empty = QLabel("No frame was rejected.", self)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setEnabled(False)
        self._rows = QTreeWidget(self)
        self._rows.setHeaderLabels(["Age", "Reason", "Bytes", "Begins with"])
        self._rows.setRootIsDecorated(False)
        self._rows.setFrameShape(QTreeWidget.Shape.NoFrame)
        self._rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._rows.setAccessibleName("Rejected frames")
        self._rows.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self._empty)
        self._layout.addWidget(self._rows)

    def show_device(self, device: Device) -> None:
        recent = tuple(reversed(device.pipeline.decoder.counts.recent))
        if recent != self._shown:
            self._shown = recent
            self._rows.clear()
            self._rows.addTopLevelItems([self._item(reject) for reject in recent])
        for row, reject in enumerate(recent):
            item = self._rows.topLevelItem(row)
            if item is not None:
                item.setText(0, f"{(now_ns() - reject.read_ns) / 1e9:.0f} s")
        self._layout.setCurrentWidget(self._rows if recent else self._empty)

    @staticmethod
    def _item(reject: Reject) -> QTreeWidgetItem:
        text = plain(reject.head.decode("utf-8", "replace"), PREVIEW)
        item = QTreeWidgetItem(["", plain(reject.reason, 60), str(reject.length), text])
        item.setTextAlignment(0, Qt.AlignmentFlag.AlignRight)
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight)
        item.setToolTip(3, reject.head[:PREVIEW].hex(" "))
        return item
