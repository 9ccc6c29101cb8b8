"""The line at the bottom: does everything add up, is the window keeping up?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStatusBar, QWidget

from ui.face import Face
from ui.plain import as_hint
from ui.state_mark import StateMark
from ui.theme.fonts import figures_font, text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, LINE, MARGIN, State, TextSize
from ui.translate import marked, told, tr

if TYPE_CHECKING:
    from app.refresh.pacing import RefreshStatistics

VERDICT_ABOUT = marked("What is wrong, and whether every byte, frame and sample adds up; the health pages have it all")
RATE_ABOUT = marked(
    "How often the window was refreshed in the last second; a refresh shows all that has come since the last"
)
FRAMES_ABOUT = marked("Frames that one refresh shows, on average over the last second")
LAG_ABOUT = marked("How late the window's event loop comes to its work: the median, and what one in a hundred exceeds")


FRAMES = marked("{frames} frames a refresh")
LAG = marked("lag {usual} ms, p99 {p99} ms")


class StatusBar(QStatusBar):
    """The verdict at the left, figures at the right, each in a place that does not move."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizeGripEnabled(False)
        self._mark = StateMark(theme, self)
        self._verdict = _Verdict(theme, "", tr(VERDICT_ABOUT), self)
        self._errors = _Reading(theme, "", tr("Errors inside Quintet since it was started; the log has them"), self)
        self._rate = _Reading(theme, "240 Hz", tr(RATE_ABOUT), self)
        self._frames = _Reading(theme, tr(FRAMES).format(frames="8888.8"), tr(FRAMES_ABOUT), self)
        self._lag = _Reading(theme, tr(LAG).format(usual="88.8", p99="88.8"), tr(LAG_ABOUT), self)
        self.addWidget(self._line(), 1)
        self.forget_run()
        self._errors.hide()
        theme.changed.connect(self.update)

    def _line(self) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(MARGIN - GRID, GRID, MARGIN - GRID, GRID)
        row.setSpacing(GAP)
        row.addWidget(self._mark)
        row.addWidget(self._verdict, 1)
        for reading in (self._errors, self._rate, self._frames, self._lag):
            row.addSpacing(GAP)
            row.addWidget(reading)
        return line

    @property
    def text(self) -> str:
        """All that it says, from the left."""
        readings = (self._verdict, self._errors, self._rate, self._frames, self._lag)
        return " | ".join(reading.text() for reading in readings if reading.text())

    def show_verdict(self, text: str, state: State | None) -> None:
        self._mark.show_state(state)
        self._mark.setVisible(state is not None)
        self._verdict.say(text)
        self._verdict.tint(state)

    def show_errors(self, count: int) -> None:
        self._errors.say(tr("{count} internal errors").format(count=count) if count > 1 else tr("1 internal error"))
        self._errors.tint(State.ALARM)
        self._errors.show()

    def show_figures(self, rate_hz: float, frames: float | None, pace: RefreshStatistics) -> None:
        """`rate_hz` as measured; `frames` that a refresh showed, None where there was no refresh."""
        self._rate.say(f"{rate_hz:.0f} Hz")
        limit = tr("The limit now: {rate} Hz.").format(rate=f"{pace.rate_hz:.3g}")
        self._rate.setToolTip(as_hint(f"{tr(RATE_ABOUT)}. {limit} {told(pace.reason)}"))
        self._rate.tint(State.WARNING if pace.reason else None)
        self._frames.say(tr(FRAMES).format(frames="–" if frames is None else f"{frames:.1f}"))
        lag = pace.lag_ms
        self._lag.say(tr(LAG).format(usual=f"{lag.p50:.1f}", p99=f"{lag.p99:.1f}") if lag else tr("lag –"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """One quiet line above: the panes end at it, and rows that do not fit are seen to go on below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.tokens.window))
        painter.fillRect(0, 0, self.width(), LINE, QColor(self._theme.tokens.line))
        painter.end()

    def forget_run(self) -> None:
        """No session runs: there is nothing to measure."""
        for reading in (self._rate, self._frames, self._lag):
            reading.say("")


class _Reading(QLabel):
    """A text in second colour, right-aligned where a figure changes; as wide as `widest` at least, and never
    narrower than it has been, so that its neighbours stand still."""

    def __init__(self, theme: Theme, widest: str, about: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone: State | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(as_hint(about))
        self.setFont(figures_font(TextSize.SMALL) if widest else text_font(TextSize.SMALL))
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._changes = bool(widest)
        theme.changed.connect(self._recolour)
        if widest:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._widen(self.fontMetrics().horizontalAdvance(widest))

    def say(self, text: str) -> None:
        if text == self.text():
            return
        self.setText(text)
        if self._changes:
            self._widen(self.fontMetrics().horizontalAdvance(text))

    def _widen(self, width: int) -> None:
        """A label of a fixed size asks for no layout when its text changes; else all docks are laid out each second."""
        if width > self.minimumWidth():
            self.setFixedSize(width, self.fontMetrics().height())

    def tint(self, tone: State | None) -> None:
        """The colour of a state, or the usual one for None."""
        if tone is not self._tone:
            self._tone = tone
            self._recolour()

    @Slot()
    def _recolour(self) -> None:
        palette = QPalette()
        if self._tone is not None:
            palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(self._theme.tokens.of_state(self._tone)))
        self.setPalette(palette)


class _Verdict(_Reading):
    """As long as there is room; the hint has all of it."""

    def __init__(self, theme: Theme, widest: str, about: str, parent: QWidget) -> None:
        super().__init__(theme, widest, about, parent)
        self._about = about
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        super().say(text)
        self.setToolTip(as_hint(f"{text}. {self._about}" if text else self._about))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self.palette().color(QPalette.ColorRole.PlaceholderText)
        Face(self.font()).draw(painter, self.rect(), self.text(), ink)
        painter.end()
