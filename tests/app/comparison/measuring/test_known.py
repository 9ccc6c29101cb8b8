"""Figures of which some are not to be had."""

from app.comparison.measuring.known import most_known


def test_the_largest_known_figure_counts_and_nought_is_one():
    assert most_known([None, 3, None, 7]) == 7
    assert most_known([None, 0]) == 0


def test_where_none_is_known_there_is_none():
    assert most_known([None, None]) is None
    assert most_known([]) is None
