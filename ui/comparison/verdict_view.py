"""The verdict of a comparison: the sentence large, what it rests on, what it cannot know; and the report."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.sentence import numbered
from ui.comparison.past_runs import PastRun
from ui.flat_button import FlatButton
from ui.focus_edge import with_focus_edge
from ui.labels import Marked, paragraph, words
from ui.plain import plain
from ui.slim_scroll_bar import slim
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, State, TextSize
from ui.translate import marked, told, tr

LONGEST = 600  # characters of a sentence
COLUMN = 190 * GRID  # px; longer lines are hard to read
EMPTY = marked(
    "Do these links need threads? “Compare now” lets the window's thread and threads of their own read in turn, on the "
    "connections that are open, and answers in one sentence, with what it rests on."
)
ONE_ENDED = marked("Ended at {time}, 1 block over {links}.")
ENDED = marked("Ended at {time}, {count} blocks over {links}.")
ONE_CANCELLED = marked("Cancelled at {time}, 1 block over {links}.")
CANCELLED = marked("Cancelled at {time}, {count} blocks over {links}.")


class VerdictView(QWidget):
    """See the module. Signals: saveWished(), of the comparison that is shown."""

    saveWished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Marked(theme, TextSize.TITLE, strong=True)
        self._about = paragraph("", muted=True)
        self._problem = Marked(theme)
        self._empty = paragraph(tr(EMPTY), TextSize.BODY, muted=True)
        self._evidence, self._limits = _Listed(tr("What it rests on")), _Listed(tr("What it cannot know"))
        self._save = FlatButton(theme, tr("Save report…"))
        self._save.clicked.connect(self.saveWished)
        area = QScrollArea()
        area.setWidget(self._page())
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Verdict"))
        slim(area)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(with_focus_edge(theme, area))
        self.show_run(None)

    def _page(self) -> QWidget:
        page, told = QWidget(), QWidget()
        told.setMaximumWidth(COLUMN)
        column = QVBoxLayout(told)
        column.setContentsMargins(GAP, GAP, MARGIN, MARGIN)
        column.setSpacing(GAP)
        for widget in (self._problem, self._empty, self._sentence):
            column.addWidget(widget)
        below = QHBoxLayout()
        below.setSpacing(MARGIN)
        below.addWidget(self._about, 1)
        below.addWidget(self._save, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)
        column.addWidget(self._evidence)
        column.addWidget(self._limits)
        column.addStretch(1)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(told, COLUMN)
        row.addStretch(1)
        return page

    @property
    def sentence(self) -> str:
        return self._sentence.text

    def show_run(self, run: PastRun | None) -> None:
        """This one's verdict; None where there has been none."""
        self._empty.setVisible(run is None)
        self._about.setVisible(run is not None)
        self._save.setVisible(run is not None)
        self._sentence.say(run.sentence if run is not None else "", run.state if run is not None else State.OFFLINE)
        self._about.setText(_about(run) if run is not None else "")
        self._evidence.show_sentences(run.comparison.evidence if run is not None else ())
        self._limits.show_sentences(run.comparison.limits if run is not None else ())
        self.show_problem("")

    def show_problem(self, text: str) -> None:
        """What came to nothing: a comparison, or the saving of its report; "" for nothing."""
        self._problem.say(plain(text, LONGEST))


def _about(run: PastRun) -> str:
    comparison = run.comparison
    links, count = ", ".join(plain(name, 40) for name in comparison.links), len(comparison.blocks)
    one, many = (ONE_CANCELLED, CANCELLED) if run.cancelled else (ONE_ENDED, ENDED)
    return told(numbered(count, one, many, time=run.at, links=links))


class _Listed(QWidget):
    """Sentences under a heading, each on its own; hidden where there is none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._texts: list[QLabel] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, GRID, 0, 0)
        self._box.setSpacing(GRID)
        self._box.addWidget(words(title, strong=True))

    def show_sentences(self, sentences: Sequence[str]) -> None:
        for label in self._texts:
            self._box.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._texts = [paragraph(plain(told(sentence), LONGEST)) for sentence in sentences]
        for label in self._texts:
            self._box.addWidget(label)
        self.setVisible(bool(self._texts))
