"""Where a command is written: the line, what it will send, and how: notation, ending, set-point, expiry, history."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.field import Field
from ui.flat_button import FlatButton
from ui.labels import words
from ui.number_field import number_field
from ui.plain import as_hint
from ui.segments import Segments
from ui.sending.device_head import DeviceHead
from ui.sending.draft import ENDINGS, Draft, Notation, Problem, compose, shown_hex
from ui.sending.field import CommandField
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, State
from ui.told_line import ToldLine
from ui.translate import marked, tr

LONGEST_EXPIRY_S = 3600
MOST_SHOWN = 256  # bytes of the preview; a line holds fewer
LONGEST_KEY = 64
NOTATIONS = {str(Notation.TEXT): marked("Text"), str(Notation.HEX): marked("Hex")}
ABOUT_NOTATION = {
    str(Notation.TEXT): marked(r"UTF-8, with the escapes \n, \r, \t, \0, \xHH, and \\ for a backslash"),
    str(Notation.HEX): marked("Two hex digits a byte, in either case; blanks where you like"),
}
MEMORY, DISK = "memory", "disk"
KEEPS = {MEMORY: marked("in memory"), DISK: marked("on disk")}
ABOUT_KEEPS = {
    MEMORY: marked(
        "What was sent to this device is forgotten when Quintet ends; what was kept on disk is taken off it now"
    ),
    DISK: marked("What was sent to this device is kept in Quintet's settings, to be there next time: mind passwords"),
}
KEY_ABOUT = marked(
    "The latest value wins: a command with the same set-point takes the place of one that has not started yet. "
    "Empty: every command is sent"
)
EXPIRY_ABOUT = marked("A command that has not started by then is not sent any more")
EMPTY = marked("Return sends; ↑ and ↓ walk through what was sent before")


class SendEditor(QWidget):
    """Signals: sendWished(): Return or the button; olderWished(), newerWished(): a step through the history;
    edited(): another draft stands here; keepWished(bool): the history is to be kept on disk, or no longer."""

    sendWished = Signal()
    olderWished = Signal()
    newerWished = Signal()
    edited = Signal()
    keepWished = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._draft = Draft()
        self._shows = False
        self.head = DeviceHead(theme)
        self.keep = _choice(theme, KEEPS, tr("History"), ABOUT_KEEPS)
        self.command = CommandField(theme)
        self.send = FlatButton(theme, tr("Send"), is_main=True)
        self.preview = ToldLine(theme)
        self.notation = _choice(theme, NOTATIONS, tr("Notation"), ABOUT_NOTATION)
        self.ending = _choice(theme, {word: word for word in ENDINGS}, tr("Ending"), {})
        self.set_point = Field(theme, tr("Set-point"), tr("none"))
        self.set_point.line.setMaxLength(LONGEST_KEY)
        self.expiry = number_field(tr("Expires after"), "s", 0, LONGEST_EXPIRY_S, 0, decimals=1)
        self.expiry.setSpecialValueText(tr("never"))
        self._place()
        self._connect()
        self.show_draft(Draft())

    # -- parts

    def _place(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.command, 1)
        line.addWidget(self.send)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addLayout(self._top())
        box.addLayout(line)
        box.addWidget(self.preview)
        box.addLayout(self._options())
        box.addStretch(1)

    def _top(self) -> QHBoxLayout:
        """The device; at the right what is about all commands to it, so that the dock can be as low as it is here."""
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.head, 1)
        row.addWidget(_caption(tr("History"), self.keep))
        row.addWidget(self.keep)
        return row

    def _options(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        self.set_point.setMinimumWidth(20 * GRID)
        written = QHBoxLayout()
        written.setSpacing(GAP)
        written.addWidget(self.notation)
        written.addSpacing(GRID)
        written.addWidget(_caption(tr("ending"), self.ending))
        written.addWidget(self.ending)
        written.addStretch(1)
        waits = QHBoxLayout()
        waits.setSpacing(GAP)
        waits.addWidget(self.set_point, 1)
        waits.addSpacing(GRID)
        waits.addWidget(_caption(tr("expires after"), self.expiry, tr(EXPIRY_ABOUT)))
        waits.addWidget(self.expiry)
        rows = (
            (tr("Written as"), self.notation, "", written),
            (tr("Set-point"), self.set_point, tr(KEY_ABOUT), waits),
        )
        for number, (text, widget, about, row) in enumerate(rows):
            grid.addWidget(_caption(text, widget, about), number, 0)
            grid.addLayout(row, number, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _connect(self) -> None:
        self.command.changed.connect(self._text_changed)
        self.command.entered.connect(self.sendWished)
        self.command.olderWished.connect(self.olderWished)
        self.command.newerWished.connect(self.newerWished)
        self.send.clicked.connect(self.sendWished)
        self.notation.wished.connect(self._notation_wished)
        self.ending.wished.connect(self._ending_wished)
        self.keep.wished.connect(self._keep_wished)
        self.set_point.line.returnPressed.connect(self.sendWished)

    # -- what is written

    @property
    def draft(self) -> Draft:
        return self._draft

    def show_draft(self, draft: Draft) -> None:
        """In place of what stands here."""
        self._shows = True
        self._draft = draft
        self.command.set_text(draft.text)
        self._shows = False
        self._tell()

    def result(self) -> bytes | Problem:
        """What the draft means."""
        return compose(self._draft)

    @property
    def key(self) -> str:
        return self.set_point.line.text().strip()

    @property
    def expires_after_ns(self) -> int | None:
        seconds = self.expiry.value()
        return round(seconds * 1e9) if seconds else None

    def show_refusal(self, text: str) -> None:
        """Why what stands here was not sent; until it is changed."""
        self.preview.show_words(text, State.ALARM)

    def show_possible(self, hindrance: str) -> None:
        """Whether one can send now: "" where one can."""
        self.send.setEnabled(not hindrance)
        self.send.setToolTip(as_hint(hindrance))

    def show_keep(self, *, kept: bool, possible: bool) -> None:
        self.keep.show_choice(DISK if kept else MEMORY)
        self.keep.setEnabled(possible)

    def _tell(self) -> None:
        """The bytes, or what is wrong."""
        self.notation.show_choice(self._draft.notation)
        self.ending.show_choice(self._draft.ending)
        result = self.result()
        self.command.show_problem(result if isinstance(result, Problem) else None)
        if isinstance(result, Problem):
            self.preview.show_words(str(result), State.ALARM)
        elif result:
            count = tr("1 byte") if len(result) == 1 else tr("{count} bytes").format(count=len(result))
            self.preview.show_bytes(count, shown_hex(result, MOST_SHOWN))
        else:
            self.preview.show_words(tr(EMPTY))

    # -- the user's

    def _change(self, draft: Draft) -> None:
        self._draft = draft
        self._tell()
        self.edited.emit()

    @Slot()
    def _text_changed(self) -> None:
        if not self._shows:
            self._change(replace(self._draft, text=self.command.text))

    @Slot(str)
    def _notation_wished(self, key: str) -> None:
        self._change(replace(self._draft, notation=Notation(key)))

    @Slot(str)
    def _ending_wished(self, word: str) -> None:
        self._change(self._draft.with_ending(word))

    @Slot(str)
    def _keep_wished(self, key: str) -> None:
        self.keepWished.emit(key == DISK)


def _choice(theme: Theme, titles: dict[str, str], name: str, about: dict[str, str]) -> Segments:
    """`titles` and `about` as they stand in the code; `name` as it is shown."""
    segments = Segments(theme, {key: tr(title) for key, title in titles.items()}, name)
    for key, segment in segments.segments.items():
        segment.setAccessibleName(f"{name}: {segment.text()}")
        segment.setToolTip(as_hint(tr(about[key]) if key in about else ""))
    return segments


def _caption(text: str, widget: QWidget, about: str = "") -> QLabel:
    made = words(text, muted=True)
    made.setBuddy(widget)
    made.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    for each in (made, widget):
        if about:
            each.setToolTip(as_hint(about))
    return made
