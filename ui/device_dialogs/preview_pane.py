"""The test connection's side of the dialog: a button, how it stands, and what the settings make of the bytes.

The bytes stay when other settings are tried: they are cut and decoded again, at once and without another connection.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.preview import Preview, TableSeen
from app.probe import Phase, Probe
from app.quantities import shown_bytes
from ui.device_dialogs import preview_words as told
from ui.device_dialogs.hints import Hint
from ui.device_dialogs.quiet_table import QuietTable
from ui.device_dialogs.word_menu import WordMenu
from ui.flat_button import FlatButton
from ui.inspector.byte_text import ByteText
from ui.inspector.hexdump import hexdump
from ui.labels import paragraph, wrapped
from ui.plain import as_hint, plain
from ui.segments import Segments
from ui.state_mark import MARK, StateMark, beside_first_line
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, TextSize
from ui.translate import tr
from ui.word_button import WordButton

ROWS, FRAMES, REJECTED, RAW = "rows", "frames", "rejected", "raw"
RAW_SHOWN = 4096  # bytes
MOST_HINTS = 3


class HintLine(QWidget):
    """A sentence about settings that do not fit, and the way to better ones. Signals: taken(), by the user."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.hint: Hint | None = None
        self._text = wrapped("")
        self.use = WordButton(tr("Use this"), TextSize.SMALL)
        self.use.clicked.connect(self.taken)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._text, 1)
        row.addWidget(self.use)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def show_hint(self, hint: Hint | None) -> None:
        self.hint = hint
        text = "" if hint is None else plain(hint.text, 300)
        self._text.setText(f"{text}." if text else "")
        self.use.setAccessibleName(tr("Use this: {text}").format(text=text))
        self.use.setVisible(hint is not None and bool(hint.words))
        self.setVisible(hint is not None)


class PreviewPane(QWidget):
    """Attributes: test, the button; rows, frames, rejected, raw: what is seen; hints.

    Signals: testWished(), stopWished(): by the button. hintTaken(Hint): its settings are to be tried.
    """

    testWished = Signal()
    stopWished = Signal()
    hintTaken = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._table_name = ""
        self._preview: Preview | None = None
        self.test = FlatButton(theme, tr("Test connection"))
        self.test.clicked.connect(self._clicked)
        self._is_running = False
        self._mark = StateMark(theme)
        self._standing = paragraph("", TextSize.BODY)
        self._account = paragraph("", muted=True)
        self.hints = [HintLine() for _ in range(MOST_HINTS)]
        for line in self.hints:
            line.taken.connect(self._taken)
        ways = {ROWS: tr("Decoded"), FRAMES: tr("Frames"), REJECTED: tr("Rejected"), RAW: tr("Raw")}
        self._way = Segments(theme, ways, tr("What came"))
        self._way.wished.connect(self.show_way)
        self.rows = QuietTable(theme, tr("Decoded rows"))
        self.frames = QuietTable(theme, tr("Frames"))
        self.rejected = QuietTable(theme, tr("Rejected frames"))
        self.rejected.say(tr("No frame was rejected."))
        self.raw = ByteText(theme, tr("Raw bytes"))
        self._tables: WordMenu | None = None
        self._place()
        self.show_way(ROWS)

    def _place(self) -> None:
        marked = QHBoxLayout()
        marked.setSpacing(GAP)
        line = self._standing.fontMetrics().height()
        marked.addLayout(beside_first_line(self._mark, max(0, (line - MARK) // 2)))
        marked.addWidget(self._standing, 1)
        self._head = QHBoxLayout()
        self._head.setSpacing(GAP)
        self._head.addWidget(self._way)
        self._head.addStretch(1)
        self._pages = QStackedWidget()
        for page in (self.rows, self.frames, self.rejected, self.raw):
            self._pages.addWidget(page)
        top = QHBoxLayout()
        top.addWidget(self.test)
        top.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        box.setSpacing(GAP)
        box.addLayout(top)
        box.addLayout(marked)
        for hint in self.hints:
            box.addWidget(hint)
        box.addSpacing(GRID)
        box.addLayout(self._head)
        box.addWidget(self._pages, 1)
        box.addWidget(self._account)
        self._rest = QWidget()  # takes the room while there is nothing to see
        box.addWidget(self._rest, 1)

    # -- what is shown

    def show_possible(self, hindrance: str) -> None:
        """Whether one can test now: "" where one can."""
        self.test.setEnabled(self._is_running or not hindrance)
        self.test.setToolTip(as_hint(hindrance))
        self.test.setAccessibleDescription(hindrance)

    def show_probe(self, probe: Probe, hints: list[Hint], *, sound: bool, live: bool) -> None:
        """`sound`: whether the preview is of the settings as they stand; `live`: the device is connected already."""
        self._is_running = probe.is_running
        self.test.setText(tr("Stop") if probe.is_running else self._word(probe))
        self.test.updateGeometry()
        text, state = told.standing(probe, live=live)
        self._standing.setText(text)
        muted, usual = QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.WindowText
        self._standing.setForegroundRole(usual if state is not None else muted)
        self._mark.show_state(state)
        self._mark.setVisible(state is not None)
        self._show_hints(hints if sound else [])
        self._show_preview(probe.preview if probe.received else None, sound=sound)
        self._show_raw(probe)

    def _word(self, probe: Probe) -> str:
        return tr("Test connection") if probe.phase is Phase.UNTRIED else tr("Test again")

    def _show_hints(self, hints: list[Hint]) -> None:
        for line, hint in zip(self.hints, [*hints, *[None] * MOST_HINTS], strict=False):
            line.show_hint(hint)

    def _show_preview(self, preview: Preview | None, *, sound: bool) -> None:
        self._preview = preview
        for widget in (self._way, self._pages):
            widget.setVisible(preview is not None)
        self._rest.setVisible(preview is None)
        if preview is None:
            self._account.setText("")
            self._show_tables([])
            return
        before = "" if sound else tr("As the settings were before, since these are not sound: ")
        self._account.setText(f"{before}{told.account(preview)}")
        self.frames.show_cells(told.frame_heads(), told.frame_cells(preview.frames))
        self.frames.say(tr("No frame: compare the raw bytes with the framing."))
        self.rejected.show_cells(told.reject_heads() if preview.rejects else (), told.reject_cells(preview.rejects))
        self.rows.say(told.nothing_decoded(preview))
        self._show_tables(preview.tables)

    def _show_tables(self, tables: list[TableSeen]) -> None:
        """One of them; the names of the others in a menu."""
        names = [table.name for table in tables]
        if self._tables is not None and (len(names) < 2 or names != [*self._tables.actions_by_key]):
            self._head.removeWidget(self._tables)
            self._tables.hide()
            self._tables.deleteLater()
            self._tables = None
        if len(names) > 1 and self._tables is None:
            shown = {name: plain(name, 32) for name in names}
            self._tables = WordMenu(self._theme, shown, tr("Table"), self)
            self._tables.wished.connect(self._table_wished)
            self._head.addWidget(self._tables)
            self._tables.show()
        table = next((each for each in tables if each.name == self._table_name), tables[0] if tables else None)
        if self._tables is not None and table is not None:
            self._tables.show_choice(table.name)
        if table is None:
            self.rows.show_cells((), ())
        else:
            self.rows.show_cells(told.row_heads(table), told.row_cells(table))

    def _show_raw(self, probe: Probe) -> None:
        if self.raw.is_held:
            return
        data = b"".join(piece.data for piece in probe.capture)[:RAW_SHOWN]
        cut = tr("\nThe first {shown} of {all}").format(shown=shown_bytes(len(data)), all=shown_bytes(probe.received))
        dump = hexdump(data, 0, self.raw.per_line(len(data)))
        self.raw.show_text(dump + (cut if probe.received > len(data) else ""))

    # -- the user's

    @Slot(str)
    def show_way(self, way: str) -> None:
        """Decoded, frames, rejected or raw."""
        self._way.show_choice(way)
        self._pages.setCurrentIndex((ROWS, FRAMES, REJECTED, RAW).index(way))

    @Slot(str)
    def _table_wished(self, name: str) -> None:
        self._table_name = name
        if self._preview is not None:
            self._show_tables(self._preview.tables)

    @Slot()
    def _taken(self) -> None:
        line = self.sender()
        if isinstance(line, HintLine) and line.hint is not None:
            self.hintTaken.emit(line.hint)

    @Slot()
    def _clicked(self) -> None:
        if self._is_running:
            self.stopWished.emit()
        else:
            self.testWished.emit()
