"""Comparisons of this window, as lines: each with its verdict, and its rounds below. Pure of widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.comparison.judgement.wording import ms_text
from ui.plain import plain
from ui.theme.tokens import State
from ui.translate import marked, told, tr

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.comparison.schema import Block, Comparison

NOT_AVAILABLE = marked("not available")
NONE_YET = "–"
KINDS = {  # of a verdict: how it is marked and said in a word or two
    "enough": (State.GOOD, marked("one thread is enough")),
    "helps": (State.GOOD, marked("threads help")),
    "neither": (State.WARNING, marked("neither")),
    "cannot tell": (State.OFFLINE, marked("cannot tell")),
    "too few": (State.OFFLINE, marked("too few to tell")),
}
JUDGED = ("readable_painted", "readable_received", "readable_read")  # the first that was measured is shown


@dataclass(frozen=True, slots=True)
class PastRun:
    """One comparison; `at` is its end by the wall clock, `cancelled` that it has not come to its end."""

    comparison: Comparison
    at: str
    cancelled: bool = False

    @property
    def sentence(self) -> str:
        """The verdict as a sentence begins and ends."""
        text = plain(told(self.comparison.verdict), 2000)
        return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"

    @property
    def state(self) -> State:
        return KINDS[self.comparison.verdict_kind][0]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table. `run` is the number of its comparison; a `state` marks the line of a whole one."""

    run: int
    cells: tuple[str, ...]
    state: State | None = None


HEADS = (
    marked("Round"),
    marked("Age, one"),
    marked("Age, threads"),
    marked("Lag, one"),
    marked("Lag, threads"),
    marked("Verdict"),
)


def lines(runs: tuple[PastRun, ...], blocks: tuple[Block, ...] = ()) -> list[Line]:
    """The newest comparison first; in front of it the rounds of the one under way, of which these blocks are done."""
    found = _rounds(len(runs), blocks)
    for number in reversed(range(len(runs))):
        found.append(_whole(number, runs[number]))
        found += _rounds(number, runs[number].comparison.blocks)
    return found


def _whole(number: int, run: PastRun) -> Line:
    comparison = run.comparison
    word = tr(KINDS[comparison.verdict_kind][1])
    if run.cancelled:
        word = tr("{verdict}, cancelled").format(verdict=word)
    return Line(number, (run.at, *_cells(comparison.blocks), word), run.state)


def _rounds(number: int, blocks: tuple[Block, ...]) -> list[Line]:
    found = []
    for count in sorted({block.round for block in blocks}):
        of_round = tuple(block for block in blocks if block.round == count)
        broken = list(dict.fromkeys(block.broken for block in of_round if block.broken))
        left_out = tr("left out: {why}").format(why=plain("; ".join(map(told, broken)), 200)) if broken else ""
        found.append(Line(number, (tr("round {number}").format(number=count), *_cells(of_round), left_out)))
    return found


def _cells(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """Ages, then lags, one thread first."""
    sound = [block for block in blocks if not block.broken]
    by_mode = [[block for block in sound if block.mode == mode] for mode in ("gui", "thread")]
    return (*(_age(each) for each in by_mode), *(_lag(each) for each in by_mode))


def _age(blocks: list[Block]) -> str:
    """The mean of the worst link, by the time that it was measured."""
    for measure in JUDGED:
        totals: dict[str, list[tuple[float, float]]] = {}
        for block in blocks:
            for name, link in block.links.items():
                mean = link.means_ms.get(measure)
                if mean is not None:
                    totals.setdefault(name, []).append((mean, block.seconds))
        if totals:
            return told(ms_text(max(_mean(each) for each in totals.values())))
    return tr(NOT_AVAILABLE) if blocks else NONE_YET


def _mean(weighed: list[tuple[float, float]]) -> float:
    seconds = sum(weight for _, weight in weighed)
    if not seconds:
        return sum(value for value, _ in weighed) / len(weighed)
    return sum(value * weight for value, weight in weighed) / seconds


def _lag(blocks: list[Block]) -> str:
    lags = [block.loop.lag_max_ms for block in blocks if block.loop.lag_max_ms is not None]
    if not blocks:
        return NONE_YET
    return told(ms_text(max(lags))) if lags else tr(NOT_AVAILABLE)
