"""The rows of a comparison as the verdict reads them: which pairs are sound, which quantile may be said, who was held.

Nothing is taken on trust that follows from other rows: pairs are made from the blocks again, a quantile counts only
with the observations behind it, and what is not a finite number is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.comparison.judgement.wording import finite
from app.comparison.schema import MEASURES, Block, Comparison, Distribution, Pair
from app.health.ages import PERCENTS, least_count

FEWEST_PAIRS = 8  # the fewest at which p can be under 0.01
QUANTILES = tuple((f"p{percent}", least_count(percent)) for percent in reversed(PERCENTS))  # the highest first
FEWEST_OBSERVATIONS = QUANTILES[-1][1]


@dataclass(frozen=True, slots=True)
class BlockPair:
    """Two neighbouring sound blocks, one of each mode."""

    gui: Block
    thread: Block


@dataclass(frozen=True, slots=True)
class Standing:
    """One measure of one link in both modes, at the highest quantile that both allow."""

    link: str
    measure: str
    quantile: str
    gui_ms: float
    thread_ms: float

    @property
    def worst_ms(self) -> float:
        return max(self.gui_ms, self.thread_ms)


@dataclass(frozen=True, slots=True)
class HeldPairs:
    """How long the senders of one link were held back: shares of the time over all sound pairs, and pair by pair."""

    link: str
    gui_share: float
    thread_share: float
    differences: tuple[float, ...]


def sound_pairs(blocks: Iterable[Block]) -> tuple[BlockPair, ...]:
    """The pairs of which both blocks count, in their order; a pair is left out with its broken block."""
    by_pair: dict[int, list[Block]] = {}
    for block in blocks:
        by_pair.setdefault(block.pair, []).append(block)
    pairs = (_block_pair(by_pair[number]) for number in sorted(by_pair))
    return tuple(pair for pair in pairs if pair is not None)


def _block_pair(blocks: Sequence[Block]) -> BlockPair | None:
    by_mode = {block.mode: block for block in blocks}
    if len(blocks) != 2 or len(by_mode) != 2 or any(block.broken or not _lasted(block) for block in blocks):
        return None
    return BlockPair(by_mode["gui"], by_mode["thread"])


def _lasted(block: Block) -> bool:
    return (finite(block.seconds) or 0.0) > 0


def pairs_of(blocks: Iterable[Block]) -> tuple[Pair, ...]:
    """Every measure of every link in every sound pair, where both blocks have a mean of it."""
    return tuple(
        pair
        for blocks_of_pair in sound_pairs(blocks)
        for link in blocks_of_pair.gui.links
        for measure in MEASURES
        if (pair := _pair(blocks_of_pair, link, measure)) is not None
    )


def _pair(blocks: BlockPair, link: str, measure: str) -> Pair | None:
    gui, thread = _mean(blocks.gui, link, measure), _mean(blocks.thread, link, measure)
    if gui is None or thread is None:
        return None
    return Pair(
        round=blocks.gui.round,
        pair=blocks.gui.pair,
        link=link,
        measure=measure,
        gui_ms=gui,
        thread_ms=thread,
        difference_ms=gui - thread,
    )


def _mean(block: Block, link: str, measure: str) -> float | None:
    figures = block.links.get(link)
    if figures is None or not figures.observations:
        return None
    return finite(figures.means_ms.get(measure))


def quantile(distribution: Distribution | None, name: str) -> float | None:
    """A quantile that has the observations behind it."""
    if distribution is None or distribution.count < dict(QUANTILES)[name]:
        return None
    value: float | None = getattr(distribution, f"{name}_ms")
    return finite(value)


def highest_quantile(distributions: Sequence[Distribution | None]) -> str | None:
    """The highest that all of them allow; two different ones side by side would be read as one."""
    return next(
        (name for name, _ in QUANTILES if all(quantile(each, name) is not None for each in distributions)), None
    )


class Rows:
    """A comparison's rows, looked up by link and measure.

    Attributes:
        pairs   the sound pairs of blocks
        links   the links' names, as the comparison lists them; those that only blocks or modes know come behind
    """

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self.pairs = sound_pairs(comparison.blocks)
        modes = [links for mode in comparison.modes.values() for links in mode.links]
        blocks = [link for block in comparison.blocks for link in block.links]
        self.links = tuple(dict.fromkeys([*comparison.links, *modes, *blocks]))

    @cached_property
    def _differences(self) -> dict[tuple[str, str], dict[int, float]]:
        found: dict[tuple[str, str], dict[int, float]] = {}
        for pair in pairs_of(self._comparison.blocks):
            found.setdefault((pair.link, pair.measure), {})[pair.pair] = pair.difference_ms
        return found

    def differences(self, link: str, measure: str) -> dict[int, float]:
        """Of block means, gui - thread, by the pair's number."""
        return self._differences.get((link, measure), {})

    def distribution(self, mode: str, link: str, measure: str) -> Distribution | None:
        figures = self._comparison.modes.get(mode)
        of_link = figures.links.get(link) if figures is not None else None
        return of_link.measures.get(measure) if of_link is not None else None

    def standing(self, link: str, measure: str) -> Standing | None:
        """None where not even the median may be said in both modes."""
        gui, thread = (self.distribution(mode, link, measure) for mode in ("gui", "thread"))
        for name, _ in QUANTILES:
            gui_ms, thread_ms = quantile(gui, name), quantile(thread, name)
            if gui_ms is not None and thread_ms is not None:
                return Standing(link, measure, name, gui_ms, thread_ms)
        return None

    def standings(self, measure: str) -> tuple[Standing, ...]:
        found = (self.standing(link, measure) for link in self.links)
        return tuple(each for each in found if each is not None)

    def held(self, link: str) -> HeldPairs | None:
        """None where it was not to be had in any pair."""
        shares = [(_held_share(pair.gui, link), _held_share(pair.thread, link), pair) for pair in self.pairs]
        known = [(gui, thread, pair) for gui, thread, pair in shares if gui is not None and thread is not None]
        if not known:
            return None
        gui_s, thread_s = sum(pair.gui.seconds for *_, pair in known), sum(pair.thread.seconds for *_, pair in known)
        return HeldPairs(
            link,
            gui_share=sum(gui * pair.gui.seconds for gui, _, pair in known) / gui_s,
            thread_share=sum(thread * pair.thread.seconds for _, thread, pair in known) / thread_s,
            differences=tuple(gui - thread for gui, thread, _ in known),
        )


def _held_share(block: Block, link: str) -> float | None:
    figures = block.links.get(link)
    held_ms = finite(figures.held_ms) if figures is not None else None
    return None if held_ms is None else min(1.0, max(0.0, held_ms / 1e3 / block.seconds))
