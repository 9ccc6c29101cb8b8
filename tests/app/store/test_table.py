"""What a table takes and answers; the model test next door has the rest."""

from __future__ import annotations

import numpy as np
import pytest

from app.store.table import Table
from app.store.views import Gap
from app.stream import Batch, Break, Column, Side, SideBySide, Vocabulary

MIB = 1 << 20


def table(history_ns: int = 10**12, history_bytes: int = 4 * MIB) -> Table:
    return Table("imu", history_ns=history_ns, history_bytes=history_bytes)


def batch(first: int, count: int, *breaks: Break, **columns: object) -> Batch:
    filled = columns or {"x": np.arange(first, first + count, dtype=float)}
    return Batch("imu", np.arange(first, first + count), tuple(Column(n, v) for n, v in filled.items()), breaks)


def test_an_empty_table_answers_everything_with_nothing():
    empty = table()
    assert (empty.appended, empty.in_history, empty.aged_out, empty.cleared) == (0, 0, 0, 0)
    assert (empty.first_ns, empty.last_ns, empty.columns) == (None, None, ())
    assert (empty.row_bytes, empty.nbytes) == (0, 0)
    assert empty.rows_between(0, 100) == 0
    assert empty.gaps(0, 100) == []
    empty.clear()
    empty.set_history_bytes(MIB)
    assert empty.in_history == 0


def test_a_batch_without_rows_changes_nothing():
    t = table()
    t.append(batch(0, 0))
    assert (t.version, t.columns) == (0, ())


def test_rows_older_than_the_history_age_out_to_the_row():
    t = table(history_ns=100)
    t.append(batch(0, 1000))
    assert (t.first_ns, t.last_ns) == (899, 999)
    assert (t.in_history, t.aged_out) == (101, 899)
    assert t.crowded_out == 0


def test_rows_that_had_to_make_room_are_counted_apart():
    t = table(history_ns=10**9, history_bytes=64 << 10)
    for first in range(0, 100_000, 1000):
        t.append(batch(first, 1000))
    assert t.crowded_out == t.aged_out > 0
    t.append(batch(3 * 10**9, 1))
    assert t.in_history == 1
    assert t.aged_out > t.crowded_out


def test_a_row_before_the_last_one_is_refused_and_nothing_has_changed():
    t = table()
    t.append(batch(10, 5))
    with pytest.raises(ValueError, match="a row at 13 ns after one at 14 ns"):
        t.append(batch(13, 5))
    assert (t.appended, t.version) == (5, 1)
    t.append(batch(14, 1))  # the same time again is time that runs on


def test_times_that_go_back_within_a_batch_are_refused():
    with pytest.raises(ValueError, match="go back within a batch"):
        table().append(Batch("imu", np.array([1, 3, 2]), (Column("x", np.zeros(3)),)))


def test_columns_of_another_length_than_the_times_are_refused():
    with pytest.raises(ValueError, match="column 'x' has 4 values for 3 rows"):
        table().append(Batch("imu", np.arange(3), (Column("x", np.zeros(4)),)))


def test_values_that_are_no_numbers_are_refused_and_nothing_has_changed():
    t = table()
    with pytest.raises(TypeError):
        t.append(Batch("imu", np.arange(2), (Column("x", np.zeros(2)), Column("y", np.array(["a", "b"])))))
    assert (t.appended, t.columns) == (0, ())
    t.append(batch(0, 2))
    assert t.in_history == 2


def test_a_table_without_columns_still_counts_rows():
    t = table()
    t.append(Batch("beat", np.arange(500), ()))
    assert t.in_history == 500
    assert t.rows_between(100, 200) == 100


def test_other_names_and_units_change_no_row():
    t = table()
    t.append(batch(0, 3, a=np.array([1.0, 2.0, 3.0])))
    before = t.rows((0,), 0, 10**12)
    t.roster.relabel({"a": Side("b", "V")})
    times, cells = t.rows((0,), 0, 10**12)
    assert (times.tolist(), cells, t.appended) == (before[0].tolist(), before[1], 3)
    assert [(info.name, info.unit) for info in t.columns] == [("b", "V")]


def test_what_was_appended_is_a_copy():
    t = table()
    values, times = np.ones(4), np.arange(4)
    t.append(Batch("imu", times, (Column("x", values),)))
    values[:] = 9
    times[:] = 9
    samples = t.samples(0, 0, 10)
    assert (samples.times.tolist(), samples.values.tolist()) == ([0, 1, 2, 3], [1, 1, 1, 1])
    samples.values[:] = 5
    assert t.samples(0, 0, 10).values.tolist() == [1, 1, 1, 1]


def test_samples_have_one_neighbour_on_each_side_where_there_is_one():
    t = table()
    t.append(Batch("imu", np.arange(0, 100, 10), (Column("x", np.arange(10)),)))
    assert t.samples(0, 30, 50).times.tolist() == [20, 30, 40, 50]
    assert t.samples(0, 31, 32).times.tolist() == [30, 40]
    assert t.samples(0, -5, 5).times.tolist() == [0, 10]
    assert t.samples(0, 85, 500).times.tolist() == [80, 90]
    assert t.samples(0, 500, 600).times.tolist() == [90]


def test_last_values_have_their_own_kind():
    t = table()
    words = Vocabulary()
    columns = (
        Column("n", np.array([1, 2], "i8")),
        Column("f", np.array([1, 0.5], "f4")),
        Column("b", np.array([False, True])),
        Column("s", np.array([words.code("off"), words.code("on")], "i4"), vocabulary=words),
        Column("m", np.array([1, 2]), missing=np.array([False, True])),
        Column("nan", np.array([1, np.nan])),
    )
    t.append(Batch("psu", np.arange(2), columns))
    last = [t.last_value(i) for i in range(5)]
    assert last == [2, 0.5, True, "on", None]
    assert [type(value) for value in last[:3]] == [int, float, bool]
    assert np.isnan(t.last_value(5))
    assert [info.dtype for info in t.columns[:4]] == [np.dtype(d) for d in ("i8", "f4", "?", "i4")]
    assert [info.is_text for info in t.columns] == [False, False, False, True, False, False]


def test_a_large_integer_is_kept_to_the_last_digit():
    t = table()
    t.append(batch(0, 1, n=np.array([2**63 - 1])))
    assert t.last_value(0) == 2**63 - 1


def test_nan_is_a_value_that_is_seen_but_no_extreme():
    t = table()
    t.append(batch(0, 3, x=np.array([np.nan, np.nan, np.nan])))
    assert t.values_seen(0) == 3
    assert t.extrema(0) is None
    t.append(batch(3, 2, x=np.array([4.0, np.nan])))
    assert t.extrema(0) == (4, 4)


def test_the_codes_of_a_text_have_no_extremes():
    words = Vocabulary()
    t = table()
    codes = np.array([words.code("off"), words.code("on")], "i4")
    t.append(Batch("psu", np.arange(2), (Column("s", codes, vocabulary=words),)))
    assert (t.extrema(0), t.values_seen(0)) == (None, 2)


def test_signalling_nans_are_stored_and_drawn_as_nothing():
    bits = np.full(600, 0x7F800001, np.uint32)
    t = table()
    t.append(batch(0, 600, x=bits.view("f4"), y=np.zeros(600)))
    assert np.isnan(t.envelope(0, 0, 10.0, 60).highs).all()
    assert np.isnan(t.envelope(0, 0, 2.0, 300).highs).all()
    assert np.isnan(t.samples(0, 0, 20).values).all()
    assert np.isnan(t.bands([0], 590, 1, 10)).all()
    assert t.extrema(0) is None


def test_signalling_nans_age_out_without_a_word():
    bits = np.full(64, 0x7F800001, np.uint32)
    t = Table("a", history_ns=64, history_bytes=1 << 12)
    for start in range(0, 6400, 64):
        t.append(batch(start, 64, x=bits.view("f4")))
    assert t.aged_out
    assert t.extrema(0) is None


def test_clearing_counts_rows_and_lets_time_begin_anew():
    t = table()
    t.append(batch(1000, 50))
    t.open_gap("silent", 2000)
    t.clear()
    assert (t.appended, t.in_history, t.cleared) == (50, 0, 50)
    assert (t.first_ns, t.last_ns, t.gaps(0, 10**6)) == (None, None, [])
    assert t.last_value(0) is None
    assert (t.extrema(0), t.values_seen(0)) == ((1000, 1049), 50)
    assert [info.name for info in t.columns] == ["x"]
    t.append(batch(5, 2))
    assert (t.first_ns, t.in_history) == (5, 2)


def test_a_gap_lasts_from_the_last_row_to_the_next():
    t = table()
    t.append(batch(0, 10))
    t.open_gap("closed by the device", 500)
    assert t.gaps(0, 10**6) == [Gap(9, None, "closed by the device")]
    t.append(batch(900, 10))
    assert t.gaps(0, 10**6) == [Gap(9, 900, "closed by the device")]


def test_a_gap_before_the_first_row_counts_from_when_it_was_told():
    t = table()
    t.open_gap("refused", 500)
    t.append(batch(900, 10))
    assert t.gaps(0, 10**6) == [Gap(500, 900, "refused")]


def test_breaks_of_a_batch_are_gaps_before_their_rows():
    t = table()
    t.append(batch(0, 10, Break(0, "nothing was before"), Break(4, "discarded")))
    t.append(batch(20, 10, Break(0, "resync"), Break(9, "oversize")))
    expected = [Gap(3, 4, "discarded"), Gap(9, 20, "resync"), Gap(28, 29, "oversize")]
    assert t.gaps(0, 10**6) == expected


def test_a_break_at_the_end_of_a_lasting_gap_is_its_second_cause():
    t = table()
    t.append(batch(0, 10))
    t.open_gap("silent", 50)
    t.append(batch(60, 10, Break(0, "joined in the middle")))
    assert t.gaps(0, 10**6) == [Gap(9, 60, "silent, then joined in the middle")]


def test_gaps_age_out_with_the_rows_before_them():
    t = table(history_ns=100)
    for first in (0, 50, 200, 290):
        t.append(batch(first, 5))
        t.open_gap("silent", first + 5)
    assert [gap.start_ns for gap in t.gaps(0, 10**6)] == [54, 204, 294]


def test_version_tells_of_rows_gaps_and_clearing_but_not_of_a_bound_that_holds():
    t = table()
    seen = [t.version]
    for change in (lambda: t.append(batch(0, 9)), lambda: t.open_gap("silent", 9), t.clear):
        change()
        seen.append(t.version)
    assert len(set(seen)) == 4
    t.append(batch(0, 9))
    before = t.version
    t.set_history_bytes(2 * MIB)
    assert t.version == before


def test_a_bound_that_drops_rows_is_told():
    t = table()
    t.append(batch(0, 100_000))
    before = t.version
    t.set_history_bytes(MIB // 2)
    assert t.version != before
    assert t.nbytes <= MIB // 2
    assert t.appended == t.in_history + t.aged_out


def test_row_bytes_count_time_values_pyramid_and_marks():
    t = table()
    t.append(batch(0, 10, x=np.zeros(10, "f4")))
    assert t.row_bytes == 8 + 5  # 4 bytes and an eighth, rounded up
    t.append(Batch("imu", np.arange(10, 20), ()))
    assert t.row_bytes == 8 + 5 + 1


def test_a_thousand_columns_of_a_slow_device_take_little():
    t = table(history_bytes=100 * MIB)
    for second in range(5):
        t.append(batch(second, 1, **{f"c{i}": np.zeros(1) for i in range(1024)}))
    assert t.nbytes < 8 * MIB
    assert t.in_history == 5


def test_big_endian_and_strided_values_are_read_as_what_they_are():
    t = table()
    rows = np.zeros(300, [("a", ">f4"), ("pad", "u1"), ("b", ">i2")])
    rows["a"], rows["b"] = np.arange(300), -np.arange(300)
    t.append(batch(0, 300, a=rows["a"], b=rows["b"]))
    assert t.samples(0, 0, 300).values.tolist() == list(range(300))
    assert t.last_value(1) == -299
    assert t.columns[1].dtype == np.dtype("i2")


def test_the_newest_text_is_known_beyond_the_vocabularys_bound_and_older_ones_are_not_made_up():
    t, words = table(), Vocabulary()
    for number in range(Vocabulary.MAX_TEXTS + 2):
        codes = np.array([words.code(f"text {number}")], np.int32)
        t.append(Batch("imu", np.array([number]), (Column("word", codes, vocabulary=words),)))
    assert t.last_value(0) == f"text {Vocabulary.MAX_TEXTS + 1}"
    assert words.text(Vocabulary.OVERFLOW) == "(more than 4096 different texts)"
    t.append(Batch("imu", np.array([9999]), (Column("word", np.array([3], np.int32), vocabulary=words),)))
    assert t.last_value(0) == "text 3"


def test_rows_are_counted_up_to_the_newest_where_the_span_ends_behind_it():
    table = Table("", history_ns=10**18, history_bytes=1 << 20)
    table.append(Batch("", np.array([1, 2, 3]), (Column("a", np.zeros(3)),)))
    assert [table.rows_between(2, end) for end in (2, 3, 4, 9)] == [0, 1, 2, 2]


def test_rows_of_one_array_are_stored_as_those_of_single_columns():
    one, many = table(history_ns=5000), table(history_ns=5000)
    sides = (Side("a", "V"), Side("b", ""), Side("c", ""))
    generator, at = np.random.default_rng(3), 0
    for count in (1, 15, 2, 200, 17, 1000, 33):
        values, times = generator.normal(size=(count, 3)), np.arange(at, at + count)
        at += count
        one.append(Batch("", times, SideBySide(sides, values)))
        many.append(Batch("", times, tuple(SideBySide(sides, values))))
        assert [one.last_value(column) for column in range(3)] == values[-1].tolist()
    assert (one.in_history, one.aged_out) == (many.in_history, many.aged_out)
    for column in range(3):
        assert one.samples(column, 0, at).values.tolist() == many.samples(column, 0, at).values.tolist()
        assert one.extrema(column) == many.extrema(column)
        assert one.values_seen(column) == at
        for step in (7.0, 300.0):
            got, wanted = (t.envelope(column, 0, step, 5, exact=True) for t in (one, many))
            assert np.array_equal(got.lows, wanted.lows, equal_nan=True)
            assert np.array_equal(got.highs, wanted.highs, equal_nan=True)


def test_an_array_of_another_length_than_the_times_is_refused():
    values = SideBySide((Side("a", ""),), np.zeros((2, 1)))
    with pytest.raises(ValueError, match="2 values for 3 rows"):
        table().append(Batch("", np.arange(3), values))
