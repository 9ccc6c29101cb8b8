"""CSV from end to end: options, headers, kinds of columns, bad lines, and the fast way against a plain reading."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.decoding.options import Csv, FieldTime
from tests.app.decoding.streams import Watched, frames_of, groupings, outcome, repr_of

XY = Csv(fields=("x [m]", "y"))


# -- names and units


def test_fields_name_the_columns_and_give_their_units():
    rows = Watched(XY).text("1,2\n3,4").rows
    assert rows.values == [{"x": 1.0, "y": 2.0}, {"x": 3.0, "y": 4.0}]
    assert rows.units == {"x": "m", "y": ""}
    assert rows.dtypes == {"x": "float64", "y": "float64"}


def test_without_names_columns_are_numbered():
    assert Watched(Csv()).text("1,2").rows.values == [{"c1": 1.0, "c2": 2.0}]


def test_the_last_line_before_numbers_has_the_names():
    watched = Watched(Csv(header=True)).text("Logger V2\nx [m],y\n1,2")
    assert watched.rows.values == [{"x": 1.0, "y": 2.0}]
    assert watched.rows.units["x"] == "m"
    assert watched.set_aside == {"header": 2}


def test_numbers_first_means_numbered_columns_even_with_a_header_expected():
    assert Watched(Csv(header=True)).text("1,2\n3,4").rows.values[0] == {"c1": 1.0, "c2": 2.0}


def test_a_number_of_header_lines_is_counted_off_whatever_they_hold():
    watched = Watched(Csv(header=3)).text("# made 2026\n1,2\n10,20\n3,4")
    assert watched.rows.values == [{"10": 3.0, "20": 4.0}]
    assert watched.set_aside == {"header": 3}


def test_a_header_of_numbers_is_set_aside_when_it_comes_again():
    for many in (1, 100):
        watched = Watched(Csv(header=1)).text("5,6\n" + "1,2\n" * many + "5,6\n" + "1,2\n" * many)
        assert watched.set_aside == {"header": 2}
        assert watched.rows.column("5") == [1.0] * 2 * many


def test_fields_win_over_a_header_which_is_still_set_aside():
    watched = Watched(Csv(fields=("a", "b"), header=True)).text("x,y\n1,2")
    assert watched.rows.values == [{"a": 1.0, "b": 2.0}]
    assert watched.set_aside == {"header": 1}


def test_a_line_that_repeats_the_fields_is_a_header_even_when_none_was_announced():
    watched = Watched(XY).text("x [m],y\n1,2\nx,y\n3,4")
    assert watched.rows.column("x") == [1.0, 3.0]
    assert watched.set_aside == {"header": 2}


def test_a_tag_without_a_column_is_dropped():
    text = "<LABELS> ,Time,h-sl-ft,rpm\n     0,    4.3,-6.9e-17\n  0.05,    4.4,0.0002\n"
    assert Watched(Csv(header=True)).text(text).rows.values == [
        {"Time": 0.0, "h-sl-ft": 4.3, "rpm": -6.9e-17},
        {"Time": 0.05, "h-sl-ft": 4.4, "rpm": 0.0002},
    ]


def test_a_tag_with_a_column_is_a_name():
    assert Watched(Csv(header=True)).text("<T>,x\n1,2").rows.values == [{"<T>": 1.0, "x": 2.0}]


def test_vmstat_has_a_line_of_groups_before_the_names():
    text = (
        "procs -----------memory---------- -----io---- ------cpu-----\n"
        " r  b   swpd   free    bi    bo  us sy id wa st\n"
        " 3  0      0 2380424   585   657  10  3 87  0  0\n"
        " 1  0      0 2380424     0     0   0  1 99  0  0\n"
    )
    watched = Watched(Csv(header=True, separator="blanks")).text(text)
    assert watched.rows.column("free") == [2380424.0, 2380424.0]
    assert watched.rows.column("us") == [10.0, 0.0]
    assert watched.set_aside == {"header": 2}


def test_equal_names_get_numbers():
    assert Watched(Csv(header=True)).text("a,a,\n1,2,3").rows.values == [{"a": 1.0, "a (2)": 2.0, "c3": 3.0}]


def test_a_byte_order_mark_is_no_part_of_a_name():
    assert Watched(Csv(header=True)).lines(b"\xef\xbb\xbfx,y", b"1,2").rows.values == [{"x": 1.0, "y": 2.0}]


def test_html_and_control_characters_in_names_are_harmless_text():
    rows = Watched(Csv(header=True)).lines(b"<b>x</b>,a\x07b", b"1,2").rows
    assert rows.values == [{"<b>x</b>": 1.0, "a\ufffdb": 2.0}]


# -- the header again


def test_the_same_header_in_mid_connection_is_set_aside():
    watched = Watched(Csv(header=True)).text("x,y\n1,2\nx,y\n3,4")
    assert watched.rows.column("x") == [1.0, 3.0]
    assert watched.set_aside == {"header": 2}


def test_after_a_reconnect_the_header_is_learned_again():
    watched = Watched(Csv(header=True)).text("x,y\n1,2")
    watched.decoder.end()
    watched.text("y,z\n3,4")
    assert watched.rows.values == [{"x": 1.0, "y": 2.0}, {"y": 3.0, "z": 4.0}]


def test_after_a_reconnect_without_a_header_no_old_name_is_used():
    watched = Watched(Csv(header=True)).text("x,y\n1,2")
    watched.decoder.end()
    assert watched.text("3,4").rows.values[-1] == {"c1": 3.0, "c2": 4.0}


@pytest.mark.parametrize("again", ["y,x,z", "y,x"])
def test_a_changed_header_in_mid_connection_moves_values_to_their_names(again):
    count = again.count(",") + 1
    row = ",".join(str(n) for n in range(count))
    watched = Watched(Csv(header=True)).text(f"x,y\n1,2\n{again}\n{row}\n{row}")
    assert watched.rows.values[0] == {"x": 1.0, "y": 2.0}
    assert watched.rows.values[1:] == 2 * [dict(zip(again.split(","), map(float, range(count)), strict=True))]
    assert watched.set_aside == {"header": 2}


def test_words_that_are_not_the_names_are_a_bad_row_not_a_header():
    watched = Watched(Csv(header=True)).text("x,y\n1,2\nERROR,timeout\nx\n3,4")
    assert watched.rows.column("x") == [1.0, 3.0]
    assert watched.rejected == {"not a number": 1, "wrong field count": 1}
    assert watched.set_aside == {"header": 1}


def test_a_header_among_many_lines_changes_the_columns_from_there_on():
    lines = ["x,y", *["1,2"] * 100, "y,x", *["3,4"] * 100]
    watched = Watched(Csv(header=True)).text("\n".join(lines))
    assert watched.rows.column("x") == [1.0] * 100 + [4.0] * 100
    assert watched.rows.column("y") == [2.0] * 100 + [3.0] * 100


def test_a_torn_first_line_does_not_make_the_decoder_deaf():
    watched = Watched(Csv()).text("5,3.2\n" + "1,2,3\n" * 5)
    assert watched.rejected == {"wrong field count": 2}
    assert watched.rows.values[-1] == {"c1": 1.0, "c2": 2.0, "c3": 3.0}


def test_a_greeting_is_not_taken_for_names_for_good():
    watched = Watched(Csv(header=True)).text("welcome\n" + "1,2,3\n" * 5)
    assert watched.rows.values == 3 * [{"c1": 1.0, "c2": 2.0, "c3": 3.0}]


def test_names_that_have_fitted_are_not_given_up_for_bad_rows():
    watched = Watched(Csv(header=True)).text("x,y\n1,2\n" + "1,2,3\n" * 50 + "3,4")
    assert watched.rejected == {"wrong field count": 50}
    assert watched.rows.column("x") == [1.0, 3.0]


# -- cells


@pytest.mark.parametrize(
    ("separator", "line"),
    [(",", "1, 2 ,3"), (";", "1; 2 ;3"), ("tab", "1\t 2 \t3"), ("blanks", "  1 \t 2   3 ")],
)
def test_every_separator_takes_padded_cells(separator, line):
    rows = Watched(Csv(separator=separator)).text(f"{line}\n{line}").rows
    assert rows.values == 2 * [{"c1": 1.0, "c2": 2.0, "c3": 3.0}]


def test_a_tab_at_the_ends_of_a_line_bounds_an_empty_cell():
    assert Watched(Csv(separator="tab")).text("1\t2\t3\n\t5\t").rows.values[1] == {"c2": 5.0}


def test_a_comma_is_no_separator_where_another_is():
    watched = Watched(Csv(separator=";")).text("1;2\n1,5;2")
    assert watched.rejected == {"not a number": 1}


def test_an_empty_cell_is_a_missing_value():
    assert Watched(XY).text("1,\n,4\n5,6").rows.values == [{"x": 1.0}, {"y": 4.0}, {"x": 5.0, "y": 6.0}]


@pytest.mark.parametrize(
    "cell", ["+1", ".5", "5.", "007", "1e5", "-1E-3", "inf", "-Infinity", "1e400", "18446744073709551616", "-0"]
)
def test_every_number_that_python_takes_is_a_number(cell):
    rows = Watched(XY).text(f"1,2\n{cell},3").rows
    assert rows.column("x") == [1.0, float(cell)]


def test_nan_is_a_value_not_a_missing_one():
    assert math.isnan(Watched(XY).text("nan,1").rows.values[0]["x"])


@pytest.mark.parametrize("cell", ["0x10", "1_000", "one", "1 2", "--1", "1e", "[1]", "{}", "null", "١"])
def test_what_is_no_number_in_a_column_of_numbers_costs_its_row_alone(cell):
    watched = Watched(XY).text(f"1,2\n{cell},3\n4,5")
    assert watched.rows.column("x") == [1.0, 4.0]
    assert watched.rejected == {"not a number": 1}
    assert watched.decoder.counts.recent[0].head == f"{cell},3".encode()


def test_a_column_is_text_when_its_first_value_is_one():
    rows = Watched(XY).text("on,1\noff,2\n7,3\n,4").rows
    assert rows.column("x") == ["on", "off", "7", None]
    assert rows.dtypes["x"] == "text"


def test_iso_times_are_text_unless_they_are_the_devices_time():
    line = "2026-11-24T10:00:00Z,1"
    assert Watched(XY).text(line).rows.column("x") == ["2026-11-24T10:00:00Z"]
    rows = Watched(XY, FieldTime(field="x", unit="iso")).text(line).rows
    assert rows.column("x") == [1795514400.0]
    assert rows.units["x"] == "s"


def test_truth_values_are_kept_as_such():
    watched = Watched(XY).text("true,1\nFALSE,2\n,3\nmaybe,4")
    assert watched.rows.column("x") == [True, False, None]
    assert watched.rows.dtypes["x"] == "bool"
    assert watched.rejected == {"not true or false": 1}


def test_a_column_without_a_value_yet_decides_at_its_first_one():
    watched = Watched(XY).text("1,\n2,").text("3,ok")
    assert watched.rows.values == [{"x": 1.0}, {"x": 2.0}, {"x": 3.0, "y": "ok"}]


def test_a_header_that_comes_again_decides_no_kind():
    watched = Watched(Csv(header=True)).text("x,y\n1,\nx,y\n2,5")
    assert watched.rows.values == [{"x": 1.0}, {"x": 2.0, "y": 5.0}]


def test_quoted_cells_may_hold_the_separator_and_quotes():
    rows = Watched(Csv(header=True)).text('"a, b","c"\n"1",2\n3,"4"').rows
    assert rows.values == [{"a, b": 1.0, "c": 2.0}, {"a, b": 3.0, "c": 4.0}]
    assert Watched(Csv()).text('1,"say ""hi"", now"').rows.column("c2") == ['say "hi", now']


def test_carriage_returns_are_no_part_of_a_cell():
    watched = Watched(XY).lines(b"1,2", b"3,4", delimiter=b"\r\n").lines(b"5,6\r", b"7,8\r")
    assert watched.rows.column("y") == [2.0, 4.0, 6.0, 8.0]


# -- what is no row


def test_empty_lines_and_comments_are_set_aside():
    watched = Watched(XY).text("1,2\n\n  \n# x,y\n3,4")
    assert watched.set_aside == {"empty line": 2, "comment": 1}
    assert watched.rows.column("x") == [1.0, 3.0]


@pytest.mark.parametrize("line", [b"\x0b", b"\x0c", b'""'])
def test_a_line_without_a_cell_is_empty_wherever_it_comes(line):
    for how in ({}, {"header": True}, {"fields": ("x", "y")}):
        watched = Watched(Csv(separator="blanks", **how)).lines(line, b"1 2", line, b"3 4")
        assert watched.set_aside == {"empty line": 2}
        assert len(watched.rows.values) == 2


def test_a_wrong_number_of_cells_is_rejected():
    watched = Watched(XY).text("1,2\n1\n1,2,3\n3,4")
    assert watched.rejected == {"wrong field count": 2}


def test_cells_that_add_up_over_two_lines_are_not_taken_for_rows():
    watched = Watched(Csv(fields=tuple("abcdef"))).text("1,2,3,4,5,6\n1,2,3,4,5\n1,2,3,4,5,6,7")
    assert watched.rejected == {"wrong field count": 2}


def test_what_is_not_utf8_is_rejected():
    watched = Watched(XY).lines(b"1,2", b"\xff\xfe,1", b"3,4")
    assert watched.rejected == {"not UTF-8": 1}


def test_more_columns_than_a_table_may_have_are_rejected():
    watched = Watched(Csv()).lines(b",".join([b"1"] * 1025), b",".join([b"1"] * 1024))
    assert watched.rejected == {"too many columns": 1}
    assert len(watched.rows.values[0]) == 1024


def test_new_names_at_each_reconnect_do_not_grow_the_table_beyond_its_bound():
    watched = Watched(Csv(header=True))
    for turn in range(1100):
        watched.text(f"n{turn}\n1")
        watched.decoder.end()
    assert len({name for row in watched.rows.values for name in row}) == 1024
    assert watched.rejected == {"too many columns": 76}


def test_the_newest_rejected_frames_are_kept_with_their_head():
    watched = Watched(XY).text("1,2\n" + "\n".join(f"bad {n}" + "x" * 1000 for n in range(50)))
    recent = watched.decoder.counts.recent
    assert [reject.head[:6] for reject in recent][-1] == b"bad 49"
    assert {(len(reject.head), reject.length) for reject in recent} == {(256, 1006)}


def test_texts_are_bounded():
    watched = Watched(XY).text("\n".join(f"t{n},{n}" for n in range(5000)))
    assert watched.rows.column("x")[4095:4097] == ["t4095", "(more than 4096 different texts)"]


# -- the fast way gives what the slow way gives

CELL = st.one_of(
    st.floats(allow_nan=True).map(repr),
    st.integers(-(10**20), 10**20).map(str),
    st.floats(-1e6, 1e6).map(lambda v: f" {v:.3f} "),
    st.sampled_from(["", "+1", ".5", "007", "nan", "-0", "1e400"]),
)


def plainly_read(options: Csv, lines: list[bytes]):
    """A table of numbers read cell by cell, without any of the decoder's means."""
    names = [field.split(" [")[0] for field in options.fields]
    rows, rejected = [], 0
    for line in lines:
        cells = [cell.strip() for cell in line.split(b",")]
        try:
            row = {name: float(cell) for name, cell in zip(names, cells, strict=True) if cell}
        except ValueError:
            rejected += 1
            continue
        rows.append(repr_of(row))
    return rows, rejected


@settings(max_examples=60)
@given(st.integers(2, 6).flatmap(lambda w: st.lists(st.lists(CELL, min_size=w, max_size=w), min_size=1, max_size=90)))
def test_random_tables_are_read_as_cell_by_cell(table):
    options = Csv(fields=tuple(f"n{i} [V]" for i in range(len(table[0]))))
    kinds = ",".join(["1"] * len(table[0])).encode()  # so that every column is one of numbers
    lines = [kinds, *(",".join(row).encode() for row in table)]
    watched = Watched(options).lines(*lines)
    rows, rejected = plainly_read(options, lines)
    blank = sum(not line.strip() for line in lines)
    assert [repr_of(row) for row in watched.rows.values] == rows
    assert (watched.rejected.get("not a number", 0), blank) == (rejected, 0)


MIXED = [
    b"t,x,mode", b"1,2,on", b"2,3,off", b"", b"# note", b"3,,on", b"t,x,mode", b"4,bad,on", b"5,6", b"x,t", b"7,8",
    b"\xff,1", b"9,1e3", b"mode,x", b"11,12", b"13,nan", b"1,2,3", b'"14","15"',
]  # fmt: skip


def test_grouping_frames_otherwise_changes_nothing():
    results = [outcome(Csv(header=True), calls) for calls in groupings(MIXED)]
    assert all(result == results[0] for result in results)


@pytest.mark.parametrize("delimiter", [b"\r\n", b"\x00", b"||", b"", b"5"])
def test_frames_that_stand_otherwise_in_their_buffer_change_nothing(delimiter):
    lines = [b"1,2", b"3,4", b"5,6", b"1\n,2", b"7,8"]
    assert outcome(XY, [lines], delimiter) == outcome(XY, [[line] for line in lines])


@settings(max_examples=80)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(MIXED),
            st.binary(max_size=12),
            st.text(st.sampled_from('0123456789.,;eE+-_ \t"#<>[]{}naitrufl\x00é'), max_size=16).map(str.encode),
        ),
        max_size=80,
    ),
    st.sampled_from([Csv(), Csv(header=True), Csv(header=2), XY, Csv(separator="blanks"), Csv(separator="tab")]),
    st.integers(1, 40),
)
def test_no_line_makes_it_raise_or_lose_count_however_grouped(lines, options, size):
    calls = [lines[at : at + size] for at in range(0, len(lines), size)]
    assert outcome(options, calls) == outcome(options, [[line] for line in lines])


@settings(max_examples=60)
@given(st.data())
def test_a_mutated_line_costs_at_most_itself(data):
    lines = [b"%d,%d.5" % (n, n) for n in range(80)]
    at = data.draw(st.integers(1, 79))
    place = data.draw(st.integers(0, len(lines[at]) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda b: b != 10))
    lines[at] = lines[at][:place] + bytes([byte]) + lines[at][place + 1 :]
    watched = Watched(XY).lines(*lines)
    good = [n for n in range(80) if n != at]
    assert [row for row in watched.rows.values if row.get("x") in good and row.get("y") == row["x"] + 0.5]
    assert len(watched.rows.values) >= 79


def test_a_call_without_frames_gives_no_batch():
    watched = Watched(XY)
    assert watched.feed(frames_of([])) == []
