"""Which links are compared: a list with a tick each, and how old the data of each is, in both modes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.face import RIGHT, Face
from ui.line_model import Index
from ui.painted_rows import RowDelegate, quieten
from ui.plain import as_hint, plain
from ui.slim_scroll_bar import slim
from ui.theme.fonts import figures_font, text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, ROW_HEIGHT, TextSize, Tokens
from ui.translate import marked, told_inside, tr
from ui.transport_modes import NAMES

NAME, AGES = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
BOX = 3 * GRID + 2  # the side of the tick's box
AGE_SAMPLE = "88888"
HEADS = (marked("one"), marked("threads"))  # of the ages, short
MOST_SHOWN = 6  # more scroll: the stalls below must stay in sight
CHECKED = Qt.CheckState.Checked


class LinkList(QListWidget):
    """Space and a click tick. Signals: chosen(), another set of links is ticked."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_LinkDelegate(theme, self))
        quieten(self, theme, tr("Links to compare"))
        slim(self)
        self.itemChanged.connect(self._item_changed)
        self.itemClicked.connect(self._item_clicked)

    def show_links(self, names: Sequence[str]) -> None:
        """These, all ticked."""
        self.blockSignals(True)
        self.clear()
        for name in names:
            item = QListWidgetItem(plain(name))
            item.setData(NAME, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(CHECKED)
            item.setToolTip(as_hint(plain(name, 200)))
            self.addItem(item)
        self.setFixedHeight(max(1, min(len(names), MOST_SHOWN)) * ROW_HEIGHT)
        self.setCurrentRow(0)
        self.blockSignals(False)
        self.chosen.emit()

    @property
    def names(self) -> tuple[str, ...]:
        """Those that are ticked, in the session's order."""
        items = [self.item(row) for row in range(self.count())]
        return tuple(item.data(NAME) for item in items if item.checkState() == CHECKED)

    def show_ages(self, row: int, ages: Sequence[tuple[str, str]], note: str = "") -> None:
        """Of the link of a row, by mode, with the quantile that each is; or a note in their place."""
        item = self.item(row)
        told = (note,) if note else tuple(age for age, _ in ages)
        if item.data(AGES) != told:
            named = zip(NAMES.values(), ages, strict=True)
            said = [f"{told_inside(name)} {quantile} {age} ms" for name, (age, quantile) in named if quantile]
            self.blockSignals(True)
            item.setData(AGES, told)
            text = f"{item.text()}: {note or ', '.join(said) or tr('too few chunks')}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
            item.setToolTip(as_hint(text))
            self.blockSignals(False)
            self.viewport().update(self.visualItemRect(item))

    def event(self, event: QEvent) -> bool:
        """Space ticks here; elsewhere in the window it pauses the view."""
        is_space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if is_space and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            self._item_clicked(item)
        else:
            super().keyPressEvent(event)

    @Slot(QListWidgetItem)
    def _item_changed(self, _item: QListWidgetItem) -> None:
        self.viewport().update()
        self.chosen.emit()

    @Slot(QListWidgetItem)
    def _item_clicked(self, item: QListWidgetItem) -> None:
        """Anywhere in the row: the delegate has no box of the style's that could take the click."""
        item.setCheckState(Qt.CheckState.Unchecked if item.checkState() == CHECKED else CHECKED)


class _LinkDelegate(RowDelegate):
    shows_chosen = False

    def __init__(self, theme: Theme, parent: LinkList) -> None:
        super().__init__(theme, parent)
        self._list = parent

    def make_faces(self) -> None:
        super().make_faces()
        self._name = Face(text_font())

    def editorEvent(self, *_event: object) -> bool:
        """Mouse and keys are the list's."""
        return False

    def paint_row(self, painter: QPainter, area: QRect, index: Index, tokens: Tokens) -> None:
        is_ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == CHECKED
        box = QRectF(area.x() + MARGIN, area.center().y() + 0.5 - BOX / 2, BOX, BOX)
        _paint_tick(painter, box, tokens, is_ticked=is_ticked)
        right = self._paint_ages(painter, area, index.data(AGES) or (), tokens)
        name = QRect(area.x() + MARGIN + BOX + GAP, area.y(), 0, area.height())
        name.setRight(right - GAP)
        ink = tokens.text if is_ticked and self._list.isEnabled() else tokens.muted
        self._name.draw(painter, name, index.data(), ink)

    def _paint_ages(self, painter: QPainter, area: QRect, ages: Sequence[str], tokens: Tokens) -> int:
        """In columns, one a mode, below their heads with a scroll bar and without; where what is left for the name
        ends."""
        right = self._list.width() - MARGIN
        if len(ages) == 1:
            place = QRect(area.x(), area.y(), right - area.x(), area.height())
            return right - self._small.draw(painter, place, ages[0], tokens.muted, RIGHT)
        width = age_width()
        for age in reversed(ages):
            self._figures.draw(painter, QRect(right - width, area.y(), width, area.height()), age, tokens.text, RIGHT)
            right -= width
        return right


def age_width() -> int:
    """Of a column of ages."""
    head, age = Face(text_font(TextSize.SMALL)), Face(figures_font(TextSize.SMALL)).width(AGE_SAMPLE)
    return max(age, *(head.width(tr(each)) for each in HEADS)) + GAP


def _paint_tick(painter: QPainter, box: QRectF, tokens: Tokens, *, is_ticked: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.accent if is_ticked else tokens.muted), 1.2))
    painter.setBrush(QColor(tokens.selection if is_ticked else tokens.surface))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if is_ticked:
        tick = QPainterPath()
        tick.moveTo(box.left() + 0.25 * BOX, box.top() + 0.52 * BOX)
        tick.lineTo(box.left() + 0.43 * BOX, box.top() + 0.70 * BOX)
        tick.lineTo(box.left() + 0.76 * BOX, box.top() + 0.32 * BOX)
        painter.strokePath(tick, QPen(QColor(tokens.text), 1.6))
    painter.restore()
