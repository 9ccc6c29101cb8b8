"""Is one mode better than the other at something? A difference counts if it is both proven and large enough to matter.

Proven: the exact sign-flip test on the pairs' differences of block means, p < 0.05. Large enough: a tenth of what the
user called acceptable, and a tenth of the larger figure. And the quantile that is spoken of must differ the same way as
the means that were tested: a mode that is later on the whole but has the shorter tail is neither better nor worse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.comparison.judgement.rows import FEWEST_PAIRS, HeldPairs, Rows, Standing
from app.comparison.judgement.signflip import SignFlip, interval, sign_flip

SIGNIFICANT = 0.05
SUBSTANTIAL_OF_LIMIT = 0.1
SUBSTANTIAL_OF_LARGER = 0.1
SUBSTANTIAL_HELD = 0.02  # of the time: a sender held back for less needs no thread
SUBSTANTIAL_HELD_OF_LARGER = 0.25  # a flooding sender is always held back; only a good part less is an answer


@dataclass(frozen=True, slots=True)
class Contrast:
    """One measure of one link, mode against mode; `flip` and `interval_ms` are None under FEWEST_PAIRS pairs."""

    standing: Standing
    pairs: int
    flip: SignFlip | None
    interval_ms: tuple[float, float] | None
    substantial: bool

    @property
    def link(self) -> str:
        return self.standing.link

    @property
    def difference_ms(self) -> float:
        """gui - thread of the quantile."""
        return self.standing.gui_ms - self.standing.thread_ms

    @property
    def significant(self) -> bool:
        return self.flip is not None and self.flip.p < SIGNIFICANT

    @property
    def agrees(self) -> bool:
        """Do the means differ the same way as the quantile?"""
        return self.flip is not None and self.flip.difference * self.difference_ms > 0

    @property
    def sooner(self) -> int:
        """1: sooner with threads; -1: sooner with one thread; 0: no difference that counts."""
        if not (self.significant and self.substantial and self.agrees):
            return 0
        return 1 if self.difference_ms > 0 else -1


def contrast(rows: Rows, standing: Standing, acceptable_ms: float) -> Contrast:
    differences = tuple(rows.differences(standing.link, standing.measure).values())
    enough = len(differences) >= FEWEST_PAIRS
    size = abs(standing.gui_ms - standing.thread_ms)
    return Contrast(
        standing,
        pairs=len(differences),
        flip=sign_flip(differences) if enough else None,
        interval_ms=interval(differences) if enough else None,
        substantial=size >= SUBSTANTIAL_OF_LIMIT * acceptable_ms and size >= SUBSTANTIAL_OF_LARGER * standing.worst_ms,
    )


@dataclass(frozen=True, slots=True)
class Held:
    """Whether senders were held back longer in one mode.

    worst   the link whose sender was held longest in either mode; None where no link's was to be had
    less    1: held back for less with threads; -1: with one thread; 0: no difference that counts
    link    the link on which that rests
    tried   links that were held back at all and so were tested: each test is the stricter for it (Bonferroni)
    """

    worst: HeldPairs | None
    less: int
    link: HeldPairs | None
    tried: int


def held(rows: Rows) -> Held:
    known = [each for link in rows.links if (each := rows.held(link)) is not None]
    tried = [each for each in known if each.gui_share or each.thread_share]
    decisive = [each for each in tried if _held_differs(each, len(tried))]
    worst = max(known, key=_held_most, default=None)
    signs = {1 if each.gui_share > each.thread_share else -1 for each in decisive}
    if len(signs) != 1:  # none, or one link for the thread and another against it
        return Held(worst, 0, None, len(tried))
    return Held(worst, signs.pop(), max(decisive, key=_held_distance), len(tried))


def _held_most(pairs: HeldPairs) -> float:
    return max(pairs.gui_share, pairs.thread_share)


def _held_distance(pairs: HeldPairs) -> float:
    return abs(pairs.gui_share - pairs.thread_share)


def _held_differs(pairs: HeldPairs, tried: int) -> bool:
    distance = _held_distance(pairs)
    if distance < max(SUBSTANTIAL_HELD, SUBSTANTIAL_HELD_OF_LARGER * _held_most(pairs)):
        return False
    return _tested(pairs.differences, SIGNIFICANT / tried)


def _tested(differences: Sequence[float], level: float) -> bool:
    return len(differences) >= FEWEST_PAIRS and sign_flip(differences).p < level
