"""Drawing in SVG: elements as strings with everything escaped, and the scales of an axis. No plot is known here."""

from __future__ import annotations

import html
import math
from collections.abc import Iterable
from dataclasses import dataclass

from app.comparison.judgement.wording import cleaned

LONGEST_LABEL = 20  # what fits beside a plot
_MOST_TICKS = 8


def escaped(text: object, longest: int = 200) -> str:
    """Text from anywhere, harmless as content and as an attribute's value of HTML and SVG."""
    return html.escape(cleaned(text, longest), quote=True)


def element(name: str, *children: str, **attributes: object) -> str:
    """`children` are markup already; attributes are escaped; `class_` is class and `font_size` font-size."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"' for key, value in attributes.items() if value != ""
    )
    return f"<{name}{given}>{''.join(children)}</{name}>"


def _value(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else escaped(value, 10**6)


def words(x: float, y: float, text: str, class_: str = "", anchor: str = "") -> str:
    return element("text", escaped(text), x=float(x), y=float(y), class_=class_, text_anchor=anchor)


def title(text: str) -> str:
    """What a pointer that rests there is shown, and a screen reader says."""
    return element("title", escaped(text, 400))


def drawing(width: float, height: float, label: str, parts: Iterable[str]) -> str:
    """A whole drawing that scales with its place."""
    return element(
        "svg", title(label), *parts, viewBox=f"0 0 {width:g} {height:g}", role="img", aria_label=cleaned(label, 400)
    )


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> str:
    return element("line", x1=float(x1), y1=float(y1), x2=float(x2), y2=float(y2), class_=class_)


def polyline(points: Iterable[tuple[float, float]], class_: str) -> str:
    return element("polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points), class_=class_)


def rectangle(x: float, y: float, width: float, height: float, class_: str, *children: str) -> str:
    width, height = max(0.0, width), max(0.0, height)
    return element("rect", *children, x=float(x), y=float(y), width=width, height=height, class_=class_)


def mark(mode: str, x: float, y: float, size: float, class_: str, *children: str) -> str:
    """A mode's own shape: a disc for one thread, a square for threads, so that colour is not needed."""
    if mode == "gui":
        return element("circle", *children, cx=float(x), cy=float(y), r=float(size), class_=class_)
    side = 1.8 * size
    return rectangle(x - side / 2, y - side / 2, side, side, class_, *children)


@dataclass(frozen=True, slots=True)
class LogScale:
    """From low..high, both more than 0, to pixels."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Held within the axis."""
        value = min(self.high, max(self.low, value))
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return self.start + share * (self.end - self.start)

    def ticks(self) -> list[float]:
        """1, 2 and 5 of each decade where there are few, else whole decades, thinned to what can be read."""
        first, last = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
        steps = (1, 2, 5) if last - first <= 3 else (1,)
        every = max(1, math.ceil((last - first) / _MOST_TICKS))
        found = [step * 10.0**power for power in range(first, last + 1, every) for step in steps]
        return [tick for tick in found if self.low <= tick <= self.high]


def log_scale(values: Iterable[float], start: float, end: float) -> LogScale:
    """Wide enough for all the values that a logarithm has; a decade at the least."""
    positive = [value for value in values if 0 < value < math.inf] or [1.0]
    low, high = max(1e-6, min(positive)), min(1e12, max(positive))  # a ns to thirty years: the rest is at an edge
    low, high = min(low, high), max(low, high)
    if high < 10 * low:
        middle = math.sqrt(low * high)
        low, high = middle / math.sqrt(10), middle * math.sqrt(10)
    return LogScale(low, high, start, end)


@dataclass(frozen=True, slots=True)
class LinearScale:
    """From low..high to pixels."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        value = min(self.high, max(self.low, value))
        return self.start + (value / 2 - self.low / 2) / (self.high / 2 - self.low / 2) * (self.end - self.start)

    def ticks(self) -> list[float]:
        """Round numbers, four to nine or so."""
        rough = (self.high - self.low) / 8
        power = 10.0 ** math.floor(math.log10(rough))
        step = next(each * power for each in (1, 2, 5, 10) if each * power >= rough)
        first, last = math.ceil(self.low / step), math.floor(self.high / step)
        return [number * step for number in range(first, last + 1)]
