"""The head of the send box: which device it is for, and how that is."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent

from ui.face import MIDDLE
from ui.plain import plain
from ui.state_mark import MARK
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, State
from ui.told_line import LONGEST_WORDS, PaintedLine

LEAST_OF_NAME = 20 * GRID  # px that a long name keeps beside a long state


class DeviceHead(PaintedLine):
    """A name, and behind it mark and word of its state."""

    def __init__(self, theme: Theme) -> None:
        self._shown: tuple[str, State | None, str] = ("", None, "")
        super().__init__(theme)

    def show_device(self, name: str, state: State | None, words: str) -> None:
        shown = (plain(name), state, plain(words, LONGEST_WORDS))
        if shown != self._shown:
            self._shown = shown
            self._say(f"{shown[0]}: {shown[2]}" if shown[2] else shown[0])

    @property
    def text(self) -> str:
        return self.accessibleName()

    def paintEvent(self, event: QPaintEvent) -> None:
        name, state, words = self._shown
        painter = QPainter(self)
        place = self.rect()
        wanted = MARGIN + MARK + GAP + self._small.width(words)
        place.setWidth(min(self._strong.width(name), max(LEAST_OF_NAME, self.width() - wanted)))
        used = self._strong.draw(painter, place, name, self._theme.tokens.text, cut=MIDDLE)
        if state is not None:
            self._paint_marked(painter, self.rect().adjusted(used + MARGIN, 0, 0, 0), state, words)
        painter.end()
