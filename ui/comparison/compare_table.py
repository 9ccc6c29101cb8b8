"""A comparison for a terminal: both modes side by side, then what is behind the verdict, and the verdict last."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from app.comparison.judgement.rows import highest_quantile, quantile
from app.comparison.judgement.wording import (
    NOT_AVAILABLE,
    count_text,
    counted,
    kept_together,
    ms_text,
    rate_text,
    share_text,
)
from app.comparison.schema import Comparison, Distribution, LinkFigures, Loop, ModeFigures, Yardstick
from app.quantities import shown_bytes
from ui.plain import plain

AGES = {
    "readable_painted": "painted after",
    "readable_received": "received after",
    "readable_read": "read after",
}
CAPTION = "Ages count from readable on: the median, and the quantile that is named."
LONGEST = 2000  # of a sentence
BULLET = 3  # columns of a bullet and the spaces beside it
NARROWEST = 20  # columns, however narrow the terminal says it is
_STYLES = {"enough": "green", "helps": "green", "neither": "yellow", "cannot tell": "yellow", "too few": "red"}

OfLink = Callable[[LinkFigures], str]
OfMode = Callable[[ModeFigures], str]


def print_comparison(comparison: Comparison, console: Console) -> None:
    console.print(_grid(comparison))
    for heading, sentences in (
        ("Evidence", comparison.evidence),
        ("Stayed the same", comparison.fixed),
        ("Limits", comparison.limits),
    ):
        if sentences:
            console.print(Text(f"\n{heading}", style="bold"))
            for sentence in sentences:
                item = Grid.grid(padding=(0, 1))
                item.add_row("•", Text(_folded(plain(sentence, LONGEST), console.width - BULLET)))
                console.print(item)
    console.print()
    verdict = _folded(sentence_of(comparison), console.width)
    console.print(Text(verdict, style=f"bold {_STYLES[comparison.verdict_kind]}"))


def _folded(text: str, width: int) -> str:
    """In lines of this width; figures stay with their units and thousands with theirs, where rich breaks at any space,
    also at those that are there to prevent it."""
    lines = textwrap.wrap(kept_together(text), max(width, NARROWEST), break_on_hyphens=False)
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def sentence_of(comparison: Comparison) -> str:
    """The verdict, as a sentence begins and ends."""
    verdict = plain(comparison.verdict, LONGEST)
    return f"{verdict[:1].upper()}{verdict[1:]}."


def _grid(comparison: Comparison) -> Grid:
    grid = Grid(title=_title(comparison), title_justify="left", title_style="bold", box=None, padding=(0, 2, 0, 0))
    grid.caption, grid.caption_justify, grid.caption_style = CAPTION, "left", "dim"
    grid.add_column("", no_wrap=True)
    grid.add_column("one thread", justify="right")
    grid.add_column("threads", justify="right")
    if comparison.yardstick is not None:
        grid.add_column("bare epoll", justify="right")
    for cells in _rows(comparison):
        is_heading = len(cells) == 1
        grid.add_row(*(Text(cell, style=_style(cell, is_heading=is_heading)) for cell in cells))
    return grid


def _style(cell: str, *, is_heading: bool) -> str:
    return "bold" if is_heading else "dim" if cell == NOT_AVAILABLE else ""


def _title(comparison: Comparison) -> str:
    blocks = counted(len(comparison.blocks), "block")
    where = plain(str(comparison.environment.get("display") or ""))
    return f"{plain(comparison.session) or 'One thread or two?'}: {blocks}{f', measured {where}' if where else ''}"


def _rows(comparison: Comparison) -> Iterator[list[str]]:
    """Cells; a row of one is a heading."""
    modes = [comparison.modes.get(mode) for mode in ("gui", "thread")]
    bare = _Bare(comparison.yardstick)
    for link in comparison.links:
        both = [mode.links.get(link) if mode is not None else None for mode in modes]
        if not any(both):
            continue
        yield [plain(link)]
        for measure, words in AGES.items():
            ages = [None if figures is None else figures.measures.get(measure) for figures in both]
            if any(age is not None and age.count for age in ages):
                named = highest_quantile(ages) or ""
                yield [f"  {words}{f', {named}' if named else ''}", *(_age(age, named) for age in ages),
                       *bare.of_age(link, measure, named)]  # fmt: skip
        for name, text in _OF_LINK.items():
            cells = [NOT_AVAILABLE if figures is None else text(figures) for figures in both]
            yield [f"  {name}", *cells, *bare.of_link(link, name)]
    yield ["the window"]
    for name, of_mode in _OF_MODE.items():
        cells = [NOT_AVAILABLE if mode is None else of_mode(mode) for mode in modes]
        yield [f"  {name}", *cells, *bare.of_window(name)]


class _Bare:
    """The column of the yardstick, "" where it has no such figure; no column where there is none."""

    def __init__(self, yardstick: Yardstick | None) -> None:
        self._yardstick = yardstick

    def of_age(self, link: str, measure: str, named: str) -> list[str]:
        if self._yardstick is None:
            return []
        found = self._yardstick.measures.get(link, {}).get(measure)
        return ["" if found is None else _age(found, named)]

    def of_link(self, link: str, name: str) -> list[str]:
        if self._yardstick is None:
            return []
        return [rate_text(self._yardstick.bytes_per_s.get(link), "B") if name == "throughput" else ""]

    def of_window(self, name: str) -> list[str]:
        if self._yardstick is None:
            return []
        if name == "processor: all":
            return [share_text(self._yardstick.cpu)]
        return [_a_second(self._yardstick.wake_ups_per_s) if name == "wake-ups" else ""]


def _age(found: Distribution | None, named: str) -> str:
    """The median and the named quantile; with too few chunks for one, what none was above."""
    if found is None or not found.count:
        return NOT_AVAILABLE
    middle, value = quantile(found, "p50"), quantile(found, named) if named else None
    if middle is None:
        return f"≤ {ms_text(found.max_ms)}"
    return ms_text(middle) if value is None or named == "p50" else f"{ms_text(middle)}  {ms_text(value)}"


_OF_LINK: dict[str, OfLink] = {
    "throughput": lambda link: rate_text(link.bytes_per_s, "B"),
    "sender held back": lambda link: share_text(link.held_share),
    "most in flight": lambda link: NOT_AVAILABLE if link.in_flight_high is None else shown_bytes(link.in_flight_high),
}


def _lag(loop: Loop) -> str:
    if loop.lag_p50_ms is None:
        return NOT_AVAILABLE
    longest = f"≤ {ms_text(loop.lag_max_ms)}" if loop.lag_p99_ms is None else ms_text(loop.lag_p99_ms)
    return f"{ms_text(loop.lag_p50_ms)}  {longest}"


def _a_second(rate: float | None) -> str:
    return NOT_AVAILABLE if rate is None else f"{count_text(rate)}/s"


_OF_MODE: dict[str, OfMode] = {
    "event loop late": lambda mode: _lag(mode.loop),
    "longest collection": lambda mode: "none" if mode.loop.gc_longest_ms is None else ms_text(mode.loop.gc_longest_ms),
    "longest refresh gap": lambda mode: ms_text(mode.loop.refresh_gap_ms),
    "processor: GUI": lambda mode: share_text(mode.cpu.get("gui")),
    "processor: readers": lambda mode: share_text(mode.cpu.get("readers")),
    "processor: all": lambda mode: share_text(mode.cpu.get("process")),
    "wake-ups": lambda mode: _a_second(mode.wake_ups_per_s.get("process")),
}
