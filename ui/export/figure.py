"""What stands in a figure for paper: values, no pixels and no colours. Made by `ui.export.take`, laid out by
`ui.export.sheet`, painted by `ui.export.painting`."""

from __future__ import annotations

from dataclasses import dataclass

from app.store.views import Float64Array


@dataclass(frozen=True, slots=True)
class FigureAxis:
    """Values at the lower and the upper edge, and their unit."""

    low: float
    high: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class FigureCurve:
    """Lines of (share of the width, value): `measured` ones, and `held` ones that go on with the last value; lone
    samples as `points`. `axis` is the place of its axis among the panel's."""

    colour: int
    axis: int
    measured: tuple[Float64Array, ...]
    held: tuple[Float64Array, ...] = ()
    points: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class FigureBand:
    """No data from one share of the width to another, and why."""

    left: float
    right: float
    cause: str


@dataclass(frozen=True, slots=True)
class FigureBar:
    """A state in a lane; `code` gives its colour, None where it changed faster than can be shown."""

    left: float
    right: float
    code: int | None
    word: str


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """A line of the legend. `colour` is a curve's, None for a lane."""

    name: str
    value: str
    unit: str
    colour: int | None
    stale: bool = False


@dataclass(frozen=True, slots=True)
class FigurePanel:
    """Curves over axes, or lanes. `weight`: how wide it is beside the others of its row."""

    title: str
    unit: str
    note: str
    entries: tuple[FigureEntry, ...]
    axes: tuple[FigureAxis, ...] = ()
    curves: tuple[FigureCurve, ...] = ()
    bands: tuple[FigureBand, ...] = ()
    lanes: tuple[tuple[FigureBar, ...], ...] = ()
    weight: float = 1.0

    @property
    def is_lanes(self) -> bool:
        return bool(self.lanes)


@dataclass(frozen=True, slots=True)
class Figure:
    """All of it: rows of panels from the top, over one span of time."""

    title: str
    about: str
    rows: tuple[tuple[FigurePanel, ...], ...]
    start_unix_ns: int
    span_ns: int
