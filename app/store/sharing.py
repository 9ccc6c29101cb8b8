"""Who gets how much of the history's bytes.

A table that fills `history_ns` with less than its share keeps what it needs; what is left goes to the others in
proportion to what they need (bytes a second, times the span). So five unequal devices under one bound all keep the
same span of time, as far as the bound allows, and a quiet one never pays for a flood. Where the total is more than
all need, all of it is given out: room costs nothing until rows fill it, and a device that begins to send must not
age out its history before the next sharing.
"""

from __future__ import annotations

from collections.abc import Sequence

FLOOR_FRACTION = 1 / 64  # of the total: a table that has said nothing yet must be able to start
HEADROOM = 1.25  # rates wobble; a share that only just fits would age out rows still inside the span


def shares(total: int, needs: Sequence[float]) -> list[int]:
    """Bytes for each table, given what each would need to hold its whole span. Sums to `total`, but for rounding."""
    if not needs:
        return []
    floor = total * min(FLOOR_FRACTION, 1 / len(needs))
    wanted = [max(need * HEADROOM, floor) for need in needs]
    if (asked := sum(wanted)) <= total:
        return [int(w * (total / asked)) for w in wanted]
    given = [0.0] * len(needs)
    given_away = 0.0
    open_ones = list(range(len(needs)))
    while open_ones:  # those at the floor first, the rest in proportion
        scale = (total - given_away) / sum(wanted[i] for i in open_ones)
        low = [i for i in open_ones if wanted[i] * scale < floor]
        for i in low or open_ones:
            given[i] = floor if low else wanted[i] * scale
        given_away = sum(given)
        open_ones = [i for i in open_ones if i not in low] if low else []
    return [int(g) for g in given]
