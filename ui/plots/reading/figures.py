"""What the cursors say, as lines of a table and as text for a spreadsheet: no widgets.

The text is separated by tabs, its numbers are plain (a point, no groups, all digits), its names cannot act as formulas.
Times are UTC in ISO 8601 with nanoseconds.
"""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.plain import plain
from ui.plots.numerals import grouped, shown_name
from ui.plots.reading.words import NONE, figure, rate_text, span_text, value_text
from ui.plots.source import Channel
from ui.translate import told, tr

if TYPE_CHECKING:  # an empty window needs no numpy, and is there sooner
    from app.store.moment import Reading
    from app.store.statistics import Moments
    from app.store.views import Gap

S = 10**9
LONGEST_NAME = 200
MOST_CAUSES = 5
_FIRST_WORDS = ("channel", "unit", "A", "B", "delta", "count", "missing")


@dataclass(frozen=True, slots=True)
class SpanFigures:
    """Of one curve: read at both cursors, and over the span between; `moments` None until they are known."""

    channel: Channel
    at_a: Reading
    at_b: Reading
    moments: Moments | None = None
    gaps: tuple[Gap, ...] = ()

    @property
    def delta(self) -> object:
        """From A to B: exact for integers; None where one is no number."""
        a, b = (r.sample.value if r.sample is not None else None for r in (self.at_a, self.at_b))
        if isinstance(a, (bool, str)) or isinstance(b, (bool, str)):
            return None
        return b - a if isinstance(a, (int, float)) and isinstance(b, (int, float)) else None

    @property
    def has_numbers(self) -> bool:
        """The codes of a text are counted, and say nothing else."""
        return self.channel.vocabulary is None


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A row: the curve's path, unit and colour number, and the words of its cells."""

    name: str
    unit: str
    cells: tuple[str, ...]
    missing: int = 0
    gaps: int = 0
    causes: str = ""

    @property
    def note(self) -> str:
        """Beside the name: unit, and whether the span is whole."""
        return "  ".join(filter(None, (self.unit, self.incomplete, self.broken)))

    @property
    def incomplete(self) -> str:
        return tr("{count} missing").format(count=self.missing) if self.missing else ""

    @property
    def broken(self) -> str:
        if not self.gaps:
            return ""
        return tr("1 gap") if self.gaps == 1 else tr("{count} gaps").format(count=self.gaps)

    def __str__(self) -> str:
        told = ", ".join(f"{head} {cell}" for head, cell in zip(heads(), self.cells, strict=True) if cell != NONE)
        broken = f"{self.broken}: {self.causes}" if self.gaps else ""
        return ", ".join(filter(None, (f"{self.name} {self.unit}".strip(), told, self.incomplete, broken)))

    @property
    def about(self) -> str:
        return str(self)


def heads() -> tuple[str, ...]:
    """Of the cells."""
    words = (tr("A"), tr("B"), "Δ", tr("Count"), tr("Min"), tr("Max"))
    return (*words, tr("Mean"), tr("RMS"), tr("Std dev"), tr("Slope /s"))


def line_of(figures: SpanFigures) -> FigureLine:
    """For the table on the screen."""
    m, channel = figures.moments, figures.channel
    height = (m.high - m.low if m is not None and m.high > m.low else 0.0) or 1.0
    read = [_read_words(reading, height) for reading in (figures.at_a, figures.at_b)]
    delta = NONE if figures.delta is None else value_text(figures.delta, height)
    rest = ("…",) * 7 if m is None else _moment_words(m, height, whole=m.total is not None, numbers=figures.has_numbers)
    unit = shown_name(channel.unit) if channel.unit else ""
    missing = m.missing if m is not None else 0
    cells, gaps = (*read, delta, *rest), figures.gaps
    return FigureLine(shown_name(channel.path), unit, cells, missing, len(gaps), causes_of(gaps, told))


def causes_of(gaps: Sequence[Gap], say: Callable[[str], str] = str) -> str:
    """Each cause once, with how often it came where that was more than once; `say`: in which language."""
    counts = Counter(plain(say(gap.cause), LONGEST_NAME) for gap in gaps)
    shown = [f"{cause} ({count})" if count > 1 else cause for cause, count in counts.most_common(MOST_CAUSES)]
    return "; ".join([*shown, *(["…"] if len(counts) > MOST_CAUSES else [])])


def _read_words(reading: Reading, height: float) -> str:
    if reading.gap is not None:
        return tr("no data")
    return NONE if reading.sample is None else value_text(reading.sample.value, height)


def _moment_words(m: Moments, height: float, *, whole: bool, numbers: bool) -> tuple[str, ...]:
    if not numbers:
        return (grouped(m.count), *(NONE,) * 6)
    ends = (value_text(int(v) if whole else v, height) if not math.isnan(v) else NONE for v in (m.low, m.high))
    return (grouped(m.count), *ends, *(figure(v) for v in (m.mean, m.rms, m.deviation, m.slope)))


def head_words(delta_ns: int | None, busy: float | None) -> str:
    """The line above the table; `busy`: how much is computed, while it is not all."""
    if delta_ns is None:
        return tr("Place two cursors: put the crosshair (C) or the pointer where one is to be and press 1, then 2")
    words = tr("Δt {span}    1/Δt {rate}").format(span=span_text(delta_ns), rate=rate_text(delta_ns))
    return (
        words if busy is None else tr("{words}    computing {percent} %").format(words=words, percent=int(100 * busy))
    )


# -- for a spreadsheet


def utc_text(unix_ns: int) -> str:
    """ISO 8601 with nanoseconds."""
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(unix_ns // S)) + f".{unix_ns % S:09}Z"


def cell(value: object) -> str:
    """A number plain, a text so that it cannot act; nothing for what is not there."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, (int, float)):
        return repr(value)
    from app.store.rows_as_csv import guarded

    return guarded(plain(str(value), LONGEST_NAME))


def as_text(rows: Iterable[Sequence[object]]) -> str:
    """Lines of cells with tabs between them."""
    return "".join("\t".join(map(cell, row)) + "\n" for row in rows)


def span_table(figures: Sequence[SpanFigures], a_unix_ns: int, b_unix_ns: int) -> str:
    """The cursors' figures."""
    delta_ns = b_unix_ns - a_unix_ns
    rate = S / abs(delta_ns) if delta_ns else None
    top = [
        (tr("cursor A"), utc_text(a_unix_ns)),
        (tr("cursor B"), utc_text(b_unix_ns)),
        (tr("delta t [s]"), delta_ns / S),
        (tr("1/delta t [Hz]"), rate),
    ]
    words = (*_FIRST_WORDS, "min", "max", "mean", "RMS", "sd", "slope [1/s]", "gaps", "causes")
    return as_text([*top, (), words, *(_span_row(f) for f in figures)])


def _span_row(figures: SpanFigures) -> tuple[object, ...]:
    m = figures.moments
    read = (_value(figures.at_a), _value(figures.at_b), figures.delta)
    if m is None:
        return (figures.channel.path, figures.channel.unit, *read, *(None,) * 8, *_gap_cells(figures))
    whole = m.total is not None
    ends = (None if math.isnan(v) else int(v) if whole else v for v in (m.low, m.high))
    numbers = (*ends, m.mean, m.rms, m.deviation, m.slope) if figures.has_numbers else (None,) * 6
    return (figures.channel.path, figures.channel.unit, *read, m.count, m.missing, *numbers, *_gap_cells(figures))


def _gap_cells(figures: SpanFigures) -> tuple[object, object]:
    return len(figures.gaps), causes_of(figures.gaps) or None


def _value(reading: Reading) -> object:
    return reading.sample.value if reading.sample is not None else None


def crosshair_table(channels: Sequence[Channel], readings: Sequence[Reading], unix_ns: int, offset_ns: int) -> str:
    """The values at the crosshair; `offset_ns` from internal times to those of the wall clock."""
    head = ("channel", "unit", "value", "sampled at", "min in pixel", "max in pixel", "samples in pixel")
    rows = [
        (
            channel.path,
            channel.unit,
            _value(reading),
            utc_text(reading.sample.time_ns + offset_ns) if reading.sample is not None else None,
            *((reading.low, reading.high) if channel.vocabulary is None else (None, None)),
            reading.count,
        )
        for channel, reading in zip(channels, readings, strict=True)
    ]
    return as_text([(tr("crosshair"), utc_text(unix_ns)), (), head, *rows])
