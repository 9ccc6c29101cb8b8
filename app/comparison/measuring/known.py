"""Figures of which some are not to be had."""

from __future__ import annotations

from collections.abc import Iterable


def most_known(figures: Iterable[int | None]) -> int | None:
    """The largest of those that are known; None where none is."""
    return max((figure for figure in figures if figure is not None), default=None)
