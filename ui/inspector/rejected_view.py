"""The newest frames that could not be decoded: why, how old, how they begin; below, the bytes of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.clock import now_ns
from ui.face import RIGHT, Face
from ui.inspector.byte_text import ByteText
from ui.inspector.content import grouped
from ui.inspector.hexdump import hexdump
from ui.labels import wrapped
from ui.line_model import Index
from ui.painted_rows import RowDelegate, quieten
from ui.plain import as_hint, plain
from ui.slim_scroll_bar import slim
from ui.theme.fonts import fixed_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, LINE, MARGIN, TextSize, Tokens
from ui.translate import told, tr

if TYPE_CHECKING:
    from app.device import Device
    from app.health.counts import Reject

REJECT = Qt.ItemDataRole.UserRole
PREVIEW = 120  # characters of a frame's beginning; more than the pane is wide
MINUTE_S = 120  # ages from here on are told in minutes


def age(reject: Reject, at_ns: int) -> str:
    seconds = max(0, at_ns - reject.read_ns) // 10**9
    if seconds < MINUTE_S:
        return tr("{seconds} s ago").format(seconds=seconds)
    return tr("{minutes} min ago").format(minutes=seconds // 60)


class RejectedView(QWidget):
    """Newest first; the chosen frame stays chosen while others come."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Reject, ...] | None = None
        self._device = ""
        self._note = wrapped("", muted=True)
        self._note.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._rows = self._build_rows(theme)
        self._line = _Separator(theme, self)
        self._bytes = ByteText(theme, tr("Bytes of the chosen frame"), self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(self._note)
        box.addWidget(self._rows, 3)
        box.addWidget(self._line)
        box.addWidget(self._bytes, 2)
        box.addStretch(0)

    def _build_rows(self, theme: Theme) -> QListWidget:
        rows = QListWidget(self)
        rows.setItemDelegate(_RejectDelegate(theme, rows))
        quieten(rows, theme, tr("Rejected frames"))
        slim(rows)
        rows.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        rows.currentItemChanged.connect(self._current_changed)
        return rows

    def show_device(self, device: Device) -> None:
        counts = device.pipeline.decoder.counts
        recent = tuple(reversed(counts.recent))
        total = counts.rejected.total()
        said = tr("{total} rejected; the newest {count}:").format(total=grouped(total), count=len(recent))
        self._note.setText(said if total else tr("No frame was rejected."))
        if recent != self._shown or device.name != self._device:
            self._fill(recent, keep=device.name == self._device)
        self._shown, self._device = recent, device.name
        for each in (self._rows, self._line, self._bytes):
            each.setVisible(bool(recent))
        self._rows.viewport().update()  # ages

    def _fill(self, recent: tuple[Reject, ...], *, keep: bool) -> None:
        current = self._rows.currentItem()
        chosen = current.data(REJECT) if current is not None and keep else None
        self._rows.clear()
        for reject in recent:
            self._rows.addItem(_item(reject))
        if recent:
            self._rows.setCurrentRow(recent.index(chosen) if chosen in recent else 0)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _current_changed(self, current: QListWidgetItem | None, _previous: QListWidgetItem | None) -> None:
        if current is None:
            return
        reject: Reject = current.data(REJECT)
        shown = tr("The first {count} of {length} bytes").format(count=len(reject.head), length=reject.length)
        cut = f"\n{shown}" if reject.length > len(reject.head) else ""
        self._bytes.show_text(hexdump(reject.head, 0, self._bytes.per_line(len(reject.head))) + cut)


def _item(reject: Reject) -> QListWidgetItem:
    item = QListWidgetItem()
    begins = plain(reject.head.decode("utf-8", "replace"), PREVIEW)
    item.setData(REJECT, reject)
    size = tr("1 byte") if reject.length == 1 else tr("{count} bytes").format(count=reject.length)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{plain(told(reject.reason), 200)}, {size}: {begins}")
    item.setToolTip(as_hint(plain(told(reject.reason), 400)))
    return item


class _RejectDelegate(RowDelegate):
    """Two lines: the reason and the age, the beginning and the length."""

    shows_pointed = False

    def make_faces(self) -> None:
        super().make_faces()
        self._bytes = Face(fixed_font(TextSize.SMALL))

    @property
    def height(self) -> int:
        return self._small.height + self._bytes.height + 2 * GRID

    def paint_row(self, painter: QPainter, area: QRect, index: Index, tokens: Tokens) -> None:
        reject: Reject = index.data(REJECT)
        upper = QRect(area.x() + MARGIN, area.y() + GRID, area.width() - 2 * MARGIN, self._small.height)
        lower = QRect(upper.x(), upper.bottom() + 1, upper.width(), self._bytes.height)
        used = self._figures.draw(painter, upper, age(reject, now_ns()), tokens.muted, RIGHT)
        self._small.draw(painter, upper.adjusted(0, 0, -used - GAP, 0), plain(told(reject.reason), 200), tokens.warning)
        used = self._figures.draw(painter, lower, f"{grouped(reject.length)} B", tokens.muted, RIGHT)
        begins = plain(reject.head.decode("utf-8", "replace"), PREVIEW)
        self._bytes.draw(painter, lower.adjusted(0, 0, -used - GAP, 0), begins, tokens.text)


class _Separator(QWidget):
    """A line between the list and the bytes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(LINE)
        theme.changed.connect(self.update)

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.tokens.line))
        painter.end()
