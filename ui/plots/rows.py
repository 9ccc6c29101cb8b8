"""How the rows of a page share their time axes: which of them needs one of its own. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from ui.plots.layout import RowPlan

ALIKE = 0.01  # of a row's width: what nobody sees


def shares(row: RowPlan) -> tuple[float, ...]:
    """The parts of the width that its tiles take."""
    widths = [plan.tile.width for plan in row.tiles]
    return tuple(width / sum(widths) for width in widths)


def is_one_column(rows: Sequence[RowPlan]) -> bool:
    """Whether one time axis under all of them says the time of all."""
    return all(len(row.tiles) == 1 for row in rows)


def groups(rows: Sequence[RowPlan]) -> list[list[int]]:
    """Rows that stand below each other with their tiles just as wide: the lowest of each group has time axes."""
    found: list[list[int]] = []
    for number, row in enumerate(rows):
        if found and _alike(rows[found[-1][0]], row):
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _alike(one: RowPlan, other: RowPlan) -> bool:
    a, b = shares(one), shares(other)
    return len(a) == len(b) and all(abs(x - y) <= ALIKE for x, y in zip(a, b, strict=True))
