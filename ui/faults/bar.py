"""Which device, for how long, now or at random: the controls above the faults."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.flat_button import FlatButton
from ui.labels import words
from ui.number_field import number_field
from ui.plain import as_hint, plain
from ui.segments import Segments
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID
from ui.translate import marked, tr

SECONDS, LEAST_S, MOST_S = 2.0, 0.1, 3600.0
MEAN_S, LEAST_MEAN_S, MOST_MEAN_S = 3.0, 0.1, 3600.0
LONGEST_NAME = 16
APART = 4 * GAP  # px between what is played now and what chance plays
RANDOM_ABOUT = marked(
    "A random fault on a random device, in the mean once in so many seconds; the same seed plays the same"
)


class FaultBar(QWidget):
    """Signals: deviceWished(str); playWished(); randomWished(bool): chance is to play, or no longer."""

    deviceWished = Signal(str)
    playWished = Signal()
    randomWished = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.devices: Segments | None = None
        self.seconds = number_field(tr("Seconds"), "s", LEAST_S, MOST_S, SECONDS, decimals=1)
        self.play = FlatButton(theme, tr("Play"), is_main=True)
        self.mean = number_field(
            tr("Seconds between random faults"), "s", LEAST_MEAN_S, MOST_MEAN_S, MEAN_S, decimals=1
        )
        self.chance = FlatButton(theme, tr("Play at random"))
        self.chance.setCheckable(True)
        self._for = words(tr("for"), muted=True)
        self._seed = words("", muted=True)
        self._now, self._later = QHBoxLayout(), QHBoxLayout()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._place()
        self.play.clicked.connect(self.playWished)
        self.chance.clicked.connect(self.randomWished)

    def _place(self) -> None:
        for row in (self._now, self._later):
            row.setSpacing(GAP)
        for widget in (self._for, self.seconds, self.play):
            self._now.addWidget(widget)
        self._now.addStretch(1)
        self._later.addWidget(self.chance)
        self._later.addWidget(words(tr("every"), muted=True))
        self._later.addWidget(self.mean)
        self._later.addWidget(self._seed)
        self._later.addStretch(1)
        for widget in (self.chance, self.mean):
            widget.setToolTip(as_hint(tr(RANDOM_ABOUT)))
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.addLayout(self._now)
        self._both.addLayout(self._later)
        self._both.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def row_width(self) -> int:
        """px that all of it takes as one row."""
        return self._now.minimumSize().width() + APART + self._later.minimumSize().width()

    def stack(self, *, is_narrow: bool) -> None:
        """One row, or two."""
        directions = QBoxLayout.Direction
        self._both.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self._both.setSpacing(GRID if is_narrow else APART)

    def show_devices(self, names: Sequence[str]) -> None:
        """These can be chosen."""
        if self.devices is not None:
            self._now.removeWidget(self.devices)
            self.devices.deleteLater()
        self.devices = Segments(self._theme, {name: plain(name, LONGEST_NAME) for name in names}, tr("Device"))
        for name, segment in self.devices.segments.items():
            segment.setAccessibleName(tr("Device: {name}").format(name=plain(name)))
        self.devices.wished.connect(self.deviceWished)
        self._now.insertWidget(0, self.devices)
        self.devices.show()  # the layout would show it later, and until then not count its width
        stops = list(self.devices.segments.values())
        for before, after in itertools.pairwise([self.seconds, *stops]):  # from the end of the window to this place
            QWidget.setTabOrder(before, after)
        QWidget.setTabOrder(stops[-1], self.seconds)

    def show_choice(self, device: str) -> None:
        if self.devices is not None:
            self.devices.show_choice(device)

    def show_possible(self, why_not: str, *, lasts: bool) -> None:
        """Whether the chosen fault can be played on the chosen device, and whether it lasts."""
        self.play.setEnabled(not why_not)
        self.play.setToolTip(as_hint(why_not))
        self.seconds.setEnabled(lasts)

    def show_random(self, *, plays: bool, hindrance: str, seed: int) -> None:
        self.chance.setChecked(plays)
        self.chance.setEnabled(not hindrance)
        self.mean.setEnabled(not plays)
        self._seed.setText(tr("seed {seed}").format(seed=seed))

    @Slot()
    def focus(self) -> None:
        self.play.setFocus()
