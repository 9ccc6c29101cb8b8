"""The look in one file: colours in three themes, the grid, the text sizes.

Every colour that a widget paints comes from here. The rule that a test enforces: each text colour keeps
4.5 : 1 (WCAG 2.2, 1.4.3) on each ground that text stands on, each curve colour 3 : 1 (1.4.11) on the
plot's ground, and any two curve colours stay apart for protan, deutan and tritan eyes. In the theme of high contrast
text keeps 7 : 1 (AAA, 1.4.6), curves 4.5 : 1 and separators 3 : 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

GRID = 4  # px; every margin, gap and height is a multiple
GAP = 2 * GRID  # between things that belong together
MARGIN = 3 * GRID  # between groups and at edges
LINE = 1  # px; separators

CONTROL_HEIGHT = 7 * GRID
ROW_HEIGHT = 6 * GRID
ICON_SIZE = 4 * GRID


class TextSize(Enum):
    """The three sizes, as factors of the system's own font size, so that who wants large text gets it."""

    SMALL = 0.9
    BODY = 1.0
    TITLE = 1.3


class State(Enum):
    """How well something is. Shown by shape and word as well as colour."""

    GOOD = "good"
    BUSY = "busy"  # on its way: resolving, connecting, waiting to try again
    STALE = "stale"  # connected, and silent for too long
    WARNING = "warning"
    ALARM = "alarm"
    INVALID = "invalid"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours, "#rrggbb"."""

    name: str
    window: str  # ground of panes and bars
    surface: str  # ground of plots, lists, fields
    raised: str  # buttons, the row under the pointer, alternating rows
    line: str  # separators
    grid: str  # a plot's grid, quieter than a separator
    text: str
    muted: str  # second text: units, hints, axis labels
    accent: str  # links, focus, selection's edge
    selection: str  # ground of what is selected
    good: str
    stale: str
    warning: str
    alarm: str
    invalid: str
    offline: str
    curves: tuple[str, ...]

    @property
    def is_dark(self) -> bool:
        return self.name != "light"

    @property
    def edge(self) -> int:
        """How wide the mark of the focus is, px."""
        return 3 if self.name == "contrast" else 2

    @property
    def pen(self) -> float:
        """How wide a curve is drawn, logical px."""
        return 2.5 if self.name == "contrast" else 1.5

    @property
    def grounds(self) -> tuple[str, ...]:
        """All that text may stand on."""
        return (self.window, self.surface, self.raised, self.selection)

    @property
    def inks(self) -> tuple[str, ...]:
        """All colours that text may have."""
        return (
            self.text,
            self.muted,
            self.accent,
            self.good,
            self.stale,
            self.warning,
            self.alarm,
            self.invalid,
            self.offline,
        )

    def of_state(self, state: State) -> str:
        return {
            State.GOOD: self.good,
            State.BUSY: self.accent,
            State.STALE: self.stale,
            State.WARNING: self.warning,
            State.ALARM: self.alarm,
            State.INVALID: self.invalid,
            State.OFFLINE: self.offline,
        }[state]

    def curve(self, index: int) -> str:
        """The colour of a panel's curve; past the last one they come round again (and are dashed then)."""
        return self.curves[index % len(self.curves)]


# The curve colours start from Okabe and Ito's set and were moved, by a search over CIE Lab distances under
# Machado's (2009) simulations of the three dichromacies, until the nearest two were as far apart as they go
# with 3.3 : 1 against the ground.
DARK = Tokens(
    name="dark",
    window="#15171B",
    surface="#1A1D23",
    raised="#252931",
    line="#31363F",
    grid="#272B33",
    text="#E4E7EB",
    muted="#9DA5B1",
    accent="#7DB2FF",
    selection="#263750",
    good="#4CC38A",
    stale="#F59B5B",
    warning="#E5B93C",
    alarm="#FF8080",
    invalid="#EE8CEB",
    offline="#A3A9B3",
    curves=("#68CFFF", "#DAAA00", "#1B9F77", "#E06EB9", "#DE5E2F", "#8C7BFF", "#F4EA4A", "#CBE2E9"),
)

LIGHT = Tokens(
    name="light",
    window="#F5F6F8",
    surface="#FFFFFF",
    raised="#EAECF0",
    line="#D9DCE2",
    grid="#ECEEF1",
    text="#1C2026",
    muted="#565E6A",
    accent="#1D5BC4",
    selection="#DCE8FB",
    good="#0F6B45",
    stale="#974006",
    warning="#7E5400",
    alarm="#B3261E",
    invalid="#98269A",
    offline="#5A616C",
    curves=("#0063AA", "#DC7004", "#189D6B", "#C85F9A", "#B62C00", "#653DD0", "#6D4B31", "#4C4D57"),
)

# For eyes that need it: on black, lines as strong as controls must be, no ground that differs by a shade alone.
CONTRAST = Tokens(
    name="contrast",
    window="#000000",
    surface="#000000",
    raised="#1C1C1C",
    line="#8E949E",
    grid="#3C4048",
    text="#FFFFFF",
    muted="#D6D9DE",
    accent="#8CC8FF",
    selection="#002B57",
    good="#5CE0A0",
    stale="#FFB27A",
    warning="#FFD24A",
    alarm="#FFA0A0",
    invalid="#FFA8FC",
    offline="#C8CCD2",
    curves=("#00F5FF", "#C8A000", "#97999A", "#C746BC", "#D45043", "#AE44FD", "#FFF300", "#B1EBA9"),
)
