"""Which mode reads when: the order of a comparison's blocks, and how long each lasts.

A round holds two ABBAs: gui thread thread gui, gui thread thread gui. In an ABBA each mode comes once before and once
after the other, so that what drifts steadily meanwhile (a warming processor, a growing history) falls on both alike.
Two neighbours make a pair: four a round.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.comparison.schema import Mode
from app.sentence import sentence

ABBA: tuple[Mode, ...] = ("gui", "thread", "thread", "gui")
BLOCKS_A_ROUND = 2 * len(ABBA)
BLOCKS_A_MODE = BLOCKS_A_ROUND // 2  # of a round: `for` is their time
FEWEST_ROUNDS = 1
MOST_ROUNDS = 10  # 40 pairs: the most that the exact test takes one by one; a difference that needs more matters little
DEFAULT_ROUNDS = 5
SHORTEST_FOR_NS = 400_000_000  # a block is then six refreshes long; a shorter one has no ages to speak of
LONGEST_FOR_NS = 600_000_000_000  # past some minutes a machine's own drift is larger than what the pairs take out
DEFAULT_FOR_NS = 10_000_000_000
SETTLE_NS = 200_000_000  # what waited while the socket went over has been read and painted by then
SETTLE_STALLS = 2  # and of a stalled window two periods, so that the queues of the other mode are gone


@dataclass(frozen=True, slots=True)
class Step:
    """One block: its round and its pair, both from 1 (pairs run over the whole comparison), and its mode."""

    round: int
    pair: int
    mode: Mode

    @property
    def ends_round(self) -> bool:
        return self.pair % (BLOCKS_A_ROUND // 2) == 0 and self.mode == ABBA[-1]


def plan(rounds: int) -> tuple[Step, ...]:
    """The blocks in their order. ValueError for a number of rounds that is not to be had."""
    if not FEWEST_ROUNDS <= rounds <= MOST_ROUNDS:
        raise ValueError(f"expected {FEWEST_ROUNDS} to {MOST_ROUNDS} rounds, got {rounds}")
    order = 2 * ABBA * rounds
    return tuple(Step(place // BLOCKS_A_ROUND + 1, place // 2 + 1, mode) for place, mode in enumerate(order))


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a block lasts and how long it is waited before; `note` says where a wish could not be met, else ""."""

    block_ns: int
    settle_ns: int
    note: str = ""


def timing(for_ns: int, stall_period_ns: int | None = None) -> Timing:
    """A quarter of `for_ns` a block: a mode has four in a round. With a stall it is rounded to whole periods, since a
    block that holds one busy phase more than its neighbour would show the stall as a difference of the modes."""
    quarter = for_ns // BLOCKS_A_MODE
    if stall_period_ns is None:
        return Timing(quarter, SETTLE_NS)
    settle = max(SETTLE_NS, SETTLE_STALLS * stall_period_ns)
    if quarter < stall_period_ns:
        return Timing(quarter, settle, _shorter_than_a_stall(quarter, stall_period_ns))
    return Timing(round(quarter / stall_period_ns) * stall_period_ns, settle)


def _shorter_than_a_stall(block_ns: int, period_ns: int) -> str:
    return sentence(
        "A block lasts {block} ms and the stall comes every {period} ms: blocks do not hold whole stalls, so some hold "
        "more of it than others; measure for longer.",
        block=f"{block_ns / 1e6:.4g}",
        period=f"{period_ns / 1e6:.4g}",
    )
