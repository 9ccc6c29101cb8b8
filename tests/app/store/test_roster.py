"""Columns of batches find theirs, and none takes another's place."""

from __future__ import annotations

import numpy as np
import pytest

from app.store.history import History
from app.store.roster import Roster
from app.stream import Column, Side, SideBySide, Vocabulary


def column(name: str, dtype: str = "f4", unit: str = "", text: Vocabulary | None = None) -> Column:
    return Column(name, np.zeros(3, dtype), unit, vocabulary=text)


def names(roster: Roster) -> list[str]:
    return [info.name for info in roster.infos]


def test_columns_stand_in_order_of_appearance():
    roster = Roster()
    roster.match([column("b"), column("a")])
    match = roster.match([column("a"), column("c"), column("b")])
    assert names(roster) == ["b", "a", "c"]
    assert [ours.name for ours, _ in match.pairs] == ["a", "c", "b"]
    assert [ours.name for ours in match.new] == ["c"]


def test_the_same_columns_again_are_neither_new_nor_wider():
    roster = Roster()
    roster.match([column("a"), column("b", "i4")])
    match = roster.match([column("a"), column("b", "i4")])
    assert (match.new, match.wider) == ([], [])


@pytest.mark.parametrize(
    ("was", "comes", "becomes"),
    [
        ("i8", "f8", "f8"),
        ("i4", "f4", "f8"),
        ("?", "i8", "i8"),
        ("u8", "i8", "f8"),
        ("f4", "f8", "f8"),
        ("i1", "u1", "i2"),
    ],
)
def test_a_wider_dtype_widens_the_column(was, comes, becomes):
    roster = Roster()
    roster.match([column("a", was)])
    ((ours, dtype),) = roster.match([column("a", comes)]).wider
    assert (ours.name, dtype) == ("a", np.dtype(becomes))


def test_columns_under_other_names_are_still_theirs_also_where_two_change_names():
    roster, words = Roster(), Vocabulary()
    roster.match([column("a", unit="V"), column("b"), column("a", "i4", text=words), column("c", unit="A")])
    before = list(roster.columns)
    roster.relabel({"a": Side("b", ""), "b": Side("a", "g")})
    assert [(info.name, info.unit) for info in roster.infos] == [("b", ""), ("a", "g"), ("b (text)", ""), ("c", "A")]
    match = roster.match([column("b"), column("a", unit="g"), column("b", "i4", text=words), column("c")])
    assert (roster.columns, match.new) == (before, [])
    assert [ours for ours, _ in match.pairs] == before


def test_side_by_side_columns_are_looked_up_once_after_they_are_called_otherwise():
    roster = Roster()
    given = SideBySide((Side("a", ""), Side("b", "")), np.zeros((3, 2)))
    roster.match(given)
    roster.match(given)
    roster.relabel({"a": Side("x", "V")})
    assert roster.side_by_side(given) is None


def test_a_narrower_dtype_changes_nothing():
    roster = Roster()
    roster.match([column("a", "f8")])
    assert roster.match([column("a", "i4")]).wider == []


def test_a_number_that_becomes_a_word_is_another_column():
    roster = Roster()
    roster.match([column("state", "i8")])
    roster.match([column("state", "i4", text=Vocabulary())])
    assert names(roster) == ["state", "state (text)"]


def test_a_word_that_becomes_a_number_is_another_column():
    roster = Roster()
    roster.match([column("state", "i4", text=Vocabulary())])
    roster.match([column("state", "i8")])
    assert names(roster) == ["state", "state (number)"]


def test_columns_of_one_name_in_one_batch_are_kept_apart():
    roster = Roster()
    for _ in range(2):
        match = roster.match([column("x"), column("x (2)"), column("x")])
    assert names(roster) == ["x", "x (2)", "x (2) (number)"]
    assert len({id(ours) for ours, _ in match.pairs}) == 3


def test_a_unit_that_comes_later_is_taken_and_one_that_is_left_out_is_kept():
    roster = Roster()
    roster.match([column("a")])
    roster.match([column("a", "f8", "V")])
    roster.match([column("a", "f4", "")])
    assert roster.infos[0].unit == "V"


def test_a_dtype_that_cannot_be_kept_is_refused_before_anything_has_changed():
    roster = Roster()
    with pytest.raises(TypeError):
        roster.match([column("a"), Column("b", np.array(["x"] * 3))])
    assert names(roster) == []


def test_absent_columns_get_a_cell_without_values():
    roster = Roster()
    roster.match([column("a"), column("b")])
    cells = roster.cells(roster.match([column("b")]).pairs)
    assert [(ours.name, values is None) for ours, values, _ in cells] == [("b", False), ("a", True)]


def test_values_are_counted_without_the_missing_ones():
    roster = Roster()
    missing = np.array([True, False, True])
    match = roster.match(
        [Column("a", np.zeros(3), missing=missing), Column("b", np.zeros(3), missing=~missing & False)]
    )
    cells = roster.cells(match.pairs)
    assert [ours.seen for ours in roster.columns] == [1, 3]
    assert [gone is None for _, _, gone in cells] == [False, True]


def test_a_new_vocabulary_is_told_in_the_first_one():
    first, second = Vocabulary(), Vocabulary()
    first.code("off")
    second.code("on")
    second.code("off")
    roster = Roster()
    roster.match([column("s", "i4", text=first)])
    pairs = roster.match([Column("s", np.array([0, 1], "i4"), vocabulary=second)]).pairs
    ((_, values, _),) = roster.cells(pairs)
    assert [first.text(code) for code in values] == ["on", "off"]


def side_by_side(sides: tuple[Side, ...], dtype: str = "f8") -> SideBySide:
    return SideBySide(sides, np.zeros((3, len(sides)), dtype))


def test_columns_side_by_side_go_to_their_places_in_one_piece_once_they_are_known():
    sides = (Side("a", "V"), Side("b", ""))
    roster = Roster()
    History(roster.match(side_by_side(sides)).new, 1 << 20)
    assert roster.side_by_side(side_by_side(sides)) is None  # not before they have been matched once
    roster.match(side_by_side(sides))
    first, values, missing = roster.side_by_side(side_by_side(sides))
    assert (first.name, values.shape, missing) == ("a", (3, 2), None)
    assert [column.seen for column in roster.columns] == [3, 3]
    assert roster.side_by_side(side_by_side(sides, "f4")) is None
    assert roster.side_by_side(side_by_side((Side("b", ""), Side("a", "")))) is None


def test_columns_side_by_side_are_looked_up_again_when_others_have_come():
    sides = (Side("a", ""), Side("b", ""))
    roster = Roster()
    history = History(roster.match(side_by_side(sides)).new, 1 << 20)
    roster.match(side_by_side(sides))
    history.add_columns(roster.match([column("c")]).new)
    assert roster.side_by_side(side_by_side(sides)) is None
    roster.match(side_by_side(sides))
    assert roster.side_by_side(side_by_side(sides)) is None  # there are three now


def test_columns_of_several_banks_do_not_go_in_one_piece():
    sides = (Side("a", ""), Side("b", ""))
    roster = Roster()
    history = History(roster.match(side_by_side(sides)).new, 1 << 20)
    history.widen(roster.columns[0], np.dtype(np.float64))
    roster.match(side_by_side(sides))
    assert roster.side_by_side(side_by_side(sides)) is None
