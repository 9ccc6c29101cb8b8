"""What a comparison is asked for, and how far it is: fields and a button, or a line of progress and a way out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QWidget

from app.comparison.rounds.schedule import (
    BLOCKS_A_ROUND,
    DEFAULT_FOR_NS,
    DEFAULT_ROUNDS,
    FEWEST_ROUNDS,
    LONGEST_FOR_NS,
    MOST_ROUNDS,
    SETTLE_NS,
    SHORTEST_FOR_NS,
)
from ui.face import Face
from ui.flat_button import FlatButton
from ui.labels import words
from ui.number_field import number_field
from ui.plain import as_hint, plain
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import CONTROL_HEIGHT, GAP, GRID, MARGIN, TextSize
from ui.translate import marked, told, tr

ACCEPTABLE_MS, MOST_ACCEPTABLE_MS = 50, 60_000
WARM_UP_S = 2  # each mode for a second
FOR_ABOUT = marked(
    "How long each mode reads in a round, in four blocks: one thread, threads, threads, one thread; and again"
)
ROUNDS_ABOUT = marked("Under two rounds there are too few pairs to tell anything")
ACCEPTABLE_ABOUT = marked("How old data may be when it is painted: the verdict rests on it")
FIELDS, PROGRESS = range(2)


@dataclass(frozen=True, slots=True)
class Asked:
    """Of a comparison."""

    rounds: int
    for_ns: int
    acceptable_ms: float

    @property
    def seconds(self) -> float:
        """About how long it will take."""
        return self.rounds * (2 * self.for_ns + BLOCKS_A_ROUND * SETTLE_NS) / 1e9 + WARM_UP_S


class CompareBar(QWidget):
    """Signals: asked(Asked), begin; cancelled(), end the one under way."""

    asked = Signal(object)
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rounds = number_field(tr("Rounds"), "", FEWEST_ROUNDS, MOST_ROUNDS, DEFAULT_ROUNDS)
        shortest, longest, usual = (ns / 1e9 for ns in (SHORTEST_FOR_NS, LONGEST_FOR_NS, DEFAULT_FOR_NS))
        self._for = number_field(tr("Time a mode and round"), "s", shortest, longest, usual, decimals=1)
        self._acceptable = number_field(tr("Acceptable age"), "ms", 1, MOST_ACCEPTABLE_MS, ACCEPTABLE_MS)
        self._takes = words("", muted=True)
        self._captions: list[QLabel] = []
        self._had_focus = False
        self._begin = FlatButton(theme, tr("Compare now"), is_main=True)
        self._progress = Progress(theme)
        self._cancel = FlatButton(theme, tr("Cancel"))
        self._cancel.setAccessibleName(tr("Cancel the comparison"))
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._fields())
        self._pages.addWidget(self._line())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._pages)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rounds.valueChanged.connect(self._tell)
        self._for.valueChanged.connect(self._tell)
        self._begin.clicked.connect(self._begin_clicked)
        self._cancel.clicked.connect(self.cancelled)
        self._tell()

    def _fields(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addStretch(1)
        row.addWidget(self._takes)
        captions = (
            (tr("Rounds"), self._rounds, tr(ROUNDS_ABOUT)),
            (tr("each way"), self._for, tr(FOR_ABOUT)),
            (tr("within"), self._acceptable, tr(ACCEPTABLE_ABOUT)),
        )
        for text, each, about in captions:
            caption = words(text, muted=True)
            caption.setBuddy(each)
            self._captions.append(caption)
            for widget in (caption, each):
                widget.setToolTip(as_hint(about))
            row.addSpacing(GRID)
            row.addWidget(caption)
            row.addWidget(each)
        row.addSpacing(GRID)
        row.addWidget(self._begin)
        return page

    def _line(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(MARGIN, 0, 0, 0)
        row.setSpacing(MARGIN)
        row.addWidget(self._progress, 1)
        row.addWidget(self._cancel)
        return page

    @property
    def is_running(self) -> bool:
        return self._pages.currentIndex() == PROGRESS

    def show_progress(self, text: str, share: float) -> None:
        """A comparison is under way."""
        self._progress.show_progress(text, share)
        self._pages.setCurrentIndex(PROGRESS)
        if self._had_focus:
            self._had_focus = False
            self._cancel.setFocus()

    def show_fields(self) -> None:
        """None is."""
        had_focus = self._cancel.hasFocus()
        self._pages.setCurrentIndex(FIELDS)
        if had_focus:
            self._begin.setFocus()

    def show_words(self, *, time: bool, captions: bool) -> None:
        """How long it will take, and what the fields are; where there is room. Their hints say it in any case."""
        self._takes.setVisible(time)
        for caption in self._captions:
            caption.setVisible(captions)

    def set_possible(self, hindrance: str) -> None:
        """Whether one can begin: "" where it can."""
        self._begin.setEnabled(not hindrance)
        self._begin.setToolTip(as_hint(hindrance))

    def what(self) -> Asked:
        return Asked(round(self._rounds.value()), round(self._for.value() * 1e9), self._acceptable.value())

    @Slot()
    def _tell(self) -> None:
        seconds = self.what().seconds
        said = tr("about {minutes:.0f} min") if seconds >= 100 else tr("about {seconds:.0f} s")
        self._takes.setText(said.format(seconds=seconds, minutes=seconds / 60))

    @Slot()
    def _begin_clicked(self) -> None:
        self._had_focus = self._begin.hasFocus()  # who hears of it may disable the button, which loses it then
        self.asked.emit(self.what())


class Progress(QWidget):
    """What is being done, in words above a thin bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._face = Face(text_font(TextSize.SMALL))
        self._text = ""
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_progress(self, text: str, share: float) -> None:
        self._text, self._share = plain(told(text), 200), share
        self.setAccessibleName(f"{self._text}, {100 * share:.0f} %")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60 * GRID, CONTROL_HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._face = Face(text_font(TextSize.SMALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.rect().adjusted(0, 0, 0, -GAP)
        used = self._face.draw(painter, line, f"{100 * self._share:.0f} %", tokens.muted, Qt.AlignmentFlag.AlignRight)
        self._face.draw(painter, line.adjusted(0, 0, -used - GAP, 0), self._text, tokens.text)
        bar = QRectF(0, self.height() - GRID - 1, self.width(), GRID - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        bar.setWidth(max(3.0, bar.width() * min(1.0, self._share)))
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.end()
