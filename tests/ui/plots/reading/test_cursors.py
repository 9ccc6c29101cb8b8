from ui.plots.reading.cursors import Cursors


def test_a_span_needs_both() -> None:
    assert Cursors().span is None
    assert Cursors(5).span is None
    assert Cursors(5).placed == (("A", 5),)
    assert Cursors(5).delta_ns is None


def test_the_span_goes_from_the_earlier_to_the_later_and_holds_both() -> None:
    assert Cursors(9, 5).span == (5, 10)
    assert Cursors(5, 5).span == (5, 6)


def test_the_difference_goes_from_a_to_b() -> None:
    assert Cursors(9, 5).delta_ns == -4


def test_one_is_moved_or_taken_away_without_the_other() -> None:
    cursors = Cursors().moved("A", 3).moved("B", 7)
    assert (cursors.time_of("A"), cursors.time_of("B")) == (3, 7)
    assert cursors.moved("A", None) == Cursors(None, 7)
